"""Who stands first at the door when letters begin a word of several names."""

from __future__ import annotations

from facilitator.folding import words
from facilitator.meeting.arrivals import matching_people
from facilitator.meeting.model import Attendance, Meeting, Person


def found(typed: str, *names: str, here: str = "") -> list[str]:
    people = tuple(Person(id=name, name=name) for name in names)
    attendance = (Attendance(person=here, status="present"),) if here else ()
    meeting = Meeting(people=people, attendance=attendance)
    return [each.person.name for each in matching_people(meeting, typed, words)]


def test_a_surname_comes_before_a_first_name_that_begins_so() -> None:
    people = ("Hans-Peter Müller-Lüdenscheidt", "Olga Petrowa", "Petra Abel")
    assert found("pet", *people)[0] == "Olga Petrowa"
    assert found("lüd", *people) == ["Hans-Peter Müller-Lüdenscheidt"]
    assert found("heide", "Heide Adam", "Anna von der Heide") == [
        "Anna von der Heide",
        "Heide Adam",
    ]


def test_who_is_expected_comes_before_who_is_here_where_both_are_called_so() -> None:
    people = ("Olga Petrowa", "Anna Petersen", "Petra Abel")
    assert found("pet", *people, here="Anna Petersen") == [
        "Olga Petrowa",
        "Anna Petersen",
        "Petra Abel",
    ]
