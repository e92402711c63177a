"""The course of a meeting: everything that happened, step by step, also what was taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator.meeting import changes as c
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.history import History
from facilitator.meeting.model import Instant, Meeting, Value

_REMOVALS = (
    c.TakenBack,
    c.Restored,
    c.EntryRemoved,
    c.PersonRemoved,
    c.AgendaItemRemoved,
    c.SpeakerRemoved,
    c.BoardRemoved,
    c.CardRemoved,
    c.CardGroupRemoved,
)


class CourseStep(Value, frozen=True, kw_only=True):
    """One user action. `is_fixed`: cannot be taken back (numbers given, an export, the plan
    itself, or something of a newer program)."""

    id: str
    at: Instant
    changes: tuple[c.Stamped, ...]
    is_taken_back: bool = False
    is_fixed: bool = False


def course(history: History) -> tuple[CourseStep, ...]:
    """All steps in their order. Undo and redo are no steps: they mark those they are about."""
    dead = history.dead_steps()
    found: dict[str, list[c.Stamped]] = {}
    for stamped in history:
        if not isinstance(stamped.change, c.TakenBack | c.Restored):
            found.setdefault(stamped.step, []).append(stamped)
    return tuple(
        CourseStep(
            id=step,
            at=changes[0].at,
            changes=tuple(changes),
            is_taken_back=step in dead,
            is_fixed=any(
                each.change is None or isinstance(each.change, c.NOT_UNDOABLE) for each in changes
            ),
        )
        for step, changes in found.items()
    )


def steps_behind(steps: Sequence[CourseStep], step_id: str) -> tuple[CourseStep, ...]:
    """What going back to this step takes back: every step behind it that still counts, the newest
    first, as undo would walk them. What cannot be taken back stays."""
    place = next((at for at, step in enumerate(steps) if step.id == step_id), len(steps))
    return tuple(
        step
        for step in reversed(steps[place + 1 :])
        if not step.is_taken_back and not step.is_fixed
    )


def everything(history: Iterable[c.Stamped]) -> Meeting:
    """The meeting as if nothing had ever been taken back or removed: each thing a step speaks of
    is there, so that the step can be told."""
    return MeetingFold(s for s in history if not isinstance(s.change, _REMOVALS)).value()
