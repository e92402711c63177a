"""When a meeting was over that was closed later: the evening's meeting, closed in the morning."""

from __future__ import annotations

from datetime import timedelta

from facilitator.meeting.model import Instant


def end_told(told: str, after: Instant | None, closed: Instant) -> Instant:
    """The first moment at which the clock said `told` ("HH:MM") and the last item had begun
    already (`after`); the closing itself where nothing was told, or nothing that fits before it."""
    hour, _, minute = told.partition(":")
    if after is None or not (hour.isdecimal() and minute.isdecimal()):
        return closed
    if int(hour) > 23 or int(minute) > 59:
        return closed
    begun = after.at.replace(second=0, microsecond=0)
    found = begun.replace(hour=int(hour), minute=int(minute))
    if found < begun:
        found += timedelta(days=1)
    if found >= closed.at:
        return closed
    return Instant(at=max(found, after.at))
