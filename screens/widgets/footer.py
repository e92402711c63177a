"""The footer: what works now, in the words of the table of commands, as much as fits the width."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from facilitator.i18n import current_language, tr
from screens.commands import BY_ID


class KeyFooter(Widget):
    """One line. Items that do not fit are left out from the right; help is always there."""

    DEFAULT_CSS = """
    KeyFooter { height: 1; width: 1fr; background: $panel; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._room = ""
        self._items: tuple[str | tuple[str, str], ...] = ()
        self._shown: object = None
        """As asked for last: drawn anew only when that differs, not with every letter typed."""

    def show(self, room: str, items: tuple[str | tuple[str, str], ...]) -> None:
        """Show these: ids of commands, or pairs of printed key and label (already translated)."""
        shown = (room, items, current_language())
        if shown != self._shown:
            self._room, self._items, self._shown = room, items, shown
            self.refresh()

    def pairs(self) -> list[tuple[str, str]]:
        """Key and label of what fits, in order."""
        wanted = [key_pair(item, self._room) for item in self._items]
        help_pair = key_pair("help", self._room)
        wanted = [pair for pair in wanted if pair != help_pair]
        space = self.size.width - 1 - keys_width(help_pair)
        fitting: list[tuple[str, str]] = []
        for pair in wanted:
            if keys_width(pair) > space:
                break
            space -= keys_width(pair)
            fitting.append(pair)
        return [*fitting, help_pair]

    def render(self) -> Content:
        return Content.assemble(" ", drawn_keys(self.pairs()))


def key_pair(item: str | tuple[str, str], room: str) -> tuple[str, str]:
    """Printed key and label of a command's id, or of what is such a pair already."""
    if isinstance(item, tuple):
        return item
    command = BY_ID[item]
    return command.shown_key(current_language(), room), tr(command.label)


def drawn_keys(pairs: Iterable[tuple[str, str]]) -> Content:
    parts: list[Content | str] = []
    for key, label in pairs:
        parts += [Content.styled(key, "bold $footer-key-foreground"), f" {label}  "]
    return Content.assemble(*parts)


def keys_width(pair: tuple[str, str]) -> int:
    """Cells of a key and its label, with what stands between them and the next."""
    return cell_len(pair[0]) + cell_len(pair[1]) + 3
