"""The meeting after another one, made in one step and never twice."""

from __future__ import annotations

from facilitator.errors import NotFound
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.approving import awaiting_approval
from facilitator.meeting.model import Meeting
from facilitator.planning.next_meeting import NextMeetingPlan, next_meeting_plan, plan_changes
from facilitator.workspace import Workspace


def next_plan(workspace: Workspace, reference: str) -> NextMeetingPlan:
    """What the meeting after this one would be, from what was said and left open here. Older
    minutes come up again if they were sent and never approved."""
    slug = reference.partition("/")[0]
    summary = workspace.summary(slug)
    meeting = workspace.open(reference).meeting
    waiting = awaiting_approval(summary.readable(), reference)
    return next_meeting_plan(
        meeting,
        kind=workspace.kind_after(slug, meeting),
        pending=tuple(each for each in reversed(waiting) if each.was_sent),
        has_open_actions=bool(summary.open_actions()),
        number=len(summary.meetings) + 1,
        today=workspace.today(),
    )


def planned_after(workspace: Workspace, live: LiveMeeting) -> str:
    """The reference of the meeting planned from this one, if its file is there; else empty. One
    that was made just before the program was stopped is found by what it follows, one that was
    planned by hand by its day."""
    known = live.meeting.planned_next
    if known is not None and _is_there(workspace, known.reference):
        return known.reference
    readable = workspace.summary(live.reference.partition("/")[0]).readable()
    for reference, meeting in readable:
        if live.meeting.id and meeting.follows == live.meeting.id:
            return reference
    said = live.meeting.next_meeting
    for reference, meeting in readable:
        if said and said.day and (meeting.state, meeting.day) == ("planned", said.day):
            return reference
    return ""


def plan_next(workspace: Workspace, reference: str, plan: NextMeetingPlan | None = None) -> str:
    """Make the meeting after this one (`plan` None: as `next_plan` says); its reference. If it is
    there already, that is the one, and nothing is made."""
    live = workspace.open(reference)
    found = planned_after(workspace, live)
    if not found:
        slug = reference.partition("/")[0]
        plan = plan or next_plan(workspace, reference)
        changes = plan_changes(plan, workspace.series_in(slug))
        found = workspace.make_meeting(slug, plan.day, plan.title, changes)
    _remember(live, found, workspace.open(found).meeting)
    return found


def _remember(live: LiveMeeting, reference: str, meeting: Meeting) -> None:
    """The meeting before knows the one after it; the new file was there first."""
    known = live.meeting.planned_next
    if known is None or known.reference != reference:
        live.record(
            c.NextMeetingPlanned(
                reference=reference, meeting=meeting.id, title=meeting.title, day=meeting.day
            )
        )


def _is_there(workspace: Workspace, reference: str) -> bool:
    try:
        return workspace.path(reference).exists()
    except NotFound:
        return False
