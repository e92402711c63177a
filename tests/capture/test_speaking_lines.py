"""'/rede Haddad, Weiß', '/runde FRAGE', and the lines of a round."""

from __future__ import annotations

from datetime import date

import pytest
from written import Written

from facilitator.capture import Context
from facilitator.capture.people_named import complete_people, read_people
from facilitator.capture.round_line import open_round, read_round_line, speaker_of
from facilitator.capture.speakers import ask_to_speak, list_emptied, waiting_called
from facilitator.meeting import changes as c

DAY = date(2026, 10, 14)


@pytest.fixture
def written() -> Written:
    made = Written()
    made.record(
        c.OrganizationAdded(name="IHK"),
        c.PersonAdded(name="Samir Haddad", organization="^0", id="haddad"),
        c.PersonAdded(name="Dr. Petra Weiß", id="petra"),
        c.PersonAdded(name="Jan Weiß", id="jan"),
        c.PersonAdded(name="Ayşe Öztürk", id="oeztuerk"),
        c.GroupAdded(name="AG Wohnen", id="wohnen", speakers=("haddad",)),
        c.GroupAdded(name="AG Sprache", id="sprache"),
    )
    return made


def context(written: Written, **more) -> Context:
    return Context(meeting=written.meeting, today=DAY, language="en", **more)


def test_several_names_known_and_unknown_each_once(written):
    found = read_people("Haddad, Oeztürk und Kern; haddad", context(written))
    assert [(p.name, p.person) for p in found.people] == [
        ("Samir Haddad", "haddad"), ("Ayşe Öztürk", "oeztuerk"), ("Kern", ""),
    ]  # fmt: skip
    assert not found.problem


@pytest.mark.parametrize(
    ("names", "problem"),
    [("Weiß", "Several people are called Weiß."), ("Haddad, 12", "A name needs letters.")],
)
def test_what_is_no_single_person_is_said(written, names, problem):
    assert read_people(names, context(written)).problem == problem
    assert ask_to_speak(names, context(written)).changes == ()


def test_the_first_on_the_list_brings_it_into_sight(written):
    asking = ask_to_speak("Haddad, Kern", context(written))
    assert [type(change).__name__ for change in asking.changes] == [
        "SpeakerAdded", "SpeakerAdded", "MeetingAmended",
    ]  # fmt: skip
    written.record(*asking.changes)
    assert "speaker_list" in written.meeting.uses
    again = ask_to_speak("kern, Öztürk", context(written))
    assert [x.name for x in again.changes if isinstance(x, c.SpeakerAdded)] == ["Ayşe Öztürk"]
    assert again.problem == "kern: already on the speaker list"
    order = ask_to_speak("Kern", context(written), is_point_of_order=True)
    assert order.changes, "a point of order is another matter"


def test_who_waits_is_found_by_the_beginning_of_a_name(written):
    written.record(*ask_to_speak("Haddad, Jan Weiß, Kern", context(written)).changes)
    for typed, name in (("had", "Samir Haddad"), ("Kern", "Kern"), ("weiß", "Jan Weiß")):
        found = waiting_called(typed, context(written))
        assert found is not None
        assert found.name == name
    assert waiting_called("Öztürk", context(written)) is None
    written.record(*list_emptied(written.meeting))
    assert written.meeting.waiting == ()


def test_names_are_completed_behind_the_last_comma(written):
    typed = "/rede Haddad, Öz"
    found = complete_people(typed, 6, context(written, cursor=len(typed)))
    assert found is not None
    assert (found.fragment, [each.name for each in found.candidates]) == ("Öz", ["Ayşe Öztürk"])


def test_a_round_goes_over_the_groups_where_there_are_any(written):
    (opened,) = (
        change
        for change in open_round("Wie lief es?", context(written, item="x")).changes
        if isinstance(change, c.RoundOpened)
    )
    assert (opened.over, opened.subjects, opened.item) == ("groups", ("wohnen", "sprache"), "x")
    (opened, *_) = open_round("personen Wie geht es?", context(written)).changes
    assert isinstance(opened, c.RoundOpened)
    assert (opened.over, opened.prompt) == ("people", "Wie geht es?")
    assert len(opened.subjects) == 4, "nobody came yet: everybody"
    written.record(c.AttendanceRecorded(person="haddad", status="present"))
    (opened, *_) = open_round("people Who?", context(written)).changes
    assert isinstance(opened, c.RoundOpened)
    assert opened.subjects == ("haddad",)


def test_a_round_that_cannot_be_is_said():
    empty = Context(meeting=Written().meeting, today=DAY, language="de")
    assert open_round("  ", empty).problem == "Eine Runde braucht eine Frage."
    assert "niemand" in open_round("Wie?", empty).problem
    assert "/runde personen" in open_round("gruppen Wie?", empty).problem


@pytest.mark.parametrize(
    ("typed", "subject", "text", "speaker", "passes"),
    [
        ("Gut.", "sprache", "Gut.", "", False),
        ("-", "sprache", "", "", True),
        ("Öztürk: Räume am Abend", "sprache", "Räume am Abend", "Ayşe Öztürk", False),
        ("Öztürk: -", "sprache", "", "Ayşe Öztürk", True),
        ("+Demir", "sprache", "", "Demir", False),
        ("+Demir: Räume", "sprache", "Räume", "Demir", False),
        ("AG Wohnen: Alles gut", "wohnen", "Alles gut", "", False),
        ("Kosten: zu hoch", "sprache", "Kosten: zu hoch", "", False),
        ("+2 Räume", "sprache", "+2 Räume", "", False),
        ("Weiß: mehr Zeit", "sprache", "Weiß: mehr Zeit", "", False),
    ],
)
def test_a_line_of_a_round(written, typed, subject, text, speaker, passes):
    made = written.record(*open_round("Wie lief es?", context(written)).changes)[0]
    round_ = written.meeting.round(made.id)
    line = read_round_line(typed, "sprache", round_, context(written))
    name = line.speaker.name if line.speaker else ""
    assert (line.subject, line.text, name, line.passes) == (subject, text, speaker, passes)


def test_the_speaker_of_a_group_speaks_unless_another_one_was_named(written):
    made = written.record(*open_round("Wie lief es?", context(written)).changes)[0]
    answer = c.RoundAnswered(round=made.id, subject="sprache", speaker="Demir")
    written.record(answer)
    round_ = written.meeting.round(made.id)
    assert round_.missing == ("wohnen", "sprache"), "only who speaks is known"
    named = [speaker_of(subject, round_, written.meeting) for subject in round_.subjects]
    assert [each.name for each in named if each] == ["Samir Haddad", "Demir"]


def test_names_without_end_in_front_are_text(written):
    groups = written.meeting.groups
    (opened,) = written.record(
        c.RoundOpened(prompt="Was fehlt?", subjects=tuple(group.id for group in groups))
    )
    round_ = written.meeting.round(opened.id)
    said = read_round_line("AG Sprache: " * 2000 + "Räume", "wohnen", round_, context(written))
    assert said.subject == "sprache"
    assert said.text.endswith("AG Sprache: Räume")
