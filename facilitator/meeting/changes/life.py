"""The life of minutes: exported, sent, objected to, approved, reopened."""

from __future__ import annotations

from datetime import date

from facilitator.meeting.changes.base import Happening
from facilitator.meeting.model import ApprovedHow, ObjectionOutcome, SentFile, Vote


class MinutesExported(Happening, frozen=True, kw_only=True):
    """A file of a version of the minutes left the program (see `Export`). Files of one version
    say the same. `seen`: of each device the last change that the document knew; what was typed
    while it was being written, or came from another laptop later, is not in it. Empty in files
    of an older program: everything before. `wording`: as in `Export`."""

    version: int
    file: str
    digest: str
    issued: date
    format: str = "md"
    kind: str = "results"
    scope: str = "all"
    items: tuple[str, ...] = ()
    with_names: bool = False
    language: str = ""
    content: str = ""
    status: str = ""
    objections_until: date | None = None
    reason: str = ""
    seen: tuple[str, ...] = ()
    wording: str = ""


class MinutesSent(Happening, frozen=True, kw_only=True):
    """These files were sent; they are kept as they are from now on. `objections_until`: the last
    day on which objections are taken; None: no such day was set. `seen`: as in `MinutesExported`.
    """

    version: int
    to: tuple[str, ...] = ()
    objections_until: date | None = None
    files: tuple[SentFile, ...] = ()
    content: str = ""
    seen: tuple[str, ...] = ()


class SendingWithdrawn(Happening, frozen=True, kw_only=True):
    """It was recorded by mistake: nothing had been sent."""

    sending: str
    reason: str = ""


class ObjectionRaised(Happening, frozen=True, kw_only=True):
    """`item`: the agenda item or entry of this meeting it is about, or empty."""

    by: str
    text: str
    item: str = ""


class ObjectionSettled(Happening, frozen=True, kw_only=True):
    """What was made of an objection; an empty outcome opens it again."""

    objection: str
    outcome: ObjectionOutcome
    text: str = ""


class MinutesApproved(Happening, frozen=True, kw_only=True):
    """A later meeting approved the minutes (see `Approval`). Stands in the series' file, and under
    the same id in the file of the meeting whose minutes they are."""

    id: str = ""
    minutes_of: str = ""
    day: date | None = None
    version: int = 0
    how: ApprovedHow = "no_objections"
    vote: Vote | None = None
    by_meeting: str = ""
    reference: str = ""
    title: str = ""
    item: str = ""
    item_number: str = ""
    with_changes: bool = False


class ApprovalWithdrawn(Happening, frozen=True, kw_only=True):
    """The meeting that had approved them was reopened and closed without approving them."""

    approval: str


class MinutesReopened(Happening, frozen=True, kw_only=True):
    """Approved minutes may be changed again, and need a new approval; the meeting stays closed."""

    reason: str


class NextMeetingPlanned(Happening, frozen=True, kw_only=True):
    """The next meeting was planned from this one. `meeting`: its id; `reference`: its name."""

    reference: str
    meeting: str = ""
    title: str = ""
    day: date | None = None
