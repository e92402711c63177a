"""The people invited: typed, pasted or read in; who is excused or represented."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET
from textual.content import Content

from facilitator.as_listed import as_listed
from facilitator.capture import Chip
from facilitator.errors import UsageProblem
from facilitator.exchange.people_csv import PeopleList, read_people_text
from facilitator.folding import fold
from facilitator.i18n import ntr, tr
from facilitator.meeting import changes as c
from facilitator.meeting.arrivals import surname_first
from facilitator.meeting.model import Attendance, AttendanceStatus, Meeting, Person
from facilitator.meeting.renaming import renamed
from facilitator.planning import people_changes
from screens.preparing.part import OpenLine, Part, Removal, chip
from screens.widgets.columns import cut, padded
from screens.widgets.row_list import Row
from screens.words import role_words, status_words

_STEPS: tuple[AttendanceStatus, ...] = ("expected", "excused", "represented")
STAND_IN = "stands-in:"
"""Row of a line that asks who represents somebody."""


class PeoplePart(Part):
    id = "people"

    def title(self, meeting: Meeting) -> str:
        parts = [tr("PEOPLE"), ntr("{n} invited", "{n} invited", len(meeting.people))]
        homes = {person.organization for person in meeting.people if person.organization}
        if homes:
            parts.append(ntr("{n} organisation", "{n} organisations", len(homes)))
        statuses = [a.status for a in meeting.attendance]
        for status in _STEPS[1:]:
            if number := statuses.count(status):
                parts.append(f"{number} {status_words(status)}")
        return " · ".join(parts)

    def rows(self, meeting: Meeting, chosen: str, width: int) -> list[Row]:
        standing = {attendance.person: attendance for attendance in meeting.attendance}
        homes = {organization.id: organization.name for organization in meeting.organizations}
        roles: dict[str, list[str]] = {}
        for officer in meeting.officers:
            roles.setdefault(officer.person, []).append(role_words(officer.role))
        rows = [
            Row(
                person.id,
                _row(
                    person,
                    homes.get(person.organization, ""),
                    standing.get(person.id) or Attendance(person=person.id),
                    ", ".join(roles.get(person.id, ())),
                    person.id == chosen,
                    width,
                ),
            )
            for person in sorted(meeting.people, key=lambda p: fold(surname_first(p.name)))
        ]
        return rows or [Row("", Content("   " + tr("Nobody yet: “n” writes, pastes or reads in.")))]

    # -- the line ---------------------------------------------------------------------------

    def new_line(self, meeting: Meeting, chosen: str) -> OpenLine | None:
        return OpenLine(
            title=tr("NEW PERSON"),
            hint=tr("name, organisation, function · many lines can be pasted · Tab: CSV file"),
        )

    def line_for(self, meeting: Meeting, row: str) -> OpenLine | None:
        if row.startswith(STAND_IN):
            person = meeting.person(row.removeprefix(STAND_IN))
            hint = tr("for {name}", name=person.name if person else "")
            return OpenLine(title=tr("WHO STANDS IN"), row=row, hint=hint)
        person = meeting.person(row)
        if person is None:
            return None
        parts = [person.name, meeting.organization_name(person), person.role]
        while not parts[-1]:
            parts.pop()
        sign = "; " if any("," in part for part in parts) else ", "
        return OpenLine(
            title=tr("PERSON"),
            row=row,
            text=sign.join(parts),
            hint=tr("name, organisation, function"),
        )

    def chips(self, meeting: Meeting, line: OpenLine, text: str) -> tuple[Chip, ...]:
        if line.row.startswith(STAND_IN) or not text.strip():
            return ()
        if line.row:
            name, organization, role = _parts(text)
        else:
            people = read_people_text(text).people
            if not people:
                return (chip(tr("no name understood yet"), taken=False),)
            name, organization, role = people[0].name, people[0].organization, people[0].role
        known = {fold(each.name) for each in meeting.organizations}
        found = [chip(name)] if name else []
        if organization:
            is_new = fold(organization) not in known
            found.append(chip(tr("{name} – new", name=organization) if is_new else organization))
        return (*found, *([chip(role)] if role else []))

    def read(self, meeting: Meeting, line: OpenLine, text: str) -> tuple[c.Change, ...]:
        if line.row.startswith(STAND_IN):
            return (
                c.AttendanceRecorded(
                    person=line.row.removeprefix(STAND_IN),
                    status="represented",
                    represented_by=" ".join(text.split()),
                ),
            )
        person = meeting.person(line.row)
        if person is None:
            return self._added(meeting, text)
        name, organization, role = _parts(text)
        if not name:
            raise UsageProblem(tr("A person needs a name. The line stays."))
        return _amended(meeting, person, name, organization, role)

    @staticmethod
    def _added(meeting: Meeting, text: str) -> tuple[c.Change, ...]:
        people = read_people_text(text)
        if not people.people:
            raise UsageProblem(tr("No name was understood. The line stays."))
        changes = people_changes(people, meeting)
        if not changes:
            raise UsageProblem(tr("{name} is on the list already.", name=people.people[0].name))
        return changes

    def complete(self, meeting: Meeting, line: OpenLine, text: str) -> str | None:
        """The organisation half typed behind the last comma."""
        sign = ";" if ";" in text else ","
        before, found, begun = text.rpartition(sign)
        if not found or not begun.strip():
            return None
        wanted = fold(begun).strip()
        for organization in meeting.organizations:
            if fold(organization.name).startswith(wanted) and organization.name != begun.strip():
                return f"{before}{sign} {organization.name}"
        return None

    # -- in place ---------------------------------------------------------------------------

    def step(self, meeting: Meeting, row: str, by: int) -> tuple[c.Change, ...]:
        """Expected, excused, represented; who has come is the door's business."""
        attendance = meeting.attendance_of(row)
        if attendance is None or attendance.status not in _STEPS or attendance.stays:
            return ()
        place = _STEPS.index(attendance.status)
        status = _STEPS[(place + by) % len(_STEPS)]
        return (c.AttendanceRecorded(person=row, status=status, remote=attendance.remote),)

    def removal(self, meeting: Meeting, row: str) -> Removal | None:
        person = meeting.person(row)
        if person is None:
            return None
        attendance = meeting.attendance_of(row)
        question = ""
        if attendance is not None and attendance.stays:
            question = tr("{name} was here already. Remove the person?", name=person.name)
        return Removal((c.PersonRemoved(person=row),), question)


