"""The fields of a sheet: a label at the left, then a line that is typed, a choice that the arrows
change, or a fact; at the right and below what was understood. They know no meeting."""

from __future__ import annotations

from typing import Protocol, cast

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static, TextArea

from screens.widgets.columns import cut
from screens.widgets.line_editor import LineEditor, LineOwner

LABEL = 17
"""Columns in front of the line: margin, label, gap."""


class FieldOwner(Protocol):
    """The sheet: called at once, within the key."""

    def current_field(self) -> Field | None: ...

    def field_key(self, field: Field, key: str) -> bool: ...

    def field_changed(self, field: Field) -> None: ...

    def field_pasted(self, field: Field, text: str) -> None: ...

    def line_for(self, field: Field, letter: str) -> Field | None: ...


class Field(Vertical):
    """Base. `name` is Textual's; what the field is called stands in `kind`."""

    DEFAULT_CSS = """
    Field { height: auto; width: 1fr; }
    Field > Horizontal { height: auto; width: 1fr; }
    Field .label { width: 17; height: 1; color: $text-muted; padding: 0 1 0 3; }
    Field.-here .label { color: $foreground; text-style: bold; }
    Field .right { width: auto; height: 1; color: $text-muted; padding: 0 1; }
    Field .below { height: auto; width: 1fr; padding: 0 3 0 17; color: $text-muted; display: none; }
    Field .below.problem { color: $text-warning; }
    Field LineEditor {
        height: 1; width: 1fr; border: none; padding: 0; background: $background;
        scrollbar-size: 0 0;
    }
    Field.-here LineEditor { background: $surface; }
    Field LineEditor:focus { border: none; }
    """

    def __init__(self, kind: str, owner: FieldOwner) -> None:
        super().__init__()
        self.kind = kind
        self.field_owner = owner
        self.is_problem = False

    def take_focus(self) -> None:
        """Put the keys here, at once: `Widget.focus` would do it after the next letters."""

    async def hear(self, event: Key) -> None:
        """A key that was meant for this field."""

    async def hears_elsewhere(self, event: Key) -> bool:
        """A key that was on its way here while another field took over: it goes there."""
        here = self.field_owner.current_field()
        if here is None or here is self:
            return False
        await here.hear(event)
        event.prevent_default()
        return True

    def label(self, text: str) -> None:
        self.query_one(".label", Static).update(Content(cut(text, LABEL - 4)))

    def right(self, text: str) -> None:
        """What the line means, in the same row."""
        room = max(0, self.size.width - LABEL - 14)
        self.query_one(".right", Static).update(Content(cut(text, room)))

    def below(self, text: str, *, problem: bool = False) -> None:
        """More of it, under the line; empty: nothing stands there."""
        below = self.query_one(".below", Static)
        below.update(Content(text))
        below.display = bool(text)
        below.set_class(problem, "problem")
        self.is_problem = problem and bool(text)

    def on_descendant_focus(self) -> None:
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        self.remove_class("-here")


class FieldEditor(LineEditor):
    """The line of a field."""

    def __init__(self, field: LineField) -> None:
        super().__init__(field)
        self._field = field

    async def _on_key(self, event: Key) -> None:
        if not await self._field.hears_elsewhere(event):
            await self.take_key(event)

    async def take_key(self, event: Key) -> None:
        await super()._on_key(event)


class LineField(Field, LineOwner):
    """A line that is typed. `put` shows a value; what is typed over it is pending until the sheet
    has recorded it."""

    def __init__(self, kind: str, owner: FieldOwner) -> None:
        super().__init__(kind, owner)
        self.editor = FieldEditor(self)
        self.shown = ""

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(classes="label", markup=False)
            yield self.editor
            yield Static(classes="right", markup=False)
        yield Static(classes="below", markup=False)

    @property
    def text(self) -> str:
        return self.editor.text

    @property
    def is_pending(self) -> bool:
        return self.text.strip() != self.shown.strip()

    def put(self, text: str) -> None:
        """Show what was recorded; what is typed meanwhile stays."""
        if text == self.shown and text == self.text:
            return
        was_pending = self.is_pending
        self.shown = text
        if not was_pending:
            self.write(text)

    def write(self, text: str) -> None:
        """Another line, as if it had been typed; the cursor at its end."""
        self.editor.load_text(text)
        self.editor.move_cursor(self.editor.location_of(len(text)))
        self.grow()

    def settle(self, text: str) -> None:
        """What was typed is recorded: show what stands now."""
        self.shown = text
        self.write(text)

    def take_focus(self) -> None:
        """What stands is chosen: typing replaces it, an arrow key mends it."""
        self.screen.set_focus(self.editor)
        if not self.is_pending:
            self.editor.select_all()

    async def hear(self, event: Key) -> None:
        await self.editor.take_key(event)

    def line_key(self, key: str) -> bool:
        return self.field_owner.field_key(self, key)

    def line_pasted(self, text: str) -> None:
        self.field_owner.field_pasted(self, text)

    def on_resize(self) -> None:
        self.call_after_refresh(self.grow)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.grow()
        self.field_owner.field_changed(self)

    def on_descendant_blur(self) -> None:
        self.remove_class("-here")
        self.editor.move_cursor(self.editor.document.end)  # nothing stays chosen

    def most_rows(self) -> int:
        return 3

    def grow(self) -> None:
        if not self.is_attached:
            return
        wanted = min(self.editor.rows(), self.most_rows())
        if self.editor.styles.height is None or self.editor.styles.height.value != wanted:
            self.editor.styles.height = wanted


