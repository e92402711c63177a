"""The day a rule means: 'vierteljährlich', 'alle 6 Wochen', 'am ersten Dienstag im Monat'.

A proposal, for somebody to look at before anything is made. Rules of months and years keep the
weekday and its place in the month, as standing dates do: after the fourth Tuesday of November comes
the fourth one of February. Never a Saturday or Sunday, unless the meeting before was on one or the
rule names it; never a day that is a holiday all over Germany.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from facilitator.capture.due.spans import easter
from facilitator.folding import fold

_WEEKDAYS: dict[str, int] = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5,
    "sonnabend": 5, "sonntag": 6, "monday": 0, "tusday": 1, "wednesday": 2, "thursday": 3,
    "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
"""Folded, as all words here ('tusday')."""
_WEEKEND = tuple(name for name, day in _WEEKDAYS.items() if day >= 5)
_NUMBERS = {
    "ein": 1, "eine": 1, "einen": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "funf": 5,
    "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "zwolf": 12, "vierzehn": 14,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14, "other": 2, "second": 2, "zweite": 2,
    "zweiten": 2, "zweites": 2, "zweiter": 2, "third": 3, "dritte": 3, "dritten": 3,
}  # fmt: skip
_PLACES = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "letzt": -1, "first": 1, "second": 2,
    "third": 3, "fourth": 4, "last": -1,
}  # fmt: skip
_UNITS = {
    "tag": "day", "day": "day", "woche": "week", "week": "week", "monat": "month",
    "month": "month", "quartal": "quarter", "quarter": "quarter", "vierteljahr": "quarter",
    "halbjahr": "half", "jahr": "year", "year": "year",
}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_DAYS = {"day": 1, "week": 7}

_WEEKDAY = r"(?P<weekday>" + "|".join(_WEEKDAYS) + r")s?"
_PLACE = re.compile(
    r"\b(?:(?P<place>" + "|".join(_PLACES) + r")(?:e[nrsm]?)?|(?P<number>[1-4])(?:\.|st|nd|rd|th))"
    r"\s+" + _WEEKDAY + r"\b"
)
_EVERY_WEEKDAY = re.compile(r"\b(?:jede[nrsm]?|every|each)\s+" + _WEEKDAY + r"\b")
_ANY_WEEKDAY = re.compile(r"\b" + _WEEKDAY + r"\b")
_UNIT = r"(?P<unit>" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")(?:e?n|e?s|e)?\b"
_EVERY = re.compile(
    r"\b(?:alle|jede[nrsm]?|every|each)\s+(?:(?P<n>\d{1,3}|"
    + "|".join(_NUMBERS)
    + r")\.?\s+)?"
    + _UNIT
)
_TIMES = re.compile(
    r"\b(?:(?P<n>[1-4]|ein|zwei|drei|vier|three|four)\s*(?:x|-?mal|times)|(?P<once>once)|"
    r"(?P<twice>twice))\s+(?:im|in|pro|je|a|an|per|each|every)\s+" + _UNIT
)
_WITHIN = re.compile(r"\b(?:im|des|eines|in|of|per|a|the|each|every)\s+" + _UNIT)
_WORDS: tuple[tuple[str, int, int], ...] = (  # pattern, months, days
    (r"vierteljahrlich|quartalsweise|quartalsmassig|quarterly|every quarter", 3, 0),
    (r"halbjahrlich|halfyearly|half-yearly|semi-?annual(?:ly)?|biannual(?:ly)?", 6, 0),
    (r"zweimonatlich|bimonthly", 2, 0),
    (r"(?:14|vierzehn)-?tag(?:ig|lich)|(?:2|zwei)-?wochentlich|fortnightly|biweekly", 0, 14),
    (r"alljahrlich|jahrlich|yearly|annual(?:ly)?", 12, 0),
    (r"monatlich|monthly", 1, 0),
    (r"wochentlich|weekly", 0, 7),
)
"""The longer words first: 'zweimonatlich' is not 'monatlich'."""
_MOST = 520
"""So often at most a rule is followed to come behind today: ten years of weeks."""


_MOST_YEARS = 10
_HOLIDAYS = {(1, 1), (5, 1), (10, 3), (12, 24), (12, 25), (12, 26), (12, 31)}
"""Nationwide ones, and the two eves on which no public body meets."""


def day_by_rule(rule: str, last: date, today: date | None = None) -> date | None:
    """The first day behind `last`, and behind `today`, that the rule means. None: it is no rule
    that says when ('nach Bedarf', 'regelmäßig')."""
    said = fold(rule)
    day = last
    try:
        for _ in range(_MOST):
            found = _after(said, day)
            if found is None or found <= day:
                return None
            day = found
            if today is None or day > today:
                is_named = any(each in said for each in _WEEKEND)
                day = day if is_named else _no_weekend(day, last)
                return _no_holiday(day) if day.year - last.year <= _MOST_YEARS else None
    except (ValueError, OverflowError):  # beyond the calendar
        pass
    return None


def _after(said: str, last: date) -> date | None:
    months, days = _step(said)
    if place := _PLACE.search(said):
        weekday = _WEEKDAYS[place["weekday"]]
        nth = int(place["number"]) if place["number"] else _PLACES[place["place"]]
        within = _WITHIN.search(said)
        if nth == 2 and within is None and not months:  # 'jeden zweiten Dienstag'
            return _weekday_behind(last + timedelta(days=7), weekday)
        months = months or (_MONTHS.get(_UNITS[within["unit"]], 1) if within else 1)
        return _placed_behind(last, nth, weekday, months)
    if months:
        weekday_said = _ANY_WEEKDAY.search(said)
        weekday = _WEEKDAYS[weekday_said["weekday"]] if weekday_said else last.weekday()
        return _placed(_months_on(last, months), (last.day - 1) // 7 + 1, weekday)
    if every := _EVERY_WEEKDAY.search(said):
        return _weekday_behind(last, _WEEKDAYS[every["weekday"]])
    return last + timedelta(days=days) if days else None


def _step(said: str) -> tuple[int, int]:
    """(months, days) from one meeting to the next; zeros: no such word."""
    if times := _TIMES.search(said):
        n = 1 if times["once"] else 2 if times["twice"] else _number(times["n"])
        months = _MONTHS.get(_UNITS[times["unit"]], 0)
        days = _DAYS.get(_UNITS[times["unit"]], 0)
        if months and months % n == 0:
            return months // n, 0
        if months == 1 and n == 2:
            return 0, 14
        return (0, 7) if days == 7 and n == 1 else (0, 0)
    if every := _EVERY.search(said):
        n = _number(every["n"]) if every["n"] else 1
        unit = _UNITS[every["unit"]]
        return _MONTHS.get(unit, 0) * n, _DAYS.get(unit, 0) * n
    for pattern, months, days in _WORDS:
        if re.search(rf"\b(?:{pattern})", said):
            return months, days
    return 0, 0


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else _NUMBERS[said]


def _months_on(day: date, months: int) -> date:
    """The first of the month so many months later."""
    month = day.year * 12 + day.month - 1 + months
    return date(month // 12, month % 12 + 1, 1)


def _placed(month: date, nth: int, weekday: int) -> date:
    """The nth such weekday of the month; -1 or one there is not: the last."""
    length = calendar.monthrange(month.year, month.month)[1]
    first = 1 + (weekday - month.weekday()) % 7
    days = range(first, length + 1, 7)
    return month.replace(day=days[-1] if nth < 0 or nth > len(days) else days[nth - 1])


def _placed_behind(last: date, nth: int, weekday: int, months: int) -> date:
    if months == 1:
        here = _placed(last.replace(day=1), nth, weekday)
        if here > last:
            return here
    return _placed(_months_on(last, months), nth, weekday)


def _weekday_behind(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def _no_weekend(day: date, last: date) -> date:
    """The Monday after, unless they meet at weekends."""
    if day.weekday() < 5 or last.weekday() >= 5:
        return day
    return day + timedelta(days=7 - day.weekday())


def _no_holiday(day: date) -> date:
    """A week later if it is a holiday in all of Germany."""
    moving = {easter(day.year) + timedelta(days=days) for days in (-2, 1, 39, 50)}
    is_holiday = (day.month, day.day) in _HOLIDAYS or day in moving
    return _no_holiday(day + timedelta(days=7)) if is_holiday else day
