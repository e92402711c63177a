"""The blocks of a paper as Markdown: CommonMark with GFM tables."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from facilitator.minutes.escaping import escaped, in_block, on_line
from facilitator.minutes.paper.model import (
    Block,
    Bullet,
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
)

SIGN_HERE = "……………………………………"

_MOST_KEPT = 4096
"""Texts stand in minutes more than once, and a preview writes them again after each key."""


def blocks(parts: Iterable[Block]) -> str:
    """Blocks one below the other, an empty line between them. What stands beside a heading comes
    below it, before its facts."""
    written: list[str] = []
    beside: Runs = ()
    previous: Block | None = None
    for each in parts:
        if beside:
            is_facts = isinstance(each, Paragraph) and each.role == "facts"
            if isinstance(each, Paragraph) and is_facts:
                beside = (*beside, Run(" · "), *each.runs)
            written.append(_runs(beside))
            beside = ()
            if is_facts:
                previous = each
                continue
        # two lists that follow each other would be one: the second takes the other sign
        sign = "*" if isinstance(previous, (Bullets, Facts)) and written[-1][:1] == "-" else "-"
        written.append(block(each, sign))
        if isinstance(each, Heading) and each.beside:
            beside = (Run(each.beside),)
        previous = each
    if beside:
        written.append(_runs(beside))
    return "\n\n".join(part for part in written if part)


def block(each: Block, sign: str = "-") -> str:
    """One block; a heading without what stands beside it."""
    match each:
        case Heading():
            return f"{'#' * each.level} {_line(each.runs)}".rstrip()
        case Paragraph():
            return _runs(each.runs)
        case Bullets():
            return _bullets(each.items, sign)
        case Facts():
            return "\n".join(
                f"{sign} {_runs((Run(f'{row.label}:', is_strong=True), Run(' '), *row.runs), '  ')}"
                for row in each.rows
            )
        case Resolution():
            quote = f"> {_runs((Run(each.wording),), '> ')}".rstrip()
            return _with_below(f"{_runs(each.title)}\n\n{quote}", each.blocks)
        case Table():
            return _table(each)
        case Signatures():
            return "\n\n".join(_signature(line) for line in each.lines)


def _with_below(text: str, below: tuple[Block, ...]) -> str:
    rest = blocks(below) if below else ""
    return f"{text}\n\n{rest}" if rest else text


def _runs(runs: Runs, prefix: str = "") -> str:
    if len(runs) == 1 and not runs[0].is_strong:
        return _one(runs[0].text, prefix)
    return _several(runs, prefix)


@lru_cache(maxsize=_MOST_KEPT)
def _one(text: str, prefix: str) -> str:
    """Most runs are alone, and a text knows its hash, a value computes it each time."""
    return in_block([(text, False)], prefix)


@lru_cache(maxsize=_MOST_KEPT)
def _several(runs: Runs, prefix: str) -> str:
    return in_block([(run.text, run.is_strong) for run in runs], prefix)


def _line(runs: Runs) -> str:
    if len(runs) == 1 and not runs[0].is_strong:
        return _cell(runs[0].text)
    return _line_of(runs) if runs else ""


@lru_cache(maxsize=_MOST_KEPT)
def _cell(text: str) -> str:
    return on_line([(text, False)])


@lru_cache(maxsize=_MOST_KEPT)
def _line_of(runs: Runs) -> str:
    return on_line([(run.text, run.is_strong) for run in runs])


def _bullets(items: Iterable[Bullet], sign: str) -> str:
    """No item stands more than one level below the one before."""
    lines: list[str] = []
    depth = -1
    for item in items:
        depth = min(max(item.depth, 0), depth + 1)
        indent = "  " * depth
        lines.append(f"{indent}{sign} {_runs(item.runs, indent + '  ')}".rstrip())
    return "\n".join(lines)


def _table(table: Table) -> str:
    titles = " | ".join([_cell(column.title) for column in table.columns])
    rule = " | ".join("---:" if column.is_number else "---" for column in table.columns)
    lines = [f"| {titles} |", f"| {rule} |"]
    for row in table.rows:
        cells = [
            _cell(cell[0].text) if len(cell) == 1 and not cell[0].is_strong else _line(cell)
            for cell in row.cells
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _signature(line: SignatureLine) -> str:
    named = f"{line.role}, {line.name}" if line.name else line.role
    return f"{escaped(named)}: {SIGN_HERE}"
