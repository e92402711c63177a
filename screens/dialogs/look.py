"""A look before several lines are taken at once: how many, what was understood."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
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


class LookDialog(WhileThere, ModalScreen[bool]):
    """`summary` in one sentence, `lines` as they would stand (left and right end), `problems` to
    be read first. Enter takes all (if there is something), Escape leaves everything as it was."""

    DEFAULT_CSS = """
    LookDialog { align: center middle; background: $background 60%; }
    LookDialog > #box {
        width: 100; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; background: $background;
    }
    LookDialog #summary { height: auto; text-style: bold; padding-bottom: 1; }
    LookDialog RowList { height: auto; }
    LookDialog #keys { height: 1; color: $text-muted; margin-top: 1; }
    """
    BINDINGS = [
        Binding("enter", "answer(True)", show=False, priority=True),
        Binding("escape", "answer(False)", show=False),
    ]

    def __init__(
        self,
        title: str,
        summary: str,
        lines: Sequence[tuple[str, str]],
        problems: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._title = title
        self._summary = summary
        self._lines = tuple(lines)
        self._problems = tuple(problems)

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Static(Content(self._summary), id="summary", markup=False)
            yield RowList(id="lines")
            keys = tr("↵ take all   ↑↓ look   Esc leave") if self._lines else tr("Esc back")
            yield Static(Content(keys), id="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one("#box").border_title = Content(self._title)
        self.query_one(RowList).focus()
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        width = max(20, self.query_one("#box").size.width - 4)
        rows = [
            Row(f"problem:{n}", Content.styled(cut(f"! {text}", 400), "$text-warning"))
            for n, text in enumerate(self._problems)
        ]
        if rows:
            rows.append(Row("", Content(" ")))
        rows += [
            Row(f"line:{n}", Content(_line(left, right, width)))
            for n, (left, right) in enumerate(self._lines)
        ]
        self.query_one(RowList).styles.max_height = max(3, self.size.height - 7)
        self.query_one(RowList).show(rows)

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes and bool(self._lines))


def _line(left: str, right: str, width: int) -> str:
    """Both ends of a line; the left one keeps its indent and is cut at a word."""
    bare = left.lstrip()
    indent = " " * (len(left) - len(bare))
    room = width - len(indent) - (cell_len(right) + 1 if right else 0)
    if "  " in bare:  # columns: keep them
        shown = set_cell_size(bare, min(room, cell_len(bare)))
    else:
        shown = cut(bare, max(4, room))
    return f"{indent}{shown}{' ' * (room - cell_len(shown))} {right}" if right else indent + shown
