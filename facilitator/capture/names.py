"""Who is meant by a name: people, groups and organisations of the meeting, by folded words.

The register is built once for a meeting's people and found again by identity; a line asks it
many times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from facilitator.capture.reading import Context
from facilitator.folding import fold, words
from facilitator.meeting.model import Group, Meeting, Organization, Owner, Person

MAX_WORDS = 4
TITLES = frozenset(
    "frau herr herrn dr prof professor professorin fr hr mr mrs ms miss dipl ing med phil jur "
    "mag doktor".split()
)
"""Folded; never part of a name, and not counted as one of its words."""
PARTICLES = frozenset("von van zu zur zum der den de la del da di dos el al bin ibn ten".split())

Rank = Literal[0, 1, 2, 3, 4]
"""How well a key names its thing: whole name, surname, group, organisation, first name."""
FIRST_NAME: Rank = 4

_MAX_TITLES = 3
FEWEST_LETTERS = 3
"""Of a name that was begun: fewer mean nobody."""
_WORD = re.compile(r"[^\s,;()<>@\"„“”]+")
_TRAILING = ".:!?…"
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")


class Known(Struct, frozen=True, kw_only=True):
    """Somebody or something a name can mean. `detail` tells namesakes apart."""

    id: str
    kind: Literal["person", "organization", "group"]
    name: str
    detail: str = ""

    def owner(self) -> Owner:
        return Owner(name=self.name, kind=self.kind, id=self.id)

    @property
    def label(self) -> str:
        """'Marta Nowak (Caritas)'."""
        return f"{self.name} ({self.detail})" if self.detail else self.name


class Match(Struct, frozen=True, kw_only=True):
    """`text[start:end]` names `known`: one, or namesakes. `key` are its folded words."""

    start: int
    end: int
    key: str
    known: tuple[Known, ...]
    rank: Rank

    @property
    def one(self) -> Known | None:
        return self.known[0] if len(self.known) == 1 else None


Found: TypeAlias = tuple[str, tuple[Known, ...], Rank]
"""Folded words, what they mean, and how well they name it."""


def bare_words(text: str) -> tuple[str, ...]:
    """The folded words of a name without titles; with them if there is nothing else."""
    found = words(text)
    return tuple(word for word in found if word not in TITLES) or found


class Register:
    """All keys of a meeting's people, groups and organisations."""

    def __init__(self, meeting: Meeting) -> None:
        self._keys: dict[str, dict[Known, Rank]] = {}
        self.first_words: set[str] = set()
        self.all: list[tuple[Known, tuple[str, ...]]] = []
        self.by_id: dict[str, Known] = {}
        self._surnames: list[tuple[str, Known]] = []
        """Folded, with and without what stands in front ('von der Heide')."""
        self._whole_names: list[tuple[str, Known]] = []
        organizations = {each.id: each.name for each in meeting.organizations}
        for person in meeting.people:
            self._add_person(person, organizations.get(person.organization, ""))
        for organization in meeting.organizations:
            self._add_body(organization, "organization", 3)
        for group in meeting.groups:
            self._add_body(group, "group", 2)

    def find(self, key: str) -> tuple[tuple[Known, ...], Rank] | None:
        """What the folded words mean: those whom they name best."""
        if not (found := self._keys.get(key)):
            return None
        best = min(found.values())
        return tuple(known for known, rank in found.items() if rank == best), best

    def starting(self, fragment: str) -> Iterator[Known]:
        """Everything of which each word of the fragment begins a word, in order."""
        typed = bare_words(fragment)
        for known, its_words in self.all:
            if typed and _begins(typed, its_words):
                yield known

    def begun(self, name: str) -> Known | None:
        """The only person whose surname (behind a given name: whose name) begins with three
        letters or more."""
        key = " ".join(bare_words(name))
        if len(key) < FEWEST_LETTERS:
            return None
        begun = self._whole_names if " " in key else self._surnames
        found = {known for name, known in begun if name.startswith(key)}
        return found.pop() if len(found) == 1 else None

    def _add_person(self, person: Person, organization: str) -> None:
        known = Known(id=person.id, kind="person", name=person.name, detail=organization)
        name = person.name
        if "," in name:
            last, _, first = name.partition(",")
            name = f"{first.strip()} {last.strip()}"
        parts = [part for part in name.split() if bare_words(part) and not is_title(part)]
        if not parts:
            parts = name.split()
        at = next((i for i, part in enumerate(parts) if i and fold(part) in PARTICLES), -1)
        surname = " ".join(parts[at:] if at > 0 else parts[-1:])
        last, whole = " ".join(words(surname)), " ".join(words(" ".join(parts)))
        first = next(iter(words(parts[0])), "") if len(parts) > 1 else ""
        self._put(whole, known, 0)
        self._put(last, known, 1)
        self._surnames.append((last, known))
        self._whole_names.append((last, known))
        if at > 0:  # 'von der Heide' is also called 'Heide'
            self._put(" ".join(words(parts[-1])), known, 1)
            self._surnames.append((" ".join(words(parts[-1])), known))
        if first:
            self._whole_names.append((f"{first} {last}", known))
            self._put(f"{first[:1]} {last}", known, 0)
            self._put(f"{last} {whole.removesuffix(last).strip()}", known, 0)
            self._put(first, known, FIRST_NAME)
        if organization:
            for each in _names_of_body(organization):
                self._put(f"{last} {each}", known, 0)
                self._put(f"{whole} {each}", known, 0)
        self._list(known, words(surname) + words(whole))

    def _add_body(
        self,
        body: Organization | Group,
        kind: Literal["organization", "group"],
        rank: Rank,
    ) -> None:
        known = Known(id=body.id, kind=kind, name=body.name)
        for key in _names_of_body(body.name):
            self._put(key, known, rank)
        self._list(known, words(body.name))

    def _put(self, key: str, known: Known, rank: Rank) -> None:
        if not key:
            return
        ranks = self._keys.setdefault(key, {})
        ranks[known] = min(rank, ranks.get(known, rank))
        self.first_words.add(key.partition(" ")[0])

    def _list(self, known: Known, name: tuple[str, ...]) -> None:
        self.all.append((known, name))
        self.by_id[known.id] = known


