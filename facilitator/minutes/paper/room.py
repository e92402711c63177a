"""What the room did together: rounds, cards, groups it founded."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.minutes.document.model import BoardRow, CardRow, ColumnRow, FoundedRow, RoundRow
from facilitator.minutes.paper.model import (
    Block,
    Bullet,
    Bullets,
    Column,
    Paragraph,
    Run,
    Runs,
    Table,
)
from facilitator.minutes.paper.opinions import dots_given, number_of_dots
from facilitator.minutes.paper.runs import label, plain, table, typed
from facilitator.minutes.paper.words import Words


def round_blocks(row: RoundRow, words: Words) -> tuple[Block, ...]:
    title = words("room.round", prompt=typed(row.prompt))
    blocks: list[Block] = [_about(label(title), row.id)]
    if row.answers:
        blocks.append(_answers(row, words, title))
    if row.missing:
        names = ", ".join(typed(name) for name in row.missing)
        blocks.append(Paragraph(runs=plain(words("room.not_heard", names=names)), about=row.id))
    return tuple(blocks)


def board_blocks(row: BoardRow, words: Words) -> tuple[Block, ...]:
    prompt = typed(row.prompt)
    title = words("room.cards_asked", prompt=prompt) if prompt else words("room.cards")
    blocks: list[Block] = [_about(label(title), row.id)]
    facts = [
        words("section.field", field=typed(row.field)) if typed(row.field) else "",
        dots_given(row, words) if row.given is not None else "",
    ]
    if any(facts):
        said = " · ".join(fact for fact in facts if fact)
        blocks.append(Paragraph(runs=plain(said), role="facts", about=row.id))
    for column in row.columns:
        if name := typed(column.name):
            blocks.append(label(name))
        blocks.append(_cards(column, words))
    return tuple(blocks)


def founded_runs(row: FoundedRow, words: Words) -> Runs:
    """'**AG Wohnen** (B-2026-009): Albers (Stadt), Nowak. Für die Gruppe spricht Albers.'"""
    rest = f" ({typed(row.decision)})" if typed(row.decision) else ""
    if row.members:
        rest += f": {', '.join(typed(name) for name in row.members)}"
    if row.speakers:
        names = ", ".join(typed(name) for name in row.speakers)
        rest += f". {words.count('section.speakers', len(row.speakers), names=names)}"
    return (Run(typed(row.name), is_strong=True), *plain(rest))


def _about(paragraph: Paragraph, about: str) -> Paragraph:
    return Paragraph(runs=paragraph.runs, role=paragraph.role, about=about)


def _answers(row: RoundRow, words: Words, summary: str) -> Table:
    """Columns that would be empty are left out."""
    over = "room.round_group" if row.over == "groups" else "room.round_person"
    titles = ((over, 3), ("room.speaker", 3), ("room.answer", 7), ("room.from_it", 2))
    rows = [
        (
            answer.id,
            (
                answer.who,
                answer.speaker,
                words("room.passed") if answer.has_passed else answer.text,
                ", ".join(typed(number) for number in answer.follow_ups),
            ),
        )
        for answer in row.answers
    ]
    shown = [at for at in range(4) if at in (0, 2) or any(cells[at] for _, cells in rows)]
    return table(
        (Column(title=words(titles[at][0]), share=titles[at][1]) for at in shown),
        (([cells[at] for at in shown], about) for about, cells in rows),
        summary,
    )


def _cards(column: ColumnRow, words: Words) -> Bullets:
    """Groups with their cards below them; cards of no group stand alone if there are no groups."""
    found: list[Bullet] = []
    for group in column.groups:
        beside = _beside(group.dots, group.follow_ups, words)
        found.append(
            Bullet(runs=(Run(typed(group.name), is_strong=True), *plain(beside)), about=group.id)
        )
        found += (_card(card, 1, words) for card in group.cards)
    has_heading = bool(column.groups and column.loose)
    if has_heading:
        found.append(Bullet(runs=plain(words("room.no_group"))))
    found += (_card(card, int(has_heading), words) for card in column.loose)
    return Bullets(items=tuple(found))


def _card(card: CardRow, depth: int, words: Words) -> Bullet:
    text = typed(card.text) + _beside(card.dots, card.follow_ups, words)
    return Bullet(runs=plain(text), depth=depth, about=card.id)


def _beside(dots: int | None, follow_ups: Iterable[str], words: Words) -> str:
    """': 12 Punkte (M-2026-035)'."""
    weighed = f": {number_of_dots(dots, words)}" if dots is not None else ""
    numbers = ", ".join(typed(number) for number in follow_ups)
    return f"{weighed} ({numbers})" if numbers else weighed
