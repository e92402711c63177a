"""The wall is a white list: of all kinds and visibilities only what may be seen is there."""

from __future__ import annotations

from itertools import product

import msgspec
import pytest
from rich.cells import cell_len
from stage import Stage, play, shown

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting, Visibility
from facilitator.wall import WallState
from screens.wall import wall_lines

VISIBILITIES: tuple[Visibility, ...] = ("minutes", "record", "internal")
FOLLOW, AGREED = WallState(), WallState(view="agreed")
KINDS = ("note", "decision", "action_item", "question", "parked_topic")


def recorded(kind: str, visibility: str, item: str) -> c.Change:
    word = f"{kind}:{visibility}"
    match kind:
        case "decision":
            return c.DecisionRecorded(wording=word, item=item, visibility=visibility)
        case "action_item":
            return c.ActionItemRecorded(summary=word, item=item, visibility=visibility)
        case "question":
            return c.QuestionRecorded(text=word, item=item, visibility=visibility)
        case "parked_topic":
            return c.TopicParked(text=word, item=item, visibility=visibility)
    return c.NoteRecorded(text=word, item=item, visibility=visibility)


def on_the_wall(
    meeting: Meeting, stage: Stage, asked: WallState = FOLLOW, width: int = 80, height: int = 200
) -> str:
    lines = wall_lines(meeting, stage.clock.now(), asked, width, height)
    assert len(lines) == height
    assert all(cell_len(line.text) <= width for line in lines)
    return "\n".join(line.text for line in lines)


@pytest.mark.parametrize("place", [0, 3])
def test_only_decisions_and_actions_for_the_minutes(stage: Stage, place: int):
    stage.start()
    for kind, visibility in product(KINDS, VISIBILITIES):
        stage.live.record(recorded(kind, visibility, stage.items[place]))
    words = on_the_wall(stage.meeting, stage, AGREED)
    seen = {f"{k}:{v}" for k, v in product(KINDS, VISIBILITIES) if f"{k}:{v}" in words}
    assert seen == {"decision:minutes", "action_item:minutes"}


def test_nobody_is_named_but_owners(stage: Stage):
    play(stage)
    words = on_the_wall(stage.meeting, stage)
    assert "Samir Haddad" in words
    for hidden in ("Caritas", "IHK", "Marta Nowak", "Sprecherrolle", "31.05.2027"):
        assert hidden not in words


def test_it_fits_and_the_newest_is_there(stage: Stage):
    stage.start()
    for number in range(40):
        stage.live.record(c.DecisionRecorded(wording=f"Nummer {number}", item=stage.items[0]))
    words = on_the_wall(stage.meeting, stage, height=18)
    assert "Nummer 39" in words
    assert "… and 35 more" in words


async def test_f12_hides_everything_else_and_comes_back(stage: Stage):
    use_language("de")
    play(stage)
    async with shown(stage) as live:
        await live.press("f12")
        words = live.words()
        assert "Was wir vereinbart haben" in words
        assert "WAND" in words
        for hidden in ("Sprecherrolle", "fehlt", "4 da", "Handwerkskammer.  ·"):
            assert hidden not in words
        await live.press("f12")
        assert "Sprecherrolle" in live.words()


async def test_no_name_list_and_no_internal_line_on_the_wall(stage: Stage):
    stage.start()
    async with shown(stage) as live:
        await live.press("f12", "f3")
        await live.type("Ehrenamt >No")
        assert "Norbert Novak" not in live.words()
        live.screen.bar.put("")
        await live.type("i: Landrätin muss weg")
        assert "Landrätin" not in live.words()
        await live.press("enter")
        assert "Landrätin" not in live.words()
    assert stage.last().visibility == "internal"
    assert stage.last().text == "Landrätin muss weg"


async def test_a_line_put_aside_or_recalled_stays_internal(stage: Stage):
    stage.start()
    async with shown(stage) as live:
        await live.press("f12")
        await live.type("i: Landrätin muss weg")
        await live.press("escape", "ctrl+up")
        assert live.typed == "i: Landrätin muss weg"
        assert "Landrätin" not in live.words()


def test_meetings_without_items_have_a_wall(stage: Stage):
    empty = msgspec.structs.replace(stage.meeting, agenda_items=(), entries=())
    assert "2. Netzwerktreffen" in on_the_wall(empty, stage)


async def test_nothing_opens_over_the_wall_that_the_room_must_not_see(stage: Stage):
    stage.start(5)
    async with shown(stage) as live:
        await live.press("f12", "f8", "ctrl+o", "f9")
        assert live.app.screen is live.screen
        await live.say("/leute")
        assert live.app.screen is live.screen
        assert stage.meeting.running_item is None


async def test_names_stand_in_the_bar_without_their_organisation(stage: Stage):
    stage.start()
    async with shown(stage) as live:
        await live.press("f12", "f3")
        await live.type("Ehrenamt ausbauen >Marta Nowak bis Ende März")
        assert "who Marta Nowak" in live.words()
        assert "Caritas" not in live.words()
