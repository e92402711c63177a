"""Time in the live screen: breaks, the projection, an item started too early."""

from __future__ import annotations

import pytest
from stage import Shown, Stage, play, shown

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from screens.widgets.agenda_panel import agenda_lines
from screens.widgets.live_head import head_line, item_line
from screens.widgets.status import StatusLine


def said(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


def lines(live: Shown) -> list[str]:
    return live.words().splitlines()


async def passed(live: Shown, stage: Stage, minutes: float) -> None:
    """So much time goes by, and the screen looks at the clock."""
    stage.clock.advance(minutes * 60)
    live.screen.tick()
    await live.pilot.pause()


async def test_a_break_interrupts_and_f9_goes_on_with_the_item(stage: Stage) -> None:
    stage.start(2)
    use_language("de")
    async with shown(stage, (120, 36)) as live:
        await passed(live, stage, 4)
        await live.say("/pause bis 18:20")
        assert said(live).startswith("✓ gespeichert 18:05: Pause bis 18:20")
        assert "Pause bis 18:20 · noch 15 Min" in lines(live)[1]
        assert "dann weiter mit 2.1 Bericht der AG" in lines(live)[1]
        assert "● Pause bis 18:20" in lines(live)[0]
        await live.say("Herr Haddad bittet um ein Handzeichen")
        pause = stage.meeting.running_item
        assert pause is not None
        assert pause.is_break
        assert stage.last().item == pause.id
        assert "PAUSE" in live.words()
        await passed(live, stage, 19)
        assert "Pause bis 18:20 · 4 Min drüber" in lines(live)[1]
        await live.press("f9")
        item = stage.meeting.running_item
        assert item is not None
        assert item.id == stage.items[2]
        assert item.used_seconds(stage.clock.now()) == 5 * 60
        assert any("✓ ·   Pause" in line and "19" in line for line in lines(live))
        await live.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert stage.meeting.running_item.id == stage.items[2]  # type: ignore[union-attr]
        assert len(stage.meeting.agenda_items) == len(stage.items)
        assert stage.meeting.item(stage.items[2]).used_seconds(stage.clock.now()) == 24 * 60  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("/pause", "18:16"), ("/pause 20", "18:21"), ("/pause 20 Min", "18:21"),
        ("/pause 18:05", "18:05"), ("/pause 18.05 Uhr", "18:05"), ("/break until 19", "19:00"),
        ("/pause 1,5 h", "19:31"), ("/pause bis 0:10", ""), ("/pause 0", ""),
        ("/pause bis 17:30", ""), ("/pause lange", ""), ("/pause bis 25:00", ""),
    ],
)  # fmt: skip
async def test_what_may_follow_the_word(stage: Stage, typed: str, until: str) -> None:
    stage.start()
    async with shown(stage) as live:
        await live.say(typed)
        item = stage.meeting.running_item
        assert item is not None
        if until or "0:10" in typed:
            assert (item.is_break, item.agreed_end) == (True, until or "00:10")
        else:
            assert not item.is_break
            assert live.typed == typed
            assert "is no break" in said(live)


async def test_a_break_agreed_anew_and_none_before_the_start(stage: Stage) -> None:
    async with shown(stage) as live:
        await live.say("/pause 10")
        assert said(live) == "A break needs a meeting that runs. F9 starts it."
        await live.press("ctrl+u", "f9")
        await live.say("/pause 10")
        await live.say("/pause")
        assert "break already" in said(live)
        await live.press("ctrl+u")
        await live.say("/pause 30")
        running = stage.meeting.running_item
        assert running is not None
        assert running.agreed_end == "18:30"
        assert sum(item.is_break for item in stage.meeting.agenda_items) == 1


