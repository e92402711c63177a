"""Ergebnisprotokoll: the minutes of results, laid out."""

from __future__ import annotations

from pathlib import Path

from facilitator.meeting.model import Meeting
from facilitator.minutes.document import MinutesDocument
from facilitator.minutes.paper.agenda import agenda
from facilitator.minutes.paper.annexes import attendance_annex, overview_annex
from facilitator.minutes.paper.asked import values, words_for
from facilitator.minutes.paper.attendance import attendance
from facilitator.minutes.paper.head import head_facts, version_named
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Block, Paper, Part, PartName
from facilitator.minutes.paper.runs import typed
from facilitator.minutes.paper.sections import sections
from facilitator.minutes.paper.signatures import signatures
from facilitator.minutes.paper.tail import tail
from facilitator.minutes.paper.words import Words
from facilitator.minutes.wanted import Wanted


def results(meeting: Meeting, wanted: Wanted, issue: Issue, templates: Path | None) -> Paper:
    words = words_for(meeting, wanted, templates)
    return laid_out(values(meeting, wanted, issue, words), wanted, words, issue)


def laid_out(document: MinutesDocument, wanted: Wanted, words: Words, issue: Issue) -> Paper:
    """The minutes of results in parts."""
    return assembled(
        document,
        wanted,
        words,
        head=(head_facts(document, words, issue),),
        attendance=attendance(document.attendance, words),
        agenda=agenda(document, words),
        sections=sections(document.sections, words),
        tail=tail(document, words),
        signatures=signatures(document, words),
        annexes=attendance_annex(document.attendance, words),
        more_annexes=overview_annex(document.overview, words),
    )


def assembled(
    document: MinutesDocument,
    wanted: Wanted,
    words: Words,
    *,
    more_annexes: tuple[Block, ...] = (),
    with_issue: bool = True,
    **blocks: tuple[Block, ...],
) -> Paper:
    """A paper of these parts, with its title and what stands on each page. Annexes begin a page.
    `with_issue`: which issue it is matters; not of what goes out before the meeting."""
    head = document.head
    name = document_name(wanted, words)
    title = typed(head.title)
    named: list[tuple[PartName, tuple[Block, ...]]] = [
        (part, blocks[part])
        for part in (
            "head", "attendance", "agenda", "sections", "tail", "signatures", "annexes",
        )
        if blocks.get(part)
    ]  # fmt: skip
    if more_annexes:
        named.append(("annexes", more_annexes))
    subject = words("document.subject", title=title, day=head.day) if head.day else title
    above = (typed(head.body), title, head.day)
    return Paper(
        kind=wanted.kind,
        scope=wanted.scope,
        language=document.language,
        name=name,
        title=words("document.title", document=name, title=title),
        status=document.status,
        version=document.version,
        front=document.front,
        parts=tuple(
            Part(name=part, blocks=each, starts_page=part == "annexes") for part, each in named
        ),
        running_head=" · ".join(part for part in above if part),
        running_foot=version_named(document, words) if with_issue else "",
        page_words=words("document.page", page="{page}", pages="{pages}"),
        author=document.front.minute_taker,
        subject=subject,
    )


def document_name(wanted: Wanted, words: Words) -> str:
    """'Beschlussprotokoll (öffentliche Fassung)'."""
    if wanted.scope == "public" and wanted.kind == "agenda":
        return words("document.agenda_public")
    name = words(f"document.{wanted.kind}")
    return name if wanted.scope == "all" else words(f"document.{wanted.scope}", document=name)
