"""A paper as data for the typst template: its blocks, with what the template needs to know of them.

Texts stay data, so that no sign of a user's means anything to typst.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from facilitator.minutes.escaping import readable
from facilitator.minutes.paper.model import Paper
from facilitator.minutes.paper.words import words_of
from facilitator.minutes.pdf.fitting import BREAK, fitting
from facilitator.minutes.stamp import stamp

SHORT = 1200
"""Characters up to which a resolution or a row of a table is kept on one page."""
DEEPEST = 8
"""Levels a list may have: deeper ones would be too narrow to read."""
LONG_PROPERTY = 500
"""Characters a title among the properties or bookmarks may have: a string in a PDF/A holds at most
32767 bytes (ISO 19005-2, 6.1.13)."""
_ORDINAL = re.compile(r"(?<=\d\.) ")
"""'7.' and 'Sitzung' stay on one line of the title."""
LETTERS = 90
"""Of a table's size that fit in a line of the text; there is room for 100 of an ordinary word."""
_PLACES = re.compile(rf"[\s{BREAK}/–-]+")
REGIONS = {"de": "DE", "en": "GB"}


def data(
    paper: Paper, issued: date | None, missing: frozenset[str], templates: Path | None
) -> dict[str, Any]:
    """`missing`: characters without a sign in the fonts; a note says so, if there are
    any."""
    fit = fitting(missing)
    note = words_of(paper.language, templates)("document.missing_signs")
    texts = _changed(msgspec.to_builtins(paper), fit)
    return {
        "kind": paper.kind,
        "scope": paper.scope,
        "status": paper.status,
        "lang": paper.language,
        "region": REGIONS.get(paper.language),
        "title": _ORDINAL.sub("\u00a0", _line(texts["title"]) or _line(texts["name"]) or "–"),
        "running_head": _line(texts["running_head"]),
        "running_foot": _line(texts["running_foot"]),
        "page_words": _line(texts["page_words"]),
        "parts": _parts(texts["parts"]),
        "missing_note": fit(note) if missing else "",
        "stamp": fit(stamp(paper, templates)),
        "properties": {
            "title": _property(paper.title) or _property(paper.name) or "–",
            "author": _property(paper.author),
            "subject": _property(paper.subject),
            "date": _day(issued or _parsed(paper.front.date)),
        },
    }


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _parsed(day: str) -> date:
    """PDF/A asks for a date: without any, that of the first day computers know."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return date(1970, 1, 1)


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


# -- blocks -----------------------------------------------------------------------------------


def _parts(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """With levels of headings from 1 on and without a gap: PDF/UA-1 (7.4.2) asks for that, and for
    headings that say something."""
    level = 0
    for part in parts:
        part["blocks"] = [block for block in part["blocks"] if not _is_empty_heading(block)]
        for block in part["blocks"]:
            if block["type"] == "heading":
                level = min(max(block["level"] - 1, 1), level + 1)
                block["level"] = level
                block["is_bookmarked"] = _length(block["runs"]) <= LONG_PROPERTY
        part["is_together"] = part["name"] == "signatures" and _length(part) < SHORT
        _measure(part["blocks"])
    return parts


def _is_empty_heading(block: dict[str, Any]) -> bool:
    return block["type"] == "heading" and not any(
        run["text"].strip(f"{BREAK}\u00ad\u2068\u2069 \n\t") for run in block["runs"]
    )


def _measure(blocks: list[dict[str, Any]]) -> None:
    """Says what is short enough to be kept on one page, and holds lists to their depth."""
    for block in blocks:
        if block["type"] == "bullets":
            for item in block["items"]:
                item["depth"] = min(max(item["depth"], 0), DEEPEST - 1)
        elif block["type"] == "table":
            rooms = _rooms(block["columns"])
            for row in block["rows"]:
                row["is_short"] = _length(row["cells"]) < SHORT
                row["is_hyphenated"] = [
                    column["is_prose"] or _longest_word(cell) > room
                    for column, room, cell in zip(
                        block["columns"], rooms, row["cells"], strict=False
                    )
                ]
        elif block["type"] == "resolution":
            block["is_short"] = len(block["wording"]) + _length(block["blocks"]) < SHORT
            _measure(block["blocks"])


def _rooms(columns: list[dict[str, Any]]) -> list[int]:
    """Letters for which there is room in a line of each column."""
    whole = sum(column["share"] for column in columns) or 1
    return [LETTERS * column["share"] // whole - 2 for column in columns]


def _longest_word(runs: list[dict[str, Any]]) -> int:
    """Letters of the longest piece that has no place to break of its own: it would reach into the
    next column, unless it is hyphenated."""
    text = "".join(run["text"] for run in runs)
    return max(map(len, _PLACES.split(text)), default=0)


def _length(value: Any) -> int:
    """Characters of all texts within; a line break counts as a line."""
    if isinstance(value, str):
        return len(value) + 80 * value.count("\n")
    if isinstance(value, list):
        return sum(map(_length, value))
    if isinstance(value, dict):
        return sum(map(_length, value.values()))
    return 0
