"""What a meeting said of the minutes of earlier ones, under its items of that purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from facilitator.meeting import changes as c
from facilitator.meeting.majority import is_rejected, is_voted
from facilitator.meeting.minutes_life import latest_version, sendings_of
from facilitator.meeting.model import AgendaItem, Approval, Decision, Meeting, Series, Value, Vote

_APPROVES = ("genehmig", "approv", "angenommen", "adopted", "bestätigt", "confirmed")
_REFUSES = frozenset(
    "nicht abgelehnt vertagt verweigert zurückgestellt zurückgezogen zurückgewiesen not rejected "
    "refused deferred postponed withdrawn".split()
)
_OBJECTIONS = ("einw", "objection")
_NONE = frozenset("keine keinerlei ohne no without".split())
_CHANGED = ("änderung", "geändert", "berichtig", "amend", "change", "correct", "ergänz")


class Awaiting(Value, frozen=True, kw_only=True):
    """A closed meeting whose minutes are not approved: its id, and the version that would be."""

    meeting: str
    version: int = 0
    day: date | None = None
    was_sent: bool = False


class Given(Value, frozen=True, kw_only=True):
    """The minutes were approved under this item."""

    item: AgendaItem
    vote: Vote | None = None
    with_changes: bool = False


def says_approved(text: str) -> bool:
    """'genehmigt', 'mit Änderungen genehmigt', 'keine Einwände'; not 'nicht genehmigt'."""
    words = re.findall(r"\w+", text.lower())
    if _REFUSES & set(words):
        return False
    if any(word.startswith(_OBJECTIONS) for word in words) and _NONE & set(words):
        return True
    return any(word.startswith(_APPROVES) for word in words)


def given(meeting: Meeting) -> tuple[Given, ...]:
    """The items under which minutes were approved: by the result that says so, or by a decision
    that does, unless its vote was lost. Everything else approves nothing."""
    found = (_given(meeting, item) for item in meeting.agenda_items if item.purpose == "approval")
    return tuple(each for each in found if each is not None)


def _given(meeting: Meeting, item: AgendaItem) -> Given | None:
    if item.state in ("skipped", "deferred"):
        return None
    decisions = [d for d in meeting.decisions if d.item == item.id and d.visibility != "internal"]
    deciding = [d for d in decisions if says_approved(d.text)]
    if item.result.strip():
        if not says_approved(item.result):
            return None
        decision = _last(deciding) or (decisions[0] if len(decisions) == 1 else None)
    else:
        decision = _last(deciding)
        if decision is None:
            return None
    vote = decision.vote if decision else None
    if is_rejected(vote):
        return None
    said = f"{item.result} {decision.text if decision else ''}".lower()
    return Given(
        item=item,
        vote=vote if is_voted(vote) else None,
        with_changes=any(word in said for word in _CHANGED) and "ohne änderung" not in said,
    )


def _last(decisions: Sequence[Decision]) -> Decision | None:
    return decisions[-1] if decisions else None


def approval_changes(
    meeting: Meeting, series: Series, awaiting: Sequence[Awaiting], *, reference: str
) -> tuple[c.Change, ...]:
    """What the series learns of approvals when this meeting closes. `awaiting`: of earlier
    meetings, the latest first. An item that does not say whose minutes it is about takes the next
    of them. Nothing that the series knows already; what does not hold any more is withdrawn."""
    own = [each for each in series.approvals if each.by_meeting == meeting.id]
    versions = {each.meeting: each.version for each in awaiting}
    waiting = [each.meeting for each in awaiting]
    changes: list[c.Change] = []
    items: set[str] = set()
    for each in given(meeting):
        item = each.item
        before = next((a for a in reversed(own) if a.item == item.id), None)
        target = item.minutes_of or (before.minutes_of if before else "")
        if not target and waiting:
            target = waiting[0]
        if target in waiting:
            waiting.remove(target)
        if not target or not (before or target in versions):
            continue
        items.add(item.id)
        new = c.MinutesApproved(
            minutes_of=target,
            day=_day(meeting),
            version=versions.get(target, before.version if before else 0),
            how="vote" if each.vote else "no_objections",
            vote=each.vote,
            by_meeting=meeting.id,
            reference=reference,
            title=meeting.title,
            item=item.id,
            item_number=item.number,
            with_changes=each.with_changes,
        )
        if before is None or (_differs(before, new) and _may_replace(before, series)):
            changes.append(new)
    changes += [
        c.ApprovalWithdrawn(approval=each.id)
        for each in own
        if not each.is_void and each.item not in items
    ]
    return tuple(changes)


def _differs(before: Approval, new: c.MinutesApproved) -> bool:
    """Whether it says something else of the approval; that it has become void is a difference
    only where this meeting itself withdrew it."""
    fields = ("minutes_of", "how", "vote", "with_changes", "day")
    return before.is_void or any(getattr(before, n) != getattr(new, n) for n in fields)


def _may_replace(before: Approval, series: Series) -> bool:
    """No other approval of these minutes has come since."""
    return not any(
        each.minutes_of == before.minutes_of
        and not each.is_void
        and each.by_meeting != before.by_meeting
        for each in series.approvals
    )


def awaiting_approval(
    meetings: Sequence[tuple[str, Meeting]], reference: str
) -> tuple[Awaiting, ...]:
    """Minutes that the meeting called `reference` could approve, the latest first. `meetings`: of
    its series, by reference, the newest first."""
    until = next((_moment(meeting) for name, meeting in meetings if name == reference), None)
    return tuple(
        Awaiting(
            meeting=meeting.id,
            version=latest_version(meeting),
            day=meeting.day,
            was_sent=bool(sendings_of(meeting)),
        )
        for name, meeting in meetings
        if name != reference
        and meeting.state == "closed"
        and (until is None or _moment(meeting) <= until)
    )


def _moment(meeting: Meeting) -> tuple[date, float]:
    started = meeting.started_at.at.timestamp() if meeting.started_at else float("inf")
    return (meeting.day or date.max, started)


def _day(meeting: Meeting) -> date | None:
    if meeting.day is not None:
        return meeting.day
    return meeting.started_at.at.date() if meeting.started_at else None


def missing_approvals(meeting: Meeting, series: Series) -> tuple[c.Change, ...]:
    """What the series knows of the approval of this meeting's minutes and its own file does not
    yet: a crash between the two, or a file that could not be written then."""
    known = {each.id: each for each in meeting.approvals}
    changes: list[c.Change] = []
    for each in series.approvals:
        if each.minutes_of != meeting.id:
            continue
        if each.id not in known and not each.is_void:
            values = {name: getattr(each, name) for name in c.MinutesApproved.__struct_fields__}
            changes.append(c.MinutesApproved(**values))
        elif each.id in known and each.is_void and not known[each.id].is_void:
            changes.append(c.ApprovalWithdrawn(approval=each.id))
    return tuple(changes)
