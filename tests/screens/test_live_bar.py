"""The bar: letters are always text, the Escape ladder loses nothing, names and chips are taken."""

from __future__ import annotations

import random

import pytest
from stage import Shown, Stage, shown
from textual.events import Key, Paste

from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem, Vote

LETTERS = (
    "abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789"
    " !?#+-*/=<>@()[]{}|\\~'\"§$%&.,;:_^´`€é€–“"
)


async def test_ten_thousand_random_letters_change_nothing_but_the_bar(stage: Stage):
    stage.start()
    before = stage.meeting
    chance = random.Random(7)
    async with shown(stage) as live:
        typed = 0
        while typed < 10_000:
            some = [chance.choice(LETTERS) for _ in range(chance.randint(1, 120))]
            await live.type("".join(some))
            typed += len(some)
            assert live.typed == "".join(some)
            live.screen.bar.put("")
        assert live.app.screen is live.screen
    assert stage.meeting == before
    assert stage.on_disk() == before


async def test_enter_sends_and_what_is_typed_next_is_the_next_line(stage: Stage):
    stage.start()
    async with shown(stage) as live:
        for character in "Erste Zeile\nZweite Zeile\nDrit":
            key = "enter" if character == "\n" else character
            live.app.post_message(Key(key, None if key == "enter" else character))
        await live.pilot.pause()
        assert stage.texts() == ["Erste Zeile", "Zweite Zeile"]
        assert live.typed == "Drit"
    assert [entry.text for entry in stage.on_disk().entries] == ["Erste Zeile", "Zweite Zeile"]


async def test_escape_and_a_letter_in_one_key_are_taken_apart(stage: Stage):
    stage.start()
    async with shown(stage) as live:
        await live.type("eine Zeile")
        live.app.post_message(Key("alt+m", "m"))
        await live.pilot.pause()
        assert live.typed == "m"
        assert live.screen.line.aside == ["eine Zeile"]


async def test_decomposed_umlauts_are_joined(stage: Stage):
    async with shown(stage) as live:
        await live.type("Mu\u0308ller")
        assert live.typed == "Müller"
        await live.press("home", "right", "right", "backspace")
        assert live.typed == "Mller"


async def test_half_a_character_can_be_cut(stage: Stage):
    async with shown(stage) as live:
        live.app.post_message(Paste("ja\ud800nein"))
        await live.pilot.pause()
        await live.press("ctrl+x")
        assert live.app.clipboard == "ja?nein"
        assert live.typed == ""


async def test_user_text_is_never_markup(stage: Stage):
    stage.start()
    async with shown(stage) as live:
        await live.say("Budget [/x] [red]rot")
        assert stage.last().text == "Budget [/x] [red]rot"
        assert "Budget [/x] [red]rot" in live.words()


