"""Who speaks: the speaker list, points of order, rounds."""

from __future__ import annotations

from screens.live_room import LiveRoom


class SpeakingActs(LiveRoom):
    """Speaker list and rounds."""
