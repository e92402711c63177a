"""Who may decide and who leads: quorum, conflicts of interest, roles."""

from __future__ import annotations

from screens.live_room import LiveRoom


class PeopleActs(LiveRoom):
    """Quorum, conflicts of interest, who chairs, moderates and takes the minutes."""
