"""Votes as the minutes ask about them; what they mean stands in `meeting.majority`."""

from __future__ import annotations

from facilitator.meeting.majority import Outcome, is_rejected, is_voted, outcome, votes_cast
from facilitator.meeting.model import Attendance, Instant, Meeting

__all__ = ["Outcome", "entitled_present", "is_rejected", "is_voted", "outcome", "votes_cast"]


def entitled_present(meeting: Meeting, at: Instant) -> int:
    """How many with a vote were in the room or online at that moment."""
    voters = {p.id for p in meeting.people if p.voting_right}
    clock = f"{at.at:%H:%M}"
    return sum(a.person in voters and _was_here(a, clock) for a in meeting.attendance)


def _was_here(attendance: Attendance, clock: str) -> bool:
    if attendance.status != "present":
        return False
    return any(
        (stay.arrived is None or stay.arrived <= clock) and (stay.left is None or clock < stay.left)
        for stay in attendance.stays
    )
