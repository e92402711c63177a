"""Action items across meetings, and numbers."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from facilitator.meeting.changes.base import Amendment, Happening
from facilitator.meeting.model import ActionStatus, Due, Owner, TabledAction


class ActionItemsTabled(Happening, frozen=True, kw_only=True):
    """The open action items on the table when the first item of this meeting started."""

    action_items: tuple[TabledAction, ...]


class ActionItemReviewed(Happening, frozen=True, kw_only=True):
    """A statement about an action item born elsewhere (in an earlier meeting, between meetings).
    Fields that are UNSET were not spoken of."""

    action_item: str
    item: str = ""
    status: ActionStatus | UnsetType = UNSET
    owners: tuple[Owner, ...] | UnsetType = UNSET
    due: Due | None | UnsetType = UNSET
    comment: str = ""
    reason: str = ""


class ReviewAmended(Amendment, frozen=True, kw_only=True):
    """Corrects a review in its place."""

    review: str
    status: ActionStatus | UnsetType = UNSET
    owners: tuple[Owner, ...] | UnsetType = UNSET
    due: Due | None | UnsetType = UNSET
    comment: str | UnsetType = UNSET
    reason: str | UnsetType = UNSET


class NumbersGiven(Happening, frozen=True, kw_only=True):
    """The series' own numbers, given at the close in one batch: pairs of entry id and number.
    Never taken back. `meeting` is set in the series' file."""

    numbers: tuple[tuple[str, str], ...]
    meeting: str = ""
