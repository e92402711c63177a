"""Action items, milestones, questions and parked topics as tables and lists."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.minutes.document.model import ActionRow, MilestoneRow, ParkedRow, QuestionRow
from facilitator.minutes.paper.agenda import behind
from facilitator.minutes.paper.model import Bullets, Column, Run, Runs, Table
from facilitator.minutes.paper.runs import bracketed, bullets, plain, table, typed
from facilitator.minutes.paper.words import Words


def action_table(rows: tuple[ActionRow, ...], words: Words, summary: str) -> Table:
    """New action items: number, what, who, until when, and the field of action if any has one."""
    with_field = any(typed(row.field) for row in rows)
    columns = list(_action_columns(words))
    if with_field:
        columns.append(Column(title=words("table.field"), share=8))
    return table(
        columns,
        (
            (
                (*_action_cells(row, words), until(row, words), *([row.field] * with_field)),
                row.id,
            )
            for row in rows
        ),
        summary,
    )


def earlier_table(rows: tuple[ActionRow, ...], words: Words, summary: str) -> Table:
    """Earlier action items, with what became of them; one from a non-public item says so, since
    it stands among the others."""
    columns = (*_action_columns(words), Column(title=words("table.state"), share=9, is_prose=True))
    return table(
        columns,
        (
            ((*_action_cells(row, words), _due(row.due, words), state(row, words)), row.id)
            for row in rows
        ),
        summary,
    )


def milestone_table(rows: tuple[MilestoneRow, ...], words: Words, summary: str) -> Table:
    shares = (("number", 3), ("milestone", 5), ("as_agreed", 3), ("last_day", 2), ("who", 3),
              ("state", 2))  # fmt: skip
    return table(
        (_column(key, share, words) for key, share in shares),
        (
            (
                (
                    row.number,
                    _what(row, words),
                    _due(row.due, words),
                    row.day or words("table.nothing"),
                    typed(row.who) or words("table.open"),
                    words(f"action.{row.status}"),
                ),
                row.id,
            )
            for row in rows
        ),
        summary,
    )


def until(row: ActionRow, words: Words) -> str:
    """The due, or that it is done or dropped already, and why."""
    if row.status == "completed":
        return words("action.completed")
    return state(row, words) if row.status == "cancelled" else _due(row.due, words)


def state(row: ActionRow, words: Words) -> str:
    """'in Arbeit: Drei Angebote liegen vor.'"""
    name, comment = words(f"action.{row.status}"), typed(row.comment)
    return words("table.state_said", state=name, comment=comment) if comment else name


def question_list(rows: Iterable[QuestionRow], words: Words, *, with_item: bool) -> Bullets:
    return bullets((question_runs(row, words, with_item=with_item), row.id) for row in rows)


def question_runs(row: QuestionRow, words: Words, *, with_item: bool) -> Runs:
    """'**?1** Wer trägt die Kosten? (Brandt, Ende Mai) – Antwort: Die Stadt. (TOP 8.2)'."""
    asked = ", ".join(part for part in (typed(row.who), typed(row.due)) if part)
    text = bracketed(typed(row.text), asked)
    if answer := typed(row.answer):
        text = words("section.answer", question=text, answer=answer)
    return _numbered(row.number, text + (behind(row.item, words) if with_item else ""))


def parked_list(rows: Iterable[ParkedRow], words: Words, *, with_item: bool) -> Bullets:
    return bullets((parked_runs(row, words, with_item=with_item), row.id) for row in rows)


def parked_runs(row: ParkedRow, words: Words, *, with_item: bool) -> Runs:
    """'**S1** Dolmetscherpool – an die AG Sprache (TOP 8.3)'."""
    text, outcome = typed(row.text), typed(row.outcome)
    if outcome:
        text = f"{text} – {outcome}"
    return _numbered(row.number, text + (behind(row.item, words) if with_item else ""))


def _numbered(number: str, text: str) -> Runs:
    number = typed(number)
    return (Run(number, is_strong=True), Run(f" {text}")) if number else plain(text)


def _action_columns(words: Words) -> tuple[Column, ...]:
    shares = (("number", 7), ("what", 20), ("who", 9), ("until", 8))
    return tuple(_column(key, share, words) for key, share in shares)


def _column(key: str, share: int, words: Words) -> Column:
    return Column(title=words(f"table.{key}"), share=share, is_prose=key in ("what", "milestone"))


def _action_cells(row: ActionRow, words: Words) -> tuple[str, str, str]:
    return row.number, _what(row, words), typed(row.who) or words("table.open")


def _what(row: ActionRow | MilestoneRow, words: Words) -> str:
    """From a non-public item it says so: it may stand among the others."""
    return row.summary if row.is_public else words("table.closed", what=typed(row.summary))


def _due(due: str, words: Words) -> str:
    return typed(due) or words("table.open")
