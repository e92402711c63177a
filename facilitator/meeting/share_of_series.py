"""Which changes of a series belong to one of its meetings, so that the meeting can be carried
into another workspace: who the body is, its people, groups and fields; the numbers given to this
meeting's entries; which minutes it approved, and who approved its own; what was said since of its
action items. Nothing of the other meetings."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting

_OF_THE_BODY = (
    c.SeriesFounded,
    c.SeriesAmended,
    c.OrganizationAdded,
    c.PersonAdded,
    c.PersonAmended,
    c.PersonRemoved,
    c.GroupAdded,
    c.GroupAmended,
    c.FieldAdded,
    c.FieldAmended,
)


def share_of(meeting: Meeting, history: Iterable[c.Stamped]) -> frozenset[str]:
    """The ids of these changes. Undo and redo of the steps they are in are among them."""
    actions = {entry.id for entry in meeting.action_items}
    actions |= {action.id for action in meeting.tabled_actions}
    approvals: set[str] = set()
    found: dict[str, str] = {}
    spoken_of: list[c.Stamped] = []
    for stamped in history:
        change = stamped.change
        match change:
            case c.NumbersGiven():
                is_ours = change.meeting == meeting.id
            case c.ActionItemRecorded():
                is_ours = stamped.id in actions
            case c.ActionItemReviewed() | c.ActionItemAmended():
                is_ours = change.action_item in actions
            case c.ActionItemsAdopted():
                is_ours = change.meeting == meeting.id
            case c.MinutesApproved():
                is_ours = meeting.id in (change.minutes_of, change.by_meeting)
                approvals |= {change.id or stamped.id} if is_ours else set()
            case c.ApprovalWithdrawn():
                is_ours = change.approval in approvals
            case c.ReviewAmended():
                is_ours = change.review in found
            case c.TakenBack() | c.Restored():
                spoken_of.append(stamped)
                is_ours = False
            case _:
                is_ours = isinstance(change, _OF_THE_BODY)
        if is_ours:
            found[stamped.id] = stamped.step
    steps = set(found.values())
    undone = {
        stamped.id
        for stamped in spoken_of
        if isinstance(stamped.change, c.TakenBack | c.Restored)
        and steps.intersection(stamped.change.steps)
    }
    return frozenset(found) | undone
