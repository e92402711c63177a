"""The projector: the wall alone, in a terminal of its own, as another process.

It looks at the meeting's file and at what the live screen asks of the wall, five times a second;
it writes neither. What cannot be read for a moment leaves the picture as it is.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import traceback
from functools import partial
from pathlib import Path

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.events import Key

from facilitator.errors import FacilitatorError
from facilitator.i18n import tr
from facilitator.meeting.model import Instant, Meeting
from facilitator.settings import ThemeName, state_folder
from facilitator.wall import View, WallFile, WallState
from facilitator.watched import WatchedMeeting
from screens.continued import heed_continue_while_running
from screens.room import Room, bindings_of
from screens.themes import THEMES
from screens.wall import WallView, chosen, help_lines, shown_by_hand, view_name, wall_lines
from screens.widgets.columns import cut
from screens.widgets.live_head import Line
from screens.window import LOOK_AT_WINDOW, follow_window

LOOK = 0.2
"""Seconds between two looks: what was recorded stands here within half a second."""
UNREADABLE = 5.0
"""Seconds after which the room is told, discreetly, that the picture is not the newest."""
WIDE = 100
"""Columns above which the letters of the terminal are too small for a room."""
HINT = 30.0
"""Seconds for which that is said, unless a key is pressed first."""
MENTION = 4.0
"""Seconds for which a view chosen by hand is named."""


class ProjectorScreen(Room[None]):
    """One picture and, in its last line, what concerns the projector itself."""

    ROOM = "projector"
    BINDINGS = [
        *bindings_of(ROOM),
        Binding("space,pagedown", "wall_forward", show=False),
        Binding("pageup", "wall_backward", show=False),
        Binding("f1,question_mark", "help", show=False),
        Binding("t", "theme", show=False),
        Binding("q,ctrl+q,ctrl+c", "quit", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    ProjectorScreen { background: $background; color: $foreground; }
    ProjectorScreen #note { color: $foreground 60%; }
    """

    def __init__(self, watched: WatchedMeeting, wall: WallFile) -> None:
        super().__init__()
        self._watched = watched
        self._wall = wall
        self._asked = WallState()
        self._by_hand: View | None = None
        self._helps = False
        self._started = watched.now()
        self._last_key: Instant | None = None
        self._read_at = watched.now()
        """When the file was read last, or found as it was."""
        self._drawn: Meeting | None = None
        self._drawn_around: object = None

    def compose(self) -> ComposeResult:
        yield WallView()
        yield Line(id="note")

    def on_mount(self) -> None:
        self.set_interval(LOOK, self.look)
        self.call_after_refresh(self.look)

    def on_wall_view_resized(self) -> None:
        self.look()

    # -- looking --------------------------------------------------------------------------

    def look(self) -> None:
        """Take in what is new and draw what differs."""
        if not self.is_mounted:
            return
        try:
            self._watched.look()
            self._read_at = self._watched.now()
        except FacilitatorError:
            pass  # the last picture stays; after a while the note says so
        self._asked = self._wall.read()
        self._draw()

    def _draw(self) -> None:
        wall = self.query_one(WallView)
        width, height = wall.size
        if not width or not height:
            return
        meeting, now = self._watched.meeting, self._watched.now()
        around = (self.asked, int(now.at.timestamp()), self._helps, width, height)
        if meeting is not self._drawn or around != self._drawn_around:
            self._drawn, self._drawn_around = meeting, around
            if self._helps:
                wall.show(help_lines(width, height))
            else:
                wall.show(wall_lines(meeting, now, self.asked, width, height))
        self.query_one("#note", Line).show(Content(f" {cut(self.note(), max(1, width - 2))}"))

    @property
    def asked(self) -> WallState:
        """What is shown: chosen by hand here, else what the live screen asked for."""
        return WallState(view=self._by_hand) if self._by_hand else self._asked

    def note(self) -> str:
        """What concerns the projector itself, or nothing."""
        now = self._watched.now()
        if self._read_at.seconds_until(now) > UNREADABLE:
            time = f"{self._read_at.at:%H:%M}"
            return tr("The meeting cannot be read at the moment; this is as of {time}.", time=time)
        if self._last_key is not None:
            if self._last_key.seconds_until(now) < MENTION:
                return self._mode()
        elif self.size.width > WIDE and self._started.seconds_until(now) < HINT:
            return tr("Make the letters larger: Ctrl and + · F1 keys")
        return ""

    def _mode(self) -> str:
        if self._by_hand is None:
            return tr("follows the live screen")
        name = view_name(self._by_hand)
        return tr("by hand: {view} · 0 follows the live screen again", view=name)

    # -- keys -----------------------------------------------------------------------------

    async def on_key(self, event: Key) -> None:
        self._last_key = self._watched.now()

    def action_wall_forward(self) -> None:
        self._step(1)

    def action_wall_backward(self) -> None:
        self._step(-1)

    def action_wall_follow(self) -> None:
        self._choose(None)

    def _step(self, by: int) -> None:
        """The next view with something to show, from the one that stands."""
        meeting = self._watched.meeting
        views = shown_by_hand(meeting)
        here, _ = chosen(meeting, self.asked)
        at = views.index(here) if here in views else (-1 if by > 0 else 0)
        self._choose(views[(at + by) % len(views)])

    def _choose(self, view: View | None) -> None:
        self._by_hand = view
        self._helps = False
        self._last_key = self._watched.now()
        self._draw()

    def action_help(self) -> None:
        self._helps = not self._helps
        self._draw()

    def action_theme(self) -> None:
        names = list(THEMES)
        here = next((n for n in names if THEMES[n].name == self.app.theme), names[-1])
        self.app.theme = THEMES[names[(names.index(here) + 1) % len(names)]].name
        self._last_key = self._watched.now()


class ProjectorApp(App[int]):
    """Opens fast: one screen, two widgets, no palette."""

    TITLE = "facilitator"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(self, watched: WatchedMeeting, workspace: Path, *, theme: ThemeName) -> None:
        super().__init__()
        self._watched = watched
        self._wall = WallFile(state_folder(), workspace, watched.reference)
        self.failure = ""
        """What ended it against its will, in sentences; the command line prints it."""
        for known in THEMES.values():
            self.register_theme(known)
        self.theme = THEMES[theme].name

    async def on_mount(self) -> None:
        for name in ("SIGHUP", "SIGTERM"):
            if (number := getattr(signal, name, None)) is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    asyncio.get_running_loop().add_signal_handler(number, self.exit)
        heed_continue_while_running()
        if not gc.isenabled():  # put off by the command line until something is painted
            self.set_timer(1.0, gc.enable)
        self.set_interval(LOOK_AT_WINDOW, partial(follow_window, self))
        await self.push_screen(ProjectorScreen(self._watched, self._wall))

    def _handle_exception(self, error: Exception) -> None:
        """No traceback reaches the room; the details go into a file of the state folder."""
        path = state_folder() / "last-error.txt"
        with contextlib.suppress(OSError):
            path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        self.failure = tr(
            "The projector stopped, which it should not. The meeting is not touched by it. Start "
            "it again; details for the makers are in {path}.",
            path=path,
        )
        if self.is_headless:
            super()._handle_exception(error)  # a test wants the exception itself
        else:
            self.exit(return_code=1)
