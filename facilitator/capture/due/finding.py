"""Find a natural due phrase within a line of prose.

It counts only behind a marker ('bis', 'spätestens', 'by', 'until', 'due'), and never behind a
weekday, date or number: 'Montag bis Freitag' and 'Seite 3 bis Mai' are ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from facilitator.capture.due.lexing import cut
from facilitator.capture.due.reading import (
    CLOSING,
    MARKERS,
    MOST_SIGNS,
    STOPS,
    DueReading,
    read_due,
)

Place = tuple[int, int, DueReading]
"""Start (of the marker), end and reading of a phrase in a text."""

_MARKER = re.compile(rf"(?<![\w/.-]){MARKERS}+", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_LONGEST = 9
"""Words behind the marker."""
_BARE = re.compile(
    r"(?:im|in|am|an|zum|zur|on|at|anfang|beginn|mitte|ende|start|early|mid|middle|late|end)\b.*[\s-]"
    r"|KW\s|[^\W\d_].*\s\d{4}$",
    re.IGNORECASE,
)
_WHOLE_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\d{4}-\d\d-\d\d")
_DATE_KINDS = frozenset("OMNYWDsFTkqhye")
_BARE_DISTANCE = re.compile(r"[Nz]+[-+/]?N?[tbwfmqhy]")


def find_trailing_due(text: str, today: date, language: str | None = None) -> Place | None:
    """The due phrase at the end of a text, with its marker; the longest one."""
    end = len(text.rstrip())
    for start, behind in _markers(text):
        if end - behind > MOST_SIGNS:
            continue
        place = _read(text, start, behind, end, today, language)
        if place is not None:
            return None if _is_range(text[:start]) else place
    return None


def find_bare_due(text: str, today: date, language: str | None = None) -> Place | None:
    """A time at the end of a text without a marker, for lines that must have one (milestones):
    the longest phrase that a preposition or a part of a period begins ('im Mai', 'Mitte 2018'),
    that ends with its year, or that is a whole date. In 'Konzept 2018' there is none."""
    end = len(text.rstrip())
    starts = [word.start() for word in _WORD.finditer(text)][-_LONGEST:]
    for start in starts:
        phrase = text[start:end]
        if not (_BARE.match(phrase) or _WHOLE_DATE.fullmatch(phrase)):
            continue
        reading = read_due(phrase, today, language)
        if reading is not None and reading.due.last is not None and reading.due.edtf:
            return start, end, reading
    return None


def find_inner_due(text: str, today: date, language: str | None = None) -> Place | None:
    """A due phrase anywhere in a text, as an offer. Behind each marker the longest phrase; of
    several the last, for later steps are named later ('bis Mai Entwurf, bis August Endfassung')."""
    found: Place | None = None
    for start, behind in _markers(text):
        if (found is not None and start < found[1]) or _is_range(text[:start]):
            continue
        ends = [behind + word.end() for word in _WORD.finditer(text[behind:])][:_LONGEST]
        for end in reversed(ends):
            if end != len(text.rstrip()) and _is_torn(text[behind:end]):
                continue
            place = _read(text, start, behind, end, today, language)
            if place is not None:
                found = place
                break
    return found


def _markers(text: str) -> Iterator[tuple[int, int]]:
    """Start of each marker and where what it marks begins."""
    for found in _MARKER.finditer(text):
        if found.end() < len(text):
            yield found.start(), found.end()


def _read(
    text: str, start: int, behind: int, end: int, today: date, language: str | None
) -> Place | None:
    """The phrase from its marker to `end`, without the sign that ends the sentence. A bare span of
    time is none: 'dauert bis 2 Wochen'."""
    phrase = cut(text[behind:end].strip().rstrip(STOPS))
    if phrase is not None and _BARE_DISTANCE.fullmatch(phrase.kinds):
        return None
    reading = read_due(text[start:end], today, language)
    if reading is None:
        return None
    for ending in (STOPS, CLOSING):
        bare = start + len(text[start:end].rstrip(ending))
        if read_due(text[start:bare], today, language) == reading:
            return start, bare, reading
    return start, end, reading


def _is_torn(words: str) -> bool:
    """A bare number at the end may belong to the next word: 'bis März 15 Angebote'."""
    last = words.split()[-1]
    return last.isdecimal() and len(last) < 4


def _is_range(before: str) -> bool:
    """Whether a weekday, date, time or number stands before the marker. A comma after a number
    parts them ('Amt 50, bis Freitag')."""
    words = before.split()
    if not words:
        return False
    last = words[-1]
    if last.endswith((",", ";", ")", ":")) and last.rstrip(",;:)").isdecimal():
        return False
    bare = last.strip("([{\"'„“»«").rstrip(",;:)")
    if not bare:
        return False
    if bare[-1].isdecimal() and not re.search(r"[^\W\d]", bare):
        return True
    tail = " ".join([*words[-2:-1], bare])
    return any(_is_date(each) for each in (bare, tail))


def _is_date(words: str) -> bool:
    phrase = cut(words)
    if phrase is None:
        return re.fullmatch(r"[\d.,:%/-]+", words) is not None or _is_clock(words)
    return phrase.words[-1].kind in _DATE_KINDS


def _is_clock(words: str) -> bool:
    return re.search(r"\d ?(?:Uhr|h|am|pm)$", words, re.IGNORECASE) is not None
