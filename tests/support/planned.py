"""A meeting planned for 16:00, its agenda told in minutes."""

from __future__ import annotations

from datetime import date, timedelta

from written import START, Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import Instant


def planned(*items: c.AgendaItemAdded, end: str = "", hard: str = "") -> Written:
    """A meeting planned for 16:00; one second before it."""
    written = Written(now=START - timedelta(hours=1))
    written.record(
        c.MeetingPlanned(
            title="Treffen", day=date(2026, 10, 14), start="16:00", end=end, hard_end=hard
        )
    )
    for item in items:
        written.record(item)
    written.now = START - timedelta(seconds=1)
    return written


def item(name: str, minutes: int | None, **more: object) -> c.AgendaItemAdded:
    return c.AgendaItemAdded(title=name, id=name, planned_minutes=minutes, **more)  # type: ignore[arg-type]


def now(written: Written) -> Instant:
    return Instant(written.now)
