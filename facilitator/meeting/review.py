"""The review of open action items: milestones in the order of their days, then what is overdue,
what is due today, what has no date, what comes later, and what was gone through today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from facilitator.meeting.actions import is_open, present
from facilitator.meeting.model import (
    ActionStatus,
    AgendaItem,
    Meeting,
    Statement,
    TabledAction,
    Value,
)

Section = Literal["milestones", "overdue", "due_today", "without_due", "later", "reviewed"]
SECTIONS: tuple[Section, ...] = (
    "milestones", "overdue", "due_today", "without_due", "later", "reviewed",
)  # fmt: skip


class ReviewRow(Value, frozen=True, kw_only=True):
    """One action item in the review, as it stands now. `said` is the last thing said of it in
    this review, or None; `status_said` the state it was given here, whatever was said after."""

    action: TabledAction
    section: Section
    last: date | None = None
    days_overdue: int = 0
    days_left: int | None = None
    """Until the last day it allows: 0 on that day; None when it is past or there is none."""
    said: Statement | None = None
    status_said: ActionStatus | None = None


def review_rows(
    actions: Iterable[TabledAction], statements: Iterable[Statement], today: date
) -> tuple[ReviewRow, ...]:
    """The rows in order: by section, the oldest due first, then by number. `statements` are those
    of this review; what was gone through stands last. A due 'at the next meeting' is due today,
    if this meeting is that one."""
    ordered = sorted(statements, key=_id)
    said = {statement.action_item: statement for statement in ordered}
    status = {each.action_item: each.status for each in ordered if each.status is not None}
    rows = [
        _row(action, ordered, said.get(action.id), status.get(action.id), today)
        for action in actions
    ]
    return tuple(sorted(rows, key=_place))


def open_count(rows: Iterable[ReviewRow]) -> int:
    """How many are not gone through yet."""
    return sum(row.section != "reviewed" for row in rows)


def belongs_to(action: TabledAction, item: AgendaItem, meeting: Meeting) -> bool:
    """Whether an action item is the business of an agenda item: same group or same field."""
    group = meeting.group(item.group)
    field = meeting.field(item.field)
    names = [owner.name for owner in action.owners]
    if group is not None and (action.group == group.name or group.name in names):
        return True
    return field is not None and action.field == field.name


def _row(
    action: TabledAction,
    statements: list[Statement],
    said: Statement | None,
    status_said: ActionStatus | None,
    today: date,
) -> ReviewRow:
    now = present(action, statements)
    last = now.due.last_day() if now.due else None
    days = max(0, (today - last).days) if last else 0
    return ReviewRow(
        action=now,
        section=_section(now, said, last, today),
        last=last,
        days_overdue=days,
        days_left=_days_left(now, last, today),
        said=said,
        status_said=status_said,
    )


def _section(now: TabledAction, said: Statement | None, last: date | None, today: date) -> Section:
    if said is not None or not is_open(now.status):
        return "reviewed"
    if now.is_milestone:
        return "milestones"
    if now.due is None:
        return "without_due"
    if now.due.next_meeting and (last is None or last == today):
        return "due_today"
    if last is None:
        return "later"
    if last < today:
        return "overdue"
    return "due_today" if last == today else "later"


def _days_left(now: TabledAction, last: date | None, today: date) -> int | None:
    if last is None:
        return 0 if now.due and now.due.next_meeting else None
    return (last - today).days if last >= today else None


def _id(statement: Statement) -> str:
    return statement.id


def _place(row: ReviewRow) -> tuple[int, date, str]:
    return (SECTIONS.index(row.section), row.last or date.max, row.action.number)
