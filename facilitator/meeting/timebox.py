"""Planned, used, left, projected end: arithmetic on a given `now`, always from instants."""

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
    if left < 0:
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


def planned_total(meeting: Meeting) -> int:
    """Planned minutes of all items; a heading counts only through its sub-items."""
    return sum(
        item.planned_minutes or 0
        for item in meeting.agenda_items
        if not _covers_sub_items(meeting, item)
    )


def planned_end(meeting: Meeting) -> datetime | None:
    """The end as planned: its own time if one was set, else start plus planned minutes. Aware
    only where the meeting has begun; None without a day or a start."""
    begin = _at(meeting, meeting.start)
    if meeting.end:
        end = _at(meeting, meeting.end)
        if end is not None and begin is not None and end < begin:
            end += timedelta(days=1)
        return end
    return begin + timedelta(minutes=planned_total(meeting)) if begin else None


def projected_end(meeting: Meeting, now: Instant) -> datetime | None:
    """When the meeting will end if every open item takes its plan and the running one at least
    what it has used. None before the start and when nothing is planned."""
    if meeting.state == "closed" or meeting.state == "approved":
        return meeting.closed_at.at if meeting.closed_at else None
    if meeting.state != "running" or not planned_total(meeting):
        return None
    rest = 0.0
    for item in meeting.agenda_items:
        planned = (item.planned_minutes or 0) * 60
        if item.state == "running" or (
            item.state == "open" and not _covers_sub_items(meeting, item)
        ):
            rest += max(0.0, planned - item.used_seconds(now))
    return now.at + timedelta(seconds=rest)


def minutes_late(meeting: Meeting, now: Instant) -> int | None:
    """Projected against planned end in whole minutes; negative: early. None if either is open."""
    plan, projection = planned_end(meeting), projected_end(meeting, now)
    if plan is None or projection is None:
        return None
    if plan.tzinfo is None:
        plan = plan.replace(tzinfo=projection.tzinfo)
    return round((projection - plan).total_seconds() / 60)


def _covers_sub_items(meeting: Meeting, item: AgendaItem) -> bool:
    """The plan of an item with planned sub-items is theirs, not one more."""
    return is_heading(meeting, item) or any(
        other.parent == item.id and other.planned_minutes for other in meeting.agenda_items
    )


def _at(meeting: Meeting, hhmm: str) -> datetime | None:
    if meeting.day is None or not hhmm:
        return None
    try:
        clock = time.fromisoformat(hhmm)
    except ValueError:
        return None
    zone = meeting.started_at.at.tzinfo if meeting.started_at else None
    return datetime.combine(meeting.day, clock, tzinfo=zone)
