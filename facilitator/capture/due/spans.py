"""Calendar arithmetic of due phrases: stretches of days with their ISO 8601-2 (EDTF) notation.

Weeks are ISO 8601 weeks, cut off on Friday: who says 'KW 34' means its last working day. Seasons
are the meteorological ones, whole months, as EDTF level 1 numbers them (21 spring ... 24 winter);
a winter runs into February of the next year.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

SpanKind = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "part", "other"
]
PartName = Literal["start", "middle", "end"]

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""Years that are plausible in minutes; 1800 or 2345 is a number."""

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
FRIDAY, SUNDAY = 4, 6

_PARTS_BY_MONTH: dict[SpanKind, dict[PartName, tuple[int, int]]] = {
    "quarter": {"start": (0, 1), "middle": (1, 1), "end": (2, 1)},
    "season": {"start": (0, 1), "middle": (1, 1), "end": (2, 1)},
    "half": {"start": (0, 2), "middle": (2, 2), "end": (4, 2)},
    "year": {"start": (0, 2), "middle": (5, 2), "end": (10, 2)},
}
"""First month (from the start of the span) and number of months of each part. Usage: 'Mitte 2018'
is June and July, 'Ende 2018' November and December."""


class Span(Struct, frozen=True):
    """Days `first` to `last`, both allowed, and how EDTF writes them."""

    first: date
    last: date
    kind: SpanKind
    edtf: str


class Impossible(Exception):
    """The words are those of a calendar date, but there is no such day, week or quarter."""


def day(value: date) -> Span:
    return Span(value, value, "day", value.isoformat())


def stretch(first: date, last: date, kind: SpanKind = "other") -> Span:
    return Span(first, last, kind, f"{first.isoformat()}/{last.isoformat()}")


def day_of(year: int, month: int, number: int) -> Span | None:
    """The day, or None if the month has no such day."""
    try:
        return day(date(year, month, number))
    except ValueError:
        return None


def week_around(value: date) -> Span:
    """Monday to Friday of the ISO week in which the day lies."""
    monday = value - timedelta(days=value.weekday())
    return stretch(monday, monday + timedelta(days=FRIDAY), "week")


def week_of(year: int, number: int) -> Span | None:
    """The ISO week, or None if the year has none of that number (53 is rare)."""
    try:
        return week_around(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def weekend_of(value: date) -> Span:
    monday = value - timedelta(days=value.weekday())
    return stretch(monday + timedelta(days=5), monday + timedelta(days=SUNDAY), "weekend")


def months(year: int, month: int, count: int, kind: SpanKind) -> Span:
    """`count` whole months from `month` on, which may lie beyond 12 or below 1."""
    first = month_start(year, month)
    after = month_start(year, month + count)
    last = after - timedelta(days=1)
    if count == 1:
        return Span(first, last, kind, f"{first:%Y-%m}")
    if kind in ("quarter", "half"):
        return stretch(first, last, kind)
    return Span(first, last, kind, f"{first:%Y-%m}/{last:%Y-%m}")


def month_start(year: int, month: int) -> date:
    more, rest = divmod(month - 1, 12)
    return date(year + more, rest + 1, 1)


def month_of(year: int, month: int) -> Span:
    return months(year, month, 1, "month")


def quarter_of(year: int, number: int) -> Span | None:
    return months(year, 3 * number - 2, 3, "quarter") if 1 <= number <= 4 else None


def half_of(year: int, number: int) -> Span | None:
    return months(year, 6 * number - 5, 6, "half") if 1 <= number <= 2 else None


def season_of(year: int, season: int) -> Span:
    span = months(year, 3 + 3 * (season - SPRING), 3, "season")
    return Span(span.first, span.last, "season", f"{year}-{season}")


def year_of(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31), "year", str(year))


