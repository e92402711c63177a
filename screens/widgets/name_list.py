"""Names for what is half typed, in a box directly above the bar. It takes no focus and no letter:
the bar's owner moves the choice and takes the name."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget

from facilitator.capture import Candidate
from facilitator.i18n import tr
from screens.widgets.columns import padded

MOST = 6
"""Names shown at once."""


class NameList(Widget):
    DEFAULT_CSS = """
    NameList {
        layer: above; position: absolute; display: none; height: auto; width: auto;
        border: round $primary; background: $surface; border-title-color: $foreground;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._candidates: tuple[Candidate, ...] = ()
        self._at = 0

    @property
    def is_open(self) -> bool:
        return bool(self._candidates)

    @property
    def chosen(self) -> Candidate | None:
        return self._candidates[self._at] if self._candidates else None

    def offer(self, candidates: Sequence[Candidate], title: str, near: Offset, room: int) -> None:
        """Show these, the lower edge at `near.y`, beginning near its column, in `room` columns."""
        chosen = self.chosen.id if self.chosen else ""
        self._candidates = tuple(candidates)
        ids = [candidate.id for candidate in self._candidates]
        self._at = ids.index(chosen) if chosen in ids else 0
        longest = max(
            cell_len(each.name) + cell_len(each.detail) + 6 + cell_len(tr("here"))
            for each in self._candidates
        )
        width = min(max(34, longest + 2), room - 2, 60)
        height = min(len(ids), MOST) + 2
        x = max(0, min(near.x, room - width - 1))
        self.border_title = Content(title) if title else None
        self.styles.width, self.styles.height = width, height
        self.styles.offset = (x, max(0, near.y - height + 1))
        self.display = True
        self.refresh()

    def close(self) -> None:
        self._candidates = ()
        self.display = False

    def step(self, by: int) -> None:
        self._at = max(0, min(len(self._candidates) - 1, self._at + by))
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        first = max(0, min(self._at - MOST + 1, len(self._candidates) - MOST))
        widest = max((cell_len(each.name) for each in self._candidates), default=0) + 2
        lines = []
        for at, candidate in enumerate(self._candidates[first : first + MOST], start=first):
            here = tr("here") if candidate.present else ""
            name = max(8, min(widest, width - 4 - len(here)))
            detail = max(0, width - 3 - name - len(here))
            sign = "▸" if at == self._at else " "
            text = f"{sign}{padded(candidate.name, name)} {padded(candidate.detail, detail)}{here} "
            style = "$block-cursor-foreground on $block-cursor-background"
            lines.append(Content.styled(text, style if at == self._at else ""))
        return Content("\n").join(lines)
