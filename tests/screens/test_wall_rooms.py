"""What is internal stays so in every room, and F12 does or says something in each."""

from __future__ import annotations

import pytest
from keyboard import paste
from stage import Shown, Stage, play, shown

from facilitator.meeting import changes as c
from screens.widgets.status import StatusLine

ROOMS = ("/karten Was fehlt?", "/runde personen Wie geht es?", "/redeliste")


def said(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


@pytest.mark.parametrize("room", ROOMS)
async def test_an_internal_line_is_a_note_in_every_room(stage: Stage, room: str):
    play(stage)
    async with shown(stage) as live:
        await live.say(room)
        await live.type("i: Haddad ist verstimmt")
        assert "never on the wall, never in the minutes" in live.words()
        await live.press("enter")
        assert "Haddad ist verstimmt" not in said(live)
        assert stage.last().text == "Haddad ist verstimmt"
        assert stage.last().visibility == "internal"
        assert stage.last().item == stage.items[3]
        assert not stage.meeting.contributions
        assert not stage.meeting.speakers
        assert all(not each.answers for each in stage.meeting.rounds)
        assert live.app.screen.bar.text == ""


async def test_an_internal_line_among_pasted_cards_is_no_card(stage: Stage):
    play(stage)
    async with shown(stage) as live:
        await live.say(ROOMS[0])
        await paste(live.pilot, "- Kita\ni: Name der Mutter\n- Wohnung\n")
        assert [card.text for card in stage.meeting.contributions] == ["Kita", "Wohnung"]
        assert stage.last().text == "Name der Mutter"
        assert stage.last().visibility == "internal"


async def test_a_card_being_mended_does_not_become_a_note(stage: Stage):
    play(stage)
    async with shown(stage) as live:
        await live.say(ROOMS[0])
        await live.say("Kita")
        await live.press("up", "enter")
        await live.press(*["backspace"] * 4)
        await live.say("i: Kita")
        assert "never internal" in said(live)
        assert live.app.screen.bar.text == "i: Kita"
        assert [card.text for card in stage.meeting.contributions] == ["Kita"]


@pytest.mark.parametrize(("room", "view"), zip(ROOMS, ("cards", "round", "speakers"), strict=True))
async def test_f12_puts_the_room_on_the_wall_and_away(stage: Stage, room: str, view: str):
    play(stage)
    async with shown(stage) as live:
        await live.say(room)
        await live.press("f12")
        assert live.app.wall_file(stage.live).read().view == view
        await live.press("f12")
        assert live.app.wall_file(stage.live).read().view == "follow"


@pytest.mark.parametrize("room", ["/einlass", "/top", "/verlauf", "/umplanen", "/fehlt"])
async def test_f12_says_where_the_wall_is(stage: Stage, room: str):
    play(stage)
    async with shown(stage) as live:
        await live.say(room)
        await live.press("f12")
        assert "live screen" in said(live)


async def test_a_command_that_waits_for_the_wall_says_so(stage: Stage):
    play(stage)
    async with shown(stage) as live:
        await live.press("f12")
        await live.say("/karten")
        assert "F12 first" in said(live)
        assert live.typed == "/karten"


async def test_who_left_is_not_called_on_the_wall(stage: Stage):
    play(stage)
    async with shown(stage) as live:
        await live.say("/runde personen Wie geht es?")
        stage.live.record(c.PersonLeft(person=stage.people[0]))
        await live.press("f12")
        await live.press("escape")
        await live.pilot.pause()
        await live.press("f12")
        await live.pilot.pause()
        assert "Nowak" not in live.words()
        assert "Novak" in live.words()
