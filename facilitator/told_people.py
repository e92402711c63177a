"""What happened to people and to the body, told in one line; a part of `told`."""

from __future__ import annotations

from msgspec import UNSET

from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting, Role, Stay
from facilitator.meeting.quorum import Quorum
from facilitator.quorum_words import quorum_words
from facilitator.saying import ntr, tr


def of_people(change: c.Change, meeting: Meeting) -> str:
    """The line of one such change; empty for any other."""
    return _of_attendance(change, meeting) or _of_the_body(change, meeting)


def newcomers_of(changes: list[tuple[str, c.Change]]) -> dict[str, c.PersonAdded]:
    """Who was put on the list and let in by the same step: id -> who it is."""
    came = {
        change.person
        for _, change in changes
        if isinstance(change, c.AttendanceRecorded) and change.status == "present"
    }
    return {
        change_id: change
        for change_id, change in changes
        if isinstance(change, c.PersonAdded) and change.is_new and change_id in came
    }


def new_and_here(person: c.PersonAdded) -> str:
    """A slip of the pen makes a new guest out of a member: that somebody is new is said."""
    if person.guest:
        return tr("{name} is new and here, a guest without a vote", name=person.name)
    return tr("{name} is new and here", name=person.name)


def _of_attendance(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.AttendanceRecorded():
            return _stands(change, _person(change.person, meeting))
        case c.PersonLeft():
            return tr("{name} has left", name=_person(change.person, meeting))
        case c.StaysCorrected():
            times = stays_words(change.stays)
            return tr("{name} was here {times}", name=_person(change.person, meeting), times=times)
        case c.PersonAdded():
            return change.name
        case c.PersonAmended():
            return _amended(change, _person(change.person, meeting))
        case c.PersonRemoved():
            return _person(change.person, meeting)
        case c.GuestsCounted():
            if change.is_total:
                return ntr("{n} guest all in all", "{n} guests all in all", change.number)
            return ntr("{n} guest", "{n} guests", change.number)
    return ""


def _of_the_body(change: c.Change, meeting: Meeting) -> str:
    match change:
        case c.OfficerNamed():
            return officer_words(change.role, change.name)
        case c.QuorumStated():
            stated = Quorum(
                present=change.present,
                required=change.required,
                legal_number=change.legal_number,
            )
            return tr("stated: {quorum}", quorum=quorum_words(stated))
        case c.BiasDeclared():
            return tr("{name} takes no part (personal interest)", name=change.name)
        case c.BiasEnded():
            return tr("{name} takes part again", name=change.name)
        case c.BiasDenied():
            return tr("nobody declares a personal interest")
    return ""


def officer_words(role: Role, name: str) -> str:
    """Who holds a role from now on."""
    if not name:
        return {
            "chair": tr("nobody in the chair"),
            "moderator": tr("no moderator"),
            "minute_taker": tr("nobody takes the minutes"),
        }[role]
    return {
        "chair": tr("chair: {name}", name=name),
        "moderator": tr("moderation: {name}", name=name),
        "minute_taker": tr("minutes: {name}", name=name),
    }[role]


def stays_words(stays: tuple[Stay, ...]) -> str:
    """'16:50–18:20', 'bis 18:20', 'ab 16:50'."""
    parts = []
    for stay in stays:
        if stay.arrived and stay.left:
            parts.append(f"{stay.arrived}–{stay.left}")
        elif stay.left:
            parts.append(tr("until {time}", time=stay.left))
        elif stay.arrived:
            parts.append(tr("from {time}", time=stay.arrived))
        else:
            parts.append(tr("from the start"))
    return ", ".join(parts) or "–"


def _stands(change: c.AttendanceRecorded, name: str) -> str:
    match change.status:
        case "present":
            return tr("{name} is here", name=name)
        case "excused":
            return tr("{name} is excused", name=name)
        case "represented" if change.represented_by:
            return tr("{name} is represented by {by}", name=name, by=change.represented_by)
        case "represented":
            return tr("{name} is represented", name=name)
    return tr("{name} is expected", name=name)


def _amended(change: c.PersonAmended, name: str) -> str:
    if change.guest is not UNSET:
        return (
            tr("{name} is a guest", name=name)
            if change.guest
            else tr("{name} is no guest", name=name)
        )
    if change.voting_right is not UNSET:
        return (
            tr("{name} has a vote", name=name)
            if change.voting_right
            else tr("{name} is advisory", name=name)
        )
    if change.consent is not UNSET:
        return (
            tr("{name} may be named in open data", name=name)
            if change.consent
            else tr("{name} is not named in open data", name=name)
        )
    return name


def _person(person_id: str, meeting: Meeting) -> str:
    person = meeting.person(person_id)
    return person.name if person else "?"
