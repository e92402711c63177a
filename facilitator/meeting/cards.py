"""Boards of cards as they hang: columns, named groups, and what became of a card (Metaplan method:
collect, group under a heading, weigh, agree on what follows)."""

from __future__ import annotations

from msgspec import Struct

from facilitator.meeting.dots import dots_stuck, most_dots_first
from facilitator.meeting.model import Board, CardGroup, Contribution, Entry, Meeting


class GroupOfCards(Struct, frozen=True):
    """Cards under one heading; `group` None: those under none."""

    group: CardGroup | None
    cards: tuple[Contribution, ...]


class Column(Struct, frozen=True):
    """`place` from 0. `name` empty: the board has no columns. Named groups first, in the order in
    which they were made, empty ones too; then the cards under none, if there are any."""

    place: int
    name: str
    groups: tuple[GroupOfCards, ...]

    @property
    def cards(self) -> tuple[Contribution, ...]:
        return tuple(card for group in self.groups for card in group.cards)


def columns_of(meeting: Meeting, board: Board, *, by_dots: bool = False) -> tuple[Column, ...]:
    """All cards of a board. Where it has fewer columns than its cards say, they hang in the last
    one: none is ever lost. `by_dots`: within each group those with most dots first."""
    names = board.columns or ("",)
    last = len(names) - 1
    cards = [card for card in meeting.contributions if card.board == board.id]
    groups = [group for group in meeting.card_groups if group.board == board.id]
    columns = []
    for place, name in enumerate(names):
        here = tuple(card for card in cards if min(card.column, last) == place)
        if by_dots:
            here = most_dots_first(here)
        found = [
            GroupOfCards(group, tuple(card for card in here if card.group == group.id))
            for group in groups
            if min(group.column, last) == place
        ]
        known = {each.group.id for each in found if each.group is not None}
        if free := tuple(card for card in here if card.group not in known):
            found.append(GroupOfCards(None, free))
        columns.append(Column(place, name, tuple(found)))
    return tuple(columns)


def boards_of(meeting: Meeting, item: str) -> tuple[Board, ...]:
    """The boards opened under an item (empty: under none), the oldest first."""
    return tuple(board for board in meeting.boards if board.item == item)


def board_in_use(meeting: Meeting, item: str) -> Board | None:
    """The board a card goes to while `item` runs: the last one of the item, else the last of all.
    None: there is none yet."""
    boards = boards_of(meeting, item) or meeting.boards
    return boards[-1] if boards else None


def number_of_cards(meeting: Meeting, board: Board) -> int:
    return sum(card.board == board.id for card in meeting.contributions)


def made_of(meeting: Meeting, thing: str) -> tuple[Entry, ...]:
    """What became of a card or a group: the entries linked to it."""
    return tuple(entry for entry in meeting.entries if thing and entry.link == thing)


class WallCard(Struct, frozen=True):
    """`dots` None: not weighed, or the dots are not to be seen yet."""

    text: str
    dots: int | None = None


class WallGroup(Struct, frozen=True):
    """`name` empty: cards under no heading."""

    name: str
    cards: tuple[WallCard, ...]


class WallColumn(Struct, frozen=True):
    name: str
    groups: tuple[WallGroup, ...]

    @property
    def number(self) -> int:
        return sum(len(group.cards) for group in self.groups)


class WallBoard(Struct, frozen=True):
    """What the room may see of a board. `field`: name of the field of action, or empty."""

    prompt: str
    field: str
    columns: tuple[WallColumn, ...]
    are_dots_shown: bool
    stuck: int
    """Dots counted so far; 0 while they are not to be seen."""


def board_for_wall(meeting: Meeting, board: Board) -> WallBoard:
    """The board without a single number while people still stick their dots: who sees where the
    others stuck theirs follows them. Once they are shown, most dots first."""
    shown = board.are_dots_shown
    columns = tuple(
        WallColumn(
            column.name,
            tuple(
                WallGroup(
                    each.group.name if each.group else "",
                    tuple(WallCard(c.text, c.dots if shown else None) for c in each.cards),
                )
                for each in column.groups
                if each.cards
            ),
        )
        for column in columns_of(meeting, board, by_dots=shown)
    )
    field = meeting.field(board.field)
    return WallBoard(
        prompt=board.prompt,
        field=field.name if field else "",
        columns=columns,
        are_dots_shown=shown,
        stuck=dots_stuck(meeting, board) if shown else 0,
    )
