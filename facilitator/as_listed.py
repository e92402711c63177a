"""Names as the list of people spells them, wherever somebody typed one.

Who reports, who spoke, who stands in is kept as it was typed: the list may come later, and may be
put right. It is shown and printed as the list has it as soon as exactly one person can be meant:

- the whole name, with or without titles ('Petra Weiß' for 'Dr. Petra Weiß'), also the surname in
  front; initials ('P. Weiß'); the surname alone ('Frau Weiß'). A first name alone is none.
- Nobody else known to the meeting is called so: no second person, organisation or group, and no
  name typed somewhere that says more ('Anna Weiß' beside a bare 'Weiß').
- What stands in brackets behind it names their organisation, or the whole name was typed.

Everything else stays as typed, such as an office ('Amt 50', 'Landrat Krebs').
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec.structs import replace

from facilitator.folding import fold, words
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Decision,
    Entry,
    Meeting,
    Note,
    Officer,
    Owner,
    Person,
    Question,
    Vote,
)

_TITLES = frozenset(
    "frau herr herrn fr hr dr prof professor professorin dipl ing med phil jur mag doktor"
    " mr mrs ms mx miss".split()
)
"""Folded; no part of a name."""
_PARTICLES = frozenset("von van zu zur zum der den de la del da di dos el al bin ibn ten".split())
_BETWEEN = re.compile(r"(\s*[,;/&]\s*|\s+(?:und|sowie|and)\s+)(?![^()]*\))")
"""Between names, unless within brackets."""
_NO_NAME = re.compile(r"[()\[\]{}<>\"/;:|&]")
_REMARK = re.compile(r"(.*?)(\s*\(([^()]*)\)\s*)", re.DOTALL)


class ListedNames:
    """The people of one meeting, to be found by what was typed."""

    def __init__(self, meeting: Meeting) -> None:
        self._bodies = {words(each.name) for each in meeting.organizations}
        self._bodies |= {words(each.name) for each in meeting.groups}
        organizations = {each.id: frozenset(words(each.name)) for each in meeting.organizations}
        self._people: dict[str, list[tuple[Person, _Name, frozenset[str]]]] = {}
        """By the last word a text must have that means them."""
        for person in meeting.people:
            if (name := _name(person.name)) is not None:
                known = person, name, organizations.get(person.organization, frozenset())
                for last in {name.surnames[0][-1], name.surname_first[-1]}:
                    self._people.setdefault(last, []).append(known)
        self._others: list[tuple[str, ...]] = []
        typed = {_bare(piece) for text in _typed(meeting) for piece in _BETWEEN.split(text)[::2]}
        self._others = [
            other for other in typed if len(other) > 1 and not any(self._fitting(other))
        ]
        self._found: dict[tuple[str, str], Person | None] = {}

    def spelled(self, text: str, besides: str = "") -> str:
        """One or several names, and what else is typed there, with those spelled right of whom
        exactly one can be meant. `besides`: id of a person who is not meant."""
        if not text.strip():
            return text
        if (person := self.person(text, besides)) is not None:
            return person.name
        pieces = _BETWEEN.split(text)
        return "".join(
            piece if at % 2 else self._piece(piece, besides, is_only=len(pieces) == 1)
            for at, piece in enumerate(pieces)
        )

    def person(self, text: str, besides: str = "") -> Person | None:
        """The one person a text without remarks can mean."""
        key = text, besides
        if key not in self._found:
            self._found[key] = self._one(text, besides)
        return self._found[key]

    def _one(self, text: str, besides: str, organization: str | None = None) -> Person | None:
        said = _bare(text)
        if not said or said in self._bodies or _NO_NAME.search(text):
            return None
        fitting = list(self._fitting(said))
        if "," in text:  # surname first; 'Petra, Weiß' may be two
            fitting = [each for each in fitting if said == each[1].surname_first]
        if organization is not None:
            inside = frozenset(words(organization))
            of_theirs = [each for each in fitting if inside and inside <= each[2]]
            fitting = of_theirs or [each for each in fitting if said in each[1].whole]
        if len(fitting) != 1 or fitting[0][0].id == besides:
            return None
        is_whole = said in fitting[0][1].whole
        if not is_whole and any(set(said) < set(other) for other in self._others):
            return None
        return fitting[0][0]

    def _piece(self, piece: str, besides: str, *, is_only: bool) -> str:
        person, behind = self.person(piece, besides), ""
        if person is None and (remark := _REMARK.fullmatch(piece)) is not None:
            person, behind = self._one(remark[1], besides, remark[3]), remark[2]
        if person is None or (not is_only and _BETWEEN.search(person.name)):
            return piece  # 'Öztürk, Ayşe' between commas would be two
        return f"{person.name}{behind}"

    def _fitting(self, said: tuple[str, ...]) -> Iterator[tuple[Person, _Name, frozenset[str]]]:
        found = self._people.get(said[-1], ()) if said else ()
        return (each for each in found if each[1].fits(said))


class _Name:
    """A name of the list in its folded words. `surnames`: with and without particles."""

    def __init__(self, first: tuple[str, ...], surnames: tuple[tuple[str, ...], ...]) -> None:
        self.first, self.surnames = first, surnames
        self.surname_first = (*surnames[0], *first)
        self.whole = {(*first, *surnames[0]), self.surname_first}

    def fits(self, said: tuple[str, ...]) -> bool:
        return said in self.whole or any(
            said[-len(surname) :] == surname and self._may_be_first(said[: -len(surname)])
            for surname in self.surnames
        )

    def _may_be_first(self, said: tuple[str, ...]) -> bool:
        """Each a first name or the initial of one, in order."""
        at = 0
        for word in said:
            while at < len(self.first) and not (
                self.first[at] == word or (len(word) == 1 and self.first[at].startswith(word))
            ):
                at += 1
            if at == len(self.first):
                return False
            at += 1
        return True


@lru_cache(maxsize=2048)
def _name(name: str) -> _Name | None:
    """Kept: the same people are looked at again after every line that is recorded. None: a name
    without a word."""
    if "," in name:
        last, _, front = name.partition(",")
        name = f"{front.strip()} {last.strip()}"
    parts = [part for part in name.split() if _bare(part)]
    if not parts:
        return None
    at = next((i for i, part in enumerate(parts) if i and fold(part) in _PARTICLES), None)
    begin = len(parts) - 1 if at is None else at
    first = tuple(word for part in parts[:begin] for word in words(part))
    surname = tuple(word for part in parts[begin:] for word in words(part))
    return _Name(first, (surname, words(parts[-1])) if at is not None else (surname,))


@lru_cache(maxsize=4096)
def _bare(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in _TITLES)


def _typed(meeting: Meeting) -> Iterator[str]:
    """Names as somebody typed them who may be on no list."""
    yield from (item.presenter for item in meeting.agenda_items)
    yield from (officer.name for officer in meeting.officers if not officer.person)
    yield from (speaker.name for speaker in meeting.speakers if not speaker.person)
    yield from (each.represented_by for each in meeting.attendance)
    for entry in meeting.entries:
        if isinstance(entry, Note):
            yield entry.said_by
        elif isinstance(entry, ActionItem | Question):
            yield from (owner.name for owner in entry.owners if owner.kind == "name")


_recent: list[tuple[tuple[object, ...], ListedNames]] = []
"""Used last, each with the very values it was made from: a screen asks for every row it draws."""


def names_of(meeting: Meeting) -> ListedNames:
    parts = (
        meeting.people, meeting.organizations, meeting.groups, meeting.agenda_items,
        meeting.officers, meeting.speakers, meeting.attendance, meeting.entries,
    )  # fmt: skip
    for known, names in _recent:
        if all(a is b for a, b in zip(known, parts, strict=True)):
            return names
    names = ListedNames(meeting)
    _recent.insert(0, (parts, names))
    del _recent[4:]
    return names


def presenter_of(meeting: Meeting, item: AgendaItem) -> str:
    """Who reports, as the list of people spells them."""
    return names_of(meeting).spelled(item.presenter) if item.presenter.strip() else ""


def officer_name(meeting: Meeting, officer: Officer) -> str:
    """Who holds a role, as the list of people spells them."""
    return officer.name if officer.person else names_of(meeting).spelled(officer.name)


def as_listed(meeting: Meeting) -> Meeting:
    """The meeting with every typed name as the list of people spells it."""
    if not meeting.people:
        return meeting
    names = names_of(meeting)
    return replace(
        meeting,
        agenda_items=tuple(
            replace(item, presenter=names.spelled(item.presenter)) if item.presenter else item
            for item in meeting.agenda_items
        ),
        officers=tuple(_officer(officer, names) for officer in meeting.officers),
        attendance=tuple(
            replace(each, represented_by=names.spelled(each.represented_by, each.person))
            if each.represented_by
            else each
            for each in meeting.attendance
        ),
        speakers=tuple(
            each if each.person else replace(each, name=names.spelled(each.name))
            for each in meeting.speakers
        ),
        rounds=tuple(
            replace(
                each,
                answers=tuple(
                    a if a.person else replace(a, speaker=names.spelled(a.speaker))
                    for a in each.answers
                ),
            )
            for each in meeting.rounds
        ),
        entries=tuple(_entry(entry, names) for entry in meeting.entries),
        tabled_actions=tuple(
            replace(action, owners=_owners(action.owners, names))
            if _has_typed(action.owners)
            else action
            for action in meeting.tabled_actions
        ),
        statements=tuple(
            replace(said, owners=_owners(said.owners, names))
            if said.owners and _has_typed(said.owners)
            else said
            for said in meeting.statements
        ),
    )


def _officer(officer: Officer, names: ListedNames) -> Officer:
    if officer.person or (person := names.person(officer.name)) is None:
        return officer
    return replace(officer, name=person.name, person=person.id)


def _has_typed(owners: tuple[Owner, ...]) -> bool:
    """Whether one of them was typed and not taken from the list."""
    return any(owner.kind == "name" for owner in owners)


def _owners(owners: Iterable[Owner], names: ListedNames) -> tuple[Owner, ...]:
    return tuple(_owner(owner, names) for owner in owners)


def _owner(owner: Owner, names: ListedNames) -> Owner:
    if owner.kind != "name":
        return owner
    if (person := names.person(owner.name)) is not None:
        return Owner(name=person.name, kind="person", id=person.id)
    return replace(owner, name=names.spelled(owner.name))


def _entry(entry: Entry, names: ListedNames) -> Entry:
    match entry:
        case Note() if entry.said_by:
            return replace(entry, said_by=names.spelled(entry.said_by))
        case ActionItem() | Question() if _has_typed(entry.owners):
            return replace(entry, owners=_owners(entry.owners, names))
        case Decision(vote=vote) if entry.addressee or (vote and (vote.ballots or vote.dissent)):
            spelled = _vote(vote, names) if vote is not None else None
            return replace(entry, addressee=names.spelled(entry.addressee), vote=spelled)
    return entry


def _vote(vote: Vote, names: ListedNames) -> Vote:
    return replace(
        vote,
        ballots=tuple(
            each if each.person else replace(each, name=names.spelled(each.name))
            for each in vote.ballots
        ),
        dissent=tuple(names.spelled(name) for name in vote.dissent),
    )
