"""The program in a real pseudo-terminal: keys go in as bytes, the screen is what pyte makes of
what comes out.

    with Terminal("demo", rows=36, cols=120, home=tmp_path) as terminal:
        terminal.wait_for("Netzwerk Integration")
        terminal.press("f9")
        terminal.type("Ein Satz").press("enter")

`FACILITATOR_TEST_PROGRAM` (a path) drives an installed program instead of the checkout.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import struct
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

import pexpect
import pyte

import facilitator

PROGRAM = Path(facilitator.__file__).resolve().parent.parent
"""Where the program under test lives: the checkout or the installed wheel."""

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f", "space": " ",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "delete": "\x1b[3~", "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS",
    "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~",
    "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~", "ctrl+up": "\x1b[1;5A",
    "ctrl+down": "\x1b[1;5B",
}  # fmt: skip
"""What an xterm sends."""

_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*u|\x1b\[\?2026[hl]|\x1b\[>[0-9;]*[qm]")
"""Kitty's keyboard protocol, synchronised output, questions about the terminal."""


def program() -> list[str]:
    """How to start the program: as installed if told, else the one under test."""
    if installed := os.environ.get("FACILITATOR_TEST_PROGRAM"):
        return [installed]
    return [sys.executable, "-m", "facilitator.cli"]