class WordingField(LineField):
    """The wording in a frame of its own: grows with the text as far as the screen has room."""

    DEFAULT_CSS = """
    WordingField {
        border: round $panel-lighten-2; padding: 0 1; border-title-color: $foreground;
        background: $background;
    }
    WordingField.-here { border: round $primary; }
    WordingField.-here LineEditor { background: $background; }
    """

    def compose(self) -> ComposeResult:
        yield self.editor

    def take_focus(self) -> None:
        self.screen.set_focus(self.editor)

    def frame(self, left: str, right: str) -> None:
        """Name at the left, count and version at the right, both in the upper edge."""
        width = self.size.width + self.gutter.width - 6
        if width < 8:
            self.border_title = None
            return
        title = Content.styled(left, "bold")
        gap = width - cell_len(left) - cell_len(right) - 2
        if gap > 0:
            title = Content.assemble(title, (f" {'─' * gap} ", "$panel-lighten-2"), right)
        self.border_title = cast("str", title)

    def most_rows(self) -> int:
        return max(2, self.app.size.height // 3)


class FocusLine(Static, can_focus=True):
    """A row without letters that can be where the keys go."""

    DEFAULT_CSS = (
        "FocusLine { height: auto; width: 1fr; } FocusLine:focus { background: $surface; }"
    )

    def __init__(self, field: FactField) -> None:
        super().__init__(markup=False)
        self._field = field

    async def on_key(self, event: Key) -> None:
        if not await self._field.hears_elsewhere(event):
            await self._field.hear(event)


class FactField(Field):
    """Something that is not typed here: what stands, and what Enter does."""

    def __init__(self, kind: str, owner: FieldOwner) -> None:
        super().__init__(kind, owner)
        self.line = FocusLine(self)

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(classes="label", markup=False)
            yield self.line
            yield Static(classes="right", markup=False)
        yield Static(classes="below", markup=False)

    def show(self, text: str) -> None:
        self.line.update(Content(text))

    def take_focus(self) -> None:
        self.screen.set_focus(self.line)

    async def hear(self, event: Key) -> None:
        if not self.field_owner.field_key(self, event.key):
            if not (event.is_printable and event.character):
                return
            line = self.field_owner.line_for(self, event.character)
            if line is not None:  # what is typed where no letters go is meant for a line
                line.take_focus()
                await line.hear(event)
        event.stop()
        event.prevent_default()


class ChoiceField(FactField):
    """One of a few, side by side: left and right change it. It is recorded when it is left."""

    def __init__(self, kind: str, owner: FieldOwner, *, one_by_one: bool = False) -> None:
        """`one_by_one`: only the chosen one is shown, the others are too long."""
        super().__init__(kind, owner)
        self._options: tuple[tuple[str, str], ...] = ()
        self._one_by_one = one_by_one
        self.shown = self.chosen = ""

    @property
    def is_pending(self) -> bool:
        return self.chosen != self.shown

    def put(self, value: str, options: tuple[tuple[str, str], ...]) -> None:
        """Show these pairs of value and text; a choice not yet recorded stays."""
        self._options = options
        if not self.is_pending:
            self.chosen = value
        self.shown = value
        self._draw()

    def settle(self) -> None:
        self.shown = self.chosen

    def back(self) -> None:
        """What stands is chosen again."""
        self.chosen = self.shown
        self._draw()

    def step(self, by: int) -> None:
        values = [value for value, _ in self._options]
        if self.chosen in values:
            self.chosen = values[(values.index(self.chosen) + by) % len(values)]
            self._draw()

    def _draw(self) -> None:
        parts: list[Content] = []
        for value, text in self._options:
            if value == self.chosen:
                parts.append(Content.styled(f"▸{text}◂", "bold"))
            elif not self._one_by_one:
                parts.append(Content.styled(f" {text} ", "$foreground 60%"))
        self.line.update(Content(" ").join(parts))
