"""The kind of a series that was founded wrongly is changed from the library."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitator.clock import FixedClock
from facilitator.following import next_plan
from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace
from screens.app import FacilitatorApp
from screens.dialogs.series_kind import SeriesKindDialog
from screens.library import LibraryScreen
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine

NOW = datetime(2026, 10, 14, 16, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A body founded as a workshop: one meeting held, one planned."""
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    made = Workspace(tmp_path / "w", clock=FixedClock(NOW), device="aaaa")
    slug = made.found_series("Beirat", language="de", kind="workshop")
    live = made.open(made.plan_meeting(slug, "1. Sitzung", day=date(2026, 10, 14)))
    live.record(c.AgendaItemAdded(title="Bericht", id="i"))
    live.record(c.ItemStarted(item="i"))
    live.close()
    made.plan_meeting(slug, "2. Sitzung", day=date(2026, 11, 25))
    return made


@asynccontextmanager
async def asked(
    workspace: Workspace, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[FacilitatorApp, Pilot[int]]]:
    app = FacilitatorApp(workspace, theme="dark")
    async with app.run_test(size=size) as pilot:
        await read(pilot)
        app.screen.query_one(RowList).choose("series:beirat")
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, SeriesKindDialog)
        yield app, pilot


async def read(pilot: Pilot[int]) -> None:
    await pilot.pause()
    for worker in list(pilot.app.workers):
        if worker.group == "reading":
            await worker.wait()
    await pilot.pause()


def words(app: FacilitatorApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def kinds(workspace: Workspace) -> dict[str, str]:
    summary = workspace.summary("beirat")
    found = {m.meeting.title: m.meeting.kind for m in summary.meetings if m.meeting is not None}
    return {"series": summary.series.kind, **found}


async def test_what_follows_is_said_and_planned_meetings_follow(workspace: Workspace) -> None:
    async with asked(workspace) as (app, pilot):
        said = words(app)
        assert "Diese Art hat sie schon." in said
        assert "Notizen kommen ins Protokoll." in said
        await pilot.press("right", "right", "right")
        said = words(app)
        for shown in (
            "Notizen bleiben in der Mitschrift",
            "Beschlussfähigkeit sind da",
            "Protokollgenehmigung",
            "Die gehaltene Sitzung bleibt, wie sie ist.",
            "neue und die geplante",
        ):
            assert shown in said
        await pilot.press("enter")
        await read(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.query_one(StatusLine).text == "✓ Beirat: ab jetzt Gremium, Lenkungsgruppe"
    assert kinds(workspace) == {"series": "body", "1. Sitzung": "workshop", "2. Sitzung": "body"}


async def test_only_new_ones_if_that_is_chosen(workspace: Workspace) -> None:
    async with asked(workspace, (60, 16)) as (_, pilot):
        await pilot.press("right", "right", "right", "tab", "right", "enter")
        await read(pilot)
    found = kinds(workspace)
    assert found == {"series": "body", "1. Sitzung": "workshop", "2. Sitzung": "workshop"}
    held = workspace.find("beirat/2026-10-14-1-sitzung")
    assert next_plan(workspace, held).kind == "body"
    assert next_plan(workspace, held).pending, "a body approves its minutes"


async def test_left_with_escape_nothing_changes(workspace: Workspace) -> None:
    async with asked(workspace) as (_, pilot):
        await pilot.press("right", "right", "escape")
        await read(pilot)
    assert set(kinds(workspace).values()) == {"workshop"}


def test_a_meeting_of_another_kind_is_followed_by_its_own(workspace: Workspace) -> None:
    held = workspace.find("beirat/2026-10-14-1-sitzung")
    workspace.open(held).record(c.MeetingAmended(kind="conference"))
    assert next_plan(workspace, held).kind == "conference"
