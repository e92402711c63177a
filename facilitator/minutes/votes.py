"""What the numbers of a vote mean. Whoever abstains has not voted: more yes than no carries
(simple majority); a tie rejects."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model import Attendance, Instant, Meeting, Vote

Outcome = Literal["", "unanimous", "majority", "tie", "rejected", "rejected_unanimously"]


def is_voted(vote: Vote | None) -> bool:
    """There are numbers, or a method that needs none ('consensus')."""
    return vote is not None and (votes_cast(vote) is not None or bool(vote.method.strip()))


def votes_cast(vote: Vote | None) -> int | None:
    """Yes, no and abstentions together; None where nothing was counted."""
    if vote is None or (vote.yes is None and vote.no is None and vote.abstain is None):
        return None
    return (vote.yes or 0) + (vote.no or 0) + (vote.abstain or 0)


def outcome(vote: Vote | None) -> Outcome:
    """Empty unless both yes and no were counted, and somebody voted either way."""
    if vote is None or vote.yes is None or vote.no is None or vote.yes + vote.no == 0:
        return ""
    if vote.no == 0:
        return "unanimous"
    if vote.yes == 0:
        return "rejected_unanimously"
    if vote.yes == vote.no:
        return "tie"
    return "majority" if vote.yes > vote.no else "rejected"


def is_rejected(vote: Vote | None) -> bool:
    return outcome(vote) in ("tie", "rejected", "rejected_unanimously")


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
