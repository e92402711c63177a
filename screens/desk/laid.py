"""A paper as lines of a terminal: blocks laid out to a width, words wrapped, tables in columns.

Pure: from values to values, so that what did not change need not be laid out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len, set_cell_size

from facilitator.minutes.paper.model import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Resolution,
    Run,
    Runs,
    Signatures,
    Table,
    TableRow,
)

Look = Literal["", "strong", "title", "heading", "quiet", "frame"]
Piece = tuple[str, Look]

_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff]")
"""What a terminal would take for an order, or what turns the direction of writing."""
_BREAKABLE = re.compile(r"\S+\s*|\s+")
GAP = 2
"""Blanks between the columns of a table."""
LONG_WORD = 14
"""Cells of a word that are not broken in a column if there is any room."""
LEAST = 8
"""Cells of a column below which a table is no table any more."""


@dataclass(frozen=True, slots=True)
class Line:
    """`about`: the id of what it speaks of, or empty."""

    pieces: tuple[Piece, ...] = ()
    about: str = ""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


EMPTY = Line()


def paper_lines(paper: Paper, width: int, kept: dict[tuple[Block, int], tuple[Line, ...]]
                ) -> tuple[Line, ...]:  # fmt: skip
    """The whole paper. `kept`: blocks laid out before, by their value and the width; afterwards
    it holds those of this paper and no others."""
    fresh: dict[tuple[Block, int], tuple[Line, ...]] = {}
    lines: list[Line] = list(wrapped((Run(paper.title),), width, "title", about="title"))
    for part in paper.parts:
        before: Block | None = None
        if part.starts_page and part.blocks:
            lines += [EMPTY, Line((("─" * width, "frame"),))]
        for block in part.blocks:
            key = (block, width)
            found = kept.get(key) or fresh.get(key)
            if found is None:
                found = tuple(block_lines(block, width))
            fresh[key] = found
            if not _belongs_to(before, block):
                lines.append(EMPTY)
            lines += found
            before = block
    kept.clear()
    kept.update(fresh)
    return tuple(lines)


def _belongs_to(before: Block | None, block: Block) -> bool:
    """No empty line between a label and what it is the label of."""
    return isinstance(before, Paragraph) and before.role == "label"


def block_lines(block: Block, width: int) -> Iterator[Line]:
    match block:
        case Heading():
            yield from _heading(block, width)
        case Paragraph():
            look: Look = "quiet" if block.role in ("facts", "remark", "note") else ""
            yield from wrapped(block.runs, width, look, about=block.about)
        case Bullets():
            for bullet in block.items:
                lead = "  " * bullet.depth + "· "
                yield from _hanging(lead, bullet.runs, width, bullet.about)
        case Facts():
            yield from _facts(block, width)
        case Table():
            yield from _table(block, width)
        case Resolution():
            yield from _resolution(block, width)
        case Signatures():
            for line in block.lines:
                yield EMPTY
                yield Line((("_" * min(36, width), "frame"),))
                who = f"{line.role}: {line.name}" if line.name else line.role
                yield from wrapped((Run(who),), width)


def _heading(heading: Heading, width: int) -> Iterator[Line]:
    look: Look = "title" if heading.level <= 1 else "heading"
    beside = _clean(heading.beside)
    lines = list(wrapped(heading.runs, width, look, about=heading.about))
    if beside and lines:
        space = width - cell_len(lines[-1].text) - cell_len(beside)
        if space < 2:
            lines.append(Line((), heading.about))
            space = width - cell_len(beside)
        last = lines[-1]
        if space >= 0:
            pieces = (*last.pieces, (" " * space, ""), (beside, "quiet"))
            lines[-1] = Line(pieces, heading.about)
    yield from lines


def _facts(facts: Facts, width: int) -> Iterator[Line]:
    longest = max((cell_len(_clean(row.label)) for row in facts.rows), default=0)
    at = min(longest + 2, max(10, width // 3))
    for row in facts.rows:
        label = _clean(row.label)
        if cell_len(label) > at - 2:
            label = set_cell_size(label, at - 3) + "…"
        lead = label + " " * (at - cell_len(label))
        yield from _hanging(lead, row.runs, width, row.about, "quiet")


def _resolution(resolution: Resolution, width: int) -> Iterator[Line]:
    inner = max(4, width - 4)
    lines = list(wrapped(resolution.title, inner, about=resolution.about))
    lines += wrapped((Run(resolution.wording, is_strong=True),), inner, about=resolution.about)
    for block in resolution.blocks:
        lines += block_lines(block, inner)
    for line in lines:
        fill = " " * (inner - cell_len(line.text))
        pieces: tuple[Piece, ...] = (("│ ", "frame"), *line.pieces, (f"{fill} │", "frame"))
        yield Line(pieces, resolution.about)


# -- tables -----------------------------------------------------------------------------------


def _table(table: Table, width: int) -> Iterator[Line]:
    count = len(table.columns)
    if not count or (width - GAP * (count - 1)) // count < LEAST:
        yield from _listed(table, width)
        return
    widths = _widths(table, width - GAP * (count - 1))
    titles = tuple((Run(column.title),) for column in table.columns)
    if any(column.title for column in table.columns):
        yield from _row(TableRow(cells=titles), table, widths, "quiet")
    for row in table.rows:
        yield from _row(row, table, widths, "strong" if row.is_total else "")


def _listed(table: Table, width: int) -> Iterator[Line]:
    """Where there is no room for columns: the cells one behind the other."""
    for row in table.rows:
        runs: list[Run] = []
        for cell in row.cells:
            if any(run.text for run in cell):
                runs += [Run(" · "), *cell] if runs else list(cell)
        yield from _hanging("", tuple(runs), width, row.about, hang=2)


def _widths(table: Table, space: int) -> list[int]:
    """Columns as wide as they need. Where that is too much, each has its longest word at least, as
    far as that goes, and what is left is given by their shares."""
    wanted, least = [], []
    for at, column in enumerate(table.columns):
        cells = [_plain(row.cells[at]) for row in table.rows if at < len(row.cells)]
        lines = [_clean(line) for cell in (column.title, *cells) for line in cell.split("\n")]
        words = [cell_len(word) for line in lines for word in line.split()]
        wanted.append(max(1, *map(cell_len, lines)))
        least.append(min(max(1, *words), LONG_WORD) if words else 1)
    if sum(wanted) <= space:
        return wanted
    found = least if sum(least) <= space else [1] * len(wanted)
    left = space - sum(found)
    while left > 0 and (waiting := [at for at in range(len(found)) if found[at] < wanted[at]]):
        total = sum(max(1, table.columns[at].share) for at in waiting)
        spare = left
        for at in waiting:
            share = max(1, spare * max(1, table.columns[at].share) // total)
            given = min(wanted[at] - found[at], share, left)
            found[at] += given
            left -= given
    return found


def _row(row: TableRow, table: Table, widths: list[int], look: Look) -> Iterator[Line]:
    cells = []
    for at, width in enumerate(widths):
        runs = row.cells[at] if at < len(row.cells) else ()
        cells.append([line.pieces for line in wrapped(runs, width, look)])
    last = len(widths) - 1
    for y in range(max(1, *(len(cell) for cell in cells))):
        pieces: list[Piece] = []
        for at, width in enumerate(widths):
            own = cells[at][y] if y < len(cells[at]) else ()
            fill = " " * (width - sum(cell_len(text) for text, _ in own))
            if table.columns[at].is_number:
                pieces += [(fill, ""), *own]
            else:
                pieces += [*own, (fill, "")] if at < last else list(own)
            if at < last:
                pieces.append((" " * GAP, ""))
        yield Line(tuple(piece for piece in pieces if piece[0]), row.about)


# -- words ------------------------------------------------------------------------------------


def _hanging(
    lead: str, runs: Runs, width: int, about: str, look: Look = "", hang: int | None = None
) -> Iterator[Line]:
    """The first line behind `lead`, the others under it."""
    at = cell_len(lead)
    hang = at if hang is None else hang
    for place, line in enumerate(wrapped(runs, max(4, width - max(at, hang)))):
        before: Piece = (lead, look) if place == 0 else (" " * hang, "")
        yield Line((before, *line.pieces) if before[0] else line.pieces, about)


def wrapped(runs: Iterable[Run], width: int, look: Look = "", *, about: str = "") -> list[Line]:
    """Lines of at most `width` cells, broken between words, in a long word where it must be; line
    breaks of the text stay. At least one line."""
    width = max(1, width)
    lines: list[list[Piece]] = [[]]
    used = 0
    for run in runs:
        own: Look = "strong" if run.is_strong and look in ("", "quiet") else look
        for place, text in enumerate(run.text.replace("\r\n", "\n").split("\n")):
            if place:
                lines.append([])
                used = 0
            for word in _BREAKABLE.findall(_clean(text)):
                for bit in _bits(word, width):
                    if used and used + cell_len(bit.rstrip()) > width:
                        lines.append([])
                        used = 0
                        if not bit.strip():
                            continue
                    lines[-1].append((bit, own))
                    used += cell_len(bit)
    return [Line(_joined(line, width), about) for line in lines]


def _bits(word: str, width: int) -> Iterator[str]:
    """A word in bits that fit a line. Looked at by windows: of a pasted word of a million letters
    the whole rest is not measured again for every line."""
    window, start = 4 * width + 16, 0
    while True:
        ahead = word[start : start + window]
        if cell_len(ahead.rstrip()) <= width:
            ahead = word[start:]  # its end, or signs without a width
            if cell_len(ahead.rstrip()) <= width:
                yield ahead
                return
        bit = set_cell_size(ahead, width)
        taken = len(bit.rstrip())
        if taken == 0 or not ahead.startswith(bit[:taken]):
            taken = 1
        yield ahead[:taken]
        start += taken


def _joined(pieces: list[Piece], width: int) -> tuple[Piece, ...]:
    """Neighbours of one look as one piece, without the blanks at the end."""
    found: list[Piece] = []
    for text, look in pieces:
        if found and found[-1][1] == look:
            found[-1] = (found[-1][0] + text, look)
        else:
            found.append((text, look))
    while found and not found[-1][0].rstrip():
        found.pop()
    if found:
        found[-1] = (found[-1][0].rstrip(), found[-1][1])
    return tuple(found)


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _clean(text: str) -> str:
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " ").replace("\n", " "))
