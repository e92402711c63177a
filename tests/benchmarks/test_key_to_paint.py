"""From a key to its letter on the screen, in the capture bar of a large running meeting."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import bare_line
import pexpect
import pytest
from big_meeting import big_meeting
from ratios import Ratio, ratio_of
from terminal import environment, program

Hold = Callable[[Callable[[int], Ratio], float, int], None]

LINE = "Befragung im Kreis >Brandt bis Ende Juni"
"""Words, a name and a due phrase: each letter is read anew by the grammar."""
_ESCAPES = re.compile(rb"\x1b(\[[0-9;?<=>]*[A-Za-z]|[()][A-Z0-9]|.)")


class Typist:
    """A program in a pseudo-terminal. Called: types the line, each letter when the one before it
    was painted, then deletes it again, untimed."""

    def __init__(self, command: list[str], home: Path, ready: bytes, renew: bytes) -> None:
        env = environment(home, FACILITATOR_NOW="2026-10-14T18:00")
        del env["PYTHONWARNINGS"]
        self._renew = renew
        self._child = pexpect.spawn(
            command[0], command[1:], env=env, cwd=str(home), dimensions=(36, 120), timeout=30
        )
        self._child.delaybeforesend = None  # pexpect would wait 50 ms in front of each letter
        painted = b""
        while ready not in painted:
            painted += self._child.read_nonblocking(65536, timeout=30)
        self._drain()

    def type_line(self) -> float:
        """Seconds of all letters together."""
        took = 0.0
        for letter in LINE.encode().split(b" "):
            for byte in letter:
                took += self._type(bytes([byte]))
            self._child.send(b" ")
            self._drain(0.05)
        self._child.send(self._renew)
        self._drain(0.3)
        return took

    def _type(self, letter: bytes) -> float:
        started = perf_counter()
        self._child.send(letter)
        painted = b""
        while letter not in _ESCAPES.sub(b"", painted):
            painted += self._child.read_nonblocking(65536, timeout=30)
        took = perf_counter() - started
        self._drain(0.03)
        return took

    def _drain(self, quiet: float = 0.5) -> None:
        """Read until nothing comes for a while."""
        while True:
            try:
                self._child.read_nonblocking(65536, timeout=quiet)
            except pexpect.TIMEOUT:
                return

    def end(self) -> None:
        self._child.kill(signal.SIGKILL)
        self._child.wait()
        self._child.close()


@pytest.fixture(scope="module")
def typists(disk: Path) -> Iterator[tuple[Typist, Typist]]:
    home = disk / "typing"
    home.mkdir()
    big_meeting(home / "workspace", people=200, speakers=12)
    os.sync()
    bare = Typist([sys.executable, str(Path(bare_line.__file__))], home, b"ready", b"\x15")
    live = Typist([*program(), "open", "last"], home, "╰".encode(), b"\x15")
    yield live, bare
    live.end()
    bare.end()


def test_key_to_paint_against_a_bare_text_area(typists: tuple[Typist, Typist], hold: Hold) -> None:
    live, bare = typists

    def measure(rounds: int) -> Ratio:
        return compare_typed(live, bare, rounds)

    hold(measure, 1.5, 8)


def compare_typed(live: Typist, bare: Typist, rounds: int) -> Ratio:
    times = []
    for number in range(rounds + 1):
        if number % 2:
            ours, other = live.type_line(), bare.type_line()
        else:
            other = bare.type_line()
            ours = live.type_line()
        times.append((ours, other))
    return ratio_of("Key to paint, 40 letters, against a bare TextArea with a label", times[1:])
