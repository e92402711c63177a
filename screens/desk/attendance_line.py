"""One person's attendance typed afterwards: '16:50-18:20', 'bis 18:20', 'entschuldigt', 'vertreten
durch Kern', understood as at the door."""

from __future__ import annotations

import re

from facilitator.capture.door_line import read_door_line
from facilitator.folding import fold
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import Attendance, Meeting, Person, Stay
from facilitator.meeting.presence import minutes_of
from screens.mending import Mended

HALF_A_DAY = 12 * 60
_EXCUSED = ("entschuldigt", "entsch", "e", "excused", "apologies")
_HERE = ("anwesend", "da", "ganz", "present", "here")
_ONLINE = ("online", "video", "per video", "remote")
_ABSENT = ("nicht da", "fehlt", "erwartet", "absent", "expected", "not here")
_STANDS_IN = re.compile(
    r"(?:vertreten|vertretung|vertr\.?|represented)(?:\s+(?:durch|von|by))?\s*:?\s*(.*)",
    re.I | re.S,
)


def attendance_text(attendance: Attendance | None) -> str:
    """As it stands in the line when it is opened."""
    if attendance is None or attendance.status == "expected":
        return ""
    match attendance.status:
        case "excused":
            return tr("excused")
        case "represented":
            return tr("represented by {name}", name=attendance.represented_by).strip()
    times = ", ".join(_stay_text(stay) for stay in attendance.stays if stay.arrived or stay.left)
    return times or (tr("online") if attendance.remote else tr("present"))


def _stay_text(stay: Stay) -> str:
    if stay.arrived and stay.left:
        return f"{stay.arrived}-{stay.left}"
    return (
        tr("from {time}", time=stay.arrived) if stay.arrived else tr("until {time}", time=stay.left)
    )


def attendance_read(person: Person, typed: str, meeting: Meeting) -> Mended:
    """What was typed as changes; a problem says how it is written."""
    text = " ".join(typed.split())
    said = fold(text)
    old = next((a for a in meeting.attendance if a.person == person.id), None)
    remote = bool(old and old.remote)
    gone = c.StaysCorrected(person=person.id, stays=())
    if said in _EXCUSED:
        return Mended((gone, c.AttendanceRecorded(person=person.id, status="excused")))
    if said in map(fold, _ABSENT):
        return Mended((gone, c.AttendanceRecorded(person=person.id, status="expected")))
    if found := _STANDS_IN.fullmatch(text):
        stands_in = c.AttendanceRecorded(
            person=person.id, status="represented", represented_by=found[1].strip()
        )
        return Mended((gone, stands_in))
    if said in _HERE or said in map(fold, _ONLINE):
        is_online = said in map(fold, _ONLINE)
        here = c.AttendanceRecorded(
            person=person.id, status="present", remote=is_online, time=_start(meeting)
        )
        whole = c.StaysCorrected(person=person.id, stays=(Stay(),))
        return Mended((here, whole))
    stays = _stays(text)
    if not stays:
        return Mended(
            problem=tr("16:50-18:20, until 18:20, from 16:50, present, online, excused, absent, "
                       "represented by …")
        )  # fmt: skip
    if any(_ends_before(stay) for stay in stays):
        return Mended(problem=tr("The end lies before the beginning. The line stays."))
    corrected = c.StaysCorrected(person=person.id, stays=stays)
    if old is None or old.status != "present":
        here = c.AttendanceRecorded(
            person=person.id, status="present", remote=remote, time=_start(meeting)
        )
        return Mended((here, corrected))
    return Mended((corrected,))


def _stays(text: str) -> tuple[Stay, ...]:
    """One or several stretches of time with commas; empty if one of them is none."""
    found = []
    for part in re.split(r"\s*[,;]\s*|\s+(?:und|and)\s+", text):
        line = read_door_line(f"x {part}")
        if not line.has_times or line.bad_time or line.name != "x":
            return ()
        found.append(Stay(arrived=line.arrived or None, left=line.left or None))
    return tuple(found)


def _ends_before(stay: Stay) -> bool:
    came, left = minutes_of(stay.arrived or ""), minutes_of(stay.left or "")
    if came is None or left is None:
        return False
    return left <= came and came - left < HALF_A_DAY  # else it is past midnight


def _start(meeting: Meeting) -> str:
    return f"{meeting.started_at.at:%H:%M}" if meeting.started_at else ""
