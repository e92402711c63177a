"""What changed between two versions, in words."""

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
from facilitator.minutes.comparing.words import compared_title, same_words
from screens.while_there import WhileThere


class ComparedDialog(WhileThere, ModalScreen[None]):
    """`before` and `after`: numbers of versions, 0: now; `lines`: a difference each, in words;
    none: that both say the same is said. `remark`: what a reader should know beside. Scrolls."""

    DEFAULT_CSS = """
    ComparedDialog { align: center middle; background: $background 60%; }
    ComparedDialog > Vertical {
        width: 100; max-width: 100%; height: auto; max-height: 90%; padding: 0 1;
        border: round $primary; background: $background; border-title-style: bold;
    }
    ComparedDialog VerticalScroll { height: auto; max-height: 26; scrollbar-size-vertical: 1; }
    ComparedDialog .difference { height: auto; margin-bottom: 1; }
    ComparedDialog .remark { color: $text-warning; }
    ComparedDialog #keys { height: 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,c", "leave", show=False)]

    def __init__(self, before: int, after: int, lines: Sequence[str], remark: str = "") -> None:
        super().__init__()
        self._between = (before, after)
        self._lines = tuple(lines) or (same_words(before, after),)
        self._remark = remark

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Content(compared_title(*self._between)).markup
            with VerticalScroll():
                for line in self._lines:
                    yield Static(Content(line), classes="difference", markup=False)
                if self._remark:
                    yield Static(Content(self._remark), classes="difference remark", markup=False)
            yield Static(Content(tr("↑↓ scroll · Esc back")), id="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        self.dismiss(None)
