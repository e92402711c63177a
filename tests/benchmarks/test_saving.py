"""From Enter to durable: what a recorded line costs beside the bare writing of its file."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from bare_write import bare_write
from big_meeting import CHANGES, ENTRIES, PEOPLE, big_meeting
from ratios import Ratio, compare

from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace

OTHERS = 1000

Hold = Callable[[Callable[[int], Ratio], float, int], None]


class Meeting:
    """The big meeting on the disk; `enter` records a line in it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.workspace, self.live = big_meeting(folder)
        self.path = self.workspace.path(self.live.reference)
        self.use(self.live)

    def use(self, live: LiveMeeting) -> None:
        self.live = live
        running = live.meeting.running_item
        assert running is not None
        self.item = running.id
        self._number = itertools.count()

    def enter(self) -> None:
        text = f"Zeile {next(self._number)}: Räume im Rathaus sind ab Montag frei."
        self.live.record(c.NoteRecorded(text=text, line=text, item=self.item))

    def bytes(self) -> bytes:
        return self.path.read_bytes()


@pytest.fixture(scope="module")
def alone(disk: Path) -> Meeting:
    return Meeting(disk / "alone")


@pytest.fixture(scope="module")
def among_many(disk: Path) -> Meeting:
    """The same meeting in a series with a thousand others, opened when they were all there."""
    made = Meeting(disk / "among-many")
    small = _small_meeting(made.workspace, made.live.reference.partition("/")[0])
    for number in range(OTHERS):
        day = date(2016, 1, 1) + timedelta(days=number)
        shutil.copy(small, small.with_name(f"{day.isoformat()}-treffen.json"))
    small.unlink()
    made.use(made.workspace.open(made.live.reference))
    os.sync()
    return made


def _small_meeting(workspace: Workspace, slug: str) -> Path:
    """A closed meeting with 20 entries, to be copied."""
    live = workspace.open(workspace.plan_meeting(slug, "Kleines Treffen", day=date(2015, 1, 1)))
    live.record(*(c.PersonAdded(name=f"Person {number}") for number in range(15)))
    live.record(*(c.DecisionRecorded(wording=f"Beschluss {number}") for number in range(20)))
    live.record(c.MeetingClosed())
    return workspace.path(live.reference)


def test_the_meeting_is_as_big_as_promised(alone: Meeting) -> None:
    meeting = alone.live.meeting
    assert len(meeting.people) == PEOPLE
    assert len(meeting.entries) == ENTRIES
    assert alone.bytes().count(b'"step"') == CHANGES
    assert 450_000 < len(alone.bytes()) < 600_000


def test_enter_to_durable_against_a_bare_write_of_the_same_bytes(
    alone: Meeting, hold: Hold
) -> None:
    target = alone.path.with_name("bare.bin")
    content = b""

    def before() -> None:
        nonlocal content
        content = alone.bytes()

    def measure(rounds: int) -> Ratio:
        return compare(
            "Enter to durable, against a bare atomic write",
            alone.enter,
            lambda: bare_write(target, content),
            rounds=rounds,
            before=before,
        )

    hold(measure, 1.5, 200)


def test_enter_to_durable_with_a_thousand_other_meetings(
    disk: Path, among_many: Meeting, hold: Hold
) -> None:
    alone = Meeting(disk / "as-long")  # the one above has grown by now

    def measure(rounds: int) -> Ratio:
        return compare(
            "Enter to durable with 1,000 other meetings, against none",
            among_many.enter,
            alone.enter,
            rounds=rounds,
        )

    hold(measure, 1.1, 200)
