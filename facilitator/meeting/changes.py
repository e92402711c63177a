"""The closed set of things that can happen to a meeting or a series.

Each is a frozen, tagged Struct in the past tense (tag field `type`). A change that makes a thing
gives it the id of the change itself unless `id` says otherwise (people, organisations, groups and
fields keep theirs from meeting to meeting). Within one step a later change may refer to the thing
made by an earlier one as "^0", "^1", ... (its place in the step); `stamped` puts the ids in.

Amends carry only the fields they touch; the rest is UNSET. `saw` names the changes whose values
an amend replaces; the writer fills it in, screens leave it empty.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType

from facilitator.meeting.model import (
    ActionItem,
    ActionStatus,
    AttendanceStatus,
    DecisionKind,
    Due,
    EntryKind,
    Instant,
    MeetingKind,
    NextMeeting,
    Owner,
    Role,
    TabledAction,
    Visibility,
    Vote,
)


class Happening(Struct, frozen=True, tag_field="type", tag=True):
    """Base of all changes."""


class Amendment(Happening, frozen=True, kw_only=True):
    """Base of the changes that replace values."""

    saw: tuple[str, ...] = ()


# -- the meeting ------------------------------------------------------------------------------


class MeetingPlanned(Happening, frozen=True, kw_only=True):
    """The first change of every meeting file."""

    title: str
    kind: MeetingKind = "workshop"
    series: str = ""
    series_name: str = ""
    language: str = "de"
    day: date | None = None
    start: str = ""
    end: str = ""
    place: str = ""
    ordinal: int | None = None


class MeetingAmended(Amendment, frozen=True, kw_only=True):
    title: str | UnsetType = UNSET
    kind: MeetingKind | UnsetType = UNSET
    series_name: str | UnsetType = UNSET
    day: date | None | UnsetType = UNSET
    start: str | UnsetType = UNSET
    end: str | UnsetType = UNSET
    place: str | UnsetType = UNSET
    file_reference: str | UnsetType = UNSET
    ordinal: int | None | UnsetType = UNSET
    language: str | UnsetType = UNSET
    next_meeting: NextMeeting | None | UnsetType = UNSET


class MeetingStarted(Happening, frozen=True, kw_only=True):
    pass


class MeetingClosed(Happening, frozen=True, kw_only=True):
    """Ends the running item and the meeting; who is here stays 'to the end'."""


class MeetingReopened(Happening, frozen=True, kw_only=True):
    reason: str = ""


class OfficerNamed(Happening, frozen=True, kw_only=True):
    """Somebody holds a role from now on; an empty name: nobody."""

    role: Role
    name: str
    person: str = ""


class GapLeftOpen(Happening, frozen=True, kw_only=True):
    """A gap is accepted on purpose and printed as open. `gap`: 'owners', 'due', 'answer',
    'outcome' of an entry; 'result:<item>', 'next_meeting', 'place', 'minute_taker', 'end' of the
    meeting (then `entry` is empty)."""

    gap: str
    entry: str = ""


# -- agenda -----------------------------------------------------------------------------------


class AgendaItemAdded(Happening, frozen=True, kw_only=True):
    """`after`: id of the sibling it follows; empty: last among its siblings; "first": in front."""

    title: str
    id: str = ""
    parent: str = ""
    after: str = ""
    short_title: str = ""
    planned_minutes: int | None = None
    presenter: str = ""
    public: bool = True
    group: str = ""
    field: str = ""
    purpose: Literal["", "open_actions", "approval"] = ""


class AgendaItemAmended(Amendment, frozen=True, kw_only=True):
    item: str
    title: str | UnsetType = UNSET
    short_title: str | UnsetType = UNSET
    planned_minutes: int | None | UnsetType = UNSET
    presenter: str | UnsetType = UNSET
    public: bool | UnsetType = UNSET
    group: str | UnsetType = UNSET
    field: str | UnsetType = UNSET
    result: str | UnsetType = UNSET


class AgendaItemMoved(Happening, frozen=True, kw_only=True):
    """Its sub-items go with it. `after` as in `AgendaItemAdded`."""

    item: str
    parent: str = ""
    after: str = ""


class AgendaItemRemoved(Happening, frozen=True, kw_only=True):
    """Its sub-items go with it; its entries hang under 'no item' and return with it."""

    item: str


class ItemStarted(Happening, frozen=True, kw_only=True):
    """The clock of this item runs; that of the item before stops."""

    item: str


class ItemEnded(Happening, frozen=True, kw_only=True):
    item: str


class ItemSkipped(Happening, frozen=True, kw_only=True):
    item: str


class ItemDeferred(Happening, frozen=True, kw_only=True):
    item: str
    to: Literal["next_meeting", "parking_lot"] = "next_meeting"


class ItemReopened(Happening, frozen=True, kw_only=True):
    """Skipped, deferred or done by mistake: open again, its time so far stays."""

    item: str


# -- people -----------------------------------------------------------------------------------


class OrganizationAdded(Happening, frozen=True, kw_only=True):
    name: str
    id: str = ""


class PersonAdded(Happening, frozen=True, kw_only=True):
    """A person of this meeting, expected unless an `AttendanceRecorded` says more."""

    name: str
    id: str = ""
    organization: str = ""
    role: str = ""
    email: str = ""
    guest: bool = False
    voting_right: bool = True


class PersonAmended(Amendment, frozen=True, kw_only=True):
    person: str
    name: str | UnsetType = UNSET
    organization: str | UnsetType = UNSET
    role: str | UnsetType = UNSET
    email: str | UnsetType = UNSET
    guest: bool | UnsetType = UNSET
    voting_right: bool | UnsetType = UNSET


class PersonRemoved(Happening, frozen=True, kw_only=True):
    """Not of this meeting; where the name was captured as owner it stays."""

    person: str


class GroupAdded(Happening, frozen=True, kw_only=True):
    name: str
    id: str = ""
    members: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


class GroupAmended(Amendment, frozen=True, kw_only=True):
    group: str
    name: str | UnsetType = UNSET
    members: tuple[str, ...] | UnsetType = UNSET
    speakers: tuple[str, ...] | UnsetType = UNSET


class FieldAdded(Happening, frozen=True, kw_only=True):
    name: str
    id: str = ""


class FieldAmended(Amendment, frozen=True, kw_only=True):
    field: str
    name: str | UnsetType = UNSET


class AttendanceRecorded(Happening, frozen=True, kw_only=True):
    """Where a person stands. `present` opens a stay at `time` ("HH:MM"; empty: when recorded),
    or corrects its beginning when one is open; another status takes an open one back."""

    person: str
    status: AttendanceStatus
    time: str = ""
    remote: bool = False
    represented_by: str = ""


class PersonLeft(Happening, frozen=True, kw_only=True):
    person: str
    time: str = ""


class GuestsCounted(Happening, frozen=True, kw_only=True):
    """So many people nobody knows by name."""

    number: int
    text: str = ""


# -- entries ----------------------------------------------------------------------------------


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


class DecisionAmended(Amendment, frozen=True, kw_only=True):
    decision: str
    wording: str | UnsetType = UNSET
    decision_kind: DecisionKind | UnsetType = UNSET
    addressee: str | UnsetType = UNSET
    vote: Vote | None | UnsetType = UNSET
    read_back_at: Instant | None | UnsetType = UNSET


class ActionItemAmended(Amendment, frozen=True, kw_only=True):
    """Corrects the birth statement in its place; a later review still speaks after it."""

    action_item: str
    summary: str | UnsetType = UNSET
    owners: tuple[Owner, ...] | UnsetType = UNSET
    due: Due | None | UnsetType = UNSET
    status: ActionStatus | UnsetType = UNSET
    field: str | UnsetType = UNSET
    group: str | UnsetType = UNSET
    reason: str | UnsetType = UNSET


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


# -- action items across meetings -------------------------------------------------------------


class ActionItemsTabled(Happening, frozen=True, kw_only=True):
    """The open action items on the table when the first item of this meeting started."""

    action_items: tuple[TabledAction, ...]


class ActionItemReviewed(Happening, frozen=True, kw_only=True):
    """A statement about an action item born elsewhere (in an earlier meeting, between meetings).
    Fields that are UNSET were not spoken of."""

    action_item: str
    item: str = ""
    status: ActionStatus | UnsetType = UNSET
    owners: tuple[Owner, ...] | UnsetType = UNSET
    due: Due | None | UnsetType = UNSET
    comment: str = ""
    reason: str = ""


class ReviewAmended(Amendment, frozen=True, kw_only=True):
    """Corrects a review in its place."""

    review: str
    status: ActionStatus | UnsetType = UNSET
    owners: tuple[Owner, ...] | UnsetType = UNSET
    due: Due | None | UnsetType = UNSET
    comment: str | UnsetType = UNSET
    reason: str | UnsetType = UNSET


# -- numbers and minutes ----------------------------------------------------------------------


class NumbersGiven(Happening, frozen=True, kw_only=True):
    """The series' own numbers, given at the close in one batch: pairs of entry id and number.
    Never taken back. `meeting` is set in the series' file."""

    numbers: tuple[tuple[str, str], ...]
    meeting: str = ""


