"""What the minutes say, as values."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from facilitator.meeting.majority import outcome
from facilitator.meeting.model import (
    Attendance,
    NextMeeting,
    Officer,
    Organization,
    Owner,
    Person,
    Statement,
    Stay,
    Vote,
)
from facilitator.minutes.document import document


def section(minutes, number):
    return next(s for s in minutes.sections if s.number == number)


def test_every_item_is_there_in_its_order_with_its_times(network):
    minutes = document(network)
    assert [s.number for s in minutes.agenda] == [i.number for i in network.agenda_items]
    assert section(minutes, "8.2").time == "18:40–18:55 Uhr"
    assert section(minutes, "8").time == "18:21–19:24 Uhr"  # that of its sub-items
    assert minutes.sections[0].kind == "before_start"


def test_what_stands_in_an_item_without_content(build):
    items = (
        build.item("1"),
        build.item("2", state="skipped"),
        build.item("3", state="deferred"),
        build.item("4", state="open"),
        build.item("5"),
        build.item("6"),
        build.item("7"),
        build.item("8", state="open"),
        build.item("8.1", state="deferred", result="vertagt auf Mai"),
    )
    build.note("Mitschrift", "i5", visibility="record")
    build.note("intern", "i6", visibility="internal")
    build.note("gesagt", "i7")
    minutes = document(build.meeting(agenda_items=items))
    assert {s.number: s.remark for s in minutes.agenda} == {
        "1": "silent",
        "2": "skipped",
        "3": "deferred",
        "4": "not_reached",
        "5": "unrecorded",
        "6": "silent",  # nobody is told that there was an internal note
        "7": "",
        "8": "",
        "8.1": "",
    }
    running = document(build.meeting(agenda_items=items, state="running"))
    assert section(running, "4").remark == "pending"


def test_an_item_that_ran_twice_has_both_times(build):
    twice = (*build.ran("16:00", "16:20"), *build.ran("17:00", "17:10"))
    at_once = (*build.ran("16:20", "16:30"), *build.ran("16:30", "16:40"))
    items = (build.item("1", intervals=twice), build.item("2", intervals=at_once))
    minutes = document(build.meeting(agenda_items=items))
    assert section(minutes, "1").time == "16:00–16:20 Uhr, 17:00–17:10 Uhr"
    assert section(minutes, "2").time == "16:20–16:40 Uhr"


def test_each_measure_stands_under_its_item_and_once_in_the_list_by_group(network):
    minutes = document(network)
    under_items = [a.number for s in minutes.sections for a in s.actions]
    listed = [a.number for g in minutes.new_actions for a in g.actions]
    assert len(under_items) == len(set(under_items)) == 12
    assert listed == under_items
    assert [g.name for g in minutes.new_actions] == [
        "AG Sprache",
        "AG Arbeit",
        "AG Beratungsstellen",
        "AG Wohnen",
        "AG Projekte/Fortbildungen",
        "",
    ]


def test_the_counts_of_a_large_meeting(network):
    attendance = document(network).attendance
    assert attendance.number_present == 70
    assert len(attendance.guests) == 3
    assert attendance.number_unnamed == 3
    assert sum(count.number for count in attendance.organizations) == 70
    assert attendance.organizations[-1].name == ""
    assert attendance.annex == 1
    assert [p.represented_by for p in attendance.represented] == ["Ute Vertreter"]
    assert len(attendance.excused) == 2


def test_times_only_of_those_who_were_not_there_the_whole_time(network):
    times = {p.name: p.time for p in document(network).attendance.present if p.time}
    assert times == {
        "Anna Dietz": "ab 17:05 Uhr",
        "Anna Ebert": "ab 17:10 Uhr",
        "Anna Fuchs": "bis 18:10 Uhr",
        "Anna Graf": "bis 18:30 Uhr",
        "Anna Heinze": "16:31–17:00 Uhr, 17:40–19:33 Uhr",
    }


def test_officers_first_then_by_surname(build):
    names = ("Anna Zeidler", "Dr. Bernd Öztürk", "Carla Abel", "Dora Weiß")
    people = tuple(Person(id=n, name=n) for n in names)
    attendance = tuple(Attendance(person=n, status="present", stays=(Stay(),)) for n in names)
    officers = (
        Officer(role="minute_taker", name="Dora Weiß", person="Dora Weiß"),
        Officer(role="chair", name="Anna Zeidler", person="Anna Zeidler"),
    )
    meeting = build.meeting(people=people, attendance=attendance, officers=officers)
    assert [p.name for p in document(meeting).attendance.present] == [
        "Anna Zeidler",
        "Dora Weiß",
        "Carla Abel",
        "Dr. Bernd Öztürk",
    ]


def test_a_meeting_that_passes_midnight(build):
    person = Person(id="p", name="Anna Abel")
    stays = (Stay(arrived="23:10", left="00:20"),)
    meeting = build.meeting(
        people=(person,),
        attendance=(Attendance(person="p", status="present", stays=stays),),
        started_at=build.at("22:00"),
        closed_at=build.at("00:40", date(2026, 10, 15)),
    )
    assert document(meeting).attendance.present[0].time == "23:10–00:20 Uhr"


def test_an_earlier_action_as_it_stood_where_it_was_reviewed_and_at_the_end(network):
    minutes = document(network)
    (first,), (second,) = section(minutes, "8.1").reviewed, section(minutes, "9").reviewed
    assert (first.status, first.due) == ("in-process", "30.06.2026")
    assert (second.status, second.due) == ("in-process", "31.12.2026")
    assert [(a.number, a.status, a.due) for a in minutes.earlier_actions] == [
        ("M-2026-012", "in-process", "31.12.2026"),
        ("M-2026-013", "needs-action", "laufend"),
    ]


def test_what_was_said_later_of_a_new_action_counts(build):
    build.action("Flyer", id="a", who="Kurz")
    said = Statement(id="s", action_item="a", at=build.at("18:00"), owners=(Owner(name="Brandt"),))
    (group,) = document(build.meeting(statements=(said,))).new_actions
    assert group.actions[0].who == "Brandt"


def test_open_questions_are_those_without_an_answer(network):
    minutes = document(network)
    assert [q.number for q in minutes.open_questions] == ["?1"]
    assert [q.number for q in section(minutes, "8.2").questions] == ["?1", "?2"]


def test_planned_and_used_minutes(network):
    overview = document(network).overview
    rows = {row.number: (row.planned, row.used) for row in overview.rows}
    assert rows["8.1"] == (12, 19)
    assert rows["8"] == (60, 63)
    assert (overview.planned, overview.used) == (170, 182)
    assert overview.annex == 2


@pytest.mark.parametrize("kind", ["group", "body"])
def test_no_time_overview_for_groups_and_bodies(network, kind):
    assert document(msgspec.structs.replace(network, kind=kind)).overview is None


def test_a_number_if_given_else_the_tag(build):
    build.action("Flyer")
    build.action("Plakat", number="M-2026-001")
    (group,) = document(build.meeting()).new_actions
    assert [a.number for a in group.actions] == ["M1", "M-2026-001"]


def test_entries_of_an_item_that_is_gone_are_not_lost(build):
    build.decision("Bleibt", "gone")
    minutes = document(build.meeting(agenda_items=(build.item("1"),)))
    assert minutes.sections[-1].kind == "no_item"
    assert [d.wording for d in minutes.sections[-1].decisions] == ["Bleibt"]


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "expected"),
    [
        (9, 0, 0, "unanimous"),
        (9, 0, 4, "unanimous"),
        (9, 2, 0, "majority"),
        (4, 4, 1, "tie"),
        (1, 8, 0, "rejected"),
        (0, 8, 1, "rejected_unanimously"),
        (0, 0, 3, "tie"),
        (9, None, None, ""),
        (None, None, None, ""),
    ],
)
def test_outcome_of_a_vote(yes, no, abstain, expected):
    assert outcome(Vote(yes=yes, no=no, abstain=abstain)) == expected


def test_head_of_a_meeting_that_was_only_planned(build):
    meeting = build.meeting(state="planned", start="16:30", end="19:30")
    head = document(meeting).head
    assert (head.time, head.planned_time) == ("16:30–19:30 Uhr", "")


def test_an_end_given_afterwards(build):
    begun = {"started_at": build.at("16:31"), "start": "16:30", "end": "19:40"}
    assert document(build.meeting(**begun)).head.time == "ab 16:31 Uhr"
    mended = build.meeting(**begun, left_open=frozenset({"end"}))
    assert document(mended).head.time == "16:31–19:40 Uhr"


def test_next_meeting(build):
    def coming(**fields):
        return document(build.meeting(next_meeting=NextMeeting(**fields))).next_meeting

    assert coming(text="vierteljährlich").text == "vierteljährlich"
    exact = coming(text="21.04.2027 16:30", day=date(2027, 4, 21), start="16:30")
    assert (exact.text, exact.day, exact.time) == ("", "Mittwoch, 21.04.2027", "16:30 Uhr")
    rule = coming(text="im Frühjahr", day=date(2027, 4, 21))
    assert (rule.text, rule.day) == ("im Frühjahr", "Mittwoch, 21.04.2027")


def test_no_address_and_no_one_who_never_came(network):
    text = repr(document(network))
    assert "@" not in text
    assert network.people[73].name not in text


def test_the_language_is_that_of_the_meeting(build):
    assert document(build.meeting(language="en")).head.day == "Wednesday, 14 October 2026"
    assert document(build.meeting(language="en"), "de").head.day == "Mittwoch, 14.10.2026"
    assert document(build.meeting(language="fr")).language == "en"


def test_organisation_of_an_officer(build):
    meeting = build.meeting(
        people=(Person(id="p", name="Carla Jahn", organization="o"),),
        organizations=(Organization(id="o", name="IHK"),),
        officers=(Officer(role="moderator", name="Carla Jahn", person="p"),),
    )
    assert document(meeting).head.moderator == "Carla Jahn (IHK)"
