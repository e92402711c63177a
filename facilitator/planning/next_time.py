"""The agenda of one meeting for the next: as it was planned, or with the minutes it really took."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.exchange.agenda_line import AgendaLine
from facilitator.meeting.model import AgendaItem, Meeting
from facilitator.planning.agenda import lines_of

STEP = 5
"""Minutes taken are rounded up to a multiple of this: nobody plans 28."""


def next_agenda(meeting: Meeting, *, as_it_took: bool = False) -> tuple[AgendaLine, ...]:
    """Without the breaks that nobody had planned. `as_it_took`: an item that ran gets the minutes
    it took, one that did not keeps its plan; a break always does."""
    items = [i for i in meeting.agenda_items if not i.is_break or i.planned_minutes is not None]
    if as_it_took:
        items = [replace(item, planned_minutes=_minutes(item)) for item in items]
    return lines_of(items)


def has_run(meeting: Meeting) -> bool:
    """Whether it is known how long anything took."""
    return any(item.is_business and _seconds(item) for item in meeting.agenda_items)


def _minutes(item: AgendaItem) -> int | None:
    seconds = _seconds(item)
    if not item.is_business or not seconds:
        return item.planned_minutes
    return max(STEP, -(-round(seconds / 60) // STEP) * STEP)


def _seconds(item: AgendaItem) -> float:
    """What is over by now: of a meeting that still runs the open stretch does not count."""
    return sum(i.start.seconds_until(i.end) for i in item.intervals if i.end is not None)
