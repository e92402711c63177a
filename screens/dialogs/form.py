"""A dialog of a few labelled fields: Tab and arrows go on, Enter makes it, Escape leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from facilitator.errors import FacilitatorError
from facilitator.i18n import tr
from screens.while_there import WhileThere
from screens.widgets.choice import Choice

T = TypeVar("T")


@dataclass(frozen=True)
class Field:
    """With `options` (value, shown) a choice, else a line to type in. `hint` shows while empty."""

    id: str
    label: str
    value: str = ""
    hint: str = ""
    options: Sequence[tuple[str, str]] = ()


class FormDialog(WhileThere, ModalScreen[T | None]):
    """What a line is proposed to hold is chosen when the keys come there: typing replaces it, an
    arrow mends it. A subclass gives title, fields, and reads them in `answer`, which may raise
    FacilitatorError: said in place, nothing typed is lost."""

    DEFAULT_CSS = """
    FormDialog { align: center middle; }
    FormDialog > #box {
        width: 72; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; border-title-color: $foreground; background: $background;
    }
    FormDialog .field { height: 1; }
    FormDialog .label { width: 14; color: $text-muted; }
    FormDialog Input { height: 1; border: none; padding: 0; background: $surface; width: 1fr; }
    FormDialog Input:focus { border: none; background: $panel; }
    FormDialog #note { height: auto; min-height: 1; color: $text-muted; margin-top: 1; }
    FormDialog #note.problem { color: $text-error; text-style: bold; }
    FormDialog #keys { height: 1; color: $text-muted; }
    """
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("enter", "make", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    MAKE = "make"

    def title_text(self) -> str:
        raise NotImplementedError

    def fields(self) -> Iterable[Field]:
        raise NotImplementedError

    def keys_text(self) -> str:
        return tr("↵ make it   Tab next field   ←→ choose   Esc leave")

    def answer(self) -> T:
        raise NotImplementedError

    def value_changed(self, field: str) -> None:
        """A field has another value; a subclass may follow with the others."""

    # -- inside ---------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            for field in self.fields():
                with Horizontal(classes="field"):
                    yield Static(field.label, classes="label", markup=False)
                    yield self._widget(field)
            yield Static(id="note", markup=False)
            yield Static(Content(self.keys_text()), id="keys", markup=False)

    def _widget(self, field: Field) -> Widget:
        if field.options:
            return Choice(field.options, field.value, id=field.id)
        return Input(field.value, placeholder=field.hint, id=field.id)

    def on_mount(self) -> None:
        self.query_one("#box").border_title = Content(self.title_text())
        first = next(iter(self.query("Input, Choice")))
        first.focus()

    def value(self, field: str) -> str:
        widget = self.query_one(f"#{field}")
        return widget.value.strip() if isinstance(widget, Input | Choice) else ""

    def put(self, field: str, value: str) -> None:
        self.query_one(f"#{field}", Input).value = value

    def note(self, text: str, *, problem: bool = False) -> None:
        note = self.query_one("#note", Static)
        note.set_class(problem, "problem")
        note.update(Content(text))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.note("")
        self.value_changed(event.input.id or "")

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _submitted(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Enter in a field or a list comes this way: behind the letters typed just before it."""
        event.stop()
        self.action_make()

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        event.stop()
        self.note("")
        self.value_changed(event.choice.id or "")

    def action_make(self) -> None:
        if not self.is_current:  # a second Enter, in one burst with the first
            return
        try:
            found = self.answer()
        except FacilitatorError as error:
            self.note(str(error), problem=True)
            return
        self.dismiss(found)

    def action_leave(self) -> None:
        self.dismiss(None)
