"""Rules for weeks, months, quarters, seasons, years and feasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from facilitator.capture.due import signs
from facilitator.capture.due.feasts import feast_in
from facilitator.capture.due.resolving import Fixed, Period, resolve
from facilitator.capture.due.rules import (
    Found,
    is_near,
    rule,
    yearly,
)
from facilitator.capture.due.spans import (
    Impossible,
    Span,
    half_of,
    joined,
    month_of,
    quarter_of,
    season_of,
    week_around,
    week_of,
    year_of,
)


@rule(r"[kw](?P<week>N)(?:[/-]?(?P<year>Y))?")
@rule(r"(?P<week>O)[kw](?:[/-]?(?P<year>Y))?")
@rule(r"(?P<year>Y)[/-]?k(?P<week>N)")
def _calendar_week(found: Found) -> Period | None:
    word, year = found.all("week")[0], found.one("year")
    if not word.raw[:1].isdecimal() and "k" not in found.match.string:
        return None  # 'in der ersten Woche' is not week 1
    number = int(word.value)
    if not 1 <= number <= 53:
        raise Impossible
    if year is None:
        return yearly(lambda each: week_of(each, number), found.today)
    if (span := week_of(year.year, number)) is None:
        raise Impossible
    return Fixed(span)


@rule(r"k(?P<week>N)/(?P<year>N)")
def _week_and_short_year(found: Found) -> Period | None:
    """'KW 34/26' is a year if it is near, else a range ('KW 34/35')."""
    year = found.all("year")[0]
    if not year.is_short_year or not -1 <= year.year - found.today.year <= 3:
        return None
    span = week_of(year.year, found.number("week"))
    return Fixed(span) if span else None


@rule(r"(?:O|F)?w(?P<how>[xnv]?)(?P<day>[OMNYWFD].*)")
def _week_around(found: Found) -> Period | None:
    """'Woche vom 15. März', 'week of 15 March', 'Woche nach Ostern'."""
    if found.words[0].kind != "w":
        return None
    fixed = found.span("day")
    if fixed is None or fixed.span.kind != "day":
        return None
    weeks = {"n": 1, "v": -1}.get(found.match["how"], 0)
    around = week_around(fixed.span.last + timedelta(weeks=weeks))
    if not weeks and around.last < fixed.span.last:  # the week of a Sunday may be the next one
        return Fixed(around, week_around(fixed.span.last + timedelta(weeks=1)), signs.AMBIGUOUS)
    return Fixed(around, sign=fixed.sign)


def _numbered(found: Found, make: Callable[[int, int], Span | None], most: int) -> Period | None:
    number, year = found.number("number"), found.one("year")
    if not 1 <= number <= most:
        raise Impossible
    if year is None:
        return yearly(lambda each: make(each, number), found.today)
    if year.kind == "N" and not year.is_short_year:
        return None
    span = make(year.year, number)
    return Fixed(span) if span else None


@rule(r"q(?P<number>N)(?:[/-]?(?P<year>Y|N))?")
@rule(r"(?P<number>O)q(?:[/-]?(?P<year>Y|N))?")
@rule(r"(?P<year>Y)[/-]?q(?P<number>N)")
def _quarter(found: Found) -> Period | None:
    return _numbered(found, quarter_of, 4)


@rule(r"h(?P<number>N)(?:[/-]?(?P<year>Y|N))?")
@rule(r"(?P<number>O)h(?:[/-]?(?P<year>Y|N))?")
@rule(r"(?P<year>Y)[/-]?h(?P<number>N)")
def _half_year(found: Found) -> Period | None:
    return _numbered(found, half_of, 2)


@rule(r"m?(?P<month>M)(?:[/-]?(?P<year>Y))?")
def _month(found: Found) -> Period | None:
    month, year = found.number("month"), found.one("year")
    if not 1 <= month <= 12:
        return None
    if year is None:
        return yearly(lambda each: month_of(each, month), found.today)
    return Fixed(month_of(year.year, month))


@rule(r"(?P<month>M)[/-](?P<year>N)")
def _month_and_short_year(found: Found) -> Period | None:
    year = found.all("year")[0]
    if not year.is_short_year or not is_near(year.year, found.today):
        return None
    return Fixed(month_of(year.year, found.number("month")))


@rule(r"(?P<month>N)/(?P<year>Y)")
@rule(r"(?P<year>Y)/(?P<month>N)")
def _month_number(found: Found) -> Period | None:
    month = found.number("month")
    return Fixed(month_of(found.number("year"), month)) if 1 <= month <= 12 else None


@rule(r"(?P<season>s)(?:(?P<year>[YN])(?:/(?P<next>[YN]))?)?")
def _season(found: Found) -> Period | None:
    """'Winter 2018/19' is the winter of 2018."""
    season, year = found.number("season"), found.one("year")
    if year is None:
        return yearly(lambda each: season_of(each, season), found.today)
    if year.kind == "N" and not year.is_short_year:
        return None
    following = found.one("next")
    if following is not None and following.year != year.year + 1:
        return None
    return Fixed(season_of(year.year, season))


@rule(r"(?P<year>Y)/(?P<next>N)")
def _two_years(found: Found) -> Period | None:
    """'2026/27'."""
    year, following = found.number("year"), found.all("next")[0]
    if not following.is_short_year or following.year != year + 1:
        return None
    return Fixed(joined(year_of(year), year_of(year + 1)))


@rule(r"y?(?P<year>Y)")
def _year(found: Found) -> Period | None:
    return Fixed(year_of(found.number("year")))


@rule(r"(?P<nth>O)(?P<feast>A)(?P<year>Y?)")
def _numbered_feast(found: Found) -> Period | None:
    """'1. Advent', '2. Weihnachtstag'."""
    nth, year = found.number("nth"), found.one("year")
    is_advent = found.all("feast")[0].value == "advent"
    if not 1 <= nth <= (4 if is_advent else 2):
        return None
    name = f"advent {nth}" if is_advent else f"12-{24 + nth}"
    if year is None:
        return yearly(lambda each: feast_in(name, each), found.today)
    span = feast_in(name, year.year)
    return Fixed(span) if span else None


@rule(r"(?P<feast>F)(?P<year>Y)/[NY]")
@rule(r"(?P<feast>F)(?P<year>[YN]?)")
def _feast(found: Found) -> Period | None:
    name, year = str(found.all("feast")[0].value), found.one("year")
    sign = signs.REGIONAL if name.endswith("regional") else ""
    if year is not None:
        if year.kind == "N" and not year.is_short_year:
            return None
        span = feast_in(name, year.year)
        return Fixed(span, sign=sign) if span else None
    repeating = yearly(lambda each: feast_in(name, each), found.today)
    if not sign:
        return repeating
    fixed = resolve(repeating, found.today)
    return Fixed(fixed.span, fixed.other, sign) if fixed else None
