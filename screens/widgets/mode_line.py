"""The line above the footer of a list: where the keys go, and at its right end keys of the whole
room, which no chosen row changes."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from facilitator.i18n import current_language
from screens.widgets.footer import drawn_keys, key_pair, keys_width


class ModeLine(Widget):
    """One line. Keys that do not fit are left out; a shorter one behind them may still fit."""

    DEFAULT_CSS = """
    ModeLine { height: 1; width: 1fr; color: $text-muted; background: $surface; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._room = ""
        self._words = ""
        self._items: tuple[str | tuple[str, str], ...] = ()
        self._shown: object = None

    def show(self, room: str, words: str, items: tuple[str | tuple[str, str], ...]) -> None:
        """`items`: as in `KeyFooter`, the most needed first."""
        shown = (room, words, items, current_language())
        if shown != self._shown:
            self._room, self._words, self._items, self._shown = room, words, items, shown
            self.refresh()

    def pairs(self) -> list[tuple[str, str]]:
        """Key and label of what fits, in order."""
        space = self.size.width - cell_len(self._words)
        fitting = []
        for pair in (key_pair(item, self._room) for item in self._items):
            if keys_width(pair) <= space:
                space -= keys_width(pair)
                fitting.append(pair)
        return fitting

    def render(self) -> Content:
        pairs = self.pairs()
        used = sum(map(keys_width, pairs)) - 2 if pairs else 0
        gap = max(2, self.size.width - cell_len(self._words) - used)
        return Content.assemble(self._words, " " * gap, drawn_keys(pairs))
