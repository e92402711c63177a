"""A meeting played through the screens from the empty library: the app, its clock, and the person
at the keyboard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from keyboard import paste, press, send, type_text
from textual.pilot import Pilot

from facilitator.clock import FixedClock
from facilitator.live import LiveMeeting
from facilitator.meeting.model import AgendaItem, Entry, Meeting, MeetingKind
from facilitator.workspace import Workspace
from screens.app import FacilitatorApp
from screens.closing import ClosingScreen
from screens.desk.exported import ExportedDialog
from screens.desk.screen import DeskScreen
from screens.prepare import PrepareScreen
from screens.sheet import SheetScreen
from screens.widgets.choice import Choice


class Hall:
    """One run of the program with a meeting in it; `clock` moves only when told."""

    def __init__(self, app: FacilitatorApp, pilot: Pilot[int], clock: FixedClock) -> None:
        self.app = app
        self.pilot = pilot
        self.clock = clock
        self.live: LiveMeeting

    @property
    def meeting(self) -> Meeting:
        return self.live.meeting

    @property
    def running(self) -> AgendaItem:
        item = self.meeting.running_item
        assert item is not None, "an item runs"
        return item

    def last(self) -> Entry:
        return self.meeting.entries[-1]

    def wait(self, minutes: float) -> None:
        self.clock.advance(minutes * 60)

    def screen_text(self) -> str:
        """All that stands on the screen, line by line."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    # -- keys -----------------------------------------------------------------------------

    async def press(self, *keys: str) -> None:
        await press(self.pilot, *keys)

    async def type(self, text: str) -> None:
        await type_text(self.pilot, text)

    async def line(self, *lines: str) -> None:
        """Lines in the bar, half a minute apart."""
        for line in lines:
            self.wait(0.5)
            await send(self.pilot, line)

    async def next_item(self, after_minutes: float = 0) -> None:
        self.wait(after_minutes + 0.1)
        await press(self.pilot, "f9")

    async def settle(self) -> None:
        """Let dialogs open and workers end."""
        for _ in range(4):
            await self.pilot.pause(0.05)

    # -- from the library to the live screen ------------------------------------------------

    async def found_series(self, name: str, kind: MeetingKind) -> None:
        """In the empty library."""
        await self.settle()
        await self.type("n")
        await self.settle()
        await self.type(name)
        await self._choose("kind", kind)
        await self.press("enter")
        await self.settle()

    async def plan(
        self, title: str, *, day: str, start: str, place: str, agenda: str, people: Path | None
    ) -> None:
        """The meeting, its pasted agenda and its list of people; leaves it open in Prepare."""
        await self.type("n")
        await self.settle()
        for field, value in (("title", title), ("day", day), ("start", start), ("place", place)):
            self.app.screen.query_one(f"#{field}").focus()
            await self.pilot.pause()
            await self.press("end", "ctrl+u")
            await self.type(value)
        await self.press("enter")
        await self.settle()
        screen = self.app.screen
        assert isinstance(screen, PrepareScreen)
        self.live = screen.live
        screen.show_part_called("agenda")
        await self.type("n")
        await self.settle()
        await paste(self.pilot, agenda)
        await self.settle()
        await self.press("enter")
        await self.settle()
        if people is not None:
            screen.show_part_called("people")
            await self.type("n")
            await self.press("tab")
            await self.settle()
            await self.press("end", "ctrl+u")
            await self.type(str(people))
            await self.press("enter")
            await self.settle()
            await self.press("enter")
            await self.settle()

    async def begin(self) -> None:
        """From Prepare into the live screen, and the first item."""
        await self.press("f9")
        await self.settle()
        await self.press("f9")
        assert self.meeting.state == "running"

    async def to_field(self, kind: str) -> None:
        """Tab through the decision sheet to this field."""
        screen = self.app.screen
        assert isinstance(screen, SheetScreen)
        for _ in range(12):
            here = screen.current_field()
            if here is not None and here.kind == kind:
                return
            await self.press("tab")
        raise AssertionError(f"no field {kind} on this sheet")

    async def _choose(self, field: str, value: str) -> None:
        choice = self.app.screen.query_one(f"#{field}", Choice)
        choice.focus()
        await self.pilot.pause()
        for _ in choice.options:
            if choice.value == value:
                return
            await self.press("right")
        raise AssertionError(f"{field} has no value {value}")

    # -- from the last item to the file -----------------------------------------------------

    async def mend_and_close(self, answers: dict[str, str]) -> None:
        """The closing round: each gap gets its answer ('-' where none is given), then F9."""
        screen = self.app.screen
        assert isinstance(screen, ClosingScreen)
        self.wait(1)
        for _ in range(60):
            gap = screen._chosen()
            if gap is None:
                break
            self.wait(0.1)
            before = screen._gaps()
            await send(self.pilot, answers.get(gap.what, "-"))
            if screen._gaps() == before:  # the first Enter took a half-typed name
                await self.press("enter")
        assert screen._gaps() == ()
        await self.press("f9")
        await self.settle()
        assert self.meeting.state == "closed"

    async def export(self) -> str:
        """The minutes as the desk writes them: Markdown is ticked already."""
        assert isinstance(self.app.screen, DeskScreen)
        await self.type("a")
        await self.settle()
        await self.press("enter")
        for _ in range(100):
            await self.pilot.pause(0.05)
            if self.meeting.exports and isinstance(self.app.screen, ExportedDialog):
                break
        await self.press("escape")
        await self.settle()
        assert self.meeting.exports, "the version is kept with the meeting"
        folder = self.app.workspace.minutes_folder(self.live.reference)
        newest = max(folder.glob("*.md"), key=lambda path: path.stat().st_mtime_ns)
        return newest.read_text(encoding="utf-8")


@asynccontextmanager
async def hall(
    folder: Path, begin: datetime, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Hall]:
    """The program in German in an empty workspace, its library open. FACILITATOR_STATE must be
    set."""
    clock = FixedClock(begin)
    app = FacilitatorApp(Workspace(folder, clock=clock, device="aaaa"), theme="dark")
    async with app.run_test(size=size) as pilot:
        yield Hall(app, pilot, clock)
