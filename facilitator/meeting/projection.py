"""When everything still to come will begin and end, and with it the meeting: from now, from what is
used and what is planned. Computed anew from instants each time, so it is right after sleep, after
a change of the clock and after a restart.

- The running item takes its plan, or what it has used if that is more; so does each coming one.
- An item with a fixed start does not begin before it; the time until then is waited. One that what
  runs before it overruns begins late, and the slot says by how much.
- A break ends as agreed with the room, else after its planned minutes.
- Spare time (a buffer) gives way first: by as much as the next fixed start, or behind the last of
  them the planned end, would be missed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime, timedelta

from facilitator.meeting.agenda import is_heading
from facilitator.meeting.model import AgendaItem, Instant, Meeting, Value
from facilitator.meeting.timebox import (
    clock_time,
    covers_sub_items,
    planned_end,
    planned_start,
    planned_total,
)


class Slot(Value, frozen=True, kw_only=True):
    """When one item runs. Seconds: `waited` in front of its fixed start, `late` behind it."""

    item: str
    start: datetime
    """Of the running item: when it began."""
    end: datetime
    waited: float = 0.0
    late: float = 0.0


class Projection(Value, frozen=True, kw_only=True):
    """The running item and what comes, in the order in which it will come."""

    slots: tuple[Slot, ...]
    end: datetime

    def slot(self, item_id: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.item == item_id), None)


class _Part(Value, frozen=True, kw_only=True):
    item: AgendaItem
    seconds: float
    fixed: datetime | None = None
    agreed: datetime | None = None


def coming_items(meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The running item, then what is still to be done in the order in which it will come: what a
    break interrupted, what follows, and last what was passed over. Breaks and spare time that
    were passed over come no more; headings are never run."""
    items = meeting.agenda_items
    running = meeting.running_item
    begun = [at for at, i in enumerate(items) if i.intervals or i.state not in ("open", "running")]
    here = items.index(running) if running else (begun[-1] if begun else -1)
    waiting = [i for i in items if i.state == "interrupted"]
    still_open = [
        (at, i) for at, i in enumerate(items) if i.state == "open" and not is_heading(meeting, i)
    ]
    behind = [i for at, i in still_open if at > here]
    passed = [i for at, i in still_open if at < here and i.is_business]
    first = (running,) if running else ()
    if running is not None and not running.is_break:
        return (*first, *behind, *waiting, *passed)
    return (*first, *waiting, *behind, *passed)


def project(meeting: Meeting, now: Instant) -> Projection | None:
    """None before the start and after the close, and when nothing is planned. A meeting that should
    have begun shifts as if it began now."""
    if meeting.state == "planned":
        begin = planned_start(meeting)
        if begin is None:
            return None
        late = now.at - begin.replace(tzinfo=now.at.tzinfo)
        if not timedelta(0) <= late < timedelta(hours=12):
            return None
    elif meeting.state != "running":
        return None
    if not planned_total(meeting):
        return None
    at = now.at
    slots: list[Slot] = []
    segments = list(_segments(meeting, now))
    plan = planned_end(meeting)
    last = plan.replace(tzinfo=at.tzinfo) if plan and plan.tzinfo is None else plan
    for place, parts in enumerate(segments):
        target = segments[place + 1][0].fixed if place + 1 < len(segments) else last
        laid = _lay(parts, at, now)
        if target is not None and laid and laid[-1].end > target:
            over = (laid[-1].end - target).total_seconds()
            laid = _lay(_without_spare_time(parts, over), at, now)
        slots += laid
        at = laid[-1].end if laid else at
    return Projection(slots=tuple(slots), end=at)


def minutes_between(plan: datetime | None, end: datetime | None) -> int | None:
    """From one to the other in whole minutes, begun ones not counted. None if either is open."""
    if plan is None or end is None:
        return None
    if plan.tzinfo is None:
        plan = plan.replace(tzinfo=end.tzinfo)
    return math.floor((end - plan).total_seconds() / 60)


def break_end(item: AgendaItem, now: Instant) -> datetime | None:
    """When a running break ends: as agreed, else after its planned minutes. None: it is open."""
    if agreed := clock_time(item.agreed_end, now.at):
        return agreed
    if not item.planned_minutes:
        return None
    return now.at + timedelta(seconds=item.planned_minutes * 60 - item.used_seconds(now))


def _segments(meeting: Meeting, now: Instant) -> Iterator[list[_Part]]:
    """What comes, cut in front of each fixed start."""
    parts: list[_Part] = []
    for item in coming_items(meeting):
        part = _part(meeting, item, now)
        if part.fixed is not None and parts:
            yield parts
            parts = []
        parts.append(part)
    if parts:
        yield parts


def _part(meeting: Meeting, item: AgendaItem, now: Instant) -> _Part:
    seconds = max(0.0, (item.planned_minutes or 0) * 60 - item.used_seconds(now))
    if covers_sub_items(meeting, item):
        seconds = 0.0
    is_waited_for = item.state == "open" and not item.intervals
    fixed = clock_time(item.fixed_start, now.at) if is_waited_for else None
    agreed = clock_time(item.agreed_end, now.at) if item.is_break else None
    if agreed is not None and item.state == "running":
        seconds = max(0.0, (agreed - now.at).total_seconds())
    return _Part(item=item, seconds=seconds, fixed=fixed, agreed=agreed)


def _without_spare_time(parts: list[_Part], over: float) -> list[_Part]:
    """Spare time gives way, the earliest first, by at most `over` seconds."""
    kept = []
    for part in parts:
        eaten = min(over, part.seconds) if part.item.purpose == "buffer" else 0.0
        over -= eaten
        kept.append(
            _Part(
                item=part.item,
                seconds=part.seconds - eaten,
                fixed=part.fixed,
                agreed=part.agreed,
            )
        )
    return kept


def _lay(parts: list[_Part], at: datetime, now: Instant) -> list[Slot]:
    slots = []
    for part in parts:
        start, waited, late = at, 0.0, 0.0
        if part.fixed is not None:
            gap = (part.fixed - at).total_seconds()
            waited, late = max(0.0, gap), max(0.0, -gap)
            start = max(at, part.fixed)
        end = start + timedelta(seconds=part.seconds)
        if part.agreed is not None and part.agreed > start:
            end = part.agreed
        at = end
        if part.item.state == "running" and part.item.intervals:
            start = now.at - timedelta(seconds=part.item.intervals[-1].seconds(now))
        slots.append(Slot(item=part.item.id, start=start, end=end, waited=waited, late=late))
    return slots
