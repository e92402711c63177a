"""A list of people becomes changes: who is new, what is said of those already known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from facilitator.exchange.people_names import split_title
from facilitator.folding import fold, words
from facilitator.meeting import changes as c
from facilitator.meeting.model import Attendance, Group, Meeting, Person

if TYPE_CHECKING:
    from facilitator.exchange.people_list import PeopleList, PersonRow


def people_changes(people: PeopleList, meeting: Meeting, *, at: int = 0) -> tuple[c.Change, ...]:
    """The changes that bring these people into `meeting`.

    The same list again duplicates nobody: a person is known by mail address, by name and
    organisation, or by a name that only one has where the organisation is not given on both
    sides. Namesakes of different organisations stay two people. What the list says replaces what
    stood there, what it leaves blank does not; nobody who has come is touched in their times, and
    once the meeting runs only those still expected are given a state."""
    return _PeopleSteps(meeting, at).taken(people)


class _PeopleSteps:
    """One run over the list. Ids are those of the meeting, or "^n" for what this step makes."""

    def __init__(self, meeting: Meeting, at: int) -> None:
        self._meeting = meeting
        self._at = at
        self._changes: list[c.Change] = []
        self._organizations = {_key(o.name): o.id for o in meeting.organizations}
        self._names: dict[str, list[Person]] = {}
        for person in meeting.people:
            self._names.setdefault(_bare(person.name), []).append(person)
        self._taken: set[str] = set()
        self._members: dict[str, list[str]] = {}
        self._speakers: dict[str, list[str]] = {}
        self._group_names: dict[str, str] = {}

    def taken(self, people: PeopleList) -> tuple[c.Change, ...]:
        known = [self._exactly(row) for row in people.people]
        for row, exact in zip(people.people, known, strict=True):
            person = exact or self._loosely(row)
            if person is None:
                reference = self._add(row)
            else:
                self._taken.add(person.id)
                reference = person.id
                self._mend(person, row)
            self._record_status(reference, row)
            for name in row.groups:
                self._group_names.setdefault(_group_key(name), name)
                self._members.setdefault(_group_key(name), []).append(reference)
                if _speaks(row.role):
                    self._speakers.setdefault(_group_key(name), []).append(reference)
        self._form_groups()
        return tuple(self._changes)

    # -- who is meant -----------------------------------------------------------------------

    def _exactly(self, row: PersonRow) -> Person | None:
        """By mail address, else by name and organisation."""
        namesakes = self._names.get(_bare(row.name), [])
        by_mail = [p for p in namesakes if row.email and _same(p.email, row.email)]
        by_place = [
            p
            for p in namesakes
            if _same(self._meeting.organization_name(p), row.organization)
            and not (p.email and row.email and not _same(p.email, row.email))
        ]
        for person in (*by_mail, *by_place):
            if person.id not in self._taken:
                self._taken.add(person.id)
                return person
        return None

    def _loosely(self, row: PersonRow) -> Person | None:
        """The only one of that name, where one side does not say the organisation."""
        namesakes = [p for p in self._names.get(_bare(row.name), []) if p.id not in self._taken]
        fitting = [
            p
            for p in namesakes
            if (not row.organization or not p.organization)
            and not (p.email and row.email and not _same(p.email, row.email))
        ]
        return fitting[0] if len(fitting) == 1 else None

    # -- what is said -----------------------------------------------------------------------

    def _add(self, row: PersonRow) -> str:
        organization = self._organization(row.organization)
        return self._make(
            c.PersonAdded(
                name=row.name,
                organization=organization,
                role=row.role,
                email=row.email,
                guest=row.guest,
                voting_right=row.voting_right,
                consent=bool(row.consent),
            )
        )

    def _mend(self, person: Person, row: PersonRow) -> None:
        news: dict[str, object] = {}
        if row.organization and not _same(
            self._meeting.organization_name(person), row.organization
        ):
            news["organization"] = self._organization(row.organization)
        if len(row.name) > len(person.name):  # a title learned
            news["name"] = row.name
        for field in ("role", "email"):
            value = getattr(row, field)
            if value and value != getattr(person, field):
                news[field] = value
        if person.is_new:
            news["is_new"] = False
        if row.guest and not person.guest:
            news["guest"] = True
        if person.voting_right and not row.voting_right:
            news["voting_right"] = False
        if row.consent is not None and row.consent != person.consent:
            news["consent"] = row.consent
        if news:
            self._changes.append(c.PersonAmended(person=person.id, **news))  # type: ignore[arg-type]

    def _record_status(self, reference: str, row: PersonRow) -> None:
        stands = self._meeting.attendance_of(reference) or Attendance(person=reference)
        if stands.status == "present" or stands.stays:
            return
        if self._meeting.state != "planned" and stands.status != "expected":
            return  # what was said at the door is newer than the list
        if row.status == "expected" and (stands.status != "expected" or not row.remote):
            return
        said = (row.status, row.remote, row.represented_by)
        if said != (stands.status, stands.remote, stands.represented_by):
            self._changes.append(
                c.AttendanceRecorded(
                    person=reference,
                    status=row.status,
                    remote=row.remote,
                    represented_by=row.represented_by,
                )
            )

    def _form_groups(self) -> None:
        existing: dict[str, Group] = {_group_key(g.name): g for g in self._meeting.groups}
        for key, members in self._members.items():
            group = existing.get(key)
            speakers = tuple(dict.fromkeys(self._speakers.get(key, ())))
            if group is None:
                wanted = tuple(dict.fromkeys(members))
                name = self._group_names[key]
                self._make(c.GroupAdded(name=name, members=wanted, speakers=speakers))
                continue
            wanted = tuple(dict.fromkeys((*group.members, *members)))
            speakers = tuple(dict.fromkeys((*group.speakers, *speakers)))
            if (wanted, speakers) != (group.members, group.speakers):
                self._changes.append(
                    c.GroupAmended(
                        group=group.id,
                        members=wanted if wanted != group.members else UNSET,
                        speakers=speakers if speakers != group.speakers else UNSET,
                    )
                )

    def _organization(self, name: str) -> str:
        """The id of an organisation, made if the meeting does not know it; empty for none."""
        if not name:
            return ""
        if _key(name) not in self._organizations:
            self._organizations[_key(name)] = self._make(c.OrganizationAdded(name=name))
        return self._organizations[_key(name)]

    def _make(self, change: c.Change) -> str:
        self._changes.append(change)
        return f"^{self._at + len(self._changes) - 1}"


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def _speaks(role: str) -> bool:
    """'Sprecherin', 'stellv. Sprecher', 'speaker': this person speaks for the groups named."""
    return any(word.startswith(("sprecher", "speaker", "spokes")) for word in words(role))


def _bare(name: str) -> str:
    """A name as it is compared: without titles."""
    return _key(split_title(name)[1])


def _same(one: str, other: str) -> bool:
    return _key(one) == _key(other)


def _group_key(name: str) -> str:
    """'AG Arbeit', 'Arbeitsgruppe Arbeit' and 'Arbeit' are one group."""
    spoken = words(name)
    if len(spoken) > 1 and spoken[0] in {"ag", "arbeitsgruppe"}:
        spoken = spoken[1:]
    return " ".join(spoken)
