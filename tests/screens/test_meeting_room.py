"""What all rooms of a meeting do alike: the clock goes on, what another program wrote shows up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from stage import Stage, shown
from textual.events import Key
from textual.widgets import Static

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.wall import WallState
from screens.app import FacilitatorApp
from screens.meeting_room import MeetingRoom
from screens.widgets.line_editor import LineEditor
from screens.widgets.status import StatusLine

ROOMS: dict[str, Callable[[FacilitatorApp, Stage], None]] = {
    "door": lambda app, stage: app.go_door(stage.live),
    "closing": lambda app, stage: app.go_closing(stage.live),
    "minutes": lambda app, stage: app.go_minutes(stage.live),
}


@pytest.mark.parametrize("room", ROOMS)
async def test_clock_language_and_another_program(stage: Stage, room: str) -> None:
    stage.start()
    async with shown(stage) as live:
        ROOMS[room](live.app, stage)
        await live.pilot.pause()
        screen = live.app.screen
        assert isinstance(screen, MeetingRoom)
        assert room == screen.ROOM
        stage.clock.advance(600)
        screen.tick()
        await live.pilot.pause()
        assert "18:11" in live.words().splitlines()[0]

        use_language("de")
        screen.words_changed()
        await live.pilot.pause()
        head = str(screen.query_one("#head", Static).render())
        assert {"door": "EINLASS", "closing": "VOR DEM SCHLIESSEN", "minutes": "PROTOKOLL"}[
            room
        ] in head.upper()

        drawn = []
        screen.draw = lambda: drawn.append(stage.meeting)  # type: ignore[method-assign]
        other = stage.workspace.open(stage.live.reference)
        other.record(c.NoteRecorded(text="von nebenan", item=stage.items[0]))
        await live.pilot.pause(0.8)
        assert [entry.text for entry in drawn[-1].entries] == ["von nebenan"]


@pytest.mark.parametrize("room", ROOMS)
async def test_every_room_can_ask_the_wall_for_a_view(stage: Stage, room: str) -> None:
    stage.start()
    async with shown(stage) as live:
        ROOMS[room](live.app, stage)
        await live.pilot.pause()
        screen = live.app.screen
        assert isinstance(screen, MeetingRoom)
        told = live.app.wall_file(stage.live)
        screen.show_on_wall("read_back", "0001")
        assert told.read() == WallState(view="read_back", subject="0001")
        screen.follow_on_wall()
        assert told.read() == WallState()
        told.path.parent.rmdir()
        told.path.parent.write_text("in the way", encoding="utf-8")
        screen.show_on_wall("blank")
        assert "The projector could not be told" in screen.query_one(StatusLine).text


@pytest.mark.parametrize("room", ["door", "closing"])
async def test_letters_typed_at_once_behind_the_key_that_opens_a_room_are_all_heard(
    stage: Stage, room: str
) -> None:
    """Nobody waits until a line has the focus; a terminal sends 'F8 k e r n' in one go."""
    stage.start()
    async with shown(stage) as live:
        ROOMS[room](live.app, stage)
        for letter in "kern":
            live.app.post_message(Key(letter, letter))
        await live.pilot.pause(0.1)
        assert live.app.screen.query_one(LineEditor).text == "kern"
