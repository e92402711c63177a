"""Lines beside the entries on a wide screen: given as values, redrawn only when they differ."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget


class Panel(Widget):
    DEFAULT_CSS = "Panel { height: 1fr; width: 27; }"

    def __init__(self) -> None:
        super().__init__()
        self._content = Content("")

    def fit(self, width: int) -> bool:
        """Take this many cells, the border among them; True if that is another width."""
        if self.styles.width is not None and self.styles.width.value == width:
            return False
        self.styles.width = width
        return True

    def show(self, lines: Sequence[Content]) -> None:
        content = Content("\n").join(lines)
        if content.markup != self._content.markup:
            self._content = content
            self.refresh()

    def render(self) -> Content:
        return self._content
