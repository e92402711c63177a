"""The rules: which words, in which order, mean which days. Each rule is a regular expression over
kinds of words (see `words.KINDS`) and a function that makes a period of what it found; the first
rule that makes one wins, in the order of `days`, `periods`, `parts`, `distances`. A rule
gives None to pass on, and raises Impossible for a calendar date that does not exist."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from facilitator.capture.due.resolving import Fixed, Period, Repeating, resolve
from facilitator.capture.due.spans import Span, months, week_around, weekend_of, year_of
from facilitator.capture.due.words import Word

Words = tuple[Word, ...]
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
ORDER = ("days", "periods", "parts", "distances")
"""The modules of rules, in the order in which they are tried."""
_RULES: dict[str, list[tuple[re.Pattern[str], Make]]] = {module: [] for module in ORDER}


def rule(pattern: str) -> Callable[[Make], Make]:
    def register(make: Make) -> Make:
        _RULES[make.__module__.rpartition(".")[2]].append((re.compile(pattern), make))
        return make

    return register


def period(words: Words, today: date, language: str | None, depth: int = 0) -> Period | None:
    """The period the words mean, or None."""
    if not words or depth > _DEPTH:
        return None
    kinds = "".join(word.kind for word in words)
    for pattern, make in (each for module in ORDER for each in _RULES[module]):
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


def is_near(year: int, today: date) -> bool:
    """Whether two digits may well be that year."""
    return -5 <= year - today.year <= 4
