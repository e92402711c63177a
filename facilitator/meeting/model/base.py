"""What all values share: frozen structs, and moments of time."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Value(Struct, frozen=True):
    """Base of all values: frozen, built by keyword."""


class Instant(Value, frozen=True):
    """A moment. `at` is what the wall clock said, with its offset; `up` is the steady clock in
    seconds (time asleep included), comparable only within one `opening` of the file."""

    at: datetime
    up: float | None = None
    opening: str = ""

    def seconds_until(self, later: Instant) -> float:
        """Seconds from this moment to `later`: steady time within one opening, else the
        difference of the wall clocks; never below zero."""
        if (
            self.up is not None
            and later.up is not None
            and self.opening
            and self.opening == later.opening
        ):
            return max(0.0, later.up - self.up)
        return max(0.0, (later.at - self.at).total_seconds())
