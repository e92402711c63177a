"""The items, each with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from facilitator.minutes.document.model import BiasRow, QuestionRow, Section
from facilitator.minutes.paper.agenda import item_title
from facilitator.minutes.paper.decisions import resolution
from facilitator.minutes.paper.model import Block, Heading, Paragraph
from facilitator.minutes.paper.room import board_blocks, founded_runs, round_blocks
from facilitator.minutes.paper.runs import (
    bullets,
    heading,
    label,
    labelled,
    plain,
    typed,
)
from facilitator.minutes.paper.tables import (
    action_table,
    earlier_table,
    parked_list,
    question_list,
)
from facilitator.minutes.paper.words import Words


def sections(rows: tuple[Section, ...], words: Words) -> tuple[Block, ...]:
    """All sections; the non-public ones under a heading of their own."""
    blocks: list[Block] = []
    was_public = True
    for row in rows:
        if was_public and not row.is_public:
            blocks += not_public_heading(rows, words)
        was_public = row.is_public
        if not row.is_withheld:
            blocks += section(row, words)
    return tuple(blocks)


def not_public_heading(rows: Sequence[Section], words: Words) -> tuple[Block, ...]:
    """The heading of that part; in the public version with the numbers below it."""
    above = heading(2, words("section.not_public"))
    withheld = [row for row in rows if row.is_withheld]
    if not withheld:
        return (above,)
    return (above, bullets((plain(item_title(row, words)), row.id) for row in withheld))


def section(row: Section, words: Words) -> list[Block]:
    """One section with its heading."""
    blocks: list[Block] = [section_heading(row, words)]
    if facts := section_facts(row, words):
        blocks.append(Paragraph(runs=plain(facts), role="facts", about=row.id))
    blocks += said(row, words)
    blocks += done(row, words)
    blocks += _agreed(row, words)
    return blocks


def ending(row: Section, words: Words) -> list[Block]:
    """What came of an item beside its entries: result, review, groups it founded."""
    result = said(replace(row, bias=()), words, with_notes=False)
    return [*result, *done(replace(row, rounds=(), boards=(), decisions=()), words)]


def section_heading(row: Section, words: Words) -> Heading:
    return heading(row.level, section_title(row, words), beside=row.time, about=row.id)


def section_title(row: Section, words: Words) -> str:
    match row.kind:
        case "item":
            return item_title(row, words)
        case "break":
            return typed(row.title) or words("section.break")
        case _:
            return words(f"section.{row.kind}")


def section_facts(row: Section, words: Words) -> str:
    """'Bericht: Samir Haddad · Vorlage 2026/0123 · Handlungsfeld: Sprache'; from-to stands beside
    the heading."""
    presenter, group, field = typed(row.presenter), typed(row.group), typed(row.field)
    facts = (
        words("section.report", presenter=presenter) if presenter else "",
        paper_named(row.paper, words),
        words("section.group", group=group) if group else "",
        words("section.field", field=field) if field else "",
    )
    return " · ".join(fact for fact in facts if fact)


def paper_named(paper: str, words: Words) -> str:
    """'Vorlage 2026/0123'; what says so itself stays as it is."""
    paper = typed(paper)
    if paper and not paper.lower().startswith(words.beginnings("section.paper_itself")):
        return words("section.paper", paper=paper)
    return paper


def said(row: Section, words: Words, *, with_notes: bool = True) -> list[Block]:
    """Who was biased, the result, that nothing happened, notes."""
    blocks: list[Block] = []
    if row.bias:
        people = "; ".join(_bias(each, words) for each in row.bias)
        biased = words("section.biased", people=people)
        blocks.append(Paragraph(runs=plain(biased), about=row.id))
    elif row.is_bias_denied:
        blocks.append(Paragraph(runs=plain(words("section.nobody_biased")), about=row.id))
    result = typed(row.result) or (words("section.result_open") if row.result_left_open else "")
    if result:
        runs = labelled(words("section.result"), result)
        blocks.append(Paragraph(runs=runs, about=row.id))
    if row.remark:
        runs = plain(_remark(row, words))
        blocks.append(Paragraph(runs=runs, role="remark", about=row.id))
    if row.notes and with_notes:
        blocks.append(bullets((plain(typed(note.text)), note.id) for note in row.notes))
    return blocks


def _bias(row: BiasRow, words: Words) -> str:
    if row.time:
        return words("section.took_no_part_at", name=typed(row.name), time=row.time)
    return words("section.took_no_part", name=typed(row.name))


def _remark(row: Section, words: Words) -> str:
    if row.remark == "deferred" and row.deferred_to:
        to = "to_parking_lot" if row.deferred_to == "parking_lot" else "deferred_to_next"
        return words(f"section.{to}")
    return words(f"section.{row.remark}")


def done(row: Section, words: Words) -> list[Block]:
    """What the room did: rounds, cards, review, decisions, what it founded."""
    blocks: list[Block] = []
    for asked in row.rounds:
        blocks += round_blocks(asked, words)
    for board in row.boards:
        blocks += board_blocks(board, words)
    if row.reviewed:
        title = words("section.reviewed")
        blocks += [label(title), earlier_table(row.reviewed, words, title)]
    blocks += [resolution(decision, words) for decision in row.decisions]
    if name := typed(row.renamed_to):
        blocks.append(Paragraph(runs=plain(words("section.renamed", name=name))))
    if row.founded:
        groups = bullets((founded_runs(group, words), group.id) for group in row.founded)
        blocks += [label(words("section.founded")), groups]
    if row.named_fields:
        title = words.count("section.fields", len(row.named_fields))
        blocks += [label(title), bullets((plain(typed(f)), "") for f in row.named_fields)]
    return blocks


def _agreed(row: Section, words: Words) -> list[Block]:
    """Action items, questions, parked topics."""
    blocks: list[Block] = []
    if row.actions:
        title = words.count("section.actions", len(row.actions))
        blocks += [label(title), action_table(row.actions, words, title)]
    if row.actions and row.actions_read_back:
        read_back = words.count("section.actions_read_back", len(row.actions),
                                time=row.actions_read_back)  # fmt: skip
        blocks.append(Paragraph(runs=plain(read_back)))
    if row.questions:
        questions = question_list(row.questions, words, with_item=False)
        blocks += [label(_questions_title(row.questions, words)), questions]
    if row.parked:
        parked = parked_list(row.parked, words, with_item=False)
        blocks += [label(words("section.parked")), parked]
    return blocks


def _questions_title(rows: tuple[QuestionRow, ...], words: Words) -> str:
    has_answer = any(typed(row.answer) for row in rows)
    key = "section.questions" if has_answer else "section.open_questions"
    return words.count(key, len(rows))
