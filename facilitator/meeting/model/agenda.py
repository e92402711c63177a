"""Agenda items and the time they took."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model.base import Instant, Value

ItemState = Literal["open", "running", "done", "skipped", "deferred"]


class Interval(Value, frozen=True, kw_only=True):
    """A stretch of time in which an agenda item ran; `end` None while it runs."""

    start: Instant
    end: Instant | None = None

    def seconds(self, now: Instant) -> float:
        return self.start.seconds_until(self.end or now)


class AgendaItem(Value, frozen=True, kw_only=True):
    """`number` ('8.2') follows from place and nesting. `parent` is an id or empty."""

    id: str
    number: str
    title: str
    parent: str = ""
    depth: int = 0
    short_title: str = ""
    planned_minutes: int | None = None
    presenter: str = ""
    public: bool = True
    group: str = ""
    """Id of the working group whose report this is, or empty."""
    field: str = ""
    """Id of the field of action that entries here inherit, or empty."""
    purpose: Literal["", "open_actions", "approval"] = ""
    """Items the program put there itself: review of open actions, approval of the last minutes."""
    state: ItemState = "open"
    intervals: tuple[Interval, ...] = ()
    result: str = ""
    """In the words of councils: 'zur Kenntnis genommen', 'vertagt', ..."""

    def used_seconds(self, now: Instant) -> float:
        return sum(interval.seconds(now) for interval in self.intervals)
