"""An agenda item with all that belongs to it."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model import Value
from facilitator.minutes.document.model.decisions import DecisionRow
from facilitator.minutes.document.model.entries import ActionRow, NoteRow, ParkedRow, QuestionRow
from facilitator.minutes.document.model.room import BoardRow, FoundedRow, RoundRow

SectionKind = Literal["item", "break", "before_start", "no_item"]
Remark = Literal["", "silent", "unrecorded", "skipped", "deferred", "not_reached", "pending"]
"""What stands in an item without content: nobody spoke; spoken of, but nothing for the minutes;
passed over; put off; never called; still to come."""


class BiasRow(Value, frozen=True, kw_only=True):
    """Somebody who did not take part. `time`: from-until, if they were out for a part only."""

    name: str
    time: str = ""


class Section(Value, frozen=True, kw_only=True):
    """An agenda item, a break in which something was captured, or the entries outside of the
    agenda."""

    kind: SectionKind = "item"
    id: str = ""
    """Of the agenda item, or empty."""
    number: str = ""
    title: str = ""
    depth: int = 0
    """In the agenda."""
    level: int = 2
    """Of its heading, 1 to 6."""
    is_public: bool = True
    """Neither it nor an item it belongs to is non-public."""
    is_withheld: bool = False
    """Of a non-public item the public version gives its number only."""
    time: str = ""
    presenter: str = ""
    paper: str = ""
    group: str = ""
    field: str = ""
    """Name of the field of action it is about, unless its title says so."""
    named_fields: tuple[str, ...] = ()
    """Fields of action that were named here."""
    result: str = ""
    result_left_open: bool = False
    remark: Remark = ""
    deferred_to: Literal["", "next_meeting", "parking_lot"] = ""
    is_added: bool = False
    """It was not in the invitation."""
    moved_from: str = ""
    """Its number in the invitation, if it was moved since; else empty."""
    bias: tuple[BiasRow, ...] = ()
    is_bias_denied: bool = False
    """It was asked, and nobody declared to be biased."""
    notes: tuple[NoteRow, ...] = ()
    rounds: tuple[RoundRow, ...] = ()
    boards: tuple[BoardRow, ...] = ()
    reviewed: tuple[ActionRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    founded: tuple[FoundedRow, ...] = ()
    renamed_to: str = ""
    """The new name of the body, if it was decided here."""
    actions: tuple[ActionRow, ...] = ()
    actions_read_back: str = ""
    """Time of day at which all of them had been read back and confirmed, or empty."""
    questions: tuple[QuestionRow, ...] = ()
    parked: tuple[ParkedRow, ...] = ()
