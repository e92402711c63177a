"""Approved minutes stay as they are until somebody reopens them and says why."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.errors import UsageProblem
from facilitator.i18n import tr
from facilitator.meeting import changes as c

_ALLOWED = (
    c.MinutesExported,
    c.MinutesSent,
    c.SendingWithdrawn,
    c.ObjectionRaised,
    c.ObjectionSettled,
    c.MinutesApproved,
    c.ApprovalWithdrawn,
    c.MinutesReopened,
    c.MeetingReopened,
    c.NextMeetingPlanned,
    c.NumbersGiven,
)


class MinutesAreApproved(UsageProblem):
    """A change of what approved minutes say; nothing was changed."""


def refuse_in_approved(changes: Sequence[c.Change]) -> None:
    """Raises MinutesAreApproved unless these changes leave what the minutes say alone, or open
    them again with a reason."""
    opens = (c.MinutesReopened, c.MeetingReopened)
    if any(isinstance(each, opens) and each.reason.strip() for each in changes):
        return
    if all(isinstance(each, _ALLOWED) and not isinstance(each, opens) for each in changes):
        return
    raise MinutesAreApproved(
        tr(
            "These minutes are approved and were not changed. To change them, reopen them and say "
            "why; they then need a new approval."
        )
    )
