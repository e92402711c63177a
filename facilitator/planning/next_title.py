"""What the meeting after this one is called: as this one, one further.

'2. Treffen' -> '3. Treffen', '12. Sitzung' -> '13. Sitzung', 'Workshop 3' -> 'Workshop 4',
'Zweites Treffen' -> 'Drittes Treffen', 'Sitzung 4/2026' -> 'Sitzung 5/2026' (in the new year
'Sitzung 1/2027'), 'Jahrestagung 2026' -> that of the year of the next day. What stands behind a
counted title as its subject or its day ('3. Treffen: Sprache', '3. Treffen am 24.11.2026') was of
that meeting. A title that counts nothing stays, unless it is one of a kind ('Auftakt',
'Sondersitzung').
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from facilitator.folding import words
from facilitator.meeting.model import Meeting
from facilitator.planning.standing import suggested_title

_ONCE = (
    "auftakt", "grundung", "konstituier", "sonder", "ausserordentlich", "klausur", "abschluss",
    "kick", "inaugural", "special", "extraordinary", "closing", "opening",
)  # fmt: skip
"""Folded beginnings of titles no other meeting of a series has."""

Counted: TypeAlias = tuple[str, int | None]
"""A title, and the number that it says; None: it says none."""

_GERMAN = tuple("erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft".split())
_ENGLISH = tuple(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ROMAN = tuple("I II III IV V VI VII VIII IX X XI XII".split())

_SUBJECT = r"(?:\s*[:–—]|\s+-\s|,\s*\S*\d|\s+(?:am|vom|on)\s(?=.*\d)).*"
"""Behind a counted title: what that meeting was about, or when it was."""
_IN_FRONT = re.compile(r"(\d{1,4})(\.|st|nd|rd|th)(?=\s)(.*)", re.IGNORECASE | re.DOTALL)
_IN_WORDS = re.compile(
    rf"({'|'.join(_GERMAN)})(e[rs]?|en)?(?=\s)(.*)|({'|'.join(_ENGLISH)})(?=\s)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_IS_DATE = re.compile(
    r"\s*(?:\d|(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|mar|may|oct|dec)[a-zä]*\b)",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"(.*?\D)(\d{1,3})(\s*/\s*)((?:19|20)\d\d)", re.DOTALL)
_YEAR = re.compile(r"(.*?\D)((?:19|20)\d\d)", re.DOTALL)
_BEHIND = re.compile(r"(.*[^\W\d_]\.?\s+(?:#\s*)?)(\d{1,3})", re.DOTALL)
_ROMAN_BEHIND = re.compile(rf"(.*\w\s+)({'|'.join(sorted(_ROMAN, key=len, reverse=True))})")


def title_after(
    meeting: Meeting, number: int | None, day: date | None = None
) -> tuple[str, int | None]:
    """Title and number of the meeting after this one. `number`: its place in the series, for
    where this one counts nothing and is one of a kind."""
    ordinal = meeting.ordinal + 1 if meeting.ordinal else None
    if (found := next_title(meeting.title, day)) is not None:
        return found[0], found[1] or ordinal
    said = words(meeting.title)
    if said and not said[0].startswith(_ONCE):
        return meeting.title, ordinal
    ordinal = ordinal or number
    return suggested_title(meeting.kind, ordinal or 1, meeting.language), ordinal


def next_title(title: str, day: date | None = None) -> Counted | None:
    """The title after this one, of a meeting on that day. None: this one counts nothing."""
    title = " ".join(title.split())
    for read in (_in_front, _in_words, lambda text: _behind(text, day)):
        if (found := read(title)) is not None:
            return found
    return None


def nth(number: int, language: str) -> str:
    """'3.', '3rd'."""
    if language == "de":
        return f"{number}."
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"


def _in_front(title: str) -> Counted | None:
    found = _IN_FRONT.fullmatch(title)
    if found is None or _IS_DATE.match(found[3]):  # '24. 11. 2026', '24. November'
        return None
    number = int(found[1]) + 1
    language = "de" if found[2] == "." else "en"
    return f"{nth(number, language)}{_without_subject(found[3])}", number


def _in_words(title: str) -> Counted | None:
    found = _IN_WORDS.fullmatch(title)
    if found is None:
        return None
    known, said, rest = (
        (_GERMAN, found[1], found[3]) if found[1] else (_ENGLISH, found[4], found[5])
    )
    number = known.index(said.casefold()) + 2
    rest = _without_subject(rest)
    if number > len(known):
        return f"{nth(number, 'de' if found[1] else 'en')}{rest}", number
    word = known[number - 1] + (found[2] or "")
    return f"{_as_written(said)(word)}{rest}", number


def _as_written(said: str) -> Callable[[str], str]:
    return str.upper if said.isupper() else str.capitalize if said[0].isupper() else str


def _behind(title: str, day: date | None) -> Counted | None:
    bare = _without_subject(title)
    if bare == title and "/" not in title and (found := _YEAR.fullmatch(title)):
        return f"{found[1]}{day.year if day else found[2]}", None
    for text in dict.fromkeys((bare, title)):
        if found := _OF_YEAR.fullmatch(text):
            is_new = day is not None and day.year > int(found[4])
            number = 1 if is_new else int(found[2]) + 1
            year = f"{day.year}" if day is not None and is_new else found[4]
            return f"{found[1]}{number}{found[3]}{year}", None
        if found := _BEHIND.fullmatch(text):
            number = int(found[2]) + 1
            return f"{found[1]}{number}", number
        if found := _ROMAN_BEHIND.fullmatch(text):
            number = _ROMAN.index(found[2]) + 2
            if number <= len(_ROMAN):
                return f"{found[1]}{_ROMAN[number - 1]}", number
    return None


def _without_subject(text: str) -> str:
    found = re.search(_SUBJECT, text, re.DOTALL)
    return text[: found.start()].rstrip() if found else text
