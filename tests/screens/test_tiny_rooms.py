"""A terminal pulled down to 40x10 while somebody types: the line is in sight in every room, nothing
of it is lost, and the room is whole again afterwards."""

from __future__ import annotations

import asyncio
import itertools
import time

import pytest
from stage import Stage, play, shown

from facilitator.meeting import changes as c
from screens.window import follow_window

ROOMS = (
    "/cards What is missing?", "/round people How was it?", "/speakers", "/door", "/missing",
    "/close", "/readback",
)  # fmt: skip


@pytest.mark.parametrize("room", ROOMS)
async def test_the_line_is_in_sight_in_a_tiny_terminal(stage: Stage, room: str):
    play(stage)
    stage.live.record(c.SpeakerAdded(name="Kern"))
    async with shown(stage) as live:
        await live.say(room)
        await live.pilot.pause()
        above = live.app.screen
        assert above is not live.screen
        await live.type("halb")
        for size in ((40, 10), (60, 12)):
            await live.pilot.resize_terminal(*size)
            await live.pilot.pause()
            await live.type("x")
            words = live.words()
            assert "halbx" in words, (size, words)
            assert above.max_scroll_y == 0, "nothing is pushed out of sight"
        await live.pilot.resize_terminal(80, 24)
        await live.pilot.pause()
        assert "halbxx" in live.words()
        assert "F1" in live.words()


@pytest.mark.parametrize("room", ["", "/door"])
async def test_a_window_is_followed_even_when_textual_forgets_to_tell(
    stage: Stage, room: str, monkeypatch: pytest.MonkeyPatch
):
    """A busy machine: between two looks at the clock lie 20 ms, more than the timer waits by which
    Textual tells a screen its size."""
    play(stage)
    async with shown(stage) as live:
        if room:
            await live.say(room)
        await live.pilot.pause()
        clock = itertools.count(time.monotonic(), 0.02)
        monkeypatch.setattr("textual.timer._time.get_time", lambda: next(clock))
        for size in ((40, 10), (120, 36)):
            await live.pilot.resize_terminal(*size)
            for _ in range(100):
                if live.app.screen.outer_size == size:
                    break
                await asyncio.sleep(0.03)
            assert live.app.screen.outer_size == size
            assert live.screen.outer_size == size


async def test_a_program_that_ends_follows_no_window(stage: Stage):
    """Its rooms are closed, and its clock ticks once more: that ended in a traceback."""
    async with shown(stage) as live:
        pass
    assert not live.app.screen_stack
    follow_window(live.app)
