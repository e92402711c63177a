"""The wall on this screen: what the room may see."""

from __future__ import annotations

from textual.content import Content

from facilitator.i18n import tr
from screens.live_room import LiveRoom
from screens.widgets.live_head import Line


class WallActs(LiveRoom):
    """Wall on and off."""

    def action_wall(self) -> None:
        self.wall_is_on = not self.wall_is_on
        self.set_class(self.wall_is_on, "-wall")
        self._entries.choose("")
        width = self.size.width
        told_wall = tr("WALL: the room sees everything here · F12 back")
        rule = f"─ {told_wall} " + "─" * max(0, width - len(told_wall) - 3)
        self.query_one("#wall-rule", Line).show(Content(rule[:width]))
        self.draw_bar()
        self.call_after_refresh(self.redraw)
