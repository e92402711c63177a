"""Votes as the minutes ask about them; what they mean stands in `meeting.majority`."""

from __future__ import annotations

from facilitator.meeting.majority import Outcome, is_rejected, is_voted, outcome, votes_cast
from facilitator.meeting.model import Instant, Meeting
from facilitator.meeting.presence import entitled_at

__all__ = ["Outcome", "entitled_present", "is_rejected", "is_voted", "outcome", "votes_cast"]


def entitled_present(meeting: Meeting, at: Instant, item: str = "") -> int:
    """How many with a vote for this item were in the room or online at that moment."""
    return len(entitled_at(meeting, at, item))
