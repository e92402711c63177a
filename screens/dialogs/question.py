"""A question with two answers: Enter says yes, Escape says no. No letter answers it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.i18n import tr
from screens.while_there import WhileThere


class QuestionDialog(WhileThere, ModalScreen[bool]):
    """Returns True for yes. `yes`: what Enter does, in one or two words."""

    DEFAULT_CSS = """
    QuestionDialog { align: center middle; background: $background 60%; }
    QuestionDialog > Vertical {
        width: 64; max-width: 100%; height: auto; padding: 1 2;
        border: round $primary; background: $surface; border-title-style: bold;
    }
    QuestionDialog #keys { margin-top: 1; color: $text-muted; }
    """
    BINDINGS = [
        Binding("enter", "answer(True)", show=False),
        Binding("escape", "answer(False)", show=False),
    ]

    def __init__(self, title: str, text: str, yes: str) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._yes = yes

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Content(self._title).markup
            yield Static(self._text, markup=False)
            yield Static(f"↵ {self._yes}   Esc {tr('back')}", id="keys", markup=False)

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
