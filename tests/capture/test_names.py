"""Names: folding, namesakes, titles, groups, and what is offered while one is typed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from facilitator.capture import Reading
from facilitator.meeting.changes import ActionItemRecorded
from facilitator.meeting.model import Meeting, Organization, Person

Reads = Callable[..., Reading]


def owner(reading: Reading) -> str:
    (change,) = reading.changes
    assert isinstance(change, ActionItemRecorded)
    return change.owners[0].id


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Öztürk", "p-ozturk"),
        ("oeztuerk", "p-ozturk"),
        ("ozturk", "p-ozturk"),
        ("OZTURK", "p-ozturk"),
        ("O\u0308ztu\u0308rk", "p-ozturk"),
        ("Weiss", "p-weiss"),
        ("Fr. Weiß", "p-weiss"),
        ("Frau Dr. Petra Weiß", "p-weiss"),
        ("P. Weiß", "p-weiss"),
        ("Weiß VHS", "p-weiss"),
        ("Müller-Lüdenscheidt", "p-luede"),
        ("Müller IHK", "p-mueller1"),
        ("Müller VHS", "p-mueller2"),
        ("von der Heide", "p-heide"),
        ("Heide", "p-heide"),
        ("Samir", "p-haddad"),
        ("Herrn Haddad", "p-haddad"),
        ("VHS", "o-vhs"),
        ("AG Wohnen", "g-wohnen"),
        ("ag wohnen", "g-wohnen"),
    ],
)
def test_a_name_is_found(typed: str, person: str, reads: Reads) -> None:
    assert owner(reads(f"m: Raum >{typed} <Mai")) == person


def test_namesakes_stay_a_name_until_one_is_chosen(reads: Reads) -> None:
    reading = reads("m: Raum >Müller <Mai", language="en")
    assert owner(reading) == ""
    (chip,) = [chip for chip in reading.chips if chip.kind == "owner"]
    assert (chip.state, chip.note) == ("offered", "which one?")
    picked = reads("m: Raum >Anna Müller <Mai", picks=(("Anna Müller", "p-mueller1"),))
    assert owner(picked) == "p-mueller1"


def test_half_a_name_is_offered_and_its_chip_is_hollow(reads: Reads) -> None:
    reading = reads("m: Ehrenamt ausbauen >no")
    assert reading.completion is not None
    assert [x.name for x in reading.completion.candidates] == [
        "Marta Nowak",
        "Norbert Novak",
        "AG Notfallhilfe",
    ]
    assert [x.present for x in reading.completion.candidates] == [True, False, False]
    assert (reading.completion.start, reading.completion.end) == (22, 24)
    (chip,) = [chip for chip in reading.chips if chip.kind == "owner"]
    assert (chip.state, chip.label) == ("offered", "Marta Nowak (Caritas)")


@pytest.mark.parametrize("typed", ["ozt", "oeztuerk"[:4], "Özt", "ÖZT"])
def test_folded_beginnings_are_offered(typed: str, reads: Reads) -> None:
    completion = reads(f"m: Raum >{typed}").completion
    assert completion is not None
    assert [x.id for x in completion.candidates] == ["p-ozturk"]


def test_those_in_the_room_then_owners_of_open_actions(reads: Reads) -> None:
    completion = reads("m: Raum >petra").completion
    assert completion is not None
    assert [x.id for x in completion.candidates] == ["p-weiss", "p-brandt"]


@pytest.mark.parametrize(
    "line", ["m: Raum >Nowak", "m: Raum >Nowak ", "m: Raum >no bis", "Raum >no", "m: Raum no"]
)
def test_nothing_is_offered(line: str, reads: Reads) -> None:
    assert reads(line).completion is None


def test_the_cursor_decides_where_a_name_is_typed(reads: Reads) -> None:
    line = "m: Raum >no bis Ende März"
    completion = reads(line, cursor=11).completion
    assert completion is not None
    assert line[completion.start : completion.end] == "no"
    assert reads(line, cursor=10).completion is None


def test_a_field_is_offered(reads: Reads) -> None:
    completion = reads("m: Raum #Sp").completion
    assert completion is not None
    assert [x.insert for x in completion.candidates] == ["Sprachförderung"]


def test_a_hundred_people_with_namesakes(reads: Reads, meeting: Meeting) -> None:
    organizations = tuple(Organization(id=f"o{i}", name=f"Träger {i}") for i in range(10))
    people = tuple(
        Person(
            id=f"p{i}",
            name=f"{'Ayşe Jürgen Chloé Łukasz Søren'.split()[i % 5]} Name{i % 50:02}",
            organization=f"o{i // 50}",
        )
        for i in range(100)
    )
    crowd = msgspec.structs.replace(meeting, people=people, organizations=organizations, groups=())
    for i in range(50):
        assert owner(reads(f"m: X >Name{i:02} Träger 0 <Mai", meeting=crowd)) == f"p{i}"
        assert owner(reads(f"m: X >Name{i:02} Träger 1 <Mai", meeting=crowd)) == f"p{i + 50}"
        assert owner(reads(f"m: X >Name{i:02} <Mai", meeting=crowd)) == ""
    (known,) = {owner(reads("m: X >lukasz name03 träger 0 <Mai", meeting=crowd))}
    assert known == "p3"
    completion = reads("m: X >name", meeting=crowd).completion
    assert completion is not None
    assert len(completion.candidates) == 8


def chips_of_owner(reading: Reading) -> list[tuple[str, str, str]]:
    return [(c.state, c.label, c.note) for c in reading.chips if c.kind == "owner"]


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Öztü", "Emine Öztürk (Kreisverwaltung)"),
        ("Frau Ozt", "Emine Öztürk (Kreisverwaltung)"),
        ("Emine Özt", "Emine Öztürk (Kreisverwaltung)"),
        ("Hei", "Jan von der Heide"),
        ("Müller-Lü", "Eva Müller-Lüdenscheidt"),
    ],
)
def test_a_surname_that_was_begun_is_offered_and_never_guessed(
    typed: str, label: str, reads: Reads
) -> None:
    line = f"m: Raum >{typed} bis Ende Mai"
    reading = reads(line)
    assert owner(reading) == ""
    assert chips_of_owner(reading) == [("offered", label, "")]
    (offered,) = [chip for chip in reading.chips if chip.kind == "owner"]
    taken = reads(line, taken=frozenset({offered.key}))
    assert owner(taken).startswith("p-")
    assert chips_of_owner(taken) == [("taken", label, "")]
    refused = reads(line, refused=frozenset({offered.key}), language="en")
    assert owner(refused) == ""
    assert chips_of_owner(refused) == [("taken", typed, "new?")]


@pytest.mark.parametrize("typed", ["No", "Sam", "Mül", "Xy", "Wohn"])
def test_two_letters_two_people_a_given_name_or_nobody_are_not_offered(
    typed: str, reads: Reads
) -> None:
    line = f"m: Raum >{typed} <Mai"
    assert all(label == typed for _, label, _ in chips_of_owner(reads(line)))


def test_a_bullet_for_a_surname_that_was_begun_becomes_an_action_with_tab(reads: Reads) -> None:
    line = "- Statistik pflegen >Özt bis Ende nächster Woche"
    reading = reads(line)
    assert reading.kind == "action_item"
    states = {chip.kind: chip.state for chip in reading.chips if chip.kind != "field"}
    assert states == {"owner": "offered", "due": "taken"}
    taken = reads(line, taken=frozenset(chip.key for chip in reading.chips))
    (change,) = taken.changes
    assert isinstance(change, ActionItemRecorded)
    assert change.owners[0].id == "p-ozturk"
    assert change.due is not None
    assert change.summary == "Statistik pflegen"
    assert change.due.text == "Ende nächster Woche"