def environment(home: Path, **more: str) -> dict[str, str]:
    """An environment in which nothing outside `home` is read or written."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("FACILITATOR_", "XDG_", "LC_", "COV_"))
    }
    for name in ("NO_COLOR", "COLUMNS", "LINES"):  # xdist tells its workers a size of its own
        kept.pop(name, None)
    return kept | {
        "HOME": str(home),
        "FACILITATOR_STATE": str(home / "state"),
        "FACILITATOR_WORKSPACE": str(home / "workspace"),
        "PYTHONPATH": str(PROGRAM),
        "PYTHONWARNINGS": "default",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_ANIMATIONS": "none",
        **more,
    }


class Terminal:
    """One run of the program. `args` are those behind `facilitator`; `home` is an empty folder
    for workspace and state; `env` adds to the environment ('FACILITATOR_NOW', ...). `timeout`:
    seconds to wait for anything at most, however busy the machine is."""

    def __init__(
        self,
        *args: str,
        home: Path,
        rows: int = 24,
        cols: int = 80,
        env: Mapping[str, str] | None = None,
        timeout: float = 60,
    ) -> None:
        self.timeout = timeout
        self._screen = pyte.Screen(cols, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.output = b""
        """Everything the program wrote."""
        command = [*program(), *args]
        self.process = pexpect.spawn(
            command[0],
            command[1:],
            env=environment(home, **(env or {})),
            cwd=str(home),
            dimensions=(rows, cols),
            timeout=timeout,
        )
        self.process.delaybeforesend = None
        self.process.ptyproc.delayafterclose = 0.05

    # -- looking ----------------------------------------------------------------------------

    def read(self, seconds: float = 0.05) -> None:
        """Take in what the program writes for so long."""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            try:
                chunk = self.process.read_nonblocking(65536, timeout=max(0.0, min(left, 0.05)))
            except pexpect.TIMEOUT:
                chunk = b""
            except pexpect.EOF:
                return
            if chunk:
                self.output += chunk
                self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", chunk))
            if left <= 0:
                return

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without blanks at their end."""
        self.read(0.02)
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    def wait_for(self, wanted: str | re.Pattern[str], timeout: float | None = None) -> str:
        """Wait until the screen shows a text (or matches a pattern); returns the screen. Raises
        AssertionError with the screen as it is."""
        return self._wait(wanted, timeout, wants=True)

    def wait_until_gone(self, unwanted: str | re.Pattern[str], timeout: float | None = None) -> str:
        """Wait until the screen no longer shows a text."""
        return self._wait(unwanted, timeout, wants=False)

    def _wait(self, text: str | re.Pattern[str], timeout: float | None, *, wants: bool) -> str:
        end = time.monotonic() + (self.timeout if timeout is None else timeout)
        while True:
            self.read(0.03)
            screen = "\n".join(line.rstrip() for line in self._screen.display)
            found = text in screen if isinstance(text, str) else bool(text.search(screen))
            if found is wants:
                return screen
            if time.monotonic() > end or (not self.process.isalive() and not self._has_more()):
                how = "never came" if wants else "never went"
                state = "running" if self.process.isalive() else f"ended ({self.process.status})"
                raise AssertionError(f"{text!r} {how}; the program is {state}:\n{screen}")

    def wait_until(
        self, holds: Callable[[list[str]], bool], timeout: float | None = None
    ) -> list[str]:
        """Wait until the rows of the screen are so: a picture may arrive in pieces, and what was
        waited for stands there before the rest of it. Returns the rows."""
        end = time.monotonic() + (self.timeout if timeout is None else timeout)
        while not holds(lines := self.lines):
            if time.monotonic() > end or (not self.process.isalive() and not self._has_more()):
                shown = "\n".join(lines)
                raise AssertionError(f"the screen never became what it should be:\n{shown}")
        return lines

    def _has_more(self) -> bool:
        before = len(self.output)
        self.read(0.05)
        return len(self.output) > before

    # -- doing ------------------------------------------------------------------------------

    def type(self, text: str) -> Terminal:
        """Type letters, as fast as a paste without its brackets."""
        self.process.send(text)
        return self

    def press(self, *keys: str) -> Terminal:
        """Press keys by their names ('f9', 'ctrl+z', 'enter', 'a'), with a human's pause where
        one is needed to tell Escape from the beginning of a sequence."""
        for key in keys:
            if key in KEYS:
                self.process.send(KEYS[key])
            elif key.startswith("ctrl+") and len(key) == 6:
                self.process.send(chr(ord(key[5].lower()) - 96))
            else:
                self.process.send(key)
            if key == "escape":
                self._wait_until_keys_are_read()
            self.read(0.25 if key == "escape" else 0.03)
        return self

    def _wait_until_keys_are_read(self) -> None:
        """Until the program has taken in all that was typed: an Escape that still lies there when
        the next key comes is taken for the beginning of a sequence."""
        if sys.platform != "linux":
            return
        import fcntl
        import termios

        end = time.monotonic() + self.timeout
        with contextlib.suppress(OSError):  # it has ended
            side = os.open(f"/proc/{self.process.pid}/fd/0", os.O_RDWR | os.O_NOCTTY)
            try:
                while time.monotonic() < end and self.process.isalive():
                    if struct.unpack("i", fcntl.ioctl(side, termios.FIONREAD, b"\0" * 4)) == (0,):
                        return
                    self.read(0.02)
            finally:
                os.close(side)

    def paste(self, text: str) -> Terminal:
        """Paste, as a terminal with bracketed paste does."""
        self.process.send(f"\x1b[200~{text}\x1b[201~")
        return self

    def resize(self, rows: int, cols: int) -> Terminal:
        self._screen.resize(rows, cols)
        self.process.setwinsize(rows, cols)
        self.read(0.2)
        return self

    # -- the end ----------------------------------------------------------------------------

    def kill(self) -> None:
        """Kill -9: no chance to say goodbye."""
        self.process.kill(signal.SIGKILL)
        self.wait_for_end()

    def send_signal(self, number: signal.Signals) -> None:
        self.process.kill(number)

    def wait_for_end(self, timeout: float | None = None) -> int:
        """Wait until the program ends; its exit code, or minus the signal that ended it."""
        end = time.monotonic() + (self.timeout if timeout is None else timeout)
        while self.process.isalive():
            self.read(0.05)
            if time.monotonic() > end:
                raise AssertionError(f"the program does not end:\n{self.text}")
        self.read(0.05)
        status = self.process.exitstatus
        return status if status is not None else -int(self.process.signalstatus or 0)

    def close(self) -> None:
        """Whatever state it is in, nothing is left running."""
        with contextlib.suppress(pexpect.ExceptionPexpect, OSError):
            self.process.close(force=True)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
