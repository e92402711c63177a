"""From the minutes to the next meeting in one key, and what changed between two versions."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from desks import desk
from stage import Stage

from facilitator.meeting import changes as c
from facilitator.meeting.model import NextMeeting
from screens.desk.comparing import ComparedDialog
from screens.desk.exported import ExportedDialog
from screens.desk.following import NextMeetingDialog
from screens.desk.screen import DeskScreen
from screens.prepare import PrepareScreen


def announce(stage: Stage) -> None:
    coming = NextMeeting(text="21.04.2027", day=date(2027, 4, 21), start="16:30", place="VHS")
    stage.live.record(c.MeetingAmended(next_meeting=coming), c.ItemDeferred(item=stage.items[5]))


async def test_the_next_meeting_is_planned_with_what_it_takes_over(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=announce) as at:
        await at.type("f")
        await at.pilot.pause()
        assert isinstance(at.app.screen, NextMeetingDialog)
        said = at.words()
        for shown in ("21.04.2027", "16:30", "VHS", "Ausblick", "Wer trägt die Kosten"):
            assert shown in said
        await at.press("tab", "tab", "tab", "tab")
        rows = at.app.screen.query_one("#carried")
        assert rows.has_focus
        await at.press("home", "space", "enter")
        await at.pilot.pause()
        await at.pilot.pause()
        prepare = at.app.screen
        assert isinstance(prepare, PrepareScreen)
        new = prepare.live.meeting
        assert (new.day, new.start, new.place) == (date(2027, 4, 21), "16:30", "VHS")
        assert at.meeting.planned_next is not None
        titles = " ".join(item.title for item in new.agenda_items)
        assert "Wer trägt die Kosten" in titles
        await at.type("p")
        await at.pilot.pause()
        await at.pilot.pause()
        assert isinstance(at.app.screen, DeskScreen)
        assert at.app.screen.wanted.kind == "agenda", "the invitation is what there is to export"


async def test_a_rule_proposes_a_day_that_can_be_changed(tmp_path: Path) -> None:
    def rule(stage: Stage) -> None:
        said = NextMeeting(text="am ersten Dienstag im Monat")
        stage.live.record(c.MeetingAmended(title="2. Treffen", next_meeting=said))

    async with desk(tmp_path, prepare=rule) as at:
        await at.type("f")
        await at.pilot.pause()
        assert isinstance(at.app.screen, NextMeetingDialog)
        held = at.meeting.day
        assert held is not None
        proposed = datetime.strptime(at.app.screen.value("day"), "%d.%m.%Y").date()
        assert proposed > held
        assert (proposed.weekday(), (proposed.day - 1) // 7) == (1, 0)
        assert "am ersten Dienstag im Monat" in at.words()
        assert at.app.screen.value("title") == "3. Treffen"
        await at.press("tab", "end", *["backspace"] * 10)
        await at.type("12.01.2027")
        assert "am ersten Dienstag" not in at.words()
        await at.press("enter")
        await at.pilot.pause()
        await at.pilot.pause()
        prepare = at.app.screen
        assert isinstance(prepare, PrepareScreen)
        assert prepare.live.meeting.day == date(2027, 1, 12)
        assert prepare.live.meeting.title == "3. Treffen"


async def test_it_is_never_planned_twice(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=announce) as at:
        for _ in range(2):
            await at.type("f")
            await at.pilot.pause()
            if isinstance(at.app.screen, NextMeetingDialog):
                await at.press("enter")
            await at.pilot.pause()
            await at.pilot.pause()
            assert isinstance(at.app.screen, PrepareScreen)
            at.app.pop_screen()
            await at.pilot.pause()
        (slug,) = {path.parent for path in tmp_path.rglob("2026-10-14*.json")}
        assert len(list(slug.glob("20*.json"))) == 2


async def test_what_changed_since_a_version_in_words(tmp_path: Path) -> None:
    async with desk(tmp_path) as at:
        await at.type("c")
        assert "keine frühere Fassung" in at.status
        await at.type("a")
        await at.pilot.pause()
        await at.press("enter")
        for _ in range(100):
            await at.pilot.pause(0.05)
            if isinstance(at.app.screen, ExportedDialog):
                break
        await at.press("escape")
        await at.to(at.entry("Die AG hat sich").id)
        await at.press("enter")
        await at.answer("Die AG traf sich zweimal.")
        await at.type("c")
        await at.pilot.pause()
        assert isinstance(at.app.screen, ComparedDialog)
        said = " ".join(at.words().split())
        assert "Geändert seit Fassung 1" in said
        assert "Die AG traf sich zweimal." in said