async def test_the_projected_end_stands_in_the_head(stage: Stage) -> None:
    stage.start()
    stage.live.record(c.MeetingAmended(end="19:00", hard_end="19:10"))
    async with shown(stage) as live:
        assert "end 19:00   ● 18:01" in lines(live)[0]
        await passed(live, stage, 9)
        assert "end 19:05 (+5) ^T   ● 18:10" in lines(live)[0]
        assert "10/5 · 5 min over" in lines(live)[1]
    async with shown(stage, (120, 36)) as live:
        assert "end 19:05 · 5 min behind the plan" in lines(live)[1]
        panel = "\n".join(line[:28] for line in lines(live))
        assert "5 min too long: Ctrl+T" in panel
        await passed(live, stage, 9)
        assert "end 19:14 · 4 min past the latest end" in lines(live)[1]


async def test_the_running_item_is_in_sight_among_sixty(stage: Stage) -> None:
    for number in range(60):
        stage.live.record(c.AgendaItemAdded(title=f"Punkt {number}", planned_minutes=1))
    last = stage.meeting.agenda_items[-20]
    stage.live.record(c.ItemStarted(item=last.id))
    for size in ((120, 36), (120, 20), (200, 60)):
        async with shown(stage, size) as live:
            assert any(f"▸ {last.number}" in line for line in lines(live)), size


async def test_taking_back_f9_restores_the_clock(stage: Stage) -> None:
    play(stage)
    before = stage.meeting.running_item
    async with shown(stage) as live:
        await live.press("f9")
        stage.clock.advance(30)
        await live.press("ctrl+z")
        assert stage.meeting.running_item == before
        assert "Tab" not in lines(live)[-3]


async def test_f9_alone_is_taken_back_and_what_was_typed_since_is_moved(stage: Stage) -> None:
    play(stage)
    before, entries = stage.meeting.running_item, len(stage.meeting.entries)
    use_language("de")
    async with shown(stage) as live:
        await live.press("f9")
        await live.say("Das gehört noch zur AG Arbeit")
        await live.say("m: Haddad fragt nach")
        wrong = stage.last().item
        await live.say("/zufrüh")
        assert stage.meeting.running_item == before
        assert said(live) == "2.2 Bericht der AG Arbeit läuft weiter, als wäre nichts gewesen."
        assert "Tab holt 2 Einträge seit F9 nach 2.2" in live.words()
        assert [e.item for e in stage.meeting.entries[entries:]] == [wrong, wrong]
        await live.press("tab")
        assert before is not None
        assert [e.item for e in stage.meeting.entries[entries:]] == [before.id, before.id]
        assert "Tab holt" not in live.words()
        await live.press("ctrl+z")
        assert [e.item for e in stage.meeting.entries[entries:]] == [wrong, wrong]


async def test_the_offer_to_move_is_refused_with_escape(stage: Stage) -> None:
    play(stage)
    async with shown(stage) as live:
        await live.press("f9")
        await live.say("Schon das Nächste")
        await live.say("/tooearly")
        assert "Tab brings 1 entry since F9 to 2.2" in live.words()
        await live.press("escape")
        assert "Tab brings" not in live.words()
        await live.press("tab")
        assert stage.last().item == stage.items[4]


async def test_the_start_itself_may_be_too_early(stage: Stage) -> None:
    async with shown(stage) as live:
        await live.say("/tooearly")
        assert said(live) == "No item was started yet."
        await live.press("ctrl+u", "f9")
        await live.say("Es fehlen noch viele")
        await live.say("/tooearly")
        assert stage.meeting.state == "planned"
        await live.press("tab")
        assert (stage.last().item, stage.last().before_start) == ("", True)


async def test_a_fixed_start_and_what_overruns_it(stage: Stage) -> None:
    stage.live.record(c.AgendaItemAmended(item=stage.items[2], fixed_start="18:10"))
    stage.start()
    async with shown(stage) as live:
        assert "then 2.1 Bericht der AG" in lines(live)[1]
        assert "18:10" in lines(live)[1]
        await passed(live, stage, 12)
        assert "18:10 (+3)" in lines(live)[1]
    async with shown(stage, (120, 36)) as live:
        assert any("18:10+3" in line[:28] for line in lines(live))


