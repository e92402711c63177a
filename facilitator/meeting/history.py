"""The order of what happened, which steps still count, and what undo would take back.

A step is one user action. `TakenBack` and `Restored` name steps, never each other; the last word
on a step counts. (Nested undo, inverse values and undo of single changes each failed in tests.)
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator

from facilitator.meeting.changes import NOT_UNDOABLE, Restored, Stamped, TakenBack


def _id(stamped: Stamped) -> str:
    return stamped.id


class History:
    """Changes in the order of their ids, whatever the order of arrival."""

    def __init__(self, changes: Iterable[Stamped] = ()) -> None:
        unique = {stamped.id: stamped for stamped in changes}
        self._changes = sorted(unique.values(), key=_id)
        self._ids = set(unique)
        self._named: set[str] = set()
        """Steps that were ever taken back, also before they arrived."""
        for stamped in self._changes:
            self._name(stamped)

    def __iter__(self) -> Iterator[Stamped]:
        return iter(self._changes)

    def __len__(self) -> int:
        return len(self._changes)

    def add(self, stamped: Stamped) -> bool:
        """Put a change in its place. True when it is the newest and only adds: then the state
        can be carried on; otherwise it has to be folded again. A known id changes nothing."""
        if stamped.id in self._ids:
            return True
        self._ids.add(stamped.id)
        self._name(stamped)
        if not self._changes or stamped.id > self._changes[-1].id:
            self._changes.append(stamped)
            is_plain = not isinstance(stamped.change, TakenBack | Restored)
            return is_plain and stamped.step not in self._named
        insort(self._changes, stamped, key=_id)
        return False

    def _name(self, stamped: Stamped) -> None:
        if isinstance(stamped.change, TakenBack):
            self._named.update(stamped.change.steps)

    def knows(self, change_id: str) -> bool:
        return change_id in self._ids

    def since(self, change_id: str) -> list[Stamped]:
        """The changes behind this id, in order."""
        return self._changes[bisect_right(self._changes, change_id, key=_id) :]

    def dead_steps(self) -> set[str]:
        """Steps that were taken back and not restored."""
        fixed = self._fixed_steps()
        dead: set[str] = set()
        for stamped in self._changes:
            if isinstance(stamped.change, TakenBack):
                dead.update(step for step in stamped.change.steps if step not in fixed)
            elif isinstance(stamped.change, Restored):
                dead.difference_update(stamped.change.steps)
        return dead

    def step_to_take_back(self, device: str) -> str | None:
        """The latest live step of this device that can be undone, or None."""
        done, _ = self._stacks(device)
        return next(reversed(done), None)

    def step_to_restore(self, device: str) -> str | None:
        """The step that redo would bring back: the last one taken back, unless something new
        was recorded on this device since. None if there is none."""
        _, undone = self._stacks(device)
        return next(reversed(undone), None)

    def steps_to_restore(self, device: str) -> tuple[str, ...]:
        """That step and all that were taken back with it in one go, the oldest first."""
        _, undone = self._stacks(device)
        last = next(reversed(undone.values()), None)
        return tuple(step for step in reversed(undone) if undone[step] == last)

    def changes_of(self, step: str) -> tuple[Stamped, ...]:
        return tuple(stamped for stamped in self._changes if stamped.step == step)

    def _fixed_steps(self) -> set[str]:
        return {s.step for s in self._changes if isinstance(s.change, NOT_UNDOABLE)}

    def _stacks(self, device: str) -> tuple[dict[str, None], dict[str, str]]:
        """Live and taken-back steps of the device, each in the order undo and redo walk them; the
        taken-back ones with the change that did it. What this device took back of another one
        it can bring back too, but not undo again."""
        fixed = self._fixed_steps()
        own: set[str] = set()
        others: set[str] = set()
        done: dict[str, None] = {}
        undone: dict[str, str] = {}
        for stamped in self._changes:
            change = stamped.change
            if isinstance(change, TakenBack):
                for step in change.steps:
                    if step in done:
                        del done[step]
                        undone[step] = stamped.id
                    elif stamped.device == device and step in others and step not in undone:
                        undone[step] = stamped.id
            elif isinstance(change, Restored):
                for step in change.steps:
                    undone.pop(step, None)
                    if step in own and step not in done:
                        done[step] = None
            elif stamped.step in fixed or change is None:
                continue
            elif stamped.device == device:
                if stamped.step not in own:
                    own.add(stamped.step)
                    done[stamped.step] = None
                undone.clear()
            else:
                others.add(stamped.step)
        return done, undone
