"""A sentence and the parts of it that became values: what is left when they are cut out.
Nothing is lost: what was cut is in the values, the rest is left as typed."""

from __future__ import annotations

from collections.abc import Iterable

_NO_BLANK_BEFORE = ".,;:!?)…"


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text without these parts; blanks only where parts were cut out are joined."""
    rest = ""
    at = 0
    for start, end in sorted(spans):
        if start < at:
            continue
        rest = _joined(rest, text[at:start])
        at = end
    return _joined(rest, text[at:]).strip()


def _joined(before: str, after: str) -> str:
    if not before.strip():
        return after.lstrip()
    following = after.lstrip()
    if not following or following[0] in _NO_BLANK_BEFORE:
        return before.rstrip() + following
    return f"{before.rstrip()} {following}"
