"""Two texts: of long ones only the words that differ, with a few around them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

AROUND = 3
"""Words shown before and behind what differs."""
SHORT = 8
"""A text of so many words is shown whole."""


def changed_words(before: str, after: str) -> tuple[str, str]:
    """Both texts, shortened to what differs. Never the same twice unless the texts are."""
    one, two = before.split(), after.split()
    if max(len(one), len(two)) <= SHORT or one == two:
        return before, after
    parts: tuple[list[str], list[str]] = ([], [])
    shown = _stretches(SequenceMatcher(None, one, two, autojunk=False))
    for start, end, begin, stop in shown:
        parts[0].append(_part(one, start, end))
        parts[1].append(_part(two, begin, stop))
    return _joined(parts[0]), _joined(parts[1])


def quoted(text: str, language: str) -> str:
    """„…“, in English “…”; nothing for no text."""
    if not text:
        return "–"
    return f"„{text}“" if language == "de" else f"“{text}”"


def _stretches(matcher: SequenceMatcher[str]) -> list[tuple[int, int, int, int]]:
    """What differs, with words around it; stretches that touch are one."""
    found: list[tuple[int, int, int, int]] = []
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            continue
        wider = (start - AROUND, end + AROUND, begin - AROUND, stop + AROUND)
        if found and wider[0] <= found[-1][1]:
            wider = (found[-1][0], wider[1], found[-1][2], wider[3])
            found.pop()
        found.append(wider)
    return found


def _part(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start), min(len(words), end)
    return (
        ("… " if first else "") + " ".join(words[first:last]) + (" …" if last < len(words) else "")
    )


def _joined(parts: list[str]) -> str:
    return re.sub(r"(… )?…( …)*", "…", " ".join(parts)).strip()
