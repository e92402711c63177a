"""How many may vote on an item right now, and whether a vote fits them."""

from __future__ import annotations

from facilitator.meeting.majority import votes_cast
from facilitator.meeting.model import Attendance, Instant, Meeting, Vote


def entitled(meeting: Meeting, item: str, at: Instant) -> int | None:
    """Present and entitled for the item without those biased, as in § 31 GO NRW; None where
    nobody's presence was kept. `item`: an id, or empty: none in particular."""
    voters = {person.id for person in meeting.people if person.voting_right}
    clock = f"{at.at:%H:%M}"
    here = {a.person for a in meeting.attendance if a.person in voters and _was_here(a, clock)}
    about = meeting.item(item)
    if about is not None:
        here -= {b.person for b in about.bias if b.returned_at is None or at.at < b.returned_at.at}
    return len(here) or None


def too_many(vote: Vote, entitled: int | None) -> int:
    """How many votes more than people who may vote; 0: it fits, or nobody knows."""
    cast = votes_cast(vote)
    return max(0, cast - entitled) if cast is not None and entitled is not None else 0


def _was_here(attendance: Attendance, clock: str) -> bool:
    if attendance.status != "present":
        return False
    return any(
        (stay.arrived is None or stay.arrived <= clock) and (stay.left is None or clock < stay.left)
        for stay in attendance.stays
    )
