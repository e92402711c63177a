"""The editor of the person has the terminal: whatever happens to program and window meanwhile, what
was saved in the editor is there."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Running
from terminal import Terminal

from facilitator.meeting import changes as c

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

OLD, NEW = "Alter Satz.", "Im Editor gesichert."


def at_the_desk(home: Path) -> Running:
    running = Running.begin(home)
    live = running.live()
    live.record(c.NoteRecorded(item=live.meeting.agenda_items[0].id, text=OLD))
    live.close()
    return running


def desk_on_the_note(running: Running, **env: str) -> Terminal:
    """At the desk, the note chosen in the preview."""
    terminal = Terminal(
        "open", running.reference, "--lang", "de", home=running.home, rows=30, cols=100, env=env
    )
    terminal.wait_for("LISTE")
    terminal.press("tab")
    terminal.wait_for("VORSCHAU")
    terminal.press("ctrl+f").type("Alter")
    terminal.wait_for("nächste Stelle")
    terminal.press("enter", "escape")
    terminal.wait_for("VORSCHAU")
    return terminal


def in_the_editor(running: Running, does: str) -> Terminal:
    """The note is in the editor, which saved a sentence more and goes on with what it `does`."""
    script = running.home / "editor.py"
    script.write_text(
        "import os, pathlib, signal, sys, time\n"
        f"home, path = pathlib.Path({str(running.home)!r}), pathlib.Path(sys.argv[1])\n"
        f"path.write_text(path.read_text() + {NEW!r} + chr(10))\n"
        "(home / 'saved').write_text('')\n"
        "def wait_for(name):\n"
        "    while not (home / name).exists(): time.sleep(0.02)\n"
        f"{does}\n"
    )
    terminal = desk_on_the_note(running, VISUAL=f'"{sys.executable}" "{script}"')
    terminal.press("e")
    until(lambda: (running.home / "saved").exists(), terminal)
    return terminal


def until(what: Callable[[], bool], terminal: Terminal) -> None:
    end = time.monotonic() + 30
    while not what():
        assert time.monotonic() < end, "that never came"
        if not terminal.process.closed:
            terminal.read(0.02)
        time.sleep(0.02)


def is_there_again(running: Running) -> None:
    """At the next start the desk says so, and `l` opens it."""
    assert running.texts() == [OLD]
    with desk_on_the_note(running) as terminal:
        assert running.draft_at_the_desk() != {}
        terminal.press("l")
        terminal.wait_for(NEW)
        terminal.press("ctrl+s")
        terminal.wait_for("gespeichert")
    assert running.texts() == [f"{OLD}\n{NEW}"]
    assert not list((running.home / "state" / "editor").rglob("*.txt"))
    assert not running.crashed()


def test_a_program_killed_while_the_editor_is_open_finds_its_text(tmp_path: Path) -> None:
    running = at_the_desk(tmp_path)
    with in_the_editor(running, "wait_for('go on')") as terminal:
        terminal.kill()
        (tmp_path / "go on").write_text("")
    is_there_again(running)


@pytest.mark.parametrize("hears", ["", "signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"])
def test_a_window_closed_while_the_editor_is_open_ends_the_program(
    tmp_path: Path, hears: str
) -> None:
    """As a shell does it: everything in the window is told to go."""
    running = at_the_desk(tmp_path)
    ready = "(home / 'ready').write_text('')\n"
    with in_the_editor(running, f"{hears}{ready}wait_for('go on')") as terminal:
        until(lambda: (tmp_path / "ready").exists(), terminal)
        process = terminal.process.ptyproc
        process.fileobj.close()
        os.killpg(process.pid, signal.SIGHUP)
        terminal.process.closed = True
        (tmp_path / "go on").write_text("")
        until(lambda: not process.isalive(), terminal)
        assert process.exitstatus == 0
    is_there_again(running)


def test_ctrl_c_in_the_editor_is_the_editors(tmp_path: Path) -> None:
    running = at_the_desk(tmp_path)
    does = "signal.signal(signal.SIGINT, lambda *_: (home / 'heard').write_text(''))\n"
    does += "(home / 'ready').write_text('')\nwait_for('go on')"
    with in_the_editor(running, does) as terminal:
        until(lambda: (tmp_path / "ready").exists(), terminal)
        terminal.press("ctrl+c")
        until(lambda: (tmp_path / "heard").exists(), terminal)
        (tmp_path / "go on").write_text("")
        terminal.wait_for("gespeichert")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert running.texts() == [f"{OLD}\n{NEW}"]
    assert not running.crashed()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_ctrl_z_in_the_editor_stops_both_and_both_go_on(tmp_path: Path) -> None:
    running = at_the_desk(tmp_path)
    does = "os.kill(0, signal.SIGTSTP)\n(home / 'on again').write_text('')"
    with in_the_editor(running, does) as terminal:
        stat = Path(f"/proc/{terminal.process.pid}/stat")
        until(lambda: stat.read_text().rpartition(")")[2].split()[0] == "T", terminal)
        os.killpg(terminal.process.pid, signal.SIGCONT)
        terminal.wait_for("gespeichert")
        assert (tmp_path / "on again").exists()
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert running.texts() == [f"{OLD}\n{NEW}"]
