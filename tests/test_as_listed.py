"""Names typed anywhere follow the list of people, as soon as one person alone can be meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import Written

from facilitator.as_listed import as_listed, names_of
from facilitator.folding import words
from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem, Meeting, Organization, Owner, Person
from facilitator.meeting.renaming import renamed
from facilitator.minutes.document.functions import Functions
from facilitator.minutes.paper.asked import function_words
from facilitator.minutes.paper.words import words_of

LIST = Meeting(
    organizations=(Organization(id="o1", name="Jobcenter"), Organization(id="o2", name="Caritas"),
                   Organization(id="o3", name="Lange")),
    people=(
        Person(id="w", name="Dr. Petra Weiß", organization="o1"),
        Person(id="h", name="Samir Haddad"),
        Person(id="m1", name="Anna Maier", organization="o1"),
        Person(id="m2", name="Uwe Maier", organization="o2"),
        Person(id="d", name="Ruth von der Heide"),
        Person(id="ö", name="Öztürk, Ayşe"),
        Person(id="l", name="Karl Lange"),
        Person(id="ml", name="Ina Müller-Lüdenscheidt"),
        Person(id="e", name="Frau Ecker"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Petra Weiß", "Dr. Petra Weiß"),
        ("PETRA WEISS", "Dr. Petra Weiß"),
        ("Weiß", "Dr. Petra Weiß"),
        ("Frau Dr. Weiss", "Dr. Petra Weiß"),
        ("P. Weiß", "Dr. Petra Weiß"),
        ("Weiß, Petra", "Dr. Petra Weiß"),
        ("Weiß (Jobcenter)", "Dr. Petra Weiß (Jobcenter)"),
        ("Petra Weiß (Leitung, Team 2)", "Dr. Petra Weiß (Leitung, Team 2)"),
        ("Weiß, Haddad", "Dr. Petra Weiß, Samir Haddad"),
        ("weiß und Hadad", "Dr. Petra Weiß und Hadad"),
        ("Weiß, Amt 50 und AG Sprache", "Dr. Petra Weiß, Amt 50 und AG Sprache"),
        ("Heide", "Ruth von der Heide"),
        ("Frau von der Heide", "Ruth von der Heide"),
        ("Ayşe Öztürk", "Öztürk, Ayşe"),
        ("Maier (Caritas)", "Uwe Maier (Caritas)"),
        ("U. Maier", "Uwe Maier"),
        ("Karl Lange", "Karl Lange"),
        ("Ecker", "Frau Ecker"),
    ],
)
def test_one_person_is_meant(typed: str, shown: str) -> None:
    assert names_of(LIST).spelled(typed) == shown
    assert names_of(LIST).spelled(shown) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "Maier", "Frau Maier", "Lange", "Petra", "Anna Weiß", "Weiß (Caritas)",
        "Lüdenscheidt", "Landrat Weiß", "Weißenfels", "Gerda Ecker", "Ayşe Öztürk und Team",
        "Dr.", "Frau", ", und", "((", "Weiß (", "N. N.", "Amt 50",
    ],
)  # fmt: skip
def test_nobody_is_guessed(typed: str) -> None:
    assert names_of(LIST).spelled(typed) == typed


def test_a_longer_name_typed_elsewhere_makes_the_surname_nobodys() -> None:
    written = Written()
    written.record(c.MeetingPlanned(title="Treffen"), c.PersonAdded(id="w", name="Dr. Petra Weiß"))
    written.record(c.AgendaItemAdded(id="i", title="Bericht", presenter="Weiß"))
    assert as_listed(written.meeting).agenda_items[0].presenter == "Dr. Petra Weiß"
    written.record(c.AgendaItemAdded(title="Haushalt", presenter="Anna Weiß"))
    assert as_listed(written.meeting).agenda_items[0].presenter == "Weiß"


def test_all_places_follow_and_nothing_typed_is_changed() -> None:
    written = Written()
    written.record(
        c.MeetingPlanned(title="Treffen"),
        c.OfficerNamed(role="moderator", name="Petra Weiß"),
        c.AgendaItemAdded(id="i", title="Bericht", presenter="Weiß und Haddad"),
        c.NoteRecorded(item="i", text="gut", said_by="Weiß"),
        c.ActionItemRecorded(item="i", summary="Raum", owners=(Owner(name="weiss"),)),
        c.SpeakerAdded(name="Fr. Weiß"),
        c.PersonAdded(id="h", name="Samir Haddad"),
        c.AttendanceRecorded(person="h", status="represented", represented_by="Haddad"),
    )
    written.record(c.PersonAdded(id="w", name="Dr. Petra Weiß"))
    found, raw = as_listed(written.meeting), written.meeting
    assert raw.agenda_items[0].presenter == "Weiß und Haddad"
    assert found.agenda_items[0].presenter == "Dr. Petra Weiß und Samir Haddad"
    moderator = found.officer("moderator")
    assert moderator is not None
    assert (moderator.name, moderator.person) == ("Dr. Petra Weiß", "w")
    assert found.notes[0].said_by == "Dr. Petra Weiß"
    action = next(each for each in found.entries if isinstance(each, ActionItem))
    assert action.owners == (Owner(name="Dr. Petra Weiß", kind="person", id="w"),)
    assert found.speakers[0].name == "Dr. Petra Weiß"
    attendance = found.attendance_of("h")
    assert attendance is not None
    assert attendance.represented_by == "Haddad", "nobody stands in for themselves"


def test_another_name_on_the_list_reaches_who_was_typed_otherwise() -> None:
    written = Written()
    written.record(
        c.MeetingPlanned(title="Treffen"),
        c.PersonAdded(id="w", name="Dr. Petra Weiß"),
        c.AgendaItemAdded(title="Bericht", presenter="Petra Weiß"),
    )
    meeting = as_listed(written.meeting)
    written.record(*renamed(meeting, meeting.people[0], "Dr. Petra Koch"))
    assert as_listed(written.meeting).agenda_items[0].presenter == "Dr. Petra Koch"


def test_others_beside_a_whole_name_stay() -> None:
    functions = Functions(LIST, function_words(words_of("de", None, "network")))
    assert functions.mixed("Kurt Krebs und Dr. Petra Weiß") == "Kurt Krebs und Vertretung Jobcenter"
    assert functions.mixed("Dr. Petra Weiß, Jobcenter") == "Vertretung Jobcenter"
    assert functions.mixed("Öztürk, Ayşe und Kurt Krebs") == "Teilnehmende Person"


NAMES = st.sampled_from(
    "Petra Weiß Dr. Frau Samir Haddad Maier Anna Öztürk, Ayşe und & Amt 50 ( ) Jobcenter Heide von"
    " der Lange / ; Ecker P. x".split()
)


@given(st.lists(NAMES, max_size=7).map(" ".join))
@settings(deadline=None)
def test_in_public_nobody_is_named_because_of_it(typed: str) -> None:
    """Whoever had a function instead of a name still has one."""
    functions = Functions(LIST, function_words(words_of("de", None, "network")))
    shown = names_of(LIST).spelled(typed)
    public = words(functions.mixed(shown))
    was_named = set(words(functions.mixed(typed)))
    names = {word for person in LIST.people for word in words(person.name)} - {"frau", "dr"}
    assert not (set(public) & names) - was_named
