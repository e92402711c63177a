"""How a decision comes about: its sheet, reading back, votes."""

from __future__ import annotations

from screens.live_room import LiveRoom


class DecidingActs(LiveRoom):
    """Decision sheet, reading back, votes."""
