"""Signs in a line: `>who`, `<when`, `@who`, `#field`. A sign is one only at the start of a word and
with no blank behind it: '> 50 TEUR', '< 3 %', 'info@stadt.de', '#1' are text.

`>` and `<` prefer, they do not force: `>Ende Nov <Haddad` is understood the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from facilitator.capture.due import DueReading, impossible_date, read_due
from facilitator.capture.names import FIRST_NAME, PARTICLES, Match, Names, is_title
from facilitator.capture.reading import Context
from facilitator.folding import fold, words
from facilitator.meeting.model import FieldOfAction

Sign = Literal[">", "<", "@", "#"]

_SIGN = re.compile(r"(?<!\S)([<>@#])(?=[^\W_])")
_WORD = re.compile(r"[^\s,;()<>@\"]+")
_GLUE = re.compile(r"\s*[,/&+]\s*|\s+(?:und|and|u\.)\s+")
_BEFORE_A_NAME = frozenset("ag amt fb abt team referat fachbereich abteilung stab sg kreis".split())
"""An unknown name goes on behind these: 'Amt 50', 'AG Wohnen'."""
_INSIDE_A_NAME = PARTICLES | frozenset(map(fold, ("für", "des", "of", "for")))
"""Small words between the capitalised ones: 'Anna von der Heide', 'Institut für Integration'."""
_LEGAL_FORM = frozenset(("e.V.", "e.V", "eV", "gGmbH", "e.G.", "eG"))
_MAX_DUE_WORDS = 8


class Named(Struct, frozen=True, kw_only=True):
    """One name behind a sign. `match` None: nobody known is called so."""

    start: int
    end: int
    text: str
    match: Match | None = None


class Token(Struct, frozen=True, kw_only=True):
    """`text[start:end]` is a sign and what it says: people, a due, or a field of action."""

    start: int
    end: int
    sign: Sign
    names: tuple[Named, ...] = ()
    due: DueReading | None = None
    field: FieldOfAction | None = None

    @property
    def is_known(self) -> bool:
        """It names somebody known, a day, a field; not just any word."""
        return bool(self.due or self.field) or any(named.match for named in self.names)


def find_tokens(text: str, names: Names, context: Context) -> tuple[tuple[Token, ...], str]:
    """The tokens of a text in order, and the first impossible date behind a sign (or '')."""
    found: list[Token] = []
    impossible = ""
    at = 0
    while sign := _SIGN.search(text, at):
        token = _token_at(text, sign.start(), names, context)
        if token is None:
            impossible = impossible or _impossible_at(text, sign.end())
            at = sign.end()
        else:
            found.append(token)
            at = token.end
    return tuple(found), impossible


def _token_at(text: str, start: int, names: Names, context: Context) -> Token | None:
    sign, at = text[start], start + 1
    if sign == "#":
        return _field_at(text, start, context)
    known = names.longest_at(text, at)
    due = _longest_due(text, at, context) if sign != "@" and not (sign == ">" and known) else None
    if sign == "<":
        if due is not None:
            return Token(start=start, end=due[0], sign="<", due=due[1])
        return _names_at(text, start, names, "<") if known else None
    if known is None and due is not None and (text[at].isalpha() or due[1].due.last):
        if not text[at : due[0]].isdecimal():  # '>2018 Betriebe' is a comparison
            return Token(start=start, end=due[0], sign=">", due=due[1])
        return None
    if text[at].isdigit():
        return None
    return _names_at(text, start, names, ">" if sign == ">" else "@")


def _names_at(text: str, start: int, names: Names, sign: Sign) -> Token | None:
    """One name or several: '>Weiß,Öztürk', '>Weiß und Öztürk'."""
    found: list[Named] = []
    at = start + 1
    while True:
        named = _name_at(text, at, names)
        if named is None:
            break
        named = _surname_first(text, named, names) or named
        found.append(named)
        glue = _GLUE.match(text, named.end)
        if glue is None or glue.end() == len(text):
            break
        if glue.group() not in (",", "/") and names.longest_at(text, glue.end()) is None:
            break  # 'Konzept >Weiß, danach Beschluss': the comma belongs to the sentence
        at = glue.end()
    return Token(start=start, end=found[-1].end, sign=sign, names=tuple(found)) if found else None


def _surname_first(text: str, named: Named, names: Names) -> Named | None:
    """'>Groß, Maria' as lists print it is one person, if somebody is called Maria Groß."""
    comma = re.compile(r",\s*").match(text, named.end)
    first = _name_at(text, comma.end(), names) if comma else None
    if first is None:
        return None
    found = names.find(f"{first.text} {named.text}")
    if found is None or len(found[1]) != 1 or found[1][0].kind != "person":
        return None
    match = Match(start=named.start, end=first.end, key=found[0], known=found[1], rank=found[2])
    return Named(start=named.start, end=first.end, text=text[named.start : first.end], match=match)


def _name_at(text: str, start: int, names: Names) -> Named | None:
    match = names.longest_at(text, start)
    # 'Anna von der Heide' is not Anna Müller, whom the first name alone would mean
    if match and not (match.rank == FIRST_NAME and _end_of_unknown(text, start) > match.end):
        return Named(start=start, end=match.end, text=text[start : match.end], match=match)
    end = _end_of_unknown(text, start)
    while end > start and text[end - 1] in ".:!?…/" and text[:end].split()[-1] not in _LEGAL_FORM:
        end -= 1
    return Named(start=start, end=end, text=text[start:end]) if end > start else None


def _end_of_unknown(text: str, start: int) -> int:
    """Where a name nobody has ends: one word and what must go with it; at the end of the line or
    before the next sign all of up to four capitalised words."""
    spans = [word.span() for word in _words_from(text, start)]
    if not spans:
        return start
    parts = [text[a:b] for a, b in spans]
    count = 1
    while count < len(parts) and _goes_on(parts[count - 1], parts[count]):
        count += 1
    whole = _capitalised(parts)
    if whole > count and _is_end(text, spans[whole - 1][1]):
        count = whole
    return spans[count - 1][1]


def _words_from(text: str, start: int) -> Iterator[re.Match[str]]:
    at = start
    for _ in range(5):
        word = _WORD.match(text, at)
        if word is None:
            return
        yield word
        at = word.end()
        while at < len(text) and text[at].isspace():
            at += 1


def _goes_on(word: str, following: str) -> bool:
    return is_title(word) or (
        fold(word) in _BEFORE_A_NAME and (following[0].isupper() or following.isalnum())
    )


def _capitalised(parts: list[str]) -> int:
    """How many of the first four words can be one name: 'Anna von der Heide', 'Amt 50', 'Amt für
    Soziales', 'Neuer Träger e.V.'"""
    count = 0
    for place, part in enumerate(parts[:4]):
        if part[0].isupper() or part.isdecimal() or (count and part in _LEGAL_FORM):
            count = place + 1
        elif fold(part) not in _INSIDE_A_NAME:
            break
    return count


