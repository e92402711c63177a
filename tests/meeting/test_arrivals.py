"""Who is meant by a few letters at the door."""

from __future__ import annotations

import pytest
from meetings import two_meetings

from facilitator.folding import words
from facilitator.meeting import changes as c
from facilitator.meeting.arrivals import matching_people, surname_first


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("pet", ["Olga Petrowa", "Petra Ziegler", "Hans-Peter Müller"]),
        ("mül", ["Hans-Peter Müller", "Karin Müller-Lund", "Dr. Müllika Adam"]),
        ("müller", ["Hans-Peter Müller", "Karin Müller-Lund"]),
        ("adam", ["Dr. Müllika Adam", "Adam Abele"]),
        ("hei", ["Ina von der Heide", "Heide Bach", "Zoe Quast", "Anna Zorn"]),
        ("pet mül", ["Hans-Peter Müller"]),
        ("lund", ["Karin Müller-Lund", "Zoe Quast", "Anna Zorn"]),
        ("wei", ["Weiß, Wanda", "Abel Cohn"]),
    ],
)
def test_a_surname_beats_a_given_name_beats_a_part_of_one(tmp_path, typed, names):
    live = two_meetings(tmp_path / "workspace").second
    live.record(*(c.PersonRemoved(person=person.id) for person in live.meeting.people))
    live.record(
        c.OrganizationAdded(name="Heim Lund"),
        c.OrganizationAdded(name="Weiterbildung"),
        c.PersonAdded(name="Hans-Peter Müller"),
        c.PersonAdded(name="Adam Abele"),
        c.PersonAdded(name="Dr. Müllika Adam"),
        c.PersonAdded(name="Karin Müller-Lund"),
        c.PersonAdded(name="Heide Bach"),
        c.PersonAdded(name="Ina von der Heide"),
        c.PersonAdded(name="Petra Ziegler"),
        c.PersonAdded(name="Olga Petrowa"),
        c.PersonAdded(name="Weiß, Wanda"),
        c.PersonAdded(name="Zoe Quast", organization="^0"),
        c.PersonAdded(name="Anna Zorn", organization="^0"),
        c.PersonAdded(name="Abel Cohn", organization="^1"),
    )
    found = matching_people(live.meeting, typed, words)
    assert [arrival.person.name for arrival in found] == names


def test_who_is_expected_goes_before_who_is_here_only_where_the_name_fits_as_well(tmp_path):
    live = two_meetings(tmp_path / "workspace").second
    jana = live.meeting.people[0]
    live.record(c.AttendanceRecorded(person=jana.id, status="present"))
    assert [a.person.name for a in matching_people(live.meeting, "mül", words)] == [
        "Uwe Müller", "Karin Müller-Lund", "Jana Müller",
    ]  # fmt: skip
    assert [a.person.name for a in matching_people(live.meeting, "müller", words)] == [
        "Uwe Müller", "Jana Müller", "Karin Müller-Lund",
    ]  # fmt: skip


def test_a_name_with_its_surname_in_front_stays_as_it_is():
    assert surname_first("Weiß, Wanda") == "Weiß, Wanda"
    assert surname_first("Ina von der Heide") == "von der Heide, Ina"
