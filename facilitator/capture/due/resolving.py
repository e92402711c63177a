"""Periods that come again and again, and which one of them is meant: the next that is not past."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta
from typing import Literal

from msgspec import Struct

from facilitator.capture.due import signs
from facilitator.capture.due.spans import Span
from facilitator.capture.due.words import Word


class Fixed(Struct, frozen=True):
    """A span that is settled, with what is to be said about it."""

    span: Span
    other: Span | None = None
    sign: str = ""


class Repeating(Struct, frozen=True):
    """A span that comes again and again ('Mai', 'Freitag', 'Ende der Woche'). `make(n)` is the one
    number n (a year, or a count of weeks or months) or None; `current` is the one of today.
    `notable` days: how recently one may be past before skipping it must be said."""

    make: Callable[[int], Span | None]
    current: int
    unit: Literal["day", "week", "month", "year", "other"] = "year"
    notable: int = 31

    def at(self, number: int) -> Span | None:
        """Number `number`, None outside the calendar."""
        if self.unit == "year" and not 1 < number < MAXYEAR:
            return None
        try:
            return self.make(number)
        except (ValueError, OverflowError):
            return None

    def numbered(self) -> list[tuple[int, Span]]:
        """From the one before today's on, far enough for a 29 February across 2100."""
        found = ((number, self.at(number)) for number in range(self.current - 1, self.current + 10))
        return [(number, span) for number, span in found if span]

    def candidates(self) -> list[Span]:
        return [span for _, span in self.numbered()]

    def through(self, change: Callable[[Span], Span | None]) -> Repeating:
        """Of each of them, what `change` makes of it."""

        def changed(number: int) -> Span | None:
            span = self.make(number)
            return change(span) if span else None

        return Repeating(changed, self.current, self.unit, self.notable)


Period = Fixed | Repeating

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
