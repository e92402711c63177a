"""Who was there, who was represented, who is excused. Whoever was expected and never came is not
named; reasons never are; addresses and telephone numbers never."""

from __future__ import annotations

from collections import Counter

from facilitator.meeting.model import Attendance, Meeting, Person, Role, Stay
from facilitator.meeting.venue import is_video
from facilitator.minutes.document.model import AttendanceList, Count, PersonRow
from facilitator.minutes.document.presence import Presence
from facilitator.minutes.document.times import last_known
from facilitator.minutes.names import surname
from facilitator.minutes.printed import Printed, clock

MOST_IN_TEXT = 20
"""With more people the text has counts, an annex the table."""

_OFFICES = ("chair", "moderator", "minute_taker")


def attendance_list(meeting: Meeting, printed: Printed) -> AttendanceList:
    offices = {officer.person: officer.role for officer in reversed(meeting.officers)}
    everyone = sorted(_attending(meeting), key=lambda pair: _place(offices, pair[0]))
    presence = Presence(meeting, last_known(meeting))
    organizations = {each.id: each.name for each in reversed(meeting.organizations)}
    is_all_remote = is_video(meeting.place)
    rows = {
        status: [
            (
                person,
                _row(
                    meeting,
                    person,
                    attendance,
                    printed,
                    presence,
                    organization=organizations.get(person.organization, ""),
                    is_remote=attendance.remote and not is_all_remote,
                ),
            )
            for person, attendance in everyone
            if attendance.status == status
        ]
        for status in ("present", "represented", "excused")
    }
    number = sum(len(named) for named in rows.values())
    members = [(person, row) for person, row in rows["present"] if not person.guest]
    votes_count = meeting.kind == "body"
    return AttendanceList(
        present=tuple(row for person, row in members if person.voting_right or not votes_count),
        advisory=tuple(row for person, row in members if not person.voting_right and votes_count),
        guests=tuple(row for person, row in rows["present"] if person.guest),
        represented=tuple(row for _, row in rows["represented"]),
        excused=tuple(row for _, row in rows["excused"]),
        unnamed=tuple(
            Count(name=guests.text, number=guests.number)
            for guests in meeting.unnamed_guests
            if guests.number > 0
        ),
        organizations=_counts([row for _, row in rows["present"]]),
        annex=1 if number > MOST_IN_TEXT else None,
    )


def _attending(meeting: Meeting) -> list[tuple[Person, Attendance]]:
    people = {person.id: person for person in meeting.people}
    return [
        (people[attendance.person], attendance)
        for attendance in meeting.attendance
        if attendance.person in people
    ]


def _place(offices: dict[str, Role], person: Person) -> tuple[int, str, str]:
    """By role in the meeting, then by surname."""
    role = offices.get(person.id)
    rank = _OFFICES.index(role) if role else len(_OFFICES)
    return rank, surname(person.name), person.name


def _row(
    meeting: Meeting,
    person: Person,
    attendance: Attendance,
    printed: Printed,
    presence: Presence,
    *,
    organization: str,
    is_remote: bool,
) -> PersonRow:
    was_here = attendance.status == "present"
    return PersonRow(
        id=person.id,
        name=person.name,
        organization=organization,
        function=person.role,
        time=_time(meeting, attendance.stays, printed) if was_here else "",
        is_remote=was_here and is_remote,
        represented_by=attendance.represented_by if attendance.status == "represented" else "",
        attended=presence.of(attendance),
    )


def _time(meeting: Meeting, stays: tuple[Stay, ...], printed: Printed) -> str:
    """From-until of each stay; nothing for somebody who was there the whole time."""
    if not any(stay.arrived or stay.left for stay in stays) and len(stays) < 2:
        return ""
    start = clock(meeting.started_at) or meeting.start
    end = clock(meeting.closed_at)
    spans = [
        (
            "" if not stay.arrived or _is_not_after(stay.arrived, start) else stay.arrived,
            "" if not stay.left or (end and _is_not_after(end, stay.left)) else stay.left,
        )
        for stay in stays
    ]
    if len(spans) > 1:
        spans = [(begun or start, left or end) for begun, left in spans]
    return printed.spans(spans)


def _is_not_after(one: str, other: str) -> bool:
    """Times of day within half a day of each other, so that a meeting may pass midnight."""
    if not other:
        return False
    later = (_minutes(other) - _minutes(one)) % (24 * 60)
    return later < 12 * 60


def _minutes(hhmm: str) -> int:
    hours, _, minutes = hhmm.partition(":")
    return int(hours) * 60 + int(minutes) if hours.isdigit() and minutes.isdigit() else 0


def _counts(rows: list[PersonRow]) -> tuple[Count, ...]:
    counted = Counter(row.organization for row in rows)
    ordered = sorted(counted.items(), key=lambda pair: (not pair[0], -pair[1], pair[0].casefold()))
    return tuple(Count(name=name, number=number) for name, number in ordered)
