"""At the door: states, times, whole organisations, guests, lists, what cannot be."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from keyboard import paste, press, send, type_text
from meetings import Two, app_on, two_meetings
from textual.pilot import Pilot

from facilitator.exchange.people_csv import read_people_text
from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Attendance, Meeting, Person
from facilitator.meeting.quorum import legal_number_of, quorum_at
from screens.dialogs.help import HelpDialog
from screens.dialogs.import_file import ImportFileDialog
from screens.dialogs.question import QuestionDialog
from screens.door import DoorScreen
from screens.widgets.line_editor import LineEditor
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine


@pytest.fixture
def two(tmp_path, monkeypatch) -> Two:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return two_meetings(tmp_path / "workspace")


@dataclass
class Door:
    pilot: Pilot
    two: Two

    @property
    def meeting(self) -> Meeting:
        return self.two.second.meeting

    @property
    def said(self) -> str:
        return self.pilot.app.screen.query_one(StatusLine).text

    @property
    def line(self) -> str:
        return self.pilot.app.screen.query_one(LineEditor).text

    @property
    def counts(self) -> str:
        return str(self.pilot.app.screen.query_one("#counts").render())

    def rows(self) -> list[str]:
        rows = self.pilot.app.screen.query_one("#matches", RowList)
        return [str(rows.get_option_at_index(n).prompt) for n in range(rows.option_count)]

    def person(self, name: str) -> Person:
        return next(p for p in self.meeting.people if p.name == name)

    def attendance(self, name: str) -> Attendance:
        found = self.meeting.attendance_of(self.person(name).id)
        assert found is not None
        return found

    def stays(self, name: str) -> list[tuple[str | None, str | None]]:
        return [(stay.arrived, stay.left) for stay in self.attendance(name).stays]


@asynccontextmanager
async def door(two: Two, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Door]:
    app = app_on(two)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(DoorScreen(two.second))
        await pilot.pause()
        yield Door(pilot, two)


def running(two: Two, minutes: int = 120) -> None:
    """The meeting has run for so long: started 16:10."""
    two.start()
    two.clock.advance(minutes * 60)


# -- states -------------------------------------------------------------------------------------


async def test_the_chosen_row_shows_all_states_and_the_arrows_turn_them(two):
    async with door(two) as at:
        await type_text(at.pilot, "mül")
        first, second = at.rows()[:2]
        states = "‹da› online vertreten entschuldigt …"
        assert first == f" ▸ Müller, Jana        Caritas            {states}"
        assert second.endswith("erwartet")
        await press(at.pilot, "right", "right")
        assert "da online ‹vertreten› entschuldigt" in at.rows()[0]
        await press(at.pilot, "left", "enter")
        assert at.attendance("Jana Müller").remote
        assert at.said == "✓ Jana Müller ist da (16:10)"


async def test_the_arrows_move_the_cursor_within_the_line(two):
    async with door(two) as at:
        await type_text(at.pilot, "mül")
        await press(at.pilot, "left", "left")
        await type_text(at.pilot, "x")
        assert at.line == "mxül"


async def test_guest_is_a_trait_and_brings_somebody_in(two):
    async with door(two) as at:
        await type_text(at.pilot, "had")
        await press(at.pilot, *["tab"] * 4)
        assert "‹Gast›" in at.rows()[0]
        await press(at.pilot, "enter")
        assert at.person("Samir Haddad").guest
        assert at.attendance("Samir Haddad").is_here
        await type_text(at.pilot, "had")
        await press(at.pilot, *["tab"] * 3)
        assert "‹kein Gast›" in at.rows()[0]
        await press(at.pilot, "enter", "ctrl+z", "ctrl+z")
        assert not at.person("Samir Haddad").guest
        assert not at.attendance("Samir Haddad").is_here


async def test_a_body_has_advisory_people(two):
    two.second.record(c.MeetingAmended(kind="body"))
    async with door(two) as at:
        await type_text(at.pilot, "had")
        await press(at.pilot, *["tab"] * 5, "enter")
        assert not at.person("Samir Haddad").voting_right
        assert at.said == "✓ Samir Haddad ist beratend, ohne Stimme"
        assert "NICHT beschlussfähig: 0 von 5, nötig 3" in at.counts


async def test_at_a_video_address_here_means_online(two):
    two.second.record(c.MeetingAmended(place="https://zoom.us/j/123"))
    async with door(two) as at:
        await type_text(at.pilot, "bra")
        assert "‹da› im Raum vertreten" in at.rows()[0]
        await press(at.pilot, "enter")
        assert at.attendance("Petra Brandt").remote
        await type_text(at.pilot, "had")
        await press(at.pilot, "right", "enter")
        assert at.attendance("Samir Haddad").is_here
        assert not at.attendance("Samir Haddad").remote


async def test_who_stands_in_may_be_somebody_listed(two):
    async with door(two) as at:
        await type_text(at.pilot, "had")
        await press(at.pilot, "tab", "tab", "enter")
        await type_text(at.pilot, "bran")
        assert len(at.rows()) == 2
        await press(at.pilot, "down", "enter")
        assert at.attendance("Samir Haddad").represented_by == "Petra Brandt"
        assert at.said == "✓ Samir Haddad wird vertreten durch Petra Brandt"


async def test_who_came_last_goes_back_into_the_line(two):
    async with door(two) as at:
        await send(at.pilot, "bra")
        await press(at.pilot, "right")
        assert at.line == "Petra Brandt, Wirtschaftsförderung"
        await press(at.pilot, "tab", "tab", "enter")
        assert at.attendance("Petra Brandt").remote


async def test_a_namesake_beyond_the_rows_shown_is_still_meant(two):
    """Nine called Müller, six rows: 'Müller, Zoë' as the list shows it, and 'Müller, Kita'."""
    for name in ("Ada", "Bea", "Cem", "Dora", "Eda", "Fee", "Zoë"):
        two.second.record(c.PersonAdded(name=f"{name} Müller"))
    two.second.record(
        c.OrganizationAdded(name="Kita Sonnenschein"),
        c.PersonAdded(name="Xaver Müller", organization="^0"),
    )
    listed = len(two.second.meeting.people)
    async with door(two) as at:
        await type_text(at.pilot, "müller")
        namesakes = sum("müller" in p.name.casefold() for p in at.meeting.people)
        assert at.rows()[6] == (
            f"   … und {namesakes - 6} weitere: noch ein Buchstabe, oder Name, Organisation"
        )
        await press(at.pilot, "escape")
        await send(at.pilot, "Müller, Zoë")
        await send(at.pilot, "müller, kita")
        assert len(at.meeting.people) == listed
        assert at.attendance("Zoë Müller").is_here
        assert at.attendance("Xaver Müller").is_here


async def test_first_names_of_namesakes_are_not_cut_at_eighty_columns(two):
    for name in ("Çağla von der Heide", "Jürgen von der Heide"):
        two.second.record(c.PersonAdded(name=name))
    async with door(two) as at:
        await type_text(at.pilot, "heide")
        assert sorted(row[3:24].rstrip() for row in at.rows()[:2]) == [
            "von der Heide, Jürgen",
            "von der Heide, Çağla",
        ]
        assert max(map(len, at.rows())) <= 80


# -- who is new ---------------------------------------------------------------------------------


async def test_new_people_are_counted_as_new(two):
    async with door(two) as at:
        await send(at.pilot, "Lena Krüger, Jobcenter")
        assert at.person("Lena Krüger").is_new
        assert at.said == "✓ Lena Krüger ist neu und da"
        assert at.counts.strip() == "1 von 7 da   1 neu"
        latest = at.pilot.app.screen.query_one("#latest", RowList)
        assert str(latest.get_option_at_index(1).prompt).rstrip().endswith("neu")
        await press(at.pilot, "ctrl+z")
        assert at.counts.strip() == "0 von 6 da"


async def test_who_comes_in_the_minute_of_the_start_is_the_one_to_mend(two):
    running(two, 0)
    async with door(two) as at:
        await send(at.pilot, "Lena Krüger, Jobcenter")
        await press(at.pilot, "right")
        assert at.line == "Lena Krüger, Jobcenter"


async def test_a_slip_in_the_number_of_guests_makes_nobody(two):
    async with door(two) as at:
        await send(at.pilot, "+999999 Gäste")
        assert at.said == "999999 Gäste fasst kein Raum. Die Zeile bleibt."
        assert at.line == "+999999 Gäste"
        assert (len(at.meeting.people), at.meeting.unnamed_guests) == (6, ())


async def test_at_the_door_of_a_body_a_stranger_is_a_guest_until_told_otherwise(two):
    two.second.record(c.MeetingAmended(kind="body"))
    async with door(two, (120, 36)) as at:
        await send(at.pilot, "Lena Krüger, Jobcenter")
        assert at.said == "✓ Lena Krüger ist neu und da, als Gast ohne Stimme"
        assert at.person("Lena Krüger").guest
        assert quorum_at(at.meeting, two.second.now()).present == 0
        assert legal_number_of(at.meeting) == 6
        await type_text(at.pilot, "krüger")
        await press(at.pilot, "right", "right", "right", "enter")
        assert at.said == "✓ Lena Krüger ist kein Gast"
        found = quorum_at(at.meeting, two.second.now())
        assert (found.present, found.legal_number) == (1, 7)  # a member whom the list forgot


async def test_hostile_and_endless_names(two):
    async with door(two) as at:
        name = "Anneliese-Wilhelmine Freifrau von und zu Müller-Lüdenscheidt-Öhringen [/x]"
        await send(at.pilot, name)
        assert at.person(name).is_new
        await send(at.pilot, "x" * 300)
        assert at.said == "Kein Name hat 300 Buchstaben. Die Zeile bleibt."
        assert at.line == "x" * 300
        await press(at.pilot, "escape")
        await send(at.pilot, "123")
        assert at.said == "Ein Name braucht Buchstaben. Die Zeile bleibt."
        await press(at.pilot, "escape")
        await send(at.pilot, "/pause 15")
        assert at.line == "/pause 15"
        assert len(at.meeting.people) == 7


async def test_the_empty_line_does_nothing_and_a_left_line_comes_back(two):
    async with door(two) as at:
        await press(at.pilot, "enter", "tab")
        assert at.said == ""
        await type_text(at.pilot, "Lena Krüger")
        await press(at.pilot, "escape")
        assert at.line == ""
        await press(at.pilot, "ctrl+up")
        assert at.line == "Lena Krüger"


# -- times --------------------------------------------------------------------------------------


async def test_an_arrival_is_corrected_and_a_whole_stay_said(two):
    running(two)
    async with door(two) as at:
        await send(at.pilot, "bra", "bra 16:50")
        assert at.stays("Petra Brandt") == [("16:50", None)]
        assert at.said == "✓ Petra Brandt ist da (16:50)"
        await send(at.pilot, "bra bis 17:20")
        assert at.stays("Petra Brandt") == [("16:50", "17:20")]
        assert at.said == "✓ Petra Brandt ist gegangen (17:20)"
        await send(at.pilot, "had 16:40-17:30")
        assert at.stays("Samir Haddad") == [("16:40", "17:30")]
        assert at.said == "✓ Samir Haddad war da: 16:40–17:30"
        await send(at.pilot, "Eva Neu, VHS 17:00-17:45")
        assert at.stays("Eva Neu") == [("17:00", "17:45")]
        await press(at.pilot, "ctrl+z", "ctrl+z")
        assert at.stays("Samir Haddad") == []
        assert (
            at.meeting.attendance
            == at.two.workspace.open(at.two.second.reference).meeting.attendance
        )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bra bis 16:20", "Petra Brandt kam um 16:50 und kann nicht um 16:20 gegangen sein."),
        ("bra 17:30-17:20", "Petra Brandt kam um 17:30 und kann nicht um 17:20 gegangen sein."),
        ("bra bis 23:00", "23:00 kommt erst noch (jetzt ist es 18:10)."),
        ("bra 25:10", "25:10 ist keine Uhrzeit."),
    ],
)
async def test_what_cannot_be_is_refused_in_words_and_the_line_stays(two, typed, said):
    running(two)
    async with door(two) as at:
        await send(at.pilot, "bra 16:50", typed)
        assert at.said == f"{said} Die Zeile bleibt."
        assert at.line == typed
        assert at.stays("Petra Brandt") == [("16:50", None)]


async def test_a_time_does_not_go_with_an_excuse(two):
    running(two)
    async with door(two) as at:
        await type_text(at.pilot, "bra 16:50")
        await press(at.pilot, "tab", "tab", "tab", "enter")
        assert at.said == "Eine Zeit passt zu „da“, nicht zu „entschuldigt“. Die Zeile bleibt."
        assert at.line == "bra 16:50"


async def test_all_leave_at_the_close_and_are_there_again_when_it_is_reopened(two):
    running(two)
    async with door(two) as at:
        await send(at.pilot, "bra")
        two.second.record(c.MeetingClosed())
        assert at.stays("Petra Brandt") == [("18:10", None)]
        assert at.attendance("Petra Brandt").is_here


# -- several at once ----------------------------------------------------------------------------


async def test_all_of_an_organisation_come_in_one_step(two):
    async with door(two) as at:
        await send(at.pilot, "uwe")
        await type_text(at.pilot, "alle job")
        assert at.rows() == [" ▸ alle: Jobcenter     1 offen · 1 da     ‹da› online entschuldigt"]
        await press(at.pilot, "enter")
        assert at.attendance("Karin Müller-Lund").is_here
        assert at.said == "✓ Jobcenter: 1 Person ist da"
        await send(at.pilot, "alle Jobcenter")
        assert at.said == "Jobcenter: niemand wird mehr erwartet."
        assert at.line == "alle Jobcenter"
        await press(at.pilot, "escape", "ctrl+z")
        assert not at.attendance("Karin Müller-Lund").is_here
        assert at.attendance("Uwe Müller").is_here


async def test_all_of_an_organisation_may_be_excused(two):
    async with door(two) as at:
        await type_text(at.pilot, "all job")
        await press(at.pilot, "right", "right", "enter")
        assert at.attendance("Uwe Müller").status == "excused"
        assert at.attendance("Karin Müller-Lund").status == "excused"
        assert at.counts.strip() == "0 von 6 da   2 entschuldigt"


async def test_unnamed_guests_are_added_and_corrected(two):
    async with door(two) as at:
        await send(at.pilot, "+3 Gäste", "+4 Gäste der VHS")
        assert at.counts.strip() == "0 von 6 da   7 Gäste ohne Namen"
        await type_text(at.pilot, "5 Gäste")
        assert at.rows() == [" ▸ zusammen 5 Gäste ohne Namen (bisher 7)"]
        await press(at.pilot, "enter")
        assert at.said == "✓ zusammen 5 Gäste ohne Namen"
        await send(at.pilot, "-2 Gäste")
        assert at.meeting.number_present == 3
        await send(at.pilot, "-4 Gäste")
        assert at.said == "Nur 3 Gäste ohne Namen sind gezählt. Die Zeile bleibt."
        await press(at.pilot, "escape", "ctrl+z", "ctrl+z")
        assert at.meeting.number_present == 7


LIST = """Name;Organisation;Status
Petra Brandt;Wirtschaftsförderung;Absage
Samir Haddad;IHK;Absage
Emre Öztürk;Integrationsbeirat;Zusage
Jana Müller;Caritas;Absage
Lena Krüger;Jobcenter;Zusage
Olga Neumann;VHS;Zusage
"""


async def test_a_list_read_in_again_leaves_times_states_and_corrections(two, tmp_path):
    running(two)
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    async with door(two) as at:
        await send(at.pilot, "bra 16:50", "Lena Krüger, Jobcenter")
        await type_text(at.pilot, "had")
        await press(at.pilot, "tab", "tab", "enter")
        await send(at.pilot, "Ines Krug")
        await type_text(at.pilot, "öz")
        await at.pilot.app.screen.run_action("import_people")
        await at.pilot.pause()
        assert isinstance(at.pilot.app.screen, ImportFileDialog)
        await type_text(at.pilot, str(path))
        await press(at.pilot, "enter")
        await at.pilot.pause()
        dialog = at.pilot.app.screen
        assert isinstance(dialog, QuestionDialog)
        asked = "\n".join(str(each.render()) for each in dialog.query("Static"))
        assert "6 Personen · 1 davon neu · 1 entschuldigt" in asked
        assert "Brandt" not in asked  # the queue reads along
        await press(at.pilot, "enter")
        await at.pilot.pause()
        assert at.said == "✓ 6 Personen eingelesen"
        assert at.line == "öz"
        assert at.stays("Petra Brandt") == [("16:50", None)]
        assert at.attendance("Samir Haddad").represented_by == "Ines Krug"
        assert at.attendance("Jana Müller").status == "excused"
        assert not at.person("Lena Krüger").is_new
        assert not at.person("Olga Neumann").is_new
        await press(at.pilot, "escape", "ctrl+z")
        assert len(at.meeting.people) == 7


async def test_a_pasted_list_is_asked_about_and_one_pasted_line_is_typed(two):
    assert len(read_people_text("Olga Neumann, VHS\nTim Ober, IHK").people) == 2
    async with door(two) as at:
        await paste(at.pilot, "Olga Neumann, VHS\nTim Ober, IHK")
        await at.pilot.pause()
        assert isinstance(at.pilot.app.screen, QuestionDialog)
        await press(at.pilot, "escape")
        await at.pilot.pause()
        assert len(at.meeting.people) == 6
        await paste(at.pilot, "Olga Neumann, VHS")
        assert at.line == "Olga Neumann, VHS"


async def test_within_a_minute_the_last_one_stands_first(two):
    async with door(two) as at:
        for name in ("bra", "karin", "had", "jana"):
            await send(at.pilot, name)
            latest = at.pilot.app.screen.query_one("#latest", RowList)
            first = str(latest.get_option_at_index(1).prompt)
            assert name in first.casefold()
        await press(at.pilot, "delete")
        assert not at.attendance("Jana Müller").is_here


async def test_a_tiny_window_still_takes_names_and_says_what_was_saved(two):
    async with door(two, (40, 10)) as at:
        await type_text(at.pilot, "mül")
        await at.pilot.resize_terminal(120, 36)
        await at.pilot.resize_terminal(40, 10)
        await at.pilot.pause()
        lines = at.pilot.app.screen._compositor.render_strips()
        assert "Wer kommt? mül" in lines[2].text
        assert "▸ Müller, Jana" in lines[3].text
        assert "F1" in lines[9].text
        await press(at.pilot, "enter")
        assert at.attendance("Jana Müller").is_here
        await at.pilot.pause()
        lines = at.pilot.app.screen._compositor.render_strips()
        assert "✓ Jana Müller" in lines[8].text


# -- a big hall ---------------------------------------------------------------------------------


async def test_five_hundred_people_and_only_matches_are_shown(two):
    two.second.record(*(c.PersonAdded(name=f"Person{n} Müllermann") for n in range(500)))
    async with door(two) as at:
        assert at.rows() == []
        await type_text(at.pilot, "person49")
        assert len(at.rows()) == 8  # six people, how many more, and a new one
        assert at.rows()[6].startswith("   … und 5 weitere")
        await press(at.pilot, "enter")
        assert at.counts.strip() == "1 von 506 da"
        await press(at.pilot, "f1")
        assert isinstance(at.pilot.app.screen, HelpDialog)
        text = str(at.pilot.app.screen.query_one("#text").render())
        assert "HIER" in text
        assert "alle Caritas" in text
        assert "Themenspeicher" not in text


async def test_the_door_tells_when_the_quorum_comes(two):
    two.second.record(c.MeetingAmended(kind="body", legal_number=3))
    running(two, 10)
    async with door(two, (120, 36)) as at:
        await send(at.pilot, "bra")
        assert at.said == "✓ Petra Brandt ist da (16:20)"
        await send(at.pilot, "had")
        assert at.said.startswith("Jetzt beschlussfähig: 2 von 3, nötig 2 · ✓ Samir Haddad")
        await press(at.pilot, "delete")
        assert at.said.startswith("NICHT MEHR beschlussfähig: 1 von 3, nötig 2")


async def test_english_words(two):
    use_language("en")
    two.second.record(c.MeetingAmended(kind="body"))
    async with door(two) as at:
        await type_text(at.pilot, "mül")
        assert "‹here› online represented excused" in at.rows()[0]
        await press(at.pilot, "enter")
        assert at.said == "✓ Jana Müller is here (16:10)"
        assert "NO quorum: 1 of 6, needed 4" in at.counts
    use_language("de")
