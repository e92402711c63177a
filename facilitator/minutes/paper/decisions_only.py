"""Beschlussprotokoll: head, attendance, agenda, and of each item its result and its decisions."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from facilitator.meeting.model import Meeting
from facilitator.minutes.document.model import Section
from facilitator.minutes.paper.agenda import agenda
from facilitator.minutes.paper.annexes import attendance_annex
from facilitator.minutes.paper.asked import remark, values, words_for
from facilitator.minutes.paper.attendance import attendance
from facilitator.minutes.paper.decisions import resolution
from facilitator.minutes.paper.head import head_facts
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Block, Paper, Paragraph
from facilitator.minutes.paper.results import assembled
from facilitator.minutes.paper.runs import plain
from facilitator.minutes.paper.sections import (
    not_public_heading,
    said,
    section_facts,
    section_heading,
)
from facilitator.minutes.paper.signatures import signatures
from facilitator.minutes.paper.tail import next_meeting
from facilitator.minutes.paper.words import Words
from facilitator.minutes.wanted import Wanted


def decisions_only(meeting: Meeting, wanted: Wanted, issue: Issue, templates: Path | None) -> Paper:
    words = words_for(meeting, wanted, templates)
    document = values(meeting, wanted, issue, words)
    return assembled(
        document,
        wanted,
        words,
        head=(head_facts(document, words, issue),),
        attendance=attendance(document.attendance, words),
        agenda=agenda(document, words),
        sections=_sections(document.sections, words),
        tail=next_meeting(document.next_meeting, words),
        signatures=signatures(document, words),
        annexes=attendance_annex(document.attendance, words),
    )


def _sections(rows: tuple[Section, ...], words: Words) -> tuple[Block, ...]:
    """Items in their order; of what stands outside of the agenda only what was decided."""
    blocks: list[Block] = []
    shown = [row for row in rows if row.kind == "item" or row.decisions]
    for place, row in enumerate(shown):
        if not row.is_public and (place == 0 or shown[place - 1].is_public):
            blocks += not_public_heading(shown, words)
        if not row.is_withheld:
            is_heading = place + 1 < len(shown) and shown[place + 1].depth > row.depth
            blocks += _section(row, words, is_heading=is_heading)
    return tuple(blocks)


def _section(row: Section, words: Words, *, is_heading: bool) -> list[Block]:
    blocks: list[Block] = [section_heading(row, words)]
    if facts := section_facts(row, words):
        blocks.append(Paragraph(runs=plain(facts), role="facts", about=row.id))
    above = said(row, words, with_notes=False)
    blocks += above
    blocks += [resolution(replace(each, follow_ups=()), words) for each in row.decisions]
    says_nothing = not (row.decisions or row.result or row.remark)
    if says_nothing and row.kind == "item" and not is_heading:
        blocks.append(remark(words("lists.no_decision")))
    return blocks
