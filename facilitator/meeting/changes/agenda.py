"""What happens to the agenda and its clock."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, UnsetType

from facilitator.meeting.changes.base import Amendment, Happening
from facilitator.meeting.model import Purpose


class AgendaItemAdded(Happening, frozen=True, kw_only=True):
    """`after`: id of the sibling it follows; empty: last among its siblings; "first": in front."""

    title: str
    id: str = ""
    parent: str = ""
    after: str = ""
    short_title: str = ""
    planned_minutes: int | None = None
    presenter: str = ""
    public: bool = True
    group: str = ""
    field: str = ""
    purpose: Purpose = ""
    fixed_start: str = ""
    agreed_end: str = ""
    is_protected: bool = False
    paper: str = ""
    link: str = ""
    minutes_of: str = ""


class AgendaItemAmended(Amendment, frozen=True, kw_only=True):
    item: str
    title: str | UnsetType = UNSET
    short_title: str | UnsetType = UNSET
    planned_minutes: int | None | UnsetType = UNSET
    presenter: str | UnsetType = UNSET
    public: bool | UnsetType = UNSET
    group: str | UnsetType = UNSET
    field: str | UnsetType = UNSET
    result: str | UnsetType = UNSET
    fixed_start: str | UnsetType = UNSET
    agreed_end: str | UnsetType = UNSET
    is_protected: bool | UnsetType = UNSET
    paper: str | UnsetType = UNSET
    purpose: Purpose | UnsetType = UNSET
    minutes_of: str | UnsetType = UNSET


class AgendaItemMoved(Happening, frozen=True, kw_only=True):
    """Its sub-items go with it. `after` as in `AgendaItemAdded`."""

    item: str
    parent: str = ""
    after: str = ""


class AgendaItemRemoved(Happening, frozen=True, kw_only=True):
    """Its sub-items go with it; its entries hang under 'no item' and return with it."""

    item: str


class ItemStarted(Happening, frozen=True, kw_only=True):
    """The clock of this item runs; that of the item before stops. `interrupts`: the one before
    is not done, it goes on afterwards (a break in the middle of an item)."""

    item: str
    interrupts: bool = False


class ItemEnded(Happening, frozen=True, kw_only=True):
    item: str


class ItemSkipped(Happening, frozen=True, kw_only=True):
    item: str


class ItemDeferred(Happening, frozen=True, kw_only=True):
    item: str
    to: Literal["next_meeting", "parking_lot"] = "next_meeting"


class ItemReopened(Happening, frozen=True, kw_only=True):
    """Skipped, deferred or done by mistake: open again, its time so far stays."""

    item: str


class BiasDeclared(Happening, frozen=True, kw_only=True):
    """Somebody does not take part in this item; back by `BiasEnded` or when it is over."""

    item: str
    name: str
    person: str = ""


class BiasEnded(Happening, frozen=True, kw_only=True):
    item: str
    name: str
    person: str = ""


class BiasDenied(Happening, frozen=True, kw_only=True):
    """Asked, and nobody declared to be biased."""

    item: str
