"""Objections at the desk, where something goes wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desks import Desk, desk
from stage import Stage
from textual.widgets import Input

from facilitator.errors import NotSaved
from facilitator.exporting import Asked, exporter_for
from facilitator.meeting import changes as c
from facilitator.minutes.wanted import Wanted
from screens.desk.objections import ObjectionDialog, SettleDialog


def sent(stage: Stage) -> None:
    stage.live.record(c.MinutesSent(version=1, objections_until=date(2026, 10, 1)))


def fields(at: Desk) -> list[str]:
    return [each.value for each in at.app.screen.query(Input)]


def fail(*_: object) -> None:
    raise NotSaved("Not saved: disk full.")


async def test_one_that_could_not_be_saved_is_not_called_kept_and_stands_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(tmp_path, prepare=sent) as at:
        await at.type("E")
        await at.pilot.pause()
        await at.type("Brandt")
        await at.press("tab")
        await at.type("Die Frist war Mai.")
        with monkeypatch.context() as broken:
            broken.setattr(at.stage.live, "record", fail)
            await at.press("enter")
            await at.pilot.pause()
        assert isinstance(at.app.screen, ObjectionDialog)
        assert fields(at) == ["Brandt", "Die Frist war Mai."]
        assert at.meeting.objections == ()
        await at.press("enter")
        await at.pilot.pause()
        assert [each.text for each in at.meeting.objections] == ["Die Frist war Mai."]


async def test_what_became_of_one_stands_there_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raised(stage: Stage) -> None:
        sent(stage)
        stage.live.record(c.ObjectionRaised(by="Brandt", text="Die Frist war Mai."))

    async with desk(tmp_path, prepare=raised) as at:
        await at.type("E")
        await at.pilot.pause()
        await at.press("enter")
        await at.pilot.pause()
        await at.press("right", "tab")
        await at.type("So gesagt.")
        with monkeypatch.context() as broken:
            broken.setattr(at.stage.live, "record", fail)
            await at.press("enter")
            await at.pilot.pause()
        assert isinstance(at.app.screen, SettleDialog)
        assert fields(at) == ["So gesagt."]
        await at.press("enter")
        await at.pilot.pause()
        (objection,) = at.meeting.objections
        assert (objection.outcome, objection.answer) == ("rejected", "So gesagt.")


@pytest.mark.parametrize("text", ["[/b] zu viel", "[b]fett", "[@click=app.quit]hier[/]", "[["])
async def test_text_that_looks_like_markup_stays_text(tmp_path: Path, text: str) -> None:
    def raised(stage: Stage) -> None:
        sent(stage)
        stage.live.record(c.ObjectionRaised(by=text, text=text))

    async with desk(tmp_path, prepare=raised) as at:
        await at.type("E")
        await at.pilot.pause()
        await at.press("enter")
        await at.pilot.pause()
        assert isinstance(at.app.screen, SettleDialog)
        assert f"{text}: {text}" in at.words()


async def test_a_time_line_that_was_sent_takes_no_objections(tmp_path: Path) -> None:
    def course_sent(stage: Stage) -> None:
        course = Asked(wanted=Wanted(kind="course"))
        exporter_for(stage.workspace, stage.live).send([course])

    async with desk(tmp_path, prepare=course_sent) as at:
        assert at.meeting.sendings
        await at.type("E")
        await at.pilot.pause()
        assert not isinstance(at.app.screen, ObjectionDialog)
        assert "wenn das Protokoll versandt ist" in at.words()
