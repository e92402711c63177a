"""What stands above everything, for people and for programs."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model import Value
from facilitator.meeting.venue import Form
from facilitator.minutes.wanted import Scope

Status = Literal["draft", "sent", "approved"]


class Office(Value, frozen=True, kw_only=True):
    """Somebody who held a role. `time`: from-until, where it changed hands."""

    name: str
    organization: str = ""
    time: str = ""


class QuorumRow(Value, frozen=True, kw_only=True):
    """As stated: so many present of so many with a vote (`legal_number`), so many required."""

    time: str
    present: int
    required: int
    legal_number: int
    is_met: bool
    item: str = ""
    """Number of the agenda item, or empty."""


class Head(Value, frozen=True, kw_only=True):
    body: str = ""
    """Name of the series as it was."""
    title: str = ""
    """With its ordinal: '2. Netzwerktreffen'."""
    file_reference: str = ""
    day: str = ""
    """With its weekday."""
    time: str = ""
    """From-to as held, else as planned."""
    planned_time: str = ""
    """From-to as planned, where it was held otherwise."""
    breaks: tuple[str, ...] = ()
    """From-to of each break that was taken."""
    place: str = ""
    """Without the address of a video conference, which lets strangers in."""
    form: Form = ""
    """By video, or both in a room and by video."""
    chair: str = ""
    """All who held the role, with the times of the changes; so the next two."""
    moderator: str = ""
    minute_taker: str = ""
    chairs: tuple[Office, ...] = ()
    moderators: tuple[Office, ...] = ()
    minute_takers: tuple[Office, ...] = ()
    place_left_open: bool = False
    minute_taker_left_open: bool = False
    quorum: tuple[QuorumRow, ...] = ()


class FrontMatter(Value, frozen=True, kw_only=True):
    """For programs: ISO 8601, numbers, codes."""

    document: str = "results"
    scope: Scope = "all"
    status: Status = "draft"
    version: int = 1
    issued: str = ""
    language: str = "de"
    series: str = ""
    title: str = ""
    number: int | None = None
    file_reference: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    form: Form = ""
    chair: str = ""
    minute_taker: str = ""
    public: bool = True
    """No agenda item is non-public."""
    fields: tuple[str, ...] = ()
