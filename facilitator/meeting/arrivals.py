"""Who is meant at the door: people by the first letters of any word of their name or
organisation. Folding is the caller's: it gives the function, so that this stays arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.meeting.model import Attendance, Meeting, Organization, Person, Value
from facilitator.meeting.presence import evening_minute

Folded = Callable[[str], tuple[str, ...]]


class Arrival(Value, frozen=True, kw_only=True):
    """A person as the door shows them."""

    person: Person
    organization: str
    attendance: Attendance


def matching_people(meeting: Meeting, typed: str, words: Folded, most: int = 8) -> list[Arrival]:
    """People of whom every typed word begins a word of name or organisation: those whom it names
    best first, expected before present, then by surname. Nothing typed: nobody."""
    wanted = words(typed)
    if not wanted:
        return []
    attendance = {a.person: a for a in meeting.attendance}
    names = {o.id: o.name for o in meeting.organizations}
    found: list[tuple[tuple[int, bool, str], Arrival]] = []
    for person in meeting.people:
        organization = names.get(person.organization, "")
        own = words(person.name)
        whole = own + words(organization)
        if _begin(wanted, whole):
            state = attendance.get(person.id) or Attendance(person=person.id)
            called = surname_first(person.name)
            distance = _distance(wanted, called, words)
            place = (distance, state.status == "present", called.casefold())
            found.append(
                (place, Arrival(person=person, organization=organization, attendance=state))
            )
    found.sort(key=lambda pair: pair[0])
    return [arrival for _, arrival in found[:most]]


def _begin(parts: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether each part begins one of the words. In plain loops: it is asked of everybody with each
    letter."""
    for part in parts:
        for word in words:
            if word.startswith(part):
                break
        else:
            return False
    return True


def _distance(wanted: tuple[str, ...], called: str, words: Folded) -> int:
    """How far the typed words are from a name, the surname in front of the comma: for each 0 as a
    whole surname, 1 at the beginning of one, 2 at the beginning of the given name, 3 within a
    name ('Peter' in 'Hans-Peter'), 4 in the organisation. 'pet' is Petrowa before Hans-Peter."""
    before, _, behind = called.partition(",")
    surname = [word for word in words(before) if word not in _PARTICLES] or list(words(before))
    given = [word for word in words(behind) if word not in _TITLES]
    parts = words(called)

    def one(typed: str) -> int:
        if surname[:1] == [typed] and len(surname) == 1:
            return 0
        for distance, whole in ((1, surname[:1]), (2, given[:1]), (3, parts)):
            if any(word.startswith(typed) for word in whole):
                return distance
        return 4

    return sum(map(one, wanted))


class OrganizationAtDoor(Value, frozen=True, kw_only=True):
    """An organisation, who of it is still expected (ids), and how many are here."""

    organization: Organization
    expected: tuple[str, ...]
    here: int


def matching_organizations(
    meeting: Meeting, typed: str, words: Folded, most: int = 6
) -> list[OrganizationAtDoor]:
    """Organisations of which every typed word begins a word, those with most expected first."""
    wanted = words(typed)
    if not wanted:
        return []
    attendance = {a.person: a for a in meeting.attendance}
    members: dict[str, list[Attendance]] = {}
    for person in meeting.people:
        state = attendance.get(person.id, Attendance(person=person.id))
        members.setdefault(person.organization, []).append(state)
    found = []
    for organization in meeting.organizations:
        own = words(organization.name)
        if _begin(wanted, own):
            states = members.get(organization.id, [])
            expected = tuple(s.person for s in states if s.status == "expected" and not s.stays)
            here = sum(state.is_here for state in states)
            if states:
                found.append(
                    OrganizationAtDoor(organization=organization, expected=expected, here=here)
                )
    found.sort(key=lambda each: (-len(each.expected), each.organization.name.casefold()))
    return found[:most]


def surname_first(name: str) -> str:
    """'Jana Müller' -> 'Müller, Jana': how lists at a door are read. Titles stay in front of the
    first name; one word, and what is written so already, stays as it is."""
    parts = name.split()
    if len(parts) < 2 or "," in name:
        return name
    start = len(parts) - 1
    while start > 1 and parts[start - 1].casefold() in _PARTICLES:
        start -= 1
    return f"{' '.join(parts[start:])}, {' '.join(parts[:start])}"


_TITLES = frozenset("dr prof professor professorin frau herr dipl ing mag med phil jur".split())
"""Folded: what may stand in front of a given name and is none."""
_PARTICLES = frozenset("von van de der den zu zur vom di da del la le el al ben bin".split())


def latest_arrivals(
    meeting: Meeting, most: int, *, order: Sequence[str] = ()
) -> list[tuple[str, Arrival]]:
    """Pairs of "HH:MM" and who came then, the latest first. Who was there from the start is left
    out once the meeting runs, unless this door has let them in. `order`: ids of people; within a
    minute they are later, the last of them the latest."""
    turn = {person: place for place, person in enumerate(order)}
    names = {o.id: o.name for o in meeting.organizations}
    people = {p.id: p for p in meeting.people}
    found: list[tuple[tuple[int, int, int], str, Arrival]] = []
    for place, state in enumerate(meeting.attendance):
        person = people.get(state.person)
        if person is not None and state.stays and state.status == "present":
            last = state.stays[-1]
            time = last.left or last.arrived
            if time is None and person.id in turn and meeting.started_at is not None:
                time = f"{meeting.started_at.at:%H:%M}"
            if time is not None:
                arrival = Arrival(
                    person=person,
                    organization=names.get(person.organization, ""),
                    attendance=state,
                )
                when = evening_minute(meeting, time), turn.get(person.id, -1), place
                found.append((when, time, arrival))
    found.sort(key=lambda row: row[0], reverse=True)
    return [(time, arrival) for _, time, arrival in found[:most]]
