"""Breaks: how one begins, and how long it still lasts. A break has a length or a time agreed with
the room; on the wall it is never red, the room knows itself that it is late."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from facilitator.meeting import changes as c
from facilitator.meeting.agenda import next_item
from facilitator.meeting.model import AgendaItem, Instant, Meeting, Value
from facilitator.meeting.projection import break_end

DEFAULT_MINUTES = 15
LONGEST_MINUTES = 11 * 60
"""A time more than eleven hours away is taken for one that is past."""


class BreakTime(Value, frozen=True, kw_only=True):
    """A running break. `end` and `left_minutes` None: it has no end yet. Begun minutes count as
    left, so that they add up with a clock without seconds; negative: over."""

    item: str
    end: datetime | None
    left_minutes: int | None

    @property
    def is_over(self) -> bool:
        """'Gleich geht es weiter.'"""
        return self.left_minutes is not None and self.left_minutes <= 0


def running_break(meeting: Meeting, now: Instant) -> BreakTime | None:
    """None: no break is running."""
    item = meeting.running_item
    if item is None or not item.is_break:
        return None
    end = break_end(item, now)
    left = None if end is None else math.ceil((end - now.at).total_seconds() / 60)
    return BreakTime(item=item.id, end=end, left_minutes=left)


def planned_break(meeting: Meeting) -> AgendaItem | None:
    """The break of the agenda that comes next, or None."""
    coming = next_item(meeting)
    return coming if coming is not None and coming.is_break else None


def break_begins(
    meeting: Meeting, now: Instant, title: str, minutes: int | None = None, until: str = ""
) -> tuple[c.Change, ...]:
    """The step that begins a break, for so many minutes or until a time ("HH:MM"), else as planned,
    else for a quarter of an hour. It interrupts the running item, which goes on afterwards. A
    planned break that comes next is this one; in a running break its end is agreed anew. One that
    nobody planned has no planned minutes, so that the plan stays what it was."""
    running = meeting.running_item
    if running is not None and running.is_break:
        end = until or _after(now, minutes or DEFAULT_MINUTES)
        return (c.AgendaItemAmended(item=running.id, agreed_end=end),)
    planned = planned_break(meeting)
    if planned is not None:
        length = minutes or planned.planned_minutes or DEFAULT_MINUTES
        agreed = until or _after(now, length)
        return (
            c.AgendaItemAmended(item=planned.id, agreed_end=agreed),
            c.ItemStarted(item=planned.id, interrupts=running is not None),
        )
    beside = running or _last_begun(meeting)
    added = c.AgendaItemAdded(
        title=title,
        purpose="break",
        agreed_end=until or _after(now, minutes or DEFAULT_MINUTES),
        parent=beside.parent if beside else "",
        after=_behind_its_breaks(meeting, beside) if beside else "first",
    )
    return (added, c.ItemStarted(item="^0", interrupts=running is not None))


def _behind_its_breaks(meeting: Meeting, item: AgendaItem) -> str:
    """Breaks taken in one item stand behind it in the order in which they were taken."""
    siblings = [each for each in meeting.agenda_items if each.parent == item.parent]
    last = item
    for sibling in siblings[siblings.index(item) + 1 :]:
        if not (sibling.is_break and sibling.intervals):
            break
        last = sibling
    return last.id


def _last_begun(meeting: Meeting) -> AgendaItem | None:
    begun = [item for item in meeting.agenda_items if item.intervals]
    return max(begun, key=lambda item: item.intervals[-1].start.at, default=None)


def _after(now: Instant, minutes: int) -> str:
    return f"{now.at + timedelta(minutes=minutes):%H:%M}"
