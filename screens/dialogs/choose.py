"""One of a few: arrows choose, Enter takes, Escape leaves."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.i18n import tr
from screens.while_there import WhileThere
from screens.widgets.columns import cut
from screens.widgets.row_list import Row, RowList


class ChooseDialog(WhileThere, ModalScreen[str | None]):
    """Returns the value of the option taken, or None. `options`: pairs of value and text."""

    DEFAULT_CSS = """
    ChooseDialog { align: center middle; background: $background 60%; }
    ChooseDialog > #box {
        width: 64; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
        border: round $primary; background: $background;
    }
    ChooseDialog RowList { height: auto; max-height: 16; }
    ChooseDialog #keys { height: 1; color: $text-muted; margin-top: 1; }
    """
    BINDINGS = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._options = tuple(options)

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield RowList(id="options")
            keys = tr("↵ take   ↑↓ choose   Esc leave")
            yield Static(Content(keys), id="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one("#box").border_title = Content(self._title)
        rows = self.query_one(RowList)
        rows.show([Row(value, Content(f" {cut(text, 56)}")) for value, text in self._options])
        rows.focus()

    def on_option_list_option_selected(self) -> None:
        self.dismiss(self.query_one(RowList).chosen or None)

    def action_leave(self) -> None:
        self.dismiss(None)
