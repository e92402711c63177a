"""Ctrl+Q while a meeting runs: every room of it asks first, and no half-typed line is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from stage import Shown, Stage, build_stage, play, shown

from facilitator.meeting import changes as c
from screens.leaving import QuitQuestion


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    stage = build_stage(tmp_path)
    play(stage)
    stage.live.record(c.DecisionRecorded(wording="Der Flyer wird gedruckt."))
    return stage


ROOMS = (
    "/karten Was fehlt?", "/runde Wie geht es?", "/redeliste", "/einlass", "/blatt", "/top",
    "/umplanen", "/verlauf", "/offene", "/fehlt", "/schluss", "/verlesen", "/hilfe",
)  # fmt: skip
WITH_A_LINE = (
    "/karten Was fehlt?",
    "/runde Wie geht es?",
    "/redeliste",
    "/einlass",
    "/blatt",
    "/fehlt",
)


async def _enter(live: Shown, room: str) -> None:
    if room in ("/blatt", "/verlesen"):
        await live.press("up")
    await live.say(room)
    await live.pilot.pause()
    assert live.app.screen is not live.screen, room


@pytest.mark.parametrize("room", ROOMS)
async def test_every_room_of_a_running_meeting_asks(stage: Stage, room: str):
    async with shown(stage) as live:
        await _enter(live, room)
        above = live.app.screen
        await live.press("ctrl+q")
        assert isinstance(live.app.screen, QuitQuestion)
        await live.press("ctrl+q")
        assert isinstance(live.app.screen, QuitQuestion)
        await live.press("escape")
        assert live.app.screen is above
        assert live.app.is_running
        await live.press("ctrl+c", "enter")
        assert live.app._exit


@pytest.mark.parametrize("room", WITH_A_LINE)
async def test_a_line_half_typed_in_a_room_outlives_quitting(stage: Stage, room: str):
    async with shown(stage) as live:
        await _enter(live, room)
        await live.type(" und halb getippt")
        await live.press("ctrl+q", "enter")
    kept = live.draft()
    assert any("und halb getippt" in line for line in (kept.line, *kept.aside))
    assert len(kept.aside) <= 1, "once, not twice"
    async with shown(stage) as live:
        assert " aside " in live.words()
        assert " ".join(live.draft().aside) == " ".join(kept.aside)


async def test_a_meeting_that_does_not_run_is_left_at_once(tmp_path: Path):
    async with shown(build_stage(tmp_path)) as live:
        await live.say("/einlass")
        await live.press("ctrl+q")
        assert live.app._exit


@pytest.mark.parametrize("room", WITH_A_LINE[:3])
async def test_a_line_half_typed_in_a_room_is_on_disk_before_anything_happens(
    stage: Stage, room: str
):
    """The power may fail: nothing asks the program to go."""
    async with shown(stage) as live:
        await _enter(live, room)
        await live.type("halb getippt")
        await live.pilot.pause(0.5)
        assert live.draft().aside == ("halb getippt",)
        await live.press(*["backspace"] * len("halb getippt"))
        await live.pilot.pause(0.5)
        assert live.draft().aside == ()
