"""Days with a name: fixed days, and those that move with Easter or Advent."""

from __future__ import annotations

from datetime import date, timedelta

from facilitator.capture.due.spans import Span, day, easter, month_of, nth_weekday, stretch

SUNDAY = 6


def feast_in(name: str, year: int) -> Span | None:
    """The feast in a year. `name` as in the tables: '12-24', 'easter 39' (days after Easter
    Sunday), 'advent 1' (Sundays of Advent, -1 the Sunday before it), or one of its own."""
    rule, _, number = name.removesuffix(" regional").partition(" ")
    if rule == "easter":
        return day(easter(year) + timedelta(days=int(number)))
    if rule == "advent":
        weeks = int(number) - (1 if int(number) > 0 else 0)
        return day(_first_advent(year) + timedelta(weeks=weeks))
    if rule == "repentance":  # the Wednesday before the last Sunday of the church year
        return day(_first_advent(year) - timedelta(days=11))
    if rule == "mothers":
        return nth_weekday(month_of(year, 5), 2, SUNDAY)
    if rule == "thanks":
        return nth_weekday(month_of(year, 10), 1, SUNDAY)
    if rule == "between":
        return stretch(date(year, 12, 27), date(year, 12, 30))
    month, number = rule.split("-")
    return day(date(year, int(month), int(number)))


def _first_advent(year: int) -> date:
    """The fourth Sunday before Christmas Day."""
    christmas = date(year, 12, 25)
    fourth = christmas - timedelta(days=christmas.weekday() + 1)
    return fourth - timedelta(weeks=3)
