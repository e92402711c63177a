"""When saving fails: memory and file are as before, the text says why, trying again works."""

from __future__ import annotations

import errno
import os
import resource
import signal
from pathlib import Path

import pytest

from facilitator import files
from facilitator.errors import BadFile, NotSaved
from facilitator.i18n import use_language
from facilitator.meeting.changes import AgendaItemAdded, NoteRecorded
from facilitator.meeting.fold import MeetingFold
from facilitator.store import storage as storage_module
from facilitator.store.change_file import ChangeFile
from facilitator.store.check import check
from facilitator.store.clock import ChangeClock

STEP = (AgendaItemAdded(title="Neu"), NoteRecorded(item="^0", text="x"))

REASONS = [
    (errno.ENOSPC, "no room left"),
    (errno.EDQUOT, "no room left"),
    (errno.EFBIG, "no room left"),
    (errno.EACCES, "may not be written to"),
    (errno.EPERM, "may not be written to"),
    (errno.EROFS, "may not be written to"),
    (errno.EIO, "refused to write"),
    (errno.ENOENT, "is gone"),
    (errno.ESTALE, "is gone"),
]


@pytest.mark.parametrize(("number", "words"), REASONS)
@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
def test_nothing_changes_and_trying_again_works(
    file, path: Path, opened, monkeypatch: pytest.MonkeyPatch, number: int, words: str, call: str
):
    before, value, history = path.read_bytes(), file.value, file.history
    names = sorted(each.name for each in path.parent.iterdir())

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    for _ in range(2):
        with monkeypatch.context() as patched:
            if call == "open":  # the temporary file cannot even be made
                patched.setattr("tempfile.mkstemp", fail)
            elif call == "fsync":
                patched.setattr(os, "fsync", fail)
            else:
                patched.setattr(Path, "replace", fail)
            with pytest.raises(NotSaved, match=words) as raised:
                file.record(STEP)
        assert "in memory" in str(raised.value)
        assert path.read_bytes() == before
        assert file.value == value
        assert file.history == history
        assert sorted(each.name for each in path.parent.iterdir()) == names
    step = file.record(STEP)
    assert file.value.entries[-1].item == step[0].id
    assert len(file.value.entries) == len(value.entries) + 1
    assert opened().value == file.value
    assert check(path) == ()


def test_a_disk_that_is_really_full(file, path: Path, opened):
    """RLIMIT_FSIZE cuts the write off in the middle."""
    before, value = path.read_bytes(), file.value
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, limits[1]))
        with pytest.raises(NotSaved, match="no room left"):
            file.record(STEP)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert path.read_bytes() == before
    assert file.value == value
    file.record(STEP)
    assert opened().value == file.value


def test_a_folder_that_is_gone_and_comes_back(file, path: Path, opened):
    value = file.value
    moved = path.parent.with_name("moved")
    path.parent.rename(moved)
    with pytest.raises(NotSaved, match="is gone"):
        file.record(STEP)
    assert not path.parent.exists()
    assert not file.reload_if_changed()
    assert file.value == value
    moved.rename(path.parent)
    file.record(STEP)
    assert opened().value == file.value


def test_a_folder_that_cannot_be_made_durable_counts_as_saved(file, path, opened, monkeypatch):
    """Some network drives refuse to sync a folder; the file is replaced all the same."""

    def refuse(_: Path) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(files, "sync_folder", refuse)
    file.record(STEP)
    file.record(STEP)
    assert opened().value == file.value
    assert len(file.value.agenda_items) == 4


@pytest.mark.parametrize("where", ["fsync", "apply"])
def test_an_interruption_leaves_nothing_half_done(file, path, opened, monkeypatch, where: str):
    value = file.value

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        if where == "fsync":
            patched.setattr(files, "sync_folder", interrupt)  # after the file was replaced
        else:
            patched.setattr(MeetingFold, "tables", interrupt)
        with pytest.raises(KeyboardInterrupt):
            file.record(STEP)
    assert file.value == value
    file.record((NoteRecorded(text="danach"),))
    assert opened().value == file.value
    assert len(file.value.agenda_items) == (3 if where == "fsync" else 2)


def test_windows_tries_again_while_somebody_reads(file, path, opened, monkeypatch):
    tries = []
    real = storage_module.write_atomically

    def held(*args: object, **named: object) -> None:
        tries.append(1)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "held")
        real(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(storage_module, "_IS_WINDOWS", True)
    monkeypatch.setattr(storage_module, "_PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(storage_module, "write_atomically", held)
    file.record(STEP)
    assert len(tries) == 3
    assert opened().value == file.value
    tries.clear()
    monkeypatch.setattr(storage_module, "_PAUSES", (0.0,))
    with pytest.raises(NotSaved):
        file.record(STEP)


def test_a_copy_of_the_damaged_file_comes_first(file, path: Path, opened, monkeypatch):
    damaged = path.read_bytes()[:-50]
    path.write_bytes(damaged)
    again = opened()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "link", refuse)
        patched.setattr("shutil.copy2", refuse)
        with pytest.raises(NotSaved):
            again.record(STEP)
    assert path.read_bytes() == damaged
    with monkeypatch.context() as patched:
        patched.setattr(os, "link", refuse)  # a drive without hard links
        again.record(STEP)
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == damaged
    assert opened().value == again.value


def test_a_file_that_may_not_be_read(file, path: Path, opened, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    value = file.value
    path.write_bytes(path.read_bytes() + b" ")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BadFile, match="Permission denied"):
        opened()
    with pytest.raises(NotSaved, match=r"in memory.*Permission denied"):
        file.record(STEP)
    assert file.value == value


def test_a_new_file_that_cannot_be_made(path: Path, clock, monkeypatch):
    ids = ChangeClock("abcd", clock.now)
    with pytest.raises(NotSaved, match="is gone"):
        ChangeFile.create(path.parent / "nowhere" / "x.json", MeetingFold, ids)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(NotSaved, match="may not be written to"):
        ChangeFile.create(path, MeetingFold, ids)
    assert not path.exists()


def test_the_text_is_in_the_language_of_the_screen(file, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    use_language("de")
    try:
        with pytest.raises(NotSaved) as raised:
            file.record(STEP)
    finally:
        use_language("en")
    assert file.path.name in str(raised.value)
