"""What somebody trips over who sits before the program for the first time."""

from __future__ import annotations

from stage import Stage, play, shown

from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem, Owner
from facilitator.minutes.gaps import gaps
from screens.closing import ClosingScreen
from screens.read_back import ReadBackScreen


async def test_one_enter_carries_out_a_command_whose_name_only_one_bears(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as seen:
        await seen.say("/rede Brand")
        assert [speaker.name for speaker in stage.meeting.speakers] == ["Petra Brandt"]
        assert seen.typed == ""
        await seen.say("/rede No")
        assert seen.typed == "/rede Marta Nowak", "two are meant: the first Enter takes one"


async def test_a_name_printed_with_the_surname_first_is_one_person(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as seen:
        await seen.say("m: Flyer drucken >Haddad, Samir bis Ende März")
        action = stage.last()
        assert isinstance(action, ActionItem)
        assert [owner.name for owner in action.owners] == ["Samir Haddad"]
        await seen.say("m: Raum buchen >Haddad, Nowak bis Ende März")
        action = stage.last()
        assert isinstance(action, ActionItem)
        assert len(action.owners) == 2


async def test_reading_back_right_behind_a_decision_means_that_decision(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as seen:
        await seen.say("! Das Protokoll wird genehmigt.")
        await seen.press("ctrl+r")
        await seen.pilot.pause(0.1)
        assert isinstance(seen.app.screen, ReadBackScreen)
        assert "Das Protokoll wird genehmigt." in seen.words()


async def test_the_closing_round_says_what_still_stands_in_the_bar(stage: Stage) -> None:
    stage.start(len(stage.items) - 1)
    async with shown(stage) as seen:
        await seen.type("Parkplätze sind knapp")
        stage.clock.advance(5)
        await seen.press("f9")
        await seen.pilot.pause(0.1)
        assert isinstance(seen.app.screen, ClosingScreen)
        assert "Not sent yet: “Parkplätze sind knapp”" in seen.words()
        await seen.press("escape")
        await seen.pilot.pause(0.1)
        assert seen.typed == "Parkplätze sind knapp"


async def test_the_closing_round_names_notes_that_will_not_be_printed(stage: Stage) -> None:
    play(stage)
    stage.live.record(c.MeetingAmended(kind="body"))
    async with shown(stage) as seen:
        seen.app.go_closing(stage.live)
        await seen.pilot.pause(0.1)
        assert "1 note stays record only" in seen.words()


async def test_a_number_typed_for_a_card_is_not_carried_to_the_next(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as seen:
        await seen.say("/karten Was fehlt?")
        await seen.say("Zeit")
        await seen.say("Geld")
        await seen.press("up")
        await seen.type("5")
        await seen.press("up")
        assert "First ↵: 5 is for this card." in seen.words()
        await seen.press("enter")
        assert {k.text: k.dots for k in stage.meeting.contributions} == {"Zeit": None, "Geld": 5}


async def test_the_only_fitting_name_mends_a_gap_with_one_enter(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as seen:
        seen.app.go_closing(stage.live)
        await seen.pilot.pause(0.1)
        await seen.say("Brand")
        owners = stage.meeting.action_items[-1].owners
        assert [owner.name for owner in owners] == ["Petra Brandt"]


def test_an_owner_who_may_be_one_of_two_is_a_hint(stage: Stage) -> None:
    stage.live.record(c.PersonAdded(name="Anna Brandt"))
    stage.start()
    stage.live.record(c.ActionItemRecorded(summary="Statistik", owners=(Owner(name="Brandt"),)))
    (hint,) = [gap for gap in gaps(stage.meeting) if gap.what == "spelling"]
    assert hint.other == "Petra Brandt / Anna Brandt"


async def test_a_command_that_cannot_run_says_why_and_is_not_denied(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as seen:
        await seen.say("/decisio")
        assert "There is no command" not in seen.words()
        await seen.press("escape", "escape")
        await seen.say("/move 2")
        assert "Choose an entry with ↑ first" in seen.words()
        assert seen.typed == "/move 2"
        await seen.press("escape")
        await seen.say("/beschl")
        assert "'/beschl' can be /beschluss, /beschlussf" in seen.words()
