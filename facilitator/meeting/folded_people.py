"""People while they are folded: who they are, who is here, who holds which role."""

from __future__ import annotations

import msgspec

from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    Attendance,
    AttendanceStatus,
    FieldOfAction,
    Group,
    Instant,
    Officer,
    Organization,
    Person,
    Stay,
    UnnamedGuests,
)
from facilitator.meeting.presence import minutes_of, near_minute
from facilitator.meeting.things import Thing, add_thing, frozen_things


class FoldedPeople:
    """Mutable; people, organisations, groups and fields keep their ids from meeting to meeting."""

    def __init__(self) -> None:
        self.people: dict[str, Thing[Person]] = {}
        self.organizations: dict[str, Thing[Organization]] = {}
        self.groups: dict[str, Thing[Group]] = {}
        self.fields: dict[str, Thing[FieldOfAction]] = {}
        self._attendance: dict[str, Attendance] = {}
        self._frozen_attendance: tuple[str, tuple[Attendance, ...]] | None = None
        """As frozen last, with the start it was frozen for; None: somebody came or went."""
        self._guests: list[UnnamedGuests] = []
        self._officers: list[Officer] = []
        self.is_running = False
        """Told by the fold: who takes over a role while the meeting runs does not correct it."""

    def organization_added(self, stamped: c.Stamped, change: c.OrganizationAdded) -> None:
        add_thing(self.organizations, stamped, change)

    def person_added(self, stamped: c.Stamped, change: c.PersonAdded) -> None:
        person = add_thing(self.people, stamped, change)
        self._frozen_attendance = None
        self.people[person].put("removed", False)
        self._attendance.setdefault(person, Attendance(person=person))

    def person_removed(self, stamped: c.Stamped, change: c.PersonRemoved) -> None:
        self._frozen_attendance = None
        if (thing := self.people.get(change.person)) is not None:
            thing.put("removed", True)

    def group_added(self, stamped: c.Stamped, change: c.GroupAdded) -> None:
        add_thing(self.groups, stamped, change)

    def field_added(self, stamped: c.Stamped, change: c.FieldAdded, running: str = "") -> None:
        """`running`: id of the agenda item that runs. A field that brings its id is known to the
        series and was not named here."""
        field = add_thing(self.fields, stamped, change)
        if running and not change.id:
            self.fields[field].put("named_under", running)

    def attended(self, stamped: c.Stamped, change: c.AttendanceRecorded) -> None:
        old = self._attendance.get(change.person)
        if old is None:
            return
        self._frozen_attendance = None
        self._attendance[change.person] = Attendance(
            person=old.person,
            status=change.status,
            remote=change.remote,
            represented_by=change.represented_by,
            stays=_stays(old, change.status, change.time, hhmm(stamped.at)),
        )

    def left(self, stamped: c.Stamped, change: c.PersonLeft) -> None:
        old = self._attendance.get(change.person)
        if old is None or not old.is_here:
            return
        self._frozen_attendance = None
        last = Stay(arrived=old.stays[-1].arrived, left=change.time or hhmm(stamped.at))
        stays = (*old.stays[:-1], last)
        self._attendance[change.person] = msgspec.structs.replace(old, stays=stays)

    def stays_corrected(self, stamped: c.Stamped, change: c.StaysCorrected) -> None:
        old = self._attendance.get(change.person)
        if old is None:
            return
        self._frozen_attendance = None
        self._attendance[change.person] = msgspec.structs.replace(
            old,
            status="present" if change.stays else "expected",
            represented_by="",
            stays=change.stays,
        )

    def guests_counted(self, stamped: c.Stamped, change: c.GuestsCounted) -> None:
        if change.is_total:
            self._guests.clear()
        if change.number > 0:
            self._guests.append(UnnamedGuests(number=change.number, text=change.text))

    def officer_named(self, stamped: c.Stamped, change: c.OfficerNamed) -> None:
        own = [officer for officer in self._officers if officer.role == change.role]
        rest = [officer for officer in self._officers if officer.role != change.role]
        named = Officer(role=change.role, name=change.name, person=change.person)
        if not self.is_running or not own:
            kept = own[:-1]
            if kept and change.name:
                named = msgspec.structs.replace(named, since=own[-1].since)
        elif (own[-1].name, own[-1].person) == (change.name, change.person):
            return
        else:
            kept = [*own[:-1], msgspec.structs.replace(own[-1], until=stamped.at)]
            named = msgspec.structs.replace(named, since=stamped.at)
        self._officers = [*rest, *kept, *([named] if change.name else [])]

    def freeze_people(self) -> tuple[Person, ...]:
        here = {i: thing for i, thing in self.people.items() if not thing.values.get("removed")}
        return frozen_things(here, Person, ("removed",))

    def freeze_attendance(self, started: Instant | None) -> tuple[Attendance, ...]:
        """Who came before the start was there 'from the start'."""
        start = hhmm(started) if started else ""
        if self._frozen_attendance is None or self._frozen_attendance[0] != start:
            found = tuple(
                _from_the_start(attendance, start) if start else attendance
                for person, attendance in self._attendance.items()
                if not self.people[person].values.get("removed")
            )
            self._frozen_attendance = start, found
        return self._frozen_attendance[1]

    def freeze_guests(self) -> tuple[UnnamedGuests, ...]:
        return tuple(self._guests)

    def freeze_officers(self) -> tuple[Officer, ...]:
        """Whoever is on the list is called as the list calls them now."""
        return tuple(self._named(officer) for officer in self._officers)

    def _named(self, officer: Officer) -> Officer:
        thing = self.people.get(officer.person)
        name = str(thing.values.get("name") or "") if thing is not None else ""
        return msgspec.structs.replace(officer, name=name) if name else officer


def hhmm(at: Instant) -> str:
    """The clock time of a moment as people in the room read it."""
    return f"{at.at:%H:%M}"


def _stays(old: Attendance, status: AttendanceStatus, time: str, now: str) -> tuple[Stay, ...]:
    if status != "present":
        return old.stays[:-1] if old.is_here else old.stays
    if old.is_here:
        return (*old.stays[:-1], Stay(arrived=time)) if time else old.stays
    return (*old.stays, Stay(arrived=time or now))


def _from_the_start(attendance: Attendance, start: str) -> Attendance:
    if not any(_is_by(stay.arrived, start) for stay in attendance.stays):
        return attendance
    stays = tuple(
        Stay(left=stay.left) if _is_by(stay.arrived, start) else stay for stay in attendance.stays
    )
    return msgspec.structs.replace(attendance, stays=stays)


def _is_by(time: str | None, start: str) -> bool:
    """Whether somebody came by then; half past midnight is not before an evening's start."""
    if time is None:
        return False
    came, begun = minutes_of(time), minutes_of(start)
    return came is not None and begun is not None and near_minute(came, begun) <= begun
