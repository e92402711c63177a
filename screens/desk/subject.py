"""What the acts of the desk are about: whatever the chosen line of the list, or the marked place
of the preview, speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from facilitator.i18n import tr
from facilitator.meeting.model import AgendaItem, Entry, Meeting, Person

HeadFact = Literal[
    "title", "file_reference", "day", "time", "place", "chair", "moderator", "minute_taker",
    "quorum", "version", "objections", "next_meeting",
]  # fmt: skip
"""What `about` of a fact in the head of a paper, or of the next date, is called."""
HEAD_FACTS: tuple[HeadFact, ...] = get_args(HeadFact)


@dataclass(frozen=True)
class Subject:
    """At most one of them; all None: nothing that the desk can change."""

    entry: Entry | None = None
    item: AgendaItem | None = None
    person: Person | None = None
    fact: HeadFact | None = None


NOTHING = Subject()


def subject_of(meeting: Meeting, about: str) -> Subject:
    """What an id, or the name of a fact, stands for."""
    if not about:
        return NOTHING
    for fact in HEAD_FACTS:
        if about == fact:
            return Subject(fact=fact)
    if (entry := meeting.entry(about)) is not None:
        return Subject(entry=entry)
    if (item := meeting.item(about)) is not None:
        return Subject(item=item)
    if (person := meeting.person(about)) is not None:
        return Subject(person=person)
    return NOTHING


def fact_word(fact: HeadFact) -> str:
    return {
        "title": tr("Title"),
        "file_reference": tr("File reference"),
        "day": tr("Date"),
        "time": tr("From, until"),
        "place": tr("Place"),
        "chair": tr("Chair"),
        "moderator": tr("Moderation"),
        "minute_taker": tr("Minute taker"),
        "quorum": tr("Quorum"),
        "version": tr("Version"),
        "objections": tr("Objections"),
        "next_meeting": tr("Next meeting"),
    }[fact]
