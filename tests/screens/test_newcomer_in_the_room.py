"""What a newcomer typed in a committee evening: every key does what the screen says, and what is
dropped is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from keyboard import press, type_text
from rich.cells import cell_len
from stage import Shown, Stage, build_stage, play, shown
from textual.widgets import Input

from facilitator.capture import Chip
from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from screens.dialogs.new_meeting import NewMeetingDialog
from screens.sheet import SheetScreen
from screens.widgets.chips import Chips, fitted_chips
from screens.widgets.status import StatusLine


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    made = build_stage(tmp_path / "workspace", kind="body")
    play(made)
    yield made
    use_language("en")


def status(live: Shown) -> str:
    return live.app.screen.query_one(StatusLine).text


def chips_row(live: Shown) -> str:
    return live.screen.query_one(Chips).render().plain


async def test_the_due_and_what_tab_does_are_seen_behind_two_names(stage: Stage) -> None:
    stage.live.record(
        c.DecisionRecorded(wording="Der Satzung wird zugestimmt", item=stage.items[3])
    )
    async with shown(stage) as live:
        await live.type("m: Statistik pflegen >Haddad,Petra Brandt <nächstes Treffen")
        assert "○" not in chips_row(live)
        assert "bis wann nächstes Treffen" in chips_row(live)
        assert "Samir" in chips_row(live)
        await live.press("ctrl+u")
        await live.type("5 1 1")
        assert "5 Ja" in chips_row(live)
        assert chips_row(live).rstrip().endswith("Tab nimmt es")
        assert cell_len(chips_row(live)) <= 76
        await live.press("ctrl+u")
        await live.type("termin: 12.05.2027")
        assert "● wann 12.05.2027" in chips_row(live)


def test_names_give_way_before_dates_and_the_hint_is_seen() -> None:
    chips = (
        Chip(key="a", kind="owner", state="taken", label="Prof. Dr. Astrid Lindqvist (Hochschule)"),
        Chip(key="b", kind="owner", state="offered", label="Maximilian von der Heide (Caritas)"),
        Chip(key="due", kind="due", state="offered", label="Ende August (31.08.2027)"),
    )
    hint = "Tab takes both"
    for width in (76, 90, 120):
        shown_texts, with_hint = fitted_chips(chips, hint, width)
        whole = "   ".join(shown_texts)
        assert with_hint
        assert ("Ende August (31.08.2027)" if width > 80 else "Ende August?") in whole
        assert cell_len(whole) + 3 + len(hint) <= width
        assert len(shown_texts) == 3


async def test_commands_that_cannot_be_are_told_why(stage: Stage) -> None:
    async with shown(stage) as live:
        await live.type("/beschl")
        assert "/beschlussfähig" in chips_row(live)
        await live.press("enter")
        assert "/beschluss, /beschlussfähig" in status(live)
        assert live.typed == "/beschl"
        await live.press("ctrl+u")
        await live.say("/nach 3")
        assert status(live) == "Erst mit ↑ einen Eintrag wählen, dann „/nach“."
        await live.press("ctrl+u", "f9")
        running = stage.meeting.running_item
        await live.press("f9")
        assert stage.meeting.running_item == running
        assert "Zweimal F9" in status(live)


async def test_a_line_put_aside_is_passed_and_the_footer_tells_what_enter_does(
    stage: Stage,
) -> None:
    async with shown(stage) as live:
        for text in ("eins", "zwei", "drei"):
            await live.type(text)
            await live.press("ctrl+u")
        await live.press("up")
        assert "zurückholen" in live.words().split("\n")[-1]
        await live.type("neu")
        footer = live.words().split("\n")[-1]
        assert "↵ Zeile festhalten" in footer
        assert "zurückholen" not in footer
        await live.press("enter")
        assert stage.texts()[-1] == "neu"
        await live.press("up", "up")
        assert live.screen.chosen == stage.last().id


async def test_figures_typed_at_read_back_are_the_vote(stage: Stage) -> None:
    async with shown(stage) as live:
        await live.say("! Der Satzung wird zugestimmt")
        await live.press("up", "f2")
        await live.pilot.pause()
        sheet = live.app.screen
        assert isinstance(sheet, SheetScreen)
        sheet._fields["read_back"].take_focus()
        await type_text(live.pilot, "3 1 0 geheim")
        assert sheet._fields["vote"].text == "3 1 0 geheim"
        await press(live.pilot, "enter")
    vote = stage.meeting.decisions[-1].vote
    assert vote is not None
    assert (vote.yes, vote.no, vote.abstain, vote.is_secret) == (3, 1, 0, True)


async def test_a_proposed_title_is_replaced_by_typing(stage: Stage) -> None:
    async with shown(stage) as live:
        (series,) = stage.workspace.series()
        dialog = NewMeetingDialog([series], chosen=series.slug, today=date(2026, 10, 14))
        await live.app.push_screen(dialog)
        await live.pilot.pause()
        assert dialog.query_one("#title", Input).value
        await type_text(live.pilot, "7. Sitzung")
        assert dialog.query_one("#title", Input).value == "7. Sitzung"
