"""Places of cards on their board: up and down, to another column, groups as a whole. Each gives the
changes of one step; none: it cannot be done."""

from __future__ import annotations

from facilitator.meeting import changes as c
from facilitator.meeting.cards import Column, columns_of
from facilitator.meeting.model import Board, CardGroup, Contribution, Meeting


def card_moved_by(
    meeting: Meeting, board: Board, card: Contribution, by: int
) -> tuple[c.Change, ...]:
    """One place up (-1) or down (1) in its column; beyond the edge of a group into the next one,
    below the last group under none."""
    column = column_with(columns_of(meeting, board), card.id)
    if column is None:
        return ()
    groups = [each.group.id if each.group else "" for each in column.groups]
    at = groups.index(card.group)
    cards = [each.id for each in column.groups[at].cards]
    place = cards.index(card.id) + by
    if 0 <= place < len(cards):
        before = place if by > 0 else place - 1
        after = cards[before] if before >= 0 else "first"
        return (_to(card, column, card.group, after),)
    if by > 0 and at == len(groups) - 1 and card.group:
        return (_to(card, column, "", ""),)
    if not 0 <= at + by < len(groups):
        return ()
    return (_to(card, column, groups[at + by], "first" if by > 0 else ""),)


def card_to_column(board: Board, card: Contribution, place: int) -> tuple[c.Change, ...]:
    """To the end of another column, under no group."""
    if not 0 <= place < len(board.columns):
        return ()
    return (c.CardMoved(card=card.id, column=place),)


def group_to_column(
    meeting: Meeting, board: Board, group: CardGroup, place: int
) -> tuple[c.Change, ...]:
    """A group with all its cards to another column."""
    if not 0 <= place < len(board.columns):
        return ()
    cards = [card for card in meeting.contributions if card.group == group.id]
    moves = (c.CardMoved(card=k.id, column=place, card_group=group.id) for k in cards)
    return (c.CardGroupAmended(card_group=group.id, column=place), *moves)


def column_with(columns: tuple[Column, ...], thing: str) -> Column | None:
    """The column in which a card or a group hangs."""
    for column in columns:
        for group in column.groups:
            named = group.group is not None and group.group.id == thing
            if named or any(card.id == thing for card in group.cards):
                return column
    return None


def _to(card: Contribution, column: Column, group: str, after: str) -> c.CardMoved:
    named = next((g.group for g in column.groups if g.group and g.group.id == group), None)
    place = named.column if named else column.place
    return c.CardMoved(card=card.id, column=place, card_group=group, after=after)
