"""The closing round: mend what is missing, accept it, close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from meetings import Two, app_on, two_meetings
from textual.widgets import Static

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, Owner, Vote
from facilitator.minutes.document.head import end_held
from screens.closing import ClosingScreen
from screens.desk.screen import DeskScreen
from screens.live import LiveScreen
from screens.widgets.bar import CaptureBar
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine


@pytest.fixture
def two(tmp_path, monkeypatch) -> Two:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    made = two_meetings(tmp_path / "workspace")
    made.start()
    made.second.record(c.ActionItemRecorded(summary="Fachtag planen", item=made.items[0]))
    made.second.record(c.QuestionRecorded(text="Wer zahlt?", item=made.items[0]))
    return made


@dataclass
class Seen:
    """What stood on the screen after the keys."""

    screen: type
    line: str = ""
    gaps: int = 0


async def in_closing_round(two: Two, *keys: str) -> Seen:
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ClosingScreen(two.second))
        await pilot.pause()
        two.clock.advance(5)
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        seen = Seen(type(app.screen))
        if isinstance(app.screen, ClosingScreen):
            seen.line = app.screen.query_one(CaptureBar).text
            seen.gaps = app.screen.query_one(RowList).option_count
        return seen


def action(two: Two):
    return two.second.meeting.action_items[0]


async def test_an_owner_is_taken_from_half_a_name(two):
    await in_closing_round(two, *"Hadd", "enter", "enter")
    assert [owner.name for owner in action(two).owners] == ["Samir Haddad"]


async def test_who_and_when_in_one_line(two):
    await in_closing_round(two, *">Haddad <31.12.2026", "enter")
    assert [owner.name for owner in action(two).owners] == ["Samir Haddad"]
    assert action(two).due.edtf == "2026-12-31"


async def test_who_carries_out_an_order_becomes_its_action(two):
    two.second.record(
        c.ActionItemAmended(
            action_item=action(two).id,
            owners=(Owner(name="Brandt"),),
            due=Due(text="laufend"),
        )
    )
    (order,) = two.second.record(
        c.DecisionRecorded(wording="Konzept vorlegen >x", item=two.items[0], decision_kind="order")
    )
    await in_closing_round(two, *"Haddad <31.12.2026", "enter")
    made = two.second.meeting.action_items[-1]
    assert (made.text, made.link, made.item) == ("Konzept vorlegen >x", order.id, two.items[0])
    assert [owner.name for owner in made.owners] == ["Samir Haddad"]
    assert made.due is not None
    assert made.due.edtf == "2026-12-31"


async def test_the_next_gap_is_chosen_after_mending(two):
    await in_closing_round(two, *"Samir Haddad", "enter", *"Ende 2026", "enter")
    assert action(two).due.last.isoformat() == "2026-12-31"


async def test_a_dash_accepts_the_gap(two):
    await in_closing_round(two, "-", "enter")
    assert action(two).left_open == {"owners"}


async def test_what_is_no_date_stays_in_the_line(two):
    seen = await in_closing_round(two, "down", *"irgendwann mal", "enter")
    assert action(two).due is None
    assert seen.line == "irgendwann mal"


async def test_undo_brings_the_gap_back(two):
    seen = await in_closing_round(two, *"Samir Haddad", "enter", "ctrl+z")
    assert action(two).owners == ()
    assert seen.gaps >= 4


async def test_f9_closes_gives_numbers_and_leads_to_the_minutes(two):
    seen = await in_closing_round(two, "f9")
    assert two.second.meeting.state == "closed"
    assert action(two).number == "M-2026-004"
    assert seen.screen is DeskScreen


async def test_the_f9_that_led_here_does_not_close(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ClosingScreen(two.second))
        await pilot.press("f9")
        await pilot.pause()
        assert two.second.meeting.state == "running"


async def test_the_list_of_what_is_missing_closes_nothing(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ClosingScreen(two.second, is_list=True))
        await pilot.pause()
        two.clock.advance(5)
        await pilot.press("f9")
        await pilot.pause()
        assert two.second.meeting.state == "running"
        assert isinstance(app.screen, ClosingScreen)


async def closed_next_morning(two: Two, *keys: str) -> None:
    """The meeting of the evening is closed at 8:12 of the next day."""
    two.clock.advance(14 * 3600)
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ClosingScreen(two.second))
        await pilot.pause()
        two.clock.advance(5)
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, ClosingScreen)
        assert "Wann war sie zu Ende?" in app.screen.query_one(StatusLine).text
        for key in keys:
            await pilot.press(key)
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen)


async def test_closed_the_next_morning_it_ends_when_it_was_over(two):
    began = two.second.meeting.started_at.at
    over = (began + timedelta(minutes=75)).replace(second=0, microsecond=0)
    planned = two.second.meeting.end
    await closed_next_morning(two, *f"{over:%H:%M}", "enter")
    meeting = two.second.meeting
    assert meeting.closed_at.at == over
    assert meeting.end == planned
    [last] = [i.intervals[-1] for i in meeting.agenda_items if i.intervals]
    assert last.end.at == over
    assert end_held(meeting) == f"{over:%H:%M}"
    assert two.second.undo()
    assert two.second.meeting.state == "running"


async def test_nobody_knows_when_it_was_over_f9_twice_closes_it_now(two):
    await closed_next_morning(two)
    assert two.second.meeting.closed_at.at == two.clock.now().at


async def test_escape_puts_the_line_of_the_closing_round_aside(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        app.go_live(two.second)
        await pilot.pause()
        app.go_closing(two.second)
        await pilot.pause()
        for key in (*"Hadd", "escape"):
            await pilot.press(key)
        assert isinstance(app.screen, ClosingScreen)
        assert app.screen.query_one(CaptureBar).text == ""
        assert app.draft_file(two.second).read().aside == ("Hadd",)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LiveScreen)
        assert app.screen.line.aside == ["Hadd"]


async def test_a_motion_that_was_rejected_is_not_listed_as_decided_without_saying_so(two):
    for wording, yes, no in (("So sei es", 9, 0), ("Auf den Eigenanteil wird verzichtet", 2, 5)):
        (made,) = two.second.record(c.DecisionRecorded(wording=wording, item=two.items[0]))
        two.second.record(c.DecisionAmended(decision=made.id, vote=Vote(yes=yes, no=no)))
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ClosingScreen(two.second))
        await pilot.pause()
        shown = str(app.screen.query_one("#agreed-text", Static).render()).splitlines()
    (rejected,) = [line for line in shown if "Eigenanteil" in line]
    (carried,) = [line for line in shown if "So sei es" in line]
    assert rejected.rstrip().endswith("abgelehnt")
    assert "abgelehnt" not in carried


async def test_enter_on_the_empty_line_says_what_may_be_typed(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ClosingScreen(two.second))
        await pilot.pause()
        app.screen.query_one(RowList).choose(f"question-{two.second.meeting.questions[0].id}")
        await pilot.press("enter")
        assert app.screen.query_one(StatusLine).text == "Die Antwort tippen · „-“ bleibt offen"
        await pilot.press(*"ja", "enter")
    assert two.second.meeting.questions[0].answer == "ja"
