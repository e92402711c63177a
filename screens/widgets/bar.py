"""The capture bar: a frame with the line being typed and, under the words, what was understood.

Modeless: it keeps the focus while up and down choose entries elsewhere. It knows no grammar and no
meeting; its owner (`LineOwner`) is asked about every key that is no text, and tells it with `show`
what to say around the line. Live screen, door, closing round and the open line of a list use it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import TextArea

from facilitator.capture import Chip
from screens.widgets.chips import Chips
from screens.widgets.columns import cut
from screens.widgets.line_editor import LineEditor, LineOwner, clean

__all__ = ["BarView", "CaptureBar", "LineOwner", "clean"]


@dataclass(frozen=True, slots=True)
class BarView:
    """What stands around the line. `kind`: what the line becomes, printed in capitals; `note`
    behind it ('bleibt bis Esc'); `right`: where it goes ('zu 8.2'); `hint`: keys, in the row of
    the chips."""

    kind: str = ""
    note: str = ""
    right: str = ""
    chips: tuple[Chip, ...] = ()
    hint: str = ""


class CaptureBar(Vertical):
    """Grows with its text from one row to three, five on a high screen."""

    DEFAULT_CSS = """
    CaptureBar {
        height: auto; width: 1fr; padding: 0 1;
        border: round $primary; border-title-color: $foreground; background: $background;
    }
    CaptureBar LineEditor {
        height: 1; width: 1fr; padding: 0; border: none; background: $background;
        scrollbar-size: 0 0;
    }
    CaptureBar LineEditor:focus { border: none; }
    """

    def __init__(self, owner: LineOwner | None = None, *, id: str | None = None) -> None:
        """Without an owner the screen it stands on is asked."""
        super().__init__(id=id)
        self._owner = owner
        self._editor: LineEditor | None = None
        self._chips = Chips()
        self.view = BarView()

    def compose(self) -> ComposeResult:
        yield self.editor
        yield self._chips

    def on_mount(self) -> None:
        self._draw_frame()

    # -- the line -------------------------------------------------------------------------

    @property
    def editor(self) -> LineEditor:
        if self._editor is None:
            owner = self._owner if self._owner is not None else cast("LineOwner", self.screen)
            self._editor = LineEditor(owner)
        return self._editor

    @property
    def text(self) -> str:
        """The line as typed."""
        return self.editor.text

    @property
    def cursor(self) -> int:
        """Where the cursor stands in the text."""
        return self.editor.offset_of(self.editor.cursor_location)

    @property
    def can_undo(self) -> bool:
        """Whether Ctrl+Z would undo typing."""
        return self.editor.can_undo

    def put(self, text: str, cursor: int | None = None) -> None:
        """Another line stands here; what was typed before cannot be had back with Ctrl+Z."""
        editor = self.editor
        editor.load_text(text)
        editor.move_cursor(editor.location_of(len(text) if cursor is None else cursor))
        self._grow()

    def choose_all(self) -> None:
        """The next letter takes the place of the whole line; a cursor key keeps it."""
        self.editor.select_all()

    def forget_typing(self) -> None:
        """Ctrl+Z and Ctrl+Y no longer mean the typing up to here."""
        self.editor.history.clear()

    def insert(self, text: str) -> None:
        """At the cursor; what was typed before stays."""
        self.replace(self.cursor, self.cursor, text)

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace a part of the line; undoable like typing. The cursor goes behind it."""
        editor = self.editor
        result = editor.replace(
            clean(text),
            editor.location_of(start),
            editor.location_of(end),
            maintain_selection_offset=False,
        )
        editor.move_cursor(result.end_location)

    def focus_line(self) -> None:
        self.editor.focus()

    def conceal(self, word: str) -> None:
        """Show this word instead of the line (empty: show the line). Typing goes on."""
        self.editor.conceal(word)

    def cursor_on_screen(self) -> Offset:
        """Where the cursor stands on the screen: a list of names hangs there."""
        return self.editor.cursor_screen_offset

    # -- around it ------------------------------------------------------------------------

    def show(self, view: BarView) -> None:
        if view != self.view:
            self.view = view
            self._draw_frame()
            self._chips.show(view.chips, view.hint)

    def on_resize(self) -> None:
        self._draw_frame()
        self.call_after_refresh(self._grow)

    @on(TextArea.Changed)
    def _line_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._grow()
        self.editor.owner.line_changed()

    @on(TextArea.SelectionChanged)
    def _cursor_moved(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        self.editor.owner.line_changed()

    def _grow(self) -> None:
        if not self.is_attached:
            return
        height = self.app.size.height
        most = 5 if height >= 36 else 3 if height >= 16 else 1
        wanted = min(self.editor.rows(), most)
        if self.editor.styles.height is None or self.editor.styles.height.value != wanted:
            self.editor.styles.height = wanted

    def _draw_frame(self) -> None:
        """Kind at the left, item at the right, both in the upper edge."""
        width = self.size.width + self.gutter.width - 6
        if width < 4:
            self.border_title = None
            return
        view = self.view
        kind = cut(view.kind.upper(), width)
        room = width - cell_len(kind) - 3 - (cell_len(view.right) + 3 if view.right else 0)
        note = f" · {cut(view.note, room)}" if view.note and room > 3 else ""
        left = Content.assemble((kind, "bold"), note)
        gap = width - left.cell_length - cell_len(view.right) - 2
        if view.right and gap > 0:
            left = Content.assemble(left, (f" {'─' * gap} ", "$primary"), view.right)
        self.border_title = cast("str", left)
