"""The minutes desk of a meeting that is over, in a headless terminal, and keys for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from keyboard import press, type_text
from stage import Stage, build_stage, play
from textual.pilot import Pilot

from facilitator.meeting.model import Entry, Meeting
from screens.app import FacilitatorApp
from screens.desk.paper_view import PaperView
from screens.desk.screen import DeskScreen
from screens.widgets.status import StatusLine


@dataclass
class Desk:
    app: FacilitatorApp
    pilot: Pilot[int]
    stage: Stage

    @property
    def screen(self) -> DeskScreen:
        screen = self.app.screen
        assert isinstance(screen, DeskScreen), screen
        return screen

    @property
    def meeting(self) -> Meeting:
        return self.stage.meeting

    @property
    def view(self) -> PaperView:
        return self.screen.view

    @property
    def status(self) -> str:
        return self.screen.query_one(StatusLine).text

    @property
    def typed(self) -> str:
        return self.screen.bar.text

    def entry(self, start: str) -> Entry:
        """The entry whose text begins so."""
        return next(each for each in self.meeting.entries if each.text.startswith(start))

    def texts(self) -> list[str]:
        return [each.text for each in self.meeting.entries]

    def paper(self) -> str:
        """The preview, whole."""
        return "\n".join(self.view.lines)

    def words(self) -> str:
        """All that stands on the screen, line by line."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in lines)

    async def press(self, *keys: str) -> None:
        await press(self.pilot, *keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await type_text(self.pilot, text)
        await self.pilot.pause()

    async def answer(self, text: str) -> None:
        """Instead of what stands in the line."""
        await self.press("end")
        self.screen.bar.editor.select_all()
        if text:
            await self.type(text)
        else:
            await self.press("backspace")
        await self.press("enter")

    async def to(self, about: str) -> None:
        """In the preview, down to what is about this."""
        if not self.screen.is_reading:
            await self.press("tab")
        await self.press("home")
        for _ in range(400):
            if self.view.about == about:
                return
            await self.press("down")
        raise AssertionError(f"nothing in the preview is about {about}")

    async def to_row(self, row: str) -> None:
        """In the list, down to this row."""
        if self.screen.is_reading:
            await self.press("tab")
        await self.press("home")
        for _ in range(100):
            if self.screen.rows.chosen == row:
                return
            await self.press("down")
        raise AssertionError(f"no row {row}")


@asynccontextmanager
async def desk(
    folder: Path,
    size: tuple[int, int] = (120, 36),
    prepare: Callable[[Stage], object] | None = None,
    **plan: object,
) -> AsyncIterator[Desk]:
    """The meeting of the pictures, closed, at the desk."""
    stage = build_stage(folder, **plan)
    play(stage)
    if prepare is not None:
        prepare(stage)
    stage.live.close()
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=size) as pilot:
        app.go_minutes(stage.live)
        for _ in range(3):
            await pilot.pause()
        yield Desk(app, pilot, stage)
