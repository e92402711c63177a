"""Rules for what is counted or bounded from another day: 'in zwei Wochen', 'a week before
Easter', 'vor Weihnachten', 'Ende Mai/Anfang Juni'."""

from __future__ import annotations

from datetime import date

from facilitator.capture.due import signs
from facilitator.capture.due.resolving import Fixed, Period, Repeating, resolve
from facilitator.capture.due.rules import Found, Words, period, rule
from facilitator.capture.due.spans import (
    Impossible,
    Span,
    day,
    joined,
    later,
    until_the_day_before,
)
from facilitator.capture.due.words import DURING, Word

_UNITS = {
    "u": "hour",
    "t": "day",
    "b": "workday",
    "w": "week",
    "f": "fortnight",
    "m": "month",
    "q": "quarter",
    "h": "half",
    "y": "year",
}
_COUNT = "(?P<count>N?zN?|N|N[-+/]N)"
_UNIT = "(?P<unit>[utbwfmqhy])"
PLURAL = 2
"""Value of a unit in the plural."""
_MOST = 400
"""More units than this are no due."""


def _count(words: Words) -> float | None:
    """'2', 'anderthalb', 'half a', '2-3' (the more), or None for what is no count."""
    numbers = [float(word.value) for word in words if word.kind == "N"]
    if any(word.kind == "z" for word in words):
        return 0.5 if numbers in ([], [1.0]) else None
    return numbers[-1] if 0 < numbers[-1] <= _MOST else None


def _counted(found: Found, start: date, sense: int = 1) -> Fixed | None:
    words = found.all("count")
    count = _count(words)
    if count is None:
        return None
    unit = _UNITS[found.match["unit"]]
    sign = ""
    other: Span | None = None
    if unit == "workday":
        sign = signs.WORKDAYS
    elif len(words) == 3:
        sign = signs.APPROXIMATE
    elif unit == "day" and count == 8 and not words[0].raw.isdecimal():  # 'in acht Tagen': a week
        sign, other = signs.AMBIGUOUS, day(later(start, 7 * sense, "day"))
        return Fixed(other, day(later(start, 8 * sense, "day")), sign)
    elif words[0].raw.startswith("a couple"):
        sign = signs.APPROXIMATE
    return Fixed(day(later(start, count * sense, unit)), other, sign)


@rule(rf"[ij]x?R?{_COUNT}{_UNIT}(?:xD)?")
@rule(rf"R{_COUNT}{_UNIT}")
@rule(rf"{_COUNT}{_UNIT}xD")
def _from_today(found: Found) -> Period | None:
    """'in zwei Wochen', 'within the next 10 days', '2 weeks from now'."""
    relation = next((word for word in found.words if word.kind == "R"), None)
    if relation is not None and relation.value not in ("next", "coming"):
        return None
    return _counted(found, found.today)


@rule(rf"{_COUNT}{_UNIT}")
def _bare_distance(found: Found) -> Period | None:
    """'14 Tage' behind a sign: from today."""
    fixed = _counted(found, found.today)
    return fixed and Fixed(fixed.span, fixed.other, fixed.sign or signs.SPAN_OF_TIME)


@rule(rf"(?P<start>W)i{_COUNT}{_UNIT}")
def _weekday_in(found: Found) -> Period | None:
    """'Freitag in zwei Wochen', counted from the next Friday; 'Montag in zwei Wochen' said on a
    Wednesday can also be the Monday of that week."""
    start = found.span("start")
    end = _counted(found, start.span.last) if start else None
    if start is None or end is None or found.match["unit"] not in "wf":
        return end
    if start.span.last.isocalendar()[:2] == found.today.isocalendar()[:2]:
        return end
    return Fixed(end.span, day(later(end.span.last, -1, "week")), signs.FROM_NEXT)


@rule(rf"(?P<start>[DOF].*?)i{_COUNT}{_UNIT}")
@rule(rf"{_COUNT}{_UNIT}x?(?P<start>[DWOMNYF].*)")
def _from_a_day(found: Found) -> Period | None:
    """'heute in 14 Tagen', 'Freitag in zwei Wochen', 'a week from Friday'."""
    start = found.span("start")
    if start is None or start.span.kind != "day":
        return None
    return _counted(found, start.span.last)


@rule(r"(?P<start>[DW])(?P<unit>[wf])")
def _british_week(found: Found) -> Period | None:
    """'Friday week': a week later."""
    start = found.span("start")
    if start is None or found.all("unit")[0].raw not in ("week", "fortnight"):
        return None
    return Fixed(day(later(start.span.last, 1, _UNITS[found.match["unit"]])))


