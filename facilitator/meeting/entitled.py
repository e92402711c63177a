"""How many may vote on an item, and whether a vote fits them."""

from __future__ import annotations

from facilitator.meeting.majority import votes_cast
from facilitator.meeting.model import Instant, Meeting, Vote
from facilitator.meeting.presence import entitled_at


def entitled(meeting: Meeting, item: str, at: Instant) -> int | None:
    """Present and entitled for the item (an id, or empty: none in particular), without those
    biased; None where nobody's presence was kept."""
    return len(entitled_at(meeting, at, item)) or None


def too_many(vote: Vote, entitled: int | None) -> int:
    """How many votes more than people who may vote; 0: it fits, or nobody knows."""
    cast = votes_cast(vote)
    return max(0, cast - entitled) if cast is not None and entitled is not None else 0
