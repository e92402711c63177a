"""What stands behind the items: decisions, action items, what is open, the next meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from facilitator.minutes.document.model import ActionGroup, MinutesDocument, NextMeetingRow
from facilitator.minutes.paper.decisions import decision_table
from facilitator.minutes.paper.model import Block, Bullets, Paragraph, Table
from facilitator.minutes.paper.runs import heading, label, plain, typed
from facilitator.minutes.paper.tables import (
    action_table,
    earlier_table,
    milestone_table,
    parked_list,
    question_list,
)
from facilitator.minutes.paper.words import Words


class _Row(Protocol):
    @property
    def is_public(self) -> bool: ...


R = TypeVar("R", bound=_Row)


def tail(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    return (
        *decisions_in_short(document, words),
        *_milestones(document, words),
        *new_actions(document.new_actions, words),
        *earlier_actions(document, words),
        *open_questions(document, words),
        *parking_lot(document, words),
        *next_meeting(document.next_meeting, words),
    )


def decisions_in_short(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    title = words("tail.decisions")
    return _in_two(document.decisions, title, words, lambda rows: decision_table(
        tuple(rows), words, title))  # fmt: skip


def new_actions(groups: tuple[ActionGroup, ...], words: Words) -> tuple[Block, ...]:
    """By working group; no heading says that there is none where no group has a name."""
    if not groups:
        return ()
    title = words("tail.new_actions")
    has_names = any(typed(group.name) for group in groups)
    blocks: list[Block] = [heading(2, title)]
    for group in groups:
        name = typed(group.name)
        if not group.is_public:
            name = words("section.not_public")
        elif not name and has_names:
            name = words("tail.no_group")
        if name:
            blocks.append(heading(3, name))
        blocks.append(action_table(group.actions, words, name or title))
    return tuple(blocks)


def earlier_actions(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    title = words("tail.earlier_actions")
    rows = document.earlier_actions
    return (heading(2, title), earlier_table(rows, words, title)) if rows else ()


def open_questions(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    return _in_two(document.open_questions, words("tail.open_questions"), words,
                   lambda rows: question_list(rows, words, with_item=True))  # fmt: skip


def parking_lot(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    return _in_two(document.parked, words("tail.parked"), words,
                   lambda rows: parked_list(rows, words, with_item=True))  # fmt: skip


def next_meeting(row: NextMeetingRow, words: Words) -> tuple[Block, ...]:
    """'quartalsweise: Mittwoch, 18.11.2026, 16:30 Uhr, Rathaus'."""
    text, place = typed(row.text), typed(row.place)
    said = words("tail.next_meeting_open")
    if text or row.day:
        when = ": ".join(part for part in (text, row.day) if part)
        said = ", ".join(part for part in (when, row.time, place) if part)
    return (
        heading(2, words("tail.next_meeting")),
        Paragraph(runs=plain(said), about="next_meeting"),
    )


def _milestones(document: MinutesDocument, words: Words) -> tuple[Block, ...]:
    title = words("tail.milestones")
    rows = document.milestones
    return (heading(2, title), milestone_table(rows, words, title)) if rows else ()


def _in_two(
    rows: Sequence[R], title: str, words: Words, block: Callable[[Iterable[R]], Table | Bullets]
) -> tuple[Block, ...]:
    """The public rows, and the others under a label of their own."""
    if not rows:
        return ()
    public = [row for row in rows if row.is_public]
    closed = [row for row in rows if not row.is_public]
    blocks: list[Block] = [heading(2, title)]
    if public:
        blocks.append(block(public))
    if closed:
        blocks += [label(words("section.not_public")), block(closed)]
    return tuple(blocks)
