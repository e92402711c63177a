"""The wall is a white list: of all kinds and visibilities only what may be seen is there."""

from __future__ import annotations

from itertools import product

import msgspec
import pytest
from rich.cells import cell_len
from stage import Shown, Stage, play, shown
from walls import furnish, show_dots

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting, Visibility
from facilitator.wall import WallState
from screens.wall import wall_lines
from screens.widgets.status import StatusLine

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


def asked(live: Shown) -> WallState:
    return live.app.wall_file(live.screen.live).read()


def said(live: Shown) -> str:
    return live.screen.query_one(StatusLine).text


@pytest.mark.parametrize(
    ("line", "view", "told"),
    [
        ("/wand maßnahmen", "read_back_actions", "Stimmt das so?"),
        ("/wall actions", "read_back_actions", "Stimmt das so?"),
        ("/wand karten", "cards", "BESTAND"),
        ("/wand punkte", "dots", "62 von 124 Punkten"),
        ("/wand rede", "speakers", "hat das Wort"),
        ("/wand runde", "round", "✓  Bildung und Sprache"),
        ("/wand tages", "agenda", "Tagesordnung"),
        ("/wall readback", "read_back", "wird verlesen"),
        ("/wand abstimmung", "vote", "Enthaltungen"),
        ("/wand schluss", "closing", "Vielen Dank!"),
        ("/wand top", "item", "Samir Haddad, IHK"),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_view_by_its_name_here_and_for_the_projector(
    stage: Stage, line: str, view: str, told: str, size: tuple[int, int]
) -> None:
    use_language("de")
    made = furnish(stage)
    show_dots(stage, made.board)
    async with shown(stage, size) as live:
        await live.say(line)
        assert asked(live).view == view
        assert live.typed == ""
        assert "/wand folgen beendet das" in said(live)
        await live.press("f12")
        words = live.words()
        assert told in words
        assert "WAND" in words
        await live.say("/wand leer")
        assert told not in live.words()
        assert "2. Netzwerktreffen" not in live.words()
        await live.say("/wand folgen")
        assert asked(live) == WallState()
        assert "Was wir vereinbart haben" in live.words()


async def test_the_word_alone_turns_the_wall_on_and_off(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("/wall")
        assert live.screen.wall_is_on
        await live.say("/wall")
        assert not live.screen.wall_is_on


async def test_unknown_views_and_those_with_nothing_to_show_keep_the_line(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("/wall fireworks")
        assert "no view 'fireworks'" in said(live)
        assert live.typed == "/wall fireworks"
        live.screen.bar.put("")
        await live.say("/wall cards")
        assert said(live) == "There is nothing to show for 'cards'."
        assert asked(live) == WallState()


async def test_what_belonged_to_an_item_leaves_the_wall_with_it(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await live.say("/wall actions")
        await live.say("Eine Notiz dazu")
        assert asked(live).view == "read_back_actions"
        await live.press("f9")
        assert asked(live) == WallState()
        stage.clock.advance(5)
        await live.say("/wall blank")
        await live.press("f9")
        assert asked(live).view == "blank"


async def test_what_an_earlier_run_left_on_the_wall_is_said(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("/wall agenda")
    async with shown(stage) as live:
        assert "The wall shows: agenda · /wall follow ends it" in said(live)
        await live.press("f12")
        assert "2.1    Bericht der AG Sprache" in live.words()


async def test_a_state_folder_that_cannot_be_written_leaves_this_wall_working(
    stage: Stage,
) -> None:
    stage.start()
    async with shown(stage) as live:
        folder = live.app.wall_file(stage.live).path.parent
        folder.write_text("in the way", encoding="utf-8")
        live.screen.show_on_wall("agenda")
        assert "The projector could not be told" in said(live)
        await live.press("f12")
        assert "2.1    Bericht der AG Sprache" in live.words()
