"""The time line: what happened, what going back would take, and going there."""

from __future__ import annotations

import time

import pytest
from stage import Shown, Stage, play, shown

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from screens.timeline import TimelineScreen
from screens.widgets.long_list import LongList
from screens.widgets.status import StatusLine


def said(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


def tags(stage: Stage) -> list[str]:
    return [entry.tag for entry in stage.meeting.entries]


async def into(live: Shown) -> TimelineScreen:
    await live.say("/timeline")
    screen = live.app.screen
    assert isinstance(screen, TimelineScreen)
    for _ in range(100):
        if live.words().strip():
            break
        await live.pilot.pause()
    return screen


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_what_going_back_takes_is_shown_before_it_is_done(
    stage: Stage, size: tuple[int, int]
) -> None:
    play(stage)
    assert tags(stage) == ["·", "i", "M1", "?1", "B1", "M2"]
    async with shown(stage, size) as live:
        await into(live)
        assert "Nothing happened behind this" in live.words()
        await live.press("up", "up", "up")
        words = live.words()
        assert "Back to here takes back 3 steps:" in words
        assert "18:31 – M2 Fachtag zur Anerkennung" in words
        assert "18:27 – ?1 Wer trägt die Kosten" in words
        assert tags(stage) == ["·", "i", "M1", "?1", "B1", "M2"], "nothing is done yet"
        await live.press("enter")
        assert said(live) == "Take back 3 steps? Enter once more · Esc not"
        await live.press("escape")
        assert tags(stage) == ["·", "i", "M1", "?1", "B1", "M2"]
        await live.press("enter", "up", "enter")
        assert said(live) == "Take back 4 steps? Enter once more · Esc not", (
            "another line asks anew"
        )
        await live.press("enter")
        assert tags(stage) == ["·", "i"]
        assert said(live) == "✓ 4 steps taken back · Ctrl+Y brings all of them back"
        assert live.words().count("taken back") >= 4
        await live.press("ctrl+y")
        assert tags(stage) == ["·", "i", "M1", "?1", "B1", "M2"]
        await live.press("ctrl+z")
        assert tags(stage) == ["·", "i", "M1", "?1", "B1"], "undo takes the latest, as ever"
        await live.press("escape")
        assert live.app.screen is live.screen
    assert [entry.tag for entry in stage.on_disk().entries] == tags(stage)


async def test_a_step_taken_back_long_ago_comes_back_alone(stage: Stage) -> None:
    use_language("de")
    stage.start()
    async with shown(stage) as live:
        await live.say("eins")
        await live.press("ctrl+z")
        await live.say("zwei")
        await live.say("/verlauf")
        assert "zurückgenommen" in live.words()
        await live.press("up")
        assert "Enter bringt es wieder" in live.words()
        await live.press("enter")
        assert said(live) == "Diesen Schritt wiederbringen? Enter noch einmal · Esc nicht"
        await live.press("enter")
        assert sorted(stage.texts()) == ["eins", "zwei"]
        assert said(live) == "✓ wieder da: eins"
        await live.press("ctrl+z")
        assert stage.texts() == ["zwei"]


async def test_removed_things_are_told_and_internal_ones_stay_on_this_screen(stage: Stage) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say("Hallo [red]Welt [/x]")
        await live.press("up")
        await live.press("delete")
        await live.say("/rede Kern")
        await into(live)
        words = live.words()
        assert "Hallo [red]Welt [/x]" in words
        assert "Hallo [red]Welt [/x] removed" in words
        assert "speaker list: Kern" in words


async def test_finding_leaves_the_lines_that_fit_and_still_counts_all(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        screen = await into(live)
        await live.type("/")
        await live.type("jobmess")
        assert "1 found" in live.words()
        await live.press("enter")
        assert "“jobmess”: 1 found · Esc shows all" in live.words()
        assert "Back to here takes back 3 steps:" in live.words()
        await live.press("enter", "enter")
        assert tags(stage) == ["·", "i", "M1"]
        await live.press("escape")
        assert screen.query_one(LongList).place < len(live.screen.live.course()) - 1
        assert "Eröffnung" in live.words()
        await live.type("/")
        await live.type("nirgends [/x]")
        assert "Nothing fits." in live.words()
        await live.press("enter")
        await live.press("enter")
        await live.press("escape", "escape")
        assert live.app.screen is live.screen


async def test_what_another_screen_writes_appears_and_the_chosen_line_stays(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        screen = await into(live)
        await live.press("up", "up")
        chosen = screen._step()
        await live.press("enter")
        other = stage.workspace.open(stage.live.reference)
        other.record(c.NoteRecorded(text="von nebenan"))
        await live.pilot.pause(0.7)
        assert "von nebenan" in live.words()
        assert screen._step() == chosen
        await live.press("enter")
        assert said(live).startswith("Take back 3 steps?"), "what is asked has changed"


async def test_two_thousand_changes_are_quick(stage: Stage) -> None:
    stage.start()
    for number in range(500):
        notes = (f"Notiz {number}.{each}" for each in range(4))
        stage.live.record(*(c.NoteRecorded(item=stage.items[0], text=text) for text in notes))
    async with shown(stage) as live:
        began = time.process_time()
        await into(live)
        opened = time.process_time() - began
        began = time.process_time()
        for _ in range(50):
            await live.press("up")
        moved = (time.process_time() - began) / 50
        await live.press("home")
        assert "planned: 2. Netzwerktreffen" in live.words()
        await live.press("end")
        assert "4 entries: Notiz 499.0 …" in live.words()
        assert opened < 1.5
        assert moved < 0.1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/redeliste", "Vorschlag: wer am seltensten sprach"),
        ("/runde personen Wie?", "Gibt weiter: wurde gefragt"),
        ("/verlauf", "Zurück bis zu diesem Punkt"),
    ],
)
async def test_help_knows_what_each_of_these_rooms_does(
    stage: Stage, line: str, words: str
) -> None:
    use_language("de")
    stage.start()
    async with shown(stage, (100, 36)) as live:
        await live.say(line)
        await live.press("f1")
        await live.pilot.pause()
        assert words in live.words()
        await live.press("escape")
        await live.pilot.pause()
        assert live.app.screen is not live.screen
