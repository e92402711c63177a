"""What was understood of a line, directly under the typed words: `●` taken, `○ …?` offered (Tab
takes it), `·` inherited. One row."""

from __future__ import annotations

import msgspec
from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from facilitator.capture import Chip
from facilitator.i18n import tr
from screens.widgets.columns import cut

_GAP = "   "
_NAMES = ("owner", "person", "said_by")
_FEWEST = 10
"""Cells that are left of a label which gives way."""
_WHOLE = 1000
"""Cells that no label has."""


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
            return tr("when") if chip.key == "next_meeting" else tr("until")
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
    """Chips from the left, at the right a hint, which says what a key would do."""

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
        shown, with_hint = fitted_chips(self.chips, self.hint, self.size.width)
        row = Content(_GAP).join(
            Content.styled(text, _style_of(chip))
            for text, chip in zip(shown, self.chips, strict=False)
        )
        if not with_hint:
            return row
        if not shown:
            return Content(cut(self.hint, self.size.width))
        gap = max(len(_GAP), self.size.width - row.cell_length - cell_len(self.hint))
        return Content.assemble(row, " " * gap, self.hint)


def fitted_chips(chips: tuple[Chip, ...], told: str, width: int) -> tuple[list[str], bool]:
    """The chips as they fit, and whether the hint stands behind them. Names give way first, then
    everything else: what a key would do, and that there is a date, must be seen."""
    hint = cell_len(told)
    if not chips:
        return [], bool(told)
    behind = width - hint - len(_GAP)
    if told and (shown := _shortened(chips, behind)) is not None:
        return shown, True
    is_key = any(chip.state == "offered" and chip.kind != "hint" for chip in chips)
    if told and is_key and hint <= width // 2:
        return _cut_off(chips, behind), True
    return _shortened(chips, width) or _cut_off(chips, width), False


def _shortened(chips: tuple[Chip, ...], space: int) -> list[str] | None:
    """All chips in so much space: first the names give way, then, with little left of those, the
    rest. None: not even then."""
    names = [chip.kind in _NAMES for chip in chips]
    for only_names, rest in ((True, _WHOLE), (False, _FEWEST)):
        for most in (_WHOLE, *range(60, _FEWEST, -4), _FEWEST):
            texts = [
                chip_text(_brief(chip, most if is_name is only_names else rest))
                for chip, is_name in zip(chips, names, strict=True)
            ]
            if sum(map(cell_len, texts)) + len(_GAP) * (len(texts) - 1) <= space:
                return texts
    return None


def _brief(chip: Chip, most: int) -> Chip:
    """The chip with a shorter label: what stands in brackets (an organisation, a day) goes
    first."""
    label = chip.label
    if cell_len(label) > most:
        label = label.split(" (")[0]
    return msgspec.structs.replace(chip, label=cut(label, most))


def _cut_off(chips: tuple[Chip, ...], space: int) -> list[str]:
    """As many as fit, the last of them cut."""
    texts: list[str] = []
    for chip in chips:
        gap = len(_GAP) if texts else 0
        if gap + 2 > space:
            break
        text = cut(chip_text(_brief(chip, _FEWEST)), space - gap)
        texts.append(text)
        space -= cell_len(text) + gap
    return texts


def _style_of(chip: Chip) -> str:
    if chip.kind == "hint":
        return "$text-warning"
    return "$foreground" if chip.state == "taken" else "$foreground 60%"
