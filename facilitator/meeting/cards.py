"""Boards of cards as they hang: columns, named groups, and what became of a card (Metaplan method:
collect, group under a heading, weigh, agree on what follows)."""

from __future__ import annotations

from msgspec import Struct

from facilitator.meeting.dots import most_dots_first
from facilitator.meeting.model import Board, CardGroup, Contribution, Meeting


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