class Names:
    """The register as one line sees it: with the names the user chose from a list."""

    def __init__(self, context: Context) -> None:
        self.register = register_of(context.meeting)
        self._picks = {" ".join(bare_words(typed)): chosen for typed, chosen in context.picks}
        self._first_words = {key.partition(" ")[0] for key in self._picks}

    def find(self, text: str) -> Found | None:
        """(key, what it means, how well) of a whole text; None: nobody is called so."""
        key = " ".join(bare_words(text))
        if (chosen := self.register.by_id.get(self._picks.get(key, ""))) is not None:
            return key, (chosen,), 0
        found = self.register.find(key)
        return (key, *found) if found else None

    def longest_at(self, text: str, start: int) -> Match | None:
        """The longest known name of up to four words that begins at `start`, titles skipped."""
        ends: list[int] = []
        at, counted, begun = start, 0, False
        while (
            counted < MAX_WORDS
            and len(ends) < MAX_WORDS + _MAX_TITLES
            and (word := _WORD.match(text, at))
        ):
            ends.append(word.end())
            if not is_title(word.group()):
                counted += 1
                if not begun and not self._may_begin(word.group()):
                    return None
                begun = True
            at = word.end()
            while at < len(text) and text[at].isspace():
                at += 1
        for end in reversed(ends):
            if found := self.find(text[start:end]):
                key, known, rank = found
                while text[end - 1] in _TRAILING and end - 1 > start:
                    end -= 1
                return Match(start=start, end=end, key=key, known=known, rank=rank)
        return None

    def inside(self, text: str) -> Iterator[Match]:
        """Known names in a sentence: capitalised, first names alone do not count."""
        at = 0
        while word := _WORD.search(text, at):
            at = word.end()
            if not word.group()[0].isupper():
                continue
            match = self.longest_at(text, word.start())
            if match and match.rank != FIRST_NAME:
                yield match
                at = match.end

    def _may_begin(self, word: str) -> bool:
        first = words(word)[:1]
        return bool(first) and (
            first[0] in self.register.first_words or first[0] in self._first_words
        )


_recent: list[tuple[tuple[object, ...], Register]] = []
"""The registers last used, each with the very tuples it was built from: compared by identity,
so that nothing is hashed while somebody types."""


def register_of(meeting: Meeting) -> Register:
    """The register of a meeting's people; built anew only when they change."""
    parts = (meeting.people, meeting.organizations, meeting.groups)
    for known, register in _recent:
        if all(a is b for a, b in zip(known, parts, strict=True)):
            return register
    register = Register(meeting)
    _recent.insert(0, (parts, register))
    del _recent[4:]
    return register


def is_title(word: str) -> bool:
    """'Frau', 'Dr.', 'Prof. Dr.'."""
    found = words(word)
    return bool(found) and all(each in TITLES for each in found)


def _names_of_body(name: str) -> Iterator[str]:
    """'Volkshochschule Lindenau (VHS)' is also 'Volkshochschule Lindenau' and 'VHS'."""
    yield " ".join(words(name))
    if brackets := _IN_BRACKETS.search(name):
        yield " ".join(words(brackets.group(1)))
        yield " ".join(words(_IN_BRACKETS.sub(" ", name)))


def _begins(typed: tuple[str, ...], name: tuple[str, ...]) -> bool:
    at = 0
    for fragment in typed:
        while at < len(name) and not name[at].startswith(fragment):
            at += 1
        if at == len(name):
            return False
        at += 1
    return True
