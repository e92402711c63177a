"""Attendance list: before the meeting to be signed, afterwards as it was."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from facilitator.meeting.model import Meeting
from facilitator.minutes.document import part_of
from facilitator.minutes.document.invitation import expected
from facilitator.minutes.document.model import MinutesDocument
from facilitator.minutes.paper.asked import (
    function_words,
    labelled_blocks,
    remark,
    short_head,
    values,
    words_for,
)
from facilitator.minutes.paper.attendance import (
    attendance_tables,
    by_function,
    functions,
    organizations,
    summary,
)
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Block, Column, Paper, Table
from facilitator.minutes.paper.results import assembled
from facilitator.minutes.paper.runs import table, typed
from facilitator.minutes.paper.words import Words
from facilitator.minutes.wanted import Wanted, has_issue

EMPTY_LINES = 6
"""For whoever comes and is on no list."""


def attendance_list(
    meeting: Meeting, wanted: Wanted, issue: Issue, templates: Path | None
) -> Paper:
    words = words_for(meeting, wanted, templates)
    document = values(meeting, wanted, issue, words)
    with_issue = has_issue(meeting, wanted.kind)
    if meeting.state == "planned":
        blocks = _to_sign(part_of(meeting, wanted, function_words(words)), words,
                          is_public=wanted.scope == "public")  # fmt: skip
    else:
        blocks = _held(document, words)
    return assembled(
        document,
        wanted,
        words,
        head=(short_head(document, words, issue, with_issue=with_issue),),
        attendance=blocks,
        with_issue=with_issue,
    )


def _held(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    rows = document.attendance
    if rows.is_empty:
        return (remark(words("lists.nobody")),)
    if rows.are_functions:
        return (summary(rows, words), *functions(rows, words))
    return (
        summary(rows, words, with_annex=False),
        *(attendance_tables(rows, words)),
        *(organizations(rows, words) if rows.annex else ()),
    )


def _to_sign(part: Meeting, words: Words, *, is_public: bool) -> tuple[Block, ...]:
    """In the order of names; nobody signs the public one."""
    people = expected(part)
    if is_public:
        return (by_function(people, words),) if people else (remark(words("lists.nobody")),)
    shown = [
        at
        for at in range(3)
        if at == 0 or any((typed(p.organization), typed(p.function))[at - 1] for p in people)
    ]
    titles = ("name", "organization", "function")
    columns = (
        Column(title=words("table.number"), share=1),
        *(Column(title=words(f"attendance.{titles[at]}"), share=4) for at in shown),
        Column(title=words("lists.signature"), share=5),
    )

    def numbered(first: int, cells: list[tuple[str, str, str]], about: list[str]) -> Table:
        rows = table(
            columns,
            (
                ((f"{first + n}", *(each[at] for at in shown), ""), about[n])
                for n, each in enumerate(cells)
            ),
            words("document.attendance_list"),
        )
        return replace(rows, is_to_sign=True)

    named = [(p.name, p.organization, p.function) for p in people]
    more = numbered(len(named) + 1, [("", "", "")] * EMPTY_LINES, [""] * EMPTY_LINES)
    blocks: list[Block] = []
    if named:
        blocks.append(numbered(1, named, [p.id for p in people]))
    return (*blocks, *labelled_blocks(words("lists.more_guests"), (more,)))
