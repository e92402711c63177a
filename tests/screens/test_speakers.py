"""The speaker list in the live screen and in its room."""

from __future__ import annotations

import pytest
from keyboard import paste
from stage import Shown, Stage, play, shown

from facilitator.i18n import use_language
from screens.speakers import SpeakersScreen
from screens.widgets.status import StatusLine


def said(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


def waiting(stage: Stage) -> list[str]:
    return [speaker.name for speaker in stage.meeting.waiting]


async def test_one_line_puts_several_on_the_list_and_undo_takes_them_off(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        assert "SPEAKERS" not in live.words()
        await live.say("/rede Samir Haddad, Weiß")
        assert waiting(stage) == ["Samir Haddad", "Weiß"]
        assert stage.meeting.speakers[0].person == stage.people[2]
        assert "speaker list: Samir Haddad · speaker list: Weiß" in said(live)
        assert "on the speaker list: Samir Haddad, Weiß" in live.words()
        await live.say("/speak Weiß")
        assert waiting(stage) == ["Samir Haddad", "Weiß"]
        assert "already on the speaker list" in said(live)
        assert live.typed == "/speak Weiß"
        await live.press("ctrl+u", "ctrl+z")
        assert waiting(stage) == []
        await live.press("ctrl+y")
        assert waiting(stage) == ["Samir Haddad", "Weiß"]
    assert stage.on_disk().waiting == stage.meeting.waiting


async def test_a_half_typed_name_is_taken_first(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.type("/rede Had")
        assert "Samir Haddad" in live.words()
        await live.press("enter")  # only one is called so: the Enter is meant
        assert live.typed == ""
        assert waiting(stage) == ["Samir Haddad"]
        await live.say("/rede No")
        assert live.typed == "/rede Marta Nowak", "two are meant: one is taken, nothing is sent"
        assert waiting(stage) == ["Samir Haddad"]
        await live.press("enter")
        assert waiting(stage) == ["Samir Haddad", "Marta Nowak"]


async def test_point_of_order_next_and_the_clock_of_a_turn(stage: Stage) -> None:
    stage.start()
    async with shown(stage, (120, 36)) as live:
        await live.say("/rede Samir Haddad, Marta Nowak")
        await live.say("/dran")
        stage.clock.advance(75)
        await live.say("/go Petra Brandt")
        assert waiting(stage) == ["Petra Brandt", "Marta Nowak"]
        words = live.words()
        assert "▸ Samir Haddad" in words
        assert "1:15" in words
        assert "1 Petra Brandt (order)" in words
        await live.say("/dran Nowak")
        assert stage.meeting.speaking is not None
        assert stage.meeting.speaking.name == "Marta Nowak"
        spoken = stage.meeting.speakers[0]
        assert spoken.ended is not None
        assert spoken.seconds(spoken.ended) == 75
        await live.say("/floor Kern")
        assert stage.meeting.speaking.name == "Kern", "who was on no list can have the floor"
        await live.say("/floor")
        await live.say("/floor")
        assert stage.meeting.speaking is None
        await live.say("/floor")
        assert said(live) == "Nobody is on the speaker list."


async def test_another_item_keeps_the_list_and_says_so(stage: Stage) -> None:
    stage.start()
    use_language("de")
    async with shown(stage) as live:
        await live.say("/rede Samir Haddad, Weiß")
        await live.press("f9")
        assert waiting(stage) == ["Samir Haddad", "Weiß"]
        assert "2 bleiben auf der Redeliste (/redeliste leer leert sie)" in said(live)
        assert "Samir Haddad (TOP 1)" in live.words()
        await live.say("/redeliste leer")
        assert waiting(stage) == []
        assert "Redeliste geleert, 2 standen darauf" in said(live)
        await live.press("ctrl+z")
        assert waiting(stage) == ["Samir Haddad", "Weiß"]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (60, 16)])
async def test_in_its_room_letters_are_names_and_enter_gives_the_floor(
    stage: Stage, size: tuple[int, int]
) -> None:
    play(stage)
    async with shown(stage, size) as live:
        await live.say("/redeliste")
        assert isinstance(live.app.screen, SpeakersScreen)
        await live.say("Kern")
        await live.say("Weiß, Öz")
        await live.say("/go Demir")
        assert waiting(stage) == ["Demir", "Kern", "Weiß", "Öz"]
        await live.press("down", "down", "ctrl+up")
        assert waiting(stage) == ["Demir", "Weiß", "Kern", "Öz"]
        await live.press("ctrl+down", "ctrl+down", "ctrl+down")
        assert waiting(stage) == ["Demir", "Kern", "Öz", "Weiß"]
        await live.press("enter")
        assert stage.meeting.speaking is not None
        assert stage.meeting.speaking.name == "Weiß", "the chosen one"
        stage.clock.advance(30)
        await live.press("ctrl+z")
        assert waiting(stage) == ["Demir", "Kern", "Öz", "Weiß"]
        await live.press("up", "up", "up", "up", "enter")
        stage.clock.advance(40)
        await live.pilot.pause(1.1)
        words = live.words()
        assert "▸ Demir  0:4" in words
        assert "point of order" in words
        assert "spoken 0:4" in words
        if size[0] > 60:
            assert words.count("suggested") == 1
        await live.press("delete")
        assert waiting(stage) == ["Öz", "Weiß"]
        assert "off the speaker list: Kern" in said(live)
        await live.type("halb")
        await live.press("escape", "escape")
        assert live.app.screen is live.screen
        assert live.screen.line.aside == ["halb"], "a line left there is not lost"


async def test_with_nobody_waiting_enter_ends_the_turn(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("/redeliste")
        await live.say("Kern")
        await live.press("enter")
        assert stage.meeting.speaking is not None
        await live.press("enter")
        assert stage.meeting.speaking is None
        assert "nobody has the floor" in live.words()
        await live.say("/unsinn")
        assert "does nothing here" in said(live)


async def test_hostile_names_are_letters(stage: Stage) -> None:
    stage.start()
    async with shown(stage, (120, 36)) as live:
        await live.say("/rede Budget [/x], [red]Kern")
        assert waiting(stage) == ["Budget [/x]", "[red]Kern"]
        await live.say("/redeliste")
        await live.press("enter")
        assert "▸ Budget [/x]" in live.words()
        assert "[red]Kern" in live.words()


async def test_pasted_names_are_several(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await live.say("/redeliste")
        await paste(live.pilot, "Samir Haddad\nBrandt\n\nCarla Neu\n")
        await live.press("enter")
        names = [speaker.name for speaker in stage.meeting.waiting]
        assert names == ["Samir Haddad", "Petra Brandt", "Carla Neu"]
