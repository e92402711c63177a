"""A meeting as another process sees it that only looks: the projector."""

from __future__ import annotations

from facilitator.clock import Clock
from facilitator.meeting.model import Instant, Meeting
from facilitator.store.change_reader import ChangeReader


class WatchedMeeting:
    """One meeting, written by another program or by none at the moment. Writes nothing."""

    def __init__(self, reader: ChangeReader[Meeting], *, reference: str, clock: Clock) -> None:
        self._reader = reader
        self._clock = clock
        self.reference = reference

    @property
    def meeting(self) -> Meeting:
        """The meeting as of the last look that could read its file."""
        return self._reader.value

    def now(self) -> Instant:
        return self._clock.now()

    def look(self) -> bool:
        """Take in what was written since; True when there was something. Raises FacilitatorError
        when the file cannot be read now; the next look tries again."""
        return self._reader.look()
