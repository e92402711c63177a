"""What happened to cards, their groups and boards, told in one line; a part of `told`."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import UNSET

from facilitator.meeting import changes as c
from facilitator.meeting.cards import number_of_cards
from facilitator.meeting.model import Meeting
from facilitator.saying import joined, ntr, tr

SHORT = 40
"""Characters of a card that are told where something else is told, too."""


def of_cards(change: c.Change, meeting: Meeting) -> str:
    """The line of one such change; empty for any other."""
    return _of_card(change, meeting) or _of_group(change, meeting) or _of_board(change, meeting)


def cards_told(changes: Iterable[c.Change]) -> str:
    """Many cards written in one step, counted; empty if it is none."""
    written = [change for change in changes if isinstance(change, c.CardWritten)]
    if not written:
        return ""
    cards = ntr("{n} card", "{n} cards", len(written))
    return joined(": ", (cards, f"{in_short(written[0].text)} …"))


def group_moved_told(changes: list[c.Change], meeting: Meeting) -> str:
    """A group that went to another column with all its cards; empty if it is none."""
    first = changes[0] if changes else None
    if not isinstance(first, c.CardGroupAmended) or first.column is UNSET:
        return ""
    group = meeting.card_group(first.card_group)
    board = meeting.board(group.board) if group else None
    columns = board.columns if board else ()
    place = columns[min(first.column, len(columns) - 1)] if columns else tr("one column")
    return tr("{card} → {place}", card=_group(first.card_group, meeting), place=place)


def in_short(text: str) -> str:
    """Enough of a card to know it by."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1].rstrip()}…"


def _of_card(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.CardWritten():
            return tr("card: {text}", text=" ".join(change.text.split()))
        case c.CardAmended():
            text = _card(change.card, meeting)
            if change.dots is None:
                return tr("{card}: no dots", card=text)
            if change.dots is not UNSET:
                return f"{text}: " + ntr("{n} dot", "{n} dots", change.dots)
            return tr("card changed: {text}", text=text)
        case c.CardMoved():
            place = _place(change, meeting)
            return tr("{card} → {place}", card=_card(change.card, meeting), place=place)
        case c.CardRemoved():
            return tr("card removed: {text}", text=_card(change.card, meeting))
    return ""


def _place(change: c.CardMoved, meeting: Meeting) -> str:
    """The group, else the column, else that it hangs under no group."""
    if (group := meeting.card_group(change.card_group)) is not None:
        return group.name
    card = meeting.card(change.card)
    board = meeting.board(card.board) if card is not None else None
    columns = board.columns if board else ()
    name = columns[min(change.column, len(columns) - 1)] if columns else ""
    return name or tr("no group")


def _of_group(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.CardGroupAdded():
            return tr("new group of cards: {name}", name=change.name)
        case c.CardGroupAmended():
            return tr("group of cards is now: {name}", name=_group(change.card_group, meeting))
        case c.CardGroupRemoved():
            return tr("group of cards dissolved: {name}", name=_group(change.card_group, meeting))
    return ""


def _of_board(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.BoardOpened():
            return tr("board: {prompt}", prompt=change.prompt)
        case c.BoardRemoved():
            board = meeting.board(change.board)
            return tr("board taken down: {prompt}", prompt=board.prompt if board else "")
        case c.BoardAmended():
            return _board_amended(change, meeting)
    return ""


def _board_amended(change: c.BoardAmended, meeting: Meeting) -> str:
    board = meeting.board(change.board)
    prompt = board.prompt if board else ""
    if change.columns is not UNSET:
        names = " | ".join(change.columns)
        return tr("columns: {names}", names=names) if names else tr("one column")
    if change.dots_each is not UNSET:
        if not change.dots_each:
            return tr("no more dots")
        each = ntr("{n} dot each", "{n} dots each", change.dots_each)
        voters = change.voters if isinstance(change.voters, int) else 0
        return f"{each} · " + ntr("{n} person", "{n} people", voters) if voters else each
    if change.are_dots_shown is not UNSET:
        return tr("dots are shown") if change.are_dots_shown else tr("dots are hidden")
    if change.item is not UNSET:
        item = meeting.item(change.item)
        number = item.number if item else tr("no item")
        return tr("board “{prompt}” belongs to {item}", prompt=prompt, item=number)
    if change.field is not UNSET:
        field = meeting.field(change.field)
        name = field.name if field else tr("no field")
        return tr("board “{prompt}” is about {field}", prompt=prompt, field=name)
    return tr("board: {prompt}", prompt=prompt)


def board_words(meeting: Meeting, board_id: str) -> str:
    """'Wohnen: 12 Karten' for lists; empty if there is no such board."""
    board = meeting.board(board_id)
    if board is None:
        return ""
    number = ntr("{n} card", "{n} cards", number_of_cards(meeting, board))
    item = meeting.item(board.item)
    where = f"{item.number} · " if item and item.number else ""
    return f"{where}{board.prompt} · {number}"


def _card(card_id: str, meeting: Meeting) -> str:
    card = meeting.card(card_id)
    return in_short(card.text) if card else tr("card")


def _group(group_id: str, meeting: Meeting) -> str:
    group = meeting.card_group(group_id)
    return group.name if group else tr("group")
