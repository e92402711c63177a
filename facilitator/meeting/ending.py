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


class MeetingEnd:
    """When the meeting ended, while it is folded. Reopened and closed again it ended when it had
    ended, unless an item ran since; what somebody tells counts wherever it fits."""

    def __init__(self) -> None:
        self._closing: Instant | None = None
        """The closing that ended it."""
        self._after: Instant | None = None
        """When the last item had begun or ended before it."""
        self._latest: Instant | None = None
        """The latest moment an end that is told may lie before."""

    def closed(self, latest: Instant | None, at: Instant, *, is_running: bool) -> None:
        """`latest`: when an item was last started or ended, or the meeting began."""
        first = self._closing
        ran_since = is_running or (
            first is not None and latest is not None and latest.at > first.at
        )
        if first is None or ran_since:
            self._closing, self._after = at, latest
        self._latest = at

    def told(self, at: Instant) -> None:
        """Somebody says, at this moment, when it was over."""
        self._latest = at

    def at(self, told: str) -> Instant:
        """`told`: "HH:MM" or empty. Call only once it was closed."""
        assert self._closing is not None
        assert self._latest is not None
        found = end_told(told, self._after, self._latest)
        return self._closing if found is self._latest else found
