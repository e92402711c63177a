"""The next meeting in one step: when and where it is, and what it takes over from this one."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from msgspec.structs import replace

from facilitator.folding import words as folded_words
from facilitator.i18n import words
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import is_public
from facilitator.meeting.approving import Awaiting
from facilitator.meeting.coming_along import (
    field_added,
    group_added,
    organization_added,
    person_added,
)
from facilitator.meeting.model import (
    AgendaItem,
    Meeting,
    MeetingKind,
    Officer,
    ParkedTopic,
    Question,
    Series,
    Value,
)
from facilitator.planning.next_day import day_by_rule
from facilitator.planning.next_title import title_after
from facilitator.planning.standing import standing_items

CarriedKind = Literal["deferred", "not_reached", "question", "topic", "objection"]
CARRIED_KINDS: tuple[CarriedKind, ...] = get_args(CarriedKind)

_OPENING = ("begruss", "eroffnung", "welcome", "opening", "feststellung")
_LAST = ("verschiedenes", "sonstiges", "mitteilungen", "schluss", "abschluss", "any", "closing")


class Carried(Value, frozen=True, kw_only=True):
    """One thing the next meeting takes over. `id`: of the item, entry or objection; `tag`: its
    number or tag there ('8.2', '?3', 'S1'), or empty."""

    kind: CarriedKind
    id: str
    title: str
    tag: str = ""
    is_public: bool = True
    item: AgendaItem | None = None


class NextMeetingPlan(Value, frozen=True, kw_only=True):
    """What will be made. Whoever plans may replace any of it first (`msgspec.structs.replace`).
    `day` None: none was said; `proposed` is then the one that follows from the rule that was
    (`spoken`: 'vierteljährlich'), if one does."""

    title: str
    ordinal: int | None = None
    kind: MeetingKind = "workshop"
    language: str = "de"
    day: date | None = None
    proposed: date | None = None
    start: str = ""
    end: str = ""
    place: str = ""
    spoken: str = ""
    opening: tuple[AgendaItem, ...] = ()
    last: tuple[AgendaItem, ...] = ()
    """First and last items every such meeting has: welcome, any other business."""
    pending: tuple[Awaiting, ...] = ()
    has_open_actions: bool = False
    carried: tuple[Carried, ...] = ()
    officers: tuple[Officer, ...] = ()
    follows: str = ""
    legal_number: int | None = None
    amended: c.MeetingAmended | None = None
    """Rules that stay: quorum, features in use."""

    def of(self, *kinds: CarriedKind) -> tuple[Carried, ...]:
        return tuple(each for each in self.carried if each.kind in kinds)


def next_meeting_plan(
    meeting: Meeting,
    *,
    kind: MeetingKind | None = None,
    pending: tuple[Awaiting, ...] = (),
    has_open_actions: bool = False,
    number: int | None = None,
    today: date | None = None,
) -> NextMeetingPlan:
    """What follows from this meeting. `kind`: of the next one, None: the same; `pending`: minutes
    of earlier meetings that are to be approved with this one's; `number`: its number in the series
    where this one has none; `today`: what a rule proposes comes behind it."""
    said = meeting.next_meeting
    day = said.day if said else None
    proposed = _proposed(meeting, today) if day is None else None
    title, ordinal = title_after(meeting, number, day or proposed)
    start = (said.start if said else "") or meeting.start
    own = Awaiting(meeting=meeting.id, day=meeting.day)
    kind = kind or meeting.kind
    approves = kind == "body" or any(o.is_open for o in meeting.objections)
    frame = [item for item in meeting.agenda_items if item.is_business and not item.depth]
    opening = tuple(i for i in frame[:1] if _is_called(i, _OPENING))
    return NextMeetingPlan(
        title=title,
        ordinal=ordinal,
        kind=kind,
        language=meeting.language,
        day=day,
        proposed=proposed,
        start=start,
        end=_end(meeting, start),
        place=(said.place if said else "") or meeting.place,
        spoken=said.text if said else "",
        opening=opening,
        last=tuple(i for i in frame[-1:] if i not in opening and _is_called(i, _LAST)),
        pending=(*(p for p in pending if p.meeting != meeting.id), own) if approves else (),
        has_open_actions=has_open_actions,
        carried=carried(meeting),
        officers=tuple(
            officer
            for role in ("chair", "moderator", "minute_taker")
            if (officer := meeting.officer(role)) is not None and officer.name
        ),
        follows=meeting.id,
        legal_number=meeting.legal_number,
        amended=_amended(meeting),
    )


def carried(meeting: Meeting) -> tuple[Carried, ...]:
    """Items put off or never called, open questions, the parking lot, open objections. What is
    internal or for the record only stays."""
    found = [*_items(meeting)]
    for entry in meeting.entries:
        if entry.visibility != "minutes":
            continue
        item = meeting.item(entry.item)
        shown = is_public(meeting, item) if item else not entry.is_from_closed_item
        if isinstance(entry, Question) and not entry.answer.strip():
            found.append(_of("question", entry.id, entry.text, entry.tag, shown))
        elif isinstance(entry, ParkedTopic) and not entry.outcome.strip():
            found.append(_of("topic", entry.id, entry.text, entry.tag, shown))
    for objection in meeting.objections:
        if objection.is_open:
            tr = words(meeting.language).tr
            text = tr("Objection by {name}: {text}", name=objection.by, text=objection.text)
            found.append(_of("objection", objection.id, text, "", True))
    return tuple(found)


def _items(meeting: Meeting) -> list[Carried]:
    parents = {item.parent for item in meeting.agenda_items}
    used = {entry.item for entry in meeting.entries}
    found: list[Carried] = []
    for item in meeting.agenda_items:
        if not item.is_business or item.purpose:
            continue
        shown = is_public(meeting, item)
        if item.state == "deferred":
            kind: CarriedKind = "topic" if item.deferred_to == "parking_lot" else "deferred"
        elif (
            item.state == "open"
            and meeting.started_at is not None
            and item.id not in parents
            and item.id not in used
            and not item.result
        ):
            kind = "not_reached"
        else:
            continue
        found.append(
            Carried(
                kind=kind,
                id=item.id,
                title=item.title,
                tag=item.number,
                is_public=shown,
                item=item,
            )
        )
    return found


def plan_changes(plan: NextMeetingPlan, series: Series) -> tuple[c.Change, ...]:
    """The first step of the new meeting's file, all of it: so that it is there whole or not."""
    changes: list[c.Change] = [
        c.MeetingPlanned(
            title=plan.title,
            kind=plan.kind,
            series=series.id,
            series_name=series.name,
            language=plan.language,
            day=plan.day,
            start=plan.start,
            end=plan.end,
            place=plan.place,
            ordinal=plan.ordinal,
            legal_number=plan.legal_number,
            follows=plan.follows,
        )
    ]
    if plan.amended is not None:
        changes.append(plan.amended)
    changes += brought_along(series)
    known = {person.id for person in series.people}
    changes += [
        c.OfficerNamed(role=o.role, name=o.name, person=o.person if o.person in known else "")
        for o in plan.officers
    ]
    known_groups = {group.id for group in series.groups}
    known_fields = {field.id for field in series.fields}
    agenda = _agenda(plan, at=len(changes))
    changes += [
        replace(
            change,
            group=change.group if change.group in known_groups else "",
            field=change.field if change.field in known_fields else "",
        )
        if isinstance(change, c.AgendaItemAdded)
        else change
        for change in agenda
    ]
    return tuple(changes)


