"""Names of people in texts of the public version that somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from facilitator.meeting.model import Meeting
from facilitator.minutes.document.functions import FunctionWords
from facilitator.minutes.document.scope import public_part
from facilitator.minutes.document.whole import document

MIN_LETTERS = 3
"""Shorter surnames are found only as part of the whole name."""


def names_in_public(meeting: Meeting) -> tuple[str, ...]:
    """Names from the list of people that stand in free text of the public version, in the order of
    the list: a note, a wording, a title that says 'Haddad berichtet'. The program does not change
    such texts; whoever publishes them should know. A surname counts as a word of its own, written
    as on the list; one that is a word as well ('Stein') may be reported without need."""
    blank = FunctionWords(**dict.fromkeys(FunctionWords.__struct_fields__, ""))
    part = public_part(meeting, blank)
    texts = "\n".join(_texts(msgspec.to_builtins(document(part))))
    return tuple(person.name for person in meeting.people if _is_named(person.name, texts))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for each in value.values():
                yield from _texts(each)
        case list() | tuple():
            for each in value:
                yield from _texts(each)


def _is_named(name: str, texts: str) -> bool:
    words = name.split()
    if not words:
        return False
    said = [name.strip()]
    if len(words) > 1 and len(words[-1]) >= MIN_LETTERS:
        said.append(words[-1])
    return any(re.search(rf"(?<!\w){re.escape(each)}s?(?!\w)", texts) for each in said)
