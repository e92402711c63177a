"""F1: the keys of this screen from the table of commands, and what a typed line can be."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from facilitator.capture import MARKS
from facilitator.i18n import current_language, tr
from screens.commands import LISTS, commands_of
from screens.dialogs.room_words import about
from screens.room import Room
from screens.while_there import WhileThere
from screens.widgets.entry_rows import wrapped

_KEYS_AT = 13
_SIGNS_AT = 18
_WORDS_AT = 20
_TAKES_WORDS = frozenset({"live", "cards"})
_TAKES_MARKS = frozenset({"live"})


class HelpDialog(WhileThere, ModalScreen[None]):
    """Scrolls with the arrow keys; Escape, F1, Enter close it."""

    DEFAULT_CSS = """
    HelpDialog { align: center middle; background: $background 60%; }
    HelpDialog > VerticalScroll {
        width: 100%; max-width: 100; height: 100%; padding: 0 1;
        border: round $primary; background: $surface; border-title-style: bold;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    HelpDialog Static { width: 1fr; height: auto; }
    """
    BINDINGS = [
        Binding("escape,f1,enter,question_mark,q", "close", show=False),
        Binding("space", "page", show=False),
    ]

    def __init__(self, room: str, dialog: str = "") -> None:
        """`dialog`: the keys of a dialog that lies above the room, as they stand in it."""
        super().__init__()
        self._room = room
        self._dialog = dialog

    def compose(self) -> ComposeResult:
        with VerticalScroll() as box:
            box.border_title = Content(tr("Help")).markup
            box.border_subtitle = Content(tr("↑↓ scroll · Esc back")).markup
            yield Static(id="text", markup=False)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        width = self.query_one("#text", Static).size.width
        text = help_text(self._room, width, self._below())
        if self._dialog:
            text = Content("\n\n").join([_on_dialog(self._dialog, width), text])
        self.query_one("#text", Static).update(text)

    def _below(self) -> tuple[object, ...]:
        """The screen that is asked about, and the app."""
        return (_room_below(self) or self, self.app)

    def action_close(self) -> None:
        self.dismiss()

    def action_page(self) -> None:
        self.query_one(VerticalScroll).scroll_page_down(animate=False)


def help_on(dialog: Screen[Any]) -> bool:
    """Show the keys of a dialog and those of the room beneath, above it: what is typed stays. False
    for the help itself, and where no room is beneath."""
    room = _room_below(dialog)
    if room is None or isinstance(dialog, HelpDialog):
        return False
    keys = "   ".join(str(each.visual) for each in dialog.query("#keys").results(Static))
    dialog.app.push_screen(HelpDialog(room.ROOM, keys or tr("Esc back")))
    return True


def _room_below(above: Screen[Any]) -> Room[Any] | None:
    return next((each for each in above.app.screen_stack[::-1] if isinstance(each, Room)), None)


def _on_dialog(keys: str, width: int) -> Content:
    """'↵ write   Esc leave' in a row each, and what lies beneath."""
    rows = [_heading(tr("IN THIS DIALOG"))]
    for each in keys.replace(" · ", "   ").split("   "):
        rows += [Content(line) for line in wrapped(each.strip(), max(10, width)) if line]
    back = tr("Esc leads back to the dialog; what is typed there stays.")
    rows += [Content(line) for line in wrapped(back, max(10, width))]
    return Content("\n").join([*rows, Content(""), _heading(tr("BENEATH IT"))])


def help_text(room: str, width: int, rooms: tuple[object, ...]) -> Content:
    """All of it, wrapped to `width`. `rooms`: what has the actions of the commands; what none of
    them does is left out, chosen entry or not."""
    parts = [Content("\n".join(wrapped(about(room), max(10, width))))] if about(room) else []
    if room != "read_back":
        parts.append(_rule_of(room, width))
    if own := [pair for each in rooms if isinstance(each, Room) for pair in each.own_keys()]:
        at = max(_KEYS_AT, min(20, 2 + max(cell_len(key) for key, _ in own)))
        rows = [line for key, text in own for line in _row(key, text, at, width)]
        parts.append(Content("\n").join([_heading(tr("HERE")), *rows]))
    parts.append(_keys(room, width, rooms, {key for key, _ in own}))
    if room in _TAKES_MARKS:
        parts += [_in_the_bar(width), _marks(width)]
    if room == "cards":
        parts.append(_on_cards(width))
    if room in _TAKES_WORDS:
        parts.append(_words(room, width, rooms))
    return Content("\n\n").join(parts)


def _rule_of(room: str, width: int) -> Content:
    if room in LISTS:
        text = tr("Letters are commands here until a line is opened. No letter deletes.")
    else:
        text = tr(
            "Letters are always text: they go into the bar, whatever is chosen. Enter sends the "
            "line; it is on disk before you see it. Escape never deletes text."
        )
    return Content("\n".join(wrapped(text, max(10, width))))


def _keys(room: str, width: int, rooms: tuple[object, ...], own: set[str]) -> Content:
    """`own`: keys of which the room says itself what they do in it."""
    language = current_language()
    rows: list[Content] = [_heading(tr("KEYS"))]
    for command in commands_of(room):
        key = command.shown_key(language, room)
        works = command.id == "back" or any(command.is_done_by(each) for each in rooms)
        if works and key and key not in own:
            rows += _row(key, tr(command.text), _KEYS_AT, width)
    return Content("\n").join(rows)


def _words(room: str, width: int, rooms: tuple[object, ...]) -> Content:
    """What is typed with a slash; first what has no key, then the second way for what has one."""
    language = current_language()
    rows: list[Content] = [_heading(tr("COMMANDS: the first letters are enough"))]
    doubled: list[str] = []
    for command in commands_of(room):
        word = command.word(language)
        if not word or not any(command.is_done_by(each) for each in rooms):
            continue
        argument = ""
        if any(command.takes_argument_in(each) for each in rooms):
            argument = tr(command.argument).upper()
        whole = f"{word} {argument}".strip()
        if key := command.shown_key(language, room):
            doubled.append(f"{key} {whole}")
        elif cell_len(whole) < _WORDS_AT:
            rows += _row(whole, tr(command.text), _WORDS_AT, width)
        else:
            text = f"{argument}: {tr(command.text)}" if argument else tr(command.text)
            rows += _row(word, text, _WORDS_AT, width)
    same = tr("The same as keys: {words}", words=" · ".join(doubled))
    return Content("\n").join([*rows, *(Content(line) for line in wrapped(same, max(10, width)))])


def _in_the_bar(width: int) -> Content:
    rows: list[Content] = [_heading(tr("IN THE BAR"))]
    for key, text in (
        ("↵", tr("Sends the line; on the empty line it mends the chosen entry")),
        ("Tab", tr("Takes the names and dates that are offered")),
        ("↑ ↓", tr("Choose an entry, from the first and last row of the line")),
        ("^↑ ^↓", tr("Bring back lines sent or put aside")),
        ("^U", tr("Put the line aside")),
        ("^Z ^Y", tr("Undo and redo: typing first, then the last step")),
        (">Name", tr("Who, in action items and questions; @Name is the same")),
        ("<Ende März", tr("Until when; also (who, when) at the end of the line")),
        ("#Feld", tr("Field of action")),
    ):
        rows += _row(key, text, _KEYS_AT, width)
    return Content("\n").join(rows)


def _on_cards(width: int) -> Content:
    rows: list[Content] = [_heading(tr("CARDS"))]
    for key, text in (
        ("↵", tr("Hangs up what is typed; on the empty line it mends the chosen card or group")),
        ("↑ ↓", tr("Choose a card or the name of a group; below the last one: none")),
        ("Tab ← →", tr("The next column")),
        ("19", tr("So many dots for the chosen card")),
        ("#Zugang", tr("The chosen card into this group; first letters are enough, a new one "
                       "is made")),
        ("#Zugang=Wege", tr("Another name for a group; on a chosen group #Wege")),
        ("F2 – F5, F7", tr("Decision, action item, question, parking lot, agenda item from the "
                           "chosen card or group, linked to it; words typed go instead of its own, "
                           ">who and <when behind them")),
        ("^↑ ^↓ ^← ^→", tr("Move the card: in its column, to another column")),
    ):  # fmt: skip
        rows += _row(key, text, _KEYS_AT, width)
    return Content("\n").join(rows)


def _marks(width: int) -> Content:
    rows: list[Content] = [_heading(tr("A LINE BEGINS WITH"))]
    for mark in MARKS:
        words = [word if word.endswith(" ") else f"{word}:" for word in mark.words]
        shown = ""
        for sign in [each.strip() for each in (*mark.signs, *words)][:4]:
            if cell_len(f"{shown} {sign}") < _SIGNS_AT:
                shown = f"{shown} {sign}".strip()
        rows += _row(shown, tr(mark.text), _SIGNS_AT, width)
        rows += [
            Content.styled(" " * _SIGNS_AT + line, "$foreground 60%")
            for line in wrapped(mark.example, max(8, width - _SIGNS_AT))
        ]
    return Content("\n").join(rows)


def _heading(text: str) -> Content:
    return Content.styled(text, "bold")


def _row(key: str, text: str, at: int, width: int) -> list[Content]:
    key = key if cell_len(key) < at else key[: at - 1]
    lead = key + " " * (at - cell_len(key))
    lines = wrapped(text, max(8, width - at))
    first = Content.assemble((lead, "bold $footer-key-foreground"), lines[0])
    return [first, *(Content(" " * at + line) for line in lines[1:])]
