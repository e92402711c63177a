"""What is captured, mended, converted, moved and removed."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from facilitator.meeting.changes.base import Amendment, Happening
from facilitator.meeting.model import (
    ActionStatus,
    DecisionKind,
    Due,
    EntryKind,
    Instant,
    Opinion,
    Owner,
    Visibility,
    Vote,
    Weight,
)


class EntryRecorded(Happening, frozen=True, kw_only=True):
    """Base of the five. `item`: the agenda item it belongs to, or empty. `line`: as typed.
    `visibility` None: the default of the kind of meeting. `link`: the entry it came from."""

    item: str = ""
    line: str = ""
    visibility: Visibility | None = None
    link: str = ""


class NoteRecorded(EntryRecorded, frozen=True, kw_only=True):
    text: str
    said_by: str = ""


class DecisionRecorded(EntryRecorded, frozen=True, kw_only=True):
    wording: str
    decision_kind: DecisionKind = "decision"
    addressee: str = ""


class ActionItemRecorded(EntryRecorded, frozen=True, kw_only=True):
    summary: str
    owners: tuple[Owner, ...] = ()
    due: Due | None = None
    field: str = ""
    group: str = ""
    is_milestone: bool = False


class QuestionRecorded(EntryRecorded, frozen=True, kw_only=True):
    text: str
    owners: tuple[Owner, ...] = ()
    due: Due | None = None


class TopicParked(EntryRecorded, frozen=True, kw_only=True):
    text: str


class NoteAmended(Amendment, frozen=True, kw_only=True):
    note: str
    text: str | UnsetType = UNSET
    said_by: str | UnsetType = UNSET


class NoteSplit(Happening, frozen=True, kw_only=True):
    """One note becomes two: `text` stays, `rest` is a note of its own right behind it, of the same
    time, item and visibility; its id is that of this change."""

    note: str
    text: str
    rest: str


class DecisionAmended(Amendment, frozen=True, kw_only=True):
    decision: str
    wording: str | UnsetType = UNSET
    weight: Weight = "editorial"
    """Of a new wording: of substance withdraws read-back, vote and opinions."""
    decision_kind: DecisionKind | UnsetType = UNSET
    addressee: str | UnsetType = UNSET
    vote: Vote | None | UnsetType = UNSET
    read_back_at: Instant | None | UnsetType = UNSET


class OpinionTaken(Happening, frozen=True, kw_only=True):
    """The room was asked without ballots; kept with the decision it is about."""

    decision: str
    opinion: Opinion


class ActionItemAmended(Amendment, frozen=True, kw_only=True):
    """Corrects the birth statement in its place; a later review still speaks after it."""

    action_item: str
    summary: str | UnsetType = UNSET
    owners: tuple[Owner, ...] | UnsetType = UNSET
    due: Due | None | UnsetType = UNSET
    status: ActionStatus | UnsetType = UNSET
    field: str | UnsetType = UNSET
    group: str | UnsetType = UNSET
    is_milestone: bool | UnsetType = UNSET
    reason: str | UnsetType = UNSET
    read_back_at: Instant | None | UnsetType = UNSET
    """Another summary, owner or due takes it back."""


class QuestionAmended(Amendment, frozen=True, kw_only=True):
    question: str
    text: str | UnsetType = UNSET
    owners: tuple[Owner, ...] | UnsetType = UNSET
    due: Due | None | UnsetType = UNSET
    answer: str | UnsetType = UNSET


class ParkedTopicAmended(Amendment, frozen=True, kw_only=True):
    parked_topic: str
    text: str | UnsetType = UNSET
    outcome: str | UnsetType = UNSET


class EntryConverted(Happening, frozen=True, kw_only=True):
    """A note becomes an action, a question a decision, at any time. Text and what else is given
    replaces what the entry had; the rest (history, place, time) stays."""

    entry: str
    to: EntryKind
    text: str | UnsetType = UNSET
    owners: tuple[Owner, ...] | UnsetType = UNSET
    due: Due | None | UnsetType = UNSET
    field: str | UnsetType = UNSET
    visibility: Visibility | UnsetType = UNSET


class EntryMoved(Happening, frozen=True, kw_only=True):
    """To another item, or to another place in it. `after`: id of an entry, "first", or empty:
    keep the order of time."""

    entry: str
    item: str
    after: str = ""


class EntryRemoved(Happening, frozen=True, kw_only=True):
    entry: str


class VisibilitySet(Happening, frozen=True, kw_only=True):
    entry: str
    visibility: Visibility
