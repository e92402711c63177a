"""Groups founded in a line, and milestones with the last day they mean."""

from __future__ import annotations

from datetime import date

import pytest
from written import Written

from facilitator.capture import Context, read
from facilitator.capture.founding import found_group, founding_decision
from facilitator.meeting import changes as c

DAY = date(2017, 10, 12)


@pytest.fixture
def written() -> Written:
    made = Written()
    made.record(
        c.OrganizationAdded(name="VHS", id="vhs"),
        c.PersonAdded(name="Petra Weiß", organization="vhs", id="petra"),
        c.PersonAdded(name="Jan Weiß", id="jan"),
        c.PersonAdded(name="Marta Nowak", id="nowak"),
        c.GroupAdded(name="Institut", id="institut"),
    )
    return made


def context(written: Written, **more) -> Context:
    return Context(meeting=written.meeting, today=DAY, language="de", **more)


def names(written: Written, group: str) -> list[str]:
    found = next(g for g in written.meeting.groups if g.name == group)
    people = [written.meeting.person(member) for member in found.members]
    return [person.name for person in people if person]


def test_a_group_is_founded_with_known_and_new_members(written):
    line = "Steuerungsgruppe: Kern, Weiß (VHS), Nowak und Demir (Caritas) (Sprecherin Nowak)"
    founding = found_group(line, context(written, item="i"), "b")
    assert founding.new == ("Kern", "Demir")
    written.record(*founding.changes)
    group = written.meeting.groups[-1]
    assert names(written, "Steuerungsgruppe") == ["Kern", "Petra Weiß", "Marta Nowak", "Demir"]
    assert group.speakers == ("nowak",)
    assert (group.founded_under, group.founded_by) == ("i", "b")
    demir = written.meeting.people[-1]
    assert written.meeting.organization_name(demir) == "Caritas"
    assert not demir.guest
    attendance = written.meeting.attendance_of(demir.id)
    assert attendance is not None
    assert attendance.status == "expected", "a member, not somebody who came"
    owners = read("m: Termin finden >Steuerungsgruppe", context(written)).changes[0].owners
    assert [(owner.kind, owner.id) for owner in owners] == [("group", group.id)]


def test_the_same_line_again_says_who_belongs_to_it(written):
    written.record(
        *found_group("Steuerungsgruppe: Kern, Nowak (Sprecher: Kern)", context(written)).changes
    )
    written.record(*found_group("steuerungsgruppe: Nowak, Jan Weiß", context(written)).changes)
    assert names(written, "Steuerungsgruppe") == ["Marta Nowak", "Jan Weiß"]
    assert written.meeting.groups[-1].speakers == (), "who speaks for it belongs to it"
    written.record(*found_group("Steuerungsgruppe: +Kern, -Nowak", context(written)).changes)
    assert names(written, "Steuerungsgruppe") == ["Jan Weiß", "Kern"]
    written.record(*found_group("Steuerungsgruppe: (Sprecherin Kern)", context(written)).changes)
    assert names(written, "Steuerungsgruppe") == ["Jan Weiß", "Kern"]
    assert len(written.meeting.groups[-1].speakers) == 1
    assert len(written.meeting.groups) == 2
    again = found_group("Steuerungsgruppe: Jan Weiß, Kern", context(written))
    assert again.changes == ()
    assert again.problem == "Steuerungsgruppe: nichts Neues in dieser Zeile."


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", "Eine Gruppe braucht einen Namen: Name: Mitglieder"),
        (": Kern", "Eine Gruppe braucht einen Namen: Name: Mitglieder"),
        ("Kern, Weiß", "Ein Doppelpunkt trennt den Namen der Gruppe von ihren Mitgliedern."),
        ("AG Neu: Weiß", "Mehrere heißen Weiß."),
        ("AG Neu: 12", "Ein Name braucht Buchstaben."),
        ("Institut: -Nowak", "Nowak gehört nicht dazu."),
    ],
)
def test_what_cannot_be_founded_is_said(written, line, problem):
    founding = found_group(line, context(written))
    assert founding.changes == ()
    assert founding.problem == problem


def test_a_group_without_members_and_one_person_named_twice(written):
    founding = found_group("AG Neu", context(written))
    assert [type(change).__name__ for change in founding.changes] == ["GroupAdded"]
    written.record(*found_group("AG Zwei: Kern, kern (Sprecher Kern)", context(written)).changes)
    assert names(written, "AG Zwei") == ["Kern"]


def test_the_decision_behind_it_is_the_chosen_or_the_last_of_the_item(written):
    item = written.record(c.AgendaItemAdded(title="Organisation"))[0].id
    first = written.record(c.DecisionRecorded(item=item, wording="Eins"))[0].id
    second = written.record(c.DecisionRecorded(item=item, wording="Zwei"))[0].id
    note = written.record(c.NoteRecorded(item=item, text="n"))[0].id
    meeting = written.meeting
    assert founding_decision(meeting, item) == second
    assert founding_decision(meeting, item, first) == first
    assert founding_decision(meeting, item, note) == second
    assert founding_decision(meeting, "other") == ""


@pytest.mark.parametrize(
    ("line", "text", "due", "last"),
    [
        ("ms: Erste Bestandsaufnahme im Dezember 2017", "Erste Bestandsaufnahme",
         "im Dezember 2017", date(2017, 12, 31)),
        ("ms: Erster Entwurf im Mai 2018 >Institut", "Erster Entwurf",
         "im Mai 2018", date(2018, 5, 31)),
        ("meilenstein: Neues Konzept Mitte 2018", "Neues Konzept", "Mitte 2018",
         date(2018, 7, 31)),
        ("milestone: New concept in May 2018", "New concept", "in May 2018", date(2018, 5, 31)),
        ("ms: Entwurf bis Ende März 2018", "Entwurf", "Ende März 2018", date(2018, 3, 31)),
        ("ms: Fest im Herbst.", "Fest", "im Herbst", date(2017, 11, 30)),
        ("ms: Abgabe 15.3.2018", "Abgabe", "15.3.2018", date(2018, 3, 15)),
        ("ms: Konzept 2018", "Konzept 2018", None, None),
        ("ms: Arbeit mit Freitag", "Arbeit mit Freitag", None, None),
    ],
)  # fmt: skip
def test_a_milestone_has_the_last_day_its_words_mean(written, line, text, due, last):
    (made,) = read(line, context(written)).changes
    assert isinstance(made, c.ActionItemRecorded)
    assert made.is_milestone
    assert made.summary == text
    assert (made.due.text if made.due else None) == due
    assert (made.due.last if made.due else None) == last
    assert made.line == line


@pytest.mark.parametrize("line", ["m: Bericht im Mai 2018", "Bericht im Mai 2018", "MS: Neues"])
def test_elsewhere_the_words_stay(written, line):
    (made,) = read(line, context(written)).changes
    assert getattr(made, "due", None) is None
    assert not getattr(made, "is_milestone", False)


def test_a_capitalised_milestone_of_real_minutes_must_say_when(written):
    (made,) = read("Meilenstein: Entwurf >Nowak <Mai 2018", context(written)).changes
    assert isinstance(made, c.ActionItemRecorded)
    assert made.is_milestone
