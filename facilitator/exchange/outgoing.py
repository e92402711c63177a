"""What of a meeting goes out to other programs: action items as they stand, within a scope.

Only what is for the minutes; internal entries and those for the record only never. In public:
nothing of non-public items, and functions or organisations instead of people's names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from facilitator.meeting.actions import current, present
from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import (
    ActionItem,
    ActionStatus,
    AgendaItem,
    Due,
    Entry,
    Meeting,
    Owner,
    Statement,
    TabledAction,
    Value,
)
from facilitator.minutes.paper.words import Words, words_of
from facilitator.minutes.printed import Printed
from facilitator.minutes.wanted import Scope, Wanted


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


def words_for(meeting: Meeting, wanted: Wanted, templates: Path | None) -> Words:
    """The words of a document, for its kind of meeting. Raises BadFile for a town's own words that
    cannot be used."""
    language = Printed(wanted.language or meeting.language).language
    return words_of(language, templates, meeting.kind)


def outgoing_actions(
    meeting: Meeting, scope: Scope, printed: Printed
) -> tuple[OutgoingAction, ...]:
    """New ones in the order of the agenda, then those of earlier meetings as they were tabled."""
    places = {item.id: place for place, item in enumerate(meeting.agenda_items)}
    new = [e for e in meeting.action_items if is_in_scope(meeting, e, scope)]
    new.sort(key=lambda e: places.get(e.item, -1 if e.before_start else len(places)))
    return (
        *(_new(meeting, entry, scope, printed) for entry in new),
        *(
            _earlier(meeting, action, scope)
            for action in meeting.tabled_actions
            if scope == "all" or _is_tabled_public(meeting, action) == (scope == "public")
        ),
    )


def is_in_scope(meeting: Meeting, entry: Entry, scope: Scope) -> bool:
    if entry.visibility != "minutes":
        return False
    return scope == "all" or _is_entry_public(meeting, entry) == (scope == "public")


def _is_entry_public(meeting: Meeting, entry: Entry) -> bool:
    item = meeting.item(entry.item)
    return is_public(meeting, item) if item else not entry.is_from_closed_item


def _is_tabled_public(meeting: Meeting, action: TabledAction) -> bool:
    """One of an earlier meeting is as public as the item it was born under and those under which
    it was spoken of here."""
    items = [meeting.item(s.item) for s in meeting.statements if s.action_item == action.id]
    return action.public and all(is_public(meeting, item) for item in items if item)


def _new(meeting: Meeting, entry: ActionItem, scope: Scope, printed: Printed) -> OutgoingAction:
    now = current(entry, meeting.statements)
    item = meeting.item(entry.item)
    group = meeting.group(entry.group or _group_of(meeting, item))
    field = meeting.field(entry.field)
    said = _said_of(entry.id, meeting.statements)
    return OutgoingAction(
        id=entry.id,
        number=entry.number or entry.tag,
        summary=entry.text,
        owners=owners_shown(meeting, now.owners, scope),
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


def _earlier(meeting: Meeting, action: TabledAction, scope: Scope) -> OutgoingAction:
    now = present(action, meeting.statements)
    said = _said_of(action.id, meeting.statements)
    remarks = [text for s in said for text in (s.comment, s.reason) if text]
    return OutgoingAction(
        id=action.id,
        number=action.number,
        summary=action.summary,
        owners=owners_shown(meeting, now.owners, scope),
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


def owners_shown(meeting: Meeting, owners: Iterable[Owner], scope: Scope) -> tuple[str, ...]:
    """Names; in public the organisation, group or function. A bare name that is nobody known here
    may be a person's, so in public it is left out."""
    if scope != "public":
        return tuple(owner.name for owner in owners)
    return tuple(dict.fromkeys(shown for owner in owners for shown in _in_public(meeting, owner)))


def _in_public(meeting: Meeting, owner: Owner) -> Iterator[str]:
    if owner.kind in ("organization", "group"):
        yield owner.name
        return
    known = [p for p in meeting.people if p.id == owner.id or p.name == owner.name]
    if known:
        parts = (known[0].role, meeting.organization_name(known[0]))
        if shown := ", ".join(part for part in parts if part):
            yield shown
    elif owner.name in _bodies(meeting):
        yield owner.name


def _bodies(meeting: Meeting) -> frozenset[str]:
    organizations = {each.name for each in meeting.organizations}
    return frozenset(organizations | {each.name for each in meeting.groups})


def _said_of(action: str, statements: tuple[Statement, ...]) -> list[Statement]:
    return sorted((s for s in statements if s.action_item == action), key=lambda s: s.id)


def _last(meeting: Meeting, due: Due | None) -> date | None:
    return due.last_day(meeting.next_meeting.day if meeting.next_meeting else None) if due else None


def _group_of(meeting: Meeting, item: AgendaItem | None) -> str:
    """The group of the item, or of the one above it."""
    seen: set[str] = set()
    while item is not None and item.id not in seen:
        if item.group:
            return item.group
        seen.add(item.id)
        item = meeting.item(item.parent)
    return ""
