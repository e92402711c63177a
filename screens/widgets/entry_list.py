"""The entries of an agenda item, hanging from the bottom: the newest directly above the bar. One
widget that draws its lines; the chosen entry is kept by its id, whatever changes around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from screens.widgets.columns import cut
from screens.widgets.entry_rows import NARROW, RIGHT_MARGIN, Piece, Row

_COLORS = {
    "text": "$foreground",
    "detail": "$foreground 60%",
    "missing": "$text-warning",
    "aside": "italic $foreground 60%",
    "mark": "$foreground 60%",
}


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one entry, or of a line put aside (`id` then begins with 'aside:')."""

    id: str
    rows: tuple[Row, ...]


class EntryList(Widget):
    """Not focusable: the bar keeps the focus and the screen moves the choice."""

    DEFAULT_CSS = "EntryList { height: 1fr; width: 1fr; background: $background; }"

    def __init__(self) -> None:
        super().__init__()
        self._blocks: tuple[Block, ...] = ()
        self._lines: list[tuple[str, Row]] = []
        self._shown: list[tuple[str, Row] | None] = []
        self._first = 0
        self.chosen = ""
        """Id of the chosen block, or empty."""

    # -- what is shown --------------------------------------------------------------------

    def show(self, blocks: Sequence[Block]) -> None:
        """Show these. The chosen one stays chosen while it is there."""
        self._blocks = tuple(blocks)
        self._lines = [(block.id, row) for block in self._blocks for row in block.rows]
        if self.chosen and all(block.id != self.chosen for block in self._blocks):
            self.chosen = ""
        self._arrange()

    def choose(self, block_id: str) -> None:
        """Choose this block (empty: none, back to the newest)."""
        if block_id != self.chosen:
            self.chosen = block_id
            self._arrange()
            self.refresh()

    def step(self, by: int, past: str = "") -> str:
        """Choose the next older (-1) or newer (1) one; past the newest: none. Returns it. `past`:
        from the newest, rows whose id begins so are passed by in one step up."""
        ids = [block.id for block in self._blocks]
        if not ids:
            return ""
        others = [at for at, each in enumerate(ids) if not each.startswith(past)] if past else []
        if by == -1 and others and self.chosen == ids[-1]:
            at = min(others[-1], len(ids) - 2)
        elif self.chosen in ids:
            at = ids.index(self.chosen) + by
        elif by < 0:
            at = len(ids) + by
        else:
            return ""
        self.choose("" if at >= len(ids) else ids[max(0, at)])
        return self.chosen

    # -- drawing --------------------------------------------------------------------------

    def on_resize(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Which line stands where: as many as fit, the newest last, the chosen one in sight."""
        height = self.size.height
        total = len(self._lines)
        bottom = max(0, total - height)
        first = bottom
        if self.chosen:
            own = [at for at, (block, _) in enumerate(self._lines) if block == self.chosen]
            first = min(max(self._first, own[-1] - height + 1), own[0], bottom)
        self._first = max(0, first)
        gap = max(0, height - total)
        shown = [None] * gap + list(self._lines[self._first : self._first + height])
        changed = [
            at
            for at in range(height)
            if at >= len(self._shown) or at >= len(shown) or shown[at] != self._shown[at]
        ]
        self._shown = shown
        if len(changed) > height // 2:
            self.refresh()
        elif changed:
            self.refresh(*(Region(0, at, self.size.width, 1) for at in changed))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line = self._shown[y] if y < len(self._shown) else None
        if line is None:
            return Strip.blank(width, self.rich_style)
        block_id, row = line
        is_chosen = bool(self.chosen) and block_id == self.chosen
        content = _content(row, width, is_chosen=is_chosen)
        style = self.visual_style
        return Strip(content.render_segments(style), content.cell_length).adjust_cell_length(
            width, self.rich_style
        )


def _content(row: Row, width: int, *, is_chosen: bool) -> Content:
    inverse = "$block-cursor-foreground on $block-cursor-background"
    room = max(0, width - len(row.lead) - (1 if width < NARROW else RIGHT_MARGIN))
    mark_room = len(row.mark) + 2 if row.mark else 0
    pieces: list[Content] = []
    used = 0
    for piece in row.pieces:
        text = _fitted(piece, room - mark_room - used)
        used += Content(text).cell_length
        pieces.append(Content.styled(text, "" if is_chosen else _COLORS[piece.look]))
    gap = max(0, room - used - len(row.mark))
    lead = Content.styled(row.lead, "" if is_chosen else "$foreground 60%")
    mark = Content.styled(row.mark, "" if is_chosen else _COLORS["mark"])
    body = Content.assemble(lead, *pieces, " " * gap, mark)
    if not is_chosen:
        return body
    rest = width - body.cell_length - 1
    return Content.assemble(
        ("▌", "$block-cursor-background"),
        Content(body.plain[1:]).stylize(inverse),
        ("▐" if rest > 0 else "", "$block-cursor-background"),
    )


def _fitted(piece: Piece, room: int) -> str:
    return piece.text if Content(piece.text).cell_length <= room else cut(piece.text, max(0, room))