class MinutesExported(Happening, frozen=True, kw_only=True):
    """A version of the minutes left the program. `digest` is the SHA-256 of its bytes."""

    version: int
    file: str
    digest: str
    issued: date
    format: str = "md"


# -- a series ---------------------------------------------------------------------------------


class SeriesFounded(Happening, frozen=True, kw_only=True):
    """The first change of every series file."""

    name: str
    language: str = "de"
    kind: MeetingKind = "network"


class SeriesAmended(Amendment, frozen=True, kw_only=True):
    name: str | UnsetType = UNSET
    language: str | UnsetType = UNSET
    kind: MeetingKind | UnsetType = UNSET


class ActionItemsAdopted(Happening, frozen=True, kw_only=True):
    """The open action items of a meeting that was deleted on purpose live on in the series."""

    meeting: str
    action_items: tuple[ActionItem, ...]


# -- undo -------------------------------------------------------------------------------------


class TakenBack(Happening, frozen=True, kw_only=True):
    """These steps never were. The last word on a step counts."""

    steps: tuple[str, ...]


class Restored(Happening, frozen=True, kw_only=True):
    steps: tuple[str, ...]


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
    | SeriesFounded
    | SeriesAmended
    | ActionItemsAdopted
    | TakenBack
    | Restored
)

NOT_UNDOABLE: tuple[type[Happening], ...] = (
    MeetingPlanned,
    SeriesFounded,
    NumbersGiven,
    MinutesExported,
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
    "parked_topic review link members speakers owners".split()
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
