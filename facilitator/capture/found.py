"""What has been found so far in the text of one entry: owners, due, field, their chips, and the
parts of the text they were read from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from facilitator.capture.due import DueReading
from facilitator.capture.names import Known, Names, bare_words
from facilitator.capture.phrases import DUE, chosen_due, due_chips
from facilitator.capture.reading import Chip, ChipState, Context
from facilitator.capture.sentence import without
from facilitator.capture.tokens import Named
from facilitator.i18n import words as texts
from facilitator.meeting.model import Due, FieldOfAction, Owner


class Values(Struct, frozen=True, kw_only=True):
    """`text` is what remains. `is_marked`: a sign, a bracket or a due phrase said who or when, so
    that a bullet becomes an action item. `was_taken`: so did an offered chip."""

    text: str
    owners: tuple[Owner, ...] = ()
    due: Due | None = None
    field: FieldOfAction | None = None
    chips: tuple[Chip, ...] = ()
    problem: str = ""
    is_marked: bool = False
    was_taken: bool = False


_ORDER = ("owner", "due", "field")
"""Chips as they stand under the line."""


class Found:
    """What has been found so far in one text."""

    def __init__(self, text: str, names: Names, context: Context) -> None:
        self.text = text
        self.names = names
        self.context = context
        self.cut: list[tuple[int, int]] = []
        self.owners: list[Owner] = []
        self.due: DueReading | None = None
        self.field: FieldOfAction | None = None
        self.chips: list[Chip] = []
        self.was_taken = False
        self._keys: set[str] = set()

    def add_names(self, named: tuple[Named, ...], state: ChipState = "taken") -> bool:
        """Each name as an owner; False if the user gave one of them back."""
        keys = [owner_key(each) for each in named]
        if any(key in self.context.refused for key in keys):
            return False
        for each, key in zip(named, keys, strict=True):
            if key in self._keys:
                continue
            self._keys.add(key)
            begun, offered = self.begun(each), begun_key(each)
            if begun is not None and offered in self.context.taken:
                self.owners.append(begun.owner())
                self.chips.append(Chip(key=key, kind="owner", state=state, label=begun.label))
                continue
            self.owners.append(owner_of(each))
            if begun is not None and offered not in self.context.refused:
                self.chips.append(begun_chip(each, begun))
            else:
                self.chips.append(owner_chip(each, key, state, self.context))
        return True

    def add_due(self, due: DueReading, state: ChipState = "taken") -> bool:
        if self.due is not None or DUE in self.context.refused:
            return False
        self.due = due
        self.chips.extend(due_chips(due, state, self.context))
        return True

    def begun(self, named: Named) -> Known | None:
        """Whom a name that nobody has may mean: the only person whose surname begins so."""
        return self.names.register.begun(named.text) if named.match is None else None

    def has_key(self, key: str) -> bool:
        return key in self._keys

    def values(self, *, problem: str = "", is_marked: bool = True) -> Values:
        return Values(
            text=without(self.text, self.cut),
            owners=tuple(self.owners),
            due=chosen_due(self.due, self.context) if self.due else None,
            field=self.field,
            chips=tuple(sorted(self.chips, key=lambda chip: _ORDER.index(chip.kind))),
            problem=problem,
            is_marked=is_marked and bool(self.owners or self.due),
            was_taken=self.was_taken,
        )

    def uncut(self) -> Iterator[tuple[int, int]]:
        """The stretches of text between what was cut, the last one first."""
        ends = [(len(self.text), len(self.text)), *sorted(self.cut, reverse=True)]
        for later, earlier in zip(ends, [*ends[1:], (0, 0)], strict=True):
            if self.text[earlier[1] : later[0]].strip():
                yield earlier[1], later[0]


def owner_of(named: Named) -> Owner:
    """Somebody known, or the name as typed (also where two people are called so)."""
    if named.match and (one := named.match.one):
        return one.owner()
    return Owner(name=named.text.strip(), kind="name")


def owner_key(named: Named) -> str:
    return "owner:" + (named.match.key if named.match else " ".join(bare_words(named.text)))


def begun_key(named: Named) -> str:
    return f"begun:{' '.join(bare_words(named.text))}"


def begun_chip(named: Named, begun: Known) -> Chip:
    """'Astrid Lindqvist (VHS)?' for '>Lind': never guessed, Tab takes it."""
    return Chip(key=begun_key(named), kind="owner", state="offered", label=begun.label)


def owner_chip(named: Named, key: str, state: ChipState, context: Context) -> Chip:
    """'Marta Nowak (Caritas)'; 'new?' behind a name nobody has, 'which one?' behind one that
    several people have."""
    tr = texts(context.language).tr
    if named.match is None:
        return Chip(key=key, kind="owner", state=state, label=named.text, note=tr("new?"))
    if (one := named.match.one) is None:
        return Chip(key=key, kind="owner", state="offered", label=named.text, note=tr("which one?"))
    return Chip(key=key, kind="owner", state=state, label=one.label)
