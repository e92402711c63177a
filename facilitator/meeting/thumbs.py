"""Thumbs up, sideways, down: a picture of the mood, no vote.

From the practice of moderation: sideways means 'I go along, with a reservation', down 'I cannot go
along'. Whoever shows a thumb down is asked why; nobody is outvoted by it.
"""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model import Thumbs

Mood = Literal["", "all_up", "no_objection", "objections"]


def mood(thumbs: Thumbs) -> Mood:
    """'all_up': everybody is for it; 'no_objection': some have a reservation; 'objections':
    somebody cannot go along. Empty: nobody showed a thumb."""
    if thumbs.down:
        return "objections"
    if thumbs.sideways:
        return "no_objection"
    return "all_up" if thumbs.up else ""


def voters(thumbs: Thumbs) -> int:
    return thumbs.up + thumbs.sideways + thumbs.down
