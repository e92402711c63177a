"""The line being typed: a text area that grows, hands every other key to its owner at once and
keeps only what edits text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from rich.segment import Segment
from textual.document._document import Location
from textual.events import Key, Paste
from textual.strip import Strip
from textual.widgets import TextArea

_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff]")
"""Controls and direction marks: nothing a person types."""


_EDITS: dict[str, Callable[[LineEditor], object]] = {
    "left": lambda line: line.action_cursor_left(),
    "right": lambda line: line.action_cursor_right(),
    "ctrl+left": lambda line: line.action_cursor_word_left(),
    "ctrl+right": lambda line: line.action_cursor_word_right(),
    "home": lambda line: line.action_cursor_line_start(),
    "ctrl+a": lambda line: line.action_cursor_line_start(),
    "end": lambda line: line.action_cursor_line_end(),
    "ctrl+e": lambda line: line.action_cursor_line_end(),
    "shift+left": lambda line: line.action_cursor_left(True),
    "shift+right": lambda line: line.action_cursor_right(True),
    "ctrl+shift+left": lambda line: line.action_cursor_word_left(True),
    "ctrl+shift+right": lambda line: line.action_cursor_word_right(True),
    "shift+home": lambda line: line.action_cursor_line_start(True),
    "shift+end": lambda line: line.action_cursor_line_end(True),
    "backspace": lambda line: line.action_delete_left(),
    "ctrl+d": lambda line: line.action_delete_right(),
    "ctrl+w": lambda line: line.action_delete_word_left(),
    "ctrl+backspace": lambda line: line.action_delete_word_left(),
    "ctrl+k": lambda line: line.action_delete_to_end_of_line(),
    "ctrl+u": lambda line: line.action_delete_to_start_of_line(),
    "ctrl+x": lambda line: line.action_cut(),
    "ctrl+v": lambda line: line.action_paste(),
}
"""Done within the key, not as bindings: those run later, after the next letter was typed."""


class LineOwner:
    """Who owns a line: a screen, or a widget in which a line is opened.

    Called at once, within the key, not by message: a message would be read after the next letters
    were typed, and 'Enter, next line' would mix two lines. Everything here may be overridden.
    """

    def line_key(self, key: str) -> bool:
        """A key that is no text; True if it was dealt with. Asked for all of them, also those
        that edit the line, which the line does itself when this says False: 'enter', 'escape',
        'tab', 'up', 'down' (only from the first and last row), 'delete' (only on the empty line),
        'ctrl+z', 'ctrl+y' (when no typing can be undone), 'f3', 'ctrl+up', ..."""
        return False

    def line_changed(self) -> None:
        """The text or the cursor is another one now."""

    def line_pasted(self, text: str) -> None:
        """Several lines at once; nothing was put into the line."""


class LineEditor(TextArea, inherit_bindings=False):
    """Soft wrapped, NFC. Letters are always text here."""

    def __init__(self, owner: LineOwner) -> None:
        super().__init__(
            soft_wrap=True, compact=True, highlight_cursor_line=False, max_checkpoints=200
        )
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self.show_vertical_scrollbar = False
        self.owner = owner
        self.concealed = ""
        """Shown instead of the line while the room must not read it, or empty."""

    def conceal(self, word: str) -> None:
        if word != self.concealed:
            self.concealed = word
            self.refresh()

    def render_line(self, y: int) -> Strip:
        if not self.concealed:
            return super().render_line(y)
        word = self.concealed if y == 0 else ""
        return Strip([Segment(word, self.rich_style)]).adjust_cell_length(
            self.size.width, self.rich_style
        )

    # -- keys -----------------------------------------------------------------------------

    async def _on_key(self, event: Key) -> None:
        if event.key.startswith("alt+") and event.is_printable and event.character:
            # Without the kitty protocol 'Escape, letter' within 100 ms comes as one key.
            self._ask("escape")
            self._type(event.character)
        elif event.is_printable and event.character:
            self._type(event.character)
        elif not self._dealt_with(event.key):
            return
        event.stop()
        event.prevent_default()

    def _dealt_with(self, key: str) -> bool:
        """Whether a key that is no text ends here; else it goes on to the bindings."""
        where = self.cursor_location
        if key == "up" and not self.navigator.is_first_wrapped_line(where):
            self.action_cursor_up()
        elif key == "down" and not self.navigator.is_last_wrapped_line(where):
            self.action_cursor_down()
        elif key == "delete" and self.text:
            self.action_delete_right()
        elif key == "ctrl+z" and self.can_undo:
            self.undo()
        elif key == "ctrl+y" and self.history.redo_stack:
            self.redo()
        elif self._ask(key):
            pass
        elif (edit := _EDITS.get(key)) is not None:
            edit(self)
        elif key not in ("enter", "tab"):
            return False
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is unsent typing to undo."""
        return bool(self.history.undo_stack)

    def _ask(self, key: str) -> bool:
        return self.owner.line_key(key)

    def _type(self, character: str) -> None:
        """Put in a character. A combining one joins the letter before it: NFC, so that backspace
        takes what one sees."""
        start, end = sorted(self.selection)
        if unicodedata.combining(character) and start == end and start[1] > 0:
            start = (start[0], start[1] - 1)
            character = self.get_text_range(start, end) + character
        self._replace_via_keyboard(unicodedata.normalize("NFC", character), start, end)

    # -- paste ----------------------------------------------------------------------------

    async def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.take_paste(event.text)

    def action_paste(self) -> None:
        self.take_paste(self.app.clipboard)

    def take_paste(self, pasted: str) -> None:
        """One line goes in at the cursor; several go to the owner."""
        text = clean(pasted).strip("\n")
        if "\n" in text.strip():
            self.owner.line_pasted(text)
        elif text and (result := self._replace_via_keyboard(text.strip("\n"), *self.selection)):
            self.move_cursor(result.end_location)

    # -- what the owner may do ------------------------------------------------------------

    def offset_of(self, location: Location) -> int:
        """Place in the text of a place in the document."""
        row, column = location
        return sum(len(self.document[each]) + 1 for each in range(row)) + column

    def location_of(self, offset: int) -> Location:
        """Place in the document of a place in the text, clamped."""
        before = self.text[: max(0, offset)]
        row = before.count("\n")
        return row, len(before) - (before.rfind("\n") + 1)

    def rows(self) -> int:
        """How many rows the text takes as it is wrapped now, at least one."""
        return max(1, self.wrapped_document.height)


def clean(text: str) -> str:
    """Text from outside as it may stand in a line: NFC, breaks as line feeds, tabs as blanks,
    nothing invisible that moves the cursor."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))
