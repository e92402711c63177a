"""The rules: which words, in which order, mean which days. Each rule is a regular expression over
kinds of words (see `words.KINDS`) and a function that makes a period of what it found; the first
rule that makes one wins. A rule gives None to pass on, and raises Impossible for a calendar date
that does not exist."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from facilitator.capture.due import signs
from facilitator.capture.due.feasts import feast_in
from facilitator.capture.due.resolving import at_year, direction, resolve
from facilitator.capture.due.spans import (
    Fixed,
    Impossible,
    PartName,
    Period,
    Repeating,
    Span,
    SpanKind,
    day,
    day_of,
    half_of,
    half_part,
    joined,
    month_of,
    month_start,
    months,
    nth_day,
    nth_week,
    nth_weekday,
    part_of,
    quarter_of,
    season_of,
    week_around,
    week_of,
    weekend_of,
    year_of,
)
from facilitator.capture.due.words import Word

Words = tuple[Word, ...]
_UNITS = "[wmqhy]"
_DEPTH = 6
"""How deep phrases nest at most ('Ende der ersten Hälfte nächsten Monats')."""


class Found(Struct, frozen=True):
    """What a rule matched, and what it may need: today, the language, and the way to read a part
    of the phrase."""

    words: Words
    match: re.Match[str]
    today: date
    language: str | None
    depth: int

    def all(self, group: str) -> Words:
        start, end = self.match.span(group)
        return self.words[start:end] if start >= 0 else ()

    def one(self, group: str) -> Word | None:
        return next(iter(self.all(group)), None)

    def number(self, group: str) -> int:
        return int(self.all(group)[0].value)

    def period(self, group: str) -> Period | None:
        return period(self.all(group), self.today, self.language, self.depth + 1)

    def container(self, group: str) -> Period | None:
        """A period, or the bare unit of today: 'Ende der Woche'."""
        words = self.all(group)
        if len(words) == 1 and words[0].kind in "wmqhye" and words[0].value != 2:
            return unit(words[0].kind, self.today)
        return self.period(group)

    def span(self, group: str) -> Fixed | None:
        found = self.period(group)
        return resolve(found, self.today) if found else None


Make = Callable[[Found], Period | None]
_RULES: list[tuple[re.Pattern[str], Make]] = []


def rule(pattern: str) -> Callable[[Make], Make]:
    def register(make: Make) -> Make:
        _RULES.append((re.compile(pattern), make))
        return make

    return register


def period(words: Words, today: date, language: str | None, depth: int = 0) -> Period | None:
    """The period the words mean, or None."""
    if not words or depth > _DEPTH:
        return None
    kinds = "".join(word.kind for word in words)
    for pattern, make in _RULES:
        if match := pattern.fullmatch(kinds):
            found = make(Found(words, match, today, language, depth))
            if found is not None:
                return found
    return None


def yearly(make: Callable[[int], Span | None], today: date) -> Repeating:
    return Repeating(make, today.year)


def unit(kind: str, today: date) -> Repeating:
    """The weeks, months ... one after the other; number 0 is the one of today."""
    month = today.month
    makes: dict[str, Callable[[int], Span | None]] = {
        "w": lambda n: week_around(today + timedelta(weeks=n)),
        "e": lambda n: weekend_of(today + timedelta(weeks=n)),
        "m": lambda n: months(today.year, month + n, 1, "month"),
        "q": lambda n: months(today.year, month - (month - 1) % 3 + 3 * n, 3, "quarter"),
        "h": lambda n: months(today.year, month - (month - 1) % 6 + 6 * n, 6, "half"),
        "y": lambda n: year_of(today.year + n),
    }
    return Repeating(makes[kind], 0, "other", notable=400)


# -- days ----------------------------------------------------------------------------------------


def _dated(number: int, month: int, year: int | None, today: date) -> Period:
    """A day of a month; without a year the next such day."""
    if year is None:
        found = yearly(lambda each: day_of(each, month, number), today)
        if not found.candidates():
            raise Impossible
        return found
    if (span := day_of(year, month, number)) is None:
        raise Impossible
    return Fixed(span)


@rule(r"(?P<day>[ON])(?P<month>M)(?P<year>Y?)")
@rule(r"(?P<month>M)(?P<day>[ON])(?P<year>Y)")
@rule(r"(?P<month>M)(?P<day>O)(?P<year>)")
def _day_and_month(found: Found) -> Period | None:
    year = found.one("year")
    number = found.all("day")[0]
    if number.kind == "N" and not number.raw.isdecimal():
        return None  # 'ein Mai'
    raw = found.all("month")[0].raw
    result = _dated(
        found.number("day"), found.number("month"), year.year if year else None, found.today
    )
    if "." in raw and year is None:  # '15.3' without its last dot
        fixed = resolve(result, found.today)
        return Fixed(fixed.span, fixed.other, fixed.sign or signs.UNDOTTED) if fixed else None
    return result


@rule(r"(?P<day>[ON])(?P<month>M)(?P<year>N)")
def _day_month_short_year(found: Found) -> Period | None:
    year = found.all("year")[0]
    if not year.is_short_year:
        return None
    return _dated(found.number("day"), found.number("month"), year.year, found.today)


@rule(r"(?P<month>M)(?P<number>N)")
def _month_and_number(found: Found) -> Period | None:
    """'March 15', and 'Dezember 26': the 26th or the year."""
    word, month = found.all("number")[0], found.number("month")
    if not word.raw.isdecimal() or len(word.raw) > 2:
        return None
    number = int(word.value)
    day_reading = yearly(lambda year: day_of(year, month, number), found.today)
    year_reading = month_of(word.year, month) if word.is_short_year else None
    if number <= 31 and not day_reading.candidates():
        raise Impossible
    fixed = resolve(day_reading, found.today) if number <= 31 else None
    if fixed is None or year_reading is None:
        return fixed or (Fixed(year_reading) if year_reading else None)
    if abs(word.year - found.today.year) > 15 or year_reading.last < found.today:
        return fixed
    return _nearer([fixed.span, year_reading], found.today)


def _nearer(readings: list[Span], today: date) -> Fixed:
    """Of several readings the nearer one that is not past, with the other."""
    readings = sorted(readings, key=lambda span: (span.last < today, abs(span.last - today)))
    if len(readings) == 1:
        return Fixed(readings[0])
    return Fixed(readings[0], readings[1], signs.AMBIGUOUS)


@rule(r"(?P<a>N)/(?P<b>N)(?:/(?P<year>[YN]))?")
def _slashes(found: Found) -> Period | None:
    """'15/3', '3/4' (German and British: 3 April; American: 4 March), '04/26', '15/3/2026'."""
    a, b, year = found.all("a")[0], found.all("b")[0], found.one("year")
    if not (a.raw + b.raw).isdecimal() or (year and not (year.kind == "Y" or year.is_short_year)):
        return None
    spans: list[Span] = []
    for number, month in ((a, b), (b, a)):
        if not 1 <= int(month.value) <= 12 or not 1 <= int(number.value) <= 31:
            continue
        try:
            reading = _dated(
                int(number.value), int(month.value), year.year if year else None, found.today
            )
        except Impossible:
            if len(spans) == 0 and int(a.value) > 12:
                raise
            continue
        if (fixed := resolve(reading, found.today)) and fixed.span not in spans:
            spans.append(fixed.span)
    if year is None and 1 <= int(a.value) <= 12 < int(b.value) and _is_near(b.year, found.today):
        spans.append(month_of(b.year, int(a.value)))
        if found.language != "en":  # Germans write no month before the day
            spans.reverse()
    if not spans:
        return None
    if found.language == "en":
        return _nearer(spans[:2], found.today)
    return Fixed(spans[0], *((spans[1], signs.AMBIGUOUS) if len(spans) > 1 else ()))


def _is_near(year: int, today: date) -> bool:
    """Whether two digits may well be that year."""
    return -5 <= year - today.year <= 4


@rule(r"(?P<year>Y)/(?P<month>N)/(?P<day>N)")
def _year_first(found: Found) -> Period | None:
    return _dated(found.number("day"), found.number("month"), found.number("year"), found.today)


@rule(r"(?P<day>O)(?P<month>(?:Rm|m)?)")
@rule(r"(?P<month>Rm)(?P<day>O)")
def _day_of_the_month(found: Found) -> Period | None:
    """'zum 15.', 'the 15th', '15. des Monats', '15. nächsten Monats'."""
    number, month = found.all("day")[0], found.all("month")
    articles = number.after_article or any(word.after_article for word in month)
    if not (articles or len(month) == 2) or not 1 <= int(number.value) <= 31:
        return None
    offset = direction(month[0]) if len(month) == 2 else None

    def make(index: int) -> Span | None:
        start = month_start(found.today.year, found.today.month + index)
        return day_of(start.year, start.month, int(number.value))

    if offset is not None:
        span = make(offset)
        return Fixed(span) if span else None
    return Repeating(make, 0, "month", notable=5)


@rule(r"D")
def _relative_day(found: Found) -> Period | None:
    return Fixed(day(found.today + timedelta(days=int(found.words[0].value))))


@rule(r"W")
def _weekday(found: Found) -> Period | None:
    weekday = int(found.words[0].value)

    def make(index: int) -> Span | None:
        week = week_around(found.today + timedelta(weeks=index))
        return day(week.first + timedelta(days=weekday))

    return Repeating(make, 0, "week", notable=0)


@rule(r"W(?P<day>[OND].*|YN?.*|M[ON].*|F.*)")
def _weekday_and_date(found: Found) -> Period | None:
    """'Fr., 13.3.': the date counts; a sign if the weekday is another."""
    words = found.all("day")
    if words[0].kind == "O" and len(words) == 1:
        words = (Word("O", words[0].value, words[0].raw, after_article=True),)
    reading = period(words, found.today, found.language, found.depth + 1)
    fixed = resolve(reading, found.today) if reading else None
    if fixed is None or fixed.span.kind != "day":
        return None
    weekday = int(found.words[0].value)
    for span in (fixed.span, fixed.other):
        if span and span.last.weekday() == weekday and span.kind == "day":
            return Fixed(span, sign=fixed.sign if span is fixed.span else "")
    return Fixed(fixed.span, fixed.other, signs.WRONG_WEEKDAY)


@rule(r"(?P<weekday>W)(?P<week>R?w|R?w.+|k.+|Ok.*)")
@rule(r"(?P<week>Rw|w[^W]+|k[^W]+|Ok[^W]*)(?P<weekday>W)")
def _weekday_of_week(found: Found) -> Period | None:
    """'Freitag nächster Woche', 'next week Friday', 'Freitag KW 34'."""
    reading = found.container("week")
    fixed = resolve(reading, found.today) if reading else None
    if fixed is None or fixed.span.kind != "week":
        return None
    if len(words := found.all("week")) == 1 and not words[0].after_article:
        return None  # 'Friday week' is a week later
    return Fixed(day(fixed.span.first + timedelta(days=found.number("weekday"))), sign=fixed.sign)


# -- weeks, months, quarters, years --------------------------------------------------------------


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


@rule(r"(?P<month>M)/(?P<year>N)")
def _month_and_short_year(found: Found) -> Period | None:
    year = found.all("year")[0]
    return Fixed(month_of(year.year, found.number("month"))) if year.is_short_year else None


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


# -- this, next, last ----------------------------------------------------------------------------


@rule(rf"(?P<relation>R)(?P<part>P?)(?P<unit>{_UNITS})")
def _related_unit(found: Found) -> Period | None:
    """'nächste Woche', 'next quarter'; not 'nächste Wochen'."""
    word = found.all("unit")[0]
    if word.value == 2:
        return None
    span = unit(word.kind, found.today).at(direction(found.all("relation")[0]))
    if span is None:
        return None
    if found.match["part"]:
        cut = part_of(span, _part_name(found))
        return Fixed(cut) if cut else None
    if word.kind == "w" and span.first <= found.today and span.last < found.today:
        return Fixed(week_until_sunday(span), sign=signs.WEEK_IS_OVER)
    return Fixed(span)


def week_until_sunday(span: Span) -> Span:
    """On a weekend 'this week' still ends on Sunday."""
    sunday = span.first + timedelta(days=6)
    return Span(span.first, sunday, "week", f"{span.first.isoformat()}/{sunday.isoformat()}")


@rule(r"(?P<relation>R)(?P<what>[WMsF].*|P[sMF].*|e)")
def _related(found: Found) -> Period | None:
    """'nächsten Freitag': the nearer, if two can be meant; 'übernächsten Freitag'."""
    what = found.container("what")
    if not isinstance(what, Repeating):
        return None
    relation = str(found.all("relation")[0].value)
    spans = what.candidates()
    current = what.at(what.current)
    if relation == "last":
        past = [span for span in spans if span.last < found.today]
        return Fixed(past[-1], sign=signs.PAST) if past else None
    if relation == "this":
        return Fixed(current) if current and current.last >= found.today else what
    ahead = [span for span in spans if span.first > found.today]
    skip = 1 if relation == "after next" else 0
    if len(ahead) < skip + 2:
        return None
    if relation == "coming" or ahead[0] != current:
        return Fixed(ahead[skip])
    return Fixed(ahead[skip], ahead[skip + 1], signs.AMBIGUOUS)


@rule(r"(?P<what>.+?)(?P<relation>R)y")
@rule(r"(?P<relation>R)y(?P<what>[^P].*)")
def _in_related_year(found: Found) -> Period | None:
    """'August nächsten Jahres', 'next year in March'."""
    what = found.period("what")
    if what is None:
        return None
    span = at_year(what, found.today.year + direction(found.all("relation")[0]))
    return Fixed(span) if span else None


# -- parts ---------------------------------------------------------------------------------------


def _part_name(found: Found) -> PartName:
    names: dict[str, PartName] = {"start": "start", "middle": "middle", "end": "end"}
    return names[str(found.all("part")[0].value)]


@rule(r"(?P<part>P)[-x]?(?P<year>N)")
def _part_of_short_year(found: Found) -> Period | None:
    """'Ende 27'."""
    year = found.all("year")[0]
    if not year.is_short_year or not -10 <= year.year - found.today.year <= 15:
        return None
    span = part_of(year_of(year.year), _part_name(found))
    return Fixed(span, sign=signs.SHORT_YEAR) if span else None


@rule(r"(?P<whole>[MkqYsO].*)(?P<part>P)")
@rule(r"(?P<part>P)[-x]?i?(?P<whole>.+)")
def _part(found: Found) -> Period | None:
    """'Ende August', 'Mitte der Woche', 'early next year'."""
    name = _part_name(found)
    whole = found.container("whole")
    if isinstance(whole, Repeating):
        return whole.through(lambda span: _whole_or_part(span, name))
    if whole is None or (span := _whole_or_part(whole.span, name)) is None:
        return None
    other = _whole_or_part(whole.other, name) if whole.other else None
    return Fixed(span, other, whole.sign)


def _whole_or_part(span: Span, name: PartName) -> Span | None:
    """A part, or of a weekend its end."""
    if span.kind == "weekend" and name == "end":
        return span
    return part_of(span, name)


@rule(r"(?P<nth>O)z(?P<whole>.+)")
@rule(r"(?P<nth>O)(?P<whole>[MmYw].*)z")
def _half(found: Found) -> Period | None:
    """'zweite Märzhälfte', 'first half of 2027'."""
    whole, nth = found.container("whole"), found.number("nth")
    if isinstance(whole, Repeating):
        return whole.through(lambda span: half_part(span, nth))
    span = half_part(whole.span, nth) if whole else None
    return Fixed(span) if span else None


@rule(r"(?P<nth>[OR])(?P<what>[Wwtb])i?(?P<whole>.+)")
def _nth(found: Found) -> Period | None:
    """'letzter Freitag im Mai', 'erste Juniwoche', 'last working day of the month'."""
    word, what = found.all("nth")[0], found.all("what")[0]
    if word.kind == "R" and word.value != "last":
        return None
    nth = -1 if word.kind == "R" else int(word.value)
    whole = found.container("whole")
    kinds: tuple[SpanKind, ...] = ("month", "quarter", "half", "year", "season")

    def pick(span: Span) -> Span | None:
        if span.kind not in kinds and not (what.kind in "tb" and span.kind == "week"):
            return None
        if what.kind == "W":
            return nth_weekday(span, nth, int(what.value))
        if what.kind == "w":
            return nth_week(span, nth)
        return nth_day(span, nth, working=what.kind == "b") if nth else None

    if isinstance(whole, Repeating):
        return whole.through(pick)
    span = pick(whole.span) if whole else None
    return Fixed(span) if span else None


@rule(r"e")
def _weekend(found: Found) -> Period | None:
    return unit("e", found.today) if found.words[0].raw != "we" else None
