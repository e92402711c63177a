"""Rules for what is said of another period: next, end, second half, last Friday of it."""

from __future__ import annotations

from datetime import timedelta

from facilitator.capture.due import signs
from facilitator.capture.due.resolving import Fixed, Period, Repeating, at_year, direction
from facilitator.capture.due.rules import (
    Found,
    rule,
    unit,
    yearly,
)
from facilitator.capture.due.spans import (
    PartName,
    Span,
    SpanKind,
    half_of,
    half_part,
    nth_day,
    nth_week,
    nth_weekday,
    part_of,
    quarter_of,
    year_of,
)


@rule(r"(?P<relation>R)(?P<part>P?)(?P<unit>[wmqhy])")
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
    this = found.all("relation")[0].value == "this"
    if this and word.kind == "w" and span.first <= found.today and span.last < found.today:
        return Fixed(week_until_sunday(span), sign=signs.WEEK_IS_OVER)
    return Fixed(span)


def week_until_sunday(span: Span) -> Span:
    """On a weekend 'this week' still ends on Sunday."""
    sunday = span.first + timedelta(days=6)
    return Span(span.first, sunday, "week", f"{span.first.isoformat()}/{sunday.isoformat()}")


@rule(r"(?P<what>W)(?P<relation>R)")
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


@rule(r"(?P<relation>R)q(?P<year>Y|Ry)")
def _last_quarter(found: Found) -> Period | None:
    """'letztes Quartal 2026'."""
    year = found.span("year")
    if found.all("relation")[0].value != "last" or year is None:
        return None
    span = quarter_of(year.span.first.year, 4)
    return Fixed(span) if span else None


@rule(r"(?P<nth>O)z")
def _half_of_the_year(found: Found) -> Period | None:
    """'the first half': of the year."""
    nth = found.number("nth")
    return yearly(lambda year: half_of(year, nth), found.today) if nth in (1, 2) else None


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
