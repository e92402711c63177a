"""The times of one person, corrected as people say them: from when, until when, or both."""

from __future__ import annotations

from typing import Literal

import msgspec

from facilitator.meeting import changes as c
from facilitator.meeting.model import Attendance, Instant, Meeting, Stay, Value
from facilitator.meeting.presence import is_before


class Impossible(Value, frozen=True, kw_only=True):
    """Times that cannot be. `time` is before `other`, or has not come yet."""

    why: Literal["goes_before_coming", "comes_before_going", "not_yet"]
    time: str
    other: str = ""


def times_said(
    meeting: Meeting,
    attendance: Attendance,
    arrived: str,
    left: str,
    *,
    remote: bool = False,
) -> c.Change | Impossible:
    """The change that 'from `arrived`', 'until `left`' or both make ("HH:MM", one is given).

    Both: that stay, in place of those it overlaps. An arrival corrects that of the stay that runs,
    or of one that ended later; else somebody has come (back). A departure ends the stay that runs,
    or corrects the last; whoever was never here was there from the start until then."""
    stays = attendance.stays
    if arrived and left:
        return _whole(meeting, attendance, Stay(arrived=arrived, left=left))
    if arrived:
        last = stays[-1] if stays else None
        if last is None or (last.left is not None and not is_before(meeting, arrived, last.left)):
            return c.AttendanceRecorded(
                person=attendance.person, status="present", time=arrived, remote=remote
            )
        if len(stays) > 1 and (before := stays[-2].left) and is_before(meeting, arrived, before):
            return Impossible(why="comes_before_going", time=arrived, other=before)
        if last.left is None and attendance.is_here:
            return c.AttendanceRecorded(
                person=attendance.person, status="present", time=arrived, remote=attendance.remote
            )
        return _corrected(attendance, msgspec.structs.replace(last, arrived=arrived))
    since = _since(meeting, stays[-1].arrived if stays else None)
    if since and is_before(meeting, left, since):
        return Impossible(why="goes_before_coming", time=left, other=since)
    if attendance.is_here:
        return c.PersonLeft(person=attendance.person, time=left)
    last = stays[-1] if stays else Stay()
    return _corrected(attendance, msgspec.structs.replace(last, left=left))


def _whole(meeting: Meeting, attendance: Attendance, stay: Stay) -> c.Change | Impossible:
    came, went = stay.arrived or "", stay.left or ""
    if is_before(meeting, went, came):
        return Impossible(why="goes_before_coming", time=went, other=came)
    before = [
        s for s in attendance.stays if s.left is not None and not is_before(meeting, came, s.left)
    ]
    after = [
        s
        for s in attendance.stays
        if s not in before and s.arrived is not None and not is_before(meeting, s.arrived, went)
    ]
    return c.StaysCorrected(person=attendance.person, stays=(*before, stay, *after))


def _corrected(attendance: Attendance, last: Stay) -> c.Change:
    return c.StaysCorrected(person=attendance.person, stays=(*attendance.stays[:-1], last))


def _since(meeting: Meeting, arrived: str | None) -> str:
    """From when, where it is known: who was there from the start came by then."""
    if arrived is not None:
        return arrived
    return f"{meeting.started_at.at:%H:%M}" if meeting.started_at else meeting.start


def not_yet(meeting: Meeting, time: str, now: Instant) -> Impossible | None:
    """Whether a time ("HH:MM", or empty) is still to come; asked only of a meeting that is not
    over, on its day. A plan is no presence."""
    if meeting.state not in ("planned", "running") or not time:
        return None
    if meeting.started_at is None and meeting.day not in (None, now.at.date()):
        return None
    clock = f"{now.at:%H:%M}"
    if not is_before(meeting, clock, time):
        return None
    return Impossible(why="not_yet", time=time, other=clock)
