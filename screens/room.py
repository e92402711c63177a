"""What all screens share: bindings from the table of commands, letters as commands in lists, the
footer, the line that says what was saved, and errors said in place instead of a traceback."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import Screen

from facilitator.errors import FacilitatorError
from facilitator.i18n import current_language
from facilitator.saying import tr
from facilitator.told import told
from screens.commands import LISTS, Command, command_of_letter, commands_of
from screens.while_there import WhileThere
from screens.widgets.bar import CaptureBar
from screens.widgets.footer import KeyFooter
from screens.widgets.line_editor import LineEditor
from screens.widgets.status import StatusLine

if TYPE_CHECKING:
    from facilitator.live import LiveMeeting
    from screens.app import FacilitatorApp

T = TypeVar("T")
R = TypeVar("R")
HalfTyped: TypeAlias = Callable[[tuple[str, ...]], None]
"""Who keeps what is half typed in a room above: told the lines whenever they are others."""


def bindings_of(room: str) -> list[BindingType]:
    """The key bindings of a room, from the table. Hidden: the footer is our own."""
    return [
        Binding(",".join(command.keys), command.id, command.text, show=False, id=command.id)
        for command in commands_of(room)
        if command.keys and command.id not in ("open", "remove", "back", "leave_open")
    ]


class Room(WhileThere, Screen[T]):
    """Base of the screens. A subclass sets `ROOM`, and `BINDINGS = bindings_of(ROOM) + [...]`,
    and has an `action_<id>` for each command of its room (those of everywhere are here)."""

    ROOM = ""
    AUTO_FOCUS = ""

    @property
    def facilitator(self) -> FacilitatorApp:
        return cast("FacilitatorApp", self.app)

    @property
    def can_draw(self) -> bool:
        """Whether its widgets are there: not before it is mounted, and no more once it is being
        taken down (a signal or an interval may still come then)."""
        return self.is_mounted and bool(self.query("#head"))

    # -- footer ---------------------------------------------------------------------------

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        """What the footer shows now, the most needed first: ids of commands, or pairs of key and
        label. It must never show what does not work at this moment."""
        return ()

    def own_keys(self) -> Iterable[tuple[str, str]]:
        """What help says of this room alone: what is pressed or typed, and what it does."""
        return ()

    def refresh_footer(self) -> None:
        for footer in self.query(KeyFooter):
            footer.show(self.ROOM, tuple(self.footer_commands()))

    # -- what was saved, what went wrong --------------------------------------------------

    def say(self, text: str, *, undo: bool = False) -> None:
        """Say in the status line what happened; `undo`: Ctrl+Z would take it back."""
        for status in self.query(StatusLine):
            status.say(text, undo=undo)

    def say_problem(self, text: str, *, lasting: bool = False) -> None:
        """Say what went wrong. `lasting`: stays until something was saved (a failed save)."""
        for status in self.query(StatusLine):
            status.say_problem(text, lasting=lasting)

    def attempt(self, what: Callable[[], R]) -> R | None:
        """Do something that may fail with an error for people; say it in place. None then."""
        try:
            return what()
        except FacilitatorError as error:
            self.say_problem(str(error), lasting=True)
            return None

    def take_back(self, live: LiveMeeting, *, redo: bool = False) -> bool:
        """Undo (or redo) a step of a meeting and say which one; True if there was one."""
        before = live.meeting
        steps = self.attempt(live.redo if redo else live.undo)
        if not steps:
            if steps is not None:
                nothing = tr("Nothing to bring back.") if redo else tr("Nothing to take back.")
                self.say(nothing)
            return False
        after = live.meeting
        what = told(steps, after, before) if redo else told(steps, before, after)
        said = (
            tr("Brought back: {what}", what=what) if redo else tr("Taken back: {what}", what=what)
        )
        self.say(said)
        return True

    # -- letters in lists -----------------------------------------------------------------

    def line_is_open(self) -> bool:
        """Whether a line is open in a list, so that letters are text."""
        return False

    async def on_key(self, event: Key) -> None:
        if self.ROOM not in LISTS:
            await self._hear_early(event)
            return
        if self.line_is_open():
            # typed before the line had the focus: it is meant for the line all the same
            if event.is_printable or event.key in ("enter", "backspace"):
                for bar in self.query(CaptureBar):
                    await bar.editor._on_key(event)
            return
        if not event.character:
            return
        command = command_of_letter(event.character, self.ROOM, current_language())
        if command is not None and self.offers(command):
            event.stop()
            event.prevent_default()
            await asyncio.sleep(0)  # what the letter before opens in a worker, it opens here
            if self.app.screen is self:
                await self.run_action(command.id)
            else:  # typed behind the letter that opened another room: it is for that one
                self.app.post_message(Key(event.key, event.character))

    async def _hear_early(self, event: Key) -> None:
        """Where letters are always text they are so from the first one on, also while the line
        has not got the focus yet: who types at the door does not wait for it. A line that has it
        lets none of these keys pass, so they come here only then."""
        is_text = event.is_printable or event.key in ("enter", "backspace")
        if is_text and len(lines := self.query(LineEditor)) == 1:
            await lines.first()._on_key(event)

    def offers(self, command: Command) -> bool:
        """Whether a command can be run here and now; asked by palette and letters."""
        return hasattr(self, f"action_{command.id}") or hasattr(self.app, f"action_{command.id}")

    def starts(self, command: Command) -> Callable[[], object] | None:
        """What choosing a command in the palette does; None: it cannot be chosen."""
        action: Callable[[], object] | None = getattr(self, f"action_{command.id}", None)
        return action

    # -- everywhere -----------------------------------------------------------------------

    def words_changed(self) -> None:
        """The language of the screen changed: compose again. Override to keep what is typed."""
        self.refresh(recompose=True)
        self.call_after_refresh(self.refresh_footer)

    def keep_draft(self) -> None:
        """Write what is half typed to its file now. Rooms with a bar override this."""

    def action_help(self) -> None:
        from screens.dialogs.help import HelpDialog

        self.app.push_screen(HelpDialog(self.ROOM))

    def action_saved(self) -> None:
        self.say(tr("Everything is saved."))

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_language(self) -> None:
        self.facilitator.switch_language()
        self.say("Deutsch" if current_language() == "de" else "English")

    def action_theme(self) -> None:
        self.facilitator.switch_theme()

    def action_dark(self) -> None:
        self.facilitator.choose_theme("dark")
        self.say(tr("Dark"))

    def action_light(self) -> None:
        self.facilitator.choose_theme("light")
        self.say(tr("Light"))

    def action_contrast(self) -> None:
        self.facilitator.choose_theme("contrast")
        self.say(tr("High contrast"))

    def action_quit(self) -> None:
        self.app.exit()
