"""Words of due phrases: how they are folded, and how a phrase is cut into words with a meaning.

Every word has a kind, one letter, so that the rules (`periods`, `reading`) are regular expressions
over kinds: 'Ende nächster Woche' and 'end of next week' are both 'PRw'. A word that is not in the
tables of either language makes the whole phrase no due phrase.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

Meaning = int | float | str

KINDS = {
    "O": "ordinal or day: '15.', '15th', 'erster'",
    "N": "number",
    "M": "month 1-12",
    "W": "weekday 0-6",
    "Y": "year",
    "D": "day counted from today",
    "P": "start, middle, end",
    "R": "this, next, coming, after next, last",
    "s": "season 21-24",
    "F": "feast",
    "A": "feast with a number: '1. Advent'",
    "T": "time of day",
    "c": "close of business",
    "E": "every",
    "u": "hour",
    "t": "day",
    "b": "working day",
    "w": "week",
    "f": "fortnight",
    "m": "month",
    "q": "quarter",
    "h": "half-year",
    "y": "year",
    "e": "weekend",
    "k": "calendar week",
    "z": "half (of)",
    "i": "in, within",
    "v": "before",
    "n": "after",
    "x": "from",
    "j": "between",
    "G": "meeting",
    "C": "meeting with a name ('Ratssitzung')",
    "o": "without a day: 'laufend'",
    "Z": "known to people, not to the calendar: 'Sommerferien'",
    "/": "slash",
    "-": "dash",
    "+": "and, or, to",
}
SILENT = "_"
"""Kind of articles and prepositions, which change nothing but cannot end a phrase."""
EMPHATIC = "="
"""Kind of 'noch', 'spätestens', 'latest': they change nothing and may stand anywhere."""
ABOUT = "~"
"""Kind of 'ca.' and the like."""


DURING = 1
"""Value of 'innerhalb', 'im Laufe', behind which a bare unit is that of today."""


class Word(Struct, frozen=True):
    """One word of a phrase. `raw` is folded; `after_article`: an article stood before it."""

    kind: str
    value: Meaning = 0
    raw: str = ""
    after_article: bool = False

    @property
    def is_short_year(self) -> bool:
        """Two digits, as in 'Dezember 26'."""
        return self.kind == "N" and len(self.raw) == 2 and self.raw.isdecimal()

    @property
    def year(self) -> int:
        return 2000 + int(self.value) if self.kind == "N" else int(self.value)


class Phrase(Struct, frozen=True):
    """A phrase cut into words. `is_about`: 'ca.'; `has_time`: a time of day was dropped."""

    words: tuple[Word, ...]
    is_about: bool = False
    has_time: bool = False

    @property
    def kinds(self) -> str:
        return "".join(word.kind for word in self.words)


_FOLDED = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
    }
)


@cache
def _spellings(word: str) -> frozenset[str]:
    """How a word of the tables may be typed: with umlauts, ae oe ue, or plain vowels."""
    plain = unicodedata.normalize("NFD", word.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return frozenset({fold(word), bare})


def fold(text: str) -> str:
    """Case, umlauts, accents, dashes and blanks made alike. Changes the length of the text."""
    text = unicodedata.normalize("NFC", text).casefold().translate(_FOLDED)
    plain = unicodedata.normalize("NFD", text)
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def spelled(words: str | Iterable[str]) -> Iterable[str]:
    """All spellings of words given as 'one two' or as a sequence (then they may hold blanks)."""
    for word in words.split() if isinstance(words, str) else words:
        yield from sorted(_spellings(word))


class Table:
    """What one language knows: folded words, each with the words they stand for."""

    def __init__(self) -> None:
        self.entries: dict[str, tuple[Word, ...]] = {}

    def add(self, kind: str, words: str | Iterable[str], value: Meaning = 0) -> None:
        self.add_all(words, Word(kind, value))

    def add_all(self, words: str | Iterable[str], *meant: Word) -> None:
        """A word that says several things: 'Monatsende' is end and month."""
        for word in spelled(words):
            self.entries.setdefault(word, tuple(meant))
