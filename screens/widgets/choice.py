"""One value of a few, changed in place with left and right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from screens.widgets.columns import cut


class Choice(Widget, can_focus=True):
    """`options`: pairs of value and what is shown for it."""

    DEFAULT_CSS = """
    Choice { height: 1; width: 1fr; }
    Choice:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """
    BINDINGS = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Another value stands here."""

        choice: Choice
        value: str

    def __init__(
        self, options: Sequence[tuple[str, str]], value: str = "", *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.options = tuple(options)
        values = [each for each, _ in self.options]
        self._place = values.index(value) if value in values else 0

    @property
    def value(self) -> str:
        return self.options[self._place][0] if self.options else ""

    def offer(self, options: Sequence[tuple[str, str]], value: str = "") -> None:
        """Other options; the value stays where it is still one of them."""
        wanted = value or self.value
        self.options = tuple(options)
        values = [each for each, _ in self.options]
        self._place = values.index(wanted) if wanted in values else 0
        self.refresh()

    def action_step(self, by: int) -> None:
        if len(self.options) > 1:
            self._place = (self._place + by) % len(self.options)
            self.refresh()
            self.post_message(self.Changed(self, self.value))

    def render(self) -> Content:
        shown = self.options[self._place][1] if self.options else ""
        return Content(f"‹ {cut(shown, max(1, self.size.width - 4))} ›")
