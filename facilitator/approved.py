"""Approved minutes stay as they are until somebody reopens them and says why."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.errors import UsageProblem
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.things import amended_fields

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
    if all(_leaves_minutes_alone(each) and not isinstance(each, opens) for each in changes):
        return
    raise MinutesAreApproved(
        tr(
            "These minutes are approved and were not changed. To change them, reopen them and say "
            "why; they then need a new approval."
        )
    )


def _leaves_minutes_alone(change: c.Change) -> bool:
    """An address is for sending and stands in no minutes."""
    if isinstance(change, c.PersonAmended):
        return set(amended_fields(change)) == {"email"}
    return isinstance(change, _ALLOWED)
