"""Letters in one burst at the desk: one room opens, not three above each other."""

from __future__ import annotations

from pathlib import Path

from desks import desk
from keyboard import type_text

from screens.desk.export_dialog import ExportDialog


async def test_a_word_typed_by_mistake_opens_one_room(tmp_path: Path) -> None:
    async with desk(tmp_path) as shown:
        before = len(shown.app.screen_stack)
        await type_text(shown.pilot, "hallo")
        await shown.pilot.pause()
        assert isinstance(shown.app.screen, ExportDialog)
        assert len(shown.app.screen_stack) == before + 1
        assert shown.meeting.exports == ()
