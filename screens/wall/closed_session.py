"""While an item runs that is not public: only that, and the time."""

from __future__ import annotations

from facilitator.i18n import tr
from screens.wall.lines import AIR, FILL, WallLine, centred
from screens.wall.scene import Scene


def closed_session_view(scene: Scene) -> list[WallLine]:
    width = scene.width
    told = tr("This part is not public")
    return [FILL, centred(told, width, "head"), AIR, AIR, centred(scene.clock, width), FILL]


def blank_view(scene: Scene) -> list[WallLine]:
    """Nothing at all, when the moderator wants all eyes on the speaker."""
    return [FILL]
