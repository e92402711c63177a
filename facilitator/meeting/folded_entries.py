"""Entries while they are folded: one record whatever the kind becomes, tags, order, numbers."""

from __future__ import annotations

from collections import Counter
from typing import Any, cast

from msgspec import UNSET

from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    ENTRY_TYPES,
    Entry,
    EntryKind,
    Opinion,
    Visibility,
    Wording,
)
from facilitator.meeting.things import Thing

TAG_LETTERS: dict[EntryKind, str] = {
    "decision": "B",
    "action_item": "M",
    "question": "?",
    "parked_topic": "S",
}
"""The same in both languages; notes have no number."""

RECORDED_KINDS: dict[type[c.EntryRecorded], EntryKind] = {
    c.NoteRecorded: "note",
    c.DecisionRecorded: "decision",
    c.ActionItemRecorded: "action_item",
    c.QuestionRecorded: "question",
    c.TopicParked: "parked_topic",
}

_TEXT_FIELDS = frozenset({"text", "wording", "summary"})


def field_of_entry(name: str) -> str:
    """Wording and summary are the text of an entry, whatever its kind becomes."""
    return "text" if name in _TEXT_FIELDS else name


Context = tuple[object, frozenset[str], frozenset[str]]
"""What entries are frozen in: the kind of meeting, the items of the agenda, and those that are gone
and were not public."""


