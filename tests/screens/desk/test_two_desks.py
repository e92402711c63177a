"""Two windows on one meeting: what the other one wrote is not replaced unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from desks import Desk, desk
from textual.widgets import TextArea

from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace
from screens.desk.long_text import LongText

THERE = "Die AG hat sich"
OTHER = "Vom anderen Fenster."


def elsewhere(at: Desk) -> LiveMeeting:
    """The same meeting in another program."""
    workspace = Workspace(at.stage.workspace.root, clock=at.stage.clock, device="bbbb")
    return workspace.open(at.stage.live.reference)


async def test_a_text_of_another_window_is_told_before_it_is_replaced(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        note = at.entry(THERE)
        await at.to(note.id)
        await at.press("enter")
        await at.type(" Mehr.")
        elsewhere(at).record(c.NoteAmended(note=note.id, text=OTHER))
        at.stage.live.refresh()
        await at.press("enter")
        assert f"„{OTHER}“" in at.status
        assert at.typed == f"{note.text} Mehr.", "it stays in the line"
        assert at.texts().count(OTHER) == 1
        await at.press("enter")
        assert at.entry(THERE).text == f"{note.text} Mehr."
        await at.press("ctrl+z")
        assert OTHER in at.texts(), "undo brings that of the other window back"


async def test_the_same_text_is_no_other_one(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        note = at.entry(THERE)
        await at.to(note.id)
        await at.press("enter")
        await at.type(" Mehr.")
        elsewhere(at).record(c.NoteAmended(note=note.id, text=f"{note.text} Mehr."))
        at.stage.live.refresh()
        await at.press("enter")
        assert not at.screen.line_is_open()
        assert "Inzwischen" not in at.status


@pytest.mark.parametrize("key", ["w", "t"])
async def test_who_and_until_when_of_another_window(tmp_path: Path, key: str) -> None:
    async with desk(tmp_path) as at:
        action = at.entry("Stärkere Präsenz")
        await at.to(action.id)
        await at.type(key)
        await at.type("Marta Nowak" if key == "w" else "3.3.2027")
        other = at.entry("Fachtag")
        elsewhere(at).record(
            c.ActionItemAmended(action_item=action.id, owners=other.owners, due=other.due)
        )
        at.stage.live.refresh()
        await at.press("enter")
        assert "Inzwischen" in at.status
        before = at.entry("Stärkere Präsenz")
        assert (before.owners, before.due) == ((), None)
        await at.press("enter")
        now = at.entry("Stärkere Präsenz")
        assert (now.owners, now.due) != ((), None)


async def test_a_result_of_another_window(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        item = at.meeting.agenda_items[3]
        await at.to(item.id)
        await at.type("=")
        await at.type("vertagt")
        elsewhere(at).record(c.AgendaItemAmended(item=item.id, result="Angenommen"))
        at.stage.live.refresh()
        await at.press("enter")
        assert "„Angenommen“" in at.status
        await at.press("enter")
        now = at.meeting.item(item.id)
        assert now is not None
        assert now.result != "Angenommen"


async def test_a_long_text_does_not_replace_another_one_unseen(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        note = at.entry(THERE)
        await at.to(note.id)
        await at.type("l")
        await at.pilot.pause()
        at.app.screen.query_one(TextArea).insert(" Mehr.")
        elsewhere(at).record(c.NoteAmended(note=note.id, text=OTHER))
        at.stage.live.refresh()
        await at.press("ctrl+s")
        await at.pilot.pause()
        assert f"„{OTHER}“" in at.status
        assert OTHER in at.texts()
        await at.type("l")
        await at.pilot.pause()
        assert isinstance(at.app.screen, LongText)
        assert at.app.screen.text == f"{note.text} Mehr."
        await at.press("ctrl+s")
        await at.pilot.pause()
        assert at.entry(THERE).text == f"{note.text} Mehr."
