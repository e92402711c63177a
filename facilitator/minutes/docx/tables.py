"""Tables of WordprocessingML: those of the paper, the facts of its head, lines to sign on.

Widths are fixed and add up to the width of the text, so that every program draws the same table. A
row stays on one page; the row of titles is repeated on each.
"""

from __future__ import annotations

from itertools import accumulate, pairwise

from facilitator.minutes.docx.xml import Look, attribute
from facilitator.minutes.paper.model import (
    Facts,
    Run,
    Runs,
    SignatureLine,
    Signatures,
    Table,
    TableRow,
)

_PADDING = 200
_LETTER = 128
"""Of a cell, and of a bold letter in it on average, in twentieths of a point."""
_TO_SIGN = 560
"""Least height of a row somebody writes into, a centimetre."""
_LABELS = 2700
"""Width of the labels in the head of the minutes."""
_LINE = (
    '<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="404040"/></w:tcBorders>'
)  # fmt: skip


def table(table: Table, look: Look, *, indent: int = 0) -> str:
    """`indent`: from the left edge of the text, in twentieths of a point."""
    widths = fitted(table, look.width - indent)
    numbers = [column.is_number for column in table.columns]
    heads = "".join(
        _cell(width, look.paragraph("MinutesHeadCell", look.run(column.title),
                                    then='<w:jc w:val="right"/>' if column.is_number else ""))
        for width, column in zip(widths, table.columns, strict=True)
    )  # fmt: skip
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"]
    rows += [_row(row, widths, numbers, look, is_high=table.is_to_sign) for row in table.rows]
    has_total = bool(table.rows) and table.rows[-1].is_total
    about = f"<w:tblDescription w:val={attribute(table.summary)}/>" if table.summary else ""
    return _table("MinutesTable", widths, "".join(rows), look, indent=indent, about=about,
                  look_of=_table_look(first=True, last=has_total))  # fmt: skip


def _row(
    row: TableRow, widths: list[int], numbers: list[bool], look: Look, *, is_high: bool = False
) -> str:
    cells = []
    for width, is_number, runs in zip(widths, numbers, row.cells, strict=False):
        if row.is_total:
            runs = tuple(Run(run.text, is_strong=True) for run in runs)
        style = "MinutesNumber" if is_number else "MinutesCell"
        cells.append(_cell(width, look.paragraph(style, look.runs(runs))))
    cells += [_cell(width, look.paragraph("MinutesCell", "")) for width in widths[len(cells) :]]
    height = f'<w:trHeight w:val="{_TO_SIGN}" w:hRule="atLeast"/>' if is_high else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def facts(facts: Facts, look: Look) -> str:
    widths = [_LABELS, look.width - _LABELS]
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + _cell(widths[0], look.paragraph("MinutesFactLabel", look.run(fact.label)))
        + _cell(widths[1], look.paragraph("MinutesFact", look.runs(fact.runs)))
        + "</w:tr>"
        for fact in facts.rows
    )
    return _table("MinutesFactsTable", widths, rows, look)


def signatures(signatures: Signatures, look: Look) -> str:
    """Two beside each other, each below a line with room above it."""
    gap = 700
    half = (look.width - gap) // 2
    widths = [half, look.width - gap - half]
    lines = signatures.lines
    rows = "".join(
        _room(look, widths, gap) + _signed(lines[at : at + 2], look, widths, gap)
        for at in range(0, len(lines), 2)
    )
    return _table("MinutesFactsTable", [widths[0], gap, widths[1]], rows, look)


def _room(look: Look, widths: list[int], gap: int) -> str:
    """Room to write in, above the line."""
    cells = "".join(
        _cell(width, look.paragraph("MinutesSignature", ""))
        for width in (widths[0], gap, widths[1])
    )
    height = '<w:trHeight w:val="850" w:hRule="exact"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"


def _signed(lines: tuple[SignatureLine, ...], look: Look, widths: list[int], gap: int) -> str:
    cells = []
    for place, line in enumerate(lines):
        role = look.paragraph("MinutesSignature", look.run(line.role, is_strong=True))
        name = look.paragraph("MinutesSignature", look.run(line.name)) if line.name else ""
        cells.append(_cell(widths[place], role + name, borders=_LINE))
    if len(cells) < 2:
        cells.append(_cell(widths[1], look.paragraph("MinutesSignature", "")))
    cells.insert(1, _cell(gap, look.paragraph("MinutesSignature", "")))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def fitted(table: Table, width: int) -> list[int]:
    """By the shares, but no column narrower than the longest word of its title, nor than a date
    or a number in it."""
    columns = table.columns
    letters = [
        max(
            max(map(len, column.title.split()), default=1),
            *(_longest_number(row.cells[place]) for row in table.rows if place < len(row.cells)),
            1,
        )
        for place, column in enumerate(columns)
    ]
    least = [_PADDING + _LETTER * each for each in letters]
    least = [min(each, width // max(len(columns), 1)) for each in least]
    shares = [max(column.share, 1) for column in columns]
    fixed: set[int] = set()
    while True:
        room = width - sum(least[place] for place in fixed)
        open_ = [place for place in range(len(columns)) if place not in fixed]
        parts = iter(shared([shares[place] for place in open_], room))
        widths = [least[place] if place in fixed else next(parts) for place in range(len(columns))]
        narrow = {place for place in open_ if widths[place] < least[place]}
        if not narrow or len(narrow) == len(open_):
            return widths
        fixed |= narrow


def _longest_number(runs: Runs) -> int:
    """Characters of the longest word of digits and points, such as a date: no place to break."""
    words = (word for run in runs for word in run.text.split())
    return max((len(word) for word in words if word[:1].isdigit() and len(word) <= 10), default=0)


def shared(shares: list[int], width: int) -> list[int]:
    """The width divided by the shares; the parts add up to it."""
    whole = sum(shares)
    edges = [0, *(width * upto // whole for upto in accumulate(shares))]
    return [right - left for left, right in pairwise(edges)]


def _cell(width: int, content: str, *, borders: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}</w:tcPr>{content}</w:tc>'


def _table(
    style: str, widths: list[int], rows: str, look: Look, *, indent: int = 0, about: str = "",
    look_of: str = "",
) -> str:  # fmt: skip
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.style(style)}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look_of or _table_look(first=False, last=False)}{about}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _table_look(*, first: bool, last: bool) -> str:
    value = 0x0600 | (0x0020 if first else 0) | (0x0040 if last else 0)
    return (
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{int(first)}" w:lastRow="{int(last)}" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
