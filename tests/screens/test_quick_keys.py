"""Keys faster than the screens: one opens a room or dialog, and the next is there before it is
built, or closes it before it is painted."""

from __future__ import annotations

import asyncio

import pytest
from stage import Stage, play
from textual.events import Key, Resize
from textual.geometry import Size
from textual.pilot import Pilot
from textual.worker import WorkerState

from screens.app import FacilitatorApp
from screens.desk.export_dialog import ExportDialog
from screens.desk.screen import DeskScreen
from screens.dialogs.help import HelpDialog
from screens.dialogs.new_series import NewSeriesDialog
from screens.dialogs.palette import Palette
from screens.library import LibraryScreen
from screens.prepare import PrepareScreen
from screens.widgets.bar import CaptureBar
from screens.widgets.long_list import LongList
from screens.widgets.row_list import RowList


async def at_once(pilot: Pilot[int], *keys: str) -> None:
    """All of them, before anything is done about the first."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    for _ in range(3):
        await pilot.pause()


def ticked(app: FacilitatorApp) -> list[str]:
    """The rows of the export's dialog, as they stand there."""
    assert isinstance(app.screen, ExportDialog)
    rows = app.screen.query_one(RowList)
    return [str(option.prompt) for option in rows.options]


async def test_what_is_closed_before_it_was_painted_is_not_painted(stage: Stage) -> None:
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for open_it in (app.go_projector_test, lambda: app.push_screen(HelpDialog("library"))):
            open_it()
            await pilot.pause()
            app.screen.post_message(Resize(Size(100, 30), Size(100, 30)))
            await at_once(pilot, "escape")
            assert isinstance(app.screen, LibraryScreen)


async def test_enter_behind_the_letter_that_opens_a_form_is_for_the_form(stage: Stage) -> None:
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await at_once(pilot, "n", "enter")
        assert isinstance(app.screen, PrepareScreen)
        assert app.screen.live.reference != stage.live.reference, "Enter made what was offered"


async def test_a_key_behind_the_one_that_opens_a_dialog_is_for_the_dialog(stage: Stage) -> None:
    play(stage)
    stage.live.close()
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        app.go_minutes(stage.live)
        await pilot.pause()
        await at_once(pilot, "e")
        offered = ticked(app)
        await at_once(pilot, "space")
        wanted = ticked(app)
        assert wanted != offered
        await at_once(pilot, "escape", "e", "space")
        assert ticked(app) == wanted


@pytest.mark.parametrize("letter", ["f", "n", "l"])
async def test_escape_right_behind_the_letter_leaves_what_it_opened(
    stage: Stage, letter: str
) -> None:
    play(stage)
    stage.live.close()
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        app.go_minutes(stage.live)
        await pilot.pause()
        await at_once(pilot, letter, "escape")
        assert isinstance(app.screen, DeskScreen)
        assert not app.screen.line_is_open()


@pytest.mark.parametrize("size", [(50, 12), (20, 5), (30, 3)])
@pytest.mark.parametrize("key", ["pagedown", "pageup"])
async def test_a_page_is_turned_where_nothing_is_laid_out_yet(
    stage: Stage, size: tuple[int, int], key: str
) -> None:
    play(stage)
    stage.live.close()
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=size) as pilot:
        app.go_minutes(stage.live)
        await pilot.pause()
        await at_once(pilot, key, "tab", key, "tab")
        await at_once(pilot, "ctrl+p", "-", key)
        assert isinstance(app.screen, Palette)
        await at_once(pilot, "e", "backspace", key)
        await at_once(pilot, "escape", key)
        assert app.is_running


async def test_a_page_of_a_course_of_which_one_row_is_seen(stage: Stage) -> None:
    play(stage)
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(30, 8)) as pilot:
        app.go_timeline(stage.live)
        await pilot.pause()
        before = app.screen.query_one(LongList).place
        await at_once(pilot, "pageup")
        assert app.screen.query_one(LongList).place == before - 1
        await at_once(pilot, "pagedown")
        assert app.screen.query_one(LongList).place == before


@pytest.mark.parametrize("opens", ["review", "form", "desk", "library"])
async def test_a_screen_is_closed_before_it_is_mounted(stage: Stage, opens: str) -> None:
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screens = {
            "review": lambda: app.go_review(stage.live),
            "form": lambda: app.push_screen(NewSeriesDialog()),
            "desk": lambda: app.go_minutes(stage.live),
            "library": lambda: app.push_screen(LibraryScreen()),
        }
        for pauses in range(4):
            screens[opens]()
            for _ in range(pauses):
                await asyncio.sleep(0)
            app.screen.dismiss()
            for _ in range(3):
                await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)
            assert len(app.screen_stack) == 2


async def test_what_a_line_says_last_does_not_reach_a_screen_that_is_gone(stage: Stage) -> None:
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.go_review(stage.live)
        await pilot.pause()
        await at_once(pilot, "ctrl+f", "a")
        line = app.screen.query_one(CaptureBar)
        line.put("abc")
        app.screen.dismiss()
        line.put("ab")
        for _ in range(3):
            await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)


async def test_the_palette_left_at_once_ends_nothing(stage: Stage) -> None:
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(20):
            await at_once(pilot, "ctrl+p", "escape")
            assert not isinstance(app.screen, Palette)


async def test_a_palette_whose_list_is_gone_gathers_nothing(stage: Stage) -> None:
    """What a search that comes too late finds."""
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        palette = Palette()
        await app.push_screen(palette)
        await palette.query("CommandList").remove()
        worker = palette._gather_commands("x")
        await worker.wait()
        assert worker.state is WorkerState.SUCCESS
        await app.pop_screen()
        assert isinstance(app.screen, LibraryScreen)
