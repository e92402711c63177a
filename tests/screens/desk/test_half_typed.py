"""Nothing typed at the desk is lost or goes to something else."""

from __future__ import annotations

from pathlib import Path

from desks import Desk, desk
from stage import Stage
from textual.events import Key
from textual.widgets import TextArea

from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem
from screens.desk.long_text import LongText
from screens.dialogs.choose import ChooseDialog


async def again(at: Desk) -> Desk:
    """Another run of the program comes to the desk; the first was killed."""
    await at.pilot.pause(0.4)
    at.app.pop_screen()
    at.app.go_minutes(at.stage.workspace.open(at.stage.live.reference))
    for _ in range(3):
        await at.pilot.pause()
    return at


async def test_a_half_typed_line_is_there_again_after_the_power_failed(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.to(at.entry("Die AG hat sich").id)
        await at.press("enter", "end")
        await at.type(" Und mehr")
        await again(at)
        assert "1 halb getippte Zeile ist aufgehoben" in at.status
        await at.to(at.entry("Die AG hat sich").id)
        await at.press("enter")
        assert at.typed.endswith("Handwerkskammer. Und mehr")
        await at.press("enter")
        await again(at)
        assert "halb getippte" not in at.status


async def test_leaving_the_desk_keeps_what_was_closed_half_typed(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.press("enter")
        await at.type("Had")
        await at.press("escape", "escape")
        at.app.go_minutes(at.stage.live)
        for _ in range(3):
            await at.pilot.pause()
        await at.press("enter")
        assert at.typed == "Had"


async def test_a_long_text_is_there_again(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        note = at.entry("Die AG hat sich").id
        await at.to(note)
        await at.type("l")
        await at.pilot.pause()
        at.app.screen.query_one(TextArea).insert("\nZweiter Absatz.")
        await at.pilot.pause(0.4)
        at.app.pop_screen()
        await again(at)
        await at.to(note)
        await at.type("l")
        await at.pilot.pause()
        assert isinstance(at.app.screen, LongText)
        assert at.app.screen.text.endswith("\nZweiter Absatz.")
        await at.press("escape", "escape")
        await at.type("l")
        await at.pilot.pause()
        assert isinstance(at.app.screen, LongText)
        assert "Zweiter Absatz." not in at.app.screen.text, "it was left as it was"


async def test_an_answer_does_not_go_to_another_gap_when_its_own_is_gone(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        action = at.entry("Fachtag")
        await at.press("enter")
        await at.type("Brandt")
        at.stage.live.record(c.EntryRemoved(entry=action.id))
        await at.pilot.pause()
        assert at.typed != "Brandt"
        await at.press("enter")
        owners = [e.owners for e in at.meeting.entries if isinstance(e, ActionItem)]
        assert not any(owner.name == "Petra Brandt" for each in owners for owner in each)
        assert not at.screen.line_is_open()
        await at.press("ctrl+z")
        await at.to_row(f"owners-{action.id}")
        await at.press("enter")
        assert at.typed == "Brandt"


async def test_keys_in_one_burst(tmp_path: Path) -> None:
    """Also the Enter behind the letters, and the letters behind it."""
    async with desk(tmp_path) as at:
        await at.to(at.entry("Stärkere").id)
        keys = [("n", "n"), *((each, each) for each in "Gut"), ("enter", "\r"), ("x", "x")]
        for key, character in keys:
            at.app.post_message(Key(key, character))
        for _ in range(4):
            await at.pilot.pause()
        assert "Gut" in at.texts()
        assert at.typed == "x"


def goes_out(stage: Stage) -> None:
    marta, item = stage.people[0], stage.items[5]
    stage.live.record(c.BiasDeclared(item=item, person=marta, name="Marta Nowak"))


async def test_what_no_line_mends_opens_none(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=goes_out) as at:
        row = f"bias-{at.stage.items[5]}"
        await at.to_row(row)
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, ChooseDialog)
        assert "wieder dabei: Marta Nowak" in at.words()
        await at.press("enter")
        assert at.meeting.item(at.stage.items[5]).bias[0].returned_at is not None  # type: ignore[union-attr]
        await at.press("ctrl+z")
        await at.to_row(row)
        await at.press("up", "enter")
        assert at.screen.line_is_open()
        await at.press("down")
        assert at.screen.rows.chosen == row
        assert not at.screen.line_is_open()
