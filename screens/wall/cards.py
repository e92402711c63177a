"""Cards under their question, in columns and groups: only their text."""

from __future__ import annotations

from itertools import zip_longest

from rich.cells import cell_len

from facilitator.folding import display
from facilitator.i18n import ptr
from facilitator.meeting.cards import columns_of
from facilitator.meeting.model import Board, Meeting
from screens.wall.lines import EMPTY, Look, Span, WallLine, line
from screens.wall.scene import Scene, framed, meeting_and_clock, page_words
from screens.widgets.columns import padded
from screens.widgets.entry_rows import wrapped

NARROWEST = 24
"""Cells a column needs beside others."""
GAP = 3

Written = tuple[str, Look]


def cards_view(scene: Scene) -> list[WallLine]:
    board = scene.meeting.board(scene.subject)
    if board is None:
        return meeting_and_clock(scene)
    names = board.columns or ("",)
    beside = max(1, min(len(names), (scene.space + GAP) // (NARROWEST + GAP)))
    width = (scene.space - GAP * (beside - 1)) // beside
    found: list[list[list[Written]]] = []
    for first in range(0, len(names), beside):
        columns = [
            _pages(scene.meeting, board, at, names[at], width, scene.room)
            for at in range(first, min(first + beside, len(names)))
        ]
        count = max(map(len, columns))
        found += [[each[at] if at < len(each) else [] for each in columns] for at in range(count)]
    shown = found[scene.page_of(len(found))]
    body = [_row(scene, cells, width) for cells in zip_longest(*shown)]
    if not any(card.board == board.id for card in scene.meeting.contributions):
        body += [EMPTY, line(ptr("wall", "No cards yet."), "quiet", scene.margin)]
    return framed(scene, board.prompt, body, page_words(scene, len(found)))


def _row(scene: Scene, cells: tuple[Written | None, ...], width: int) -> WallLine:
    spans = [Span(" " * scene.margin)]
    for at, cell in enumerate(cells):
        text, look = cell or ("", "text")
        is_last = at == len(cells) - 1
        spans.append(Span(text if is_last else padded_cells(text, width + GAP), look))
    return WallLine(tuple(spans))


def padded_cells(text: str, width: int) -> str:
    """Indented text in exactly `width` cells; it fits already."""
    return text + " " * max(0, width - cell_len(text))


def _pages(
    meeting: Meeting, board: Board, column: int, name: str, width: int, room: int
) -> list[list[Written]]:
    """The cards of one column, group by group, on pages; the name of the column on each."""
    head: list[Written] = [(padded(display(name.upper()), width), "head"), ("", "text")]
    head = head if name else []
    found: list[list[Written]] = []
    page = list(head)
    for block in _blocks(meeting, board, column, width):
        if len(page) > len(head) and len(page) + len(block) > room:
            found.append(page)
            page = list(head)
        page += [*block[: max(1, room - len(head))], ("", "text")]
    return [*found, page]


def _blocks(meeting: Meeting, board: Board, column: int, width: int) -> list[list[Written]]:
    blocks: list[list[Written]] = []
    for group in columns_of(meeting, board)[column].groups:
        for at, card in enumerate(group.cards):
            if group.group is None:
                blocks.append([(text, "text") for text in _wrapped(card.text, width)])
                continue
            title: list[Written] = [] if at else _title(group.group.name, width)
            texts = [("  " + text, "text") for text in _wrapped(card.text, width - 2)]
            blocks.append([*title, *texts])  # type: ignore[list-item]
    return blocks


def _title(name: str, width: int) -> list[Written]:
    return [(padded(display(name), width), "quiet"), ("", "text")] if name else []


def _wrapped(text: str, width: int) -> list[str]:
    return wrapped(" ".join(text.split()), max(4, width))
