"""Columns of cards beside each other, a line between them. Each scrolls by itself so that the
chosen card is seen; only lines that differ are drawn anew."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from screens.cards_view import BoardView, CardRow, ColumnView, Look, padded_line

LOW = 10
"""Below this height the blank line under the names of the columns is left out."""


class CardColumns(Widget):
    """Knows no meeting: `show` gives it lines."""

    COMPONENT_CLASSES = {
        "cards--card", "cards--chosen", "cards--group", "cards--quiet", "cards--head",
        "cards--rule", "cards--warning",
    }  # fmt: skip
    DEFAULT_CSS = """
    CardColumns { height: 1fr; width: 1fr; background: $background; }
    CardColumns > .cards--chosen {
        background: $block-cursor-background; color: $block-cursor-foreground;
    }
    CardColumns > .cards--group { text-style: bold; }
    CardColumns > .cards--head { text-style: bold; }
    CardColumns > .cards--quiet { color: $text-muted; }
    CardColumns > .cards--rule { color: $panel-lighten-2; }
    CardColumns > .cards--warning { color: $text-warning; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._view = BoardView(())
        self._lines: list[tuple[tuple[str, Look], ...]] = []
        self._tops: list[int] = []

    def show(self, view: BoardView) -> None:
        if view != self._view:
            self._view = view
            self._draw()

    def on_resize(self) -> None:
        self._draw()
        self.refresh()

    def _draw(self) -> None:
        """Compose all lines; draw those that differ."""
        height, width = self.size.height, self.size.width
        lines = self._composed(width, height) if width and height else []
        old, self._lines = self._lines, lines
        if len(old) != len(lines):
            self.refresh()
            return
        changed = [y for y, line in enumerate(lines) if line != old[y]]
        self.refresh(*(Region(0, y, width, 1) for y in changed)) if changed else None

    def _composed(self, width: int, height: int) -> list[tuple[tuple[str, Look], ...]]:
        columns = self._view.columns
        widths = [column.width for column in columns]
        lines: list[tuple[tuple[str, Look], ...]] = []
        if height > 3:
            lines.append(((_rule(widths, "┬", width), "rule"),))
        if self._view.tabs is not None and height > 2:
            lines.append(((padded_line(self._view.tabs.text, width), "head"),))
            if height >= LOW:
                lines.append((("", "card"),))
        if len(self._tops) != len(columns):
            self._tops = [0] * len(columns)
        below = 1 if height > 3 else 0
        room = max(0, height - len(lines) - below)
        parts = [self._column(at, column, room) for at, column in enumerate(columns)]
        for y in range(room):
            line: list[tuple[str, Look]] = []
            for at, part in enumerate(parts):
                if at:
                    line.append(("│", "rule"))
                line.append((part[y].text, part[y].look))
            lines.append(tuple(line))
        if below:
            lines.append(((_rule(widths, "┴", width), "rule"),))
        return lines

    def _column(self, at: int, column: ColumnView, room: int) -> list[CardRow]:
        head = list(column.head if room >= LOW - 2 else column.head[:1])[:room]
        space = room - len(head)
        ids = [row.id for row in column.body]
        top = min(self._tops[at], max(0, len(ids) - space))
        if column.anchor in ids and space > 0:
            first = ids.index(column.anchor)
            last = len(ids) - 1 - ids[::-1].index(column.anchor)
            top = min(max(top, last - space + 1), first)
            if top and not any(ids[:first]):
                top = 0  # what stands above the first one is seen too
        self._tops[at] = top
        body = list(column.body[top : top + space])
        if body and top:
            body[0] = _more("↑", len(set(ids[: top + 1]) - {""}), column.width, body[0])
        if body and len(ids) > top + space:
            hidden = len(set(ids[top + space - 1 :]) - {""})
            body[-1] = _more("↓", hidden, column.width, body[-1])
        rest = room - len(head) - len(body)
        return [*head, *body, *(CardRow("", " " * column.width, "card") for _ in range(rest))]

    def render_line(self, y: int) -> Strip:
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        segments = [Segment(text, self._style(look)) for text, look in self._lines[y]]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _style(self, look: Look) -> Style:
        return self.get_component_rich_style(f"cards--{look}")


def _rule(widths: list[int], joint: str, width: int) -> str:
    line = joint.join("─" * each for each in widths)
    return line + "─" * (width - len(line))


def _more(sign: str, number: int, width: int, row: CardRow) -> CardRow:
    """How much more there is beyond this edge, in place of the line there; the chosen card stays
    as it is."""
    if row.look == "chosen" or not number:
        return row
    return CardRow(row.id, padded_line(f"   {sign} {number}", width), "quiet")
