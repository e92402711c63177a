"""A meeting's file in a folder of its own, with a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.clock import FixedClock
from facilitator.meeting.changes import (
    ActionItemRecorded,
    AgendaItemAdded,
    Change,
    DecisionRecorded,
    MeetingPlanned,
    MeetingStarted,
    NoteRecorded,
    PersonAdded,
)
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.model import Meeting, Owner
from facilitator.store.change_file import ChangeFile
from facilitator.store.clock import ChangeClock

Opened = Callable[..., ChangeFile[Meeting]]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 14, 0, tzinfo=UTC), opening="aaaa")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2026-11-24-zweites-treffen.json"


@pytest.fixture
def opened(path: Path, clock: FixedClock) -> Opened:
    """Open the file as one more program would."""

    def open_file(device: str = "beef", file: Path = path) -> ChangeFile[Meeting]:
        return ChangeFile.open(file, MeetingFold, ChangeClock(device, clock.now))

    return open_file


@pytest.fixture
def first_step() -> tuple[Change, ...]:
    return (
        MeetingPlanned(title="Zweites Treffen", series_name="Netzwerk Integration"),
        PersonAdded(name="Dr. Petra Weiß", id="weiss", role="Leiterin"),
        AgendaItemAdded(title="Begrüßung", planned_minutes=10),
        AgendaItemAdded(title="Förderanträge", planned_minutes=30),
    )


@pytest.fixture
def file(path: Path, clock: FixedClock, first_step: tuple[Change, ...]) -> ChangeFile[Meeting]:
    """A small meeting: 9 changes in four steps."""
    made = ChangeFile.create(path, MeetingFold, ChangeClock("abcd", clock.now), first_step)
    item = made.value.agenda_items[1].id
    for step in (
        (MeetingStarted(),),
        (NoteRecorded(item=item, text="Fünf Anträge 📋\n„alle“ \\ vollständig"),),
        (
            DecisionRecorded(item=item, wording="Antrag 3 wird gefördert"),
            ActionItemRecorded(
                item=item, summary="Bescheid schicken", owners=(Owner(name="Weiß", id="weiss"),)
            ),
            NoteRecorded(item=item, text="intern", visibility="internal"),
        ),
    ):
        clock.advance(60)
        made.record(step)
    return made
