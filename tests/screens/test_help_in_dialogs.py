"""F1 while a dialog is open: its keys and those of the room beneath, and nothing typed is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desks import desk
from stage import Stage
from textual.widgets import Input, Static, TextArea

from facilitator.exporting import exporter_for
from facilitator.planning.next_meeting import Carried, NextMeetingPlan
from screens.app import FacilitatorApp
from screens.desk.following import NextMeetingDialog
from screens.desk.long_text import LongText
from screens.dialogs.help import HelpDialog
from screens.dialogs.new_series import NewSeriesDialog
from screens.widgets.footer import KeyFooter


async def test_help_leads_back_to_what_was_typed(stage: Stage) -> None:
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = NewSeriesDialog(stage.workspace)
        await app.push_screen(dialog)
        line = dialog.query(Input).first()
        line.value = "Runder Tisch"
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpDialog)
        said = str(app.screen.query_one("#text", Static).visual)
        assert said.startswith("IN THIS DIALOG\n↵ make it\nTab next field\n")
        assert "All series and their meetings." in said, "the help of the room beneath"
        await pilot.press("f1")
        await pilot.pause()
        assert app.screen is dialog
        assert line.value == "Runder Tisch"


@pytest.mark.parametrize("letter", ["e", "f", "l", "V"])
async def test_every_dialog_of_the_desk_has_help(tmp_path: Path, letter: str) -> None:
    def exported(stage: Stage) -> None:
        exporter_for(stage.workspace, stage.live).export()

    async with desk(tmp_path, prepare=exported) as at:
        await at.to(at.entry("Die AG hat sich").id)
        room = at.app.screen
        await at.type(letter)
        await at.pilot.pause()
        dialog = at.app.screen
        assert dialog is not room
        await at.press("f1")
        await at.pilot.pause()
        assert isinstance(at.app.screen, HelpDialog)
        await at.press("escape")
        await at.pilot.pause()
        assert at.app.screen is dialog


def test_where_nothing_is_taken_over_there_is_nothing_to_tick() -> None:
    carried = Carried(kind="topic", id="t", title="Dolmetscherpool", tag="S1")
    for each, is_there in (((), False), ((carried,), True)):
        plan = NextMeetingPlan(title="3. Treffen", carried=each)
        keys = NextMeetingDialog(plan, date(2026, 10, 14)).keys_text()
        assert ("Space" in keys) is is_there
        assert keys.startswith("↵ plan it   Tab next field   ")
        assert keys.endswith("   Esc leave")


async def test_the_keys_of_the_desk_do_not_stand_below_a_long_text(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Die AG hat sich").id)
        footer = at.screen.query_one(KeyFooter)
        await at.type("l")
        await at.pilot.pause()
        assert isinstance(at.app.screen, LongText)
        assert at.app.screen.query_one(TextArea).has_focus
        assert not footer.visible
        await at.press("escape")
        await at.pilot.pause()
        assert footer.visible
