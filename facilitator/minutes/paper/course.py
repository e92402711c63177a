"""Verlaufsprotokoll: the time line of a meeting, each line with its time of day."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from facilitator.meeting.model import Meeting
from facilitator.minutes.document import part_of
from facilitator.minutes.document.course import course as course_values
from facilitator.minutes.document.functions import Functions
from facilitator.minutes.document.model import (
    ActionRow,
    BoardRow,
    DecisionRow,
    ParkedRow,
    QuestionRow,
    QuorumRow,
    RoundRow,
    Section,
)
from facilitator.minutes.document.model.course import Course, Event, Happening, Stretch
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.paper.agenda import agenda
from facilitator.minutes.paper.annexes import attendance_annex
from facilitator.minutes.paper.asked import function_words, remark, values, words_for
from facilitator.minutes.paper.attendance import attendance
from facilitator.minutes.paper.decisions import resolution
from facilitator.minutes.paper.head import head_facts
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Block, Paper, Paragraph, Run, Runs
from facilitator.minutes.paper.results import assembled
from facilitator.minutes.paper.room import board_blocks, round_blocks
from facilitator.minutes.paper.runs import heading, plain, typed
from facilitator.minutes.paper.sections import (
    ending,
    not_public_heading,
    section_facts,
    section_title,
)
from facilitator.minutes.paper.signatures import signatures
from facilitator.minutes.paper.tables import until
from facilitator.minutes.paper.tail import next_meeting
from facilitator.minutes.paper.words import Words
from facilitator.minutes.printed import Printed
from facilitator.minutes.wanted import Wanted


def course(meeting: Meeting, wanted: Wanted, issue: Issue, templates: Path | None) -> Paper:
    words = words_for(meeting, wanted, templates)
    document = values(meeting, wanted, issue, words)
    names = function_words(words)
    part = part_of(meeting, wanted, names)
    printed = Printed(document.language)
    shows_names = wanted.with_names or wanted.scope == "public"  # there they are functions already
    functions = None if shows_names else Functions(part, names)
    found = course_values(part, Rows(part, printed), printed, functions)
    return assembled(
        document,
        wanted,
        words,
        head=(head_facts(document, words, issue),),
        attendance=attendance(document.attendance, words),
        agenda=agenda(document, words),
        sections=_course(found, document.sections, words),
        tail=next_meeting(document.next_meeting, words),
        signatures=signatures(document, words),
        annexes=attendance_annex(document.attendance, words),
    )


def _course(found: Course, rows: tuple[Section, ...], words: Words) -> tuple[Block, ...]:
    """The public stretches between the opening and the close, then the non-public ones."""
    public = [each for each in found.stretches if each.section.is_public]
    closed = [each for each in found.stretches if not each.section.is_public]
    held = [each for each in public if each.time]
    blocks: list[Block] = []
    for each in public:
        if held and each is held[0] and found.opened:
            blocks.append(_line(found.opened, plain(words("course.opened"))))
        blocks += _stretch(each, words)
        if held and each is held[-1] and found.closed:
            blocks.append(_line(found.closed, plain(words("course.closed"))))
    if closed or any(row.is_withheld for row in rows):
        blocks += not_public_heading(rows, words)
    withheld = {row.id for row in rows if row.is_withheld}
    for each in closed:
        if each.section.id not in withheld:
            blocks += _stretch(each, words)
    return tuple(blocks) or (remark(words("course.nothing")),)


def _stretch(each: Stretch, words: Words) -> list[Block]:
    """Its heading, its lines in their order, and at the end what came of the item."""
    row = each.section
    title = section_title(row, words)
    if each.is_continued:
        title = words("course.continued", item=title)
    level = 2 if row.is_public else 3
    blocks: list[Block] = [heading(level, title, beside=each.time, about=row.id)]
    if not each.is_continued and (facts := section_facts(row, words)):
        blocks.append(Paragraph(runs=plain(facts), role="facts", about=row.id))
    for event in each.events:
        blocks += _event(event, words)
    if each.is_last:
        blocks += ending(row, words)
    return blocks


def _event(event: Event, words: Words) -> list[Block]:
    match event.row:
        case DecisionRow():
            decided = resolution(event.row, words)
            return [replace(decided, title=(*_before(event.time), *decided.title))]
        case RoundRow():
            first, *others = round_blocks(event.row, words)
            return [_timed(event.time, first), *others]
        case BoardRow():
            first, *others = board_blocks(event.row, words)
            return [_timed(event.time, first), *others]
        case Happening():
            return [_line(event.time, plain(_happening(event.row, words)), event.row.id)]
        case QuorumRow():
            return [_line(event.time, plain(_quorum(event.row, words)))]
        case ActionRow() as row:
            said = words("course.action", number=typed(row.number), summary=typed(row.summary),
                         who=typed(row.who) or words("table.open"),
                         until=until(row, words))  # fmt: skip
            return [_line(event.time, plain(said), row.id)]
        case QuestionRow() as row:
            said = words("course.question", number=typed(row.number), text=typed(row.text))
            if answer := typed(row.answer):
                said = words("section.answer", question=said, answer=answer)
            return [_line(event.time, plain(said), row.id)]
        case ParkedRow() as row:
            said = words("course.parked", number=typed(row.number), text=typed(row.text))
            return [_line(event.time, plain(said), row.id)]


def _happening(row: Happening, words: Words) -> str:
    text = typed(row.text)
    if row.kind != "note":
        return words(f"course.{row.kind}", name=text)
    name = typed(row.said_by)
    is_said = not name or text.casefold().startswith(name.casefold())
    return text if is_said else words("course.said", name=name, text=text)


def _quorum(row: QuorumRow, words: Words) -> str:
    met = words("head.quorate" if row.is_met else "head.not_quorate")
    if not row.legal_number:
        return words("course.quorum", met=met, present=row.present)
    return words("course.quorum_of", met=met, present=row.present, legal_number=row.legal_number)


def _line(time: str, runs: Runs, about: str = "") -> Paragraph:
    """'**16:31 Uhr** Samira Haddad kommt hinzu.'"""
    return Paragraph(runs=(*_before(time), *runs), about=about)


def _before(time: str) -> Runs:
    return (Run(time, is_strong=True), Run(" ")) if time else ()


def _timed(time: str, block: Block) -> Block:
    """A label with its time in front."""
    if time and isinstance(block, Paragraph):
        return replace(block, runs=(Run(f"{time} ", is_strong=True), *block.runs))
    return block
