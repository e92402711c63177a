"""A terminal pulled down to 40x10 while somebody types: the line is in sight in every room, nothing
of it is lost, and the room is whole again afterwards."""

from __future__ import annotations

import pytest
from stage import Stage, play, shown

from facilitator.meeting import changes as c

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
