"""A meeting, whole."""

from __future__ import annotations

from datetime import date
from typing import Literal

from facilitator.meeting.model.across import NextMeeting, PlannedNext, Statement, TabledAction
from facilitator.meeting.model.agenda import AgendaItem, TakenOff
from facilitator.meeting.model.base import Instant, Value
from facilitator.meeting.model.cards import Board, CardGroup, Contribution
from facilitator.meeting.model.entries import (
    ActionItem,
    Decision,
    Entry,
    Note,
    ParkedTopic,
    Question,
)
from facilitator.meeting.model.life import Approval, Export, Objection, Reopening, Sending
from facilitator.meeting.model.people import (
    Attendance,
    FieldOfAction,
    Group,
    Officer,
    Organization,
    Person,
    QuorumRule,
    QuorumStatement,
    Role,
    UnnamedGuests,
)
from facilitator.meeting.model.speaking import Round, Speaker

MeetingKind = Literal["workshop", "network", "group", "body", "conference"]
MeetingState = Literal["planned", "running", "closed", "approved"]
MEETING_KINDS: tuple[MeetingKind, ...] = ("workshop", "network", "group", "body", "conference")


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
    ended: str = ""
    """When it was over, "HH:MM", told by somebody who closed it later; else empty."""
    place: str = ""
    file_reference: str = ""
    hard_end: str = ""
    """"HH:MM" that cannot be passed (room, bus), or empty."""
    legal_number: int | None = None
    """Of members with a vote (gesetzliche Mitgliederzahl), for quorum and absolute majorities."""
    quorum_rule: QuorumRule = "more_than_half"
    uses: tuple[str, ...] = ()
    """Features switched on beyond those of its kind (see `features`)."""
    renamed_to: str = ""
    """The new name of the body, decided here, or empty; `series_name` stays."""
    renamed_by: str = ""
    """Id of the decision, or empty."""
    ordinal: int | None = None
    """'2.' Netzwerktreffen, where known."""
    state: MeetingState = "planned"
    started_at: Instant | None = None
    closed_at: Instant | None = None
    agenda_items: tuple[AgendaItem, ...] = ()
    """In the order of the agenda, sub-items behind their item."""
    taken_off: tuple[TakenOff, ...] = ()
    """Items removed while it ran, in the order of the agenda it began with."""
    closed_gone: tuple[str, ...] = ()
    """Ids of items that are gone from the agenda and were not public: what the room did there
    stays apart in the minutes."""
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    groups: tuple[Group, ...] = ()
    fields: tuple[FieldOfAction, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    unnamed_guests: tuple[UnnamedGuests, ...] = ()
    officers: tuple[Officer, ...] = ()
    """In the order in which they took over; `officer` gives who holds a role now."""
    quorum_statements: tuple[QuorumStatement, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    """Turns over and running in their order, then who waits, in the order of the list."""
    rounds: tuple[Round, ...] = ()
    boards: tuple[Board, ...] = ()
    card_groups: tuple[CardGroup, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    """Cards in the order in which they hang."""
    entries: tuple[Entry, ...] = ()
    """All entries as they were captured; moved ones where they now stand."""
    tabled_actions: tuple[TabledAction, ...] = ()
    statements: tuple[Statement, ...] = ()
    next_meeting: NextMeeting | None = None
    left_open: frozenset[str] = frozenset()
    """Gaps of the meeting accepted on purpose: 'next_meeting', 'place', 'result:<item id>', ..."""
    exports: tuple[Export, ...] = ()
    sendings: tuple[Sending, ...] = ()
    objections: tuple[Objection, ...] = ()
    approvals: tuple[Approval, ...] = ()
    """Also those that are void; `approval` is the one that counts."""
    reopenings: tuple[Reopening, ...] = ()
    follows: str = ""
    """Id of the meeting this one was planned from, or empty."""
    planned_next: PlannedNext | None = None
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
    def approval(self) -> Approval | None:
        """The approval of its minutes that counts."""
        return next((each for each in reversed(self.approvals) if not each.is_void), None)

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
        """Who holds the role now, or held it last."""
        return next((o for o in reversed(self.officers) if o.role == role), None)

    @property
    def speaking(self) -> Speaker | None:
        """Who has the floor by the speaker list."""
        return next((s for s in self.speakers if s.is_speaking), None)

    @property
    def waiting(self) -> tuple[Speaker, ...]:
        """Who asked to speak, in the order of the list."""
        return tuple(s for s in self.speakers if s.is_waiting)

    def round(self, round_id: str) -> Round | None:
        return next((r for r in self.rounds if r.id == round_id), None)

    def subject_name(self, subject: str) -> str:
        """The group or person asked in a round, by name; empty for one that is no more."""
        found = self.group(subject) or self.person(subject)
        return found.name if found else ""

    def board(self, board_id: str) -> Board | None:
        return next((b for b in self.boards if b.id == board_id), None)

    def card(self, card_id: str) -> Contribution | None:
        return next((k for k in self.contributions if k.id == card_id), None)

    def card_group(self, group_id: str) -> CardGroup | None:
        return next((g for g in self.card_groups if g.id == group_id), None)

    def attendance_of(self, person_id: str) -> Attendance | None:
        return next((a for a in self.attendance if a.person == person_id), None)

    @property
    def number_present(self) -> int:
        """People in the room or online now, unnamed guests among them."""
        return sum(a.is_here for a in self.attendance) + sum(g.number for g in self.unnamed_guests)
