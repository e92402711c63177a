"""How an action item stands in the review: one line, and its origin below the list."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from facilitator.capture.due import show_day, show_due
from facilitator.i18n import current_language, ntr, tr
from facilitator.meeting.actions import owner_names
from facilitator.meeting.model import ActionStatus
from facilitator.meeting.review import ReviewRow, Section
from screens.widgets.columns import padded
from screens.widgets.row_list import Row

_WIDE = 100
_NARROW = 60


def list_rows(rows: Iterable[ReviewRow], marked: Collection[str], size: Size) -> list[Row]:
    """Rows under the headings of their sections; an empty line between where there is room."""
    shown: list[Row] = []
    section: Section | None = None
    for row in rows:
        if row.section != section:
            if section is not None and size.height > 30:
                shown.append(Row("", Content(" ")))
            section = row.section
            shown.append(Row("", Content(f"   {heading(section)}")))
        shown.append(Row(row.action.id, _line(row, row.action.id in marked, size.width)))
    return shown or [Row("", Content("   " + tr("Nothing is open.")))]


def heading(section: Section) -> str:
    return {
        "milestones": tr("MILESTONES"),
        "overdue": tr("OVERDUE"),
        "due_today": tr("DUE TODAY"),
        "without_due": tr("WITHOUT A DATE"),
        "later": tr("LATER"),
        "reviewed": tr("GONE THROUGH"),
    }[section]


def detail_text(row: ReviewRow, *, whole: bool) -> str:
    """Where it comes from, as spoken, and what was said since (`whole`: all of it)."""
    action = row.action
    parts = [f"{action.number}  {action.summary}".strip()]
    places = (action.series, action.origin, action.origin_item)
    origin = ", ".join(part for part in places if part)
    if action.source_missing:
        origin = tr("source missing") + (f" · {origin}" if origin else "")
    if origin:
        parts.append(tr("from {origin}", origin=origin))
    if action.wording:
        parts.append(f"„{action.wording}“")
    if action.due is not None:
        parts.append(show_due(action.due, current_language(), row.last))
    history = action.history if whole else action.history[-1:]
    for comment in history:
        day = show_day(comment.at.at.date(), current_language(), weekday=False)
        parts.append(f"{day} {comment.text}")
    return " · ".join(parts)


def _line(row: ReviewRow, is_marked: bool, width: int) -> Content:
    width = max(24, width - 2)
    action = row.action
    number_width, owner_width, due_width, late_width = (11, 15, 9, 12)
    if width >= _WIDE:
        number_width, owner_width, due_width, late_width = (12, 22, 16, 20)
    elif width < _NARROW:
        number_width, owner_width, due_width, late_width = (0, 10, 0, 0)
    columns = [w + 1 for w in (number_width, owner_width, due_width, late_width) if w]
    parts: list[Content | str] = [" ▌ " if is_marked else "   "]
    if number_width:
        parts.append(padded(action.number or "–", number_width) + " ")
    parts.append(padded(action.summary, width - 3 - sum(columns)) + " ")
    parts.append(padded(owner_names(action.owners) or "–", owner_width) + " ")
    if due_width:
        parts.append(padded(_due(row, width), due_width) + " ")
        parts.append(_last_column(row, late_width))
    return Content.assemble(*parts)


def _due(row: ReviewRow, width: int) -> str:
    if row.action.due is None:
        return "–"
    if row.section == "due_today":
        return tr("today")
    if row.last is None:
        return row.action.due.text
    if width < _WIDE:
        return f"{row.last:%d.%m.%y}" if current_language() == "de" else f"{row.last:%d %b %y}"
    return show_day(row.last, current_language(), weekday=False)


def _last_column(row: ReviewRow, width: int) -> Content | str:
    if row.said is not None:
        return padded(_what_was_said(row), width)
    if row.section == "milestones":
        late = bool(row.days_overdue)
        return Content.styled(padded(due_in(row, width), width), "$warning" if late else "")
    if row.section == "overdue":
        return Content.styled(
            padded(ntr("{n} day", "{n} days", row.days_overdue), width), "$warning"
        )
    return padded("", width)


def due_in(row: ReviewRow, width: int) -> str:
    """A milestone against the day of the meeting: 'due in 14 days', 'due now', 'overdue'."""
    if row.days_overdue:
        days = ntr("{n} day overdue", "{n} days overdue", row.days_overdue)
        return days if cell_len(days) <= width else tr("overdue")
    if row.days_left is None:
        return ""
    if row.days_left == 0:
        return tr("due now")
    days = ntr("due in {n} day", "due in {n} days", row.days_left)
    if cell_len(days) <= width:
        return days
    return ntr("in {n} day", "in {n} days", row.days_left)


def _what_was_said(row: ReviewRow) -> str:
    """Its state, if it was given one here; else what was said last."""
    words: dict[ActionStatus, str] = {
        "completed": tr("✓ done"),
        "in-process": tr("in progress"),
        "cancelled": tr("dropped"),
        "needs-action": tr("open"),
    }
    said = row.said
    if said is None:
        return ""
    if row.status_said is not None:
        return words[row.status_said]
    if said.due is not None:
        return tr("→ new date")
    return tr("→ new owner") if said.owners is not None else tr("comment")
