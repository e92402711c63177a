"""The preview follows every change; list and preview know of each other."""

from __future__ import annotations

from pathlib import Path

from desks import desk

from facilitator.meeting import changes as c


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
