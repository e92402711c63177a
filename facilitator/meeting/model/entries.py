"""What is captured: notes, decisions, action items, questions, parked topics."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model.base import Instant, Value
from facilitator.meeting.model.decisions import DecisionKind, Opinion, Vote, Wording
from facilitator.meeting.model.due import Due
from facilitator.meeting.model.people import Owner

EntryKind = Literal["note", "decision", "action_item", "question", "parked_topic"]
Visibility = Literal["minutes", "record", "internal"]
ActionStatus = Literal["needs-action", "in-process", "completed", "cancelled"]
"""The states of an RFC 5545 VTODO."""
OPEN_STATUSES: frozenset[ActionStatus] = frozenset({"needs-action", "in-process"})


class Entry(Value, frozen=True, kw_only=True):
    """What every captured entry has. `item`: id of the agenda item or empty ('no item', or before
    the start). `tag`: 'M7', 'B2', '?2', 'S1'; 'i' for an internal note, '·' for another note.
    `line` is what was typed. `number` is the series' own, given at the close, or empty.
    `conflicts` names fields for which another value stands beside the shown one."""

    id: str
    kind: EntryKind
    tag: str
    item: str
    at: Instant
    visibility: Visibility
    text: str
    """Note, wording of a decision, summary of an action item, question or topic."""
    line: str = ""
    number: str = ""
    before_start: bool = False
    is_orphaned: bool = False
    """It was captured under an item that is gone from the agenda: `item` is empty."""
    is_from_closed_item: bool = False
    """That item was not public, so it stays apart in the minutes."""
    link: str = ""
    """Id of what this one came from (a decision, a card, a group of cards, an answer of a
    round), or empty."""
    conflicts: tuple[tuple[str, str], ...] = ()
    """Pairs of field name and the other value as text."""


class Note(Entry, frozen=True, kw_only=True):
    said_by: str = ""
    """Name of who said it, as understood from 'Weiß: …'; in the minutes only if wanted."""


class Decision(Entry, frozen=True, kw_only=True):
    decision_kind: DecisionKind = "decision"
    addressee: str = ""
    vote: Vote | None = None
    read_back_at: Instant | None = None
    earlier_wordings: tuple[Wording, ...] = ()
    """Oldest first; the text is the wording that stands."""
    opinions: tuple[Opinion, ...] = ()
    """In the order in which they were taken."""


class Comment(Value, frozen=True, kw_only=True):
    at: Instant
    text: str
    meeting: str = ""
    """Title of the meeting where it was said, or empty: between meetings."""


class ActionItem(Entry, frozen=True, kw_only=True):
    owners: tuple[Owner, ...] = ()
    due: Due | None = None
    status: ActionStatus = "needs-action"
    field: str = ""
    group: str = ""
    is_milestone: bool = False
    """A step of a process that others wait for; printed in the order of their days."""
    reason: str = ""
    """Why it was dropped."""
    comments: tuple[Comment, ...] = ()
    read_back_at: Instant | None = None
    """When it was read to the room as it now stands, and confirmed."""
    left_open: frozenset[str] = frozenset()
    """Gaps accepted on purpose: 'owners', 'due'. Printed as open, no longer asked for."""


class Question(Entry, frozen=True, kw_only=True):
    owners: tuple[Owner, ...] = ()
    due: Due | None = None
    answer: str = ""
    left_open: frozenset[str] = frozenset()


class ParkedTopic(Entry, frozen=True, kw_only=True):
    outcome: str = ""
    left_open: frozenset[str] = frozenset()


ENTRY_TYPES: dict[EntryKind, type[Entry]] = {
    "note": Note,
    "decision": Decision,
    "action_item": ActionItem,
    "question": Question,
    "parked_topic": ParkedTopic,
}
