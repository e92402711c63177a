"""A paper as data for the typst template: the same blocks, with texts made fit for its fonts.

Texts stay data, so that no sign of a user's means anything to typst. What is changed in them can
not be seen: line breaks are of one kind, controls of writing direction are taken out and stretches
from right to left isolated, words too long for a line can be broken anywhere. Characters no font
has a sign for stand as their numbers: '[U+6C49]'.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from facilitator.minutes.escaping import readable
from facilitator.minutes.paper.model import Heading, Paper, Paragraph

SHORT = 1200
"""Characters up to which a resolution or a row of a table is kept on one page."""
LONG_WORD = 24
"""Characters from which a word may not fit in a column and is broken at a sign such as '@'."""
LONG_PROPERTY = 500
"""Characters a title among the properties or bookmarks may have: a string in a PDF/A holds at most
32767 bytes (ISO 19005-2, 6.1.13)."""
ENDLESS_WORD = 44
"""Characters from which it is no word ('Rindfleischetikettierungsüberwachung' has 36) and is broken
anywhere."""

_DIRECTIONS = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_WORD = re.compile(rf"\S{{{LONG_WORD},}}")
_SIGN = re.compile(r"(?<=[@./_\\?&=:;,+#-])(?=\w)")
_PIECE = re.compile(r"(?:[^\u0300-\u036f\u200d\ufe00-\ufe0f][\u0300-\u036f\u200d\ufe00-\ufe0f]*){1,4}|.")
"""Four characters with the marks that stand on them."""
_BREAK = "\u200b"


def data(paper: Paper, issued: date | None, missing: frozenset[str], note: str) -> dict[str, Any]:
    """`missing`: characters without a sign in the fonts; `note` says so, if there are any."""
    made: dict[str, Any] = msgspec.to_builtins(paper)
    fit = _fitting(missing)
    texts = _changed(made, fit)
    parts = [
        {"name": part["name"], "starts_page": part["starts_page"], "blocks": blocks}
        for part, blocks in zip(texts["parts"], _blocks(texts["parts"]), strict=True)
    ]
    return {
        "kind": paper.kind,
        "status": paper.status,
        "is_draft": paper.status == "draft",
        "lang": paper.language,
        "region": {"de": "DE", "en": "GB"}.get(paper.language),
        "title": _line(texts["title"]) or _line(texts["name"]) or "–",
        "short_title": _property(paper.title) or _property(paper.name) or "–",
        "author": _property(paper.author),
        "subject": _property(paper.subject),
        "running_head": _line(texts["running_head"]),
        "running_foot": _line(texts["running_foot"]),
        "page_words": texts["page_words"],
        "date": {"year": issued.year, "month": issued.month, "day": issued.day} if issued else None,
        "parts": parts,
        "missing_note": fit(note) if missing else "",
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def _property(text: str) -> str:
    """For a field that is not printed: any characters, but not many."""
    line = _line(readable(text))
    return line if len(line) <= LONG_PROPERTY else f"{line[: LONG_PROPERTY - 1]}…"


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """All texts within changed; the names of fields are not texts."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [_changed(each, change) for each in value]
    if isinstance(value, dict):
        return {name: _changed(each, change) for name, each in value.items() if name != "about"}
    return value


# -- characters ---------------------------------------------------------------------------------


def _fitting(missing: frozenset[str]) -> Callable[[str], str]:
    """The change that makes a text fit for the fonts."""
    # what joins or varies a sign without one goes with it
    without = re.compile(f"[{re.escape(''.join(sorted(missing)))}][\u200d\ufe0e\ufe0f{re.escape(''.join(sorted(missing)))}]*") if missing else None

    def fit(text: str) -> str:
        if text.isascii() and len(text) < LONG_WORD:
            return readable(text)
        result = readable(text).translate(_DIRECTIONS)
        if without:
            result = without.sub(_numbers, result)
        result = _WORD.sub(_breakable, result)
        return _isolated(result)

    return fit


def _numbers(found: re.Match[str]) -> str:
    return f"[{' '.join(f'U+{ord(char):04X}' for char in found[0])}]"


def _breakable(found: re.Match[str]) -> str:
    word = found[0]
    if len(word) >= ENDLESS_WORD:
        longest = max(map(len, re.split(r"[\W_]", word)))
        if longest >= ENDLESS_WORD:
            return _BREAK.join(_PIECE.findall(word))
    return _SIGN.sub(_BREAK, word)


def _isolated(text: str) -> str:
    """Lines with a stretch from right to left as an isolation of their own (UAX 9), so that they
    turn nothing else around."""
    if text.isascii() or not any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return text
    return "\n".join(f"\u2068{line}\u2069" if line else line for line in text.split("\n"))


# -- blocks -------------------------------------------------------------------------------------


def _blocks(parts: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Levels of headings without a gap, from 1 on: PDF/UA-1 (7.4.2) asks for that."""
    level = 0
    result = []
    for part in parts:
        made = []
        before: dict[str, Any] | None = None
        for block in part["blocks"]:
            if block["type"] == "heading":
                if not _has_text(block["runs"]):
                    continue
                level = min(max(block["level"] - 1, 1), level + 1)
                block["level"] = level
                block["is_bookmarked"] = _length(block["runs"]) <= LONG_PROPERTY
            _measure(block, before)
            made.append(block)
            before = block
        result.append(made)
    return result


def _measure(block: dict[str, Any], before: dict[str, Any] | None) -> None:
    match block["type"]:
        case "table":
            block["is_named"] = before is not None and (
                before["type"] == "heading" or before.get("role") == "label"
            )
            for row in block["rows"]:
                row["is_short"] = _length(row["cells"]) < SHORT
        case "resolution":
            block["is_short"] = len(block["wording"]) + _length(block["blocks"]) < SHORT
            inner: dict[str, Any] | None = None
            for each in block["blocks"]:
                _measure(each, inner)
                inner = each


def _has_text(runs: list[dict[str, Any]]) -> bool:
    return any(run["text"].strip("\u200b\u2068\u2069 \n\t") for run in runs)


def _length(value: Any) -> int:
    """Characters of all texts within; a line break counts as a line."""
    if isinstance(value, str):
        return len(value) + 80 * value.count("\n")
    if isinstance(value, list | tuple):
        return sum(map(_length, value))
    if isinstance(value, dict):
        return sum(map(_length, value.values()))
    return 0
