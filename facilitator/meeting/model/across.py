"""What goes from one meeting to the next."""

from __future__ import annotations

from datetime import date

from facilitator.meeting.model.base import Instant, Value
from facilitator.meeting.model.due import Due
from facilitator.meeting.model.entries import ActionStatus, Comment
from facilitator.meeting.model.people import Owner


class Statement(Value, frozen=True, kw_only=True):
    """What was said of an action item after its birth, here or between meetings. Fields that are
    None were not spoken of. `id` is the change that made it; it orders the statements."""

    id: str
    action_item: str
    at: Instant
    item: str = ""
    """Agenda item under which it was reviewed, or empty."""
    status: ActionStatus | None = None
    owners: tuple[Owner, ...] | None = None
    due: Due | None = None
    comment: str = ""
    reason: str = ""


class TabledAction(Value, frozen=True, kw_only=True):
    """An action item of an earlier meeting as it lay on the table when this one started. Enough
    to print it without its source."""

    id: str
    number: str
    summary: str
    owners: tuple[Owner, ...] = ()
    due: Due | None = None
    status: ActionStatus = "needs-action"
    field: str = ""
    """Name of the field of action, as printed."""
    group: str = ""
    """Name of the working group, as printed."""
    series: str = ""
    origin: str = ""
    """Title and day of the meeting of birth, for people."""
    origin_item: str = ""
    """Number and title of the agenda item of birth."""
    wording: str = ""
    """The line as typed, where the summary says it otherwise now; else empty."""
    history: tuple[Comment, ...] = ()
    source_missing: bool = False
    is_milestone: bool = False
    public: bool = True
    """It was not born under a non-public agenda item."""


class PlannedNext(Value, frozen=True, kw_only=True):
    """The meeting that was planned from this one. `reference` is its name on the command line,
    `meeting` its id."""

    reference: str
    meeting: str = ""
    title: str = ""
    day: date | None = None


class NextMeeting(Value, frozen=True, kw_only=True):
    """`text` as spoken ('vierteljährlich', '21.04.2027 16:30'); `day` when one follows from it."""

    text: str
    day: date | None = None
    start: str = ""
    place: str = ""
