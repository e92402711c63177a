"""A list of rows with headings between them: one chosen row, kept by its id whatever changes
around it. Used with and without the focus: where a bar has it, the room moves the choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True)
class Row:
    """`id` empty: a heading or an empty line, never chosen."""

    id: str
    text: Content


class RowList(OptionList):
    """Rows are Content, never markup: what people typed stays what they typed."""

    DEFAULT_CSS = """
    RowList {
        height: 1fr; border: none; padding: 0; background: $background; scrollbar-size-vertical: 1;
    }
    RowList:focus { border: none; background-tint: $background 0%; }
    RowList > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: none;
    }
    RowList.quiet > .option-list--option-highlighted {
        background: $background; color: $foreground;
    }
    RowList > .option-list--option-disabled { color: $text-muted; text-style: bold; }
    RowList > .option-list--option { padding: 0; }
    """

    @dataclass
    class Chosen(Message):
        """Another row is the chosen one."""

        id: str

    def __init__(self, *, id: str | None = None, focusable: bool = True) -> None:
        super().__init__(id=id, markup=False, compact=True)
        self.can_focus = focusable
        self._rows: tuple[Row, ...] = ()
        self._plain: int | None = None
        """Index of the row drawn without its own colours: amber on the inverse row is not read."""

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows. The chosen one stays chosen; if it is gone, the one that followed it,
        and behind the last one the row that now stands in its place. Nothing is redrawn when
        nothing differs."""
        new = tuple(rows)
        if new == self._rows:
            return
        chosen, place = self.chosen, self._place_among_rows()
        behind = [row.id for row in self._rows[(self.highlighted or 0) + 1 :] if row.id]
        if [row.id for row in new] == [row.id for row in self._rows]:
            for index, (old, row) in enumerate(zip(self._rows, new, strict=True)):
                if old != row:
                    self.replace_option_prompt_at_index(index, row.text)
            self._rows, self._plain = new, None
            self._draw_chosen_plain()
            return
        self._rows, self._plain = new, None
        self.set_options(Option(row.text, id=row.id or None, disabled=not row.id) for row in new)
        ids = [row.id for row in new if row.id]
        stays = next((each for each in (chosen, *behind) if each in ids), "")
        if stays:
            self.choose(stays)
        elif ids:
            self.choose(ids[min(place, len(ids) - 1)])
        self._draw_chosen_plain()

    @property
    def chosen(self) -> str:
        """Id of the chosen row, or an empty string."""
        if self.highlighted is None or self.highlighted >= len(self._rows):
            return ""
        return self._rows[self.highlighted].id

    def choose(self, row_id: str) -> None:
        for index, row in enumerate(self._rows):
            if row.id == row_id and row_id:
                self.highlighted = index
                return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a window too low for the list there are no pages to turn."""
        if action in ("page_up", "page_down"):
            return bool(self.scrollable_content_region)
        return super().check_action(action, parameters)

    def choose_next(self) -> None:
        self.action_cursor_down()

    def choose_previous(self) -> None:
        self.action_cursor_up()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._draw_chosen_plain()
        self.post_message(self.Chosen(self.chosen))

    def _draw_chosen_plain(self) -> None:
        if self._plain == self.highlighted:
            return
        if self._plain is not None and self._plain < len(self._rows):
            self.replace_option_prompt_at_index(self._plain, self._rows[self._plain].text)
        self._plain = self.highlighted if self.chosen else None
        if self._plain is not None:
            plain = Content(self._rows[self._plain].text.plain)
            self.replace_option_prompt_at_index(self._plain, plain)

    def _place_among_rows(self) -> int:
        if self.highlighted is None:
            return 0
        return sum(1 for row in self._rows[: self.highlighted] if row.id)
