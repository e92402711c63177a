"""What happens to cards, their groups and boards."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from facilitator.meeting.changes.base import Amendment, Happening


class BoardOpened(Happening, frozen=True, kw_only=True):
    prompt: str
    item: str = ""
    columns: tuple[str, ...] = ()
    field: str = ""
    dots_each: int | None = None
    voters: int | None = None


class BoardAmended(Amendment, frozen=True, kw_only=True):
    board: str
    prompt: str | UnsetType = UNSET
    item: str | UnsetType = UNSET
    columns: tuple[str, ...] | UnsetType = UNSET
    field: str | UnsetType = UNSET
    dots_each: int | None | UnsetType = UNSET
    voters: int | None | UnsetType = UNSET
    are_dots_shown: bool | UnsetType = UNSET


class BoardRemoved(Happening, frozen=True, kw_only=True):
    """Its cards and card groups go with it and return with it."""

    board: str


class CardWritten(Happening, frozen=True, kw_only=True):
    """`board` may be unknown: then the card hangs under no board and is still kept."""

    text: str
    board: str = ""
    column: int = 0
    card_group: str = ""
    line: str = ""


class CardAmended(Amendment, frozen=True, kw_only=True):
    card: str
    text: str | UnsetType = UNSET
    dots: int | None | UnsetType = UNSET


class CardMoved(Happening, frozen=True, kw_only=True):
    """To a column and group; `after`: id of a card, "first", or empty: last."""

    card: str
    column: int = 0
    card_group: str = ""
    after: str = ""


class CardRemoved(Happening, frozen=True, kw_only=True):
    card: str


class CardGroupAdded(Happening, frozen=True, kw_only=True):
    board: str
    name: str
    column: int = 0


class CardGroupAmended(Amendment, frozen=True, kw_only=True):
    """Cards that are not moved to another column with it hang under no group."""

    card_group: str
    name: str | UnsetType = UNSET
    column: int | UnsetType = UNSET


class CardGroupRemoved(Happening, frozen=True, kw_only=True):
    """Its cards hang under no group."""

    card_group: str
