"""An entry as the live screen prints it: time, tag, text wrapped, and under it who, until when and
what is missing, in words."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rich.cells import cell_len
from textual.content import Content

from facilitator.capture.due import show_due
from facilitator.deciding_words import how_taken, opinion_words, vote_numbers, vote_words
from facilitator.folding import display
from facilitator.i18n import current_language, tr
from facilitator.meeting.actions import current
from facilitator.meeting.model import (
    OPEN_STATUSES,
    ActionItem,
    Decision,
    Entry,
    Meeting,
    Owner,
    ParkedTopic,
    Question,
)
from facilitator.told import decision_kind_word

TEXT_AT = 12
"""Column where the text begins: blank, time, two blanks, tag."""
RIGHT_MARGIN = 3
NARROW = 40
"""Below this width the time is left out."""

Look = Literal["text", "detail", "missing", "aside", "mark"]


class Piece(NamedTuple):
    text: str
    look: Look


class Row(NamedTuple):
    """One line of the list. `lead`: what stands left of the text, `mark` at the right edge."""

    lead: str
    pieces: tuple[Piece, ...]
    mark: str = ""


def entry_rows(entry: Entry, meeting: Meeting, width: int) -> tuple[Row, ...]:
    """The lines of one entry at this width: at least one."""
    mark = _mark(entry)
    is_narrow = width < NARROW
    lead = f" {entry.tag:<3} " if is_narrow else f" {entry.at.at:%H:%M}  {entry.tag:<3} "
    lead = lead.ljust(TEXT_AT if not is_narrow else 0)
    indent = " " * len(lead)
    margin = 1 if is_narrow else RIGHT_MARGIN
    space = max(4, width - len(lead) - margin - (cell_len(mark) + 2 if mark else 0))
    rows = [
        Row(indent if at else lead, (Piece(line, "text"),), "" if at else mark)
        for at, line in enumerate(wrapped(entry.text, space))
    ]
    return (*rows, *(Row(indent, pieces) for pieces in _detail_lines(entry, meeting, space)))


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells; breaks of a long note stay."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += [part.plain.rstrip() for part in Content(display(line)).wrap(width)] or [""]
    return lines or [""]


def owner_name(owner: Owner, meeting: Meeting) -> str:
    """'Samir Haddad (IHK)'; groups, organisations and bare names as they are."""
    if owner.kind == "person" and (person := meeting.person(owner.id)):
        organization = meeting.organization_name(person)
        return f"{person.name} ({organization})" if organization else person.name
    return owner.name


def due_words(entry: ActionItem | Question, meeting: Meeting) -> str:
    """'Ende August (31.08.2026)', with the day the next meeting now has."""
    if entry.due is None:
        return ""
    coming = meeting.next_meeting.day if meeting.next_meeting else None
    return show_due(entry.due, current_language(), coming)


def _mark(entry: Entry) -> str:
    match entry.visibility:
        case "internal":
            return tr("internal")
        case "record":
            return tr("record only")
    return ""


def _detail_lines(entry: Entry, meeting: Meeting, width: int) -> list[tuple[Piece, ...]]:
    pieces = _details(entry, meeting)
    lines: list[tuple[Piece, ...]] = []
    line: list[Piece] = []
    used = 0
    for piece in pieces:
        joint = "" if not line else "  " if _both_missing(line[-1], piece) else " · "
        if line and used + len(joint) + cell_len(piece.text) > width:
            lines.append(tuple(line))
            line, used, joint = [], 0, ""
        for at, part in enumerate(wrapped(piece.text, width)):
            if at:
                lines.append(tuple(line))
                line, used, joint = [], 0, ""
            if joint:
                line.append(Piece(joint, "detail"))
            line.append(Piece(part, piece.look))
            used += len(joint) + cell_len(part)
    return [*lines, tuple(line)] if line else lines


def _both_missing(before: Piece, piece: Piece) -> bool:
    return before.look == piece.look == "missing"


def _details(entry: Entry, meeting: Meeting) -> list[Piece]:
    pieces: list[Piece] = []
    if isinstance(entry, ActionItem):
        pieces = _of_action(entry, meeting)
    elif isinstance(entry, Decision):
        pieces = _of_decision(entry)
    elif isinstance(entry, Question):
        if entry.owners:
            pieces.append(Piece(_owners(entry, meeting), "detail"))
        if entry.due:
            pieces.append(Piece(due_words(entry, meeting), "detail"))
        if entry.answer:
            pieces.append(Piece(tr("answer: {text}", text=entry.answer), "detail"))
    elif isinstance(entry, ParkedTopic) and entry.outcome:
        pieces.append(Piece(entry.outcome, "detail"))
    pieces += [
        Piece(tr("elsewhere: {value}", value=value or "–"), "missing")
        for _, value in entry.conflicts
    ]
    return pieces


def _owners(entry: ActionItem | Question, meeting: Meeting) -> str:
    return ", ".join(owner_name(owner, meeting) for owner in entry.owners)


def _of_action(born: ActionItem, meeting: Meeting) -> list[Piece]:
    entry = current(born, meeting.statements)
    asks = entry.visibility == "minutes" and entry.status in OPEN_STATUSES
    pieces: list[Piece] = []
    if entry.is_milestone:
        pieces.append(Piece(tr("milestone"), "detail"))
    if entry.owners:
        pieces.append(Piece(_owners(entry, meeting), "detail"))
    elif asks and "owners" not in entry.left_open:
        pieces.append(Piece(tr("who?"), "missing"))
    if entry.due:
        pieces.append(Piece(due_words(entry, meeting), "detail"))
    elif asks and "due" not in entry.left_open:
        pieces.append(Piece(tr("by when?"), "missing"))
    if entry.status != "needs-action":
        pieces.append(Piece(status_word(entry.status), "detail"))
    if entry.read_back_at:
        at = f"{entry.read_back_at.at:%H:%M}"
        pieces.append(Piece(tr("read back and confirmed {time}", time=at), "detail"))
    return pieces


def status_word(status: str) -> str:
    match status:
        case "in-process":
            return tr("in progress")
        case "completed":
            return tr("done")
        case "cancelled":
            return tr("dropped")
    return tr("open")


def _of_decision(entry: Decision) -> list[Piece]:
    """'Empfehlung · einstimmig bei 4 Enthaltungen · verlesen und bestätigt 18:50'."""
    language = current_language()
    said: list[str] = []
    if entry.decision_kind != "decision":
        said.append(decision_kind_word(entry.decision_kind))
    if entry.addressee:
        said.append(tr("to {name}", name=entry.addressee))
    if entry.opinions:
        said.append(opinion_words(entry.opinions[-1], language))
    if vote := entry.vote:
        said += [
            vote_words(vote, language),
            vote_numbers(vote, language),
            how_taken(vote, language),
        ]
        if vote.dissent:
            said.append(tr("dissent: {names}", names=", ".join(vote.dissent)))
    if entry.read_back_at:
        at = f"{entry.read_back_at.at:%H:%M}"
        said.append(tr("read back and confirmed {time}", time=at))
    if entry.earlier_wordings:
        said.append(tr("wording {n}", n=len(entry.earlier_wordings) + 1))
    return [Piece(text, "detail") for text in said if text]
