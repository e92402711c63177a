"""What a screen would do in the demo: lines that begin with `@`, and follow-ups."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from facilitator.demo.room_steps import room_step
from facilitator.exporting import exporter_for
from facilitator.folding import fold
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionStatus, Meeting, Person, Role
from facilitator.workspace import Workspace

_ROLES: dict[str, Role] = {
    "chair": "chair",
    "moderator": "moderator",
    "minute_taker": "minute_taker",
}


def screen_step(line: str, live: LiveMeeting) -> tuple[c.Change, ...]:
    """The changes of one '@' line."""
    word, _, rest = line.removeprefix("@").partition(" ")
    meeting = live.meeting
    match word:
        case "chair" | "moderator" | "minute_taker":
            person = _called(rest, meeting)
            return (c.OfficerNamed(role=_ROLES[word], name=person.name, person=person.id),)
        case "present":
            return _present(int(rest), meeting)
        case "excused":
            people = [_called(name.strip(), meeting) for name in rest.split(";")]
            return tuple(c.AttendanceRecorded(person=p.id, status="excused") for p in people)
        case "review":
            beginning, status, comment = _three(rest)
            action = next(a for a in live.open_actions() if a.summary.startswith(beginning))
            running = meeting.running_item
            return (
                c.ActionItemReviewed(
                    action_item=action.id,
                    item=running.id if running else "",
                    status=_status(status),
                    comment=comment,
                ),
            )
        case _:
            return room_step(word, rest, live)


def follow_up(workspace: Workspace, row: Mapping[str, Any]) -> None:
    """What somebody reported between meetings."""
    slug = workspace.series_called(row["series"])
    assert slug is not None
    found = next(
        each
        for each in workspace.summary(slug).actions
        if each.action.summary.startswith(row["action"])
    )
    workspace.record_in_series(
        slug,
        c.ActionItemReviewed(
            action_item=found.action.id,
            status=_status(row["status"]),
            comment=row.get("comment", ""),
        ),
    )


def export_minutes(workspace: Workspace, live: LiveMeeting) -> None:
    """What the secretary does two days later."""
    exporter_for(workspace, live).export()


def _present(number: int, meeting: Meeting) -> tuple[c.Change, ...]:
    """So many of those expected are here, in the order of the list; officers first."""
    named = {officer.person for officer in meeting.officers}
    people = sorted(meeting.people, key=lambda person: person.id not in named)
    return tuple(c.AttendanceRecorded(person=p.id, status="present") for p in people[:number])


def _called(name: str, meeting: Meeting) -> Person:
    for person in meeting.people:
        if fold(person.name).endswith(fold(name)):
            return person
    raise LookupError(name)


def _three(text: str) -> tuple[str, str, str]:
    first, second, *rest = text.split(" ", 2)
    return first, second, rest[0] if rest else ""


def _status(text: str) -> ActionStatus:
    found: ActionStatus = msgspec.convert(text, ActionStatus)
    return found
