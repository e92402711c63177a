"""What a document says, as a digest: the same for every format, version and date of issue."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import msgspec
from msgspec import NODEFAULT, Struct

from facilitator.as_listed import as_listed
from facilitator.meeting.minutes_life import Family
from facilitator.meeting.model import Meeting
from facilitator.minutes.document import MinutesDocument, document
from facilitator.minutes.paper import paper
from facilitator.minutes.paper.kinds import LAYOUTS
from facilitator.minutes.wanted import Wanted


def content_of(meeting: Meeting, family: Family = "minutes") -> str:
    """SHA-256 in hex. Of the minutes it is that of their values, so that a word changed in a
    template is no change of what they say."""
    if family == "data":
        found = _said(
            msgspec.structs.replace(
                meeting, exports=(), sendings=(), objections=(), approvals=(), planned_next=None
            )
        )
    elif family == "minutes" or family not in LAYOUTS:
        found = said(document(as_listed(meeting)))
    else:
        found = _said(paper(meeting, Wanted(kind=family), version=0, status="draft"))
    return hashlib.sha256(msgspec.json.encode(found, order="deterministic")).hexdigest()


_UNSAID = frozenset({"id"})
"""Fields of the document that nobody reads."""


def said(minutes: MinutesDocument) -> Any:
    """What a document says, to be compared: without its version, date of issue and state."""
    front = msgspec.structs.replace(minutes.front, version=0, issued="", status="draft")
    return _said(
        msgspec.structs.replace(minutes, version=0, issued="", status="draft", front=front)
    )


@cache
def _fields(kind: type[Struct]) -> tuple[tuple[str, object], ...]:
    """Names and defaults; looked up anew they take 40 times as long as all the rest."""
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if field.name not in _UNSAID)


def _said(value: object) -> Any:
    """The value without what has its default: a field that a newer program adds changes nothing
    as long as it says nothing."""
    if isinstance(value, Struct):
        said: dict[str, Any] = {"": type(value).__name__}
        for name, default in _fields(type(value)):
            here = getattr(value, name)
            if default is NODEFAULT or here != default:
                said[name] = _said(here)
        return said
    if isinstance(value, tuple | list):
        return [_said(each) for each in value]
    if isinstance(value, frozenset | set):
        return sorted(map(str, value))
    if isinstance(value, dict):
        return {str(name): _said(each) for name, each in value.items()}
    return value
