"""What happens to the speaker list and in rounds."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, UnsetType

from facilitator.meeting.changes.base import Amendment, Happening


class SpeakerAdded(Happening, frozen=True, kw_only=True):
    """Somebody asks to speak: last on the list, a point of order behind those before it."""

    name: str
    person: str = ""
    item: str = ""
    is_point_of_order: bool = False


class SpeakerMoved(Happening, frozen=True, kw_only=True):
    """`after`: id of a waiting speaker, or "first"; unknown: last."""

    speaker: str
    after: str = "first"


class SpeakerRemoved(Happening, frozen=True, kw_only=True):
    """`name`: who it was, for telling it afterwards."""

    speaker: str
    name: str = ""


class SpeakerCalled(Happening, frozen=True, kw_only=True):
    """Has the floor now; whoever spoke is through."""

    speaker: str


class SpeakerEnded(Happening, frozen=True, kw_only=True):
    speaker: str


class RoundOpened(Happening, frozen=True, kw_only=True):
    prompt: str
    item: str = ""
    over: Literal["groups", "people"] = "groups"
    subjects: tuple[str, ...] = ()


class RoundAmended(Amendment, frozen=True, kw_only=True):
    round: str
    prompt: str | UnsetType = UNSET
    subjects: tuple[str, ...] | UnsetType = UNSET


class RoundAnswered(Happening, frozen=True, kw_only=True):
    """What a person or group said; replaces an earlier answer of theirs, which keeps its id."""

    round: str
    subject: str
    speaker: str = ""
    person: str = ""
    text: str = ""
    has_passed: bool = False


class RoundClosed(Happening, frozen=True, kw_only=True):
    round: str
