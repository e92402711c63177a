"""The values of the document that is asked for, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from facilitator.i18n import LANGUAGES
from facilitator.meeting.model import Meeting
from facilitator.minutes.document import MinutesDocument, asked_for
from facilitator.minutes.document.functions import FunctionWords
from facilitator.minutes.paper.head import facts, issue_facts, place
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Block, Facts, Paragraph
from facilitator.minutes.paper.runs import label, plain, typed
from facilitator.minutes.paper.words import Words, words_of
from facilitator.minutes.wanted import Wanted


def words_for(meeting: Meeting, wanted: Wanted, templates: Path | None) -> Words:
    """In the language that is wanted, else that of the meeting. Raises BadFile."""
    spoken = wanted.language or meeting.language
    return words_of(spoken if spoken in LANGUAGES else "en", templates, meeting.kind)


def function_words(words: Words) -> FunctionWords:
    marks = {"role": "{role}", "organization": "{organization}"}

    def text(name: str) -> str:
        return words(f"function.{name}", **marks)

    return FunctionWords(**{name: text(name) for name in FunctionWords.__struct_fields__})


def values(meeting: Meeting, wanted: Wanted, issue: Issue, words: Words) -> MinutesDocument:
    """Raises UsageProblem for an extract of items there are not."""
    return asked_for(
        meeting,
        wanted,
        function_words(words),
        issued=issue.issued,
        version=issue.version,
        status=issue.status,
    )


def short_head(document: MinutesDocument, words: Words, issue: Issue, *, with_issue: bool) -> Facts:
    """Of a list: body, day, place; which issue it is only of a meeting that was held."""
    head = document.head
    rows = [
        (words("head.body"), typed(head.body)),
        (words("head.file_reference"), typed(head.file_reference)),
        (words("head.date"), head.day),
        (words("head.time"), head.time),
        (words("head.place"), place(head, words)),
    ]
    return facts((*rows, *(issue_facts(document, words, issue) if with_issue else ())))


def labelled_blocks(title: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """A label above blocks, none above nothing."""
    found = tuple(blocks)
    return (label(title), *found) if found else ()


def remark(text: str) -> Paragraph:
    return Paragraph(runs=plain(text), role="remark")
