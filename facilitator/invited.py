"""A planned meeting with what it will find on the table, for its invitation."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from facilitator.errors import FacilitatorError
from facilitator.meeting.model import Meeting
from facilitator.minutes.document.invitation import with_brought_along
from facilitator.minutes.wanted import DocumentKind

if TYPE_CHECKING:
    from facilitator.exporting.exported_meeting import ExportedMeeting
    from facilitator.workspace import Workspace


def as_invited(workspace: Workspace, live: ExportedMeeting, kind: DocumentKind) -> Meeting:
    """The meeting; before it begins, and for the invitation and the list of action items, with
    what is open in its series and with the parking lot of the meeting before. The invitation stays
    what it was, whatever happened to the agenda in the room. Nothing of that is written. A series
    that cannot be read brings nothing along."""
    meeting = live.meeting
    actions = meeting.tabled_actions
    if meeting.started_at is not None and kind == "agenda":
        opened = live.before_start()
        if not any(item.is_business for item in opened.agenda_items):
            return meeting  # its agenda was written down in the room
        meeting = opened
    elif meeting.started_at is not None or kind not in ("agenda", "action_list"):
        return meeting
    else:
        with suppress(FacilitatorError):
            actions = live.open_actions()
    try:
        before = _before(workspace, live)
    except FacilitatorError:
        before = None
    return with_brought_along(meeting, actions, before)


def _before(workspace: Workspace, live: ExportedMeeting) -> Meeting | None:
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
