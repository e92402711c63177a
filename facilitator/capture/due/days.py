"""Rules for single days: numeric and written dates, weekdays, 'heute'."""

from __future__ import annotations

from datetime import date, timedelta

from facilitator.capture.due import signs
from facilitator.capture.due.resolving import Fixed, Period, Repeating, direction, resolve
from facilitator.capture.due.rules import (
    Found,
    is_near,
    period,
    rule,
    yearly,
)
from facilitator.capture.due.spans import (
    Impossible,
    Span,
    day,
    day_of,
    month_of,
    month_start,
    week_around,
)
from facilitator.capture.due.words import Word


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


@rule(r"(?P<day>[ON])-(?P<month>M)(?:-(?P<year>Y))?")
def _hyphened(found: Found) -> Period | None:
    """'15-Apr-2026'."""
    year = found.one("year")
    said_year = year.year if year else None
    return _dated(found.number("day"), found.number("month"), said_year, found.today)


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
    if year is None and 1 <= int(a.value) <= 12 < int(b.value) and is_near(b.year, found.today):
        spans.append(month_of(b.year, int(a.value)))
        if found.language != "en":  # Germans write no month before the day
            spans.reverse()
    if not spans:
        return None
    if found.language == "en":
        return _nearer(spans[:2], found.today)
    return Fixed(spans[0], *((spans[1], signs.AMBIGUOUS) if len(spans) > 1 else ()))


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


@rule(r"(?P<day>[ON]M.*|M[ON].*)(?P<weekday>W)")
@rule(r"(?P<weekday>W)(?P<day>[OND].*|YN?.*|M[ON].*|F.*)")
def _weekday_and_date(found: Found) -> Period | None:
    """'Fr., 13.3.': the date counts; a sign if the weekday is another."""
    words = found.all("day")
    if words[0].kind == "O" and len(words) == 1:
        words = (Word("O", words[0].value, words[0].raw, after_article=True),)
    reading = period(words, found.today, found.language, found.depth + 1)
    fixed = resolve(reading, found.today) if reading else None
    if fixed is None or fixed.span.kind != "day":
        return None
    weekday = found.number("weekday")
    if isinstance(reading, Repeating) and reading.unit == "month":  # 'Wednesday 15th'
        for each in reading.candidates()[:5]:
            if each.first >= found.today and each.first.weekday() == weekday:
                return Fixed(each)
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