class FoldedEntries:
    """Mutable; `freeze` gives the entries in their order, without removed ones."""

    def __init__(self) -> None:
        self.entries: dict[str, Thing[Entry]] = {}
        self._order: list[str] = []
        self._tags_of: dict[str, dict[EntryKind, str]] = {}
        self._tags: Counter[EntryKind] = Counter()
        self._numbers: dict[tuple[str, EntryKind], str] = {}
        self._all_numbers: list[str] = []
        self._context: Context = (None, frozenset(), frozenset())

    def recorded(self, stamped: c.Stamped, change: c.EntryRecorded, *, before_start: bool) -> None:
        kind = RECORDED_KINDS[type(change)]
        values: dict[str, object] = {
            field_of_entry(name): getattr(change, name) for name in change.__struct_fields__
        }
        values |= {"kind": kind, "at": stamped.at, "before_start": before_start}
        self.entries[stamped.id] = Thing(stamped.id, stamped.id, values)
        self._order.append(stamped.id)
        self._give_tag(stamped.id, kind)

    def dead(self, change: c.Change | None) -> None:
        """Tags people have heard are not given to something else: dead entries keep theirs."""
        if isinstance(change, c.EntryRecorded):
            self._tags[RECORDED_KINDS[type(change)]] += 1
        elif isinstance(change, c.EntryConverted):
            self._tags[change.to] += 1

    def converted(self, stamped: c.Stamped, change: c.EntryConverted) -> None:
        thing = self.entries.get(change.entry)
        if thing is None:
            return
        thing.put("kind", change.to)
        for field in ("text", "owners", "due", "field", "visibility"):
            if (value := getattr(change, field)) is not UNSET:
                thing.put(field, value)
        self._give_tag(change.entry, change.to)

    def split(self, stamped: c.Stamped, change: c.NoteSplit) -> None:
        """The second half is a note of its own from the same moment; nothing where the note is
        gone or none any more."""
        thing = self.entries.get(change.note)
        if thing is None or thing.values["kind"] != "note" or change.note not in self._order:
            return
        rest = {**thing.values, "text": change.rest, "line": ""}
        thing.put("text", change.text)
        self.entries[stamped.id] = Thing(stamped.id, stamped.id, rest)
        self._order.insert(self._order.index(change.note) + 1, stamped.id)
        self._give_tag(stamped.id, "note")

    def reworded(self, stamped: c.Stamped, change: c.DecisionAmended, before: str) -> None:
        """The wording before stays in sight; of substance withdraws what was said to it."""
        thing = self.entries.get(change.decision)
        if thing is None or change.wording is UNSET or change.wording == before:
            return
        earlier = cast("tuple[Wording, ...]", thing.values.get("earlier_wordings", ()))
        old = Wording(text=before, until=stamped.at, weight=change.weight)
        thing.put("earlier_wordings", (*earlier, old))
        if change.weight == "substance":
            if change.vote is UNSET:
                thing.put("vote", None)
            if change.read_back_at is UNSET:
                thing.put("read_back_at", None)
            thing.put("opinions", ())

    def reagreed(self, change: c.ActionItemAmended) -> None:
        """An action item that says something else was not read back so."""
        said = (change.summary, change.owners, change.due)
        if change.read_back_at is UNSET and any(value is not UNSET for value in said):
            self._put(change.action_item, "read_back_at", None)

    def text_of(self, entry: str) -> str:
        """What the entry says now; empty if there is none."""
        thing = self.entries.get(entry)
        return cast("str", thing.values.get("text", "")) if thing is not None else ""

    def opinion_taken(self, stamped: c.Stamped, change: c.OpinionTaken) -> None:
        if (thing := self.entries.get(change.decision)) is not None:
            taken = cast("tuple[Opinion, ...]", thing.values.get("opinions", ()))
            thing.put("opinions", (*taken, change.opinion))

    def moved(self, stamped: c.Stamped, change: c.EntryMoved) -> None:
        thing = self.entries.get(change.entry)
        if thing is None or change.after == change.entry:
            return
        thing.put("item", change.item)
        is_from_before = bool(thing.values.get("before_start")) and not change.item
        thing.put("before_start", is_from_before)
        if change.entry not in self._order:
            return  # it was removed
        self._order.remove(change.entry)
        self._order.insert(self._place(change), change.entry)

    def removed(self, stamped: c.Stamped, change: c.EntryRemoved) -> None:
        """Gone from the order; only undo brings it back, and that folds anew."""
        if change.entry in self._order:
            self._order.remove(change.entry)

    def visibility_set(self, stamped: c.Stamped, change: c.VisibilitySet) -> None:
        self._put(change.entry, "visibility", change.visibility)

    def gap_left_open(self, entry: str, gap: str) -> None:
        if (thing := self.entries.get(entry)) is not None:
            old = cast("frozenset[str]", thing.values.get("left_open", frozenset()))
            thing.put("left_open", old | {gap})

    def numbers_given(self, stamped: c.Stamped, change: c.NumbersGiven) -> None:
        for entry, number in change.numbers:
            self._all_numbers.append(number)
            if (thing := self.entries.get(entry)) is not None:
                self._numbers[entry, cast("EntryKind", thing.values["kind"])] = number
                thing.frozen = None

    def freeze(
        self, meeting_kind: object, shown_items: frozenset[str], closed_gone: frozenset[str]
    ) -> tuple[Entry, ...]:
        """`shown_items`: the items of the agenda; entries of others hang under 'no item'.
        `closed_gone`: items that are gone and were not public."""
        context = (meeting_kind, shown_items, closed_gone)
        if context != self._context:  # what entries inherit has changed
            self._context = context
            for thing in self.entries.values():
                thing.frozen = None
        things = map(self.entries.__getitem__, self._order)
        return tuple([thing.frozen or self._freeze(thing) for thing in things])

    def freeze_one(self, entry: str) -> Entry:
        """An entry just recorded, in the context of the last `freeze`."""
        return self._freeze(self.entries[entry])

    def withdrawn(self, shown: tuple[Entry, ...]) -> tuple[str, ...]:
        """Numbers that no shown entry bears any more."""
        borne = {entry.number for entry in shown}
        return tuple(number for number in self._all_numbers if number not in borne)

    def _put(self, entry: str, field: str, value: object) -> None:
        if (thing := self.entries.get(entry)) is not None:
            thing.put(field, value)

    def _give_tag(self, entry: str, kind: EntryKind) -> None:
        tags = self._tags_of.setdefault(entry, {})
        if kind not in tags:
            self._tags[kind] += 1
            tags[kind] = f"{TAG_LETTERS.get(kind, '·')}{self._tags[kind]}"

    def _place(self, change: c.EntryMoved) -> int:
        if change.after == "first":
            return 0
        if change.after in self._order:
            return self._order.index(change.after) + 1
        later = (at for at, entry in enumerate(self._order) if entry > change.entry)
        return next(later, len(self._order))

    def _freeze(self, thing: Thing[Entry]) -> Entry:
        meeting_kind, shown_items, closed_gone = self._context
        values = dict(thing.values)
        kind = cast("EntryKind", values["kind"])
        visibility = values["visibility"] or _default_visibility(kind, meeting_kind)
        tag = self._tags_of[thing.id][kind]
        if kind == "note":
            tag = "i" if visibility == "internal" else "·"
        values |= {
            "visibility": visibility,
            "tag": tag,
            "number": self._numbers.get((thing.id, kind), ""),
            "item": values["item"] if values["item"] in shown_items else "",
            "is_orphaned": bool(values["item"]) and values["item"] not in shown_items,
            "is_from_closed_item": values["item"] in closed_gone,
            "conflicts": tuple((field, _as_text(value)) for field, value in thing.conflicts()),
        }
        form = ENTRY_TYPES[kind]
        known = {name: values[name] for name in form.__struct_fields__ if name in values}
        thing.frozen = form(id=thing.id, **cast("dict[str, Any]", known))
        return thing.frozen


def _default_visibility(kind: EntryKind, meeting_kind: object) -> Visibility:
    """In steering groups and bodies notes go into the minutes only if marked."""
    return "record" if kind == "note" and meeting_kind == "body" else "minutes"


def _as_text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(getattr(each, "name", str(each)) for each in value)
    return "" if value is None else str(getattr(value, "text", value))