class TestKinds:
    async def test_before_typing(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.press("f3")
            await live.say("Konzept vorlegen")
            await live.say("eine Notiz")
        assert [entry.kind for entry in stage.meeting.entries] == ["action_item", "note"]

    async def test_after_typing(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.type("Die AG wird erweitert")
            await live.press("f2", "enter")
        assert stage.last().kind == "decision"

    async def test_another_key_takes_the_mark_away(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.type("! Wer zahlt das")
            await live.press("f4", "enter")
        assert (stage.last().kind, stage.last().text) == ("question", "Wer zahlt das")

    async def test_twice_on_the_empty_line_stays_until_escape(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.press("f3", "f3")
            await live.say("eins")
            await live.say("zwei")
            assert "stays until Esc" in live.words()
            await live.press("escape")
            await live.say("drei")
        assert [e.kind for e in stage.meeting.entries] == ["action_item", "action_item", "note"]

    async def test_internal_by_f6_on_a_typed_note(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.type("Landrätin muss weg")
            await live.press("f6", "enter")
        assert (stage.last().visibility, stage.last().text) == ("internal", "Landrätin muss weg")


class TestNames:
    async def test_enter_takes_the_name_and_does_not_send(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.press("f3")
            await live.type("Ehrenamt ausbauen >No")
            assert live.screen.names.is_open
            await live.press("enter")
            assert not stage.meeting.entries
            assert "Nowak" in live.typed
            await live.press("enter")
        entry = stage.last()
        assert isinstance(entry, ActionItem)
        assert [owner.name for owner in entry.owners] == ["Marta Nowak"]

    async def test_down_chooses_within_the_list(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.press("f3")
            await live.type("Ehrenamt ausbauen >No")
            await live.press("down", "tab", "enter")
        entry = stage.last()
        assert isinstance(entry, ActionItem)
        assert [owner.name for owner in entry.owners] == ["Norbert Novak"]

    async def test_escape_closes_the_list_and_keeps_the_line(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.press("f3")
            await live.type("ausbauen >No")
            await live.press("escape")
            assert not live.screen.names.is_open
            assert live.typed == "ausbauen >No"

    async def test_tab_takes_all_that_is_offered(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.press("f3")
            await live.type("Haddad kümmert sich bis Ende November um einen Raum")
            await live.press("tab", "enter")
        entry = stage.last()
        assert isinstance(entry, ActionItem)
        assert [owner.name for owner in entry.owners] == ["Samir Haddad"]
        assert entry.due is not None
        assert entry.due.last is not None


class TestAside:
    async def test_escape_puts_the_line_aside_and_enter_on_its_row_brings_it_back(
        self, stage: Stage
    ):
        stage.start()
        async with shown(stage) as live:
            await live.type("halb getippt")
            await live.press("escape")
            assert live.typed == ""
            assert "halb getippt" in live.words()
            await live.press("up", "enter")
            assert live.typed == "halb getippt"
            assert live.screen.line.aside == []

    async def test_it_is_there_after_a_restart(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.type("zurückgelegt")
            await live.press("ctrl+u")
            await live.type("und halb ge")
            live.screen.keep_draft()
        async with shown(stage) as live:
            assert live.typed == "und halb ge"
            assert live.screen.line.aside == ["zurückgelegt"]

    async def test_many_lines_put_aside_leave_room_for_what_was_recorded(self, stage: Stage):
        stage.start()
        stage.live.record(c.NoteRecorded(text="gerade gesagt", item=stage.items[0]))
        async with shown(stage) as live:
            for number in range(12):
                await live.type(f"Rest {number}")
                await live.press("escape")
            words = live.words()
            assert "gerade gesagt" in words
            assert "(+9) Rest 9" in words
            assert "Rest 8" not in words
            await live.press("up", "delete")
            assert "(+8) Rest 8" in live.words()
            assert "Rest 11" not in live.words()
            await live.press(*["ctrl+up"] * 11)
            assert live.typed == "Rest 0"

    async def test_the_draft_is_written_without_being_asked(self, stage: Stage):
        async with shown(stage) as live:
            await live.type("halb")
            await live.pilot.pause(0.5)
            assert live.draft().line == "halb"

    async def test_ctrl_up_recalls(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("eins")
            await live.say("zwei")
            await live.type("dr")
            await live.press("ctrl+up")
            assert live.typed == "zwei"
            await live.press("ctrl+up")
            assert live.typed == "eins"
            await live.press("ctrl+down", "ctrl+down")
            assert live.typed == "dr"

    async def test_undo_takes_back_typing_first(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("bleibt")
            await live.type("weg")
            await live.press("ctrl+z")
            assert live.typed == ""
            assert stage.texts() == ["bleibt"]
            await live.press("ctrl+z")
            assert stage.texts() == []


class TestPaste:
    async def paste(self, live: Shown, text: str) -> None:
        live.app.post_message(Paste(text))
        await live.pilot.pause()

    async def test_one_line_goes_in(self, stage: Stage):
        async with shown(stage) as live:
            await live.type("vor ")
            await self.paste(live, "eingefügt\n")
            assert live.typed == "vor eingefügt"

    @pytest.mark.parametrize(
        ("key", "kinds"),
        [("enter", ["note"] * 3), ("f3", ["action_item"] * 3), ("f6", ["note"])],
    )
    async def test_several_lines_are_looked_at_first(
        self, stage: Stage, key: str, kinds: list[str]
    ):
        stage.start()
        async with shown(stage) as live:
            await live.type("bleibt")
            await self.paste(live, "eins\nzwei\ndrei")
            assert not stage.meeting.entries
            await live.press(key)
            assert [entry.kind for entry in stage.meeting.entries] == kinds
            assert live.typed == "bleibt"

    async def test_escape_puts_it_aside(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await self.paste(live, "eins\nzwei")
            await live.press("escape")
            assert live.screen.line.aside == ["eins\nzwei"]
        assert not stage.meeting.entries


async def test_the_bar_grows_to_three_rows(stage: Stage):
    async with shown(stage) as live:
        await live.type("Wort " * 60)
        assert live.screen.bar.editor.size.height == 3
        await live.press("up")
        assert live.screen.chosen == ""


@pytest.mark.parametrize("size", [(59, 15), (40, 12), (20, 8), (20, 5)])
async def test_typing_goes_on_in_small_terminals(stage: Stage, size: tuple[int, int]):
    stage.start()
    async with shown(stage, size) as live:
        await live.say("Hallo >No [/x] " * 4)
        await live.say("zweite")
    assert stage.last().text == "zweite"


class TestVoteBehindADecision:
    async def test_it_is_offered_and_stays_a_note_without_tab(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("! Die AG wird erweitert.")
            await live.type("2 1 1")
            assert "○ B1 2 yes, 1 no, 1 abstention" in live.words()
            await live.press("enter")
        assert stage.last().text == "2 1 1"
        assert stage.meeting.decisions[0].vote is None

    async def test_tab_takes_it_and_undo_takes_it_back(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("! Die AG wird erweitert.")
            await live.type("2 1 1")
            await live.press("tab", "enter")
            (decision,) = stage.on_disk().decisions
            assert decision.vote == Vote(yes=2, no=1, abstain=1, entitled=4)
            assert "carried by a majority with 1 against and 1 abstention" in live.words()
            await live.press("ctrl+z")
            assert stage.meeting.decisions[0].vote is None
            assert len(stage.meeting.entries) == 1

    async def test_a_chosen_decision_is_voted_on_later(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("! Die AG wird erweitert.")
            await live.say("noch etwas")
            await live.press("up", "up")
            await live.type("Konsens")
            await live.press("tab", "enter")
        assert stage.meeting.decisions[0].vote == Vote(method="consensus", entitled=4)
