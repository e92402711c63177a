"""'(Haddad, Nowak, bis März)' at the end of a line: who and until when, as German minutes have it.

All of it must be understood, else it is text: '(siehe Anlage, bis März)' stays. A name nobody has
counts only beside something known.
"""

from __future__ import annotations

import re

from msgspec import Struct

from facilitator.capture.due import DueReading, read_due
from facilitator.capture.names import Names
from facilitator.capture.phrases import is_comparison
from facilitator.capture.reading import Context
from facilitator.capture.tokens import Named

_AT_THE_END = re.compile(r"\(([^()]+)\)(?=\s*[.;]?\s*$)")
_PART = re.compile(r"[^,;/]+")
_UNKNOWN_NAME = re.compile(r"[^\W\d_][\w.\-’']*(?: [^\W_][\w.\-’']*){0,3}")


class Bracket(Struct, frozen=True, kw_only=True):
    """`text[start:end]` is the bracket with its signs. `is_sure`: something in it is known."""

    start: int
    end: int
    names: tuple[Named, ...]
    due: DueReading | None
    is_sure: bool


def find_bracket(text: str, names: Names, context: Context) -> Bracket | None:
    """The bracket at the end of the text, if all of it says who or until when."""
    found = _AT_THE_END.search(text)
    if found is None:
        return None
    named: list[Named] = []
    due: DueReading | None = None
    is_sure = False
    base = found.start(1)
    for part in _PART.finditer(found.group(1)):
        words = part.group().strip()
        if not words:
            continue
        start = base + part.start() + len(part.group()) - len(part.group().lstrip())
        if (one := _read_name(text, words, start, names)) is not None:
            named.extend(one)
        elif due is None and (reading := read_due(words, context.today, context.language)):
            due = reading
            is_sure = not is_comparison(words, reading, context)
        elif words[0].isupper() and _UNKNOWN_NAME.fullmatch(words):
            named.append(Named(start=start, end=start + len(words), text=words))
        else:
            return None
    if not named and due is None:
        return None
    is_sure = is_sure or any(each.match for each in named)
    return Bracket(
        start=found.start(), end=found.end(), names=tuple(named), due=due, is_sure=is_sure
    )


_AND = re.compile(r"\s+(?:und|and|u\.|&|\+)\s+")


def _read_name(text: str, part: str, start: int, names: Names) -> list[Named] | None:
    """The part as one known name or several with 'und' between; None if it is neither."""
    whole = names.longest_at(text, start)
    if whole and whole.end >= start + len(part.rstrip(".")):
        return [Named(start=start, end=whole.end, text=part, match=whole)]
    pieces = _AND.split(part)
    if len(pieces) < 2:
        return None
    found: list[Named] = []
    for piece in pieces:
        at = text.index(piece, found[-1].end if found else start)
        match = names.longest_at(text, at)
        if match is None or match.end < at + len(piece.rstrip(".")):
            return None
        found.append(Named(start=at, end=match.end, text=piece, match=match))
    return found
