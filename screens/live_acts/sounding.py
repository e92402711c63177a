"""The bell when time is over. Off until somebody asks for it."""

from __future__ import annotations

from facilitator.meeting.timebox import timebox
from facilitator.saying import tr
from screens.live_room import LiveRoom


class SoundingActs(LiveRoom):
    """Rings once for each item, and for a break, at the moment its time is over; an item that was
    over already when the screen opened stays silent."""

    _rung: frozenset[str] | None = None

    def on_mount(self) -> None:
        self.set_interval(1.0, self._ring)

    def _ring(self) -> None:
        running = self.live.meeting.running_item
        over = frozenset(
            [running.id]
            if running is not None and timebox(running, self.live.now()).warmth == "over"
            else []
        )
        if self._rung is not None and over - self._rung and self.facilitator.settings.sound:
            self.app.bell()
        self._rung = over | (self._rung or frozenset())

    def action_sound(self) -> None:
        """On or off, remembered."""
        is_on = self.facilitator.switch_sound()
        self.say(tr("The bell rings when time is over.") if is_on else tr("No sound."))
