"""What of a meeting goes out to other programs: the part that a document of this scope may know
(`minutes.document.scope`), and its action items as they stand. Internal entries and those for the
record only never go out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from facilitator.meeting.actions import current, present
from facilitator.meeting.agenda import group_of, is_public
from facilitator.meeting.model import (
    ActionItem,
    ActionStatus,
    AgendaItem,
    Due,
    Entry,
    Meeting,
    Statement,
    TabledAction,
    Value,
)
from facilitator.minutes.document import part_of
from facilitator.minutes.paper.asked import function_words
from facilitator.minutes.paper.words import Words
from facilitator.minutes.printed import Printed
from facilitator.minutes.wanted import Wanted

E = TypeVar("E", bound=Entry)


class OutgoingAction(Value, frozen=True, kw_only=True):
    """`id` is that of its birth, in whatever meeting it was born. `number`: the series' own, else
    the tag. `last`: the last day the due allows. `remark`: what was said of it here. `item`: the
    agenda item under which it was born here or reviewed here, or None. `origin`: title and day of
    the meeting of birth. `changed`: id of the last statement about it known here, or empty.
    `is_public`: neither born nor spoken of under a non-public item."""

    id: str
    number: str
    summary: str
    owners: tuple[str, ...]
    due: Due | None
    last: date | None
    status: ActionStatus
    remark: str = ""
    field: str = ""
    group: str = ""
    item: AgendaItem | None = None
    origin: str = ""
    is_milestone: bool = False
    is_earlier: bool = False
    is_public: bool = True
    changed: str = ""


def outgoing_part(meeting: Meeting, wanted: Wanted, words: Words) -> Meeting:
    """In public: nothing of non-public items, and functions instead of people's names."""
    return part_of(meeting, wanted, function_words(words))


def outgoing_actions(part: Meeting, printed: Printed) -> tuple[OutgoingAction, ...]:
    """New ones in the order of the agenda, then those of earlier meetings as they were tabled."""
    return (
        *(_new(part, entry, printed) for entry in in_order(part, part.action_items)),
        *(_earlier(part, action) for action in part.tabled_actions),
    )


def in_order(part: Meeting, entries: Iterable[E]) -> list[E]:
    """Those for the minutes, in the order of the agenda."""
    places = {item.id: place for place, item in enumerate(part.agenda_items)}
    return sorted(
        (entry for entry in entries if entry.visibility == "minutes"),
        key=lambda entry: places.get(entry.item, -1 if entry.before_start else len(places)),
    )


def _is_entry_public(meeting: Meeting, entry: Entry) -> bool:
    item = meeting.item(entry.item)
    return is_public(meeting, item) if item else not entry.is_from_closed_item


def _is_tabled_public(meeting: Meeting, action: TabledAction) -> bool:
    """One of an earlier meeting is as public as the item it was born under and those under which
    it was spoken of here."""
    items = [meeting.item(s.item) for s in meeting.statements if s.action_item == action.id]
    return action.public and all(is_public(meeting, item) for item in items if item)


def _new(meeting: Meeting, entry: ActionItem, printed: Printed) -> OutgoingAction:
    now = current(entry, meeting.statements)
    item = meeting.item(entry.item)
    group = meeting.group(entry.group or group_of(meeting, item))
    field = meeting.field(entry.field)
    said = _said_of(entry.id, meeting.statements)
    return OutgoingAction(
        id=entry.id,
        number=entry.number or entry.tag,
        summary=entry.text,
        owners=tuple(owner.name for owner in now.owners if owner.name.strip()),
        due=now.due,
        last=_last(meeting, now.due),
        status=now.status,
        remark=now.reason if now.status == "cancelled" else "",
        field=field.name if field else "",
        group=group.name if group else "",
        item=item,
        origin=", ".join(part for part in (meeting.title, printed.day(meeting.day)) if part),
        is_milestone=entry.is_milestone,
        is_public=_is_entry_public(meeting, entry),
        changed=said[-1].id if said else "",
    )


def _earlier(meeting: Meeting, action: TabledAction) -> OutgoingAction:
    now = present(action, meeting.statements)
    said = _said_of(action.id, meeting.statements)
    remarks = [text for s in said for text in (s.comment, s.reason) if text]
    return OutgoingAction(
        id=action.id,
        number=action.number,
        summary=action.summary,
        owners=tuple(owner.name for owner in now.owners if owner.name.strip()),
        due=now.due,
        last=_last(meeting, now.due),
        status=now.status,
        remark="; ".join(dict.fromkeys(remarks)),
        field=action.field,
        group=action.group,
        item=meeting.item(said[-1].item) if said else None,
        origin=action.origin,
        is_milestone=action.is_milestone,
        is_public=_is_tabled_public(meeting, action),
        is_earlier=True,
        changed=said[-1].id if said else "",
    )


def _said_of(action: str, statements: tuple[Statement, ...]) -> list[Statement]:
    return sorted((s for s in statements if s.action_item == action), key=lambda s: s.id)


def _last(meeting: Meeting, due: Due | None) -> date | None:
    return due.last_day(meeting.next_meeting.day if meeting.next_meeting else None) if due else None
