"""Which issue of a document it is: its number, its state, when and why it was made."""

from __future__ import annotations

from datetime import date

from facilitator.meeting.model import Approval, Value
from facilitator.minutes.document.model import Status


class Issue(Value, frozen=True, kw_only=True):
    """`status` None: draft, or approved if the meeting is. `reason`: why it was made after an
    earlier one was sent; `before`: that one, 0: the number before its own. `objections_until`: the
    last day on which objections are taken; `approval`: where an approved one was approved."""

    version: int = 1
    issued: date | None = None
    status: Status | None = None
    reason: str = ""
    before: int = 0
    objections_until: date | None = None
    approval: Approval | None = None
