"""What changed between an earlier version and now, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.i18n import tr


class ComparedDialog(ModalScreen[None]):
    """`lines`: a difference each, in words; none: nothing differs. Scrolls."""

    DEFAULT_CSS = """
    ComparedDialog { align: center middle; background: $background 60%; }
    ComparedDialog > Vertical {
        width: 100; max-width: 100%; height: auto; max-height: 90%; padding: 0 1;
        border: round $primary; background: $background; border-title-style: bold;
    }
    ComparedDialog VerticalScroll { height: auto; max-height: 26; scrollbar-size-vertical: 1; }
    ComparedDialog .difference { height: auto; margin-bottom: 1; }
    ComparedDialog #keys { height: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,c", "leave", show=False)]

    def __init__(self, version: int, lines: Sequence[str]) -> None:
        super().__init__()
        self._version = version
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            title = tr("Changed since version {n}", n=self._version)
            box.border_title = Content(title).markup
            with VerticalScroll():
                for line in self._lines or (tr("Nothing differs."),):
                    yield Static(Content(line), classes="difference", markup=False)
            yield Static(Content(tr("↑↓ scroll · Esc back")), id="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        self.dismiss(None)