def turned(
    meeting: Meeting, row: str, trait: Literal["guest", "voting_right", "consent"]
) -> tuple[c.Change, ...]:
    """The other way round: guest or not, with a vote or advisory, to be named in open data or not.
    No person: nothing."""
    person = meeting.person(row)
    if person is None:
        return ()
    if trait == "guest":
        return (c.PersonAmended(person=row, guest=not person.guest),)
    if trait == "consent":
        return (c.PersonAmended(person=row, consent=not person.consent),)
    return (c.PersonAmended(person=row, voting_right=not person.voting_right),)


def look(people: PeopleList, meeting: Meeting) -> tuple[str, list[tuple[str, str]]]:
    """What a list would bring: one sentence, and the people as understood."""
    homes = {fold(person.organization) for person in people.people if person.organization}
    parts = [
        ntr("{n} person", "{n} people", len(people.people)),
        ntr("{n} organisation", "{n} organisations", len(homes)),
        people.encoding,
        ntr("{n} remark", "{n} remarks", len(people.problems)) if people.problems else "",
    ]
    added = sum(isinstance(ch, c.PersonAdded) for ch in people_changes(people, meeting))
    if added < len(people.people):
        parts.append(tr("{n} of them new", n=added))
    shown = [
        (
            f"{padded(surname_first(row.name), 24)} {padded(row.organization, 24)} {row.role}",
            status_words(row.status) if row.status != "expected" else "",
        )
        for row in people.people
    ]
    return " · ".join(filter(None, parts)), shown


def _parts(text: str) -> tuple[str, str, str]:
    """Name, organisation and function, split at commas, or at semicolons where there are some."""
    sign = ";" if ";" in text else ","
    parts = [" ".join(part.split()) for part in text.split(sign, 2)]
    name, organization, role = (*parts, "", "")[:3]
    return name, organization, role


def _amended(
    meeting: Meeting, person: Person, name: str, organization: str, role: str
) -> tuple[c.Change, ...]:
    changes: list[c.Change] = []
    home = person.organization
    if organization != meeting.organization_name(person):
        known = {fold(each.name): each.id for each in meeting.organizations}
        home = known.get(fold(organization), "") if organization else ""
        if organization and not home:
            changes.append(c.OrganizationAdded(name=organization))
            home = "^0"
    if (name, home, role) == (person.name, person.organization, person.role):
        return ()
    amended = c.PersonAmended(
        person=person.id,
        name=name if name != person.name else UNSET,
        organization=home if home != person.organization else UNSET,
        role=role if role != person.role else UNSET,
    )
    return (*changes, amended, *renamed(as_listed(meeting), person, name)[1:])


def _row(
    person: Person,
    organization: str,
    attendance: Attendance,
    roles: str,
    is_chosen: bool,
    width: int,
) -> Content:
    lead = f" {'▸' if is_chosen else ' '} "
    state = "" if attendance.status == "expected" else status_words(attendance.status)
    if attendance.status == "represented" and attendance.represented_by:
        state = tr("by {name}", name=attendance.represented_by)
    if attendance.remote and attendance.status in ("expected", "present"):
        state = f"{state} online".strip()
    trait = tr("guest") if person.guest else "" if person.voting_right else tr("advisory")
    said = ", ".join(filter(None, (roles or state, trait)))
    if is_chosen and not attendance.stays:
        said = f"‹ {said or status_words(attendance.status)} ›"
    room = max(10, width - len(lead) - 1)
    if width >= 76:
        widths = (room * 30 // 100, room * 27 // 100, room * 25 // 100)
        columns = (surname_first(person.name), organization, person.role)
    else:
        widths = (room * 40 // 100, room * 34 // 100, 0)
        columns = (surname_first(person.name), organization, "")
    shown = "".join(f"{padded(t, w)} " for t, w in zip(columns, widths, strict=True) if w)
    return Content(lead + shown + cut(said, max(1, room - len(shown))))
