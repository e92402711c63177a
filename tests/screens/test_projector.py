"""The projector's own screen: keys, what it says of itself, a file that cannot be read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from stage import Stage, play
from textual.pilot import Pilot
from walls import begin_break, furnish

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.settings import ThemeName, state_folder
from facilitator.wall import View, WallFile, WallState
from screens.projector import ProjectorApp, ProjectorScreen
from screens.themes import THEMES

VIEWS: tuple[View, ...] = (
    "item", "agreed", "read_back", "read_back_actions", "vote", "cards", "speakers", "round",
    "closing", "agenda", "blank",
)  # fmt: skip


@dataclass
class Projected:
    app: ProjectorApp
    pilot: Pilot[int]

    @property
    def screen(self) -> ProjectorScreen:
        assert isinstance(self.app.screen, ProjectorScreen)
        return self.app.screen

    async def words(self) -> str:
        """Look once more, now; all that stands there."""
        self.screen.look()
        await self.pilot.pause()
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)


@asynccontextmanager
async def projected(
    stage: Stage, size: tuple[int, int] = (80, 24), theme: ThemeName = "dark"
) -> AsyncIterator[Projected]:
    watched = stage.workspace.watch(stage.live.reference)
    app = ProjectorApp(watched, stage.workspace.root, theme=theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Projected(app, pilot)


def ask(stage: Stage, view: View, subject: str = "") -> None:
    wall = WallFile(state_folder(), stage.workspace.root, stage.live.reference)
    wall.write(WallState(view=view, subject=subject))


async def test_it_shows_what_is_recorded_and_asked_for(stage: Stage) -> None:
    use_language("de")
    play(stage)
    before = stage.workspace.path(stage.live.reference).read_bytes()
    async with projected(stage) as projector:
        assert "Was wir vereinbart haben" in await projector.words()
        assert stage.workspace.path(stage.live.reference).read_bytes() == before
        stage.live.record(c.ActionItemRecorded(summary="Ehrenamt", item=stage.items[3]))
        assert "Ehrenamt" in await projector.words()
        stage.live.undo()
        assert "Ehrenamt" not in await projector.words()
        ask(stage, "read_back", stage.meeting.decisions[0].id)
        assert "wird verlesen" in await projector.words()
        ask(stage, "follow")
        stage.live.record(c.ItemStarted(item=stage.items[4]))
        assert "Beratung" in await projector.words()
        stage.live.close()
        assert "Vielen Dank!" in await projector.words()
        stage.live.record(c.MeetingReopened())
        assert "Vielen Dank!" not in await projector.words()


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 36), (200, 60)])
async def test_every_view_is_drawn_whole(stage: Stage, size: tuple[int, int]) -> None:
    use_language("de")
    shown = furnish(stage)
    async with projected(stage, size) as projector:
        for view in VIEWS:
            ask(stage, view)
            words = await projector.words()
            assert (f"{stage.clock.now().at:%H:%M}" in words) is (view != "blank"), view
            assert len(words.split("\n")) == size[1]
        ask(stage, "follow")
        begin_break(stage, shown.pause, "19:05")
        assert "weiter um" in await projector.words()


async def test_views_by_hand_and_back_to_following(stage: Stage) -> None:
    furnish(stage)
    async with projected(stage) as projector:
        seen = []
        for _ in range(11):
            await projector.pilot.press("right")
            seen.append(projector.screen.asked.view)
        assert seen[:2] == ["read_back_actions", "agenda"]
        assert set(seen) == set(VIEWS)
        await projector.pilot.press("left")
        assert projector.screen.asked.view == seen[-2]
        assert f"by hand: {'item'}" in projector.screen.note()
        ask(stage, "blank")
        assert (await projector.words()).strip()
        await projector.pilot.press("0")
        assert not (await projector.words()).replace("follows the live screen", "").strip()
        await projector.pilot.press("right", "escape")
        assert projector.screen.asked.view == "blank"


async def test_it_asks_for_larger_letters_until_a_key_comes(stage: Stage) -> None:
    use_language("de")
    async with projected(stage, (120, 36)) as projector:
        assert "Schrift größer stellen: Strg und +" in await projector.words()
        await projector.pilot.press("x")
        stage.clock.advance(5)
        assert "Schrift" not in await projector.words()
    async with projected(stage, (120, 36)) as projector:
        stage.clock.advance(31)
        assert "Schrift" not in await projector.words()
    async with projected(stage) as projector:
        assert "Schrift" not in await projector.words()


async def test_help_and_colours(stage: Stage) -> None:
    stage.start()
    async with projected(stage, theme="light") as projector:
        assert projector.app.theme == THEMES["light"].name
        await projector.pilot.press("f1")
        assert "KEYS AT THE PROJECTOR" in await projector.words()
        await projector.pilot.press("f1", "t")
        assert "KEYS" not in await projector.words()
        assert projector.app.theme == THEMES["contrast"].name


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
async def test_it_ends_without_a_question(stage: Stage, key: str) -> None:
    stage.start()
    async with projected(stage) as projector:
        await projector.pilot.press(key)
        await projector.pilot.pause()
        assert projector.app._exit


async def test_a_file_that_cannot_be_read_keeps_the_last_picture(stage: Stage) -> None:
    play(stage)
    path = stage.workspace.path(stage.live.reference)
    whole = path.read_bytes()
    async with projected(stage) as projector:
        for spoil in (_remove, _empty, _half):
            spoil(path)
            stage.clock.advance(2)
            words = await projector.words()
            assert "Jobmessen" in words
            assert "cannot be read" not in words
            stage.clock.advance(6)
            words = await projector.words()
            assert "Jobmessen" in words
            assert "The meeting cannot be read at the moment; this is as of 18:" in words
            path.unlink(missing_ok=True)
            path.write_bytes(whole)
            assert "cannot be read" not in await projector.words()


def _remove(path: Path) -> None:
    path.rename(path.with_name("sync-conflict.json"))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


async def test_it_shows_what_is_on_disk_also_an_older_state(stage: Stage) -> None:
    play(stage)
    path = stage.workspace.path(stage.live.reference)
    older = path.read_bytes()
    stage.live.record(c.ActionItemRecorded(summary="Ehrenamt", item=stage.items[3]))
    async with projected(stage) as projector:
        assert "Ehrenamt" in await projector.words()
        path.unlink()
        path.write_bytes(older)
        assert "Ehrenamt" not in await projector.words()


async def test_only_lines_that_differ_are_drawn(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(stage)
    async with projected(stage) as projector:
        await projector.words()
        from screens.wall import WallView

        wall = projector.screen.query_one(WallView)
        regions: list[int] = []
        monkeypatch.setattr(wall, "refresh", lambda *some, **_: regions.extend(r.y for r in some))
        projector.screen.look()
        assert regions == []
        stage.clock.advance(60)
        projector.screen.look()
        assert len(regions) == 1  # the minutes left and the clock stand in one line
