"""By what the rows of a list are known from one version to the next, and how they are called."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

from msgspec import Struct

from facilitator.i18n import tr

T = TypeVar("T")

_NAMING = ("number", "name", "title", "prompt", "summary", "text", "who", "item", "time")
"""Fields a row is called by, the first that says something."""
_TEXTS = ("title", "wording", "summary", "text", "name", "prompt")
_ALIKE = 0.5
_CALLED = 7
"""A row is called by so many words: the rest of a long text says nothing of where it stands."""
_MOST_COMPARED = 2_500
"""Pairs of rows whose texts are compared; where more are left over, old ones are gone and new ones
are new."""


def key_of(row: object) -> str:
    """What stays the same when the rest of a row changes. An item is known by its title: its
    number follows from its place."""
    if not isinstance(row, Struct):
        return str(row)
    names = ("title", *_NAMING) if type(row).__name__ in _BY_TITLE else _NAMING
    return next((str(v) for name in names if (v := getattr(row, name, ""))), "")


_BY_TITLE = frozenset({"Section", "OverviewRow", "TakenOffRow"})


def called(row: object) -> str:
    """'TOP 8.2', 'B-2026-008', 'Petra Weiß', 'Die AG hat sich …': where it differs."""
    if not isinstance(row, Struct):
        return ""
    number = getattr(row, "number", "")
    if type(row).__name__ == "Section":
        title = getattr(row, "title", "")
        return tr("item {number}", number=number) if number else str(title)
    words = key_of(row).split()
    short = " ".join(words[:_CALLED])
    return f"{short.rstrip(',;:.–-')} …" if len(words) > _CALLED else short


def described(row: object) -> str:
    """A row that is new or gone, in one line."""
    if not isinstance(row, Struct):
        return " ".join(str(row).split())
    text = next((str(v) for name in _TEXTS if (v := getattr(row, name, ""))), "")
    name = key_of(row) if type(row).__name__ not in _BY_TITLE else getattr(row, "number", "")
    parts = [name] if name == text or not text else [name, text]
    return " ".join(" ".join(part for part in parts if part).split())


def matched(before: Sequence[T], after: Sequence[T]) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Pairs of the same row, those that are gone, those that are new. Known by its id or its key;
    rows left over by their number, then by a text that is much alike."""
    left, right = list(before), list(after)
    pairs: list[tuple[T, T]] = []
    for key in (_id, key_of, _number):
        waiting: dict[str, list[T]] = {}
        for row in right:
            waiting.setdefault(key(row), []).append(row)
        for one in list(left):
            known = key(one)
            if known and waiting.get(known):
                pairs.append((one, waiting[known].pop(0)))
                _drop(left, one)
        taken = {id(two) for _, two in pairs}
        right = [row for row in right if id(row) not in taken]
    if len(left) * len(right) <= _MOST_COMPARED:
        for one in list(left):
            two = next((each for each in right if _is_alike(one, each)), None)
            if two is not None:
                pairs.append((one, two))
                _drop(left, one)
                _drop(right, two)
    places = {id(row): place for place, row in enumerate(after)}
    pairs.sort(key=lambda pair: places[id(pair[1])])
    return pairs, left, right


def _id(row: object) -> str:
    return str(getattr(row, "id", "") or "")


def _number(row: object) -> str:
    return str(getattr(row, "number", "") or "")


def _is_alike(one: object, two: object) -> bool:
    texts = [" ".join(described(each).split()[:40]) for each in (one, two)]
    return SequenceMatcher(None, texts[0].split(), texts[1].split()).ratio() > _ALIKE


def _drop(rows: list[Any], row: object) -> None:
    """By identity: two rows may be equal."""
    rows[:] = [each for each in rows if each is not row]
