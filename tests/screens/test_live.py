"""The live screen: leading the meeting, entries, saving that fails, other programs."""

from __future__ import annotations

import pytest
from stage import Stage, play, shown

from facilitator.errors import NotSaved
from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem
from screens.closing import ClosingScreen


class TestNext:
    async def test_f9_starts_meeting_and_first_item_in_one_step(self, stage: Stage):
        async with shown(stage) as live:
            await live.press("f9")
            assert stage.meeting.state == "running"
            assert stage.meeting.running_item.id == stage.items[0]
            await live.press("ctrl+z")
            assert stage.meeting.state == "planned"

    async def test_a_second_f9_within_a_second_is_ignored(self, stage: Stage):
        async with shown(stage) as live:
            await live.press("f9")
            stage.clock.advance(0.5)
            await live.press("f9")
            assert stage.meeting.running_item.id == stage.items[0]
            stage.clock.advance(0.6)
            await live.press("f9")
            assert stage.meeting.running_item.id == stage.items[2]

    async def test_taking_it_back_restores_the_clock(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            stage.clock.advance(120)
            await live.press("f9")
            stage.clock.advance(60)
            await live.press("ctrl+z")
            running = stage.meeting.running_item
            assert running.id == stage.items[0]
            assert running.used_seconds(stage.clock.now()) == 240

    async def test_after_the_last_item_comes_the_closing_round(self, stage: Stage):
        stage.start(5)
        async with shown(stage) as live:
            await live.press("f9")
            assert isinstance(live.app.screen, ClosingScreen)
            assert stage.meeting.running_item is None

    async def test_typed_before_the_start_stands_before_the_start(self, stage: Stage):
        async with shown(stage) as live:
            await live.say("Beamer fehlt")
        assert stage.last().before_start
        assert stage.meeting.state == "planned"


class TestOtherItem:
    async def test_one_line_to_another_item(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("/2.2 dazu noch")
        assert stage.last().item == stage.items[3]
        assert stage.meeting.running_item.id == stage.items[0]

    async def test_go_by_number(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("# 2.2")
        assert stage.meeting.running_item.id == stage.items[3]

    async def test_the_chosen_entry_moves(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("falsch einsortiert")
            await live.press("up")
            await live.say("/nach 2.2")
        assert stage.last().item == stage.items[3]
        assert stage.texts() == ["falsch einsortiert"]

    async def test_an_unknown_command_leaves_the_line(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("/quatsch")
            assert live.typed == "/quatsch"
        assert not stage.meeting.entries


class TestChosen:
    async def test_a_note_becomes_an_action_item_and_takes_what_it_offers(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("Haddad kümmert sich bis Ende November um einen Raum")
            await live.press("up", "f3")
            assert stage.last().kind == "action_item"
            await live.press("tab")
        entry = stage.last()
        assert isinstance(entry, ActionItem)
        assert [owner.name for owner in entry.owners] == ["Samir Haddad"]

    async def test_f6_steps_through_the_visibilities(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("heikel")
            await live.press("up")
            found = []
            for _ in range(3):
                await live.press("f6")
                found.append(stage.last().visibility)
        assert found == ["record", "internal", "minutes"]

    async def test_delete_removes_only_on_the_empty_line_and_undo_brings_it_back(
        self, stage: Stage
    ):
        stage.start()
        async with shown(stage) as live:
            await live.say("eins")
            await live.press("up")
            await live.type("ab")
            await live.press("home", "delete")
            assert (live.typed, stage.texts()) == ("b", ["eins"])
            await live.press("delete", "delete")
            assert stage.texts() == []
            assert "removed" in live.words()
            await live.press("ctrl+z")
        assert stage.texts() == ["eins"]

    async def test_enter_mends_who_and_when(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.press("f3")
            await live.say("Fachtag planen")
            await live.press("up", "enter")
            assert live.typed == "Fachtag planen"
            await live.say(" >Samir Haddad <Ende März")
            if live.typed:
                await live.press("enter")
            assert live.typed == ""
        entry = stage.last()
        assert isinstance(entry, ActionItem)
        assert (entry.text, [owner.name for owner in entry.owners]) == (
            "Fachtag planen",
            ["Samir Haddad"],
        )
        assert entry.due is not None

    async def test_escape_leaves_mending_without_a_change(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            await live.say("bleibt so")
            await live.press("up", "enter")
            await live.type(" nicht")
            await live.press("escape")
            assert live.typed == ""
            assert live.screen.line.aside == ["bleibt so nicht"]
        assert stage.texts() == ["bleibt so"]

    async def test_it_stays_chosen_when_another_program_writes(self, stage: Stage):
        stage.start()
        other = stage.workspace.open(stage.live.reference)
        async with shown(stage) as live:
            await live.say("eins")
            await live.say("zwei")
            await live.press("up", "up")
            chosen = live.screen.chosen
            other.refresh()
            other.record(c.NoteRecorded(text="von nebenan", item=stage.items[0]))
            await live.pilot.pause(0.7)
            assert "von nebenan" in live.words()
            assert live.screen.chosen == chosen


class TestSaving:
    async def test_a_failed_save_keeps_the_line_and_enter_tries_again(
        self, stage: Stage, monkeypatch: pytest.MonkeyPatch
    ):
        stage.start()
        async with shown(stage) as live:
            with monkeypatch.context() as broken:

                def fail(*_: object) -> None:
                    raise NotSaved("Not saved: disk full.")

                broken.setattr(stage.live, "record", fail)
                await live.say("darf nicht verloren gehen")
                assert live.typed == "darf nicht verloren gehen"
                await live.press("ctrl+s")
                assert "disk full" in live.words()
            await live.press("enter")
            assert live.typed == ""
            assert "disk full" not in live.words()
        assert [e.text for e in stage.on_disk().entries] == ["darf nicht verloren gehen"]

    async def test_what_is_shown_is_on_disk(self, stage: Stage):
        stage.start()
        async with shown(stage) as live:
            for number in range(20):
                await live.say(f"Zeile {number}")
                assert stage.on_disk().entries[-1].text == f"Zeile {number}"


async def test_three_hundred_entries_scroll(stage: Stage):
    stage.start()
    for number in range(300):
        stage.live.record(c.NoteRecorded(text=f"Notiz {number}", item=stage.items[0]))
    async with shown(stage) as live:
        assert "Notiz 299" in live.words()
        await live.press(*["pageup"] * 60)
        assert "Notiz 0 " in live.words()
        assert live.screen.chosen_entry().text == "Notiz 0"


async def test_quitting_asks_while_the_meeting_runs(stage: Stage):
    stage.start()
    async with shown(stage) as live:
        await live.press("ctrl+q")
        assert live.app.screen is not live.screen
        await live.press("escape")
        assert live.app.screen is live.screen
        assert live.app.is_running


async def test_the_language_changes_and_the_line_stays(stage: Stage):
    stage.start()
    async with shown(stage) as live:
        await live.type("halb getippt")
        assert "NOTE" in live.words()
        live.app.switch_language()
        await live.pilot.pause()
        assert "NOTIZ" in live.words()
        assert live.typed == "halb getippt"


async def test_the_picture_at_80_columns(stage: Stage):
    use_language("de")
    play(stage)
    async with shown(stage) as live:
        words = live.words()
        lines = words.split("\n")
        assert "4 da · fehlt" in lines[0]
        assert "12/15 · noch 3" in lines[1]
        assert "dann 2.3 Beratung" in lines[1]
        assert "wer?  bis wann?" in words
        assert all(len(line) <= 80 for line in lines)


async def test_the_picture_at_120_columns(stage: Stage):
    use_language("de")
    play(stage)
    async with shown(stage, (120, 36)) as live:
        words = live.words()
        for expected in ("TAGESORDNUNG", "Ist/Plan", "LEUTE", "FEHLT NOCH", "Ende geplant"):
            assert expected in words


async def test_help_names_the_keys_and_the_marks(stage: Stage):
    async with shown(stage) as live:
        await live.press("f1")
        assert "F2" in live.words()
        await live.press("escape")
        assert live.app.screen is live.screen


async def test_ctrl_c_copies_the_selected_words_of_the_line(stage: Stage):
    stage.start()
    async with shown(stage) as live:
        await live.type("eins zwei")
        await live.press("ctrl+shift+left")
        await live.press("ctrl+c")
        assert live.app.clipboard == "zwei"
        assert live.app.screen is live.screen


async def test_the_palette_speaks_the_language_and_runs_commands(stage: Stage):
    use_language("de")
    stage.start()
    async with shown(stage) as live:
        await live.type("halb")
        await live.press("ctrl+p")
        await live.pilot.pause(0.3)
        assert "Befehl …" in live.words()
        await live.type("Wand")
        await live.pilot.pause(0.5)
        await live.press("enter")
        await live.pilot.pause(0.3)
        assert live.screen.wall_is_on
        assert live.typed == "halb"
