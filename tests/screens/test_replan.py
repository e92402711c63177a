"""Re-planning: before and after side by side, nothing before Enter, one step, undone as one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from stage import Shown, Stage, play, shown

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.meeting_time import meeting_time
from screens.live import LiveScreen
from screens.replan import ReplanScreen
from screens.widgets.footer import KeyFooter
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine


@asynccontextmanager
async def replanning(
    stage: Stage, size: tuple[int, int] = (80, 24), *keys: str
) -> AsyncIterator[Shown]:
    async with shown(stage, size) as live:
        await live.press("ctrl+t")
        await live.pilot.pause()
        assert isinstance(live.app.screen, ReplanScreen)
        await live.press(*keys)
        yield live


def late(stage: Stage) -> None:
    """18:32 in 2.2, which has 3 minutes left; then 15 and 10, and the end is planned for 18:45."""
    play(stage)
    stage.live.record(c.MeetingAmended(end="18:45", hard_end="19:00"))


def lines(live: Shown) -> list[str]:
    return live.words().splitlines()


def minutes(stage: Stage) -> list[int | None]:
    return [item.planned_minutes for item in stage.meeting.agenda_items]


async def test_before_and_after_stand_side_by_side(stage: Stage) -> None:
    late(stage)
    use_language("de")
    async with replanning(stage) as live:
        assert meeting_time(stage.meeting, stage.clock.now()).late == 15
        shown_lines = lines(live)
        assert "UMPLANEN · 15 Min zu lang" in shown_lines[0]
        assert "spätestens 19:00 · Plan 18:45" in shown_lines[0]
        assert "Nichts ändert sich, bevor Sie Enter drücken." in shown_lines[1]
        assert "1  anteilig kürzen: 2.3 15 → 5, 3 10 → 5" in shown_lines[3]
        assert shown_lines[3].rstrip().endswith("Ende 18:45")
        assert "Ende verschieben auf 19:00" in live.words()
        row = next(line for line in shown_lines if " 2.3 " in line and "bis" in line)
        assert row.split() == [
            "2.3", "Beratung", "15", "bis", "18:50", "5", "bis", "18:40", "−10",
        ]  # fmt: skip
        assert "Damit endet die Sitzung nach Plan." in live.words()
        assert minutes(stage) == [5, None, 15, 15, 15, 10]


async def test_enter_applies_as_one_step_and_undo_takes_it_back(stage: Stage) -> None:
    late(stage)
    async with replanning(stage, (80, 24), "enter") as live:
        assert isinstance(live.app.screen, LiveScreen)
        assert minutes(stage) == [5, None, 15, 15, 5, 5]
        status = live.app.screen.query_one(StatusLine).text
        assert "re-planned: 2.3 → 5 min · 3 → 5 min" in status
        await live.press("ctrl+z")
        assert minutes(stage) == [5, None, 15, 15, 15, 10]
        assert minutes(stage) == [i.planned_minutes for i in stage.on_disk().agenda_items]


async def test_escape_leaves_everything_and_the_half_typed_line(stage: Stage) -> None:
    late(stage)
    before = stage.meeting
    async with shown(stage) as live:
        await live.type("halb getippt")
        await live.press("ctrl+t")
        await live.pilot.pause()
        await live.press("3", "space", "escape", "escape")
        await live.pilot.pause()
        assert isinstance(live.app.screen, LiveScreen)
        assert live.typed == "halb getippt"
        assert stage.meeting == before


async def test_space_protects_and_the_proposals_follow(stage: Stage) -> None:
    late(stage)
    async with replanning(stage, (80, 24), "tab", "end", "space") as live:
        assert "cut in proportion: 2.3 15 → 5" in live.words()
        assert any(line.startswith(" * 3   Ausblick") for line in lines(live))
        assert not stage.meeting.item(stage.items[5]).is_protected  # type: ignore[union-attr]
        await live.press("1", "enter")
        assert minutes(stage) == [5, None, 15, 15, 5, 10]
        assert stage.meeting.item(stage.items[5]).is_protected  # type: ignore[union-attr]
        await live.press("ctrl+z")
        assert not stage.meeting.item(stage.items[5]).is_protected  # type: ignore[union-attr]


async def test_arrows_choose_the_item_a_proposal_is_about(stage: Stage) -> None:
    late(stage)
    async with replanning(stage, (80, 24), "3") as live:
        assert "‹ 3 Ausblick to the next meeting ›" in live.words()
        await live.press("left")
        assert "‹ 2.3 Beratung to the next meeting ›" in live.words()
        await live.press("enter")
        item = stage.meeting.item(stage.items[4])
        assert item is not None
        assert (item.state, item.deferred_to) == ("deferred", "next_meeting")


async def test_minutes_by_hand(stage: Stage) -> None:
    late(stage)
    async with replanning(stage, (80, 24), "6") as live:
        await live.press("down")
        await live.type("12")
        assert "12▁" in live.words()
        await live.press("backspace", "down", "left", "left")
        assert minutes(stage) == [5, None, 15, 15, 15, 10]
        await live.press("enter")
        assert minutes(stage) == [5, None, 15, 15, 1, 8]


async def test_what_is_used_is_the_least(stage: Stage) -> None:
    late(stage)
    async with replanning(stage, (80, 24), "6") as live:
        await live.type("3")
        await live.press("enter")
        assert minutes(stage) == [5, None, 15, 12, 15, 10]


async def test_nothing_to_do_is_said(stage: Stage) -> None:
    stage.start()
    stage.live.record(c.MeetingAmended(end="19:00"))
    async with replanning(stage) as live:
        assert "RE-PLAN · on time" in lines(live)[0]
        await live.press("enter")
        assert live.app.screen.query_one(StatusLine).text == "Nothing would change."


async def test_an_early_meeting_gives_time_back(stage: Stage) -> None:
    stage.start()
    async with replanning(stage) as live:
        assert "RE-PLAN · 30 min before the plan" in lines(live)[0]
        assert "give the time back: 2.1 15 → 23" in live.words()
        assert "end earlier, at 19:00" in live.words()
        await live.press("3", "enter")
        assert stage.meeting.end == "19:00"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16), (200, 60)])
async def test_sixty_items_with_long_titles_fit_in_every_size(
    stage: Stage, size: tuple[int, int]
) -> None:
    for number in range(60):
        title = f"[/x] Sachstand der Umsetzung des kommunalen Handlungskonzepts Teil {number} Ö"
        stage.live.record(c.AgendaItemAdded(title=title, planned_minutes=7))
    stage.start(2)
    async with replanning(stage, size) as live:
        footer = live.app.screen.query_one(KeyFooter).pairs()
        assert footer[0] == ("1-6", "proposal")
        await live.press("tab", "end", "space", "1", "enter")
        assert isinstance(live.app.screen, LiveScreen)
        assert meeting_time(stage.meeting, stage.clock.now()).late is not None


async def test_help_palette_and_another_language(stage: Stage) -> None:
    late(stage)
    async with replanning(stage, (120, 36), "f1") as live:
        assert "Take the chosen proposal over" in live.words()
        await live.press("escape")
        live.app.switch_language()
        await live.pilot.pause()
        assert "UMPLANEN · 15 Min zu lang" in lines(live)[0]
        assert "selbst: Minuten je TOP eintippen" in live.words()
        assert live.app.screen.query_one(KeyFooter).pairs()[0] == ("1-6", "Vorschlag")
        await live.pilot.resize_terminal(40, 10)
        await live.pilot.pause()
        assert "UMPLANEN" in live.words()
        await live.press("5", "enter")
        assert stage.meeting.end == "19:00"


async def test_a_click_chooses_and_changes_nothing(stage: Stage) -> None:
    late(stage)
    before = stage.meeting
    async with replanning(stage) as live:
        await live.pilot.click("#proposals", offset=(5, 4))
        assert live.app.screen.query_one("#proposals", RowList).chosen == "move_end"
        assert "The plan then ends at 19:00." in live.words()
        assert isinstance(live.app.screen, ReplanScreen)
        assert stage.meeting == before


async def test_by_word_from_the_bar_and_with_the_clock_running(stage: Stage) -> None:
    late(stage)
    async with shown(stage) as live:
        await live.say("/umplanen")
        await live.pilot.pause()
        screen = live.app.screen
        assert isinstance(screen, ReplanScreen)
        await live.press("2")
        stage.clock.advance(5 * 60)
        screen.tick()
        await live.pilot.pause()
        assert "17 min too long" in lines(live)[0]
        assert screen.query_one("#proposals", RowList).chosen == "shorten"
        assert "That would still be 7 min behind the plan." in live.words()
        await live.press("5")
        assert "The hard end 19:00 would be missed by 2 min." in live.words()
