"""Pasted text -> lines worth reading: the agenda without letter, headings and broken lines."""

from __future__ import annotations

import re

from msgspec import Struct

from facilitator.exchange.agenda_markers import is_marker
from facilitator.exchange.csv_table import clean
from facilitator.folding import fold, lines, words

_WIDTH_OF_TAB = 4
_INDENT = re.compile(r"^[ \t\u00a0\u2003\u3000]*")
_RULE = re.compile(r"[\s\-–—_=*|:+.]*")
_AGENDA_WORDS = frozenset(
    fold(word)
    for word in (
        "Tagesordnung Tagesordnungspunkte TOPs TO Agenda Ablauf Ablaufplan Programm Programmablauf"
        " Programme Program vorläufige vorläufiger geplante geplanter Entwurf der des draft"
        " provisional geplanter Themen Punkte folgende unsere die wir the meeting schedule our"
    ).split()
)
_AGENDA_HEADS = frozenset(
    "tagesordnung tagesordnungspunkte tops agenda ablauf ablaufplan programm programmablauf"
    " programme program".split()
)
_CLOSING = re.compile(
    r"(?i)^\s*(?:mit (?:freundlich|best|herzlich)\w*\b.* gr(?:ü|ue)(?:ß|ss)en?"
    r"|(?:freundliche|viele|beste|herzliche|liebe) gr(?:ü|ue)(?:ß|ss)e"
    r"|(?:kind|best|warm) regards|yours (?:sincerely|faithfully))\b"
)
_LOOKS_LIKE_ITEM = re.compile(r"^\s*(?:#{1,6}\s+\S|TOP\b|\d{1,2}[.):]?\s*[^\W\d]|[-*•]\s)")
_SECTION = re.compile(
    r"(?i)^(?:#{1,6}\s+)?(?:(?:teil\s+)?[IVA-B]{1,3}[.):]?\s+|teil\s+[AB12][.:]?\s+)?(?:"
    r"(?P<closed>nicht[ -]?(?:ö|oe)ffentlich(?:e[rn]?)?|n\.? ?ö\.?|non-?public|not public|closed)"
    r"|(?P<open>(?:ö|oe)ffentlich(?:e[rn]?)?|public|open))"
    r"(?:\s+(?:teil|sitzung|tagesordnung|beratung|sitzungsteil|part|session|meeting|items))?\s*:?$"
)


class SourceLine(Struct, frozen=True):
    """`indent` in columns; `cells` are clean; one cell unless the line is a row of a table.
    `public` only for a heading that says it of all lines below."""

    indent: int
    cells: tuple[str, ...]
    public: bool | None = None


def source_lines(text: str) -> list[SourceLine]:
    """The lines between the heading 'Tagesordnung' and the closing formula, broken ones joined,
    blank ones and rules dropped."""
    raw = [line for line in lines(text.replace("\ufeff", "")) if not _RULE.fullmatch(line)]
    return [_source_line(line) for line in _joined(_agenda_of(raw))]


def _agenda_of(lines: list[str]) -> list[str]:
    end = next((n for n, line in enumerate(lines) if _CLOSING.match(line)), len(lines))
    lines = lines[:end]
    for n, line in enumerate(lines):
        if is_agenda_heading(line, is_first=n == 0):
            before = lines[:n]
            if not any(map(_LOOKS_LIKE_ITEM.match, before)):
                before = []
            return before + [
                line for line in lines[n + 1 :] if not is_agenda_heading(line, is_first=False)
            ]
    return lines


def is_agenda_heading(line: str, *, is_first: bool) -> bool:
    """'Tagesordnung:', '# Agenda', 'Vorläufige Tagesordnung (Entwurf)'; as the first line also
    'Tagesordnung des 2. Treffens am 14.10.'."""
    if len(line) > 200 or "\t" in line.strip():
        return False
    said = words(line.replace("#", " ").replace("*", " ").replace("_", " "))
    if not said or not any(word in _AGENDA_HEADS for word in said):
        return False
    if all(word in _AGENDA_WORDS for word in said):
        return True
    return is_first and said[0] in _AGENDA_HEADS and "min" not in said


def _joined(lines: list[str]) -> list[str]:
    """Numbers that stand alone go to the next line; lines that begin in the middle of a sentence
    to the one before."""
    joined: list[str] = []
    for line in lines:
        bare = line.strip()
        before = joined[-1] if joined else ""
        if before and is_marker(before) and not is_marker(bare) and not _SECTION.match(bare):
            joined[-1] = f"{before.rstrip()} {bare}"
        elif (
            before
            and _LOOKS_LIKE_ITEM.match(before)
            and "\t" not in bare
            and bare[0].islower()
            and not re.match(r"[a-z]{1,3}[.)]\s|o\s|zu\s+TOP|nicht|n\.", bare)
        ):
            is_hyphenated = before.endswith("-") and not before.endswith(" -")
            joined[-1] = before[:-1] + bare if is_hyphenated else f"{before.rstrip()} {bare}"
        else:
            joined.append(line)
    return joined


def _source_line(line: str) -> SourceLine:
    spaces = _INDENT.match(line)
    assert spaces is not None
    bare = line[spaces.end() :].rstrip()
    indent = sum(_WIDTH_OF_TAB if sign == "\t" else 1 for sign in spaces[0])
    if bare.startswith("|") and bare.count("|") > 2:
        bare = bare.strip("|").replace("|", "\t")
    elif len(re.findall(r"\s\|\s", bare)) > 1:
        bare = bare.replace("|", "\t")
    cells = tuple(clean(_without_emphasis(cell)) for cell in bare.split("\t"))
    if len(cells) > 2 and "\t" in spaces[0]:
        indent = 0  # an empty cell of a table
    section = _SECTION.match(cells[0]) if len(cells) == 1 else None
    public = None if section is None else section["open"] is not None
    return SourceLine(indent, cells, public)


def _without_emphasis(text: str) -> str:
    for sign in ("**", "__"):
        if text.count(sign) and text.count(sign) % 2 == 0:
            text = text.replace(sign, "")
    return text
