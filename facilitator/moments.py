"""A meeting as it was: everything up to some change, with what was taken back only later."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.meeting import changes as c
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.history import History
from facilitator.meeting.latest import latest_changes
from facilitator.meeting.model import Instant, Meeting, Value

_ABOUT_THE_MINUTES = (
    c.MinutesExported,
    c.MinutesSent,
    c.SendingWithdrawn,
    c.ObjectionRaised,
    c.ObjectionSettled,
    c.NextMeetingPlanned,
)
"""Changes that say nothing in the minutes themselves: after them an export gives the same."""


class Moment(Value, frozen=True, kw_only=True):
    """`rows`: everything that had happened, as in the file; `modified`: when something happened
    last to the meeting itself; `changed`: pairs of thing and its last change, for calendars."""

    meeting: Meeting
    rows: tuple[bytes, ...] = ()
    modified: Instant | None = None
    changed: tuple[tuple[str, str], ...] = ()


def as_of(history: History, change_id: str) -> Meeting:
    """The meeting as this change left it. What was taken back afterwards stands."""
    return MeetingFold(each for each in history if each.id <= change_id).value()


def before_start(history: History, meeting: Meeting) -> Meeting:
    """This meeting before the step that began it."""
    started = meeting.started_at
    for each in history if started is not None else ():
        if each.at == started and isinstance(each.change, c.MeetingStarted | c.ItemStarted):
            return MeetingFold(earlier for earlier in history if earlier.id < each.step).value()
    return meeting


def last_change(history: History) -> Instant | None:
    """When something happened last to the meeting itself."""
    changes = (each.at for each in history if not isinstance(each.change, _ABOUT_THE_MINUTES))
    return max(changes, key=lambda at: at.at, default=None)


def moment_before(history: History, rows: Sequence[bytes], change_id: str) -> Moment:
    """As it was before the step of this change. `rows`: those of the history, in its order."""
    step = next((each.step for each in history if each.id == change_id), change_id)
    earlier = History(each for each in history if each.id < step)
    return Moment(
        meeting=MeetingFold(earlier).value(),
        rows=tuple(rows[: len(earlier)]),
        modified=last_change(earlier),
        changed=tuple(latest_changes(earlier).items()),
    )
