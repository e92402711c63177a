"""What happened so far."""

from __future__ import annotations

from screens.live_room import LiveRoom


class HistoryActs(LiveRoom):
    """The time line."""

    def action_timeline(self) -> None:
        self.facilitator.go_timeline(self.live)
