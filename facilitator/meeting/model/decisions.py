"""Votes and other ways of a room to decide."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model.base import Value

DecisionKind = Literal["decision", "recommendation", "order", "acknowledgement"]


class Vote(Value, frozen=True, kw_only=True):
    """`method`: 'show of hands', 'consensus', ... as a word of the minutes, or empty."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    method: str = ""
