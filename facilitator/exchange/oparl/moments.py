"""Moments of time as OParl writes them: RFC 3339, always with an offset."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from facilitator.exchange.calendar_zone import zone_named
from facilitator.meeting.model import Instant

GERMANY = "Europe/Berlin"
"""The zone where none is set. Its rule stands below, so that no data of the system is needed."""

_CHANGE_ID = re.compile(r"([0-9a-f]{12})-[0-9a-f]{3}-[0-9a-f]{8}")
_LAST = datetime(9999, 12, 1, tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def written(moment: datetime) -> str:
    """'2026-10-14T16:00:00+02:00'. Offsets that are no whole minutes become UTC, which RFC 3339
    has no other way to write."""
    offset = moment.utcoffset() or timedelta()
    if moment.tzinfo is None or offset.total_seconds() % 60:
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.isoformat(timespec="seconds")


def of_instant(instant: Instant | None) -> str:
    """Empty for None."""
    return written(instant.at) if instant is not None else ""


def zone_of(name: str) -> tzinfo | None:
    """None: that of Germany. Raises UsageProblem for a name the system does not know."""
    return None if name == GERMANY else zone_named(name)


def planned(day: date | None, clock: str, zone: tzinfo | None = None) -> str:
    """A day and a time "HH:MM" of the clocks in a zone; empty unless both are known."""
    found = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)", clock, re.ASCII)
    if day is None or found is None:
        return ""
    moment = datetime(day.year, day.month, day.day, int(found[1]), int(found[2]))  # noqa: DTZ001 - given a zone below
    return written(moment.replace(tzinfo=zone or _germany(moment)))


def born(thing_id: str) -> datetime | None:
    """When the change with this id was made; None for other ids and for no time at all."""
    found = _CHANGE_ID.fullmatch(thing_id)
    if found is None:
        return None
    milliseconds = int(found[1], 16)
    limit = (_LAST - _EPOCH) // timedelta(milliseconds=1)
    if milliseconds > limit:
        return None
    return (_EPOCH + timedelta(milliseconds=milliseconds)).replace(microsecond=0)


def _germany(local: datetime) -> timezone:
    """Central European Time; summer time from 2 o'clock on the last Sunday of March to 3 o'clock
    on that of October (directive 2000/84/EC)."""
    begin = _last_sunday(local.year, 3).replace(hour=2)
    end = _last_sunday(local.year, 10).replace(hour=3)
    return timezone(timedelta(hours=2 if begin <= local < end else 1))


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31)  # noqa: DTZ001 - March and October, local
    return last - timedelta(days=(last.weekday() + 1) % 7)
