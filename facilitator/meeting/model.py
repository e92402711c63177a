"""The values of a meeting. All frozen: a change makes a new value (see `fold`).

Ids are opaque strings. A thing's id is the id of the change that made it, except for people,
organisations, groups and fields, which keep theirs from meeting to meeting within a series.
Dates are `date`, clock times of plans are "HH:MM", moments are `Instant`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

MeetingKind = Literal["workshop", "network", "group", "body", "conference"]
MeetingState = Literal["planned", "running", "closed", "approved"]
ItemState = Literal["open", "running", "done", "skipped", "deferred"]
AttendanceStatus = Literal["expected", "present", "represented", "excused"]
EntryKind = Literal["note", "decision", "action_item", "question", "parked_topic"]
Visibility = Literal["minutes", "record", "internal"]
DecisionKind = Literal["decision", "recommendation", "order", "acknowledgement"]
ActionStatus = Literal["needs-action", "in-process", "completed", "cancelled"]
"""The states of an RFC 5545 VTODO."""
OwnerKind = Literal["person", "organization", "group", "name"]
Role = Literal["chair", "moderator", "minute_taker"]

MEETING_KINDS: tuple[MeetingKind, ...] = ("workshop", "network", "group", "body", "conference")
OPEN_STATUSES: frozenset[ActionStatus] = frozenset({"needs-action", "in-process"})


class Value(Struct, frozen=True):
    """Base of all values: frozen, built by keyword."""


class Instant(Value, frozen=True):
    """A moment. `at` is what the wall clock said, with its offset; `up` is the steady clock in
    seconds (time asleep included), comparable only within one `opening` of the file."""

    at: datetime
    up: float | None = None
    opening: str = ""

    def seconds_until(self, later: Instant) -> float:
        """Seconds from this moment to `later`: steady time within one opening, else the
        difference of the wall clocks; never below zero."""
        if (
            self.up is not None
            and later.up is not None
            and self.opening
            and self.opening == later.opening
        ):
            return max(0.0, later.up - self.up)
        return max(0.0, (later.at - self.at).total_seconds())


class Due(Value, frozen=True, kw_only=True):
    """Until when. `text` as spoken, `edtf` in ISO 8601-2 (empty: no calendar meaning), `last` the
    last day it allows, which alone decides 'overdue'. `next_meeting`: the day is that of the next
    meeting and moves with it (then `last` is None until that is known)."""

    text: str
    edtf: str = ""
    last: date | None = None
    next_meeting: bool = False
    resolved: date | None = None
    """The day on which the phrase was read; 'Freitag' means another day a week later."""

    def last_day(self, next_meeting: date | None = None) -> date | None:
        """The last day this allows, given the day of the next meeting as now known."""
        if self.next_meeting:
            return next_meeting or self.last
        return self.last


class Owner(Value, frozen=True, kw_only=True):
    """Who is responsible: somebody or something known, or just a name as typed (`kind` "name")."""

    name: str
    kind: OwnerKind = "name"
    id: str = ""


class Organization(Value, frozen=True, kw_only=True):
    id: str
    name: str


class Person(Value, frozen=True, kw_only=True):
    """`name` as printed ('Dr. Petra Weiß'); `organization` is an id or empty; `role` is the
    function there ('Leiterin'). `guest` is a trait: not invited as a member."""

    id: str
    name: str
    organization: str = ""
    role: str = ""
    email: str = ""
    guest: bool = False
    voting_right: bool = True


class Group(Value, frozen=True, kw_only=True):
    """A working group (OParl Organization with a parent). `members`, `speakers`: ids of people."""

    id: str
    name: str
    members: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


class FieldOfAction(Value, frozen=True, kw_only=True):
    id: str
    name: str


class Stay(Value, frozen=True, kw_only=True):
    """One time in the room. `arrived` None: from the start of the meeting; `left` None: still
    here (or to the end). Times are "HH:MM" of the meeting's day."""

    arrived: str | None = None
    left: str | None = None


class Attendance(Value, frozen=True, kw_only=True):
    person: str
    status: AttendanceStatus = "expected"
    remote: bool = False
    represented_by: str = ""
    """The name of who stands in, as typed."""
    stays: tuple[Stay, ...] = ()

    @property
    def is_here(self) -> bool:
        """In the room (or online) now: the last stay has no end."""
        return self.status == "present" and bool(self.stays) and self.stays[-1].left is None


