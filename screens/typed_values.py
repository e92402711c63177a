"""Dates and times of day as people type them into the head of a meeting."""

from __future__ import annotations

import re
from datetime import date

from facilitator.capture.due import read_due
from facilitator.errors import UsageProblem
from facilitator.i18n import current_language, tr

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_GERMAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)?", re.IGNORECASE)


def read_day(text: str, today: date) -> date | None:
    """'14.10.2026', '14.10.' (the next one from today on), '2026-10-14', 'next Friday'; nothing
    typed: None. Raises UsageProblem for a day that does not exist or is not understood."""
    typed = text.strip()
    if not typed:
        return None
    if found := _ISO.fullmatch(typed):
        return _day(typed, int(found[1]), int(found[2]), int(found[3]))
    if found := _GERMAN.fullmatch(typed):
        day, month = int(found[1]), int(found[2])
        if found[3]:
            year = int(found[3])
            return _day(typed, year + 2000 if year < 100 else year, month, day)
        return _next(typed, month, day, today)
    reading = read_due(typed, today, current_language())
    if reading is not None and reading.due.last is not None and not reading.due.next_meeting:
        return reading.due.last
    raise UsageProblem(tr("“{text}” is no date. Write it like 14.10.2026.", text=typed))


def read_clock(text: str) -> str:
    """'16:30', '16.30', '9', '16:30 Uhr' -> 'HH:MM'; nothing typed: empty. Raises UsageProblem."""
    typed = text.strip()
    if not typed:
        return ""
    found = _CLOCK.fullmatch(typed)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise UsageProblem(tr("“{text}” is no time of day. Write it like 16:30.", text=typed))
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def _next(typed: str, month: int, day: int, today: date) -> date:
    """The next such day; 29.02. waits for a leap year."""
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise _no_such_day(typed)


def _day(typed: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_such_day(typed) from None


def _no_such_day(typed: str) -> UsageProblem:
    return UsageProblem(tr("There is no {text} in the calendar.", text=typed))
