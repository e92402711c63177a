"""The left side of the desk as rows: what is missing in three ranks, and what is not in the
minutes."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from facilitator.i18n import tr
from facilitator.meeting.model import Entry, Meeting
from facilitator.minutes.gaps import Gap, Rank
from facilitator.told import visibility_word
from screens.widgets.columns import cut, padded, spread
from screens.widgets.gap_words import gap_id, gap_question, gap_subject
from screens.widgets.row_list import Row

OUT = "out-"
"""Beginning of the ids of rows for entries that are not in the minutes."""


def left_out(meeting: Meeting) -> tuple[Entry, ...]:
    """Entries that are not in the minutes, in the order of the agenda."""
    places = {item.id: place for place, item in enumerate(meeting.agenda_items)}
    out = [entry for entry in meeting.entries if entry.visibility != "minutes"]
    return tuple(sorted(out, key=lambda e: places.get(e.item, -1 if e.before_start else 9999)))


def desk_rows(meeting: Meeting, gaps: tuple[Gap, ...], width: int, *, is_wide: bool) -> list[Row]:
    """All rows; with headings and counts where there is room for them."""
    rows: list[Row] = []
    headings: dict[Rank, str] = {
        "missing": tr("STILL MISSING"),
        "to_decide": tr("TO DECIDE"),
        "hint": tr("HINTS"),
    }
    rank = ""
    for gap in gaps:
        if is_wide and gap.rank != rank:
            count = sum(each.rank == gap.rank for each in gaps)
            rows += _heading(headings[gap.rank], count, width, is_first=not rows)
        rank = gap.rank
        rows.append(Row(gap_id(gap), _gap_line(gap, width, is_wide=is_wide)))
    if not gaps:
        rows.append(Row("", Content("   " + tr("Nothing is missing."))))
    if out := left_out(meeting):
        rows += _heading(tr("NOT IN THE MINUTES"), len(out), width, is_first=not is_wide)
        numbers = {item.id: item.number for item in meeting.agenda_items}
        rows += [
            Row(OUT + entry.id, _out_line(entry, numbers.get(entry.item, ""), width))
            for entry in out
        ]
    return rows


def _heading(text: str, count: int, width: int, *, is_first: bool) -> list[Row]:
    heading = Row("", Content(f" {spread(text, str(count), width - 2)}"))
    return [heading] if is_first else [Row("", Content(" ")), heading]


def _gap_line(gap: Gap, width: int, *, is_wide: bool) -> Content:
    """'M7  Fachtag zur Anerkennung …  wer?'; what is asked is never cut away."""
    question = cut(gap_question(gap), max(8, width * 3 // 5))
    style = "$warning" if gap.rank == "missing" else ""
    label = padded(gap.label, 4) if cell_len(gap.label) <= 4 else gap.label
    space = width - cell_len(label) - 5 - cell_len(question)
    if gap.label and is_wide and space < 12:
        question = cut(gap_question(gap), width - cell_len(label) - 4)
        return Content.assemble(f"   {label} ", Content.styled(question, style))
    subject = padded(gap_subject(gap), max(4, space))
    return Content.assemble(f"   {label} {subject} ", Content.styled(question, style))


def _out_line(entry: Entry, number: str, width: int) -> Content:
    word = visibility_word(entry.visibility)
    tag = entry.tag if entry.kind != "note" else number
    space = max(4, width - 9 - cell_len(word))
    return Content.assemble(
        f"   {padded(tag, 4)} {padded(entry.text, space)} ", Content.styled(word, "$foreground 60%")
    )
