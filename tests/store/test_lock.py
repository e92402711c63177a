"""One writer at a time, and a word about who holds the file."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from facilitator.errors import NotSaved
from facilitator.meeting.changes import NoteRecorded
from facilitator.store.lock import SaveLock, holder

HOLDING = """
import sys, time
from pathlib import Path
from facilitator.store.lock import SaveLock
with SaveLock(Path(sys.argv[1])).held():
    print("held", flush=True)
    time.sleep(30)
"""


def test_another_program_that_does_not_let_go_is_named(tmp_path: Path):
    path = tmp_path / "x.json"
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(NotSaved, match="does not let go") as raised:
            SaveLock(path, patience=0.2).held().__enter__()
        assert other.poll() is None, "not waited for to the end"
        if Path("/proc/locks").exists():
            assert f"({other.pid})" in str(raised.value)
            assert holder(tmp_path / ".x.json.lock") is not None
    finally:
        other.kill()
        other.communicate()
    with SaveLock(path, patience=2).held():  # a killed program holds nothing
        pass
    assert (tmp_path / ".x.json.lock").stat().st_mode & 0o777 == 0o600


def test_others_see_the_lock_that_was_taken_at_once(tmp_path: Path):
    path = tmp_path / "x.json"
    other = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    with SaveLock(path).held(), pytest.raises(Timeout):
        other.acquire()
    with other, pytest.raises(NotSaved), SaveLock(path, patience=0.05).held():
        pass
    with SaveLock(path).held():
        pass


def test_saving_waits_for_a_program_that_lets_go(file, path: Path, monkeypatch):
    is_held, is_waited_for = threading.Event(), threading.Event()
    before = path.read_bytes()
    while_held = []
    pause = time.sleep

    def hold() -> None:
        with FileLock(path.with_name(f".{path.name}.lock")):
            is_held.set()
            is_waited_for.wait(60)
            while_held.append(path.read_bytes())

    def wait(seconds: float) -> None:
        is_waited_for.set()
        pause(seconds)

    other = threading.Thread(target=hold)
    other.start()
    is_held.wait()
    monkeypatch.setattr(time, "sleep", wait)
    file.record((NoteRecorded(text="x"),))
    other.join()
    assert while_held == [before]
    assert path.read_bytes() != before
    assert file.value.notes[-1].text == "x"


def test_nothing_is_recorded_without_the_lock(file, path: Path, monkeypatch):
    before, value = path.read_bytes(), file.value
    monkeypatch.setattr(file, "_lock", SaveLock(path, patience=0.05))
    with FileLock(path.with_name(f".{path.name}.lock")):
        with pytest.raises(NotSaved, match="in memory"):
            file.record((NoteRecorded(text="x"),))
        assert file.value == value
        assert path.read_bytes() == before
    file.record((NoteRecorded(text="x"),))


def test_a_folder_that_is_gone_is_not_made_again(tmp_path: Path):
    with pytest.raises(NotSaved, match="is gone"):
        SaveLock(tmp_path / "gone" / "x.json").held().__enter__()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [OSError(errno.ENOLCK, "no locks"), NotImplementedError()])
def test_a_drive_without_locks_is_written_to_all_the_same(file, opened, monkeypatch, error):
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("facilitator.store.lock._taken_at_once", lambda _: None)
    monkeypatch.setattr("filelock.BaseFileLock.acquire", refuse)
    file.record((NoteRecorded(text="x"),))
    assert opened().value == file.value


def test_a_folder_that_may_not_be_written_to(file, path: Path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    value = file.value
    monkeypatch.setattr("facilitator.store.lock._taken_at_once", lambda _: None)
    monkeypatch.setattr("filelock.BaseFileLock.acquire", refuse)
    with pytest.raises(NotSaved, match="may not be written to"):
        file.record((NoteRecorded(text="x"),))
    assert file.value == value
