"""Cards as the lines of their columns. Pure: the room puts them into its widget. Lines of cards
that stayed the same values are made once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from rich.cells import cell_len

from facilitator.folding import display
from facilitator.i18n import ntr, tr
from facilitator.meeting.cards import Column, columns_of
from facilitator.meeting.dots import DotCount, count_dots
from facilitator.meeting.model import Board, Contribution, Meeting
from screens.widgets.columns import cut, padded
from screens.widgets.entry_rows import NARROW, RIGHT_MARGIN, TEXT_AT, Piece, wrapped
from screens.widgets.entry_rows import Row as EntryRow

INDENT = 3
DOTS = 5
"""Cells for the dots at the right of a card, and the margin behind them."""
FEW, MANY = 4, 12
"""Lines of a long card; of the chosen one."""
NARROWEST = 36
"""Cells a column needs beside others."""

Look = Literal["card", "chosen", "group", "quiet", "head", "rule", "warning"]


class CardRow(NamedTuple):
    """One line of a column, exactly as wide as it. `id`: the card or group it belongs to."""

    id: str
    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class ColumnView:
    """`head` stays, `body` scrolls; `anchor`: the row that must be seen."""

    head: tuple[CardRow, ...]
    body: tuple[CardRow, ...]
    width: int
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class BoardView:
    """`tabs`: one line that names all columns where only one of them is shown, or empty."""

    columns: tuple[ColumnView, ...]
    tabs: CardRow | None = None


def is_side_by_side(number: int, width: int) -> bool:
    return number == 1 or (width - number + 1) // number >= NARROWEST


def widths_of(number: int, width: int) -> tuple[int, ...]:
    """Cells of each column, a line between them; what is over goes to the first ones."""
    each, over = divmod(max(number, width - number + 1), number)
    return tuple(each + (place < over) for place in range(number))


def choosable(columns: tuple[Column, ...], place: int) -> tuple[str, ...]:
    """Ids of the groups and cards of a column in the order of the eye."""
    if not 0 <= place < len(columns):
        return ()
    found: list[str] = []
    for group in columns[place].groups:
        if group.group is not None:
            found.append(group.group.id)
        found += [card.id for card in group.cards]
    return tuple(found)


class CardRows:
    """Makes the lines; keeps those of cards that stayed the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[object, tuple[CardRow, ...]]] = {}

    def empty(self) -> BoardView:
        """Nothing hangs here: the board is gone."""
        self._known = {}
        return BoardView(())

    def view(
        self, meeting: Meeting, board: Board, width: int, *, place: int, chosen: str, seen: str
    ) -> BoardView:
        """All columns beside each other where they are wide enough, else the one at `place`.
        `chosen`: card or group; `seen`: the one that must be seen."""
        columns = columns_of(meeting, board, by_dots=board.are_dots_shown)
        count = count_dots(meeting, board)
        told = _linked(meeting)
        beside = is_side_by_side(len(columns), width)
        shown = columns if beside else (columns[place],)
        widths = widths_of(len(shown), width)
        fresh: dict[str, tuple[object, tuple[CardRow, ...]]] = {}
        dotted = [c.place for c in columns if any(card.dots is not None for card in c.cards)]
        views = []
        for column, cells in zip(shown, widths, strict=True):
            has_dots = column.place in dotted
            is_here = column.place == place
            body: list[CardRow] = []
            for at, group in enumerate(column.groups):
                if at:
                    body.append(_row("", "", cells, "card"))
                body += _group_head(group.group, len(column.groups), cells, chosen, told)
                for card in group.cards:
                    key = (card, cells, card.id == chosen, told.get(card.id, ""), has_dots)
                    old = self._known.get(card.id)
                    rows = old[1] if old is not None and old[0] == key else _card(*key)
                    fresh[card.id] = (key, rows)
                    body += rows
            if dotted and column.place == dotted[-1]:
                body += [_row("", "", cells, "card"), _sum(count, cells)]
            if not column.cards and len(column.groups) == 0:
                body.append(_row("", tr("no card yet"), cells, "quiet"))
            head = _head(column, cells, is_here and beside and len(columns) > 1, has_dots)
            anchor = seen if is_here else ""
            views.append(ColumnView(head if beside else (), tuple(body), cells, anchor))
        self._known.update(fresh)
        return BoardView(tuple(views), None if beside else tabs(columns, place, width))


