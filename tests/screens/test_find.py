"""Ctrl+F in the live screen: any entry of the meeting, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from stage import Stage, build_stage, play, shown

from facilitator.i18n import use_language
from screens.dialogs.find_entry import FindEntry, found_entries


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return build_stage(tmp_path / "workspace")


def test_words_tags_items_and_owners_are_found_folded(stage: Stage) -> None:
    play(stage)
    meeting = stage.meeting
    assert [e.tag for e in found_entries(meeting, "jobme haddad")] == ["M1"]
    assert [e.tag for e in found_entries(meeting, "m2")] == ["M2"]
    assert [e.text for e in found_entries(meeting, "2.2 fachtag")] == [
        "Fachtag zur Anerkennung von Abschlüssen"
    ]
    assert len(found_entries(meeting, "")) == len(meeting.entries)
    assert found_entries(meeting, "abschluesse")
    assert not found_entries(meeting, "abschlüsse xyz")


async def test_enter_goes_to_the_entry_and_escape_comes_back(stage: Stage) -> None:
    play(stage)
    before = stage.items[3]
    stage.clock.advance(60)
    stage.start(4)
    async with shown(stage) as seen:
        await seen.type("halb getippt")
        await seen.press("ctrl+f")
        assert isinstance(seen.app.screen, FindEntry)
        await seen.type("jobm")
        await seen.press("enter")
        assert seen.app.screen is seen.screen
        entry = seen.screen.chosen_entry()
        assert entry is not None
        assert entry.text == "Stärkere Präsenz auf Jobmessen"
        assert seen.screen.item == before
        assert seen.typed == "halb getippt", "the half-typed line survives"
        running = stage.meeting.running_item
        assert running is not None
        assert running.id == stage.items[4], "the clock stays where it is"
        await seen.press("escape", "escape")
        assert seen.screen.item == stage.items[4]


async def test_the_word_takes_what_is_looked_for(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as seen:
        await seen.say("/suche fachtag")
        assert isinstance(seen.app.screen, FindEntry)
        assert "Fachtag zur Anerkennung" in seen.words()
        assert "1 Eintrag" in seen.words()
        await seen.type(" nichtda")
        assert "Nichts gefunden." in seen.words()
        await seen.press("enter")
        assert seen.app.screen is seen.screen, "nothing chosen, nothing happens"
