"""Which one of a repeating span is meant: the next that is not past."""

from __future__ import annotations

from datetime import date, timedelta

from facilitator.capture.due import signs
from facilitator.capture.due.spans import Fixed, Period, Repeating, Span
from facilitator.capture.due.words import Word

_DIRECTIONS = {"this": 0, "next": 1, "coming": 1, "after next": 2, "last": -1}


def direction(relation: Word) -> int:
    """How many units from today's: 'next' is one on."""
    return _DIRECTIONS[str(relation.value)]


def resolve(period: Period, today: date) -> Fixed | None:
    """The span that is meant on this day. Today counts as itself."""
    if isinstance(period, Fixed):
        return period
    past: Span | None = None
    found = period.numbered()
    for (number, span), following in zip(found, [*found[1:], None], strict=True):
        if span.last >= today:
            if period.unit == "week" and span.last == today:
                return Fixed(span, following[1] if following else None, signs.TODAY)
            if past and past.last >= today - timedelta(days=period.notable):
                return Fixed(span, past, signs.SKIPPED)
            return Fixed(span)
        if number >= period.current or period.unit == "year":
            past = span
    return None


def at_year(period: Period, year: int) -> Span | None:
    """The one of a year: 'August nächsten Jahres'. None for what has a year or none."""
    if isinstance(period, Repeating) and period.unit == "year":
        return period.at(year)
    return None
