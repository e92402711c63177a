"""The states a person can be given at the door: which ones there are, their words, and the changes
they make."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting import changes as c
from facilitator.meeting.arrivals import Arrival
from facilitator.meeting.features import uses
from facilitator.meeting.model import Attendance, Meeting
from facilitator.meeting.presence import comes_as_guest
from facilitator.meeting.venue import is_video
from facilitator.saying import tr

Step = Literal[
    "here", "online", "room", "represented", "excused", "left", "expected",
    "guest", "member", "advisory", "voting",
]  # fmt: skip


def is_remote_first(meeting: Meeting, attendance: Attendance | None = None) -> bool:
    """Whether 'here' means online: the place is a video address, or the list says so of them."""
    return is_video(meeting.place) or bool(attendance and attendance.remote)


def steps_for(arrival: Arrival, meeting: Meeting) -> tuple[Step, ...]:
    """The states in their order, the usual one first."""
    here, person = arrival.attendance.is_here, arrival.person
    remote = arrival.attendance.remote if here else is_remote_first(meeting, arrival.attendance)
    other: Step = "room" if remote else "online"
    traits: list[Step] = ["member" if person.guest else "guest"]
    if uses(meeting, "votes") and not person.guest:
        traits.append("advisory" if person.voting_right else "voting")
    if here:
        return ("here", "left", other, *traits, "excused", "expected")
    return ("here", other, "represented", "excused", *traits)


def steps_for_all() -> tuple[Step, ...]:
    return ("here", "online", "excused")


def step_word(step: Step, arrival: Arrival | None = None) -> str:
    """In one or two words; 'here' says since when, or that somebody is back."""
    if step == "here" and arrival is not None:
        state = arrival.attendance
        if state.is_here:
            return here_words(state)
        return tr("back again") if state.stays else tr("here")
    match step:
        case "here":
            return tr("here")
        case "online":
            return tr("online")
        case "room":
            return tr("in the room")
        case "represented":
            return tr("represented")
        case "excused":
            return tr("excused")
        case "left":
            return tr("goes")
        case "expected":
            return tr("not here after all")
        case "guest":
            return tr("guest")
        case "member":
            return tr("no guest")
        case "advisory":
            return tr("advisory")
        case "voting":
            return tr("with a vote")


def here_words(state: Attendance) -> str:
    since = state.stays[-1].arrived
    told = tr("here since {time}", time=since) if since else tr("here")
    return f"{told} online" if state.remote else told


def state_words(arrival: Arrival) -> str:
    """How somebody stands, when their row is not the chosen one."""
    state = arrival.attendance
    if state.is_here:
        return f"✓ {here_words(state)}"
    if state.status == "represented":
        by = state.represented_by
        return tr("represented: {by}", by=by) if by else tr("represented")
    if state.status == "excused":
        return tr("excused")
    if state.stays and state.stays[-1].left:
        return tr("left {time}", time=state.stays[-1].left)
    return tr("expected")


def changes_of(
    step: Step, arrival: Arrival, meeting: Meeting, stand_in: str = ""
) -> list[c.Change]:
    """What a state makes of a person, without times. A trait ('guest') brings in who is not."""
    person, state = arrival.person.id, arrival.attendance
    remote = state.remote if state.is_here else is_remote_first(meeting, state)
    present = c.AttendanceRecorded(person=person, status="present", remote=remote)
    match step:
        case "here":
            return [present]
        case "online" | "room":
            return [c.AttendanceRecorded(person=person, status="present", remote=step == "online")]
        case "represented":
            return [
                c.AttendanceRecorded(person=person, status="represented", represented_by=stand_in)
            ]
        case "excused" | "expected":
            return [c.AttendanceRecorded(person=person, status=step)]
        case "left":
            return [c.PersonLeft(person=person)]
        case "member" if arrival.person.is_new and comes_as_guest(meeting):
            # a member of the body whom the list forgot: counts among its members from now on
            trait = c.PersonAmended(person=person, guest=False, is_new=False)
        case "guest" | "member":
            trait = c.PersonAmended(person=person, guest=step == "guest")
        case _:
            trait = c.PersonAmended(person=person, voting_right=step == "voting")
    return [trait] if state.is_here else [trait, present]


def told_step(step: Step, name: str, *, time: str = "", stand_in: str = "") -> str:
    """What the status line says of it."""
    match step:
        case "here" | "online" | "room":
            return tr("✓ {name} is here ({time})", name=name, time=time)
        case "left":
            return tr("✓ {name} has left ({time})", name=name, time=time)
        case "excused":
            return tr("✓ {name} is excused", name=name)
        case "represented" if stand_in:
            return tr("✓ {name} is represented by {by}", name=name, by=stand_in)
        case "represented":
            return tr("✓ {name} is represented", name=name)
        case "guest":
            return tr("✓ {name} is a guest", name=name)
        case "member":
            return tr("✓ {name} is no guest", name=name)
        case "advisory":
            return tr("✓ {name} is advisory, without a vote", name=name)
        case "voting":
            return tr("✓ {name} has a vote", name=name)
    return tr("✓ {name} is not here", name=name)
