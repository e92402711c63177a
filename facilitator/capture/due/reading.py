"""Read a phrase as a due: the whole phrase, or nothing."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from facilitator.capture.due import days, distances, parts, periods, signs
from facilitator.capture.due.lexing import cut
from facilitator.capture.due.resolving import Fixed, direction, resolve
from facilitator.capture.due.rules import period
from facilitator.capture.due.spans import FIRST_YEAR, LAST_YEAR, Impossible, Span
from facilitator.capture.due.words import Phrase, Word, fold
from facilitator.meeting.model import Due

RULE_MODULES = (days, periods, parts, distances)
"""Imported for the rules they register with `rules`."""
MARKERS = (
    r"(?:(?:bis|sp(?:ä|ae?)testens|by|until|till|due|no\s+later\s+than|not\s+later\s+than)"
    r"(?![\w-])[\s:]*)"
)
"""The words behind which a natural due phrase counts in a line."""
_ARTICLES = (
    r"(?:(?:zum|zur|zu|am|an|den|dem|der|die|das|the|on|at"
    r"|einschlie(?:ß|ss)lich|einschl\.|inklusive|inkl\.?)\s+)"
)
_LEAD = re.compile(rf"\s*{MARKERS}+", re.IGNORECASE)
_LEAD_AND_ARTICLES = re.compile(rf"\s*{MARKERS}+{_ARTICLES}*", re.IGNORECASE)
_FULL_STOP = " .,;:!?"
CLOSING, STOPS = ")]}\"'“”«» ", ")]}\"'“”«» .,;:!?"
"""Signs that may stand behind a phrase: closing ones, and also those that end a sentence."""
_ABBREVIATIONS = frozenset(
    "jan jaen jan feb febr maer mar mrz apr jun jul aug sept sep okt oct nov dez dec "
    "mo di mi do fr sa so mon tue tues wed thu thur thurs fri sat sun j m w js mts hj qu q".split()
)
"""What is written with a dot of its own."""
MOST_SIGNS, _MOST_WORDS = 90, 14
"""No due phrase is longer."""

_WITHOUT_DAY = re.compile(r"E[^GC]+|i?x?o|(?:(?:N?[twmf])?[vn]|[iPROxF])*Z(?:i?[YNs](?:/[YN])?|P)?")
_SOME_UNITS = re.compile(r"[in]?R[twmqy]")
_AFTER = re.compile(r"n.+")
_MEETING = re.compile(r"(?P<before>v?)i?(?P<relation>R)(?P<noun>[GC]C?)(?P<tail>.*)")
_AT_A_MEETING = re.compile(r"v?[GC](?P<when>.+)")
_AROUND_A_MEETING = re.compile(r"(?:N[utbwfm]|t)?[vn]R?[GC]C?|GR|O[GC]")


class DueReading(Struct, frozen=True):
    """What a phrase means. `alternative`: the other day it can mean, or None. `sign`: English key
    of a hint (one of `signs.SIGNS`), empty if nothing needs saying."""

    due: Due
    alternative: Due | None = None
    sign: str = ""


class _Meaning(Struct, frozen=True):
    """A span, the next meeting, or neither (no day)."""

    span: Span | None = None
    other: Span | None = None
    sign: str = ""
    next_meeting: bool = False


def read_due(phrase: str, today: date, language: str | None = None) -> DueReading | None:
    """The whole phrase as a due, or None. Both languages are understood; `language` breaks ties.
    Never raises."""
    phrase = " ".join(phrase.split())
    for text in _without_full_stop(phrase):
        whole = _cut(text)
        marked = _LEAD.match(text) if whole is None or whole.kinds != "o" else None
        body = text[marked.end() :].strip() if marked else text
        meaning = _meaning(body, today, language)
        if meaning is not None:
            if marked and not meaning.next_meeting:
                body = _shortest(text, body, meaning, today, language)
            return _reading(_without_stop(body, meaning, today, language), meaning, today)
    return None


def impossible_date(phrase: str) -> bool:
    """Whether this looks like a calendar date that does not exist: '31.02.', 'KW 54'."""
    for text in _without_full_stop(" ".join(phrase.split())):
        body = text[marked.end() :] if (marked := _LEAD.match(text)) else text
        cut_phrase = _cut(body)
        if cut_phrase is None:
            continue
        try:
            period(cut_phrase.words, date(2026, 1, 1), None)
        except Impossible:
            return True
        except (ValueError, OverflowError):
            continue
    return False


def _without_full_stop(phrase: str) -> list[str]:
    """The phrase, and without the signs that close a bracket or end a sentence."""
    return list(
        dict.fromkeys([phrase, *(phrase.rstrip(ending) for ending in (CLOSING, _FULL_STOP, STOPS))])
    )


def _cut(body: str) -> Phrase | None:
    if len(body) > MOST_SIGNS:
        return None
    phrase = cut(body)
    return phrase if phrase and len(phrase.words) <= _MOST_WORDS else None


def _shortest(text: str, body: str, meaning: _Meaning, today: date, language: str | None) -> str:
    """Without the article that belongs to 'bis' ('bis zum Jahresende'), if that means the same."""
    found = _LEAD_AND_ARTICLES.match(text)
    bare = text[found.end() :].strip() if found else body
    return bare if _meaning(bare, today, language) == meaning else body


def _without_stop(body: str, meaning: _Meaning, today: date, language: str | None) -> str:
    """Without the dot that ends the sentence; '15.3.' and 'Nov.' keep theirs."""
    bare = body.rstrip(STOPS)
    if bare == body or (bare[-1:].isdecimal() and body[len(bare)] == "."):
        return body
    if fold(bare).split(" ")[-1].split(".")[-1] in _ABBREVIATIONS:
        return body
    return bare if _meaning(bare, today, language) == meaning else body


def _reading(text: str, meaning: _Meaning, today: date) -> DueReading:
    if meaning.next_meeting:
        last = meaning.span.last if meaning.span else None
        due = Due(text=text, last=last, next_meeting=True, resolved=today)
        return DueReading(due, None, meaning.sign)
    if meaning.span is None:
        return DueReading(Due(text=text, resolved=today), None, meaning.sign)
    sign = meaning.sign or (signs.PAST if meaning.span.last < today else "")
    other = _due(text, meaning.other, today) if meaning.other else None
    return DueReading(_due(text, meaning.span, today), other, sign)


def _due(text: str, span: Span, today: date) -> Due:
    return Due(text=text, edtf=span.edtf, last=span.last, resolved=today)


def _meaning(body: str, today: date, language: str | None) -> _Meaning | None:
    """None if the words mean no day, or one outside of any calendar."""
    phrase = _cut(body)
    if phrase is None:
        return None
    try:
        found = _meant(phrase, today, language)
    except (Impossible, ValueError, OverflowError):
        return None  # no such day, or arithmetic beyond the years 1 to 9999
    if found is None or found.span is None:
        return found
    if not FIRST_YEAR <= found.span.last.year <= max(LAST_YEAR, today.year + 1):
        return None
    return found


def _meant(phrase: Phrase, today: date, language: str | None) -> _Meaning | None:
    words, kinds = phrase.words, phrase.kinds
    if _WITHOUT_DAY.fullmatch(kinds):
        return _Meaning(sign=signs.NO_DAY if "Z" in kinds else "")
    if any(kind in "GC" for kind in kinds):
        return _meeting(words, kinds, today, language)
    if _SOME_UNITS.fullmatch(kinds) and words[-1].value == distances.PLURAL:
        return _Meaning(sign=signs.NO_DAY)
    if _AFTER.fullmatch(kinds):
        return _Meaning(sign=signs.NO_DAY) if _fixed(words[1:], today, language) else None
    fixed = _fixed(words, today, language)
    if fixed is None:
        return None
    span, sign = fixed.span, fixed.sign
    if phrase.is_about:
        sign = sign or signs.APPROXIMATE
    return _Meaning(span, fixed.other, sign)


def _fixed(words: tuple[Word, ...], today: date, language: str | None) -> Fixed | None:
    found = period(words, today, language)
    return resolve(found, today) if found else None


def _meeting(
    words: tuple[Word, ...], kinds: str, today: date, language: str | None
) -> _Meaning | None:
    """'zum nächsten Treffen im Herbst' is the next meeting, with the words as spoken; 'zur Sitzung
    am 12.5.' is that day; around a meeting or after the next one no day is known."""
    if found := _MEETING.fullmatch(kinds):
        relation = words[found.start("relation")]
        tail = words[found.start("tail") :]
        fixed = _fixed(tail, today, language) if tail else None
        if tail and fixed is None:
            return None
        if direction(relation) != 1:
            return _Meaning(sign=signs.NO_DAY) if direction(relation) == 2 else None
        named = signs.OTHER_MEETING if "C" in found["noun"] else ""
        sign = signs.THE_DAY_BEFORE if found["before"] else named
        is_day = fixed is not None and fixed.span.kind == "day"
        return _Meaning(fixed.span if fixed and is_day else None, None, sign, next_meeting=True)
    if _AROUND_A_MEETING.fullmatch(kinds):
        return _Meaning(sign=signs.NO_DAY)
    if found := _AT_A_MEETING.fullmatch(kinds):
        fixed = _fixed(words[found.start("when") :], today, language)
        return _Meaning(fixed.span, fixed.other, fixed.sign) if fixed else None
    if kinds in ("MG", "M-G", "sG"):
        fixed = _fixed(words[:1], today, language)
        return _Meaning(fixed.span, None, signs.OTHER_MEETING) if fixed else None
    return None
