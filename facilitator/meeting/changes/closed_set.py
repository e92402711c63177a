"""All of them as one type, and their place in history."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import msgspec
from msgspec import Struct

from facilitator.meeting.changes.across import (
    ActionItemReviewed,
    ActionItemsTabled,
    NumbersGiven,
    ReviewAmended,
)
from facilitator.meeting.changes.agenda import (
    AgendaItemAdded,
    AgendaItemAmended,
    AgendaItemMoved,
    AgendaItemRemoved,
    BiasDeclared,
    BiasDenied,
    BiasEnded,
    ItemDeferred,
    ItemEnded,
    ItemReopened,
    ItemSkipped,
    ItemStarted,
)
from facilitator.meeting.changes.base import Happening
from facilitator.meeting.changes.cards import (
    BoardAmended,
    BoardOpened,
    BoardRemoved,
    CardAmended,
    CardGroupAdded,
    CardGroupAmended,
    CardGroupRemoved,
    CardMoved,
    CardRemoved,
    CardWritten,
)
from facilitator.meeting.changes.entries import (
    ActionItemAmended,
    ActionItemRecorded,
    DecisionAmended,
    DecisionRecorded,
    EntryConverted,
    EntryMoved,
    EntryRemoved,
    NoteAmended,
    NoteRecorded,
    NoteSplit,
    OpinionTaken,
    ParkedTopicAmended,
    QuestionAmended,
    QuestionRecorded,
    TopicParked,
    VisibilitySet,
)
from facilitator.meeting.changes.life import (
    ApprovalWithdrawn,
    MinutesApproved,
    MinutesExported,
    MinutesReopened,
    MinutesSent,
    NextMeetingPlanned,
    ObjectionRaised,
    ObjectionSettled,
    SendingWithdrawn,
)
from facilitator.meeting.changes.meeting import (
    GapLeftOpen,
    MeetingAmended,
    MeetingClosed,
    MeetingPlanned,
    MeetingReopened,
    MeetingStarted,
    OfficerNamed,
    QuorumStated,
)
from facilitator.meeting.changes.people import (
    AttendanceRecorded,
    FieldAdded,
    FieldAmended,
    GroupAdded,
    GroupAmended,
    GuestsCounted,
    OrganizationAdded,
    PersonAdded,
    PersonAmended,
    PersonLeft,
    PersonRemoved,
    StaysCorrected,
)
from facilitator.meeting.changes.series import ActionItemsAdopted, SeriesAmended, SeriesFounded
from facilitator.meeting.changes.speaking import (
    RoundAmended,
    RoundAnswered,
    RoundClosed,
    RoundOpened,
    SpeakerAdded,
    SpeakerCalled,
    SpeakerEnded,
    SpeakerMoved,
    SpeakerRemoved,
)
from facilitator.meeting.changes.undo import Restored, TakenBack
from facilitator.meeting.model import Instant, Owner

Change: TypeAlias = (
    MeetingPlanned
    | MeetingAmended
    | MeetingStarted
    | MeetingClosed
    | MeetingReopened
    | OfficerNamed
    | GapLeftOpen
    | AgendaItemAdded
    | AgendaItemAmended
    | AgendaItemMoved
    | AgendaItemRemoved
    | ItemStarted
    | ItemEnded
    | ItemSkipped
    | ItemDeferred
    | ItemReopened
    | OrganizationAdded
    | PersonAdded
    | PersonAmended
    | PersonRemoved
    | GroupAdded
    | GroupAmended
    | FieldAdded
    | FieldAmended
    | AttendanceRecorded
    | PersonLeft
    | GuestsCounted
    | NoteRecorded
    | DecisionRecorded
    | ActionItemRecorded
    | QuestionRecorded
    | TopicParked
    | NoteAmended
    | NoteSplit
    | DecisionAmended
    | ActionItemAmended
    | QuestionAmended
    | ParkedTopicAmended
    | EntryConverted
    | EntryMoved
    | EntryRemoved
    | VisibilitySet
    | ActionItemsTabled
    | ActionItemReviewed
    | ReviewAmended
    | NumbersGiven
    | MinutesExported
    | ApprovalWithdrawn
    | MinutesApproved
    | MinutesReopened
    | MinutesSent
    | NextMeetingPlanned
    | ObjectionRaised
    | ObjectionSettled
    | SendingWithdrawn
    | SeriesFounded
    | SeriesAmended
    | ActionItemsAdopted
    | QuorumStated
    | BiasDeclared
    | BiasEnded
    | BiasDenied
    | StaysCorrected
    | OpinionTaken
    | SpeakerAdded
    | SpeakerMoved
    | SpeakerRemoved
    | SpeakerCalled
    | SpeakerEnded
    | RoundOpened
    | RoundAmended
    | RoundAnswered
    | RoundClosed
    | BoardOpened
    | BoardAmended
    | BoardRemoved
    | CardWritten
    | CardAmended
    | CardMoved
    | CardRemoved
    | CardGroupAdded
    | CardGroupAmended
    | CardGroupRemoved
    | TakenBack
    | Restored
)
NOT_UNDOABLE: tuple[type[Happening], ...] = (
    MeetingPlanned,
    SeriesFounded,
    NumbersGiven,
    MinutesExported,
    MinutesSent,
    SendingWithdrawn,
    MinutesApproved,
    ApprovalWithdrawn,
    MinutesReopened,
    NextMeetingPlanned,
    ActionItemsTabled,
    ActionItemsAdopted,
    TakenBack,
    Restored,
)
"""A step that holds one of these is not offered to Ctrl+Z."""


class Stamped(Struct, frozen=True, kw_only=True):
    """A change with its place in history: `id` orders and names it, `step` is the id of the first
    change of the same user action, `at` and `up` as in `Instant`. `change` is None for one of a
    newer program: kept, not read."""

    id: str
    step: str
    at: Instant
    change: Change | None

    @property
    def device(self) -> str:
        """The four hex digits of the laptop that wrote it."""
        return self.id[-8:-4]


def stamped(
    changes: tuple[Change, ...], next_id: Callable[[], str], at: Instant
) -> tuple[Stamped, ...]:
    """The changes of one step with their ids, "^n" replaced by the id of the n-th."""
    ids = [next_id() for _ in changes]
    return tuple(
        Stamped(id=ids[index], step=ids[0], at=at, change=_resolved(change, ids))
        for index, change in enumerate(changes)
    )


_REFERENCES = frozenset(
    "item parent after person organization group field entry note decision action_item question "
    "parked_topic review link members speakers owners founded_under founded_by speaker round "
    "subject subjects board card card_group renamed_by sending objection".split()
)
"""Fields that hold ids (or owners). A user's text that reads '^0' is never touched."""


def _resolved(change: Change, ids: list[str]) -> Change:
    found: dict[str, object] = {}
    for name in change.__struct_fields__:
        if name in _REFERENCES:
            value = getattr(change, name)
            replaced = _resolved_value(value, ids)
            if replaced != value:
                found[name] = replaced
    return msgspec.structs.replace(change, **found) if found else change


def _resolved_value(value: object, ids: list[str]) -> object:
    if isinstance(value, str):
        if value[:1] == "^" and value[1:].isascii() and value[1:].isdigit():
            place = int(value[1:])
            return ids[place] if place < len(ids) else value
        return value
    if isinstance(value, Owner):
        return msgspec.structs.replace(value, id=_resolved_value(value.id, ids))
    if isinstance(value, tuple):
        return tuple(_resolved_value(each, ids) for each in value)
    return value
