"""The library: what it shows of a workspace, what its keys make of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from meetings import Two, app_on, two_meetings
from textual.pilot import Pilot
from textual.widgets import Static

from facilitator.exporting import exporter_for
from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace
from screens.app import FacilitatorApp
from screens.dialogs.form import FormDialog
from screens.dialogs.new_meeting import NewMeetingDialog
from screens.library import LibraryScreen
from screens.widgets.footer import KeyFooter
from screens.widgets.library_rows import meeting_id, series_id
from screens.widgets.row_list import RowList


@pytest.fixture
def two(tmp_path, monkeypatch) -> Two:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return two_meetings(tmp_path / "workspace")


@asynccontextmanager
async def library(app: FacilitatorApp, size=(80, 24)) -> AsyncIterator[Pilot[int]]:
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    await pilot.pause()
    for worker in list(pilot.app.workers):
        if worker.group == "reading":
            await worker.wait()
    await pilot.pause()


def rows_of(app: FacilitatorApp) -> list[str]:
    return [row.text.plain.strip() for row in app.screen.query_one(RowList)._rows]


def text_of(app: FacilitatorApp, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).render())


async def write(pilot: Pilot[int], text: str) -> None:
    await pilot.press(*("space" if each == " " else each for each in text))


async def clear(pilot: Pilot[int]) -> None:
    await pilot.press("end", *["backspace"] * 40)


# -- what it shows ------------------------------------------------------------------------------


async def test_the_next_meeting_is_chosen_and_said_in_words(two):
    app = app_on(two)
    async with library(app):
        assert app.screen.query_one(RowList).chosen == meeting_id(two.second.reference)
        said = text_of(app, "#next")
        assert "2. Netzwerktreffen" in said
        assert "heute 16:30 · in 20 Min" in said
        assert "! Protokoll: niemand" in said


async def test_series_and_meetings_with_what_is_open_and_how_they_stand(two):
    app = app_on(two)
    async with library(app):
        shown = [" ".join(row.split()) for row in rows_of(app)]
    assert shown == [
        "Netzwerk Integration 3 offen · 2 überfällig",
        "▸ ● 2. Netzwerktreffen heute 16:30 bereit",
        "! 1. Treffen 22.04.2026 geschlossen",
        "+ neues Gremium",
    ]


async def test_open_items_by_when_they_are_due(two):
    app = app_on(two)
    async with library(app):
        assert "OFFEN 3   2 überfällig · 1 später" in text_of(app, "#open")
    app = app_on(two)
    async with library(app, (120, 36)):
        panel = text_of(app, "#panel")
        assert "Wohnraumbörse prüfen [/x]" in panel
        assert "seit 44 Tagen" in panel
        assert "geschlossen, noch kein Protokoll" in panel


async def test_no_line_is_wider_than_the_screen(two):
    for size in ((80, 24), (120, 36), (60, 16)):
        app = app_on(two)
        async with library(app, size):
            rows = app.screen.query_one(RowList)
            assert all(row.text.cell_length <= rows.size.width for row in rows._rows)
            assert all(
                len(line) <= size[0] for name in ("#head", "#next", "#open")
                for line in text_of(app, name).splitlines()
            )  # fmt: skip


async def test_an_unreadable_meeting_is_listed_with_its_problem(two):
    path = two.workspace.path(two.first.reference)
    for kept in path.parent.glob(f"*{path.stem}*"):
        kept.write_text("{ not json", encoding="utf-8")
    app = app_on(two)
    async with library(app) as pilot:
        assert any("nicht lesbar" in row for row in rows_of(app))
        app.screen.query_one(RowList).choose(meeting_id(two.first.reference))
        await pilot.pause()
        status = app.screen.query_one("StatusLine")
        assert status.text
        assert status.has_class("problem")
        await pilot.press("enter")
        assert isinstance(app.screen, LibraryScreen)


async def test_the_minutes_are_approved_by_the_next_meeting(two):
    (item,) = two.second.record(c.AgendaItemAdded(title="Genehmigung", purpose="approval"))
    two.second.record(c.ItemStarted(item=item.id))
    two.second.record(c.AgendaItemAmended(item=item.id, result="genehmigt"))
    assert two.workspace.open(two.first.reference).meeting.state == "closed"
    two.second.close()
    assert two.workspace.open(two.first.reference).meeting.state == "approved"
    app = app_on(two)
    async with library(app):
        assert any(row.startswith("✓ 1. Treffen") and "genehmigt" in row for row in rows_of(app))


@pytest.mark.parametrize(("language", "state"), [("de", "geändert seit v12"),
                                                 ("en", "changed since v12")])  # fmt: skip
async def test_that_minutes_changed_since_they_were_sent_is_never_cut(two, language, state):
    live = two.first
    two.workspace.found_series("Beirat", language="de", kind="body")
    exporter = exporter_for(two.workspace, live)
    first = exporter.export()
    live.record(
        c.MinutesExported(version=11, file="minutes/x-v11.md", digest="0",
                          issued=live.meeting.exports[0].issued)
    )  # fmt: skip
    assert first.version == 1
    assert exporter.send().version == 12
    live.record(c.NoteRecorded(text="Nachtrag.", visibility="minutes"))
    exporter.export(reason="Nachtrag")
    use_language(language)
    for size in ((60, 16), (80, 24), (110, 30), (120, 36)):
        app = app_on(two)
        async with library(app, size):
            rows = app.screen.query_one(RowList)
            [row] = [each.text for each in rows._rows if state in each.text.plain]
            assert "1. Treffen" in row.plain
            assert row.cell_length <= rows.size.width


# -- choosing, folding, searching ---------------------------------------------------------------


async def test_left_folds_and_right_unfolds(two):
    app = app_on(two)
    async with library(app) as pilot:
        await pilot.press("left")
        assert len(rows_of(app)) == 2
        assert app.screen.query_one(RowList).chosen == series_id(two.slug)
        await pilot.press("right")
        assert len(rows_of(app)) == 4
        await pilot.press("enter")
        assert len(rows_of(app)) == 2


async def test_search_filters_as_one_types_and_escape_shows_all(two):
    app = app_on(two)
    async with library(app) as pilot:
        await pilot.press("slash")
        await write(pilot, "1. tre")
        await pilot.pause()
        assert next(row for row in rows_of(app) if "Treffen" in row).endswith("geschlossen")
        assert len(rows_of(app)) == 2
        footer = app.screen.query_one(KeyFooter)
        assert [key for key, _ in footer.pairs()] == ["↵", "Tab", "Esc", "F1"]
        await pilot.press("enter", "escape")
        assert len(rows_of(app)) == 4


async def test_letters_are_text_while_the_search_is_open(two):
    app = app_on(two)
    async with library(app) as pilot:
        await pilot.press("slash", "n", "o", "p")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.query_one("#line").text == "nop"


async def test_coming_back_reads_again_and_keeps_the_choice(two):
    app = app_on(two)
    async with library(app) as pilot:
        app.screen.query_one(RowList).choose(meeting_id(two.first.reference))
        two.workspace.plan_meeting(two.slug, "3. Netzwerktreffen", day=date(2027, 1, 20))
        app.screen.read_again()
        await settled(pilot)
        assert any("3. Netzwerktreffen" in row for row in rows_of(app))
        assert app.screen.query_one(RowList).chosen == meeting_id(two.first.reference)


async def test_many_meetings_stay_few_lines_until_asked_for(two):
    for number in range(3, 12):
        reference = two.workspace.plan_meeting(
            two.slug, f"{number}. Treffen", day=date(2025, 1, number)
        )
        live = two.workspace.open(reference)
        live.record(c.MeetingStarted())
        live.close()
    app = app_on(two)
    async with library(app) as pilot:
        assert len(rows_of(app)) == 1 + 4 + 1 + 1
        app.screen.query_one(RowList).choose(f"more:{two.slug}")
        await pilot.press("enter")
        assert len(rows_of(app)) == 1 + 11 + 1


async def test_the_language_changes_in_place(two):
    app = app_on(two)
    async with library(app) as pilot:
        chosen = app.screen.query_one(RowList).chosen
        app.switch_language()
        await pilot.pause()
        assert "COMING UP" in text_of(app, "#next")
        assert "16:30 · in 20 min" in text_of(app, "#next")
        assert app.screen.query_one(RowList).chosen == chosen


# -- making -------------------------------------------------------------------------------------


async def test_an_empty_workspace_says_what_to_do_and_enter_makes_a_series(tmp_path, two):
    workspace = Workspace(tmp_path / "empty", clock=two.clock)
    app = FacilitatorApp(workspace)
    async with library(app) as pilot:
        assert "Willkommen" in text_of(app, "#welcome")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, FormDialog)
        await pilot.press("enter")
        assert "Wie heißt es" in text_of(app, "#note")
        await write(pilot, "Beirat [/x]")
        await pilot.press("tab", "right", "right", "enter")
        await settled(pilot)
        (summary,) = workspace.series()
        assert (summary.series.name, summary.series.kind) == ("Beirat [/x]", "body")
        assert app.screen.query_one(RowList).chosen == series_id(summary.slug)


async def test_a_new_meeting_knows_place_start_and_title_of_the_last(two):
    two.second.record(c.MeetingAmended(place="Kreishaus"))
    app = app_on(two)
    async with library(app) as pilot:
        await pilot.press("n")
        await pilot.pause()
        dialog = app.screen
        assert isinstance(dialog, NewMeetingDialog)
        assert dialog.value("title") == "3. Netzwerktreffen"
        assert (dialog.value("start"), dialog.value("place")) == ("16:30", "Kreishaus")


async def test_a_day_that_does_not_exist_is_said_in_place_and_nothing_is_lost(two):
    app = app_on(two)
    async with library(app) as pilot:
        await pilot.press("n")
        await pilot.pause()
        await clear(pilot)
        await write(pilot, "Klausur")
        await pilot.press("tab", "tab", "tab")
        await write(pilot, "31.02.2027")
        await pilot.press("enter")
        dialog = app.screen
        assert isinstance(dialog, NewMeetingDialog)
        assert "31.02.2027" in text_of(app, "#note")
        assert dialog.value("title") == "Klausur"
        assert len(two.workspace.summary(two.slug).meetings) == 2


async def test_a_meeting_is_planned_with_its_agenda_and_what_is_open(two, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(
        FacilitatorApp, "open_meeting", lambda app, reference: opened.append(reference)
    )
    app = app_on(two)
    async with library(app) as pilot:
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("tab", "tab", "tab")
        await write(pilot, "20.1.")
        await pilot.press("tab", "tab", "tab", "right", "enter")
        await settled(pilot)
    meeting = two.workspace.open(opened[0]).meeting
    assert (meeting.title, meeting.day, meeting.start) == (
        "3. Netzwerktreffen",
        date(2027, 1, 20),
        "16:30",
    )
    assert [item.title for item in meeting.agenda_items] == [
        "Eröffnung",
        "Stand der offenen Maßnahmen",
        "Zahlen",
        "Berichte",
    ]


async def test_escape_leaves_the_dialog_and_makes_nothing(two):
    app = app_on(two)
    async with library(app) as pilot:
        await pilot.press("n")
        await pilot.pause()
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert len(two.workspace.summary(two.slug).meetings) == 2


async def test_minutes_of_a_planned_meeting_say_where_the_invitation_is(two):
    app = app_on(two)
    async with library(app) as pilot:
        app.screen.query_one(RowList).choose(meeting_id(two.second.reference))
        await pilot.press("p")
        assert isinstance(app.screen, LibraryScreen)
        assert "„p“ die Einladung" in app.screen.query_one("StatusLine").text
