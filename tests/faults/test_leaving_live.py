"""The terminal is closed, the system asks the program to go, the disk is full: a half-typed line
is kept, nothing is lost, and the terminal is left as it was."""

from __future__ import annotations

import signal
import sys
import termios
import time

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

from running import Running, bar_text  # noqa: E402
from terminal import Terminal  # noqa: E402

HALF = "Amt 50 fragt bei der"
RESTORED = (
    b"\x1b[?1049l",  # back from the alternate screen
    b"\x1b[?25h",  # cursor
    b"\x1b[?2004l",  # no bracketed paste
    b"\x1b[?1000l",  # no mouse
)


def is_cooked(terminal: Terminal) -> bool:
    """Whether the terminal echoes and takes whole lines, as a shell wants it."""
    flags = termios.tcgetattr(terminal.process.child_fd)[3]
    return bool(flags & termios.ECHO) and bool(flags & termios.ICANON)


def half_typed(terminal: Terminal, text: str = HALF) -> None:
    terminal.type(text)
    terminal.wait_for(text)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
@pytest.mark.parametrize("pause", [0.0, 0.15, 0.6])
def test_a_signal_keeps_the_half_typed_line_and_restores_the_terminal(
    running: Running, number: signal.Signals, pause: float
) -> None:
    with running.terminal() as terminal:
        terminal.type("Erster Satz.").press("enter")
        terminal.wait_for("✓")
        half_typed(terminal)
        time.sleep(pause)
        terminal.send_signal(number)
        assert terminal.wait_for_end() == 0
        assert is_cooked(terminal)
        for sequence in RESTORED:
            assert terminal.output.rfind(sequence) > terminal.output.rfind(b"\x1b[?1049h")
        assert b"Traceback" not in terminal.output
    assert running.texts() == ["Erster Satz."]
    assert running.draft().line == HALF
    assert not running.crashed()
    with running.terminal() as terminal:
        assert bar_text(terminal.wait_for(HALF).splitlines()) == HALF
        terminal.type(" Caritas nach.").press("enter")
        terminal.wait_for("✓")
    assert running.texts() == ["Erster Satz.", f"{HALF} Caritas nach."]


def test_a_terminal_that_is_closed_keeps_the_half_typed_line(running: Running) -> None:
    """The window itself goes: the program is told by SIGHUP and can write nothing any more."""
    with running.terminal() as terminal:
        half_typed(terminal)
        process = terminal.process.ptyproc
        process.fileobj.close()
        end = time.monotonic() + 60
        while process.isalive():
            assert time.monotonic() < end, "it lives on without a terminal"
            time.sleep(0.05)
        assert process.exitstatus == 0
        terminal.process.closed = True
    assert running.draft().line == HALF
    assert not running.crashed()


def test_a_line_that_was_sent_does_not_come_back_into_the_bar(running: Running) -> None:
    """Killed between Enter and the draft that is written 0.3 s later: the old draft still holds
    the line, the meeting has it too."""
    with running.terminal() as terminal:
        half_typed(terminal, "! Der Antrag ist angenommen.")
        time.sleep(0.8)
        terminal.process.send("\r")
        terminal.wait_for("✓")
        terminal.kill()
    assert [entry.kind for entry in running.live().meeting.entries] == ["decision"]
    with running.terminal() as terminal:
        assert bar_text(terminal.lines) == ""
