"""Presence follows from arrivals and departures: who was there at a moment, in an item, and with a
vote for it.

Stays are minutes of the meeting's day as people say them, items run by instants; they are compared
by the minute. Whoever leaves at 18:20 is no longer there at 18:20. After midnight belongs to the
evening before: a time is the one within twelve hours of the start.
"""

from __future__ import annotations

from collections import Counter

from facilitator.meeting.model import (
    AgendaItem,
    Attendance,
    Bias,
    Instant,
    Meeting,
    Person,
    Stay,
    Value,
)

_DAY, _HALF_DAY = 24 * 60, 12 * 60


class PresentInItem(Value, frozen=True, kw_only=True):
    """Somebody who was there while an item was dealt with, perhaps not for all of it."""

    person: str
    came: str = ""
    """"HH:MM" if only after the item had begun."""
    went: str = ""
    """"HH:MM" if before it was over."""

    @property
    def is_whole(self) -> bool:
        return not self.came and not self.went


def present_at(meeting: Meeting, at: Instant) -> frozenset[str]:
    """Ids of the people who were in the room or online at that moment. After the close: at the
    close, when all leave."""
    clock = _Clock(meeting)
    minute = clock.moment(clock.not_after_the_close(at))
    return frozenset(a.person for a in meeting.attendance if clock.was_here(a, minute))


def entitled_at(meeting: Meeting, at: Instant, item: str = "") -> frozenset[str]:
    """Ids of the members whose vote is in the room at that moment for this item (an id; empty:
    none in particular): present, or represented by somebody named, with a vote, no guests, and
    without those biased (Befangenheit: § 31 GO NRW, § 18 GemO BW).

    A member is represented for the whole meeting; a stand-in who is listed with a vote of their
    own and is there counts once."""
    members = {person.id: person for person in meeting.people if is_member(person)}
    here = present_at(meeting, at)
    voting = {member for member in here if member in members}
    own = [members[member].name for member in voting]
    for attendance in meeting.attendance:
        if (
            attendance.status == "represented"
            and attendance.person in members
            and attendance.represented_by.strip()
            and not _is_among(attendance.represented_by, own)
        ):
            voting.add(attendance.person)
    return frozenset(voting - biased_at(meeting, at, item))


def biased_at(meeting: Meeting, at: Instant, item: str) -> frozenset[str]:
    """Ids of the people who take no part in the item at that moment."""
    about = meeting.item(item) if item else None
    if about is None:
        return frozenset()
    return frozenset(bias.person for bias in about.bias if bias.person and _is_out(bias, at))


def is_member(person: Person) -> bool:
    """Has a vote: neither advisory (beratend) nor a guest."""
    return person.voting_right and not person.guest


def comes_as_guest(meeting: Meeting) -> bool:
    """Whether somebody on no list is a guest unless told otherwise: a body that has its members
    listed has no others; whoever walks in may listen, but neither votes nor makes a quorum."""
    return meeting.kind == "body" and any(not p.is_new and is_member(p) for p in meeting.people)


def present_in(meeting: Meeting, item: AgendaItem, now: Instant) -> tuple[PresentInItem, ...]:
    """Who was there while the item ran, in the order of the list, also for a part of it. Whoever
    was biased until it was over is not among them. An item that never ran: nobody."""
    clock = _Clock(meeting)
    ran = [
        (clock.moment(i.start), clock.moment(i.end or now) + (i.end is None))
        for i in item.intervals
    ]
    ran = [(start, max(end, start + 1)) for start, end in ran]
    found = []
    for attendance in meeting.attendance:
        there = [
            (max(start, came), min(end, went))
            for start, end in ran
            for came, went in map(clock.stay, attendance.stays)
            if max(start, came) < min(end, went)
        ]
        if there and not _was_out_to_the_end(item, attendance.person):
            first, last = min(start for start, _ in there), max(end for _, end in there)
            found.append(
                PresentInItem(
                    person=attendance.person,
                    came=hhmm_of(first) if first > ran[0][0] else "",
                    went=hhmm_of(last) if last < ran[-1][1] else "",
                )
            )
    return tuple(found)


def here_by_organization(meeting: Meeting) -> tuple[tuple[str, int], ...]:
    """Pairs of organisation and how many of it are here now, the most first, then by name; those
    of none come last under an empty name. Unnamed guests are of none."""
    names = {organization.id: organization.name for organization in meeting.organizations}
    homes = {person.id: names.get(person.organization, "") for person in meeting.people}
    counts = Counter(homes.get(a.person, "") for a in meeting.attendance if a.is_here)
    if unnamed := sum(guests.number for guests in meeting.unnamed_guests):
        counts[""] += unnamed
    return tuple(sorted(counts.items(), key=lambda pair: (not pair[0], -pair[1], pair[0])))


def is_before(meeting: Meeting, earlier: str, later: str) -> bool:
    """Whether one "HH:MM" comes before another on the evening of this meeting."""
    clock = _Clock(meeting)
    return clock.minute(earlier) < clock.minute(later)


def evening_minute(meeting: Meeting, hhmm: str) -> int:
    """A clock time of this meeting as a minute that grows across midnight, for sorting."""
    return _Clock(meeting).minute(hhmm)


def near_minute(minutes: int, start: int) -> int:
    """Minutes since midnight as those within twelve hours of the start."""
    return start + (minutes - start + _HALF_DAY) % _DAY - _HALF_DAY


def minutes_of(hhmm: str) -> int | None:
    """Minutes since midnight; None for what is no time."""
    hours, found, minutes = hhmm.partition(":")
    if not found or not hours.isdecimal() or not minutes.isdecimal():
        return None
    return int(hours) * 60 + int(minutes)


def hhmm_of(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


class _Clock:
    """Minutes of one meeting on one line, also across midnight."""

    def __init__(self, meeting: Meeting) -> None:
        self._closed = meeting.closed_at
        started = meeting.started_at
        if started is not None:
            self._start = started.at.hour * 60 + started.at.minute
        else:
            self._start = minutes_of(meeting.start) or 0 if meeting.start else _HALF_DAY

    def minute(self, hhmm: str) -> int:
        minutes = minutes_of(hhmm)
        return self._start if minutes is None else near_minute(minutes, self._start)

    def moment(self, at: Instant) -> int:
        return near_minute(at.at.hour * 60 + at.at.minute, self._start)

    def stay(self, stay: Stay) -> tuple[int, int]:
        """From and until; a departure that is before the arrival makes an empty stay."""
        came = self._start - _DAY if stay.arrived is None else self.minute(stay.arrived)
        went = self._start + _DAY if stay.left is None else self.minute(stay.left)
        return came, went

    def was_here(self, attendance: Attendance, minute: int) -> bool:
        return any(came <= minute < went for came, went in map(self.stay, attendance.stays))

    def not_after_the_close(self, at: Instant) -> Instant:
        return self._closed if self._closed is not None and self._closed.at < at.at else at


def _is_out(bias: Bias, at: Instant) -> bool:
    return bias.at.at <= at.at and (bias.returned_at is None or at.at < bias.returned_at.at)


def _was_out_to_the_end(item: AgendaItem, person: str) -> bool:
    end = item.intervals[-1].end
    return any(
        bias.person == person
        and (bias.returned_at is None or (end is not None and bias.returned_at.at >= end.at))
        for bias in item.bias
    )


def _is_among(name: str, names: list[str]) -> bool:
    """Whether a name as typed ('Krug', 'Ines Krug') is one of these."""
    said = name.casefold().split()
    return any(each.casefold().split()[-len(said) :] == said for each in names)
