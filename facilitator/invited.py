"""A planned meeting with what it will find on the table, for its invitation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from facilitator.errors import FacilitatorError
from facilitator.meeting.model import Meeting
from facilitator.minutes.document.invitation import with_brought_along
from facilitator.minutes.wanted import DocumentKind

if TYPE_CHECKING:
    from facilitator.live import LiveMeeting
    from facilitator.workspace import Workspace


def as_invited(workspace: Workspace, live: LiveMeeting, kind: DocumentKind) -> Meeting:
    """The meeting; before it begins, and for the invitation and the list of action items, with
    what is open in its series and with the parking lot of the meeting before. Nothing of that is
    written. A series that cannot be read brings nothing along."""
    meeting = live.meeting
    if meeting.started_at is not None or kind not in ("agenda", "action_list"):
        return meeting
    try:
        return with_brought_along(meeting, live.open_actions(), _before(workspace, live))
    except FacilitatorError:
        return meeting


def _before(workspace: Workspace, live: LiveMeeting) -> Meeting | None:
    """The last meeting of the series that was held before this one."""
    slug = live.reference.partition("/")[0]
    day = live.meeting.day or date.max
    held = [
        (each.meeting.started_at.at, each.meeting)
        for each in workspace.summary(slug).meetings
        if each.meeting is not None
        and each.reference != live.reference
        and each.meeting.started_at is not None
        and (each.meeting.day or date.min) <= day
    ]
    return max(held, key=lambda pair: pair[0])[1] if held else None
