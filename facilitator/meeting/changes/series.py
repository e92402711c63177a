"""What happens to a series."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from facilitator.meeting.changes.base import Amendment, Happening
from facilitator.meeting.model import ActionItem, MeetingKind


class SeriesFounded(Happening, frozen=True, kw_only=True):
    """The first change of every series file."""

    name: str
    language: str = "de"
    kind: MeetingKind = "network"


class SeriesAmended(Amendment, frozen=True, kw_only=True):
    name: str | UnsetType = UNSET
    language: str | UnsetType = UNSET
    kind: MeetingKind | UnsetType = UNSET


class ActionItemsAdopted(Happening, frozen=True, kw_only=True):
    """The open action items of a meeting that was deleted on purpose live on in the series."""

    meeting: str
    action_items: tuple[ActionItem, ...]
