"""Action items of a series as they stand now: births in the order of the meetings, then every
statement about them, wherever it was made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from facilitator.meeting.actions import current, days_overdue, is_open, is_overdue, present, tabled
from facilitator.meeting.model import ActionItem, Meeting, Series, Statement, TabledAction, Value


class RegisteredAction(Value, frozen=True, kw_only=True):
    """An action item of the register. `action` is its present state as a tabled one; `tag` and
    `item` are those of its birth; `last` the last day its due allows, as now known."""

    action: TabledAction
    tag: str
    meeting: str
    """Reference of the meeting of birth, or empty: born between meetings."""
    series: str
    """Folder name of the series."""
    item: str
    """Number of the agenda item of birth, or empty."""
    last: date | None = None

    @property
    def is_open(self) -> bool:
        return is_open(self.action.status)

    def is_overdue(self, today: date) -> bool:
        return is_overdue(self.action.due, self.action.status, today, self.last)

    def days_overdue(self, today: date) -> int:
        return days_overdue(self.action.due, today, self.last)


def registered_actions(
    slug: str, series: Series, meetings: Iterable[tuple[str, Meeting]]
) -> tuple[RegisteredAction, ...]:
    """All action items of one series, oldest first. `meetings`: pairs of reference and meeting.

    Internal entries never appear. An action item on an earlier table whose file of birth is
    missing is taken from that table and marked 'source missing', never dropped in silence."""
    pairs = sorted(meetings, key=_place_in_time)
    statements = tuple(series.statements) + tuple(s for _, m in pairs for s in m.statements)
    found: dict[str, RegisteredAction] = {}
    for reference, meeting in pairs:
        following = _day_after(meeting, pairs)
        for action in meeting.action_items:
            if action.visibility != "internal":
                found[action.id] = _born(
                    slug, series, reference, meeting, action, statements, following
                )
    for born in series.action_items:
        if born.id not in found:
            found[born.id] = _born(slug, series, "", Meeting(), born, statements, None)
    for _, meeting in pairs:
        for kept in meeting.tabled_actions:
            if kept.id not in found:
                found[kept.id] = _orphan(slug, kept, statements)
    return tuple(found.values())


def _born(
    slug: str,
    series: Series,
    reference: str,
    meeting: Meeting,
    action: ActionItem,
    statements: tuple[Statement, ...],
    following: date | None,
) -> RegisteredAction:
    now = current(action, statements)
    item = meeting.item(action.item)
    return RegisteredAction(
        action=tabled(now, meeting, series.name),
        tag=action.tag,
        meeting=reference,
        series=slug,
        item=item.number if item else "",
        last=now.due.last_day(following) if now.due else None,
    )


def _orphan(slug: str, kept: TabledAction, statements: tuple[Statement, ...]) -> RegisteredAction:
    now = msgspec.structs.replace(present(kept, statements), source_missing=True)
    return RegisteredAction(
        action=now,
        tag="",
        meeting="",
        series=slug,
        item="",
        last=now.due.last_day() if now.due else None,
    )


def _place_in_time(pair: tuple[str, Meeting]) -> tuple[date, str]:
    reference, meeting = pair
    return (meeting.day or date.max, reference)


def _day_after(meeting: Meeting, pairs: list[tuple[str, Meeting]]) -> date | None:
    """The day of the next meeting of the series after this one: planned, else as announced."""
    if meeting.day is not None:
        later = [m.day for _, m in pairs if m.day is not None and m.day > meeting.day]
        if later:
            return min(later)
    return meeting.next_meeting.day if meeting.next_meeting else None