class Interval(Value, frozen=True, kw_only=True):
    """A stretch of time in which an agenda item ran; `end` None while it runs."""

    start: Instant
    end: Instant | None = None

    def seconds(self, now: Instant) -> float:
        return self.start.seconds_until(self.end or now)


class AgendaItem(Value, frozen=True, kw_only=True):
    """`number` ('8.2') follows from place and nesting. `parent` is an id or empty."""

    id: str
    number: str
    title: str
    parent: str = ""
    depth: int = 0
    short_title: str = ""
    planned_minutes: int | None = None
    presenter: str = ""
    public: bool = True
    group: str = ""
    """Id of the working group whose report this is, or empty."""
    field: str = ""
    """Id of the field of action that entries here inherit, or empty."""
    purpose: Literal["", "open_actions", "approval"] = ""
    """Items the program put there itself: review of open actions, approval of the last minutes."""
    state: ItemState = "open"
    intervals: tuple[Interval, ...] = ()
    result: str = ""
    """In the words of councils: 'zur Kenntnis genommen', 'vertagt', ..."""

    def used_seconds(self, now: Instant) -> float:
        return sum(interval.seconds(now) for interval in self.intervals)


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
    link: str = ""
    """Id of the entry this one came from (an action from a decision), or empty."""
    conflicts: tuple[tuple[str, str], ...] = ()
    """Pairs of field name and the other value as text."""


class Note(Entry, frozen=True, kw_only=True):
    said_by: str = ""
    """Name of who said it, as understood from 'Weiß: …'; in the minutes only if wanted."""


