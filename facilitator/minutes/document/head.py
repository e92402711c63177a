"""What stands above everything: when, where, who led, whether the body could decide."""

from __future__ import annotations

from facilitator.meeting.model import Meeting, QuorumStatement, Role
from facilitator.meeting.venue import venue
from facilitator.minutes.document.model import Head, Office, QuorumRow
from facilitator.minutes.document.times import spans
from facilitator.minutes.printed import Printed, clock


def head(meeting: Meeting, printed: Printed) -> Head:
    planned = printed.span(meeting.start, meeting.end)
    held = printed.span(clock(meeting.started_at), end_held(meeting))
    where = venue(meeting.place)
    chairs, moderators, minute_takers = (
        _offices(meeting, role, printed) for role in ("chair", "moderator", "minute_taker")
    )
    return Head(
        body=meeting.series_name,
        title=printed.title(meeting.title, meeting.ordinal),
        file_reference=meeting.file_reference,
        day=printed.dated(meeting.day),
        time=held or planned,
        planned_time=planned if held and planned != held else "",
        breaks=tuple(
            printed.span(*span)
            for span in spans(i for item in meeting.agenda_items if item.is_break
                              for i in item.intervals)
        ),
        place=where.words,
        form=where.form,
        chair=_named(chairs),
        moderator=_named(moderators),
        minute_taker=_named(minute_takers),
        chairs=chairs,
        moderators=moderators,
        minute_takers=minute_takers,
        place_left_open="place" in meeting.left_open,
        minute_taker_left_open="minute_taker" in meeting.left_open,
        quorum=_quorum(meeting, printed),
    )  # fmt: skip


def end_held(meeting: Meeting) -> str:
    """When it was closed; of one that nobody closed, the end given afterwards at the desk."""
    given = meeting.ended or meeting.end
    return clock(meeting.closed_at) or (given if "end" in meeting.left_open else "")


def _offices(meeting: Meeting, role: Role, printed: Printed) -> tuple[Office, ...]:
    """Who held the role, one after the other. That somebody begins when the one before ends goes
    without saying."""
    found: list[Office] = []
    before = ""
    for officer in meeting.officers:
        if officer.role != role or not officer.name.strip():
            continue
        since, until = clock(officer.since), clock(officer.until)
        person = meeting.person(officer.person)
        found.append(
            Office(
                name=officer.name,
                organization=meeting.organization_name(person) if person else "",
                time=printed.span("" if since == before else since, until),
            )
        )
        before = until
    return tuple(found)


def _named(offices: tuple[Office, ...]) -> str:
    """'Weiß (bis 17:40 Uhr), Nowak (Kreisverwaltung)'."""
    named = []
    for office in offices:
        beside = ", ".join(part for part in (office.organization, office.time) if part)
        named.append(f"{office.name} ({beside})" if beside else office.name)
    return ", ".join(named)


def _quorum(meeting: Meeting, printed: Printed) -> tuple[QuorumRow, ...]:
    return tuple(quorum_row(meeting, stated, printed) for stated in meeting.quorum_statements)


def quorum_row(meeting: Meeting, stated: QuorumStatement, printed: Printed) -> QuorumRow:
    item = meeting.item(stated.item)
    return QuorumRow(
        time=printed.time(clock(stated.at)),
        present=stated.present,
        required=stated.required,
        legal_number=stated.legal_number,
        is_met=stated.is_met,
        item=item.number if item else "",
    )