def _agenda(plan: NextMeetingPlan, at: int) -> list[c.Change]:
    tr, ptr = words(plan.language).tr, words(plan.language).ptr
    changes: list[c.Change] = [_added(item) for item in plan.opening]
    approval = ""
    for each in plan.pending:
        title = tr("Approval of the minutes")
        if len(plan.pending) > 1 and each.day is not None:
            title = tr("Approval of the minutes of {day}", day=f"{each.day:%d.%m.%Y}")
        approval = f"^{at + len(changes)}"
        changes.append(c.AgendaItemAdded(title=title, purpose="approval", minutes_of=each.meeting))
    changes += standing_items(
        plan.kind, has_open_actions=plan.has_open_actions, language=plan.language
    )
    changes += [
        replace(_added(thing.item), public=thing.is_public)
        for thing in plan.of("deferred", "not_reached")
        if thing.item is not None
    ]
    for kind, heading in (
        ("question", tr("Open questions")),
        ("topic", ptr("agenda item", "Parking lot")),
    ):
        things = [thing for thing in plan.carried if thing.kind == kind]
        if things:
            parent = f"^{at + len(changes)}"
            changes.append(c.AgendaItemAdded(title=heading))
            changes += [
                c.AgendaItemAdded(title=_title(thing.title), parent=parent, public=thing.is_public)
                for thing in things
            ]
    changes += [_added(item) for item in plan.last]
    changes += [
        c.NoteRecorded(text=thing.title, item=approval, visibility="minutes")
        for thing in plan.of("objection")
    ]
    return changes


def _added(item: AgendaItem) -> c.AgendaItemAdded:
    """An item as it stood, without its fixed start."""
    return c.AgendaItemAdded(
        title=item.title,
        short_title=item.short_title,
        planned_minutes=item.planned_minutes,
        presenter=item.presenter,
        public=item.public,
        group=item.group,
        field=item.field,
        paper=item.paper,
    )


def brought_along(series: Series) -> tuple[c.Change, ...]:
    """Members, groups and fields of a series come along to each of its meetings."""
    return (
        *map(organization_added, series.organizations),
        *map(person_added, series.people),
        *map(group_added, series.groups),
        *map(field_added, series.fields),
    )


def _amended(meeting: Meeting) -> c.MeetingAmended | None:
    if meeting.quorum_rule == Meeting().quorum_rule and not meeting.uses:
        return None
    return c.MeetingAmended(quorum_rule=meeting.quorum_rule, uses=meeting.uses)


def _of(kind: CarriedKind, thing: str, text: str, tag: str, shown: bool) -> Carried:
    return Carried(kind=kind, id=thing, title=" ".join(text.split()), tag=tag, is_public=shown)


def _proposed(meeting: Meeting, today: date | None) -> date | None:
    said = meeting.next_meeting
    if said is None or meeting.day is None:
        return None
    return day_by_rule(said.text, meeting.day, today)


def _title(text: str, most: int = 120) -> str:
    """A text as the title of an item, cut at a word."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:-") + " …"


def _is_called(item: AgendaItem, beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in folded_words(item.title)[:2])


def _end(meeting: Meeting, start: str) -> str:
    """It lasts as long as this one was planned for."""
    minutes = [_minutes(text) for text in (meeting.start, meeting.end, start)]
    if any(each is None for each in minutes):
        return meeting.end if start == meeting.start else ""
    begun, over, begins = (each or 0 for each in minutes)
    end = (begins + (over - begun) % 1440) % 1440
    return f"{end // 60:02}:{end % 60:02}"


def _minutes(text: str) -> int | None:
    hour, _, minute = text.partition(":")
    if not (hour.isdecimal() and minute.isdecimal()):
        return None
    return int(hour) * 60 + int(minute)
