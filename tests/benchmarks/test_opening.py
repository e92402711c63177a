"""The first usable live screen, from the start of the process to the painted bar."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import empty_app
import pexpect
import pytest
from big_meeting import big_meeting
from ratios import Ratio, compare
from terminal import environment, program

Hold = Callable[[Callable[[int], Ratio], float, int], None]

BAR = "╰".encode()
"""The lower edge of the bar, painted last."""
NEWEST = b"299: "
"""Beginning of the newest entry."""


class Opened:
    """Runs of a program in a pseudo-terminal, each until all of `wanted` was painted."""

    def __init__(self, command: list[str], home: Path, *wanted: bytes) -> None:
        self._command = command
        self._wanted = wanted
        self._home = home
        self._env = environment(
            home, FACILITATOR_NOW="2026-10-14T18:00", PYTHONPYCACHEPREFIX=str(home / "pycache")
        )
        del self._env["PYTHONWARNINGS"]
        self._env.pop("PYTHONDONTWRITEBYTECODE", None)
        self._last: pexpect.spawn | None = None

    def __call__(self) -> None:
        self._last = pexpect.spawn(
            self._command[0], self._command[1:], env=self._env, cwd=str(self._home),
            dimensions=(36, 120), timeout=30,
        )  # fmt: skip
        painted = b""
        while not all(each in painted for each in self._wanted):
            painted += self._last.read_nonblocking(65536, timeout=30)

    def end(self) -> None:
        if self._last is not None:
            self._last.kill(signal.SIGKILL)
            self._last.wait()
            self._last.close()
            self._last = None


@pytest.fixture(scope="module")
def home(disk: Path) -> Path:
    folder = disk / "opening"
    folder.mkdir()
    big_meeting(folder / "workspace")
    os.sync()
    return folder


def test_the_first_usable_live_screen_against_an_empty_app(home: Path, hold: Hold) -> None:
    live = Opened([*program(), "open", "last"], home, BAR, NEWEST)
    empty = Opened([sys.executable, str(Path(empty_app.__file__))], home, BAR)

    def end() -> None:
        live.end()
        empty.end()

    def measure(rounds: int) -> Ratio:
        try:
            return compare(
                "First usable live screen, against an empty Textual app",
                live,
                empty,
                rounds=rounds,
                before=end,
            )
        finally:
            end()

    hold(measure, 1.5, 15)
