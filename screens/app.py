"""The app: opens rooms, holds workspace and clock, and is the last boundary for errors.

Screens never make each other: they ask the app for a room (`go_live`, `go_minutes`, ...).
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import traceback
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

import msgspec
from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import TextArea

from facilitator.drafts import DraftFile
from facilitator.errors import FacilitatorError
from facilitator.i18n import current_language, tr, use_language
from facilitator.meeting.model import Instant
from facilitator.settings import Settings, ThemeName, load_settings, save_settings, state_folder
from facilitator.wall import WallFile, WallState
from facilitator.workspace import Workspace
from screens.commands import commands_of
from screens.continued import heed_continue_while_running
from screens.meeting_room import MeetingRoom
from screens.room import HalfTyped, Room
from screens.themes import THEMES
from screens.window import LOOK_AT_WINDOW, follow_window

if TYPE_CHECKING:
    from facilitator.live import LiveMeeting
    from facilitator.meeting.changes import Stamped
    from screens.agenda_list.view import AgendaChoice


class FacilitatorApp(App[int]):
    """`reference`: open this meeting's live screen at once instead of the library; `live`: the
    same meeting, if it was read already. The library is then built when someone goes back to it:
    reading a thousand meetings in front of the one that begins would keep the room waiting."""

    CSS_PATH = "app.tcss"
    TITLE = "facilitator"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    NOTIFICATION_TIMEOUT = 3
    BINDINGS = [
        Binding("ctrl+q", "ask_quit", show=False, priority=True),
        Binding("ctrl+c", "ask_copy_or_quit", show=False, priority=True),
        Binding("f12", "say_where_the_wall_is", show=False),
    ]

    def __init__(
        self,
        workspace: Workspace,
        *,
        reference: str = "",
        theme: str = "",
        live: LiveMeeting | None = None,
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.reference = reference
        self._live = live
        self._library_waits = bool(reference)
        self._walls: dict[str, WallState] = {}
        self.settings: Settings = load_settings()
        self.failure: str = ""
        """What ended the program against its will, in sentences; the command line prints it."""
        for known in THEMES.values():
            self.register_theme(known)
        wanted = theme or self.settings.theme
        self.theme = next((t for n, t in THEMES.items() if n == wanted), THEMES["dark"]).name

    def now(self) -> Instant:
        return self.workspace.clock.now()

    # -- rooms ----------------------------------------------------------------------------

    async def on_mount(self) -> None:
        for name in ("SIGHUP", "SIGTERM"):
            if (number := getattr(signal, name, None)) is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    asyncio.get_running_loop().add_signal_handler(number, self._hang_up)
        heed_continue_while_running()
        if not gc.isenabled():  # put off by the command line until something is painted
            self.set_timer(1.0, _collect_from_now_on)
        self.set_interval(LOOK_AT_WINDOW, partial(follow_window, self))
        if self.reference:
            self.open_meeting(self.reference)
        else:
            from screens.library import LibraryScreen

            await self.push_screen(LibraryScreen())

    def pop_screen(self) -> AwaitComplete:
        """Back by one room; from a meeting opened straight away into the library."""
        if not (self._library_waits and len(self.screen_stack) == 2):
            return super().pop_screen()
        from screens.library import LibraryScreen

        self._library_waits = False
        return self.switch_screen(LibraryScreen())

    def open_meeting(self, reference: str) -> None:
        """Into the room a meeting is in: planned -> prepare, running -> live, closed -> minutes.
        Straight from the command line it is always the live screen."""
        live = self._live if self._live is not None else self.workspace.open(reference)
        self._live = None
        state = live.meeting.state
        if reference == self.reference and state in ("planned", "running"):
            self.go_live(live)
        elif state == "planned":
            self.go_prepare(live)
        elif state == "running":
            self.go_live(live)
        else:
            self.go_minutes(live)

    def go_prepare(self, live: LiveMeeting) -> None:
        from screens.prepare import PrepareScreen

        self.push_screen(PrepareScreen(live))

    def go_live(self, live: LiveMeeting) -> None:
        from screens.live import LiveScreen

        self.push_screen(LiveScreen(live))

    def go_agenda(
        self,
        live: LiveMeeting,
        item: str,
        left: Callable[[AgendaChoice | None], None],
        *,
        room_sees_it: bool = False,
    ) -> None:
        """The list of the agenda, this item chosen; `left` hears what was chosen to go on with."""
        from screens.agenda import AgendaScreen

        self.push_screen(AgendaScreen(live, item, room_sees_it=room_sees_it), left)

    def go_key_test(self) -> None:
        from screens.key_test import KeyTestScreen

        self.push_screen(KeyTestScreen())

    def go_projector_test(self) -> None:
        from screens.projector_test import ProjectorTestScreen

        self.push_screen(ProjectorTestScreen())

    def go_door(self, live: LiveMeeting) -> None:
        from screens.door import DoorScreen

        self.push_screen(DoorScreen(live))

    def go_speakers(self, live: LiveMeeting, keep: Callable[[str], None]) -> None:
        """The speaker list. `keep` takes a line left half typed there."""
        from screens.speakers import SpeakersScreen

        self.push_screen(SpeakersScreen(live, keep))

    def go_timeline(self, live: LiveMeeting) -> None:
        """Everything that happened, and the way back to any point of it."""
        from screens.timeline import TimelineScreen

        self.push_screen(TimelineScreen(live))

    def go_round(
        self,
        live: LiveMeeting,
        round_id: str,
        keep: Callable[[str], None],
        then: Callable[[object], None] | None = None,
        go_on: Callable[[], None] | None = None,
    ) -> None:
        """A round. `keep` takes a line left half typed there; `then`: when it is left; `go_on`: it
        is left for the next item."""
        from screens.round import RoundScreen

        self.push_screen(RoundScreen(live, round_id, keep, go_on), then)

    def go_cards(
        self,
        live: LiveMeeting,
        board_id: str,
        keep: Callable[[str], None],
        then: Callable[[object], None] | None = None,
    ) -> None:
        """A board of cards. `keep` takes a line left half typed there; `then`: when it is left."""
        from screens.cards import CardsScreen

        self.push_screen(CardsScreen(live, board_id, keep), then)

    def go_closing(self, live: LiveMeeting, unsent: str = "") -> None:
        """`unsent`: what still stands in the bar; the closing round says so."""
        from screens.closing import ClosingScreen

        self.push_screen(ClosingScreen(live, unsent=unsent))

    def leave_meeting(self, live: LiveMeeting) -> None:
        """The meeting is closed: back to the library and on to the minutes desk."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if self._library_waits:
            self.pop_screen()
        self.go_minutes(live)

    def go_replan(
        self, live: LiveMeeting, then: Callable[[tuple[Stamped, ...] | None], None]
    ) -> None:
        """What could be done about the time: proposals, before and after side by side. `then` is
        told the step that was recorded, if one was."""
        from screens.replan import ReplanScreen

        self.push_screen(ReplanScreen(live), then)

    def go_missing(self, live: LiveMeeting) -> None:
        """What is missing, while the meeting goes on: the list of the closing round, without its
        F9."""
        from screens.closing import ClosingScreen

        self.push_screen(ClosingScreen(live, is_list=True))

    def go_sheet(
        self,
        live: LiveMeeting,
        decision: str,
        keep: HalfTyped,
        put_aside: Callable[[tuple[str, ...] | None], None],
        *,
        field: str = "wording",
    ) -> None:
        """The sheet of a decision. `keep` is told what is half typed, `put_aside` what was when
        it is closed; `field`: where to begin."""
        from screens.sheet import SheetScreen

        self.push_screen(SheetScreen(live, decision, keep, field=field), put_aside)

    def go_read_back(
        self, live: LiveMeeting, decision: str, then: Callable[[], None] | None = None
    ) -> None:
        """The wording fills the screen while it is read to the room."""
        from screens.read_back import ReadBackScreen

        self.push_screen(ReadBackScreen(live, decision), lambda _: then() if then else None)

    def go_read_actions(
        self,
        live: LiveMeeting,
        item: str,
        keep: HalfTyped,
        put_aside: Callable[[tuple[str, ...] | None], None],
    ) -> None:
        """All action items of an agenda item, read to the room and mended on the way."""
        from screens.read_actions import ReadActionsScreen

        self.push_screen(ReadActionsScreen(live, item, keep), put_aside)

    def go_minutes(self, live: LiveMeeting) -> None:
        from screens.desk.screen import DeskScreen

        self.push_screen(DeskScreen(live))

    def go_review(self, live: LiveMeeting | None, *, item: str = "", series: str = "") -> None:
        """Review of open action items: within a meeting (`item`: id of the agenda item it is
        recorded under; also filters by that item's group or field), or, with `live` None,
        between meetings for one series (folder name) or all."""
        from screens.review import ReviewScreen

        self.push_screen(ReviewScreen(live, item=item, series=series))

    def draft_file(self, live: LiveMeeting) -> DraftFile:
        return DraftFile(state_folder(), self.workspace.root, live.reference)

    def wall_file(self, live: LiveMeeting) -> WallFile:
        """What the wall of this meeting is asked to show, here and in the projector's process."""
        return WallFile(state_folder(), self.workspace.root, live.reference)

    def wall_asked(self, live: LiveMeeting) -> WallState:
        """What the wall of this meeting is asked to show; also what a run of the program before
        this one asked for."""
        if live.reference not in self._walls:
            self._walls[live.reference] = self.wall_file(live).read()
        return self._walls[live.reference]

    def ask_wall(self, live: LiveMeeting, state: WallState) -> None:
        """Raises OSError when the projector could not be told; this screen knows it then."""
        self._walls[live.reference] = state
        self.wall_file(live).write(state)

    # -- choices of the person ------------------------------------------------------------

    def switch_language(self) -> None:
        """German to English and back, while running; remembered."""
        use_language("en" if current_language() == "de" else "de")
        self.remember(language=current_language())
        for screen in self.screen_stack:
            if isinstance(screen, Room):
                screen.words_changed()

    def switch_theme(self) -> None:
        """Dark, light, high contrast, and around again; remembered."""
        names = list(THEMES)
        here = next((n for n in names if THEMES[n].name == self.theme), names[-1])
        self.choose_theme(names[(names.index(here) + 1) % len(names)])

    def choose_theme(self, name: ThemeName) -> None:
        self.theme = THEMES[name].name
        self.remember(theme=name)

    def switch_sound(self) -> bool:
        """The bell when time is over, on or off; remembered. Returns what it is now."""
        self.remember(sound=not self.settings.sound)
        return self.settings.sound

    def remember(self, **choices: str | bool | tuple[str, ...]) -> None:
        """Keep a choice of the person in the settings."""
        self.settings = msgspec.structs.replace(self.settings, **choices)
        with contextlib.suppress(OSError):  # a choice not remembered harms nobody
            save_settings(self.settings)

    # -- keys -----------------------------------------------------------------------------

    async def on_key(self) -> None:
        """A key typed behind the one that opens a room or dialog waits until that is built: it is
        meant for its lists and fields."""
        while (stack := self.screen_stack) and not stack[-1].is_mounted and stack[-1].is_attached:
            await asyncio.sleep(0)

    # -- palette --------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette shows the table of commands, as far as this room offers them."""
        room = screen if isinstance(screen, Room) else None
        if room is None:
            return
        for command in commands_of(room.ROOM):
            if command.id not in ("palette", "back") and room.offers(command):
                key = command.shown_key(current_language(), room.ROOM)
                title = tr(command.label) + (f"  {key}" if key else "")
                if (start := room.starts(command)) is not None:
                    yield SystemCommand(title, tr(command.text), start)

    def action_command_palette(self) -> None:
        """Ctrl+P; while keys are tested it is one of them."""
        from screens.dialogs.palette import Palette

        if (hear_key := getattr(self.screen, "hear_key", None)) is not None:
            hear_key("ctrl+p")
        elif not Palette.is_open(cast("App[object]", self)):
            self.push_screen(Palette())

    # -- leaving --------------------------------------------------------------------------

    def action_ask_quit(self) -> None:
        self.ask_quit()

    def ask_quit(self) -> None:
        """Out of the program; while a meeting runs it asks first, wherever one is."""
        from screens.leaving import ask_quit

        ask_quit(self)

    def keep_line(self, live: LiveMeeting, text: str) -> None:
        """A line half typed in a room beside the live screen: it stands there in grey."""
        from screens.leaving import keep_line

        keep_line(self, live, text)

    async def action_ask_copy_or_quit(self) -> None:
        """Ctrl+C copies a selection; without one it asks like Ctrl+Q. It never kills."""
        if isinstance(self.focused, TextArea) and self.focused.selected_text:
            self.focused.action_copy()
        elif self.screen.get_selected_text():
            self.screen.action_copy_text()
        else:
            self.action_ask_quit()

    def action_say_where_the_wall_is(self) -> None:
        """F12 in a room that shows nothing to the room: a key that does nothing says so."""
        if isinstance(self.screen, MeetingRoom):
            self.screen.say(tr("The wall is turned on in the live screen; Esc leads there."))

    def keep_half_typed(self, live: LiveMeeting, lines: tuple[str, ...]) -> None:
        """What is half typed in a room beside the live screen, also when nothing asks it to go."""
        from screens.leaving import keep_half_typed

        keep_half_typed(self, live, lines)

    def copy_to_clipboard(self, text: str) -> None:
        """Half a character, as some terminals send, cannot be sent to a clipboard."""
        super().copy_to_clipboard(text.encode(errors="replace").decode())

    def _hang_up(self) -> None:
        """The terminal was closed or the system asks us to go: what is typed is kept."""
        from screens.leaving import keep_drafts

        keep_drafts(self)
        self.exit(return_code=0)

    def _handle_exception(self, error: Exception) -> None:
        """No traceback reaches a person; the details go into a file of the state folder."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Room):
                with contextlib.suppress(Exception):
                    screen.keep_draft()
        if isinstance(error, FacilitatorError):
            self.failure = str(error)
        else:
            path = state_folder() / "last-error.txt"
            with contextlib.suppress(OSError):
                path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
            self.failure = tr(
                "Something went wrong that should not have. Everything accepted before is saved, "
                "and so is the half-typed line. Start again; details for the makers are in {path}.",
                path=path,
            )
        if self.is_headless:
            super()._handle_exception(error)  # a test wants the exception itself
        else:
            self.exit(return_code=1)


def _collect_from_now_on() -> None:
    """Look for garbage again, but not among what was loaded for good."""
    gc.freeze()
    gc.enable()