@rule(rf"{_COUNT}{_UNIT}(?P<sense>[vn])(?P<what>.+)")
def _apart(found: Found) -> Period | None:
    """'zwei Wochen vor Weihnachten', 'a week after Easter', 'Tag nach Ostern'."""
    what = found.span("what")
    if what is None:
        return None
    before = found.match["sense"] == "v"
    return _counted(found, what.span.first if before else what.span.last, -1 if before else 1)


@rule(r"t(?P<sense>[vn])(?P<what>.+)")
def _next_to(found: Found) -> Period | None:
    what = found.span("what")
    if what is None:
        return None
    if found.match["sense"] == "v":
        return Fixed(day(later(what.span.first, -1, "day")))
    return Fixed(day(later(what.span.last, 1, "day")))


@rule(r"(?P<weekday>W)(?P<sense>[vn])(?P<what>.+)")
def _weekday_next_to(found: Found) -> Period | None:
    """'Freitag nach Ostern', 'the Monday before Christmas'."""
    what, weekday = found.span("what"), found.number("weekday")
    if what is None:
        return None
    if found.match["sense"] == "v":
        days = -((what.span.first.weekday() - weekday - 1) % 7 + 1)
        return Fixed(day(later(what.span.first, days, "day")))
    days = (weekday - what.span.last.weekday() - 1) % 7 + 1
    return Fixed(day(later(what.span.last, days, "day")))


@rule(r"v(?P<what>.+)")
def _before(found: Found) -> Period | None:
    """'vor Weihnachten', 'before March'; 'vor Ende März' is by the end of March."""
    if found.words[1].kind == "P" and found.words[1].value == "end":
        return found.period("what")
    what = found.period("what")
    if isinstance(what, Repeating):
        what = resolve(what.through(_kept_with_day_before), found.today)
    if what is None:
        return None
    first = day(what.span.first)
    return Fixed(until_the_day_before(what.span), first, signs.THE_DAY_BEFORE)


def _kept_with_day_before(span: Span) -> Span:
    """The span as it is, but over as soon as it has begun."""
    return Span(span.first, span.first, span.kind, span.edtf)


@rule(r"ix?(?P<what>.+)")
def _in(found: Found) -> Period | None:
    """'in KW 34', 'in the autumn', 'innerhalb der Woche'."""
    return found.container("what") if found.words[0].value == DURING else found.period("what")


@rule(r"j(?P<a>.+)(?P<sign>\+)(?P<b>.+)")
@rule(r"(?P<a>.+)(?P<sign>[-/+])(?P<b>.+)")
@rule(r"(?P<a>.+?)(?P<sign>[-/+])(?P<b>.+)")
def _range(found: Found) -> Period | None:
    """'1.-3. Mai', 'KW 34/35', 'Ende Mai/Anfang Juni', 'Oktober oder November': until the end of
    the later one. What is said once counts for both."""
    first, second = found.all("a"), found.all("b")
    if second == () or first == ():
        return None
    end = _quiet(second, found) or _quiet(_lent_prefix(first, second), found)
    if end is None or end.span.kind == "other":
        return None
    if len(first) == 1 and first[0].kind == "M" and end.other and end.other.kind == "month":
        end = Fixed(end.other)  # 'Juni/Juli 26' is the year
    lengths = range(len(second) - 1, 0, -1)
    readings = [_quiet((*first, *second[-length:]), found) for length in lengths]
    for start in (*readings, _quiet(first, found)):
        if start is not None and start.other and start.other.kind == end.span.kind == "month":
            start = Fixed(start.other)
        if start is None or start.span.first > end.span.first:
            continue
        if start.span == end.span or not _alike(start.span, end.span):
            continue
        if (
            found.match["sign"] != "+"
            and "W" in (first[0].kind, second[0].kind)
            and len(first) == 1
        ):
            return None  # 'Mo-Fr' is no due
        kept = "" if end.sign == signs.SKIPPED else end.sign
        sign = kept or (signs.LATER_OF_TWO if found.match["sign"] == "+" else "")
        return Fixed(joined(start.span, end.span), sign=sign)
    return None


def _lent_prefix(first: Words, second: Words) -> Words:
    """'KW 34/35': the second is a week too."""
    return (first[0], *second) if first[0].kind in "kqhM" and len(second) <= 2 else ()


def _alike(a: Span, b: Span) -> bool:
    kinds = {a.kind, b.kind}
    return len(kinds) == 1 or kinds <= {"month", "part"} or kinds <= {"season", "part"}


def _quiet(words: tuple[Word, ...], found: Found) -> Fixed | None:
    """The reading of a part of a range; that one part has no such day settles nothing."""
    try:
        reading = period(words, found.today, found.language, found.depth + 1)
    except Impossible:
        return None
    return resolve(reading, found.today) if reading else None
