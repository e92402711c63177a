"""Action items across meetings: the present state is the statements in order, per field the last
that speaks. Correcting the birth changes the birth, not what was said after it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import (
    OPEN_STATUSES,
    ActionItem,
    ActionStatus,
    Comment,
    Due,
    Meeting,
    Owner,
    Statement,
    TabledAction,
)


def present(action: TabledAction, statements: Iterable[Statement]) -> TabledAction:
    """A tabled action item as it stands after these statements; others' are passed over."""
    status, owners, due = action.status, action.owners, action.due
    history = list(action.history)
    for statement in _about(action.id, statements):
        status = statement.status or status
        owners = statement.owners if statement.owners is not None else owners
        due = statement.due if statement.due is not None else due
        if text := statement.comment or statement.reason:
            history.append(Comment(at=statement.at, text=text))
    return msgspec.structs.replace(
        action, status=status, owners=owners, due=due, history=tuple(history)
    )


def current(action: ActionItem, statements: Iterable[Statement]) -> ActionItem:
    """An action item as it stands after these statements."""
    status, owners, due, reason = action.status, action.owners, action.due, action.reason
    comments = list(action.comments)
    for statement in _about(action.id, statements):
        status = statement.status or status
        owners = statement.owners if statement.owners is not None else owners
        due = statement.due if statement.due is not None else due
        reason = statement.reason or reason
        if text := statement.comment or statement.reason:
            comments.append(Comment(at=statement.at, text=text))
    return msgspec.structs.replace(
        action, status=status, owners=owners, due=due, reason=reason, comments=tuple(comments)
    )


def tabled(action: ActionItem, meeting: Meeting, series_name: str = "") -> TabledAction:
    """An action item of `meeting` as it lies on the table of a later one."""
    item = meeting.item(action.item)
    group = meeting.group(action.group or (item.group if item else ""))
    field = meeting.field(action.field or (item.field if item else ""))
    day = f"{meeting.day:%d.%m.%Y}" if meeting.day else ""
    return TabledAction(
        id=action.id,
        number=action.number,
        summary=action.text,
        owners=action.owners,
        due=action.due,
        status=action.status,
        field=field.name if field else "",
        group=group.name if group else "",
        series=series_name or meeting.series_name,
        origin=f"{meeting.title}, {day}" if day else meeting.title,
        origin_item=f"{item.number} {item.title}" if item else "",
        wording="" if action.text in action.line else action.line,
        history=action.comments,
        is_milestone=action.is_milestone,
        public=is_public(meeting, item) if item else not action.is_from_closed_item,
    )


def is_open(status: ActionStatus) -> bool:
    return status in OPEN_STATUSES


def is_overdue(
    due: Due | None, status: ActionStatus, today: date, next_meeting: date | None = None
) -> bool:
    """Only the last day a due allows decides; on that day itself it is not yet overdue."""
    last = due.last_day(next_meeting) if due else None
    return is_open(status) and last is not None and last < today


def days_overdue(due: Due | None, today: date, next_meeting: date | None = None) -> int:
    """Days since the last day allowed; 0 when it is not past or there is none."""
    last = due.last_day(next_meeting) if due else None
    return max(0, (today - last).days) if last else 0


def owner_names(owners: tuple[Owner, ...]) -> str:
    """Names as printed, in the order given."""
    return ", ".join(owner.name for owner in owners)


def _about(action: str, statements: Iterable[Statement]) -> list[Statement]:
    return sorted((s for s in statements if s.action_item == action), key=lambda s: s.id)
