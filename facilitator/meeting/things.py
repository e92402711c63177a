"""Things while they are folded: mutable records whose fields remember which change spoke last.

Two values for one field: an amend names the change whose value it replaces (`saw`), and that is
followed through amends of amends, also through dead ones. What an amend did not see stays beside
the newer value until someone chooses. An amend that names nothing replaces all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from msgspec import UNSET

from facilitator.meeting.changes import Amendment, Stamped

T = TypeVar("T")


class Thing(Generic[T]):
    """One thing: its values, the heads of each amended field, and its frozen form once asked."""

    __slots__ = ("frozen", "heads", "id", "made_by", "values")

    def __init__(self, thing_id: str, made_by: str, values: dict[str, object]) -> None:
        self.id = thing_id
        self.made_by = made_by
        self.values = values
        self.heads: dict[str, dict[str, object]] = {}
        self.frozen: T | None = None

    def put(self, field: str, value: object) -> None:
        """Set a value that has no rival, whatever was said before."""
        self.values[field] = value
        self.heads.pop(field, None)
        self.frozen = None

    def amend(self, change_id: str, field: str, value: object, seen: set[str]) -> None:
        heads = self.heads.get(field)
        if heads is None:
            heads = {self.made_by: self.values.get(field)}
        if seen:
            heads = {head: old for head, old in heads.items() if head not in seen}
        else:
            heads = {}
        heads[change_id] = value
        self.heads[field] = heads
        self.values[field] = value
        self.frozen = None

    def heads_of(self, field: str) -> tuple[str, ...]:
        """The changes whose values stand for this field."""
        return tuple(self.heads.get(field) or {self.made_by: None})

    def conflicts(self) -> tuple[tuple[str, object], ...]:
        """Pairs of field and a value that stands beside the shown one."""
        found = []
        for field, heads in self.heads.items():
            shown = self.values.get(field)
            found += [(field, value) for value in heads.values() if value != shown]
        return tuple(found)


_REFERENCES = frozenset(
    "item person group field note decision action_item question parked_topic review round "
    "board card card_group".split()
)
_FIELDS: dict[type[Amendment], tuple[str, tuple[str, ...]]] = {}


def _layout(kind: type[Amendment]) -> tuple[str, tuple[str, ...]]:
    """Which field says what is amended ('' for the meeting or series), and the amendable ones."""
    if kind not in _FIELDS:
        names = kind.__struct_fields__
        reference = names[1] if names[1] in _REFERENCES else ""
        _FIELDS[kind] = reference, tuple(n for n in names if n not in ("saw", "weight", reference))
    return _FIELDS[kind]


def amended_thing(change: Amendment) -> str:
    """The id of what is amended; empty for the meeting or the series itself."""
    reference, _ = _layout(type(change))
    return str(getattr(change, reference)) if reference else ""


def amended_fields(change: Amendment) -> dict[str, object]:
    """The fields an amend speaks of, with their new values."""
    _, names = _layout(type(change))
    return {name: value for name in names if (value := getattr(change, name)) is not UNSET}


def add_thing(things: dict[str, Any], stamped: Stamped, change: Any) -> str:
    """Make a thing from an 'added' change; one that is known already keeps its values. Its id."""
    thing_id: str = change.id or stamped.id
    if thing_id not in things:
        values = {n: getattr(change, n) for n in change.__struct_fields__ if n != "id"}
        things[thing_id] = Thing(thing_id, stamped.id, values)
    return thing_id


def frozen_things(
    things: dict[str, Any], form: Callable[..., T], beside: tuple[str, ...] = ()
) -> tuple[T, ...]:
    """The frozen values of all things, made anew only where something changed."""
    for thing in things.values():
        if thing.frozen is None:
            values = {n: v for n, v in thing.values.items() if n not in beside}
            thing.frozen = form(id=thing.id, **values)
    return tuple(thing.frozen for thing in things.values())
