"""Planned, used, left of one item, and the plan of the meeting: arithmetic on a given `now`, always
from instants. When it will all end stands in `projection`."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Literal

from facilitator.meeting.agenda import is_heading
from facilitator.meeting.model import AgendaItem, Instant, Meeting, Value

Warmth = Literal["calm", "warning", "over"]

SHARE_LEFT_WARNING = 0.2
"""Amber when a fifth of the planned time is left."""


class Timebox(Value, frozen=True, kw_only=True):
    """One item against its plan. Minutes are whole and begun ones count as used."""

    used_minutes: int
    planned_minutes: int | None
    left_minutes: int | None
    """Negative: over."""
    warmth: Warmth
    share: float
    """Used of planned, 0 to 1; 0 without a plan."""


def timebox(item: AgendaItem, now: Instant) -> Timebox:
    used = item.used_seconds(now)
    used_minutes = int(used // 60)
    planned = item.planned_minutes
    if not planned:
        return Timebox(
            used_minutes=used_minutes,
            planned_minutes=planned,
            left_minutes=None,
            warmth="calm",
            share=0.0,
        )
    left = planned * 60 - used
    warmth: Warmth = "calm"
    if left <= 0:
        warmth = "over"
    elif left <= planned * 60 * SHARE_LEFT_WARNING:
        warmth = "warning"
    return Timebox(
        used_minutes=used_minutes,
        planned_minutes=planned,
        left_minutes=planned - used_minutes,
        warmth=warmth,
        share=min(1.0, used / (planned * 60)),
    )


# -- the plan of the meeting ----------------------------------------------------------------------


def planned_total(meeting: Meeting) -> int:
    """Planned minutes of all items; a heading counts only through its sub-items."""
    return sum(
        item.planned_minutes or 0
        for item in meeting.agenda_items
        if not covers_sub_items(meeting, item)
    )


def planned_start(meeting: Meeting) -> datetime | None:
    """The start as planned, or when it began if no time was planned. Aware only where the meeting
    has begun; held on another day than planned, it keeps its times."""
    if meeting.started_at is not None:
        began = meeting.started_at.at
        return clock_time(meeting.start, began) or began.replace(second=0, microsecond=0)
    if meeting.day is None:
        return None
    return _on(meeting.day.isoformat(), meeting.start)


def planned_end(meeting: Meeting) -> datetime | None:
    """The end as planned: its own time if one was set, else start plus planned minutes, waiting
    for fixed starts. Aware only where the meeting has begun; None without a day or a start, and
    where nothing was planned but the start."""
    begin = planned_start(meeting)
    if meeting.end:
        return _behind_start(meeting, meeting.end)
    if begin is None:
        return None
    at = begin
    for item in meeting.agenda_items:
        if covers_sub_items(meeting, item):
            continue
        fixed = clock_time(item.fixed_start, at)
        if fixed is not None and fixed > at:
            at = fixed
        at += timedelta(minutes=item.planned_minutes or 0)
    return at if at > begin else None


def hard_end(meeting: Meeting) -> datetime | None:
    """When it has to be over (room, bus), or None."""
    return _behind_start(meeting, meeting.hard_end)


def covers_sub_items(meeting: Meeting, item: AgendaItem) -> bool:
    """The plan of an item with planned sub-items is theirs, not one more."""
    return is_heading(meeting, item) or any(
        other.parent == item.id and other.planned_minutes for other in meeting.agenda_items
    )


def clock_time(hhmm: str, near: datetime) -> datetime | None:
    """'18:05' as the moment nearest to another one, at most twelve hours away: '00:15' told at
    23:50 is tomorrow. None for what is no time."""
    try:
        clock = time.fromisoformat(hhmm)
    except ValueError:
        return None
    on_day = near.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    day = timedelta(days=1)
    return min((on_day, on_day - day, on_day + day), key=lambda moment: abs(moment - near))


def _behind_start(meeting: Meeting, hhmm: str) -> datetime | None:
    """A time of day as the first such moment not before the planned start."""
    begin = planned_start(meeting)
    if begin is None:
        return _on(meeting.day.isoformat(), hhmm) if meeting.day else None
    if not hhmm or (end := _on(begin.date().isoformat(), hhmm)) is None:
        return None
    end = end.replace(tzinfo=begin.tzinfo)
    return end + timedelta(days=1) if end < begin else end


def _on(day: str, hhmm: str) -> datetime | None:
    try:
        return datetime.fromisoformat(f"{day}T{time.fromisoformat(hhmm):%H:%M}")
    except ValueError:
        return None
