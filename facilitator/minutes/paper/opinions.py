"""What a room was asked without ballots: thumbs, fist to five, dots, consensing."""

from __future__ import annotations

from facilitator.minutes.document.model import (
    BoardRow,
    ConsensingRow,
    DotsRow,
    FistRow,
    OpinionRow,
    ThumbsRow,
)
from facilitator.minutes.paper.attendance import number_of_people
from facilitator.minutes.paper.model import Bullets, Column, Paragraph, Table
from facilitator.minutes.paper.runs import bullets, plain, table, typed
from facilitator.minutes.paper.words import Words


def opinion(row: OpinionRow, words: Words) -> list[Paragraph | Table | Bullets]:
    match row:
        case ThumbsRow():
            return [_said(row.time, "opinion.thumbs", words, "opinion.thumbs_shown",
                          up=row.up, sideways=row.sideways, down=row.down)]  # fmt: skip
        case FistRow():
            return _fist(row, words)
        case DotsRow():
            return _dots(row, words)
        case ConsensingRow():
            return _consensing(row, words)


def number_of_dots(n: int, words: Words) -> str:
    return words.count("opinion.given", n)


def dots_given(row: DotsRow | BoardRow, words: Words) -> str:
    """'73 von 124 Punkten (62 Personen, je 2)'."""
    given = row.given or 0
    if row.possible is not None:
        people = number_of_people(row.voters or 0, words)
        return words("opinion.given_of", given=given, possible=row.possible, people=people,
                     each=row.each)  # fmt: skip
    said = number_of_dots(given, words)
    return words("opinion.given_each", given=said, each=row.each) if row.each else said


def _said(time: str, what: str, words: Words, key: str, **values: object) -> Paragraph:
    return Paragraph(runs=plain(words(key, what=_at(words(what), time, words), **values)))


def _at(what: str, time: str, words: Words) -> str:
    return words("opinion.at", what=what, time=time) if time else what


def _fist(row: FistRow, words: Words) -> list[Paragraph | Table | Bullets]:
    name = words("opinion.fist_turn", turn=row.turn) if row.turn else words("opinion.fist")
    what = _at(name, row.time, words)
    if not sum(row.counts):
        said = words("opinion.fist_nobody", what=what)
    elif row.below:
        said = words("opinion.fist_shown", what=what, below=row.below)
    else:
        said = words("opinion.fist_nobody_below", what=what)
    shown = range(1, len(row.counts))
    columns = (
        Column(title=words("opinion.fingers"), share=2),
        Column(title=words("opinion.no_finger"), is_number=True),
        *(Column(title=str(number), is_number=True) for number in shown),
    )
    counts = (words("opinion.people"), *(str(number) for number in row.counts))
    blocks: list[Paragraph | Table | Bullets] = [
        Paragraph(runs=plain(said)),
        table(columns, [(counts, "")], words("opinion.fist")),
    ]
    if row.concerns:
        blocks += [
            Paragraph(runs=plain(words("opinion.concerns")), role="label"),
            bullets((plain(typed(concern)), "") for concern in row.concerns),
        ]
    return blocks


def _dots(row: DotsRow, words: Words) -> list[Paragraph | Table | Bullets]:
    return [
        _said(row.time, "opinion.dots", words, "opinion.dots_given", given=dots_given(row, words)),
        table(
            (
                Column(title=words("opinion.option"), share=5),
                Column(title=words("opinion.number_of_dots"), is_number=True),
            ),
            (((option.text, str(option.dots)), "") for option in row.options),
            words("opinion.dots"),
        ),
    ]


def _consensing(row: ConsensingRow, words: Words) -> list[Paragraph | Table | Bullets]:
    rows = []
    for option in row.options:
        text = typed(option.text)
        if option.is_passive:
            text = words("opinion.passive", option=text)
        accepted = words("table.nothing")
        if option.acceptance is not None:
            accepted = words("opinion.percent", n=option.acceptance)
        rows.append(((text, str(option.total), accepted), ""))
    lowest = "; ".join(typed(text) for text in row.lowest)
    return [
        _said(row.time, "opinion.consensing", words, "opinion.lowest",
              people=number_of_people(row.voters, words), lowest=lowest),
        table(
            (
                Column(title=words("opinion.option"), share=5),
                Column(title=words("opinion.resistance"), is_number=True),
                Column(title=words("opinion.acceptance"), is_number=True),
            ),
            rows,
            words("opinion.consensing"),
        ),
    ]  # fmt: skip