class Vote(Value, frozen=True, kw_only=True):
    """`method`: 'show of hands', 'consensus', ... as a word of the minutes, or empty."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    method: str = ""


class Decision(Entry, frozen=True, kw_only=True):
    decision_kind: DecisionKind = "decision"
    addressee: str = ""
    vote: Vote | None = None
    read_back_at: Instant | None = None


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
    reason: str = ""
    """Why it was dropped."""
    comments: tuple[Comment, ...] = ()
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


class Statement(Value, frozen=True, kw_only=True):
    """What was said of an action item after its birth, here or between meetings. Fields that are
    None were not spoken of. `id` is the change that made it; it orders the statements."""

    id: str
    action_item: str
    at: Instant
    item: str = ""
    """Agenda item under which it was reviewed, or empty."""
    status: ActionStatus | None = None
    owners: tuple[Owner, ...] | None = None
    due: Due | None = None
    comment: str = ""
    reason: str = ""


class TabledAction(Value, frozen=True, kw_only=True):
    """An action item of an earlier meeting as it lay on the table when this one started. Enough
    to print it without its source."""

    id: str
    number: str
    summary: str
    owners: tuple[Owner, ...] = ()
    due: Due | None = None
    status: ActionStatus = "needs-action"
    field: str = ""
    """Name of the field of action, as printed."""
    group: str = ""
    """Name of the working group, as printed."""
    series: str = ""
    origin: str = ""
    """Title and day of the meeting of birth, for people."""
    origin_item: str = ""
    """Number and title of the agenda item of birth."""
    wording: str = ""
    """The line as typed, where the summary says it otherwise now; else empty."""
    history: tuple[Comment, ...] = ()
    source_missing: bool = False


class NextMeeting(Value, frozen=True, kw_only=True):
    """`text` as spoken ('vierteljährlich', '21.04.2027 16:30'); `day` when one follows from it."""

    text: str
    day: date | None = None
    start: str = ""
    place: str = ""


class UnnamedGuests(Value, frozen=True, kw_only=True):
    number: int
    text: str = ""


class Officer(Value, frozen=True, kw_only=True):
    """Who holds a role, as printed; `person` is an id or empty."""

    role: Role
    name: str
    person: str = ""


class Export(Value, frozen=True, kw_only=True):
    """A file of minutes that left the program. `digest` is the SHA-256 of its bytes."""

    version: int
    file: str
    digest: str
    issued: date
    format: str = "md"


class Meeting(Value, frozen=True, kw_only=True):
    """A meeting, whole. Enough for its minutes without any other file."""

    id: str = ""
    series: str = ""
    """Id of the series."""
    series_name: str = ""
    """The name it had when this meeting was planned."""
    title: str = ""
    kind: MeetingKind = "workshop"
    language: str = "de"
    """Language of the minutes: that of the series, not of the screen."""
    day: date | None = None
    start: str = ""
    end: str = ""
    """Planned, "HH:MM"."""
    place: str = ""
    file_reference: str = ""
    ordinal: int | None = None
    """'2.' Netzwerktreffen, where known."""
    state: MeetingState = "planned"
    started_at: Instant | None = None
    closed_at: Instant | None = None
    agenda_items: tuple[AgendaItem, ...] = ()
    """In the order of the agenda, sub-items behind their item."""
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    groups: tuple[Group, ...] = ()
    fields: tuple[FieldOfAction, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    unnamed_guests: tuple[UnnamedGuests, ...] = ()
    officers: tuple[Officer, ...] = ()
    entries: tuple[Entry, ...] = ()
    """All entries as they were captured; moved ones where they now stand."""
    tabled_actions: tuple[TabledAction, ...] = ()
    statements: tuple[Statement, ...] = ()
    next_meeting: NextMeeting | None = None
    left_open: frozenset[str] = frozenset()
    """Gaps of the meeting accepted on purpose: 'next_meeting', 'place', 'result:<item id>', ..."""
    exports: tuple[Export, ...] = ()
    withdrawn: tuple[str, ...] = ()
    """Numbers once given to entries that are no more; never reused, listed as withdrawn."""
    unread: int = 0
    """Changes of a newer program that this one keeps but cannot read."""

    # -- what people ask of a meeting ---------------------------------------------------------

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(e for e in self.entries if isinstance(e, Note))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(e for e in self.entries if isinstance(e, Decision))

    @property
    def action_items(self) -> tuple[ActionItem, ...]:
        return tuple(e for e in self.entries if isinstance(e, ActionItem))

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(e for e in self.entries if isinstance(e, Question))

    @property
    def parked_topics(self) -> tuple[ParkedTopic, ...]:
        return tuple(e for e in self.entries if isinstance(e, ParkedTopic))

    @property
    def running_item(self) -> AgendaItem | None:
        return next((i for i in self.agenda_items if i.state == "running"), None)

    def item(self, item_id: str) -> AgendaItem | None:
        return next((i for i in self.agenda_items if i.id == item_id), None)

    def entry(self, entry_id: str) -> Entry | None:
        return next((e for e in self.entries if e.id == entry_id), None)

    def person(self, person_id: str) -> Person | None:
        return next((p for p in self.people if p.id == person_id), None)

    def organization_name(self, person: Person) -> str:
        """The name of a person's organisation, or an empty string."""
        return next((o.name for o in self.organizations if o.id == person.organization), "")

    def group(self, group_id: str) -> Group | None:
        return next((g for g in self.groups if g.id == group_id), None)

    def field(self, field_id: str) -> FieldOfAction | None:
        return next((f for f in self.fields if f.id == field_id), None)

    def officer(self, role: Role) -> Officer | None:
        return next((o for o in self.officers if o.role == role), None)

    def attendance_of(self, person_id: str) -> Attendance | None:
        return next((a for a in self.attendance if a.person == person_id), None)

    @property
    def number_present(self) -> int:
        """People in the room or online now, unnamed guests among them."""
        return sum(a.is_here for a in self.attendance) + sum(g.number for g in self.unnamed_guests)


class Series(Value, frozen=True, kw_only=True):
    """A body that meets again and again. `names` maps the day a name came into force to it."""

    id: str = ""
    name: str = ""
    language: str = "de"
    kind: MeetingKind = "network"
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    groups: tuple[Group, ...] = ()
    fields: tuple[FieldOfAction, ...] = ()
    statements: tuple[Statement, ...] = ()
    """What was said of action items between meetings."""
    action_items: tuple[ActionItem, ...] = ()
    """Born between meetings, or adopted from a meeting that was deleted."""
    numbers: tuple[tuple[str, str], ...] = ()
    """Pairs of entry id and number given; never reused."""
    unread: int = 0
