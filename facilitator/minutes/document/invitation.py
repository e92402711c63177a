"""The agenda before the meeting: what an invitation says.

Also of a meeting that was held: the agenda as it stands, without what happened.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

from msgspec.structs import replace

from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import (
    AgendaItem,
    Instant,
    Meeting,
    ParkedTopic,
    Person,
    TabledAction,
)
from facilitator.meeting.projection import project
from facilitator.meeting.timebox import covers_sub_items, planned_start
from facilitator.minutes.document.model.attendance import PersonRow
from facilitator.minutes.document.model.invitation import Invitation, InvitedItem
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.document.tail import WITH_OVERVIEW
from facilitator.minutes.names import surname
from facilitator.minutes.printed import Printed


def invitation(meeting: Meeting, rows: Rows, printed: Printed) -> Invitation:
    with_times = meeting.kind in WITH_OVERVIEW
    starts = _starts(meeting) if with_times else {}

    def is_advisory(person: Person) -> bool:
        return meeting.kind == "body" and not person.voting_right

    items = tuple(
        _item(meeting, item, starts, with_times=with_times)
        for item in meeting.agenda_items
        if item.is_business or (with_times and item.is_break)
    )
    return Invitation(
        day=printed.dated(meeting.day),
        start=printed.time(meeting.start),
        time=printed.span(meeting.start, meeting.end),
        address=" ".join(meeting.place.split()),
        items=items,
        with_times=with_times and any(item.minutes or item.start for item in items),
        members=_people(meeting, lambda p: not p.guest and not is_advisory(p)),
        advisory=_people(meeting, lambda p: not p.guest and is_advisory(p)),
        guests=_people(meeting, lambda p: p.guest),
        chair_function=_chair_function(meeting),
        open_actions=tuple(rows.earlier(action, ()) for action in meeting.tabled_actions),
        parked=tuple(
            rows.parked(topic)
            for topic in meeting.parked_topics
            if topic.visibility == "minutes" and topic.before_start and not topic.outcome.strip()
        ),
    )


def with_brought_along(
    meeting: Meeting, actions: tuple[TabledAction, ...], before: Meeting | None
) -> Meeting:
    """A planned meeting with what it will have on the table: action items that are open, and the
    parking lot of the meeting before. One that has begun has its own."""
    if meeting.started_at is not None:
        return meeting
    known = {topic.text.strip() for topic in meeting.parked_topics}
    known |= {item.title.strip() for item in meeting.agenda_items}
    topics = tuple(
        _brought(before, topic)
        for topic in (before.parked_topics if before else ())
        if topic.visibility == "minutes"
        and not topic.outcome.strip()
        and topic.text.strip() not in known
    )
    return replace(
        meeting,
        tabled_actions=meeting.tabled_actions or actions,
        entries=(*meeting.entries, *topics),
    )


def _brought(before: Meeting | None, topic: ParkedTopic) -> ParkedTopic:
    """It hangs on no item here; from a non-public one it stays apart."""
    item = before.item(topic.item) if before else None
    is_closed = topic.is_from_closed_item or (
        before is not None and item is not None and not is_public(before, item)
    )
    return replace(topic, item="", link="", is_from_closed_item=is_closed, before_start=True)


def _item(
    meeting: Meeting, item: AgendaItem, starts: dict[str, str], *, with_times: bool
) -> InvitedItem:
    group = meeting.group(item.group)
    covers = covers_sub_items(meeting, item)
    return InvitedItem(
        id=item.id,
        number=item.number,
        title=item.title,
        depth=item.depth,
        is_public=is_public(meeting, item),
        is_break=item.is_break,
        start=starts.get(item.id, ""),
        minutes=item.planned_minutes if with_times and not covers else None,
        presenter=item.presenter.strip(),
        paper=item.paper.strip(),
        group=group.name if group and group.name not in item.title else "",
    )


def _starts(meeting: Meeting) -> dict[str, str]:
    """Item -> "HH:MM" as planned, as far as every item before it has its minutes or it has a time
    of its own."""
    begin = planned_start(meeting)
    if begin is None or meeting.day is None or not meeting.start:
        return {}
    if begin.tzinfo is None:
        begin = begin.replace(tzinfo=UTC)
    fresh = replace(
        meeting,
        state="planned",
        started_at=None,
        closed_at=None,
        agenda_items=tuple(
            replace(item, state="open", intervals=()) for item in meeting.agenda_items
        ),
    )
    projected = project(fresh, Instant(at=begin))
    if projected is None:
        return {}
    found: dict[str, str] = {}
    is_known = True
    for item in fresh.agenda_items:
        slot = projected.slot(item.id)
        if slot is None or covers_sub_items(fresh, item):
            continue
        is_known = is_known or bool(item.fixed_start)
        if is_known:
            found[item.id] = item.fixed_start or f"{slot.start:%H:%M}"
        is_known = is_known and item.planned_minutes is not None
    return found


def _chair_function(meeting: Meeting) -> str:
    """Of the first chair, else of the first who moderates, as entered in the list of people."""
    for role in ("chair", "moderator"):
        led = [o for o in meeting.officers if o.role == role and o.name.strip()]
        if led:
            by_name = next((p for p in meeting.people if p.name == led[0].name), None)
            person = meeting.person(led[0].person) or by_name
            return " ".join(person.role.split()) if person else ""
    return ""


def _people(meeting: Meeting, is_meant: Callable[[Person], bool]) -> tuple[PersonRow, ...]:
    chosen = [person for person in meeting.people if is_meant(person)]
    return tuple(
        person_row(meeting, person)
        for person in sorted(chosen, key=lambda each: (surname(each.name), each.name))
    )


def expected(meeting: Meeting) -> tuple[PersonRow, ...]:
    """Everybody on the list by name, without those excused."""
    excused = {each.person for each in meeting.attendance if each.status == "excused"}
    here = [person for person in meeting.people if person.id not in excused]
    ordered = sorted(here, key=lambda each: (each.guest, surname(each.name), each.name))
    return tuple(person_row(meeting, person) for person in ordered)


def person_row(meeting: Meeting, person: Person) -> PersonRow:
    return PersonRow(
        id=person.id,
        name=person.name,
        organization=meeting.organization_name(person),
        function=person.role,
    )
