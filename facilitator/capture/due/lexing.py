"""Cut a phrase into words with a meaning: numeric dates and times first, then the tables of both
languages, longest words first. Both languages are always understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from facilitator.capture.due.english import ENGLISH
from facilitator.capture.due.german import COMPOUND_MEETINGS, GERMAN
from facilitator.capture.due.spans import FIRST_YEAR, LAST_YEAR
from facilitator.capture.due.words import ABOUT, EMPHATIC, SILENT, Phrase, Word, fold

_ENTRIES: dict[str, tuple[Word, ...]] = {**ENGLISH.entries, **GERMAN.entries}
_GERMAN_FALL = frozenset(
    {"im", "zum", "am", "dem", "den", "der", "diesem", "diesen", "nachsten", "naechsten"}
)
"""German words with which 'Fall' is a case, not the American autumn."""
_NOT_DATES = frozenset({"24/7", "so", "do", "we", "die", "d.", "a"})
"""Whole phrases that would read as a date and never are one, as typed in lower case."""
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

_MEETING = re.compile(rf"[a-z]+-?(?:{'|'.join(COMPOUND_MEETINGS)})(?![a-z])")
_PAIR, _UNPAIRED = re.compile(r"\([^()]*\)"), re.compile(r"[()]")

Cut = list[Word] | None
"""Words, or None if these signs are not what their pattern takes them for."""


def _year(digits: str) -> Word | None:
    number = int(digits) + (2000 if len(digits) == 2 else 0)
    return Word("Y", number, digits) if FIRST_YEAR <= number <= LAST_YEAR else None


def _date(day: str, month: str, year: str | None) -> Cut:
    words = [Word("O", int(day), day), Word("M", int(month), month)]
    if year is None:
        return words
    found = _year(year)
    return [*words, found] if found else None


def _undotted(day: str, month: str) -> Cut:
    """'15.3' is a date only if it can be one; else it is a number."""
    if 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
        return [Word("O", int(day), day), Word("M", int(month), f"{day}.{month}")]
    return None


def _month_and_year(month: str, year: str) -> Cut:
    found = _year(year)
    return [Word("M", int(month)), found] if found and 1 <= int(month) <= 12 else None


def _iso_week(year: str, week: str) -> Cut:
    found = _year(year)
    return [Word("k"), Word("N", int(week), week), found] if found else None


def _basic(year: str, month: str, day: str) -> Cut:
    """'20260315': taken only if it is a plausible day, for it may be a file number."""
    return _date(day, month, year) if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None


def _roman(numeral: str) -> Cut:
    return [Word("O", _ROMAN[numeral], numeral)]


def _single_year(digits: str) -> Cut:
    found = _year(digits)
    return [found] if found else None


_END = r"(?!\d|[.,:]\d|\s?%)"
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?"
_PATTERNS: tuple[tuple[str, Callable[..., Cut]], ...] = (
    (rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_END}(?!-)", lambda y, m, d: _date(d, m, y)),
    (rf"(\d{{4}})\.(\d{{1,2}})\.(\d{{1,2}}){_END}", lambda y, m, d: _date(d, m, y)),
    (r"(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)", _date),
    (r"(\d{4})-?w(\d{1,2})(?!\d)", _iso_week),
    (r"(\d{4})-(\d{2})(?![\d-])", lambda y, m: _month_and_year(m, y)),
    (r"((?:19|20)\d\d)(\d\d)(\d\d)(?![\d.,:])", _basic),
    (
        r"(?:kw|cw|wk|kalenderwoche|calendar week)[. ]{0,2}(\d{1,2})(?!\d|\.\d)",
        lambda n: [Word("k"), Word("N", int(n), n)],
    ),
    (r"w(\d{1,2})(?!\d)", lambda n: [Word("k"), Word("N", int(n), n)]),
    (r"q\.? ?(\d)(?!\d|\.)", lambda n: [Word("q"), Word("N", int(n), n)]),
    (r"(?:q|qu|quartal)\.? ?(iv|i{1,3})(?![a-z])", lambda n: [Word("q"), Word("N", _ROMAN[n], n)]),
    (r"([1-4])\.?q(?![a-z])", lambda n: [Word("q"), Word("N", int(n), n)]),
    (r"hj? ?(\d)(?!\d|\.)", lambda n: [Word("h"), Word("N", int(n), n)]),
    (
        rf"(?:um |gegen |ab |at |by |bis |vor )?{_CLOCK}(?: ?(?:-|bis) ?{_CLOCK})? ?uhr(?![a-z])",
        lambda: [Word("T")],
    ),
    (r"(?:um|at) \d{1,2}(?!\d|[.:/-])", lambda: [Word("T")]),
    (
        r"(?:um |gegen |at |by |bis )?\d{1,2}:\d{2}(?: ?- ?\d{1,2}:\d{2})?"
        r"(?: ?[ap]\.?m\.?)?(?![\d:])",
        lambda: [Word("T")],
    ),
    (
        r"(?:at |by )?(?:1[0-2]|0?[1-9])(?:\.\d\d)? ?(?:[ap]m|[ap]\.m\.|o'clock)(?![a-z])",
        lambda: [Word("T")],
    ),
    (
        rf"(\d{{1,2}})\. ?(\d{{1,2}})\.(?: ?(\d{{4}})|(\d{{2}}))?{_END}(?! ?uhr)",
        lambda d, m, y, s: _date(d, m, y or s),
    ),
    (rf"(\d{{1,2}})\.(\d{{4}}){_END}", _month_and_year),
    (r"(\d{1,2})\.(\d{1,2})(?![\d.,:%])", _undotted),
    (r"(iv|i{1,3})\.?(?= ?(?:quartal|qu?\b|halbjahr|hj))", _roman),
    (r"(iv|i{1,3})(?= ?/ ?\d{2})", lambda n: [Word("q"), Word("N", _ROMAN[n], n)]),
    (r"(\d{1,2})(?:st|nd|rd|th|te[nrs]?)(?![a-z])", lambda n: [Word("O", int(n), n)]),
    (r"(\d{1,2})\.(?!\d)", lambda n: [Word("O", int(n), n)]),
    (r"'(\d{2})(?!\d)", _single_year),
    (rf"(\d{{4}}){_END}", _single_year),
    (rf"(\d{{1,3}}){_END}", lambda n: [Word("N", int(n), n)]),
    (r"[,:](?= |$)|[()]", lambda: []),
    (r"([/-])", lambda sign: [Word(sign)]),
)
_NUMERIC = tuple((re.compile(pattern), make) for pattern, make in _PATTERNS)


@cache
def _vocabulary() -> re.Pattern[str]:
    longest_first = sorted(_ENTRIES, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest_first))})(?:(?<!\\.)\\.)?(?![a-z0-9'])")


def cut(text: str) -> Phrase | None:
    """The words of a phrase, or None if one of its signs has no meaning in a due phrase."""
    folded = fold(text)
    if text.strip() in _NOT_DATES or _UNPAIRED.search(_PAIR.sub("", folded)):
        return None
    words: list[Word] = []
    article = False
    silent = False
    at = 0
    while at < len(folded):
        if folded[at] == " ":
            at += 1
            continue
        found = _next(folded, at)
        if found is None:
            return None
        meant, at = found
        for word in meant:
            silent = word.kind in (SILENT, ABOUT)
            if word.kind == SILENT:
                article = True
            elif word.kind != EMPHATIC:
                words.append(Word(word.kind, word.value, word.raw, article or word.after_article))
                article = False
    if not words or silent:
        return None
    if any(word.raw == "fall" for word in words) and _GERMAN_FALL & set(folded.split()):
        return None
    return _without_times(words)


def _next(folded: str, at: int) -> tuple[list[Word], int] | None:
    """The words that stand at `at`, and where they end."""
    for pattern, make in _NUMERIC:
        if (found := pattern.match(folded, at)) and (words := make(*found.groups())) is not None:
            return words, found.end()
    if found := _vocabulary().match(folded, at):
        meant = _ENTRIES[found[1]]
        if len(meant) == 1:
            (word,) = meant
            meant = (Word(word.kind, word.value, found[1], word.after_article),)
        return list(meant), found.end()
    if found := _MEETING.match(folded, at):
        return [Word("C", 0, found[0])], found.end()
    return None


def _without_times(words: list[Word]) -> Phrase | None:
    """Drop what only narrows a day: 'Freitag Mittag' is Friday. A time alone is no due."""
    is_about = any(word.kind == ABOUT for word in words)
    kept: list[Word] = []
    for word in words:
        if word.raw == "morgen" and kept and kept[-1].kind in "WD":
            kept.append(Word("T"))  # 'Freitag morgen', 'heute Morgen'
        elif word.kind != ABOUT:
            kept.append(word)
    kinds = "".join(word.kind for word in kept)
    if kinds == "c":
        return Phrase((Word("D", 0),), is_about, has_time=True)
    if kinds == "RT" and kept[0].value == "this":
        return Phrase((Word("D", 0),), is_about, has_time=True)
    rest = tuple(word for word in kept if word.kind not in "Tc")
    if not rest:
        return None
    return Phrase(rest, is_about, has_time=len(rest) < len(kept))
