"""How days, times, dues and durations are written in minutes.

Formats of a language, not texts of the screen: `24.11.2026` and `16:03 Uhr` in German, `24 November
2026` and `16:03` in English. A due is printed as spoken with the day it means behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

from facilitator.meeting.model import Due, Instant, Value


class Formats(Value, frozen=True, kw_only=True):
    """What differs from one language to the other."""

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    oclock: str
    """Behind a time, with its blank."""
    since: str
    until: str
    dated: str
    """A day with its weekday."""
    ordinals: tuple[str, ...]
    """Words that say at the start of a title which meeting it is."""
    day: Callable[[date, tuple[str, ...]], str]
    ordinal: Callable[[int], str]


def _english_ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if number % 100 in (11, 12, 13) else endings.get(number % 10, "th")
    return f"{number}{ending}"


_FORMATS = {
    "de": Formats(
        weekdays=tuple("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()),
        months=tuple(
            "Januar Februar März April Mai Juni Juli August September Oktober November "
            "Dezember".split()
        ),
        oclock=" Uhr",
        since="ab {}",
        until="bis {}",
        dated="{weekday}, {day}",
        ordinals=tuple("erst zweit dritt viert fünft sechst siebt acht neunt zehnt".split()),
        day=lambda day, _: f"{day.day:02}.{day.month:02}.{day.year:04}",
        ordinal=lambda number: f"{number}.",
    ),
    "en": Formats(
        weekdays=tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
        months=tuple(
            "January February March April May June July August September October November "
            "December".split()
        ),
        oclock="",
        since="from {}",
        until="until {}",
        dated="{weekday}, {day}",
        ordinals=tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split()),
        day=lambda day, months: f"{day.day} {months[day.month - 1]} {day.year}",
        ordinal=_english_ordinal,
    ),
}


class Printed:
    """Days, times and dues in one language ('de', anything else is English)."""

    def __init__(self, language: str) -> None:
        self.language = language if language in _FORMATS else "en"
        self._formats = _FORMATS[self.language]

    def day(self, day: date | None) -> str:
        """'24.11.2026', '24 November 2026'."""
        return self._formats.day(day, self._formats.months) if day else ""

    def dated(self, day: date | None) -> str:
        """'Dienstag, 24.11.2026'."""
        if day is None:
            return ""
        weekday = self._formats.weekdays[day.weekday()]
        return self._formats.dated.format(weekday=weekday, day=self.day(day))

    def time(self, clock: str) -> str:
        """'16:03 Uhr' from "16:03"."""
        return f"{clock}{self._formats.oclock}" if clock else ""

    def span(self, start: str, end: str) -> str:
        """'16:30–19:33 Uhr'; with one end only 'ab 16:30 Uhr' or 'bis 19:33 Uhr'."""
        if start and end:
            return self.time(start) if start == end else self.time(f"{start}–{end}")
        if start:
            return self._formats.since.format(self.time(start))
        return self._formats.until.format(self.time(end)) if end else ""

    def spans(self, spans: Iterable[tuple[str, str]]) -> str:
        """Several stretches of time: '16:30–17:00 Uhr, 17:40–18:10 Uhr'."""
        return ", ".join(printed for span in spans if (printed := self.span(*span)))

    def due(self, due: Due | None, next_meeting: date | None = None) -> str:
        """As spoken, with the day it means: 'Ende März (31.03.2027)', 'laufend'; a bare date just
        as the date: '15.03.2027'. Empty without a due."""
        if due is None:
            return ""
        last = due.last_day(next_meeting)
        if last is None:
            return due.text
        if not due.text.strip() or (due.edtf == last.isoformat() and _is_date(due.text)):
            return self.day(last)
        return f"{due.text} ({self.day(last)})"

    def title(self, title: str, ordinal: int | None) -> str:
        """'2. Netzwerktreffen', '7th meeting'; a title that says so itself stays as it is."""
        begins = title.casefold()
        if ordinal is None or begins[:1].isdigit() or begins.startswith(self._formats.ordinals):
            return title
        return f"{self._formats.ordinal(ordinal)} {title}".strip()


_MONTHS = tuple(month.casefold() for each in _FORMATS.values() for month in each.months)


@lru_cache(maxsize=1024)
def _is_date(text: str) -> bool:
    """'15.3.', '2027-03-15', '15. März', '15 Mar': nothing but a date."""
    words: list[str] = re.findall(r"[^\W\d_]+", text.casefold())
    return text.strip()[:1].isdigit() and all(
        len(word) >= 3 and any(month.startswith(word) for month in _MONTHS) for word in words
    )


def clock(moment: Instant | None) -> str:
    """ "HH:MM" of the clock on the wall, or empty."""
    return f"{moment.at:%H:%M}" if moment else ""
