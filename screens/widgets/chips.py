"""What was understood of a line, directly under the typed words: `●` taken, `○ …?` offered (Tab
takes it), `·` inherited. One row."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from facilitator.capture import Chip
from facilitator.i18n import tr
from screens.widgets.columns import cut

_GAP = "   "


def chip_text(chip: Chip) -> str:
    """A chip as printed: '● who Marta Nowak (Caritas)', '○ until Ende Nov (30.11.2026)?'."""
    sign = {"taken": "●", "offered": "○", "inherited": "·"}[chip.state]
    word = _word_of(chip)
    text = f"{sign} {word} {chip.label}" if word else f"{sign} {chip.label}"
    if chip.state == "offered" and chip.kind != "hint":
        text += "?"
    return f"{text} – {chip.note}" if chip.note else text


def _word_of(chip: Chip) -> str:
    if chip.key == "next_meeting":
        return tr("when")
    match chip.kind:
        case "owner":
            return tr("who")
        case "due":
            return tr("until")
        case "field":
            return tr("field")
        case "item":
            return tr("item")
        case "said_by":
            return tr("says")
        case "result":
            return tr("result")
    return ""


class Chips(Widget):
    """Chips from the left, a hint at the right as long as there is room for it; a short one that
    says which key takes what is offered has its room before they do."""

    DEFAULT_CSS = "Chips { height: 1; width: 1fr; color: $text-muted; }"

    def __init__(self) -> None:
        super().__init__()
        self.chips: tuple[Chip, ...] = ()
        self.hint = ""

    def show(self, chips: tuple[Chip, ...], hint: str) -> None:
        if (chips, hint) != (self.chips, self.hint):
            self.chips, self.hint = chips, hint
            self.refresh()

    def render(self) -> Content:
        space = self.size.width
        keeps_hint = any(chip.state == "offered" for chip in self.chips)
        if keeps_hint and self.hint and (kept := cell_len(self.hint) + len(_GAP)) <= space // 3:
            space -= kept
        else:
            kept = 0
        parts: list[Content] = []
        for chip in self.chips:
            text = chip_text(chip)
            gap = len(_GAP) if parts else 0
            if gap + 2 > space:
                break
            if cell_len(text) + gap > space:
                text = cut(text, space - gap)
            space -= cell_len(text) + gap
            parts.append(Content.styled(text, _style_of(chip)))
        row = Content(_GAP).join(parts) if parts else Content("")
        space += kept
        if not self.hint:
            return row
        if not parts:
            return Content(self.hint if cell_len(self.hint) <= space else cut(self.hint, space))
        if cell_len(self.hint) + len(_GAP) <= space:
            row = Content.assemble(row, " " * (space - cell_len(self.hint)), self.hint)
        return row


def _style_of(chip: Chip) -> str:
    if chip.kind == "hint":
        return "$text-warning"
    return "$foreground" if chip.state == "taken" else "$foreground 60%"
