"""What a step of the life of minutes did, in one line."""

from __future__ import annotations

from facilitator.life_words import approved_words, day_words, outcome_word
from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting
from facilitator.saying import joined, ntr, tr


def of_life(change: c.Change, meeting: Meeting) -> str:
    """Empty for anything else."""
    match change:
        case c.MeetingReopened():
            return _with_reason(tr("meeting reopened"), change.reason)
        case c.MinutesReopened():
            return _with_reason(tr("approved minutes reopened"), change.reason)
        case c.MinutesExported():
            return tr("minutes exported: {file}", file=change.file)
        case c.MinutesSent():
            return _sent(change)
        case c.SendingWithdrawn():
            return _with_reason(tr("not sent after all"), change.reason)
        case c.ObjectionRaised():
            return tr("objection by {name}: {text}", name=change.by, text=_line(change.text))
        case c.ObjectionSettled():
            return _settled(change, meeting)
        case c.MinutesApproved():
            said = approved_words(change.day, change.how, change.vote)
            return tr("minutes {approved}", approved=said)
        case c.ApprovalWithdrawn():
            return tr("approval of the minutes withdrawn")
        case c.NextMeetingPlanned():
            named = ", ".join(filter(None, (change.title, day_words(change.day))))
            return tr("next meeting planned: {meeting}", meeting=named or change.reference)
    return ""


def _sent(change: c.MinutesSent) -> str:
    to = change.to[0] if len(change.to) == 1 else ""
    if to:
        said = tr("version {n} sent to {to}", n=change.version, to=_line(to))
    elif change.to:
        said = ntr("sent to {n} address", "sent to {n} addresses", len(change.to))
        said = tr("version {version}: {said}", version=change.version, said=said)
    else:
        said = tr("version {n} sent", n=change.version)
    if change.objections_until:
        until = tr("objections until {day}", day=day_words(change.objections_until))
        return joined(", ", (said, until))
    return said


def _settled(change: c.ObjectionSettled, meeting: Meeting) -> str:
    by = next((o.by for o in meeting.objections if o.id == change.objection), "")
    if not change.outcome:
        return tr("objection by {name} is open again", name=by) if by else tr("objection open")
    outcome = outcome_word(change.outcome)
    return tr("objection by {name} {outcome}", name=by, outcome=outcome) if by else outcome


def _with_reason(said: str, reason: str) -> str:
    return f"{said}: {_line(reason)}" if reason.strip() else said


def _line(text: str) -> str:
    return " ".join(text.split())
