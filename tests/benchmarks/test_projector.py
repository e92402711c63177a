"""From a recorded decision to the picture at the projector, a process of its own in a terminal of
its own."""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest
from big_meeting import big_meeting
from ratios import Ratio, ratio_of
from terminal import environment, program

from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from screens.projector import LOOK

Hold = Callable[[Callable[[int], Ratio], float, int], None]

BARE = """
import os, sys, time
path, pause, last = sys.argv[1], float(sys.argv[2]), None
print("ready", flush=True)
while True:
    seen = os.stat(path).st_mtime_ns
    if seen != last:
        last = seen
        with open(path, "rb") as file:
            content = file.read()
        place = content.rfind(b"Nummer-", 0, content.index(b'"meta":'))
        print(content[place:place + 13].decode(errors="replace"), flush=True)
    time.sleep(pause)
"""
"""A process that looks as often as the projector, reads the file and prints the newest decision:
the least that can be done."""
AT_ONCE = 5
"""Recorded decisions of one round: how long one waits for the next look is a matter of chance."""


class Onlooker:
    """A process in a terminal that shows what was recorded."""

    def __init__(self, command: list[str], home: Path, wanted: bytes) -> None:
        self._process = pexpect.spawn(
            command[0], command[1:], env=environment(home), cwd=str(home), dimensions=(24, 80),
            timeout=30,
        )  # fmt: skip
        self.wait_for(wanted)

    def wait_for(self, wanted: bytes) -> float:
        """The moment at which it was painted."""
        painted = b""
        while wanted not in painted:
            painted = painted[-200:] + self._process.read_nonblocking(65536, timeout=30)
        return time.perf_counter()

    def end(self) -> None:
        self._process.close(force=True)


@pytest.fixture(scope="module")
def meeting(disk: Path) -> LiveMeeting:
    folder = disk / "projected"
    folder.mkdir()
    _, live = big_meeting(folder / "workspace")
    item = live.meeting.running_item
    assert item is not None
    return live


def test_from_the_recorded_decision_to_the_projector(
    disk: Path, meeting: LiveMeeting, hold: Hold
) -> None:
    home = disk / "projected"
    path = next((home / "workspace").glob("*/2026-*.json"))
    numbers = iter(range(100000, 999999))
    item = meeting.meeting.running_item
    assert item is not None

    def seen_by(onlooker: Onlooker) -> float:
        """Mean seconds from the call that records to the painted decision."""
        taken = []
        for _ in range(AT_ONCE):
            time.sleep(random.uniform(0, LOOK))
            word = f"Nummer-{next(numbers)}"
            started = time.perf_counter()
            meeting.record(c.DecisionRecorded(wording=word, item=item.id))
            taken.append(onlooker.wait_for(word.encode()) - started)
        return statistics.mean(taken)

    def measure(rounds: int) -> Ratio:
        projector = Onlooker([*program(), "project", "last"], home, b"vereinbart")
        bare = Onlooker([sys.executable, "-c", BARE, str(path), str(LOOK)], home, b"ready")
        try:
            times = []
            for number in range(rounds + 1):
                if number % 2:
                    ours, other = seen_by(projector), seen_by(bare)
                else:
                    other, ours = seen_by(bare), seen_by(projector)
                times.append((ours, other))
        finally:
            projector.end()
            bare.end()
        return ratio_of(
            "Recorded to painted at the projector, against a bare process that polls the file",
            times[1:],
        )

    hold(measure, 1.6, 12)
