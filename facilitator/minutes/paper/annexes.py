"""Numbered annexes: the attendance list, the time overview."""

from __future__ import annotations

from facilitator.minutes.document.model import AttendanceList, Overview
from facilitator.minutes.paper.attendance import attendance_tables
from facilitator.minutes.paper.model import Block, Column, Paragraph, Table, TableRow
from facilitator.minutes.paper.runs import heading, plain, typed
from facilitator.minutes.paper.words import Words


def attendance_annex(rows: AttendanceList, words: Words) -> tuple[Block, ...]:
    """Where there are too many people for the text."""
    if not rows.annex:
        return ()
    return (annex_heading(rows.annex, "annex.attendance", words), *attendance_tables(rows, words))


def overview_annex(overview: Overview | None, words: Words) -> tuple[Block, ...]:
    if overview is None:
        return ()
    said = []
    for key, is_, planned in (
        ("started", overview.started, overview.planned_start),
        ("ended", overview.ended, overview.planned_end),
    ):
        if is_ and planned and is_ != planned:
            said.append(words(f"annex.{key}", time=is_, planned=planned))
    blocks: list[Block] = [
        annex_heading(overview.annex, "annex.overview", words),
        _minutes(overview, words),
    ]
    if said:
        blocks.append(Paragraph(runs=plain(" ".join(said))))
    return tuple(blocks)


def annex_heading(number: int, title: str, words: Words) -> Block:
    return heading(2, words("annex.title", annex=number, title=words(title)))


def _minutes(overview: Overview, words: Words) -> Table:
    nothing = words("table.nothing")

    def number(minutes: int | None) -> str:
        return nothing if minutes is None else str(minutes)

    rows = [
        TableRow(
            cells=(
                plain(typed(row.number)),
                plain(typed(row.title)),
                plain(number(row.planned)),
                plain(number(row.used)),
            ),
            about=row.id,
        )
        for row in overview.rows
    ]
    sums = (str(overview.planned), str(overview.used))
    total = ((), plain(words("table.total")), *(plain(number) for number in sums))
    return Table(
        columns=(
            Column(title=words("table.item"), share=1),
            Column(title=words("table.title"), share=6),
            Column(title=words("table.planned"), share=2, is_number=True),
            Column(title=words("table.used"), share=2, is_number=True),
        ),
        rows=(*rows, TableRow(cells=total, is_total=True)),
        summary=words("annex.overview"),
    )
