"""What a meeting uses. The kind of meeting switches features on; what it does not use stays out of
sight until somebody asks for it by name (then `Meeting.uses` keeps it on)."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting, MeetingKind

Feature = Literal[
    "speaker_list",
    "rounds",
    "cards",
    "dots",
    "fist",
    "consensing",
    "votes",
    "majority",
    "quorum",
    "bias",
    "paper",
    "presence_per_item",
]

BY_KIND: dict[MeetingKind, frozenset[Feature]] = {
    "workshop": frozenset({"rounds", "cards", "dots", "fist", "consensing"}),
    "network": frozenset({"rounds", "cards"}),
    "group": frozenset({"rounds", "fist"}),
    "body": frozenset({"votes", "majority", "quorum", "bias", "paper", "presence_per_item"}),
    "conference": frozenset({"rounds", "cards", "dots", "votes"}),
}
"""The speaker list is off everywhere until somebody opens it."""


def uses(meeting: Meeting, feature: Feature) -> bool:
    """Whether screens offer it in this meeting."""
    return feature in BY_KIND[meeting.kind] or feature in meeting.uses


def switched_on(meeting: Meeting, feature: Feature) -> tuple[c.Change, ...]:
    """The changes that keep a feature in sight from now on; none if it is already."""
    if uses(meeting, feature):
        return ()
    return (c.MeetingAmended(uses=(*meeting.uses, feature)),)
