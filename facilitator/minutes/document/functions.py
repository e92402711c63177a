"""Functions instead of names, as the public version has them.

The rule, for somebody on the list of people, the first that is known:

1. their function as entered, with the organisation: 'Leiterin (Jobcenter)';
2. the office they held in the meeting: 'Leitung', 'Moderation', 'Protokoll';
3. where votes count: 'Mitglied (SPD)', 'Beratendes Mitglied (VHS)', with or without organisation;
4. guest: 'Gast (Institut für Raum)';
5. their organisation: 'Vertretung IHK';
6. 'Mitglied', in a workshop or a conference 'Teilnehmende Person'.

A name as typed ('Weiß', 'Frau Dr. Weiß', 'Petra Weiß, SPD') is that of whoever it fits; one that
fits several, or nobody on the list, is 'eine Person' where only people can stand (ballots, dissent,
bias, who spoke). An owner or a presenter may be an office ('Amt 50'), so what fits no person known
to this meeting stays as typed. Step 2 is for those who act for the meeting: owners,
presenters, who spoke; among those present or voting everybody is what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.folding import words as folded_words
from facilitator.meeting.model import Decision, Meeting, Note, Owner, Person, Role, Value

_FORMS_OF_ADDRESS = frozenset(
    "frau herr herrn hr fr dr prof professor professorin mr mrs ms mx".split()
)
_BETWEEN_NAMES = re.compile(r"(\s*[,;/&]\s*|\s+(?:und|sowie|and)\s+)")

_TO = re.compile(r"\s*(?:(?:an|to)\s+)?", re.IGNORECASE)
"""What stands in front of an addressee: 'an ', or nothing."""


class FunctionWords(Value, frozen=True, kw_only=True):
    """In the language of the document. `{organization}`, `{role}` are placeholders."""

    chair: str
    moderator: str
    minute_taker: str
    role_of: str
    member: str
    member_of: str
    adviser: str
    adviser_of: str
    guest: str
    guest_of: str
    represents: str
    participant: str
    somebody: str
    group: str
    """A working group whose name is not public."""


NO_WORDS = FunctionWords(**dict.fromkeys(FunctionWords.__struct_fields__, "·"))
"""For asking where names stand."""


class Functions:
    """Who is called what in the public version of one meeting."""

    def __init__(self, meeting: Meeting, words: FunctionWords) -> None:
        self._meeting = meeting
        self._words = words
        self._offices: dict[str, Role] = {}
        for officer in meeting.officers:
            if officer.person:
                self._offices.setdefault(officer.person, officer.role)
        self._people = {person.id: person for person in meeting.people}
        self._names = [
            (frozenset(parts), parts[-1], person)
            for person in meeting.people
            if (parts := _parts(person.name))
        ]
        offices = {officer.name: officer.role for officer in meeting.officers}
        self._others = {
            tuple(parts): offices.get(name)
            for name in names_of_people(meeting)
            if (parts := _parts(name))
        }

    def of(self, person: Person, *, with_office: bool = True) -> str:
        w, role = self._words, person.role.strip()
        organization = self._meeting.organization_name(person).strip()
        office = self._offices.get(person.id)
        if role and organization:
            return w.role_of.format(role=role, organization=organization)
        if role:
            return role
        if office and with_office:
            return self.office(office)
        if person.guest:
            return self._of(w.guest, w.guest_of, organization)
        if self._meeting.kind == "body":
            if person.voting_right:
                return self._of(w.member, w.member_of, organization)
            return self._of(w.adviser, w.adviser_of, organization)
        if organization:
            return w.represents.format(organization=organization)
        return w.participant if self._meeting.kind in ("workshop", "conference") else w.member

    def office(self, role: Role) -> str:
        words = {
            "chair": self._words.chair,
            "moderator": self._words.moderator,
            "minute_taker": self._words.minute_taker,
        }
        return words[role]

    def somebody(self, name: str, person: str = "", *, with_office: bool = True) -> str:
        """For a place where only people stand; empty for an empty name."""
        if known := self._people.get(person):
            return self.of(known, with_office=with_office)
        if not name.strip():
            return ""
        return self._known(name, with_office=with_office) or self._words.somebody

    def voter(self, name: str, person: str = "") -> str:
        """For who votes, dissents or is biased."""
        return self.somebody(name, person, with_office=False)

    def owner(self, owner: Owner) -> Owner:
        """Organisations and groups keep their name."""
        if owner.kind == "person":
            name = self.somebody(owner.name, owner.id)
            return Owner(name=name, kind="name")
        if owner.kind == "name":
            return Owner(name=self.mixed(owner.name), kind="name")
        return owner

    def mixed(self, text: str) -> str:
        """Names of people in a line such as 'Weiß, Amt 50 und AG Sprache'."""
        split = _BETWEEN_NAMES.split(text)
        if (whole := self._known(text)) and not self._names_others(text, split[::2]):
            return whole
        return "".join(
            piece if at % 2 else (self._known(piece) or piece) for at, piece in enumerate(split)
        )

    def _names_others(self, text: str, pieces: list[str]) -> bool:
        """Whether one piece is a whole name of the list and another is neither that nor an
        organisation: 'Kurt Krebs und Petra Weiß'. A name that several pieces make up ('Öztürk,
        Ayşe') is looked at as a whole, so that no part of it is left."""
        said = set(_parts(text))
        parts = [set(_parts(piece)) for piece in pieces]
        whole = [known for known, _, _ in self._names if known <= said]
        if not whole or not all(any(known <= part for part in parts) for known in whole):
            return False
        bodies = [set(_parts(each.name)) for each in self._meeting.organizations]
        return any(
            part and part not in bodies and not any(known <= part for known in whole)
            for part in parts
        )

    def addressee(self, text: str) -> str:
        """As `mixed`, with the word in front that stands there: 'an Frau Weiß'."""
        found = _TO.match(text)
        at = found.end() if found else 0
        return f"{text[:at]}{self.mixed(text[at:])}"

    def _of(self, alone: str, with_organization: str, organization: str) -> str:
        return with_organization.format(organization=organization) if organization else alone

    def _known(self, name: str, *, with_office: bool = True) -> str:
        """The function of whom a name fits; empty if it fits nobody."""
        said = _parts(re.sub(r"\(.*?\)", " ", name)) or _parts(name)
        if not said:
            return ""
        whole = [person for known, _, person in self._names if known <= set(said)]
        fitting = whole or [
            person
            for known, last, person in self._names
            if last in said and all(part in known or _is_initial(part, known) for part in said)
        ]
        functions = {self.of(person, with_office=with_office) for person in fitting}
        if functions:
            return functions.pop() if len(functions) == 1 else self._words.somebody
        if tuple(said) in self._others:
            office = self._others[tuple(said)]
            return self.office(office) if office else self._words.somebody
        return ""


def pieces(text: str) -> tuple[str, ...]:
    """'Weiß, Amt 50 und AG Sprache' in its three parts."""
    return tuple(each.strip() for each in _BETWEEN_NAMES.split(text)[::2] if each.strip())


def names_of_people(meeting: Meeting) -> Iterator[str]:
    """Names typed where only people stand: those who led, spoke, voted, were biased, stood in."""
    yield from (officer.name for officer in meeting.officers)
    yield from (speaker.name for speaker in meeting.speakers)
    yield from (attendance.represented_by for attendance in meeting.attendance)
    for item in meeting.agenda_items:
        yield from (bias.name for bias in item.bias)
    for asked in meeting.rounds:
        yield from (answer.speaker for answer in asked.answers)
    for entry in meeting.entries:
        if isinstance(entry, Note):
            yield entry.said_by
        if isinstance(entry, Decision) and entry.vote is not None:
            yield from (ballot.name for ballot in entry.vote.ballots)
            yield from entry.vote.dissent


def _parts(name: str) -> list[str]:
    """'Frau Dr. Petra Weiß' -> ['petra', 'weiss']."""
    return [part for part in folded_words(name) if part not in _FORMS_OF_ADDRESS]


def _is_initial(part: str, known: frozenset[str]) -> bool:
    return len(part) == 1 and any(name.startswith(part) for name in known)
