"""The door: two or three letters, Enter, next."""

from __future__ import annotations

import pytest
from keyboard import press, type_text
from meetings import Two, app_on, two_meetings
from textual.events import Key

from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Attendance
from screens.door import DoorScreen
from screens.widgets.line_editor import LineEditor
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine


@pytest.fixture
def two(tmp_path, monkeypatch) -> Two:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return two_meetings(tmp_path / "workspace")


def attendance(two: Two, name: str) -> Attendance:
    person = next(p for p in two.second.meeting.people if p.name == name)
    return two.second.meeting.attendance_of(person.id)


async def at_the_door(two: Two, *keys: str) -> str:
    """Type at the door; returns what the status line says."""
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(DoorScreen(two.second))
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        return app.screen.query_one(StatusLine).text


async def test_three_letters_and_enter_check_a_person_in(two):
    said = await at_the_door(two, *"öz", "enter")
    assert attendance(two, "Emre Öztürk").is_here
    assert said == "✓ Emre Öztürk ist da (16:10)"


async def test_umlauts_may_be_spelt_out(two):
    await at_the_door(two, *"oez", "enter")
    assert attendance(two, "Emre Öztürk").is_here


async def test_down_chooses_among_namesakes(two):
    await at_the_door(two, *"mül", "down", "enter")
    assert attendance(two, "Uwe Müller").is_here
    assert not attendance(two, "Jana Müller").is_here


async def test_an_organisation_tells_namesakes_apart(two):
    await at_the_door(two, *"mül", "space", *"job", "enter")
    assert attendance(two, "Uwe Müller").is_here


async def test_tab_steps_the_state(two):
    await at_the_door(two, *"bra", "tab", "enter")
    assert attendance(two, "Petra Brandt").remote
    await at_the_door(two, *"had", "tab", "tab", "tab", "enter")
    assert attendance(two, "Samir Haddad").status == "excused"


async def test_who_is_represented_is_asked_by_whom(two):
    await at_the_door(two, *"had", "tab", "tab", "enter", *"Ines Krug", "enter")
    state = attendance(two, "Samir Haddad")
    assert (state.status, state.represented_by) == ("represented", "Ines Krug")


async def test_a_time_behind_the_name_corrects_it(two):
    two.start()
    two.clock.advance(3600)
    await at_the_door(two, *"bra", "space", *"16:40", "enter")
    assert attendance(two, "Petra Brandt").stays[-1].arrived == "16:40"


async def test_a_new_person_comes_with_an_organisation(two):
    await at_the_door(two, *"Ana Ruiz, Diakonie", "enter")
    person = next(p for p in two.second.meeting.people if p.name == "Ana Ruiz")
    assert two.second.meeting.organization_name(person) == "Diakonie"
    assert attendance(two, "Ana Ruiz").is_here


async def test_a_mail_address_is_for_the_distribution_list_and_nothing_else(two):
    said = await at_the_door(two, *"Ana Ruiz, Diakonie, ruiz@diakonie.example", "enter")
    person = next(p for p in two.second.meeting.people if p.name == "Ana Ruiz")
    assert person.email == "ruiz@diakonie.example"
    assert two.second.meeting.organization_name(person) == "Diakonie"
    assert "@" not in said
    await at_the_door(two, *"öz, oeztuerk@beirat.example", "enter")
    assert attendance(two, "Emre Öztürk").is_here
    person = next(p for p in two.second.meeting.people if p.name == "Emre Öztürk")
    assert person.email == "oeztuerk@beirat.example"
    said = await at_the_door(two, *"öz, emre@beirat.example", "enter")
    assert said == "✓ Mailadresse von Emre Öztürk notiert"
    two.second.undo()
    person = next(p for p in two.second.meeting.people if p.name == "Emre Öztürk")
    assert person.email == "oeztuerk@beirat.example"


async def test_another_name_at_the_door_shows_everywhere(two):
    said = await at_the_door(two, *"hadd = Samir Haddad-Weiß", "enter")
    assert said == "✓ Samir Haddad heißt jetzt überall Samir Haddad-Weiß"
    assert "Samir Haddad-Weiß" in [person.name for person in two.second.meeting.people]
    two.second.undo()
    assert "Samir Haddad" in [person.name for person in two.second.meeting.people]


async def test_a_known_organisation_is_not_made_twice(two):
    before = len(two.second.meeting.organizations)
    await at_the_door(two, *"Ana Ruiz, caritas", "enter")
    assert len(two.second.meeting.organizations) == before


async def test_guests_are_counted(two):
    await at_the_door(two, *"3 Gäste", "enter")
    assert two.second.meeting.number_present == 3


async def test_who_leaves_is_chosen_and_deleted_from_the_list(two):
    two.start()
    two.clock.advance(600)
    await at_the_door(two, *"bra", "enter")
    two.clock.advance(600)
    await at_the_door(two, "delete")
    assert attendance(two, "Petra Brandt").stays[-1].left == "16:30"


async def test_undo_takes_an_arrival_back(two):
    await at_the_door(two, *"bra", "enter", "ctrl+z")
    assert not attendance(two, "Petra Brandt").is_here


async def test_letters_stay_text_and_escape_empties_the_line_first(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(DoorScreen(two.second))
        await pilot.press(*"qed")
        assert app.screen.query_one(LineEditor).text == "qed"
        await pilot.press("escape")
        assert app.screen.query_one(LineEditor).text == ""
        assert isinstance(app.screen, DoorScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, DoorScreen)


async def test_the_queue_sees_only_who_matches(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(DoorScreen(two.second))
        await pilot.pause()
        matches = app.screen.query_one("#matches", RowList)
        assert matches.option_count == 0
        await pilot.press(*"had")
        await pilot.pause()
        shown = [str(matches.get_option_at_index(n).prompt) for n in range(matches.option_count)]
        assert "Haddad, Samir" in shown[0]
        assert not any("Brandt" in row for row in shown)


async def test_enter_right_behind_fast_letters_takes_who_is_meant(two):
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(DoorScreen(two.second))
        await pilot.pause()
        for letter in "öztür":
            app.post_message(Key(letter, letter))
        app.post_message(Key("enter", None))
        await pilot.pause()
    assert attendance(two, "Emre Öztürk").is_here
    assert len(two.second.meeting.people) == 6


async def test_behind_a_comma_nobody_of_another_organisation_is_meant(two):
    await at_the_door(two, *"Jana Müller, Diakonie", "enter")
    names = [person.name for person in two.second.meeting.people]
    assert names.count("Jana Müller") == 2
    first = next(p for p in two.second.meeting.people if p.name == "Jana Müller")
    assert not two.second.meeting.attendance_of(first.id).is_here


async def test_the_surname_typed_is_chosen_before_a_part_of_a_given_name(two):
    two.second.record(c.PersonAdded(name="Hans-Peter Müller"), c.PersonAdded(name="Lidija Petrowa"))
    app = app_on(two)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(DoorScreen(two.second))
        await pilot.pause()
        await type_text(pilot, "pet")
        shown = [strip.text for strip in app.screen._compositor.render_strips()]
        rows = [row for row in shown if "▸" in row]
        assert len(rows) == 1
        assert "Petrowa, Lidija" in rows[0]
        assert "‹" in rows[0]
        await press(pilot, "enter")
    assert attendance(two, "Lidija Petrowa").is_here
    assert not attendance(two, "Hans-Peter Müller").is_here
    assert not attendance(two, "Petra Brandt").is_here
