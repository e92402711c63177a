"""What time it is. The only place where the real clock is read; everyone else is given a `Clock`.

The hidden environment variable FACILITATOR_NOW ('2026-11-24T14:00' with or without an offset) sets
the wall clock for tests in a real terminal: it stands there when the process starts and runs on
from there at real speed.
"""

from __future__ import annotations

import os
import secrets
import time
from datetime import date, datetime, timedelta
from typing import Protocol

from facilitator.meeting.model import Instant


class Clock(Protocol):
    """Gives moments; `opening` (four hex digits) tells one run of the program from another."""

    opening: str

    def now(self) -> Instant: ...

    def today(self) -> date: ...


def _steady() -> float:
    """Seconds of a clock that never jumps; time asleep counts where the system can tell."""
    boot_time = getattr(time, "CLOCK_BOOTTIME", None)  # Linux only
    return time.monotonic() if boot_time is None else time.clock_gettime(boot_time)


_STARTED = _steady()
"""Steady clock at the start of the process, near enough."""


class SystemClock:
    """The clock of this computer. A senseless FACILITATOR_NOW raises ValueError."""

    def __init__(self) -> None:
        self.opening = secrets.token_hex(2)
        told = os.environ.get("FACILITATOR_NOW")
        self._start = _aware(datetime.fromisoformat(told)) if told else None

    def now(self) -> Instant:
        steady = _steady()
        if self._start is None:
            at = datetime.now().astimezone()  # noqa: TID251 - this is the clock
        else:
            at = self._start + timedelta(seconds=steady - _STARTED)
        return Instant(at=at, up=round(steady, 3), opening=self.opening)

    def today(self) -> date:
        return self.now().at.date()


class FixedClock:
    """A clock for tests that moves only when told. A time without offset is local."""

    def __init__(self, at: datetime, opening: str = "0000") -> None:
        self.opening = opening
        self._at = _aware(at)
        self._up = 0.0

    def advance(self, seconds: float) -> None:
        """Let time pass: both the wall clock and the steady one move on."""
        self._at += timedelta(seconds=seconds)
        self._up += seconds

    def set_wall(self, at: datetime) -> None:
        """Move only the wall clock, as the system does when it corrects itself."""
        self._at = _aware(at)

    def now(self) -> Instant:
        return Instant(at=self._at, up=self._up, opening=self.opening)

    def today(self) -> date:
        return self._at.date()


def _aware(at: datetime) -> datetime:
    return at if at.tzinfo is not None else at.astimezone()
