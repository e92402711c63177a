"""Another wording of what was read back or voted on: editorial, or of substance? No letter answers
it: whoever types on does no harm."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.i18n import tr
from facilitator.meeting.model import Weight
from screens.while_there import WhileThere


class WeightDialog(WhileThere, ModalScreen[Weight | None]):
    """Returns the weight, or None: back to the wording. `withdrawn`: what a change of substance
    takes back, in words."""

    DEFAULT_CSS = """
    WeightDialog { align: center middle; background: $background 60%; }
    WeightDialog > Vertical {
        width: 70; max-width: 100%; height: auto; max-height: 100%; padding: 1 2;
        border: round $primary; background: $surface; border-title-style: bold;
    }
    WeightDialog Static { height: auto; margin-bottom: 1; }
    WeightDialog #keys { margin-bottom: 0; color: $text-muted; }
    """
    BINDINGS = [
        Binding("f2", "answer('editorial')", show=False),
        Binding("f3", "answer('substance')", show=False),
        Binding("escape", "back", show=False),
    ]

    def __init__(self, withdrawn: Sequence[str]) -> None:
        super().__init__()
        self._withdrawn = tuple(withdrawn)

    def compose(self) -> ComposeResult:
        gone = "\n".join(f"   {text}" for text in self._withdrawn)
        with Vertical() as box:
            box.border_title = Content(tr("The wording is another one")).markup
            editorial = tr("editorial: the meaning is the same, everything stands")
            yield Static(Content.assemble(("F2 ", "bold"), editorial))
            substance = tr("of substance: these no longer hold")
            yield Static(Content.assemble(("F3 ", "bold"), substance, "\n", gone))
            yield Static(Content(tr("Esc back to the wording")), id="keys")

    def action_answer(self, weight: Weight) -> None:
        self.dismiss(weight)

    def action_back(self) -> None:
        self.dismiss(None)