def part_of(span: Span, part: PartName) -> Span | None:
    """Beginning, middle or end of a span: thirds of a month, months of what is longer. None for
    what has no parts in speech (a day, a weekend)."""
    if span.kind == "week":
        start, end = {"start": (0, 1), "middle": (2, 2), "end": (3, 4)}[part]
        monday = span.first
        first, last = monday + timedelta(days=start), monday + timedelta(days=end)
        if first == last:
            return Span(last, last, "part", last.isoformat())
        return stretch(first, last, "part")
    if span.kind == "month":
        year, month = span.first.year, span.first.month
        return {
            "start": stretch(span.first, date(year, month, 10), "part"),
            "middle": stretch(date(year, month, 11), date(year, month, 20), "part"),
            "end": stretch(date(year, month, 21), span.last, "part"),
        }[part]
    if span.kind not in _PARTS_BY_MONTH:
        return None
    offset, count = _PARTS_BY_MONTH[span.kind][part]
    return months(span.first.year, span.first.month + offset, count, "part")


def half_part(span: Span, number: int) -> Span | None:
    """First or second half of a week, month or year."""
    if number not in (1, 2):
        return None
    if span.kind == "year":
        return half_of(span.first.year, number)
    if span.kind == "month":
        middle = span.first.replace(day=15)
    elif span.kind == "week":
        middle = span.first + timedelta(days=2)
    else:
        return None
    if number == 1:
        return stretch(span.first, middle, "part")
    return stretch(middle + timedelta(days=1), span.last, "part")


def joined(start: Span, end: Span) -> Span:
    """From the first day of one span to the last day of the other."""
    if start.kind == end.kind and "/" not in start.edtf + end.edtf and start.kind != "season":
        return Span(start.first, end.last, "other", f"{start.edtf}/{end.edtf}")
    return stretch(start.first, end.last)


def until_the_day_before(span: Span) -> Span:
    """Everything before a span; EDTF writes an open start as '..'."""
    last = span.first - timedelta(days=1)
    return Span(last, last, "other", f"../{last.isoformat()}")


def later(value: date, count: float, unit: str) -> date:
    """The day `count` units (see the kinds of words) after `value`, or before it. A month later
    is the same day of the next month, or its last day if it is shorter."""
    if unit == "workday":
        return _workdays_later(value, round(count))
    if unit == "hour":
        return value + timedelta(days=int(count // 24))
    if unit in ("day", "week", "fortnight"):
        each = {"day": 1, "week": 7, "fortnight": 14}[unit]
        return value + timedelta(days=_away_from_zero(count * each))
    each = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    whole = int(count * each)
    start = month_start(value.year, value.month + whole)
    clamped = start.replace(day=min(value.day, monthrange(start.year, start.month)[1]))
    return clamped + timedelta(days=round((count * each - whole) * 30))


def _away_from_zero(number: float) -> int:
    return int(number + 0.5) if number >= 0 else -int(0.5 - number)


def _workdays_later(value: date, count: int) -> date:
    """Monday to Friday count; holidays are not known."""
    step = timedelta(days=1 if count >= 0 else -1)
    for _ in range(abs(count)):
        value += step
        while value.weekday() > FRIDAY:
            value += step
    return value


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (computus, after Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - shift + 15) % 30
    four, remainder = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * four - epact - remainder) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, number = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, number + 1)


def nth_weekday(span: Span, nth: int, weekday: int) -> Span | None:
    """The nth such weekday within the span, counted from its end if `nth` is negative."""
    if nth > 0:
        first = span.first + timedelta(days=(weekday - span.first.weekday()) % 7)
        found = first + timedelta(days=7 * (nth - 1))
    else:
        last = span.last - timedelta(days=(span.last.weekday() - weekday) % 7)
        found = last + timedelta(days=7 * (nth + 1))
    return day(found) if nth and span.first <= found <= span.last else None


def nth_week(span: Span, nth: int) -> Span | None:
    """The nth week of the span; a week belongs where its Thursday lies (ISO 8601)."""
    thursday = nth_weekday(span, nth, 3)
    return week_around(thursday.first) if thursday else None


def nth_day(span: Span, nth: int, *, working: bool) -> Span | None:
    """The nth (working) day of the span, counted from its end if `nth` is negative."""
    edge, unit = (span.first, -1) if nth > 0 else (span.last, 1)
    outside = edge + timedelta(days=unit)
    found = later(outside, nth, "workday" if working else "day")
    return day(found) if span.first <= found <= span.last else None
