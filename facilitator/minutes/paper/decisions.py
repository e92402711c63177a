"""Decisions with their wording and their vote, and the list of them."""

from __future__ import annotations

from facilitator.minutes.document.model import DecisionRow, VoteRow
from facilitator.minutes.paper.model import (
    Bullets,
    Column,
    Paragraph,
    Resolution,
    Run,
    Runs,
    Table,
)
from facilitator.minutes.paper.opinions import opinion
from facilitator.minutes.paper.runs import plain, table, typed
from facilitator.minutes.paper.words import Words


def resolution(row: DecisionRow, words: Words) -> Resolution:
    """A decision as it stands under its item."""
    blocks: list[Paragraph | Table | Bullets] = []
    for each in row.opinions:
        blocks += opinion(each, words)
    if said := _vote_sentences(row, words):
        blocks.append(Paragraph(runs=plain(said)))
    if row.vote and row.vote.ballots:
        blocks.append(_ballots(row.vote, words))
    if row.follow_ups:
        numbers = ", ".join(typed(number) for number in row.follow_ups)
        blocks.append(Paragraph(runs=plain(words("decision.follow_ups", numbers=numbers))))
    return Resolution(
        title=_title(row, words), wording=typed(row.wording), blocks=tuple(blocks), about=row.id
    )


def decision_table(rows: tuple[DecisionRow, ...], words: Words, summary: str) -> Table:
    """Number, item, kind, wording, vote."""
    return table(
        (
            Column(title=words("table.number"), share=5),
            Column(title=words("table.item"), share=3),
            Column(title=words("table.kind"), share=7),
            Column(title=words("table.wording"), share=19, is_prose=True),
            Column(title=words("table.vote"), share=10),
        ),
        (
            (
                (
                    row.number,
                    row.item,
                    f"{decision_kind(row, words)}{addressed(row, words)}",
                    row.wording,
                    vote_line(row.vote) if row.vote else row.opinion_words,
                ),
                row.id,
            )
            for row in rows
        ),
        summary,
    )


def decision_kind(row: DecisionRow, words: Words) -> str:
    """'Empfehlung', 'Abgelehnter Antrag'."""
    return words("decision.rejected" if row.is_rejected else f"decision.{row.kind}")


def addressed(row: DecisionRow, words: Words) -> str:
    """' an den Rat', ' (an: die Verwaltung)', or nothing."""
    addressee = typed(row.addressee)
    if not addressee:
        return ""
    if addressee.lower().startswith(words.beginnings("decision.addressed_itself")):
        return f" {addressee}"
    return f" {words('decision.addressed', addressee=addressee)}"


def vote_line(vote: VoteRow) -> str:
    """'einstimmig bei 4 Enthaltungen (14 Ja, 0 Nein, 4 Enthaltungen; Handzeichen)'."""
    beside = "; ".join(part for part in (typed(vote.numbers), typed(vote.how)) if part)
    said = typed(vote.words)
    if said and beside:
        return f"{said} ({beside})"
    return said or beside


def _title(row: DecisionRow, words: Words) -> Runs:
    name = f"{decision_kind(row, words)} {typed(row.number)}".rstrip()
    to = addressed(row, words)
    return (Run(name, is_strong=True), *((Run(to),) if to else ()))


def _vote_sentences(row: DecisionRow, words: Words) -> str:
    read_back = words("decision.read_back", time=row.read_back) if row.read_back else ""
    vote = row.vote
    if vote is None:
        return read_back
    said = [words("decision.vote", vote=vote_line(vote))]
    if vote.rule != "simple":
        rule = words(f"decision.{vote.rule}")
        if vote.needed is not None:
            rule = words("decision.needed_of", rule=rule, needed=vote.needed, base=vote.base)
        said.append(words("decision.needed", rule=rule))
    if read_back:
        said.append(read_back)
    if vote.dissent:
        names = ", ".join(typed(name) for name in vote.dissent)
        said.append(words("decision.dissent", names=names))
    return " ".join(said)


def _ballots(vote: VoteRow, words: Words) -> Table:
    return table(
        (
            Column(title=words("decision.ballot_name"), share=3),
            Column(title=words("decision.ballot_choice"), share=1),
        ),
        (((ballot.name, words(f"decision.{ballot.choice}")), "") for ballot in vote.ballots),
        words("decision.ballots"),
    )
