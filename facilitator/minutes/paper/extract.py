"""Auszug: some items with their numbers, 'Für die Richtigkeit'."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.model import Meeting
from facilitator.minutes.document.model import MinutesDocument
from facilitator.minutes.paper.asked import values, words_for
from facilitator.minutes.paper.head import facts, issue_facts, meeting_facts
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Paper, SignatureLine, Signatures
from facilitator.minutes.paper.results import assembled
from facilitator.minutes.paper.runs import heading, typed
from facilitator.minutes.paper.sections import sections
from facilitator.minutes.paper.words import Words
from facilitator.minutes.wanted import Wanted


def extract(meeting: Meeting, wanted: Wanted, issue: Issue, templates: Path | None) -> Paper:
    words = words_for(meeting, wanted, templates)
    document = values(meeting, wanted, issue, words)
    certified = (
        heading(2, words("extract.correct")),
        Signatures(
            lines=(
                SignatureLine(role=words("extract.place_day")),
                SignatureLine(role=words("extract.signature")),
            )
        ),
    )
    head = facts(
        (
            *meeting_facts(document.head, words),
            (words("extract.items"), _items(document, words)),
            (words("extract.publicness"), _publicness(document, words)),
            *issue_facts(document, words, issue),
        )
    )
    return assembled(
        document,
        wanted,
        words,
        head=(head,),
        sections=sections(document.sections, words),
        signatures=certified,
    )


def _items(document: MinutesDocument, words: Words) -> str:
    numbers = (typed(item.number) for item in document.agenda)
    return ", ".join(words("extract.item", number=number) for number in numbers)


def _publicness(document: MinutesDocument, words: Words) -> str:
    found = {item.is_public for item in document.agenda}
    if found == {True}:
        return words("extract.public")
    return words("extract.not_public" if found == {False} else "extract.partly_public")
