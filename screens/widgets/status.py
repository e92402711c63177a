"""The line above the bar: what was saved, and what undo would take back. No toasts."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from facilitator.i18n import tr
from facilitator.saying import Said, joined
from screens.widgets.columns import cut, fitted

_NARROW = 60
"""Columns below which what was done needs the room of the hint."""


class StatusLine(Widget):
    """One line that never moves: where it is too narrow, names and wordings give way, never what
    was done with them. What went wrong takes the rows it needs upwards, so that what to
    do about it can be read; a failed save stays until something was saved."""

    DEFAULT_CSS = """
    StatusLine { height: 1; width: 1fr; color: $text-muted; }
    StatusLine.problem {
        color: $text-error; text-style: bold; height: auto; max-height: 5; padding: 0 1;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        """What it says, in the language of the screen."""
        self.is_lasting = False
        self._undo = False

    def say(self, text: str, *, undo: bool = False) -> None:
        self.text, self._undo, self.is_lasting = text, undo, False
        self.remove_class("problem")
        self.refresh(layout=self.size.height != 1)

    def say_first(self, notice: str) -> None:
        """Put what must not be overlooked in front of what it says."""
        self.text = joined(" · ", (notice, self.text)) if self.text else notice
        self.refresh(layout=self.size.height != 1)

    def mention(self, text: str) -> None:
        """Say something beside the saving; a failed save stays."""
        if not self.is_lasting:
            self.say(text)

    def forget_undo(self) -> None:
        """Ctrl+Z would take back something else by now."""
        if self._undo:
            self._undo = False
            self.refresh()

    def forget_problem(self) -> None:
        """What was wrong with a line that is gone; a failed save stays."""
        if self.has_class("problem") and not self.is_lasting:
            self.say("")

    def say_problem(self, text: str, *, lasting: bool = False) -> None:
        self.text, self._undo, self.is_lasting = text, False, lasting
        self.add_class("problem")
        self.refresh(layout=True)

    def render(self) -> Content:
        if self.has_class("problem"):
            return Content(self.text)
        hint = tr("Ctrl+Z takes it back") if self._undo else ""
        if self.size.width < _NARROW and cell_len(self.text) + cell_len(hint) + 4 > self.size.width:
            hint = ""
        space = max(0, self.size.width - 2 - (cell_len(hint) + 2 if hint else 0))
        is_told = isinstance(self.text, Said)
        text = fitted(self.text, space) if is_told else shortened(self.text, space)
        gap = max(0, self.size.width - 2 - cell_len(text) - cell_len(hint))
        return Content(f" {text}{' ' * gap}{hint} ")


def shortened(text: str, width: int) -> str:
    """The text in at most `width` cells, cut in the middle: what happened to a thing ('removed',
    'begun') and the key that brings it back stand behind its name."""
    if cell_len(text) <= width:
        return text
    text, end = " ".join(text.split()), ""
    for sign in reversed(text):
        if cell_len(sign + end) > width // 3:
            break
        end = sign + end
    _, blank, words = end.partition(" ")
    end = f" {words}" if blank and words else end
    return cut(text, width - cell_len(end)) + end if cell_len(text) > width else text
