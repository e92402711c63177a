"""A time zone as a VTIMEZONE that Outlook and Thunderbird take: two yearly rules, not a list of
days (RFC 5545 3.6.5).

Onsets are computed from the zone's own data (tzdata) for the years the calendar speaks of. Where
they fall on the same weekday of the month in each of these years, as in the European Union (last
Sundays of March and October, directive 2000/84/EC), a rule says so; else each onset stands for
itself.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from facilitator.errors import UsageProblem
from facilitator.i18n import tr
from facilitator.meeting.model import Value

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Onset(Value, frozen=True, kw_only=True):
    """A moment at which the clocks change. `local`: what they showed just before."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def zone_named(name: str) -> ZoneInfo:
    """Raises UsageProblem for a name the system does not know."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageProblem(
            tr(
                "There is no time zone '{zone}'. Nothing was written. Name one such as "
                "Europe/Berlin in the settings.",
                zone=name,
            )
        ) from error


def timezone_of(zone: ZoneInfo, years: Iterable[int]) -> Timezone:
    """The VTIMEZONE for times in these years. It begins the year before, so that January has its
    standard time."""
    from icalendar import Timezone

    wanted = sorted({min(max(year, 1971), 9998) for year in years})  # what tzdata speaks of
    made = Timezone()
    made.add("tzid", zone.key)
    found = onsets(zone, range(wanted[0] - 1, wanted[-1] + 1)) if wanted else []
    if not found:
        made.add_component(_fixed(zone, wanted[0] if wanted else 1970))
    for is_summer in (False, True):
        same = [onset for onset in found if onset.is_summer == is_summer]
        if rule := _yearly(same):
            made.add_component(_observance(same[0], rule))
        else:
            for onset in same:
                made.add_component(_observance(onset))
    return made


def onsets(zone: tzinfo, years: Iterable[int]) -> list[Onset]:
    """When the clocks change in these years, found to the minute."""
    found = []
    for year in years:
        day = datetime(year, 1, 1, tzinfo=UTC)
        while day.year == year:
            following = day + timedelta(days=1)
            if _offset(day, zone) != _offset(following, zone):
                found.append(_onset(day, following, zone))
            day = following
    return found


def _onset(early: datetime, late: datetime, zone: tzinfo) -> Onset:
    before = _offset(early, zone)
    while late - early > timedelta(minutes=1):
        middle = (early + (late - early) / 2).replace(second=0, microsecond=0)
        middle = max(middle, early + timedelta(minutes=1))
        early, late = (middle, late) if _offset(middle, zone) == before else (early, middle)
    there = late.astimezone(zone)
    return Onset(
        local=(late + before).replace(tzinfo=None),
        before=before,
        after=_offset(late, zone),
        name=there.tzname() or "",
        is_summer=bool(there.dst()),
    )


def _offset(moment: datetime, zone: tzinfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _yearly(same: list[Onset]) -> dict[str, object] | None:
    """'The last Sunday of March' and the like, if that is true of all of them, each year once."""
    if not same or len({onset.local.year for onset in same}) < len(same):
        return None
    if len({(o.local.month, o.local.time(), o.before, o.after) for o in same}) > 1:
        return None
    for place in (_from_the_end, _from_the_start):
        places = {place(onset.local) for onset in same}
        if len(places) == 1:
            return {"freq": "yearly", "bymonth": same[0].local.month, "byday": places.pop()}
    return None


def _from_the_end(day: datetime) -> str:
    left = monthrange(day.year, day.month)[1] - day.day
    return f"{-(left // 7 + 1)}{DAYS[day.weekday()]}"


def _from_the_start(day: datetime) -> str:
    return f"{(day.day - 1) // 7 + 1}{DAYS[day.weekday()]}"


def _observance(
    onset: Onset, rule: dict[str, object] | None = None
) -> TimezoneDaylight | TimezoneStandard:
    from icalendar import TimezoneDaylight, TimezoneStandard

    made = TimezoneDaylight() if onset.is_summer else TimezoneStandard()
    made.add("dtstart", onset.local)
    if rule:
        made.add("rrule", rule)
    made.add("tzoffsetfrom", onset.before)
    made.add("tzoffsetto", onset.after)
    made.add("tzname", onset.name)
    return made


def _fixed(zone: tzinfo, year: int) -> TimezoneDaylight | TimezoneStandard:
    """A zone whose clocks never change."""
    there = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = there.utcoffset() or timedelta()
    onset = Onset(
        local=there.replace(tzinfo=None), before=offset, after=offset, name=there.tzname() or "",
        is_summer=False,
    )  # fmt: skip
    return _observance(onset)
