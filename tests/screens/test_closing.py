"""The closing round: mend what is missing, accept it, close."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from keyboard import press, send
from meetings import Two, app_on, two_meetings
from rich.cells import cell_len
from textual.pilot import Pilot

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


def decided(two: Two) -> None:
    """Carried, rejected, a tie, nothing voted yet; two notes for the record only."""
    votes = (Vote(yes=8, no=0), Vote(yes=2, no=5), Vote(yes=4, no=4), None)
    for at, vote in enumerate(votes):
        wording = f"Antrag {at} auf Verzicht auf den Eigenanteil der freien Träger im Kreis"
        (made,) = two.second.record(c.DecisionRecorded(wording=wording, item=two.items[0]))
        if vote is not None:
            two.second.record(c.DecisionAmended(decision=made.id, vote=vote))
    two.second.record(
        *(c.NoteRecorded(text="leise", item=two.items[0], visibility="record") for _ in range(8))
    )


@asynccontextmanager
async def closing_round(two: Two, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    app = app_on(two)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(ClosingScreen(two.second))
        await pilot.pause()
        two.clock.advance(5)
        yield pilot


def lines_of(pilot: Pilot[int]) -> list[str]:
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


async def test_what_was_rejected_does_not_stand_there_as_decided(two):
    decided(two)
    async with closing_round(two, (80, 40)) as pilot:
        lines = lines_of(pilot)
        assert " BESCHLÜSSE" in lines
        ends = {tag: next(x for x in lines if x.startswith(f"   {tag}")) for tag in ("B1", "B4")}
        assert ends["B1"].endswith("einstimmig")
        assert ends["B4"].endswith("beschlossen")
        assert next(x for x in lines if x.startswith("   B2")).endswith("abgelehnt 2:5")
        assert next(x for x in lines if x.startswith("   B3")).endswith("abgelehnt 4:4")
    assert not any("BESCHLOSSEN" in line for line in lines)


async def test_what_wraps_keeps_its_margin(two):
    decided(two)
    async with closing_round(two) as pilot:
        lines = lines_of(pilot)
        at = next(at for at, line in enumerate(lines) if "8 Notizen bleiben" in line)
        assert all(line.startswith((" ", "─")) for line in lines[at : at + 2])
    assert all(cell_len(line) <= 80 for line in lines)


@pytest.mark.parametrize("typed", ["", "ja", "Ja.", "offen", "bleibt offen", "-", "yes", "stays"])
async def test_yes_to_stays_open_is_no_answer_to_the_question(two, typed):
    question = two.second.meeting.questions[0]
    async with closing_round(two) as pilot:
        rows = pilot.app.screen.query_one(RowList)
        rows.choose(f"question-{question.id}")
        await send(pilot, typed)
        said = pilot.app.screen.query_one(StatusLine).text
    question = two.second.meeting.questions[0]
    assert (question.answer, question.left_open) == ("", {"answer"})
    assert said == "✓ ?1 Wer zahlt? bleibt offen"


async def test_anything_else_is_the_answer_and_is_said(two):
    async with closing_round(two) as pilot:
        pilot.app.screen.query_one(RowList).choose(f"question-{two.second.meeting.questions[0].id}")
        await pilot.pause()
        assert "„ja“ oder - lässt sie offen" in "\n".join(lines_of(pilot))
        await send(pilot, "Ja, der Kreis")
        said = pilot.app.screen.query_one(StatusLine).text
    assert two.second.meeting.questions[0].answer == "Ja, der Kreis"
    assert said == "✓ ?1 Wer zahlt? · Antwort: Ja, der Kreis"


async def test_enter_on_the_empty_line_says_what_can_be_answered(two):
    (topic,) = two.second.record(c.TopicParked(text="Dolmetscherpool", item=two.items[0]))
    async with closing_round(two) as pilot:
        pilot.app.screen.query_one(RowList).choose(f"parked_topic-{topic.id}")
        await press(pilot, "enter")
        status = pilot.app.screen.query_one(StatusLine)
        assert "nächste Sitzung" in status.text
        assert two.second.meeting.parked_topics[0].outcome == ""
        await send(pilot, "an die AG Sprache")
        assert status.text == "✓ S1 Dolmetscherpool → an die AG Sprache"
    assert two.second.meeting.parked_topics[0].outcome == "an die AG Sprache"