def tabs(columns: tuple[Column, ...], place: int, width: int) -> CardRow:
    """'Bestand 6 │ ▸ HANDLUNGSBEDARF 7 │ …': all columns by name, the shown one in capitals."""
    room = max(6, width // len(columns) - 8)
    names = [
        f"▸ {cut(c.name or tr('Cards'), room).upper()} {len(c.cards)}"
        if c.place == place
        else f"{cut(c.name or tr('Cards'), room)} {len(c.cards)}"
        for c in columns
    ]
    return CardRow("", padded_line(" " + " │ ".join(names), width), "head")


def sum_words(count: DotCount) -> str:
    """'73 von 124 Punkten (62 × 2)'; without a limit only how many there are."""
    if count.limit is None:
        return ntr("{n} dot", "{n} dots", count.stuck)
    return tr(
        "{stuck} of {limit} dots ({voters} × {each})",
        stuck=count.stuck, limit=count.limit, voters=count.voters, each=count.each,
    )  # fmt: skip


def padded_line(text: str, width: int) -> str:
    """In exactly `width` cells; blanks inside stay."""
    gap = width - cell_len(text)
    if gap >= 0:
        return text + " " * gap
    lead = text[: len(text) - len(text.lstrip())]
    return lead + padded(text.strip(), max(0, width - len(lead)))


def _row(row_id: str, text: str, width: int, look: Look) -> CardRow:
    return CardRow(row_id, padded_line(" " * INDENT + text if text else "", width), look)


def _linked(meeting: Meeting) -> dict[str, str]:
    """'→ M7, B2' for each card or group something became of."""
    tags: dict[str, list[str]] = {}
    for entry in meeting.entries:
        if entry.link:
            tags.setdefault(entry.link, []).append(entry.tag)
    for item in meeting.agenda_items:
        if item.link:
            tags.setdefault(item.link, []).append(tr("item {number}", number=item.number))
    return {link: f"→ {', '.join(found)}" for link, found in tags.items()}


def _head(column: Column, width: int, is_here: bool, has_dots: bool) -> tuple[CardRow, ...]:
    count = str(len(column.cards))
    dots = f"{count}   {tr('Dots')}" if has_dots else count
    name = cut(column.name or tr("Cards"), max(4, width - cell_len(dots) - 5)).upper()
    mark = "▸" if is_here else " "
    gap = width - cell_len(name) - cell_len(dots) - 4
    text = f"{mark} {name}{' ' * max(1, gap)}{dots}  "
    return (CardRow("", padded_line(text, width), "head"), CardRow("", " " * width, "card"))


def _group_head(
    group: object, number: int, width: int, chosen: str, told: dict[str, str]
) -> list[CardRow]:
    name, group_id = getattr(group, "name", ""), getattr(group, "id", "")
    if not group_id:
        return [_row("", tr("no group"), width, "quiet")] if number > 1 else []
    is_chosen = group_id == chosen
    links = told.get(group_id, "")
    space = width - INDENT - 1 - (cell_len(links) + 2 if links else 0)
    text = cut(display(name).upper(), max(4, space))
    mark = " ▸ " if is_chosen else "   "
    line = f"{mark}{text}{f'  {links}' if links else ''}"
    return [CardRow(group_id, padded_line(line, width), "chosen" if is_chosen else "group")]


def _card(
    card: Contribution, width: int, is_chosen: bool, links: str, has_dots: bool
) -> tuple[CardRow, ...]:
    space = max(4, width - INDENT - 1 - (DOTS if has_dots else 0))
    lines = wrapped(_breakable(card.text, space), space)
    most = MANY if is_chosen else FEW
    if len(lines) > most:
        over = len(lines) - most + 1
        more = "… " + ntr("{n} more line", "{n} more lines", over)
        lines = [*lines[: most - 1], cut(more, space)]
    if links:
        if cell_len(lines[-1]) + 2 + cell_len(links) <= space:
            lines[-1] += f"  {links}"
        else:
            lines.append(cut(links, space))
    look: Look = "chosen" if is_chosen else "card"
    rows = []
    for at, line in enumerate(lines):
        mark = " ▸ " if is_chosen and not at else "   "
        dots = f"{card.dots:>4}" if card.dots is not None and not at else ""
        gap = width - INDENT - cell_len(line) - cell_len(dots) - 2
        text = f"{mark}{line}{' ' * gap}{dots}  " if dots else f"{mark}{line}"
        rows.append(CardRow(card.id, padded_line(text, width), look))
    return tuple(rows)


def _breakable(text: str, width: int) -> str:
    """A word too long for a line may be parted behind its hyphens."""
    return " ".join(
        word if cell_len(word) <= width else word.replace("-", "- ") for word in text.split(" ")
    )


def _sum(count: DotCount, width: int) -> CardRow:
    words = sum_words(count)
    is_over = count.left is not None and count.left < 0
    if is_over:
        words = tr("{words}: {n} too many", words=words, n=-(count.left or 0))
    text = padded_line(" " * INDENT + words, width)
    return CardRow("", text, "warning" if is_over else "quiet")


LAST = 3
"""Cards shown under the item in the live screen."""


def compact_rows(board: Board, meeting: Meeting, width: int) -> tuple[EntryRow, ...]:
    """The board in the live screen: its question, how many cards, the last ones."""
    is_narrow = width < NARROW
    lead = "K " if is_narrow else f" {board.at.at:%H:%M}  {'K':<3} ".ljust(TEXT_AT)
    indent = " " * len(lead)
    space = max(8, width - len(lead) - (1 if is_narrow else RIGHT_MARGIN))
    columns = columns_of(meeting, board)
    number = sum(len(column.cards) for column in columns)
    count = ntr("{n} card", "{n} cards", number)
    lines = wrapped(board.prompt, max(8, space - cell_len(count) - 2))
    rows = [
        EntryRow(indent if at else lead, (Piece(line, "text"),), "" if at else count)
        for at, line in enumerate(lines)
    ]
    if len(columns) > 1:
        names = " · ".join(f"{column.name} {len(column.cards)}" for column in columns)
        rows += [EntryRow(indent, (Piece(line, "detail"),)) for line in wrapped(names, space)]
    cards = [card for column in columns for card in column.cards]
    for card in sorted(cards, key=lambda card: card.id)[-LAST:]:
        rows.append(EntryRow(indent, (Piece(cut(display(card.text), space), "detail"),)))
    return tuple(rows)
