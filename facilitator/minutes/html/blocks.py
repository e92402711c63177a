"""Each kind of block as HTML elements."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.minutes.html.text import attribute, runs
from facilitator.minutes.paper.model import (
    Block,
    Bullets,
    Facts,
    Heading,
    Paragraph,
    Resolution,
    Run,
    Runs,
    SignatureLine,
    Signatures,
    Table,
    TableRow,
)

STACKED_FROM = 3
"""Columns from which on a phone shows a table row by row, each cell with its title."""
CODE = 16
"""Characters a number of a decision or a time of day may have."""
LONG_WORD = 24
"""Characters from which a word may be broken anywhere, so that a column stays in the page."""


def blocks(all_of_them: tuple[Block, ...]) -> str:
    return "\n".join(map(_block, all_of_them))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _paragraph(block)
        case Bullets():
            return _bullets(block)
        case Facts():
            return _facts(block)
        case Resolution():
            return _resolution(block)
        case Table():
            return _table(block)
        case Signatures():
            return _signatures(block)


def _heading(heading: Heading) -> str:
    tag = f"h{min(max(heading.level, 2), 6)}"
    beside = f' <span class="beside">{_text(heading.beside)}</span>' if heading.beside else ""
    return f"<{tag}>{_spanned(heading.runs)}{beside}</{tag}>"


def _spanned(stretches: Runs) -> str:
    return f"<span>{runs(stretches)}</span>"


def _paragraph(paragraph: Paragraph) -> str:
    role = f' class="{paragraph.role}"' if paragraph.role else ""
    return f"<p{role}>{runs(paragraph.runs)}</p>"


def _bullets(bullets: Bullets) -> str:
    """Lists within lists, without a blank between that would be text. A bullet is at most one
    deeper than the one before it."""
    result: list[str] = []
    depth = -1
    for item in bullets.items:
        wanted = min(max(item.depth, 0), depth + 1)
        if wanted > depth:
            result.append("<ul>")
        else:
            result.append("</li>" + "</ul></li>" * (depth - wanted))
        result.append(f"<li>{runs(item.runs)}")
        depth = wanted
    if depth >= 0:
        result.append("</li>" + "</ul></li>" * depth + "</ul>")
    return "".join(result)


def _facts(facts: Facts) -> str:
    rows = "\n".join(
        f"<div><dt>{_text(row.label)}</dt><dd>{runs(row.runs)}</dd></div>" for row in facts.rows
    )
    return f"<dl>\n{rows}\n</dl>" if rows else ""


def _resolution(resolution: Resolution) -> str:
    wording = _text(resolution.wording)
    inside = blocks(resolution.blocks)
    return (
        '<figure class="resolution">\n'
        f"<figcaption>{runs(resolution.title)}</figcaption>\n"
        f"<blockquote><p>{wording}</p></blockquote>\n"
        f"{inside}\n</figure>"
    )


def _table(table: Table) -> str:
    """Its summary is not shown: to the eye a heading or a label says it."""
    summary = _text(table.summary)
    caption = f'<caption class="unseen">{summary}</caption>\n' if summary else ""
    stacked = ' class="stacked"' if len(table.columns) >= STACKED_FROM else ""
    if table.is_to_sign:
        stacked = ' class="to-sign"'
    whole = sum(column.share for column in table.columns) or 1
    widths = "".join(
        f'<col style="width:{100 * column.share / whole:.4g}%">' for column in table.columns
    )
    titles = "".join(
        f'<th scope="col"{_classes(column.is_number, "")}>{_text(column.title)}</th>'
        for column in table.columns
    )
    rows = "\n".join(_row(row, table) for row in table.rows)
    return (
        f"<table{stacked}>\n{caption}<colgroup>{widths}</colgroup>\n"
        f"<thead>\n<tr>{titles}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _row(row: TableRow, table: Table) -> str:
    total = ' class="total"' if row.is_total else ""
    return f"<tr{total}>{''.join(_cells(row, table))}</tr>"


def _cells(row: TableRow, table: Table) -> Iterator[str]:
    """The first cell names the row."""
    for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=False)):
        inside = runs(cell)
        tag, scope = ("th", ' scope="row"') if place == 0 and inside else ("td", "")
        title = f' data-title="{attribute(column.title)}"' if column.title else ""
        look = _classes(column.is_number, "".join(run.text for run in cell))
        yield f"<{tag}{scope}{look}{title}>{inside}</{tag}>"


def _classes(is_number: bool, text: str) -> str:
    """How a cell may be broken: a number such as 'M-2026-035' nowhere, an address anywhere."""
    is_code = len(text) <= CODE and not text.isalpha() and not any(map(str.isspace, text))
    is_long = max(map(len, text.split()), default=0) >= LONG_WORD
    names = [
        name
        for name, is_so in (("number", is_number), ("code", is_code and text), ("long", is_long))
        if is_so
    ]
    return f' class="{" ".join(names)}"' if names else ""


def _signatures(signatures: Signatures) -> str:
    lines = "\n".join(_signature(line) for line in signatures.lines)
    return f'<ul class="signatures">\n{lines}\n</ul>' if lines else ""


def _signature(line: SignatureLine) -> str:
    name = f"<span>{_text(line.name)}</span>" if line.name else ""
    between = " " if name else ""
    return f"<li>{name}{between}<span>{_text(line.role)}</span></li>"


def _text(text: str) -> str:
    return runs((Run(text),))
