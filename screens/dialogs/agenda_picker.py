"""F7: choose an agenda item and what to do with it. Left and right change what Enter does; typing
narrows the list, and a title that is not there can be added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.folding import words
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import AgendaItem, Meeting
from screens.widgets.columns import cut, padded
from screens.widgets.line_editor import LineEditor, LineOwner
from screens.widgets.row_list import Row, RowList

Verb = Literal["go", "write", "skip", "defer", "reopen", "rename", "add"]
_VERBS: tuple[Verb, ...] = ("go", "write", "skip", "defer", "reopen", "rename")
NEW = "new"


@dataclass(frozen=True)
class AgendaChoice:
    """`verb` 'write': entries go to this item, the clock stays where it is. `text`: the new title
    for 'rename' and 'add'."""

    verb: Verb
    item: str = ""
    text: str = ""

    def changes(self) -> tuple[c.Change, ...]:
        """What is recorded; empty for 'write', which concerns only the bar."""
        match self.verb:
            case "go":
                return (c.ItemStarted(item=self.item),)
            case "skip":
                return (c.ItemSkipped(item=self.item),)
            case "defer":
                return (c.ItemDeferred(item=self.item),)
            case "reopen":
                return (c.ItemReopened(item=self.item),)
            case "rename":
                return (c.AgendaItemAmended(item=self.item, title=self.text),)
            case "add":
                return (c.AgendaItemAdded(title=self.text),)
        return ()


class AgendaPicker(LineOwner, ModalScreen[AgendaChoice | None]):
    """Returns a choice, or None: everything stays as it is. It saves nothing."""

    DEFAULT_CSS = """
    AgendaPicker { align: center bottom; background: $background 60%; }
    AgendaPicker > Vertical {
        width: 100%; max-width: 90; height: 80%; margin-bottom: 1; padding: 0 1;
        border: round $primary; background: $surface; border-title-style: bold;
    }
    AgendaPicker RowList { height: 1fr; background: $surface; }
    AgendaPicker #verbs, AgendaPicker #keys { height: 1; color: $text-muted; }
    AgendaPicker LineEditor {
        height: 1; border: none; padding: 0; background: $panel; scrollbar-size: 0 0;
    }
    """

    def __init__(self, meeting: Meeting, item: str = "") -> None:
        super().__init__()
        self._meeting = meeting
        self._start = item
        self._verb = 0
        self._renaming = ""
        self._listed_for = ""

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = tr("AGENDA")
            yield RowList(focusable=False)
            yield Static(id="verbs", markup=False)
            yield LineEditor(self)
            yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(LineEditor).focus()
        self.call_after_refresh(self._first_draw)

    def _first_draw(self) -> None:
        self._draw()
        self.query_one(RowList).choose(self._start)

    def _draw(self) -> None:
        self.query_one(RowList).show(self._rows())
        names = [_verb_word(verb) for verb in _VERBS]
        parts = [f"‹{n}›" if at == self._verb else f" {n} " for at, n in enumerate(names)]
        renaming = self._meeting.item(self._renaming)
        told = (
            tr("new title of {number}", number=renaming.number)
            if renaming
            else cut(" ".join(parts), max(10, self.size.width - 6))
        )
        self.query_one("#verbs", Static).update(Content(told))
        keys = tr("↵ does it   ←→ what   ↑↓ item   letters narrow the list   Esc back")
        self.query_one("#keys", Static).update(Content(keys))

    def _typed(self) -> str:
        return self.query_one(LineEditor).text.strip()

    def _rows(self) -> list[Row]:
        width = max(20, min(86, self.size.width - 8))
        wanted = () if self._renaming else words(self._typed())
        rows = []
        for item in self._meeting.agenda_items:
            own = (*words(item.title), *words(item.short_title), item.number)
            if all(any(word.startswith(part) for word in own) for part in wanted):
                rows.append(Row(item.id, _item_line(item, width)))
        if self._typed() and not self._renaming and not rows:
            rows.append(
                Row(NEW, Content("   " + cut(tr("new: {title}", title=self._typed()), width)))
            )
        return rows

    def on_text_area_changed(self) -> None:
        self.line_changed()

    def line_changed(self) -> None:
        if self.is_mounted:
            self._listed_for = self._typed()
            self._draw()

    def line_key(self, key: str) -> bool:
        if self._typed() != self._listed_for:
            self.line_changed()  # typed fast: the key came before the news of the letters
        rows = self.query_one(RowList)
        match key:
            case "up":
                rows.choose_previous()
            case "down":
                rows.choose_next()
            case "left" | "right" if not self._typed():
                self._verb = (self._verb + (1 if key == "right" else -1)) % len(_VERBS)
                self._draw()
            case "tab":
                self._verb = (self._verb + 1) % len(_VERBS)
                self._draw()
            case "enter":
                self._enter(rows.chosen)
            case "escape" | "f7":
                self.dismiss(None)
            case _:
                return False
        return True

    def _enter(self, chosen: str) -> None:
        if self._renaming:
            title = " ".join(self._typed().split())
            self.dismiss(AgendaChoice("rename", self._renaming, title) if title else None)
        elif chosen == NEW:
            self.dismiss(AgendaChoice("add", text=" ".join(self._typed().split())))
        elif (item := self._meeting.item(chosen)) is not None:
            if _VERBS[self._verb] == "rename":
                self._renaming = item.id
                self.query_one(LineEditor).load_text(item.title)
                self._draw()
            else:
                self.dismiss(AgendaChoice(_VERBS[self._verb], item.id))


def _item_line(item: AgendaItem, width: int) -> Content:
    signs = {"running": "▸", "done": "✓", "skipped": "–", "deferred": "→", "open": " "}
    minutes = f"{item.planned_minutes}′" if item.planned_minutes else ""
    title = padded(item.title, max(8, width - 16))
    return Content(f" {signs[item.state]} {padded(item.number, 5)} {title} {padded(minutes, 5)}")


def _verb_word(verb: Verb) -> str:
    return {
        "go": tr("go to"),
        "write": tr("write to"),
        "skip": tr("skip"),
        "defer": tr("defer"),
        "reopen": tr("reopen"),
        "rename": tr("rename"),
        "add": tr("add"),
    }[verb]
