"""Stretches of time as they are printed: to the minute, those that follow each other as one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter

from facilitator.meeting.agenda import below
from facilitator.meeting.model import AgendaItem, Instant, Interval, Meeting


def spans(intervals: Iterable[Interval]) -> list[tuple[str, str]]:
    """Pairs of "HH:MM" in their order; the end is empty while it runs."""
    merged: list[tuple[datetime, datetime | None]] = []
    for interval in sorted(intervals, key=lambda each: each.start.at):
        start = _minute(interval.start.at)
        end = _minute(interval.end.at) if interval.end else None
        last = merged[-1][1] if merged else start
        if merged and (last is None or start <= last):
            merged[-1] = merged[-1][0], None if last is None or end is None else max(last, end)
        else:
            merged.append((start, end))
    return [(f"{start:%H:%M}", f"{end:%H:%M}" if end else "") for start, end in merged]


def of_business(meeting: Meeting, item: AgendaItem) -> list[Interval]:
    """When the item ran, its sub-items included, breaks among them not."""
    return [
        interval
        for each in below(meeting, item)
        if each is item or each.is_business
        for interval in each.intervals
    ]


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def last_known(meeting: Meeting) -> Instant | None:
    """The latest moment the meeting knows of: what still runs is counted up to there, so that
    the same meeting always makes the same document."""
    moments = [entry.at for entry in meeting.entries]
    moments += [m for m in (meeting.started_at, meeting.closed_at) if m]
    for item in meeting.agenda_items:
        for interval in item.intervals:
            moments += [m for m in (interval.start, interval.end) if m]
    return max(moments, key=attrgetter("at")) if moments else None
