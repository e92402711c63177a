"""The projector test: a picture from edge to edge that shows whether the projector cuts anything
off, whether all signs are there, and whether the letters are large enough for the hall."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from facilitator.i18n import tr
from screens.wall.figures import HUGE, LARGE, SMALL, figures
from screens.while_there import WhileThere
from screens.widgets.entry_rows import wrapped

TOO_MANY_COLUMNS = 100
"""More than about so many across a projected picture cannot be read from the back of a hall: three
metres wide, a letter is then hardly two centimetres across."""
TOO_FEW_COLUMNS = 50


class ProjectorTestScreen(WhileThere, Screen[None]):
    """Escape, Enter and F12 close it. It follows the size of the terminal while that changes."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    ProjectorTestScreen { background: $background; }
    ProjectorTestScreen #picture { width: 100%; height: 100%; }
    """
    BINDINGS = [Binding("escape,enter,f12,space", "close", show=False)]

    def compose(self) -> ComposeResult:
        yield Static(id="picture", markup=False)

    def on_mount(self) -> None:
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if self.size.width > 4 and self.size.height > 4:
            lines = picture(self.size)
            self.query_one("#picture", Static).update(Content("\n".join(lines)))

    def action_close(self) -> None:
        self.dismiss()


def verdict(columns: int) -> str:
    """Whether letters are right for a hall, and what to do if not."""
    if columns > TOO_MANY_COLUMNS:
        return tr(
            "Too small for a hall: make the letters larger (Ctrl and + in most terminals) until "
            "this says {n} columns or less.",
            n=TOO_MANY_COLUMNS,
        )
    if columns < TOO_FEW_COLUMNS:
        return tr("Very large: little fits on it. Ctrl and - makes the letters smaller.")
    return tr("Large enough for a hall.")


def picture(size: Size) -> list[str]:
    """The test picture in exactly this size: a frame at the edge, inside it what is to be read."""
    width, height = size.width, size.height
    inner = _inner(width - 2, height - 2)
    top, bottom = f"┌{'─' * (width - 2)}┐", f"└{'─' * (width - 2)}┘"
    return [top, *(f"│{line}│" for line in inner), bottom]


def _inner(width: int, height: int) -> list[str]:
    """What the picture says, the most needed first where the terminal is low."""
    said = tr("{columns} columns x {rows} rows", columns=width + 2, rows=height + 2)
    large = HUGE if height >= 30 and width >= 98 else LARGE if height >= 20 else SMALL
    blocks: list[list[str]] = [
        [said],
        wrapped(verdict(width + 2), max(10, min(72, width - 6))),
        [tr("M7 Survey of the companies – Brandt, by March 2027")],
        ["ÄÖÜ äöü ß é € „Grüße“ 0123456789"],
        ["▸ ● ○ ✓ · – → ▌ █████░░░░░ ┌─┐ 25′"],
        figures("16:40", large),
        wrapped(
            tr("Are all four corners in sight, and is no sign a box? Then the wall is all right."),
            max(10, width - 6),
        ),
        [tr("Esc back")],
    ]
    lines: list[str] = []
    for block in blocks:
        if len(lines) + len(block) <= height:
            lines += [*(_centred(line, width) for line in block), " " * width]
    lines = lines[:height]
    above = (height - len(lines)) // 2
    empty = " " * width
    return [*[empty] * above, *lines, *[empty] * (height - len(lines) - above)]


def _centred(text: str, width: int) -> str:
    room = max(0, width - cell_len(text))
    return set_cell_size(" " * (room // 2) + text, width)
