"""A long text in an area of its own, or in the editor of the person ($VISUAL, $EDITOR)."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import tempfile
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
from screens.desk.line import DeskLine
from screens.entry_acts import edited
from screens.mending import Mended
from screens.widgets.bar import clean


class LongText(ModalScreen[tuple[str, bool] | None]):
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
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

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
            self._in_editor(entry, entry.text)
        elif not self.line_is_open():
            self.say(tr("Choose an entry: its text opens."))

    def _long_text(self, entry: Entry, text: str) -> None:
        key = f"long {entry.id}"
        typed = self._half_typed.get(key) if text == entry.text else None

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

        self.app.push_screen(LongText(self._title_of_text(entry), text, keep, typed), answered)

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
        path = _text_file(text)
        problem = ""
        try:
            with self._suspended():
                problem = _edit(command, path)
            said = _read_back(path)
        except SuspendNotSupported:
            problem, said = tr("An editor cannot be opened in this terminal."), None
        if problem:
            self.say_problem(problem)
        if said is None or said == text:
            self._forget(path, keep=said is None)
            if text != entry.text:  # typed here before the editor came
                self._long_text(entry, text)
            elif not problem:
                self.say(tr("The text is as it was."))
            return
        if self._take_text(entry, said, remark=problem):
            self._forget(path)
        else:
            self._long_text(entry, said)

    def _suspended(self) -> contextlib.AbstractContextManager[None]:
        if self.app.is_headless:  # nobody looks at a terminal then
            return contextlib.nullcontext()
        return self.app.suspend()

    def _forget(self, path: Path, *, keep: bool = False) -> None:
        if not keep:
            with contextlib.suppress(OSError):
                path.unlink()

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
        changes = _text_changed(now, text)
        if self.needs_weight(changes):
            ask = Ask(key=f"wording {entry.id}", kind=now.tag, read=lambda typed: Mended(
                edited(now, typed, self.context())), text=now.text)  # fmt: skip
            self.open_line(ask)
            self.bar.put(text)
            self.say(tr("Enter asks what the new wording changes."))
            return True
        return self.record(*changes, remark=remark)


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


# -- the editor ---------------------------------------------------------------------------------


def editor_command() -> list[str] | None:
    """What $VISUAL or $EDITOR says, in words; None: neither says anything."""
    for name in ("VISUAL", "EDITOR"):
        said = os.environ.get(name, "").strip()
        if said:
            try:
                return shlex.split(said, posix=os.name != "nt")
            except ValueError:
                return [said]
    return None


def _text_file(text: str) -> Path:
    """A file of its own, for its owner only."""
    handle, name = tempfile.mkstemp(prefix="facilitator-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text + "\n")
    return Path(name)


def _edit(command: list[str], path: Path) -> str:
    """Run the editor on the file; what went wrong, for people, or empty."""
    try:
        done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - their own editor
    except OSError as error:
        reason = error.strerror or str(error)
        return tr(
            "The editor {editor} could not be started: {reason}. The text is as it was.",
            editor=command[0],
            reason=reason,
        )
    if done.returncode:
        return tr(
            "The editor {editor} ended with an error ({code}); what it had saved was taken.",
            editor=command[0],
            code=done.returncode,
        )
    return ""


def _read_back(path: Path) -> str | None:
    """The text as the editor left it; None: the file cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    return clean(raw.decode("utf-8", errors="replace")).strip()
