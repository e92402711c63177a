"""Questions that the room answers on cards."""

from __future__ import annotations

from screens.live_room import LiveRoom


class CardActs(LiveRoom):
    """Boards of cards."""
