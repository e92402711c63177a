"""A line across the screen; on a wide one with joints where the panels begin."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

PANEL = 28


def panel_width(width: int) -> int:
    """Cells of each panel beside the entries, its border among them, on a screen so wide."""
    return min(48, max(PANEL, width * 23 // 100))


class Rule(Widget):
    DEFAULT_CSS = "Rule { height: 1; width: 1fr; }"

    def __init__(self, joint: str) -> None:
        super().__init__(classes="rule")
        self._joint = joint

    def render(self) -> Content:
        width = self.size.width
        if width < 110:
            return Content("─" * width)
        panel = panel_width(width)
        middle = "─" * (width - 2 * panel)
        side = "─" * (panel - 1)
        return Content(f"{side}{self._joint}{middle}{self._joint}{side}")
