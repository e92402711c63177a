"""Notes, action items, milestones, questions, parked topics."""

from __future__ import annotations

from facilitator.meeting.model import ActionStatus, Value


class NoteRow(Value, frozen=True, kw_only=True, gc=False):
    """In a template it can be used as its text."""

    text: str
    id: str = ""

    def __str__(self) -> str:
        return self.text


class ActionRow(Value, frozen=True, kw_only=True, gc=False):
    """An action item, new or from an earlier meeting, as it stood after this meeting."""

    number: str
    id: str = ""
    """Of the entry, or of the tabled action item."""
    summary: str
    who: str
    due: str
    status: ActionStatus
    item: str = ""
    field: str = ""
    group: str = ""
    """Of an earlier one: name of the working group, or empty."""
    comment: str = ""
    """What was said of it in this meeting, reasons for dropping it among that."""
    is_public: bool = True
    """Of an earlier one: not from a non-public item. New ones stand apart instead."""


class ActionGroup(Value, frozen=True, kw_only=True):
    """Action items of one working group; an empty name: of none. Those of non-public items stand
    together, whatever their group."""

    name: str
    actions: tuple[ActionRow, ...]
    is_public: bool = True


class MilestoneRow(Value, frozen=True, kw_only=True):
    """`due` as spoken, `day` the last day it allows; either may be empty."""

    number: str
    id: str = ""
    summary: str
    who: str
    due: str
    day: str
    status: ActionStatus
    is_public: bool = True


class QuestionRow(Value, frozen=True, kw_only=True, gc=False):
    number: str
    id: str = ""
    text: str
    who: str
    due: str
    answer: str
    item: str
    is_public: bool = True


class ParkedRow(Value, frozen=True, kw_only=True):
    """`number` empty: an agenda item that was put there whole, whose `id` is then
    that of the item."""

    number: str
    id: str = ""
    text: str
    outcome: str
    item: str
    is_public: bool = True
