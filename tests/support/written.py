"""Histories for tests: changes stamped one after the other on a clock that moves on."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from facilitator.meeting import changes as c
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.model import Instant, Meeting

START = datetime(2026, 10, 14, 16, 0, tzinfo=timezone(timedelta(hours=2)))


class Written:
    """Changes as a store would stamp them, and the meeting they make."""

    def __init__(self, device: str = "aaaa", now: datetime = START) -> None:
        self.device = device
        self.now = now
        self.count = 0
        self.all: list[c.Stamped] = []
        self.fold = MeetingFold()

    def next_id(self) -> str:
        self.count += 1
        return f"{int(self.now.timestamp() * 1000):012x}-{self.count:03x}-{self.device}0001"

    def wait(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    def record(self, *changes: c.Change) -> tuple[c.Stamped, ...]:
        """One step; returns it."""
        self.now += timedelta(seconds=1)
        seen = tuple(self.fold.with_saw(change) for change in changes)
        step = c.stamped(seen, self.next_id, Instant(self.now))
        for stamped in step:
            self.fold.apply(stamped)
        self.all.extend(step)
        return step

    def undo(self) -> str | None:
        step = self.fold.history.step_to_take_back(self.device)
        if step:
            self.record(c.TakenBack(steps=(step,)))
        return step

    def redo(self) -> str | None:
        step = self.fold.history.step_to_restore(self.device)
        if step:
            self.record(c.Restored(steps=(step,)))
        return step

    @property
    def meeting(self) -> Meeting:
        return self.fold.value()
