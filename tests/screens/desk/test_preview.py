"""The preview follows every change; list and preview know of each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from big_meeting import big_meeting
from desks import desk
from keyboard import press
from rich.cells import cell_len

from facilitator.meeting import changes as c
from facilitator.minutes.paper.model import Block, Run
from screens.app import FacilitatorApp
from screens.desk import laid
from screens.desk.laid import Line, wrapped
from screens.desk.screen import DeskScreen


async def test_list_and_preview_show_each_other(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        action = at.entry("Fachtag")
        assert at.view.about == action.id, "the first gap is marked in the preview"
        assert "▌ M-2026-002  Fachtag" in at.words()
        await at.to(at.entry("Wer trägt").id)
        assert at.screen.rows.chosen == f"question-{at.entry('Wer trägt').id}"
        await at.press("tab")
        assert at.view.about == at.entry("Wer trägt").id


async def test_the_preview_follows_what_another_screen_writes(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        item = at.stage.items[3]
        at.stage.live.record(c.NoteRecorded(item=item, text="Die Presse war da."))
        await at.pilot.pause()
        assert "· Die Presse war da." in at.paper()


async def test_the_keys_of_the_preview(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24)) as at:
        await at.press("tab", "home")
        assert at.view.about == "title"
        await at.press("down", "down")
        assert at.view.about == "time" or at.view.about == "day"
        await at.press("end")
        assert at.view.scroll_offset.y == at.view.max_scroll_y
        before = at.view.scroll_offset.y
        await at.press("pageup")
        await at.pilot.pause()
        assert at.view.scroll_offset.y < before


async def test_words_are_found_wherever_the_line_was_broken(tmp_path: Path) -> None:
    """A note and the wording of a decision, which stands in a frame."""
    async with desk(tmp_path, (80, 24)) as at:
        wording = "Die AG Arbeit wird um Handwerkskammer, Jobcenter und Volkshochschule erweitert."
        decision = at.meeting.decisions[0].id
        at.stage.live.record(c.DecisionAmended(decision=decision, wording=wording))
        await at.pilot.pause()
        for text in (at.entry("Die AG hat sich").text, wording):
            assert text not in at.paper(), "it is broken somewhere"
            words = text.split()
            for one, two in pairwise(words):
                assert at.view.find(f"{one} {two}"), f"{one} {two}"
            assert at.view.find(text)
        assert not at.view.find(f"{words[0]} {words[0]}")


async def test_find_goes_from_place_to_place(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24)) as at:
        await at.type("/")
        await at.type("fachtag")
        await at.press("enter")
        assert at.view.about == at.entry("Fachtag").id
        first = at.view.scroll_offset.y
        await at.press("enter")
        assert at.view.about == at.entry("Fachtag").id
        assert at.view.scroll_offset.y > first, "the second place is the list of action items"
        await at.answer("gibt es nicht")
        assert "steht nicht in diesem Dokument" in at.status
        await at.press("escape")
        assert not at.screen.line_is_open()


async def test_hostile_text_stays_text(tmp_path: Path) -> None:
    nasty = "[red]x[/] \x1b[31m [/ | `#` ﷽ 👩‍👩‍👧 e\u0301 " + "x" * 300

    def write(stage: object) -> None:
        stage.live.record(c.NoteRecorded(item=stage.items[3], text=nasty))  # type: ignore[attr-defined]

    for size in ((80, 24), (120, 36), (40, 12)):
        async with desk(tmp_path / f"{size[0]}", size, prepare=write) as at:
            assert "[red]x[/]" in at.paper()
            assert "\x1b" not in at.paper()
            width = at.view.text_width
            assert all(len(line) <= width + 20 for line in at.view.lines)


async def test_three_hundred_entries_and_a_hundred_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, live = big_meeting(tmp_path / "workspace")
    live.close()
    app = FacilitatorApp(workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        app.go_minutes(live)
        await pilot.pause()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, DeskScreen)
        assert len(screen.view.lines) > 900
        laid_out: list[object] = []
        lay_out = laid.block_lines

        def counted(block: Block, width: int) -> Iterator[Line]:
            laid_out.append(block)
            return lay_out(block, width)

        monkeypatch.setattr(laid, "block_lines", counted)
        note = live.meeting.notes[len(live.meeting.notes) // 2]
        live.record(c.NoteAmended(note=note.id, text="Ein anderer Satz."))
        await pilot.pause()
        assert "· Ein anderer Satz." in screen.view.lines
        assert len(laid_out) <= 2, "what did not change is not laid out again"
        await press(pilot, "tab", "home", *["pagedown"] * 5, *["down"] * 40)
        assert screen.view.scroll_offset.y > 60
        await press(pilot, "end")
        assert screen.view.scroll_offset.y == screen.view.max_scroll_y


@pytest.mark.parametrize("width", [1, 2, 7, 40])
@pytest.mark.parametrize(
    "word",
    ["x" * 500, "ab" + " " * 300, "漢字" * 90, "e" + "\u0301" * 400, "", "ab"],
)
def test_a_long_word_is_broken_and_whole(word: str, width: int) -> None:
    lines = ["".join(text for text, _ in line.pieces) for line in wrapped([Run(text=word)], width)]
    assert "".join(lines) == word.rstrip()
    assert all(cell_len(line) <= max(width, 2) for line in lines)
