"""A meeting as it was: what was known when something of it left the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

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
    last to the meeting itself; `changed`: pairs of thing and its last change, for calendars;
    `seen`: of each device the last change that is in it."""

    meeting: Meeting
    rows: tuple[bytes, ...] = ()
    modified: Instant | None = None
    changed: tuple[tuple[str, str], ...] = ()
    seen: tuple[str, ...] = ()


def last_of_devices(history: Iterable[c.Stamped]) -> tuple[str, ...]:
    """Of each device the last change: what one device recorded comes in its order, so that this
    tells for every change of a larger history whether it was known."""
    last: dict[str, str] = {}
    for each in history:
        last[each.device] = max(each.id, last.get(each.device, ""))
    return tuple(sorted(last.values()))


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
    """What was known when this was recorded: the document it tells of was made of that. `rows`:
    those of the history, in its order."""
    was_known = _knowing(next((each for each in history if each.id == change_id), None), change_id)
    known = [(each, row) for each, row in zip(history, rows, strict=True) if was_known(each)]
    earlier = History(each for each, _ in known)
    return Moment(
        meeting=MeetingFold(earlier).value(),
        rows=tuple(row for _, row in known),
        modified=last_change(earlier),
        changed=tuple(latest_changes(earlier).items()),
        seen=last_of_devices(earlier),
    )


def _knowing(recorded: c.Stamped | None, change_id: str) -> Callable[[c.Stamped], bool]:
    step = recorded.step if recorded else change_id
    change = recorded.change if recorded else None
    if not isinstance(change, c.MinutesExported | c.MinutesSent) or not change.seen:
        return lambda each: each.id < step
    last = {change_id[-8:-4]: change_id for change_id in change.seen}
    return lambda each: each.id < step and each.id <= last.get(each.device, "")
