"""Who takes part: people, organisations, groups, fields of action, and who was there when."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model.base import Instant, Value

AttendanceStatus = Literal["expected", "present", "represented", "excused"]
OwnerKind = Literal["person", "organization", "group", "name"]
Role = Literal["chair", "moderator", "minute_taker"]
QuorumRule = Literal["more_than_half", "half", "third", "none"]
"""Of the legal number of members (gesetzliche Mitgliederzahl); more than half is the rule of the
municipal codes, e.g. § 49 GO NRW."""


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
    is_new: bool = False
    """On no list: written in when they came."""
    consent: bool = False
    """To be named in open data (OParl). Whoever was not asked is not named."""


class Group(Value, frozen=True, kw_only=True):
    """A working group (OParl Organization with a parent). `members`, `speakers`: ids of people.
    `founded_under`: id of the agenda item under which this meeting founded it, or empty: it was
    there before. `founded_by`: id of the decision, or empty."""

    id: str
    name: str
    members: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    founded_under: str = ""
    founded_by: str = ""


class FieldOfAction(Value, frozen=True, kw_only=True):
    """`named_under`: id of the agenda item that ran when this meeting named it, or empty."""

    id: str
    name: str
    named_under: str = ""


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


class UnnamedGuests(Value, frozen=True, kw_only=True):
    number: int
    text: str = ""


class Officer(Value, frozen=True, kw_only=True):
    """Who holds a role, as printed; `person` is an id or empty. `since` None: from the start;
    `until` None: to the end."""

    role: Role
    name: str
    person: str = ""
    since: Instant | None = None
    until: Instant | None = None


class QuorumStatement(Value, frozen=True, kw_only=True):
    """Beschlussfähigkeit as stated by the chair: so many present and entitled of so many required
    of the legal number. `id` is the change that made it."""

    id: str
    at: Instant
    present: int
    required: int
    legal_number: int
    item: str = ""

    @property
    def is_met(self) -> bool:
        return self.present >= self.required
