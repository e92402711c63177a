"""The least a program on Textual can do with a typed letter: a bare TextArea, and under it a label
that follows each change."""

from __future__ import annotations

from textual import on
from textual.app import App, ComposeResult
from textual.widgets import Label, TextArea


class BareLine(App[None]):
    CSS = """
    BareLine TextArea { height: 3; }
    """

    def compose(self) -> ComposeResult:
        yield TextArea()
        yield Label("ready")

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()

    @on(TextArea.Changed)
    def follow(self, event: TextArea.Changed) -> None:
        self.query_one(Label).update(f"{len(event.text_area.text)}", layout=False)


if __name__ == "__main__":
    BareLine().run()
