"""Preparing a meeting: what its keys record."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from meetings import Two, app_on, two_meetings
from rich.cells import cell_len
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, Static

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting
from screens.app import FacilitatorApp
from screens.dialogs.import_file import ImportFileDialog, complete_path
from screens.dialogs.look import LookDialog
from screens.dialogs.question import QuestionDialog
from screens.live import LiveScreen
from screens.prepare import PrepareScreen
from screens.preparing.agenda import AgendaPart
from screens.widgets.bar import CaptureBar
from screens.widgets.footer import KeyFooter
from screens.widgets.status import StatusLine


@pytest.fixture
def two(tmp_path, monkeypatch) -> Two:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    use_language("de")
    return two_meetings(tmp_path / "workspace")


@asynccontextmanager
async def preparing(two: Two, size=(80, 24)) -> AsyncIterator[Pilot[int]]:
    app = app_on(two)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(PrepareScreen(two.second))
        await pilot.pause()
        await pilot.pause()
        yield pilot


async def write(pilot: Pilot[int], text: str) -> None:
    await pilot.press(*("space" if each == " " else each for each in text))


async def paste(pilot: Pilot[int], text: str) -> None:
    pilot.app.screen.query_one(CaptureBar).editor.post_message(Paste(text))
    await pilot.pause()
    await pilot.pause()


def agenda(meeting: Meeting) -> list[str]:
    return [f"{item.number} {item.title}" for item in meeting.agenda_items]


def choose(app: FacilitatorApp, row: str) -> None:
    app.screen.current_list.choose(row)


def keys_of(app: FacilitatorApp) -> list[str]:
    return [key for key, _ in app.screen.query_one(KeyFooter).pairs()]


# -- agenda -----------------------------------------------------------------------------------


async def test_a_new_line_is_read_with_presenter_and_minutes(two):
    async with preparing(two) as pilot:
        await pilot.press("n")
        await write(pilot, "Input: Wohnen (Weiß, 20 Min)")
        await pilot.press("enter", "escape")
        item = two.second.meeting.agenda_items[-1]
        assert (item.title, item.presenter, item.planned_minutes) == ("Input: Wohnen", "Weiß", 20)
        assert "Strg+Z" in str(pilot.app.screen.query_one(StatusLine).render())
        await pilot.press("ctrl+z")
        assert len(two.second.meeting.agenda_items) == 3


async def test_lines_follow_each_other_behind_the_chosen_item(two):
    async with preparing(two) as pilot:
        choose(pilot.app, two.items[0])
        await pilot.press("n", "A", "enter", "B", "enter", "escape")
        assert agenda(two.second.meeting)[:4] == ["1 Eröffnung", "2 A", "3 B", "4 Zahlen"]


async def test_enter_mends_a_line_and_keeps_what_was_not_touched(two):
    async with preparing(two) as pilot:
        choose(pilot.app, two.items[1])
        await pilot.press("enter")
        assert pilot.app.screen.bar.text == "Zahlen (10 Min)"
        await pilot.press("home", "2", ".", "space", "enter")
        item = two.second.meeting.agenda_items[1]
        assert (item.title, item.planned_minutes) == ("2. Zahlen", 10)
        await pilot.press("enter", "enter")
        assert len(two.second.undoable()) == 1


async def test_pasted_lines_are_one_step_after_a_look(two):
    async with preparing(two) as pilot:
        await pilot.press("n")
        await paste(pilot, "1. Input (Weiß, 20 Min)\n1.1 Fragen\n2. Ausblick (15 Min)\n")
        assert isinstance(pilot.app.screen, LookDialog)
        said = str(pilot.app.screen.query_one("#summary", Static).render())
        assert said == "3 Zeilen · 35 Min · Ende 17:40"
        await pilot.press("enter")
        await pilot.pause()
        assert agenda(two.second.meeting)[3:] == ["4 Input", "4.1 Fragen", "5 Ausblick"]
        await pilot.press("ctrl+z")
        assert len(two.second.meeting.agenda_items) == 3


async def test_a_look_left_takes_nothing(two):
    async with preparing(two) as pilot:
        await pilot.press("n")
        await paste(pilot, "1. A\n2. B")
        await pilot.press("escape")
        assert len(two.second.meeting.agenda_items) == 3


async def test_rows_move_nest_and_come_out_again(two):
    async with preparing(two) as pilot:
        choose(pilot.app, two.items[2])
        await pilot.press("shift+up")
        assert agenda(two.second.meeting) == ["1 Eröffnung", "2 Berichte", "3 Zahlen"]
        await pilot.press("right")
        assert agenda(two.second.meeting) == ["1 Eröffnung", "1.1 Berichte", "2 Zahlen"]
        await pilot.press("left")
        assert agenda(two.second.meeting) == ["1 Eröffnung", "2 Berichte", "3 Zahlen"]
        await pilot.press("v", "up", "enter")
        assert agenda(two.second.meeting) == ["1 Berichte", "2 Eröffnung", "3 Zahlen"]
        await pilot.press("down")
        assert agenda(two.second.meeting) == ["1 Berichte", "2 Eröffnung", "3 Zahlen"]
        assert pilot.app.screen.current_list.chosen == two.items[0]


async def test_delete_removes_and_asks_only_where_something_was_written(two):
    two.second.record(c.NoteRecorded(item=two.items[1], text="vorab"))
    async with preparing(two) as pilot:
        choose(pilot.app, two.items[0])
        await pilot.press("delete")
        assert agenda(two.second.meeting) == ["1 Zahlen", "2 Berichte"]
        choose(pilot.app, two.items[1])
        await pilot.press("delete")
        await pilot.pause()
        assert isinstance(pilot.app.screen, QuestionDialog)
        await pilot.press("escape")
        assert len(two.second.meeting.agenda_items) == 2


async def test_no_letter_removes(two):
    async with preparing(two) as pilot:
        before = two.second.meeting
        for letter in "abcdeghijklqrstuwxyz-":
            await pilot.press("minus" if letter == "-" else letter)
        assert two.second.meeting == before
        assert isinstance(pilot.app.screen, PrepareScreen)


async def test_the_plan_against_the_end(two):
    two.second.record(c.MeetingAmended(end="16:50"))
    async with preparing(two) as pilot:
        title = str(pilot.app.screen.query_one("#title-agenda", Static).render())
        assert "3 TOPs · 35 Min · Ende 16:50 · ! 15 Min zu lang" in title


async def test_tab_on_the_empty_line_offers_templates(two):
    async with preparing(two) as pilot:
        await pilot.press("n", "tab")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LookDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert any("Maßnahmen vereinbaren" in line for line in agenda(two.second.meeting))


async def test_the_last_agenda_is_taken_over_with_the_review_behind_its_opening(two):
    reference = two.workspace.plan_meeting(two.slug, "3. Treffen", day=date(2027, 1, 20))
    third = two.workspace.open(reference)
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(PrepareScreen(third))
        await pilot.pause()
        await pilot.press("n", "tab")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert agenda(third.meeting)[:2] == ["1 Eröffnung", "2 Stand der offenen Maßnahmen"]


# -- people -----------------------------------------------------------------------------------


async def test_a_person_is_typed_with_organisation_and_function(two):
    async with preparing(two) as pilot:
        await pilot.press("tab", "n")
        await write(pilot, "Lena Krüger, Diakonie, Leiterin")
        await pilot.press("enter", "escape")
        meeting = two.second.meeting
        person = meeting.people[-1]
        assert (person.name, meeting.organization_name(person), person.role) == (
            "Lena Krüger",
            "Diakonie",
            "Leiterin",
        )


async def test_tab_completes_a_known_organisation(two):
    async with preparing(two) as pilot:
        await pilot.press("tab", "n")
        await write(pilot, "Lena Krüger, car")
        assert "Tab" in keys_of(pilot.app)
        await pilot.press("tab", "enter", "escape")
        assert (
            two.second.meeting.people[-1].organization == two.second.meeting.people[0].organization
        )


async def test_a_person_is_mended_without_touching_the_rest(two):
    async with preparing(two) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        haddad = next(p for p in two.second.meeting.people if "Haddad" in p.name)
        choose(pilot.app, haddad.id)
        await pilot.press("enter")
        assert pilot.app.screen.bar.text == "Samir Haddad, IHK"
        await write(pilot, ", Referent")
        await pilot.press("enter")
        after = two.second.meeting.person(haddad.id)
        assert (after.role, after.organization, after.name) == (
            "Referent",
            haddad.organization,
            "Samir Haddad",
        )


async def test_left_and_right_say_who_is_excused_and_who_stands_in(two):
    async with preparing(two) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        person = pilot.app.screen.current_list.chosen
        await pilot.press("right")
        assert two.second.meeting.attendance_of(person).status == "excused"
        await pilot.press("right")
        await write(pilot, "Eva Roth")
        await pilot.press("enter")
        attendance = two.second.meeting.attendance_of(person)
        assert (attendance.status, attendance.represented_by) == ("represented", "Eva Roth")


async def test_a_csv_file_is_read_in_as_one_step_after_a_look(two, tmp_path):
    (tmp_path / "leute.csv").write_bytes(
        "Name;Organisation\nWeiß, Petra;Kreis [/x]\nSommer, Uwe;Diakonie\n".encode("cp1252")
    )
    async with preparing(two) as pilot:
        await pilot.press("tab", "n", "tab")
        await pilot.pause()
        dialog = pilot.app.screen
        assert isinstance(dialog, ImportFileDialog)
        await pilot.press("l", "tab")
        assert dialog.query_one(Input).value == "leute.csv"
        await pilot.press("enter")
        await pilot.pause()
        look = pilot.app.screen
        assert isinstance(look, LookDialog)
        assert "2 Personen · 2 Organisationen" in str(look.query_one("#summary", Static).render())
        await pilot.press("enter")
        await pilot.pause()
        assert [p.name for p in two.second.meeting.people[-2:]] == ["Petra Weiß", "Uwe Sommer"]
        await pilot.press("ctrl+z")
        assert len(two.second.meeting.people) == 6


async def test_a_file_that_is_none_is_said_in_place(two, tmp_path):
    (tmp_path / "bild.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    async with preparing(two) as pilot:
        await pilot.press("tab", "n", "tab")
        await pilot.pause()
        for path in ("bild.csv", "nirgends.csv", "workspace"):
            pilot.app.screen.query_one(Input).value = path
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(pilot.app.screen, ImportFileDialog)
            assert str(pilot.app.screen.query_one("#note", Static).render())
        assert len(two.second.meeting.people) == 6


def test_a_path_completes_as_far_as_it_is_sure(tmp_path: Path, monkeypatch):
    (tmp_path / "Listen").mkdir()
    for name in ("leute-a.csv", "leute-b.csv", "leute.png"):
        (tmp_path / "Listen" / name).touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    assert complete_path("~/Li") == "~/Listen/"
    assert complete_path("~/Listen/le") == "~/Listen/leute-"
    assert complete_path("~/Listen/leute-b") == "~/Listen/leute-b.csv"
    assert complete_path("~/nichts") == "~/nichts"


async def test_many_people_are_pasted(two):
    async with preparing(two) as pilot:
        await pilot.press("tab", "n")
        await paste(pilot, "Lena Krüger, Diakonie\nSamir Haddad, IHK\nUwe Sommer, Diakonie")
        assert isinstance(pilot.app.screen, LookDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert len(two.second.meeting.people) == 8


async def test_delete_removes_a_person_and_undo_brings_them_back(two):
    async with preparing(two) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        await pilot.press("delete")
        assert len(two.second.meeting.people) == 5
        await pilot.press("ctrl+z")
        assert len(two.second.meeting.people) == 6


# -- head data --------------------------------------------------------------------------------


async def test_head_data_are_typed_and_a_wrong_date_stays_in_the_line(two):
    async with preparing(two) as pilot:
        await pilot.press("shift+tab")
        await pilot.pause()
        choose(pilot.app, "day")
        await pilot.press("enter", *["backspace"] * 12)
        await write(pilot, "31.2.2027")
        await pilot.press("enter")
        assert "31.2.2027" in pilot.app.screen.query_one(StatusLine).text
        assert pilot.app.screen.bar.text == "31.2.2027"
        await pilot.press(*["backspace"] * 12)
        await write(pilot, "2.3.")
        await pilot.press("enter")
        assert two.second.meeting.day == date(2027, 3, 2)


async def test_the_kind_is_changed_in_place(two):
    async with preparing(two) as pilot:
        await pilot.press("shift+tab")
        await pilot.pause()
        choose(pilot.app, "kind")
        await pilot.press("right")
        assert two.second.meeting.kind == "group"
        await pilot.press("left", "left")
        assert two.second.meeting.kind == "workshop"


async def test_a_role_is_given_by_name_and_by_command_on_the_person(two):
    async with preparing(two) as pilot:
        await pilot.press("shift+tab")
        await pilot.pause()
        choose(pilot.app, "minute_taker")
        await pilot.press("enter")
        await write(pilot, "brandt")
        await pilot.press("tab")
        assert pilot.app.screen.bar.text == "Petra Brandt"
        await pilot.press("enter")
        officer = two.second.meeting.officer("minute_taker")
        assert two.second.meeting.person(officer.person).name == "Petra Brandt"
        await pilot.press("shift+tab")
        await pilot.pause()
        chosen = pilot.app.screen.current_list.chosen
        pilot.app.screen.action_name_chair()
        assert two.second.meeting.officer("chair").person == chosen


async def test_somebody_is_advisory_or_a_guest_by_command_and_votes_again(two):
    async with preparing(two) as pilot:
        pilot.app.screen.show_part_called("people")
        await pilot.pause()
        chosen = pilot.app.screen.current_list.chosen
        pilot.app.screen.action_advisory()
        assert not two.second.meeting.person(chosen).voting_right
        assert pilot.app.screen.query_one(StatusLine).text.endswith(" ist beratend")
        await pilot.pause()
        row = pilot.app.screen.current_list
        assert "beratend" in str(row.get_option_at_index(row.highlighted).prompt)
        pilot.app.screen.action_advisory()
        assert two.second.meeting.person(chosen).voting_right
        pilot.app.screen.action_guest()
        assert two.second.meeting.person(chosen).guest
        pilot.app.screen.action_undo()
        assert not two.second.meeting.person(chosen).guest


async def test_somebody_consents_to_be_named_in_open_data_and_takes_it_back(two):
    async with preparing(two) as pilot:
        pilot.app.screen.show_part_called("people")
        await pilot.pause()
        chosen = pilot.app.screen.current_list.chosen
        assert not two.second.meeting.person(chosen).consent, "nobody who was not asked"
        pilot.app.screen.action_consent()
        assert two.second.meeting.person(chosen).consent
        said = pilot.app.screen.query_one(StatusLine).text
        assert said.endswith(" darf in offenen Daten genannt werden")
        pilot.app.screen.action_consent()
        assert not two.second.meeting.person(chosen).consent
        said = pilot.app.screen.query_one(StatusLine).text
        assert said.endswith(" wird in offenen Daten nicht genannt")


# -- the room ---------------------------------------------------------------------------------


async def test_the_footer_shows_only_what_works(two):
    async with preparing(two) as pilot:
        assert {"n", "v", "F9"} <= set(keys_of(pilot.app))
        await pilot.press("n")
        assert keys_of(pilot.app) == ["↵", "Tab", "Esc", "F1"]
        await write(pilot, "abc")
        assert keys_of(pilot.app) == ["↵", "Esc", "F1"]


async def test_no_line_is_wider_than_the_screen(two):
    two.second.record(
        c.AgendaItemAdded(
            title="Ein sehr langer Titel, wie ihn Räte lieben " * 4, planned_minutes=120
        )
    )
    for size in ((80, 24), (120, 36), (60, 16)):
        async with preparing(two, size) as pilot:
            for part in ("head", "agenda", "people"):
                pilot.app.screen.show_part_called(part)
                await pilot.pause()
                rows = pilot.app.screen.current_list
                assert all(row.text.cell_length <= rows.size.width for row in rows._rows), part


async def test_another_language_keeps_line_and_choice(two):
    async with preparing(two) as pilot:
        await pilot.press("n", "A")
        pilot.app.switch_language()
        await pilot.pause()
        assert pilot.app.screen.bar.text == "A"
        assert "AGENDA" in str(pilot.app.screen.query_one("#title-agenda", Static).render())
    use_language("de")


async def test_what_another_program_writes_shows_here(two):
    other = two.workspace.open(two.second.reference)
    other.record(c.MeetingAmended(place="Rathaus"))
    async with preparing(two) as pilot:
        pilot.app.screen.on_screen_resume()
        assert two.second.meeting.place == "Rathaus"


@pytest.mark.parametrize(
    ("key", "room"), [("f8", "door"), ("f9", "live"), ("o", "review"), ("p", "minutes")]
)
async def test_the_ways_to_the_other_rooms(two, key, room):
    async with preparing(two) as pilot:
        await pilot.press(key)
        await pilot.pause()
        await pilot.pause()
        assert room == pilot.app.screen.ROOM


async def test_once_the_meeting_runs_there_is_nothing_to_prepare(two):
    async with preparing(two) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        two.start()
        pilot.app.pop_screen()
        await pilot.pause()
        await pilot.pause()
        assert not isinstance(pilot.app.screen, PrepareScreen)


# -- what the cockpit needs ---------------------------------------------------------------------


async def test_the_latest_end_and_what_a_body_needs_stand_in_the_head(two):
    two.second.record(c.MeetingAmended(kind="body"))
    async with preparing(two) as pilot:
        pilot.app.screen.show_part_called("head")
        await pilot.pause()
        for row, text in (("hard_end", "20.15"), ("legal_number", "19")):
            choose(pilot.app, row)
            pilot.app.screen.open_line_for(row)
            await write(pilot, text)
            await pilot.pause()
            await pilot.press("enter")
        assert two.second.meeting.hard_end == "20:15"
        assert two.second.meeting.legal_number == 19
        choose(pilot.app, "quorum_rule")
        await pilot.pause()
        await pilot.press("right")
        assert two.second.meeting.quorum_rule == "half"
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        meeting = two.second.meeting
        assert (meeting.hard_end, meeting.legal_number) == ("", None)
        assert meeting.quorum_rule == "more_than_half"


@pytest.mark.parametrize("typed", ["0", "viele", "1000", "-3"])
async def test_a_number_of_members_that_is_none_stays_in_the_line(two, typed):
    two.second.record(c.MeetingAmended(kind="body"))
    async with preparing(two) as pilot:
        pilot.app.screen.show_part_called("head")
        await pilot.pause()
        pilot.app.screen.open_line_for("legal_number")
        await pilot.pause()
        await write(pilot, typed)
        await pilot.press("enter")
        assert "keine Zahl von Mitgliedern" in str(pilot.app.screen.query_one(StatusLine).render())
        assert pilot.app.screen.query_one(CaptureBar).text == typed


async def test_a_workshop_is_not_asked_for_the_number_of_its_members(two):
    async with preparing(two) as pilot:
        pilot.app.screen.show_part_called("head")
        await pilot.pause()
        two.second.record(c.MeetingAmended(kind="workshop"))
        await pilot.pause()
        ids = [row.id for row in pilot.app.screen.current_list._rows]
        assert "hard_end" in ids
        assert "legal_number" not in ids


async def test_a_mended_line_keeps_what_it_says_of_the_item(two):
    async with preparing(two) as pilot:
        await pilot.press("n")
        await write(pilot, "16:40 Grusswort (kurz: Gruss, Vorlage 7/2026)")
        await pilot.press("enter", "escape")
        item = two.second.meeting.agenda_items[-1]
        assert (item.fixed_start, item.short_title, item.paper) == (
            "16:40",
            "Gruss",
            "Vorlage 7/2026",
        )
        pilot.app.screen.open_line_for(item.id)
        await pilot.pause()
        text = pilot.app.screen.query_one(CaptureBar).text
        assert text == "Grusswort (fest 16:40, kurz: Gruss, Vorlage 7/2026)"
        await pilot.press("enter")
        assert two.second.meeting.item(item.id) == item
        await pilot.press("n")
        await write(pilot, "Pause 15")
        await pilot.press("enter", "escape")
        pause = two.second.meeting.agenda_items[-1]
        assert (pause.purpose, pause.number, pause.planned_minutes) == ("break", "", 15)


async def test_protected_and_not_public_with_one_letter(two):
    async with preparing(two) as pilot:
        item = two.second.meeting.agenda_items[-1]
        choose(pilot.app, item.id)
        await pilot.press("f", "ö")
        now = two.second.meeting.item(item.id)
        assert (now.is_protected, now.public) == (True, False)
        text = "\n".join(s.text for s in pilot.app.screen._compositor.render_strips())
        assert "geschützt (nichtöffentlich)" in text
        await pilot.press("ctrl+z", "ctrl+z")
        assert two.second.meeting.item(item.id) == item


async def test_escape_keeps_what_was_typed_for_the_live_screen(two):
    async with preparing(two) as pilot:
        await pilot.press("n")
        await write(pilot, "Halber TOP")
        await pilot.press("escape")
        assert "grau" in pilot.app.screen.query_one(StatusLine).text
        app = pilot.app
        assert isinstance(app, FacilitatorApp)
        assert app.draft_file(two.second).read().aside == ("Halber TOP",)
        await pilot.press("f9")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, LiveScreen)
        assert app.screen.line.aside == ["Halber TOP"]


async def test_a_paste_into_a_line_of_the_head_keeps_what_was_typed(two):
    async with preparing(two) as pilot:
        await pilot.press("shift+tab", "enter")
        bar = pilot.app.screen.query_one(CaptureBar)
        before = bar.text
        await paste(pilot, " im\nKreishaus")
        assert bar.text == f"{before}im Kreishaus"


async def test_an_empty_agenda_offers_nothing_to_nest(two):
    items = two.second.meeting.agenda_items
    two.second.record(*(c.AgendaItemRemoved(item=each.id) for each in items))
    async with preparing(two) as pilot:
        assert "←→" not in pilot.app.screen.query_one(KeyFooter).render().plain


def test_a_long_title_is_cut_before_its_fixed_time(two):
    title = "Grußwort der Landrätin zur Eröffnung der gemeinsamen Ausstellung im Foyer des Hauses"
    two.second.record(c.AgendaItemAdded(title=title, planned_minutes=10, fixed_start="16:40"))
    row = AgendaPart(date(2026, 10, 14)).rows(two.second.meeting, "", 78)[-1].text.plain
    assert "… · fest 16:40" in row
    assert row.endswith("10 Min")
    assert cell_len(row) <= 78
