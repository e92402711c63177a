"""What founds and renames: groups, the body itself, milestones."""

from __future__ import annotations

from screens.live_room import LiveRoom


class FoundingActs(LiveRoom):
    """Groups, the name of the body, milestones."""
