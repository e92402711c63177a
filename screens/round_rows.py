"""A round as rows: who was heard and what they said, who is still missing. In the room of the
round every answer, in the live screen as a compact block under its item."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from facilitator.capture.round_line import speaker_of
from facilitator.i18n import ntr, tr
from facilitator.meeting.model import Meeting, Round
from facilitator.told_speaking import subject_name
from screens.widgets.columns import cut, padded
from screens.widgets.entry_rows import NARROW, RIGHT_MARGIN, TEXT_AT, Piece, wrapped
from screens.widgets.entry_rows import Row as EntryRow
from screens.widgets.row_list import Row

MOST_LINES = 20
"""Lines of one answer in the room of the round; who is next must stay in reach."""
COMPACT = 6
"""Answers shown under the item in the live screen; of more only the last ones."""


def round_rows(round_: Round, meeting: Meeting, width: int, chosen: str) -> list[Row]:
    """A block for each subject, a blank line behind those that were heard."""
    rows: list[Row] = []
    width = max(24, width - 2)
    is_single = len(round_.subjects) > 12
    for subject in round_.subjects:
        answer = round_.answer_of(subject)
        is_heard = answer is not None and answer.is_heard
        sign = "✓" if is_heard else "▸" if subject == chosen else " "
        name_width = min(28, width // 2)
        name = padded(subject_name(subject, meeting), name_width)
        speaker = _who(round_, subject, meeting, is_asked=subject == chosen)
        first = f" {sign} {name} {speaker}"
        lines = [cut_right(first, width)]
        if answer is not None and answer.is_heard:
            text = tr("passes") if answer.has_passed and not answer.text else answer.text
            said = wrapped(text, width - 8)
            if (over := len(said) - MOST_LINES) > 1:
                more = "… " + ntr("{n} more line", "{n} more lines", over)
                said = [*said[:MOST_LINES], more]
            lines += [f"     {line}" for line in said]
            lines[-1] = _with_links(lines[-1], linked_tags(answer.id, meeting), width)
        rows.append(Row(subject, Content("\n".join(lines))))
        if is_heard and not is_single:
            rows.append(Row("", Content(" ")))
    return rows


def _who(round_: Round, subject: str, meeting: Meeting, *, is_asked: bool) -> str:
    """Who speaks for a group, asked for where nobody is known; people stand with their
    organisation, which tells namesakes apart."""
    if round_.over == "people" and (person := meeting.person(subject)) is not None:
        return meeting.organization_name(person)
    speaker = speaker_of(subject, round_, meeting)
    if speaker is not None:
        return speaker.name
    return tr("who speaks?") if round_.over == "groups" and is_asked else ""


def linked_tags(answer: str, meeting: Meeting) -> tuple[str, ...]:
    """Tags of the action items and questions that came from an answer."""
    return tuple(entry.tag for entry in meeting.entries if answer and entry.link == answer)


def _with_links(line: str, tags: tuple[str, ...], width: int) -> str:
    if not tags:
        return line
    told = f"→ {', '.join(tags)}"
    gap = width - cell_len(line) - cell_len(told) - 1
    return f"{line}{' ' * gap}{told}" if gap > 1 else f"{line}\n     {told}"


def cut_right(text: str, width: int) -> str:
    """Cut at the right; blanks inside stay."""
    if cell_len(text) <= width:
        return text.rstrip()
    lead = text[: len(text) - len(text.lstrip())]
    return lead + cut(text.strip(), width - len(lead))


def compact_rows(round_: Round, meeting: Meeting, width: int) -> tuple[EntryRow, ...]:
    """The round in the live screen: its question with how many were heard, one line an answer,
    who is missing in words."""
    is_narrow = width < NARROW
    lead = "R " if is_narrow else f" {round_.at.at:%H:%M}  {'R':<3} ".ljust(TEXT_AT)
    indent = " " * len(lead)
    space = max(8, width - len(lead) - (1 if is_narrow else RIGHT_MARGIN))
    missing = round_.missing
    heard = len(round_.subjects) - len(missing)
    count = tr("{n} of {all}", n=heard, all=len(round_.subjects))
    lines = wrapped(round_.prompt, max(8, space - cell_len(count) - 2))
    rows = [
        EntryRow(indent if at else lead, (Piece(line, "text"),), "" if at else count)
        for at, line in enumerate(lines)
    ]
    answers = [a for s in round_.subjects if (a := round_.answer_of(s)) and a.is_heard]
    if len(answers) > COMPACT:
        answers = sorted(answers, key=lambda answer: answer.at.at)[-3:]
    for answer in answers:
        name = subject_name(answer.subject, meeting)
        said = answer.text or tr("passes")
        tags = linked_tags(answer.id, meeting)
        told = f" → {', '.join(tags)}" if tags else ""
        text = f"{name}: {' '.join(said.split())}"
        rows.append(EntryRow(indent, (Piece(cut(text, space - cell_len(told)) + told, "detail"),)))
    if missing and not round_.is_closed:
        names = [subject_name(subject, meeting) for subject in missing]
        told = tr("missing: {names}", names=", ".join(names[:8]))
        if len(names) > 8:
            told += " " + tr("… and {n} more", n=len(names) - 8)
        rows += [EntryRow(indent, (Piece(line, "missing"),)) for line in wrapped(told, space)[:2]]
    return tuple(rows)


def told_missing(meeting: Meeting, round_id: str) -> str:
    """Who is missing in a round, in words; empty when nobody is."""
    round_ = meeting.round(round_id)
    if round_ is None or not round_.missing:
        return ""
    names = [subject_name(subject, meeting) for subject in round_.missing]
    return ntr(
        "{n} is missing: {names}", "{n} are missing: {names}", len(names), names=", ".join(names)
    )