def _is_end(text: str, at: int) -> bool:
    rest = text[at:].lstrip()
    return not rest or rest[0] in "<>@#(" or fold(rest.split()[0]) in BEFORE_A_DUE


BEFORE_A_DUE = frozenset(map(fold, "bis spätestens by until due".split()))


def _longest_due(text: str, start: int, context: Context) -> tuple[int, DueReading] | None:
    """(end, due) of the longest due phrase that begins at `start`."""
    following = _SIGN.search(text, start)
    stop = following.start() if following else len(text)
    ends = [word.end() for word in re.finditer(r"\S+", text[:stop]) if word.end() > start]
    for end in reversed(ends[:_MAX_DUE_WORDS]):
        phrase = text[start:end]
        for cut in dict.fromkeys((phrase.rstrip(",;:!?"), phrase.rstrip(",;:!?."))):
            if cut and (reading := read_due(cut, context.today, context.language)):
                return start + len(cut), reading
    return None


def _impossible_at(text: str, start: int) -> str:
    ends = [word.end() for word in re.finditer(r"\S+", text) if word.end() > start]
    for end in ends[:3]:
        phrase = text[start:end].rstrip(",;:!?")
        if impossible_date(phrase):
            return phrase
    return ""


def _field_at(text: str, start: int, context: Context) -> Token | None:
    """The field of action whose name begins with what stands behind `#`: the longest known one."""
    if not text[start + 1].isalpha():
        return None
    ends = [word.end() for word in _words_from(text, start + 1)]
    for end in reversed(ends):
        typed = text[start + 1 : end].rstrip(".:!?…")
        key = " ".join(words(typed))
        fields = [f for f in context.meeting.fields if _field_name(f).startswith(key)]
        exact = [f for f in fields if _field_name(f) == key]
        if key and len(exact or fields) == 1:
            field = (exact or fields)[0]
            return Token(start=start, end=start + 1 + len(typed), sign="#", field=field)
    return None


def _field_name(field: FieldOfAction) -> str:
    return " ".join(words(field.name))
