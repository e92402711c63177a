"""What the processor does while nobody types: the live screen of a large meeting, its clock running
and somebody speaking."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import empty_clock
import pexpect
import pytest
from big_meeting import big_meeting
from ratios import Ratio, ratio_of
from terminal import environment, program

Hold = Callable[[Callable[[int], Ratio], float, int], None]

WINDOW = 10.0
"""Seconds of one round."""
BAR = "╰".encode()


class Idle:
    """A program in a pseudo-terminal that nobody touches. All its threads are counted, in
    nanoseconds, as the kernel's scheduler has them."""

    def __init__(self, command: list[str], home: Path) -> None:
        env = environment(home, FACILITATOR_NOW="2026-10-14T18:00")
        del env["PYTHONWARNINGS"]
        self.child = pexpect.spawn(
            command[0], command[1:], env=env, cwd=str(home), dimensions=(36, 120), timeout=30
        )
        painted = b""
        while BAR not in painted:
            painted += self.child.read_nonblocking(65536, timeout=30)

    def used(self) -> float:
        """Seconds of processor time so far."""
        tasks = Path(f"/proc/{self.child.pid}/task")
        spent = (int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir())
        return sum(spent) / 1e9

    def end(self) -> None:
        self.child.kill(signal.SIGKILL)
        self.child.wait()
        self.child.close()


def watch(programs: tuple[Idle, Idle], seconds: float) -> tuple[float, float]:
    """Both at the same time, so that what else the machine does falls on both; what they paint is
    taken from them, as a terminal does."""
    before = [each.used() for each in programs]
    handles = [each.child.fileno() for each in programs]
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        for handle in select.select(handles, [], [], left)[0]:
            os.read(handle, 65536)
    ours, other = (each.used() - was for each, was in zip(programs, before, strict=True))
    return ours, other


@pytest.fixture(scope="module")
def programs(disk: Path) -> Iterator[tuple[Idle, Idle]]:
    home = disk / "idle"
    home.mkdir()
    big_meeting(home / "workspace", people=200, speakers=12)
    os.sync()
    live = Idle([*program(), "open", "last"], home)
    empty = Idle([sys.executable, str(Path(empty_clock.__file__))], home)
    watch((live, empty), 5.0)  # what the start still has to do does not count
    yield live, empty
    live.end()
    empty.end()


def test_idle_with_a_running_clock(programs: tuple[Idle, Idle], hold: Hold) -> None:
    def measure(rounds: int) -> Ratio:
        return ratio_of(
            f"Processor idle with a running clock, {WINDOW:.0f} s, against an empty Textual app",
            [watch(programs, WINDOW) for _ in range(rounds)],
        )

    hold(measure, 1.5, 4)
