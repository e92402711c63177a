"""The widget of the wall: draws the lines, knows nothing but them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens.wall.lines import EMPTY, Look, WallLine

_STYLES: dict[Look, str] = {
    "text": "",
    "head": "bold",
    "quiet": "$foreground 75%",
    "bar": "$primary",
    "rest": "$foreground 40%",
    "rule": "$foreground 50%",
    "over": "bold $text-error",
    "missing": "bold $text-warning",
}


class WallView(Widget):
    """Draws again only the lines that differ."""

    class Resized(Message):
        """It has another size now: lines for it, please."""

    DEFAULT_CSS = "WallView { height: 1fr; width: 1fr; background: $background; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[WallLine, ...] = ()

    def show(self, lines: Sequence[WallLine]) -> None:
        before, self._lines = self._lines, tuple(lines)
        count = max(len(before), len(self._lines))
        differ = [at for at in range(count) if _at(before, at) != _at(self._lines, at)]
        if differ:
            self.refresh(*(Region(0, at, self.size.width, 1) for at in differ))

    @property
    def text(self) -> str:
        """What stands on the wall, line by line."""
        return "\n".join(line.text for line in self._lines)

    def on_resize(self) -> None:
        self.post_message(self.Resized())

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        spans = _at(self._lines, y).spans
        content = Content.assemble(*((span.text, _STYLES[span.look]) for span in spans))
        content = content.truncate(width)
        strip = Strip(content.render_segments(self.visual_style), content.cell_length)
        return strip.adjust_cell_length(width, self.rich_style)


def _at(lines: tuple[WallLine, ...], at: int) -> WallLine:
    return lines[at] if at < len(lines) else EMPTY
