"""What stands behind the items: everything collected, the next meeting, the appendices."""

from __future__ import annotations

from datetime import date

from facilitator.meeting.actions import current, present
from facilitator.meeting.agenda import below, group_of, is_public
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Due,
    Meeting,
    MeetingKind,
    ParkedTopic,
)
from facilitator.meeting.timebox import planned_total
from facilitator.minutes.document.head import end_held
from facilitator.minutes.document.model import (
    ActionGroup,
    ActionRow,
    MilestoneRow,
    NextMeetingRow,
    Overview,
    OverviewRow,
    ParkedRow,
)
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.document.times import last_known
from facilitator.minutes.printed import Printed, clock

WITH_OVERVIEW: frozenset[MeetingKind] = frozenset({"workshop", "network", "conference"})


def action_groups(
    meeting: Meeting, actions: list[ActionItem], rows: Rows
) -> tuple[ActionGroup, ...]:
    """New action items by working group (their own, else that of their item), in the order of
    the agenda; those of no group behind them, those of non-public items last."""
    grouped: dict[str, list[ActionRow]] = {}
    of_item = {item.id: group_of(meeting, item) for item in meeting.agenda_items}
    for action in actions:
        if rows.is_public(action):
            group = meeting.group(action.group or of_item.get(action.item, ""))
            grouped.setdefault(group.name if group else "", []).append(rows.action(action))
    alone = grouped.pop("", None)
    if alone is not None:
        grouped[""] = alone
    groups = [ActionGroup(name=name, actions=tuple(each)) for name, each in grouped.items()]
    closed = tuple(rows.action(action) for action in actions if not rows.is_public(action))
    if closed:
        groups.append(ActionGroup(name="", actions=closed, is_public=False))
    return tuple(groups)


def milestones(meeting: Meeting, actions: list[ActionItem], rows: Rows) -> tuple[MilestoneRow, ...]:
    """New and earlier ones in the order of their last days; those without one last. Those of
    non-public items are not among them."""
    following = meeting.next_meeting.day if meeting.next_meeting else None
    found: list[tuple[date, MilestoneRow]] = []
    for tabled in meeting.tabled_actions:
        if tabled.is_milestone:
            due = present(tabled, meeting.statements).due
            found.append((_last_day(due, following), rows.earlier_milestone(tabled)))
    for action in actions:
        if action.is_milestone and rows.is_public(action):
            due = current(action, meeting.statements).due
            found.append((_last_day(due, following), rows.milestone(action)))
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def _last_day(due: Due | None, following: date | None) -> date:
    return (due.last_day(following) if due else None) or date.max


def parked(meeting: Meeting, topics: list[ParkedTopic], rows: Rows) -> tuple[ParkedRow, ...]:
    """What was parked, and the agenda items that were put there whole."""
    linked = {topic.link for topic in topics}
    texts = {topic.text.strip() for topic in topics}
    whole = (
        ParkedRow(
            id=item.id,
            number="",
            text=item.title,
            outcome="",
            item=item.number,
            is_public=is_public(meeting, item),
        )
        for item in meeting.agenda_items
        if item.state == "deferred"
        and item.deferred_to == "parking_lot"
        and item.id not in linked
        and item.title.strip() not in texts
    )
    return (*(rows.parked(topic) for topic in topics), *whole)


def next_meeting(meeting: Meeting, printed: Printed) -> NextMeetingRow:
    coming = meeting.next_meeting
    if coming is None:
        return NextMeetingRow()
    text = coming.text.strip()
    says_only_the_day = coming.day is not None and text[:1].isdigit()
    return NextMeetingRow(
        text="" if says_only_the_day else text,
        day=printed.dated(coming.day),
        time=printed.time(coming.start),
        place=coming.place,
    )


def overview(meeting: Meeting, annex: int, printed: Printed) -> Overview | None:
    """Planned and used minutes per item, breaks and spare time among them; None where the kind of
    meeting has none, or where nothing was planned or run."""
    if meeting.kind not in WITH_OVERVIEW:
        return None
    now = last_known(meeting)
    rows, total = [], 0.0
    for item in meeting.agenda_items:
        tree = [each for each in below(meeting, item) if each is item or each.is_business]
        used = sum(each.used_seconds(now) for each in tree) if now else 0.0
        has_run = any(each.intervals for each in tree)
        total += item.used_seconds(now) if now else 0.0
        rows.append(
            OverviewRow(
                id=item.id,
                number=item.number,
                title=item.title,
                planned=_planned(tree),
                used=round(used / 60) if has_run else None,
                kind="item" if item.is_business else "break" if item.is_break else "buffer",
            )
        )
    if not any(row.planned is not None or row.used is not None for row in rows):
        return None
    return Overview(
        annex=annex,
        rows=tuple(rows),
        planned=planned_total(meeting),
        used=round(total / 60),
        started=printed.time(clock(meeting.started_at)),
        planned_start=printed.time(meeting.start),
        ended=printed.time(end_held(meeting)),
        planned_end=printed.time(meeting.end),
    )


def _planned(tree: list[AgendaItem]) -> int | None:
    """An item's own plan, else that of its sub-items together."""
    own, *others = tree
    if own.planned_minutes is not None:
        return own.planned_minutes
    children = [o.planned_minutes for o in others if o.parent == own.id]
    known = [minutes for minutes in children if minutes is not None]
    return sum(known) if known else None
