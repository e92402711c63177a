"""A list of any length: only the lines in sight are made. The chosen one is kept by its place in
the rows given; whoever gives other rows says which one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget


class LongList(Widget, can_focus=True):
    DEFAULT_CSS = "LongList { height: 1fr; width: 1fr; background: $background; }"

    @dataclass
    class Chosen(Message):
        """Another row is the chosen one, by mouse."""

        place: int

    def __init__(self, line_of: Callable[[int, int], Content], *, id: str | None = None) -> None:
        """`line_of`: the line of a row at a width."""
        super().__init__(id=id)
        self._line_of = line_of
        self._count = 0
        self._first = 0
        self.place = 0
        """The chosen row; 0 where there is none."""

    def show(self, count: int, place: int) -> None:
        """So many rows, this one chosen; everything in sight is made anew."""
        self._count = count
        self.choose(place)

    def choose(self, place: int) -> None:
        """Choose a row, the nearest there is, and bring it into sight."""
        self.place = max(0, min(self._count - 1, place))
        height = max(1, self.size.height)
        bottom = max(0, self._count - height)
        if not self._first <= self.place < self._first + height:
            self._first = self.place if self.place < self._first else self.place - height + 1
        self._first = max(0, min(self._first, bottom))
        self.refresh()

    def step(self, by: int) -> None:
        self.choose(self.place + by)

    @property
    def page(self) -> int:
        """How many rows are in sight."""
        return max(1, self.size.height)

    def on_resize(self) -> None:
        self.choose(self.place)

    def on_click(self, event: Click) -> None:
        at = self._first + event.y
        if at < self._count:
            self.choose(at)
            self.post_message(self.Chosen(at))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        self._scroll(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        self._scroll(-3)

    def _scroll(self, by: int) -> None:
        self._first = max(0, min(self._first + by, self._count - self.page))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        at = self._first + y
        if at >= self._count:
            return Strip.blank(width, self.rich_style)
        content = self._line_of(at, width)
        if at == self.place:
            inverse = "$block-cursor-foreground on $block-cursor-background"
            plain = content.plain + " " * max(0, width - content.cell_length)
            content = Content(plain).stylize(inverse)
        style = self.visual_style
        return Strip(content.render_segments(style), content.cell_length).adjust_cell_length(
            width, self.rich_style
        )
