"""The time of the meeting: breaks, and sharing out what is left."""

from __future__ import annotations

from screens.live_room import LiveRoom


class TimeActs(LiveRoom):
    """Breaks and re-planning."""
