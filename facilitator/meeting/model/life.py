"""The life of minutes: versions that left the program, sendings, objections, approval."""

from __future__ import annotations

from datetime import date
from typing import Literal

from facilitator.meeting.model.base import Instant, Value
from facilitator.meeting.model.decisions import Vote

ObjectionOutcome = Literal["", "accepted", "rejected", "withdrawn", "noted"]
"""'' still open. 'accepted': the minutes were corrected; 'noted': kept with the minutes as they
are."""
ApprovedHow = Literal["no_objections", "vote"]


class Export(Value, frozen=True, kw_only=True):
    """A file that left the program. `digest` is the SHA-256 of its bytes, `content` that of what
    the document says whatever its format, version and date of issue ('' in files of an older
    program). `kind` to `language` as in what was asked for; `reason`: why it was made after an
    earlier version had been sent."""

    version: int
    file: str
    digest: str
    issued: date
    format: str = "md"
    id: str = ""
    """Of the change that recorded it: the meeting as it was then can be had by it."""
    kind: str = "results"
    scope: str = "all"
    items: tuple[str, ...] = ()
    with_names: bool = False
    language: str = ""
    content: str = ""
    status: str = ""
    objections_until: date | None = None
    reason: str = ""
    wording: str = ""
    """A mark of the words and templates of its own that the workspace then had; empty: not known,
    or the file has none."""


class SentFile(Value, frozen=True, kw_only=True):
    """A file as it was sent, with the SHA-256 of its bytes."""

    file: str
    digest: str


class Sending(Value, frozen=True, kw_only=True):
    """A version of the minutes was sent. `to`: addresses, or words ('Verteiler: 41 Personen')."""

    id: str
    at: Instant
    version: int
    to: tuple[str, ...] = ()
    objections_until: date | None = None
    """The last day on which objections are taken."""
    files: tuple[SentFile, ...] = ()
    content: str = ""
    """As in `Export`."""


class Objection(Value, frozen=True, kw_only=True):
    """Somebody does not agree with the minutes as sent. `item`: id of the agenda item or the
    entry it is about, or empty."""

    id: str
    at: Instant
    by: str
    text: str
    item: str = ""
    outcome: ObjectionOutcome = ""
    answer: str = ""
    """What was made of it, in words."""
    settled_at: Instant | None = None

    @property
    def is_open(self) -> bool:
        return not self.outcome


class Approval(Value, frozen=True, kw_only=True):
    """The minutes of a meeting were approved in a later one. `minutes_of`, `by_meeting`: ids of
    both meetings; `reference`, `title`: of the later one, for people; `item`: id of its agenda
    item, `item_number` as printed. `is_void`: withdrawn, or the minutes were reopened since."""

    id: str
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
    is_void: bool = False


class Reopening(Value, frozen=True, kw_only=True):
    """The meeting, or only its minutes, was opened again, and why."""

    at: Instant
    reason: str = ""
    only_minutes: bool = False
