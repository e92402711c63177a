"""The course of a meeting: stretches of time, each of one agenda item, and what happened there."""

from __future__ import annotations

from typing import Literal, TypeAlias

from facilitator.meeting.model import Value
from facilitator.minutes.document.model.decisions import DecisionRow
from facilitator.minutes.document.model.entries import ActionRow, ParkedRow, QuestionRow
from facilitator.minutes.document.model.head import QuorumRow
from facilitator.minutes.document.model.room import BoardRow, RoundRow
from facilitator.minutes.document.model.sections import Section

HappeningKind = Literal[
    "came", "went", "chair", "moderator", "minute_taker", "biased", "returned", "speaker", "note"
]


class Happening(Value, frozen=True, kw_only=True):
    """In a few words: `text` is a note, or the name or function of whom it is about."""

    kind: HappeningKind
    text: str
    said_by: str = ""
    """Of a note, where contributors are named."""
    id: str = ""


EventRow: TypeAlias = (
    Happening | QuorumRow | DecisionRow | ActionRow | QuestionRow | ParkedRow | RoundRow | BoardRow
)


class Event(Value, frozen=True, kw_only=True):
    """`time`: "16:31 Uhr"; empty for what was written down when nothing of its item ran."""

    time: str
    row: EventRow


class Stretch(Value, frozen=True, kw_only=True):
    """`section`: its item, with all that belongs to it. `is_continued`: the item ran before;
    `is_last`: it ran no more. `time`: from-to, empty for an item that never ran."""

    section: Section
    time: str = ""
    is_continued: bool = False
    is_last: bool = True
    events: tuple[Event, ...] = ()


class Course(Value, frozen=True, kw_only=True):
    """`opened`, `closed`: times of day, or empty. The non-public stretches come last."""

    opened: str
    closed: str
    stretches: tuple[Stretch, ...]
