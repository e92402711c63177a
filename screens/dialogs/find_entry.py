"""Find an entry of this meeting: letters narrow the list down, Enter goes there, Escape leaves."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitator.folding import words
from facilitator.i18n import ntr, ptr, tr
from facilitator.meeting.majority import is_rejected
from facilitator.meeting.model import ActionItem, Decision, Entry, Meeting, Question
from screens.while_there import WhileThere
from screens.widgets.columns import cut, padded
from screens.widgets.line_editor import LineEditor, LineOwner
from screens.widgets.row_list import Row, RowList

MOST = 200
"""Rows shown; the newest of them first."""


def found_entries(meeting: Meeting, typed: str) -> list[Entry]:
    """The entries in which every word typed begins a word of the text, the tag, the number of its
    item or the name of an owner; the newest first. Nothing typed: all of them."""
    wanted = words(typed)
    numbers = {item.id: item.number for item in meeting.agenda_items}
    return [
        entry
        for entry in reversed(meeting.entries)
        if all(
            any(word.startswith(each) for word in _words_of(entry, numbers.get(entry.item, "")))
            for each in wanted
        )
    ]


def _words_of(entry: Entry, number: str) -> Iterator[str]:
    yield from words(entry.text)
    yield from (entry.tag.lower(), number)
    if isinstance(entry, ActionItem | Question):
        for owner in entry.owners:
            yield from words(owner.name)


class FindEntry(LineOwner, WhileThere, ModalScreen[str | None]):
    """Returns the id of the entry to go to, or None."""

    DEFAULT_CSS = """
    FindEntry { align: center middle; background: $background 60%; }
    FindEntry > #box {
        width: 100; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round $primary; background: $background;
    }
    FindEntry #asking { height: 1; margin-bottom: 1; }
    FindEntry #question { width: auto; color: $text-muted; }
    FindEntry LineEditor { height: 1; width: 1fr; border: none; padding: 0; }
    FindEntry LineEditor:focus { border: none; }
    FindEntry RowList { height: auto; max-height: 16; }
    FindEntry #keys { height: 1; color: $text-muted; margin-top: 1; }
    """

    def __init__(self, meeting: Meeting, typed: str = "") -> None:
        super().__init__()
        self._meeting = meeting
        self._typed = typed

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            with Horizontal(id="asking"):
                yield Static(Content(tr("Find:") + " "), id="question", markup=False)
                yield LineEditor(self)
            yield RowList(id="found", focusable=False)
            yield Static(id="keys", markup=False)

    def on_mount(self) -> None:
        self.query_one("#box").border_title = Content(tr("Entries of this meeting"))
        line = self.query_one(LineEditor)
        line.load_text(self._typed)
        line.move_cursor(line.location_of(len(self._typed)))
        line.focus()
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        found = found_entries(self._meeting, self.query_one(LineEditor).text)
        width = max(20, self.query_one("#box").size.width - 2)
        rows = [Row(entry.id, self._row(entry, width)) for entry in found[:MOST]]
        self.query_one(RowList).show(rows or [Row("", Content(" " + tr("Nothing of the kind.")))])
        count = ntr("{n} entry", "{n} entries", len(found))
        keys = tr("↵ go there   ↑↓ choose   Esc leave")
        self.query_one("#keys", Static).update(Content(f"{count}   {keys}"))

    def _row(self, entry: Entry, width: int) -> Content:
        item = self._meeting.item(entry.item)
        number = item.number if item is not None else "–"
        lead = f" {padded(number, 5)} {entry.at.at:%H:%M}  {padded(entry.tag, 4)} "
        text = entry.text
        if isinstance(entry, Decision) and is_rejected(entry.vote):
            text = f"{ptr('wall', 'rejected')}: {text}"
        return Content(lead + cut(text, max(8, width - len(lead))))

    # -- the line -------------------------------------------------------------------------

    def on_text_area_changed(self) -> None:
        self._draw()

    def line_key(self, key: str) -> bool:
        rows = self.query_one(RowList)
        match key:
            case "enter":
                self._draw()  # typed fast: the key came before the news of the letters
                self.dismiss(rows.chosen or None)
            case "escape":
                self.dismiss(None)
            case "up":
                rows.choose_previous()
            case "down":
                rows.choose_next()
            case _:
                return False
        return True

    def line_pasted(self, text: str) -> None:
        self.query_one(LineEditor).load_text(" ".join(text.split()))
