"""Sending from the desk: formats, recipients and the day for objections in one dialog."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desks import Desk, desk
from stage import build_stage

from facilitator.formats import FORMATS
from facilitator.meeting import changes as c
from facilitator.minutes import content
from facilitator.settings import load_settings
from screens.app import FacilitatorApp
from screens.desk.exported import ExportedDialog
from screens.desk.sending import SendDialog


async def until_written(at: Desk) -> None:
    for _ in range(200):
        await at.pilot.pause(0.05)
        if isinstance(at.app.screen, ExportedDialog):
            await at.press("escape")
            return
    raise AssertionError("nothing was written")


async def send(at: Desk) -> None:
    await at.type("V")
    await at.pilot.pause()
    assert isinstance(at.app.screen, SendDialog)
    await at.press("enter")
    await until_written(at)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 16)])
async def test_formats_recipients_and_the_day_are_chosen_in_one_dialog(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size) as at:
        await at.type("V")
        await at.pilot.pause()
        said = at.words()
        for shown in ("DAS PROTOKOLL WIRD VERSANDT", "Ergebnisprotokoll", "28.10.2026", "[x] Mark",
                      "↵ versandt", "Leertaste"):  # fmt: skip
            assert shown in said
        await at.press("end")
        for _ in "28.10.2026":
            await at.press("backspace")
        await at.type("4.11.2026")
        await at.press("tab")
        await at.type("Verteiler der Mitglieder, amt@example.org")
        await at.press("tab", *["down"] * list(FORMATS).index("html"), "space", "enter")
        await until_written(at)
        (sending,) = at.meeting.sendings
        assert sending.to == ("Verteiler der Mitglieder", "amt@example.org")
        assert sending.objections_until == date(2026, 11, 4)
        assert [Path(each.file).suffix for each in sending.files] == [".md", ".html"]
        assert load_settings().formats == ("md", "html")


async def test_nothing_ticked_sends_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.type("V")
        await at.pilot.pause()
        await at.press("tab", "tab", "space", "enter")
        assert "Bitte ein Format" in at.words()
        await at.press("escape")
        assert not at.meeting.sendings


async def test_the_minutes_are_sent_whatever_stands_in_the_preview(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.type("k")
        await at.pilot.pause()
        await at.press(*["left"], "enter")
        assert at.paper().startswith("Einladung")
        await send(at)
        assert [each.kind for each in at.meeting.exports] == ["results"]


async def test_a_planned_meeting_has_no_minutes_to_be_sent(tmp_path: Path) -> None:
    stage = build_stage(tmp_path)
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        app.go_minutes(stage.live)
        for _ in range(3):
            await pilot.pause()
        at = Desk(app, pilot, stage)
        await at.type("V")
        assert "Die Sitzung hat nicht begonnen" in at.status


@pytest.mark.parametrize("width", [80, 100])
async def test_a_narrow_head_says_how_far_the_minutes_are(tmp_path: Path, width: int) -> None:
    async with desk(tmp_path, (width, 24)) as at:
        await send(at)
        head, counts = at.words().splitlines()[:2]
        assert "versandt v1" in head
        assert counts.rstrip().endswith("Einwände bis 28.10.2026")
        at.stage.live.record(c.NoteRecorded(item=at.stage.items[3], text="Nachtrag."))
        await at.pilot.pause()
        assert "geändert seit v1" in at.words().splitlines()[0]


async def test_what_an_earlier_program_sent_is_not_taken_for_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next program may digest the same minutes otherwise."""
    async with desk(tmp_path) as at:
        await send(at)
        monkeypatch.setitem(content.__dict__, "_UNSAID", frozenset({"id", "version"}))
        live = at.stage.live
        at.app.pop_screen()
        at.app.go_minutes(live)
        await at.pilot.pause()
        assert "versandt v1" in at.words()
        assert "geändert" not in at.words()
