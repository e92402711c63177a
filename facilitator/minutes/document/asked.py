"""The document that was asked for: its part of the meeting, as values."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from facilitator.meeting.model import Meeting
from facilitator.minutes.document.extract import chosen_items, only
from facilitator.minutes.document.functions import FunctionWords
from facilitator.minutes.document.model import (
    AttendanceList,
    Count,
    Head,
    MinutesDocument,
    Office,
    PersonRow,
    Section,
    Status,
)
from facilitator.minutes.document.scope import closed_items, scoped
from facilitator.minutes.document.whole import document
from facilitator.minutes.wanted import Wanted


def part_of(meeting: Meeting, wanted: Wanted, words: FunctionWords) -> Meeting:
    """What a document may know of the meeting. Raises UsageProblem for an extract of items there
    are not."""
    part = scoped(meeting, wanted.scope, words)
    if wanted.kind != "extract":
        return part
    return only(part, chosen_items(meeting, wanted.items, wanted.scope))


def asked_for(
    meeting: Meeting,
    wanted: Wanted,
    words: FunctionWords,
    *,
    issued: date | None = None,
    version: int = 1,
    status: Status | None = None,
) -> MinutesDocument:
    """See `document`; raises as `part_of`."""
    part = part_of(meeting, wanted, words)
    found = document(part, wanted.language or None, issued, version, status)
    is_public = wanted.scope == "public"
    front = replace(
        found.front,
        document=wanted.kind,
        scope=wanted.scope,
        public=is_public or (found.front.public and wanted.scope == "all"),
    )
    found = replace(found, front=front)
    if wanted.scope == "closed":
        return _closed(found)
    return _in_public(meeting, found) if is_public else found


def _closed(found: MinutesDocument) -> MinutesDocument:
    """Nothing in it is public, so nothing has to be set apart: as if it were."""
    sections = tuple(each for each in found.sections if not each.is_public)
    return replace(
        found,
        sections=tuple(
            replace(each, is_public=True, level=max(2, each.level - 1)) for each in sections
        ),
        agenda=tuple(replace(each, is_public=True) for each in found.agenda),
        decisions=tuple(replace(each, is_public=True) for each in found.decisions),
        new_actions=tuple(replace(each, is_public=True) for each in found.new_actions),
        open_questions=tuple(replace(each, is_public=True) for each in found.open_questions),
        parked=tuple(replace(each, is_public=True) for each in found.parked),
        taken_off=tuple(replace(each, is_public=True) for each in found.taken_off),
    )


def _in_public(meeting: Meeting, found: MinutesDocument) -> MinutesDocument:
    """Attendance without times, offices each once, non-public items by their number only."""
    head, closed = found.head, closed_items(meeting)
    offices = {
        "chairs": _each_once(head.chairs),
        "moderators": _each_once(head.moderators),
        "minute_takers": _each_once(head.minute_takers),
    }
    named = {role[:-1]: ", ".join(o.name for o in each) for role, each in offices.items()}
    return replace(
        found,
        front=replace(found.front, chair=named["chair"], minute_taker=named["minute_taker"]),
        head=_head(head, offices, named),
        attendance=_attendance(meeting, found.attendance),
        sections=tuple(_withheld(section) for section in found.sections),
        agenda=tuple(_withheld(section) for section in found.agenda),
        overview=replace(
            found.overview,
            annex=1,
            rows=tuple(row for row in found.overview.rows if row.id not in closed),
        )
        if found.overview
        else None,
    )


def _head(head: Head, offices: dict[str, tuple[Office, ...]], named: dict[str, str]) -> Head:
    return replace(
        head,
        chairs=offices["chairs"],
        moderators=offices["moderators"],
        minute_takers=offices["minute_takers"],
        chair=named["chair"],
        moderator=named["moderator"],
        minute_taker=named["minute_taker"],
    )


def _each_once(offices: tuple[Office, ...]) -> tuple[Office, ...]:
    return tuple(Office(name=name) for name in dict.fromkeys(o.name for o in offices))


def _attendance(meeting: Meeting, rows: AttendanceList) -> AttendanceList:
    """Functions, no times; the organisations as they were counted with names."""
    people = {person.id: meeting.organization_name(person) for person in meeting.people}
    here = (*rows.present, *rows.advisory, *rows.guests)
    counted: dict[str, int] = {}
    for row in here:
        organization = people.get(row.id, "")
        counted[organization] = counted.get(organization, 0) + 1
    ordered = sorted(counted.items(), key=lambda each: (not each[0], -each[1], each[0].casefold()))

    def without(found: tuple[PersonRow, ...]) -> tuple[PersonRow, ...]:
        return tuple(PersonRow(id=row.id, name=row.name) for row in found)

    return replace(
        rows,
        present=without(rows.present),
        advisory=without(rows.advisory),
        guests=without(rows.guests),
        represented=without(rows.represented),
        excused=without(rows.excused),
        organizations=tuple(Count(name=name, number=number) for name, number in ordered),
        are_functions=True,
        annex=None,
    )


def _withheld(section: Section) -> Section:
    """Public sections as they are; of the others nothing but their place and number."""
    if section.is_public:
        return section
    return Section(
        kind=section.kind,
        id=section.id,
        number=section.number,
        depth=section.depth,
        level=section.level,
        is_public=False,
        is_withheld=True,
    )
