"""What the room did together under an item: rounds, cards, groups it founded."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting.cards import Column, columns_of
from facilitator.meeting.dots import most_dots_first
from facilitator.meeting.model import Board, Contribution, Group, Meeting, Round
from facilitator.minutes.document.model import (
    AnswerRow,
    BoardRow,
    CardGroupRow,
    CardRow,
    ColumnRow,
    FoundedRow,
    RoundRow,
)
from facilitator.minutes.document.rows import Rows


def round_row(meeting: Meeting, asked: Round, rows: Rows) -> RoundRow:
    """Answers in the order of asking; whoever answered without being asked comes last."""
    order = {subject: place for place, subject in enumerate(asked.subjects)}
    answers = sorted(asked.answers, key=lambda answer: order.get(answer.subject, len(order)))
    found = []
    for answer in answers:
        person = meeting.person(answer.person)
        speaker = answer.speaker.strip() or (person.name if person else "")
        who = meeting.subject_name(answer.subject) or speaker
        text = answer.text.strip()
        found.append(
            AnswerRow(
                id=answer.id,
                who=who,
                speaker=speaker if speaker != who else "",
                text=text,
                has_passed=not text,
                follow_ups=rows.follow_ups(answer.id),
            )
        )
    missing = (meeting.subject_name(subject) for subject in asked.missing)
    return RoundRow(
        id=asked.id,
        prompt=asked.prompt,
        over=asked.over,
        answers=tuple(found),
        missing=tuple(name for name in missing if name),
    )


def board_rows(meeting: Meeting, boards: list[Board], rows: Rows) -> tuple[BoardRow, ...]:
    """Boards with cards, as they hang; weighed cards by their dots, the most first."""
    found = []
    for board in boards:
        cards = [card for card in meeting.contributions if card.board == board.id]
        if cards:
            found.append(_board(meeting, board, cards, rows))
    return tuple(found)


def loose_cards(meeting: Meeting, rows: Rows) -> tuple[BoardRow, ...]:
    """Cards that hang under no board are still printed, at the end."""
    known = {board.id for board in meeting.boards}
    cards = [card for card in meeting.contributions if card.board not in known]
    if not cards:
        return ()
    loose = tuple(_card(card, rows) for card in most_dots_first(tuple(cards)))
    return (BoardRow(prompt="", columns=(ColumnRow(loose=loose),)),)


def _board(meeting: Meeting, board: Board, cards: list[Contribution], rows: Rows) -> BoardRow:
    columns = [_column(column, rows) for column in columns_of(meeting, board, by_dots=True)]
    field = meeting.field(board.field)
    given = _sum(cards)
    voters = board.voters
    each = board.dots_each
    return BoardRow(
        id=board.id,
        prompt=board.prompt,
        field=field.name if field else "",
        columns=tuple(column for column in columns if column.groups or column.loose),
        given=given,
        possible=each * voters if given is not None and each and voters else None,
        each=each,
        voters=voters,
    )


def _column(column: Column, rows: Rows) -> ColumnRow:
    groups: list[CardGroupRow] = []
    loose: tuple[CardRow, ...] = ()
    for each in column.groups:
        cards = tuple(_card(card, rows) for card in each.cards)
        if each.group is None:
            loose = cards
            continue
        follow_ups = rows.follow_ups(each.group.id)
        if cards or follow_ups:  # a heading from which all cards were moved away says nothing
            groups.append(
                CardGroupRow(
                    id=each.group.id,
                    name=each.group.name,
                    cards=cards,
                    dots=_sum(each.cards),
                    follow_ups=follow_ups,
                )
            )
    return ColumnRow(name=column.name, groups=tuple(groups), loose=loose)


def _card(card: Contribution, rows: Rows) -> CardRow:
    return CardRow(id=card.id, text=card.text, dots=card.dots, follow_ups=rows.follow_ups(card.id))


def _sum(cards: Iterable[Contribution]) -> int | None:
    weighed = [card.dots for card in cards if card.dots is not None]
    return sum(weighed) if weighed else None


def founded_row(meeting: Meeting, group: Group, rows: Rows) -> FoundedRow:
    decision = meeting.entry(group.founded_by)
    return FoundedRow(
        id=group.id,
        name=group.name,
        members=_people(meeting, group.members),
        speakers=tuple(p.name for i in group.speakers if (p := meeting.person(i))),
        decision=rows.number(decision) if decision and decision.visibility == "minutes" else "",
    )


def _people(meeting: Meeting, ids: tuple[str, ...]) -> tuple[str, ...]:
    """'Albers (Stadt)', in the order given; whoever is no longer known is left out."""
    found = []
    for person in (meeting.person(each) for each in ids):
        if person is not None:
            organization = meeting.organization_name(person)
            found.append(f"{person.name} ({organization})" if organization else person.name)
    return tuple(found)
