"""Owners that name nobody, and names that look like a misspelling of somebody known."""

from __future__ import annotations

from functools import lru_cache

from facilitator.folding import fold
from facilitator.meeting.model import Owner, Person

_NOBODY = frozenset(
    """
    alle, alle anwesenden, alle beteiligten, alle mitglieder, alle teilnehmenden, alle zusammen,
    amt, die verwaltung, einer, irgendwer, irgendjemand, jeder, jemand, man, n. n., n.n., n.n, nn,
    niemand, noch offen, offen, unbekannt, unklar, verwaltung, wir, wir alle, wird noch geklärt,
    administration, all, all of us, anybody, anyone, everybody, everyone, management, nobody,
    somebody, someone, staff, tba, tbc, tbd, the administration, the staff, unknown, us, we, who,
    ?, ??, ???, -, …, ...
    """.replace("\n", " ").split(",")
)
_NOBODY_FOLDED = frozenset(word.strip() for word in _NOBODY)

MIN_LETTERS = 5
"""Shorter names differ by one letter too often ('Maier', 'Mayr' are two people)."""


def is_nobody(owner: Owner) -> bool:
    """'alle', 'Verwaltung', 'N. N.': nobody will feel addressed. An organisation that is known by
    such a name is meant as one, so only bare names count."""
    return owner.kind == "name" and " ".join(owner.name.casefold().split()) in _NOBODY_FOLDED


def namesakes(owner: Owner, people: tuple[Person, ...]) -> tuple[str, ...]:
    """The people a bare surname may mean, where it means more than one."""
    typed = owner.name.split()
    if owner.kind != "name" or len(typed) != 1:
        return ()
    folded = _folded(typed)
    found = tuple(person.name for person in people if _known(person.name)[2] == folded)
    return found if len(found) > 1 else ()


def misspelt(owner: Owner, people: tuple[Person, ...]) -> Person | None:
    """The person a bare name probably means: one letter more, less or other than the whole name
    or the surname, same first letter, at least `MIN_LETTERS` long. None if somebody goes by
    exactly that name."""
    if owner.kind != "name":
        return None
    typed = owner.name.split()
    if not typed:
        return None
    folded = _folded(typed)
    found: Person | None = None
    for person in people:
        known, whole, last = _known(person.name)
        if not known:
            continue
        is_whole = len(typed) > 1
        if typed == known or (not is_whole and typed == known[-1:]):
            return None
        if found is None and _is_near(folded, whole if is_whole else last):
            found = person
    return found


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """The word names are sorted by, folded: 'Dr. Petra Weiß' -> 'weiss'."""
    words = name.split()
    return _folded(words[-1:]) if words else ""


@lru_cache(maxsize=4096)
def _known(name: str) -> tuple[list[str], str, str]:
    """The words of a name, folded as a whole, and its last word folded. Kept, because each owner
    is held against every person whenever the screen counts what is missing."""
    words = name.split()
    return words, _folded(words), _folded(words[-1:])


def _folded(words: list[str]) -> str:
    return fold(" ".join(words))


def _is_near(one: str, other: str) -> bool:
    if one[:1] != other[:1] or min(len(one), len(other)) < MIN_LETTERS:
        return False
    return _within_one(one, other)


def _within_one(one: str, other: str) -> bool:
    """Levenshtein distance of at most one."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    return one[start:] == other[start + 1 :]
