"""A body that meets again and again."""

from __future__ import annotations

from facilitator.meeting.model.across import Statement
from facilitator.meeting.model.base import Value
from facilitator.meeting.model.entries import ActionItem
from facilitator.meeting.model.life import Approval
from facilitator.meeting.model.meeting import MeetingKind
from facilitator.meeting.model.people import FieldOfAction, Group, Organization, Person


class Series(Value, frozen=True, kw_only=True):
    """A body that meets again and again."""

    id: str = ""
    name: str = ""
    language: str = "de"
    kind: MeetingKind = "network"
    earlier_names: tuple[str, ...] = ()
    """Oldest first. Meetings keep the name they were held under."""
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    groups: tuple[Group, ...] = ()
    fields: tuple[FieldOfAction, ...] = ()
    statements: tuple[Statement, ...] = ()
    """What was said of action items between meetings."""
    action_items: tuple[ActionItem, ...] = ()
    """Born between meetings, or adopted from a meeting that was deleted."""
    numbers: tuple[tuple[str, str], ...] = ()
    """Pairs of entry id and number given; never reused."""
    approvals: tuple[Approval, ...] = ()
    """Of minutes of its meetings, given by later ones; written here first, then there."""
    unread: int = 0
