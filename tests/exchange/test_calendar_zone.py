"""Summer time and standard time, as calendar programs read it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Timezone

from facilitator.errors import UsageProblem
from facilitator.exchange.calendar_zone import onsets, timezone_of, zone_named

BERLIN = ZoneInfo("Europe/Berlin")


def test_berlin_is_two_yearly_rules() -> None:
    assert timezone_of(BERLIN, [2026]).to_ical().decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:STANDARD",
        "DTSTART:20251026T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
        "",
    ]


def test_the_clocks_of_2026_change_on_the_last_sundays() -> None:
    spring, autumn = onsets(BERLIN, [2026])
    assert (spring.local, spring.is_summer) == (datetime(2026, 3, 29, 2, 0), True)
    assert (autumn.local, autumn.is_summer) == (datetime(2026, 10, 25, 3, 0), False)


@pytest.mark.parametrize(
    ("zone", "observances", "rules"),
    [
        ("Europe/Berlin", 2, 2),
        ("America/New_York", 2, 2),
        ("Asia/Kolkata", 1, 0),
        ("Africa/Casablanca", None, None),
    ],
)
def test_what_is_written_says_the_same_as_the_zone(
    zone: str, observances: int | None, rules: int | None
) -> None:
    there = ZoneInfo(zone)
    written = timezone_of(there, [2026, 2027])
    if observances is not None:
        assert len(written.subcomponents) == observances
        assert sum("RRULE" in each for each in written.subcomponents) == rules
    read = Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + written.to_ical() + b"END:VCALENDAR\r\n")
    (again,) = read.walk("VTIMEZONE")
    assert isinstance(again, Timezone)
    as_read = again.to_tz(lookup_tzid=False)
    moment = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
    while moment.year < 2028:
        local = moment.astimezone(there).replace(tzinfo=None)
        assert local.replace(tzinfo=as_read).utcoffset() == moment.astimezone(there).utcoffset()
        moment += timedelta(days=5)


@pytest.mark.parametrize("years", [[1], [9999], []])
def test_years_no_calendar_has_break_nothing(years: list[int]) -> None:
    assert b"END:VTIMEZONE" in timezone_of(BERLIN, years).to_ical()


@pytest.mark.parametrize("name", ["Europe/Bielefeld", "../../etc/passwd", "", "\0"])
def test_an_unknown_zone_is_said(name: str) -> None:
    with pytest.raises(UsageProblem, match="Europe/Berlin"):
        zone_named(name)