async def test_before_the_start_a_late_start_shifts_the_end(stage: Stage) -> None:
    async with shown(stage) as live:
        await passed(live, stage, 7)
        assert "begins 18:00" in lines(live)[0]
        assert "end 19:07 (-23)" in lines(live)[0]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("state", ["planned", "late", "break", "break over", "between", "through"])
def test_every_line_fits_its_width(stage: Stage, state: str, language: str) -> None:
    use_language(language)
    stage.live.record(
        c.MeetingAmended(
            title="Zweites Netzwerktreffen der Integrationslotsen 漢字", hard_end="18:40"
        ),
        c.AgendaItemAmended(item=stage.items[3], fixed_start="18:10"),
        c.AgendaItemAdded(title="Puffer", purpose="buffer", planned_minutes=5),
    )
    if state != "planned":
        stage.start(2)
    stage.clock.advance(45 * 60)
    if "break" in state:
        pause = c.AgendaItemAdded(
            title="Große Kaffeepause mit Imbiss", purpose="break", agreed_end="19:00"
        )
        stage.live.record(pause, c.ItemStarted(item="^0", interrupts=True))
    if state == "break over":
        stage.clock.advance(30 * 60)
    if state in ("between", "through"):
        stage.live.record(c.ItemStarted(item=stage.items[-1 if state == "through" else 2]))
        stage.live.record(c.ItemEnded(item=stage.items[-1 if state == "through" else 2]))
    now = stage.clock.now()
    for width in (20, 40, 59, 60, 80, 109, 110, 120, 159, 160, 200):
        for line in (head_line(stage.meeting, now, width), item_line(stage.meeting, now, width)):
            assert line.cell_length <= width or width < 40, (width, line.plain)
    for width in (24, 27, 36, 47):
        for height in (1, 5, 12, 40):
            panel = agenda_lines(stage.meeting, now, width, height)
            assert len(panel) <= height
            assert all(line.cell_length <= width for line in panel), width


async def test_what_a_break_interrupted_goes_on_and_does_not_begin(stage: Stage) -> None:
    stage.start(2)
    use_language("de")
    async with shown(stage) as live:
        await live.say("/pause 10")
        await passed(live, stage, 10)
        await live.press("f9")
        assert said(live).endswith("TOP 2.1 Bericht der AG Sprache geht weiter")


async def test_entries_moved_together_are_counted(stage: Stage) -> None:
    stage.start()
    use_language("de")
    async with shown(stage) as live:
        await passed(live, stage, 3)
        await live.press("f9")
        await live.say("eins")
        await live.say("zwei")
        await live.say("/zufrüh")
        await live.press("tab")
        assert said(live).endswith("2 Einträge nach 1 verschoben")


async def test_where_nothing_is_planned_no_end_is_said(stage: Stage) -> None:
    """A council's agenda without minutes: its start is not its planned end."""
    stage.live.record(
        c.MeetingAmended(end=""),
        *(c.AgendaItemAmended(item=each, planned_minutes=None) for each in stage.items),
    )
    stage.start()
    use_language("de")
    async with shown(stage, (120, 36)) as live:
        await live.pilot.pause()
        assert "Ende" not in live.words()


async def test_breaks_of_one_item_stand_in_their_order(stage: Stage) -> None:
    stage.start(2)
    use_language("de")
    async with shown(stage) as live:
        for minutes in ("5", "10"):
            await live.say(f"/pause {minutes}")
            await passed(live, stage, 5)
            await live.press("f9")
            await passed(live, stage, 1)
    breaks = [each.intervals[0].start.at for each in stage.meeting.agenda_items if each.is_break]
    assert len(breaks) == 2
    assert breaks == sorted(breaks)
