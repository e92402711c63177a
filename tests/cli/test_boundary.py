"""Whatever goes wrong: what happened, what it means for the data, what to do; never a traceback."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import CommandLine

import facilitator
from facilitator.workspace import Workspace

PROGRAM = str(Path(facilitator.__file__).resolve().parent.parent)
COMMANDS = ("list", "actions", "check", "minutes last", "record last", "close last", "open last")


def _run(*args: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    settings = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **options}
    return subprocess.run(
        [sys.executable, "-m", "facilitator.cli", *args],
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": PROGRAM},
        check=False,
        timeout=60,
        **settings,  # type: ignore[call-overload]
    )


@pytest.mark.parametrize(
    "name", ["../x", "../../etc/passwd", "/etc/passwd", "netz\x00werk", "\x1b[31m", "", ".", "~"]
)
@pytest.mark.parametrize("command", ["minutes", "record", "close", "open", "check"])
def test_a_name_that_is_no_meeting(cli: CommandLine, command: str, name: str) -> None:
    cli.plan("1. Treffen")
    cli.plan("2. Treffen")
    done = cli(command, name)
    assert done.exit_code == 3
    assert done.stdout == ""
    assert "1-treffen" in done.stderr, "says what there is"
    assert "\x1b" not in done.stderr


def test_an_ambiguous_name_lists_what_it_fits(cli: CommandLine) -> None:
    cli.plan("1. Treffen")
    cli.plan("2. Treffen")
    done = cli("minutes", "treffen")
    assert done.exit_code == 3
    assert "fits 2 meetings: netzwerk/2026-10-14-1-treffen, netzwerk/" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_workspace_that_is_a_file(cli: CommandLine, tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = cli(*command.split(), "--workspace", tmp_path / "file")
    assert done.exit_code == 2
    assert "is a file" in done.stderr
    assert (tmp_path / "file").read_text(encoding="utf-8") == "x"


def test_a_workspace_without_permission(
    cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Played, for whoever runs the tests as root: root may all."""
    closed = tmp_path / "closed"
    closed.mkdir()
    make = Path.mkdir

    def refused(path: Path, *args: Any, **kwargs: Any) -> None:
        if closed in path.parents:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        make(path, *args, **kwargs)

    monkeypatch.setattr(Path, "mkdir", refused)
    done = cli("new", "Treffen", "--series", "Netzwerk", "--workspace", closed)
    assert done.exit_code == 5
    assert "Traceback" not in done.stderr


def test_a_place_where_nothing_can_be_made(cli: CommandLine) -> None:
    done = cli("new", "Treffen", "--series", "Netzwerk", "--workspace", "/proc/nothing")
    assert done.exit_code == 5
    assert "/proc/nothing" in done.stderr


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"changes": 3}'])
@pytest.mark.parametrize("command", ["minutes", "record", "close", "open"])
def test_a_file_that_is_no_meeting(cli: CommandLine, command: str, content: bytes) -> None:
    reference = cli.plan()
    path = cli.root / f"{reference}.json"
    path.write_bytes(content)
    done = cli(command, reference, stdin="Eins\n" if command == "record" else "")
    assert done.exit_code in (2, 4, 6), (done.exit_code, done.stderr)
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == content, "left as it was"


@pytest.mark.parametrize("args", [(), ("open", "last"), ("demo",)])
def test_a_screen_without_a_terminal(cli: CommandLine, args: tuple[str, ...]) -> None:
    cli.plan()
    done = cli(*args)
    assert done.exit_code == 2
    assert "needs a terminal" in done.stderr


def test_an_error_of_ours_is_two_sentences_and_a_file(
    cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Workspace) -> None:
        raise RuntimeError("a mistake of ours \x1b[31m")

    monkeypatch.setattr(Workspace, "series", fail)
    done = cli("list")
    assert done.exit_code == 1
    assert "Something went wrong that should not have. Everything accepted" in done.stderr
    assert "Traceback" not in done.stderr
    assert "a mistake of ours" in (tmp_path / "state" / "last-error.txt").read_text("utf-8")


def test_a_senseless_clock_is_said(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_NOW", "teatime")
    done = cli("list")
    assert done.exit_code == 2
    assert "FACILITATOR_NOW" in done.stderr


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (("nwe",), "No such command 'nwe'"),
        (("list", "--from"), "No such option '--from'"),
        (("list", "more"), "Got unexpected extra argument (more)"),
        (("minutes",), "Missing argument 'MEETING'"),
        (("list", "--format", "xml"), "'xml' is not one of"),
        (("--lang", "fr", "list"), "'fr' is not one of"),
        (("new", "Treffen"), "Missing option '--series'"),
    ],
)
def test_a_call_that_makes_no_sense(
    cli: CommandLine, args: tuple[str, ...], complaint: str
) -> None:
    done = cli(*args)
    assert done.exit_code == 2
    assert complaint in done.stderr
    assert done.stdout == ""


# -- in a process of its own -----------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX system")
@pytest.mark.parametrize("args", [("list",), ("actions", "--format", "json"), ("--help",)])
def test_a_reader_that_goes_is_no_error(cli: CommandLine, args: tuple[str, ...]) -> None:
    cli.plan()
    reading, writing = os.pipe()
    os.close(reading)
    done = _run(*args, stdout=writing)
    os.close(writing)
    assert done.returncode == 0
    assert b"Error" not in done.stderr
    assert b"rror" not in done.stderr.replace(b"0 done", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("args", [("list",), ("actions", "--format", "json"), ("--help",)])
def test_a_full_disk_behind_stdout_is_said(cli: CommandLine, args: tuple[str, ...]) -> None:
    cli.plan()
    with Path("/dev/full").open("wb") as full:
        done = _run(*args, stdout=full)
    assert done.returncode == 5
    assert b"disk is full" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of a POSIX system")
@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("command", ["list", "record last", "--version"])
def test_closed_streams(cli: CommandLine, command: str, closed: str) -> None:
    cli.plan()
    done = subprocess.run(
        f"'{sys.executable}' -m facilitator.cli {command} {closed}",
        shell=True,
        env=os.environ | {"PYTHONPATH": PROGRAM},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr


def test_output_is_utf_8_whatever_the_locale(cli: CommandLine) -> None:
    cli.plan("Überblick")
    done = subprocess.run(
        [sys.executable, "-m", "facilitator.cli", "list"],
        capture_output=True,
        env=os.environ | {"PYTHONPATH": PROGRAM, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Überblick".encode() in done.stdout


@pytest.mark.parametrize(("language", "title"), [("de", "Nicht gespeichert"), ("en", "Not saved")])
def test_a_failed_save_is_titled_once(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, language: str, title: str
) -> None:
    cli.plan()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("facilitator.store.storage.write_atomically", full)
    done = cli("--lang", language, "new", "3. Treffen", "--series", "Netzwerk")
    assert done.exit_code == 5
    assert done.stderr.count(title) == 1
