"""A long text in an area of its own, or in the editor of the person ($VISUAL, $EDITOR)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.model import Decision, Entry, Note
from screens.desk.asks import Ask
from screens.desk.editor import edit, editor_command, read_back, terminal_is_gone
from screens.desk.line import DeskLine
from screens.entry_acts import edited
from screens.leaving import go_at_once
from screens.mending import Mended
from screens.while_there import WhileThere
from screens.widgets.bar import clean
from screens.widgets.columns import cut
from screens.widgets.footer import KeyFooter


class LongText(WhileThere, ModalScreen[tuple[str, bool] | None]):
    """A text over many lines. Returns it with True to go on in the editor, False to keep it; None:
    nothing is changed."""

    DEFAULT_CSS = """
    LongText { align: center middle; background: $background 60%; }
    LongText > Vertical {
        width: 100; max-width: 100%; height: 90%; padding: 0 1;
        border: round $primary; background: $background; border-title-style: bold;
    }
    LongText TextArea { height: 1fr; border: none; padding: 0; background: $background; }
    LongText TextArea:focus { border: none; }
    LongText #keys { height: 1; color: $text-muted; }
    """
    BINDINGS = [
        Binding("ctrl+s,f2", "keep", show=False),
        Binding("ctrl+o,f4", "editor", show=False),
        Binding("escape", "leave", show=False),
    ]
    """Not before the text has the key: it would miss the letters typed just before."""

    def __init__(
        self, title: str, text: str, keep: Callable[[str], None], typed: str | None = None
    ) -> None:
        """`keep` is told the text whenever it is another one; `typed`: how far it was before."""
        super().__init__()
        self._keep = keep
        self._typed = typed
        self._title = title
        self._text = text
        self._asked = False

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = Content(self._title).markup
            yield TextArea(self._typed or self._text, soft_wrap=True, show_line_numbers=False)
            yield Static(Content(self._keys()), id="keys", markup=False)

    def _keys(self) -> str:
        return tr("^S keep   ^O in the editor   Esc leave it as it was")

    def on_mount(self) -> None:
        self._show_footer_below(is_shown=False)
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def on_unmount(self) -> None:
        self._show_footer_below(is_shown=True)

    def _show_footer_below(self, *, is_shown: bool) -> None:
        """Its keys are not those of this text."""
        for screen in self.app.screen_stack:
            for footer in screen.query(KeyFooter):
                footer.visible = is_shown

    @property
    def text(self) -> str:
        return clean(self.query_one(TextArea).text)

    def on_text_area_changed(self) -> None:
        self._keep(self.text)

    def action_keep(self) -> None:
        self.dismiss((self.text, False))

    def action_editor(self) -> None:
        self.dismiss((self.text, True))

    def action_leave(self) -> None:
        """A changed text is not left by one key."""
        if self.text != self._text and not self._asked:
            self._asked = True
            again = tr("The text is another one: ^S keeps it, Esc once more leaves it as it was")
            self.query_one("#keys", Static).update(Content(again))
        else:
            self.dismiss(None)


class LongTextActs(DeskLine):
    def action_long_text(self) -> None:
        entry = self.subject().entry
        if entry is not None and not self.line_is_open():
            self._long_text(entry, entry.text)
        elif not self.line_is_open():
            self.say(tr("Choose an entry: its text opens."))

    def action_editor(self) -> None:
        entry = self.subject().entry
        if entry is not None and not self.line_is_open():
            self._in_editor(entry, self._half_typed.pop(_key(entry), entry.text))
        elif not self.line_is_open():
            self.say(tr("Choose an entry: its text opens."))

    def _long_text(self, entry: Entry, text: str) -> None:
        """`text`: another one than that of the entry is half typed, and kept as such."""
        key = _key(entry)
        if text != entry.text:
            self._half_typed[key] = text
            self.keep_draft()

        def keep(typed: str) -> None:
            if typed == entry.text:
                self._half_typed.pop(key, None)
            else:
                self._half_typed[key] = typed
            self.keep_draft_soon()

        def answered(answer: tuple[str, bool] | None) -> None:
            said, goes_on = answer or ("", False)
            if answer is None or goes_on or self._take_text(entry, said):
                self._half_typed.pop(key, None)  # else it stands there when it is opened again
                self.keep_draft_soon()
            if goes_on:
                self._in_editor(entry, said)

        typed = self._half_typed.get(key)
        self.app.push_screen(
            LongText(self._title_of_text(entry), entry.text, keep, typed), answered
        )

    def _title_of_text(self, entry: Entry) -> str:
        return tr("Note") if isinstance(entry, Note) else entry.tag

    def _in_editor(self, entry: Entry, text: str) -> None:
        """The program waits for the editor. Whatever happens there, no text is lost."""
        command = editor_command()
        if command is None:
            self.say_problem(
                tr("No editor is set: VISUAL or EDITOR names one. The text is open here instead.")
            )
            self._long_text(entry, text)
            return
        texts = self.texts_in_editor()
        try:
            with texts.put(entry.id, text) as path:
                said, problem = self._edited(command, path)
        except OSError as error:
            reason = error.strerror or str(error)
            self.say_problem(
                tr(
                    "No file could be written for the editor: {reason}. The text is open here "
                    "instead.",
                    reason=reason,
                )
            )
            self._long_text(entry, text)
            return
        if problem:
            self.say_problem(problem)
        self._take_back_text(entry, text, said, problem)
        texts.forget(path)

    def _edited(self, command: list[str], path: Path) -> tuple[str | None, str]:
        """What the editor made of the text, and what went wrong, or empty."""
        try:
            with self._suspended():
                problem = edit(command, path)
                if not self.app.is_headless and terminal_is_gone():
                    go_at_once(self.facilitator)
        except SuspendNotSupported:
            return None, tr("An editor cannot be opened in this terminal.")
        return read_back(path), problem

    def _take_back_text(self, entry: Entry, text: str, said: str | None, problem: str) -> None:
        """`text`: as it went into the editor, perhaps half typed here before."""
        if said in (None, "", text.strip()):
            if not problem:
                self.say(tr("The text is as it was."))
            if text != entry.text:
                self._long_text(entry, text)
        elif said and not self._take_text(entry, said, remark=problem):
            self._half_typed[_key(entry)] = said  # and the status line says why
            self.keep_draft()

    def _suspended(self) -> contextlib.AbstractContextManager[None]:
        if self.app.is_headless:  # nobody looks at a terminal then
            return contextlib.nullcontext()
        return self.app.suspend()

    def _take_text(self, entry: Entry, text: str, *, remark: str = "") -> bool:
        """Record the text as it is now; a decision is asked what its change means. False: it is
        not on disk, and the status line says why."""
        now = self.live.meeting.entry(entry.id)
        text = text.strip()
        if now is None:
            self.facilitator.keep_line(self.live, text)
            self.say_problem(
                tr("This entry is gone. What you typed stands in grey in the live screen.")
            )
            return True
        if not text or text == now.text:
            self.say(tr("The text is as it was."))
            return True
        if now.text != entry.text:
            self.say_problem(
                tr(
                    "Meanwhile something else stands there: “{text}”. Yours is kept: “l” opens it.",
                    text=cut(" ".join(now.text.split()), 80),
                )
            )
            return False
        changes = _text_changed(now, text)
        if self.needs_weight(changes):
            ask = Ask(key=f"wording {entry.id}", kind=now.tag, read=lambda typed: Mended(
                edited(now, typed, self.context())), text=now.text)  # fmt: skip
            self.open_line(ask)
            self.bar.put(text)
            self.keep_draft()
            self.say(tr("Enter asks what the new wording changes."))
            return True
        return self.record(*changes, remark=remark)


def _key(entry: Entry) -> str:
    """Of its text, half typed over many lines."""
    return f"long {entry.id}"


def _text_changed(entry: Entry, text: str) -> tuple[c.Change, ...]:
    match entry.kind:
        case "action_item":
            return (c.ActionItemAmended(action_item=entry.id, summary=text),)
        case "question":
            return (c.QuestionAmended(question=entry.id, text=text),)
        case "parked_topic":
            return (c.ParkedTopicAmended(parked_topic=entry.id, text=text),)
    if isinstance(entry, Decision):
        return (c.DecisionAmended(decision=entry.id, wording=text),)
    return (c.NoteAmended(note=entry.id, text=text),)
