"""Lines of an agenda and lists of people become changes; folded, they are the meeting."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from written import Written

from facilitator.exchange.agenda_line import AgendaLine, purpose_of
from facilitator.exchange.agenda_text import read_agenda, write_agenda
from facilitator.exchange.people_csv import read_people_text
from facilitator.exchange.people_list import PeopleList, PersonRow
from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting
from facilitator.planning import (
    agenda_changes,
    deferred_items,
    has_run,
    items_of,
    lines_of,
    next_agenda,
    people_changes,
    standing_items,
    suggested_title,
)

AGENDA = """\
1. Begrüßung (Weiß, 10 Min)
2. Berichte
2.1 AG Arbeit (Haddad, 15 Min)
2.2 AG Sprache (15 Min)
3. Verschiedenes (5 Min)
"""


def planned() -> Written:
    written = Written()
    written.record(c.MeetingPlanned(title="2. Treffen", kind="network"))
    return written


def numbered(meeting: Meeting) -> list[str]:
    return [f"{item.number} {item.title}" for item in meeting.agenda_items]


def take(written: Written, text: str) -> None:
    written.record(*people_changes(read_people_text(text), written.meeting))


def rows(*people: PersonRow) -> PeopleList:
    return PeopleList(people=people)


# -- agenda -----------------------------------------------------------------------------------


def test_lines_become_a_nested_agenda_in_one_step() -> None:
    written = planned()
    step = written.record(*agenda_changes(read_agenda(AGENDA), written.meeting))
    assert len({change.step for change in step}) == 1
    assert numbered(written.meeting) == [
        "1 Begrüßung",
        "2 Berichte",
        "2.1 AG Arbeit",
        "2.2 AG Sprache",
        "3 Verschiedenes",
    ]
    item = written.meeting.agenda_items[2]
    assert (item.presenter, item.planned_minutes) == ("Haddad", 15)


def test_no_meeting_needed_for_an_empty_agenda() -> None:
    changes = agenda_changes(read_agenda("1. A\n1.1 B"))
    assert [getattr(change, "parent", None) for change in changes] == ["", "^0"]


def test_more_lines_go_behind_the_chosen_item() -> None:
    written = planned()
    written.record(*agenda_changes(read_agenda(AGENDA), written.meeting))
    chosen = written.meeting.agenda_items[2]
    lines = read_agenda("AG Wohnen (5 Min)\nAG Projekte")
    written.record(*agenda_changes(lines, written.meeting, after=chosen.id))
    assert numbered(written.meeting)[2:6] == [
        "2.1 AG Arbeit",
        "2.2 AG Wohnen",
        "2.3 AG Projekte",
        "2.4 AG Sprache",
    ]


def test_more_lines_without_a_place_come_last() -> None:
    written = planned()
    written.record(*agenda_changes(read_agenda("A\nB"), written.meeting))
    written.record(*agenda_changes(read_agenda("1. C\n1.1 D"), written.meeting))
    assert numbered(written.meeting) == ["1 A", "2 B", "3 C", "3.1 D"]


def test_references_count_from_their_place_in_the_step() -> None:
    written = planned()
    first = c.AgendaItemAdded(title="vorweg")
    more = agenda_changes(read_agenda("1. A\n1.1 B"), written.meeting, at=1)
    written.record(first, *more)
    assert numbered(written.meeting) == ["1 vorweg", "2 A", "2.1 B"]


def test_a_report_of_a_group_is_that_of_the_group() -> None:
    written = planned()
    written.record(
        c.GroupAdded(id="g1", name="AG Arbeit"), c.GroupAdded(id="g2", name="AG Arbeit 2")
    )
    written.record(*agenda_changes(read_agenda("Bericht AG Arbeit\nArbeit"), written.meeting))
    assert [item.group for item in written.meeting.agenda_items] == ["g1", ""]


# -- what the program puts there itself ---------------------------------------------------------


def test_standing_items_follow_the_opening() -> None:
    written = planned()
    standing = standing_items(
        "body", has_open_actions=True, has_earlier_meeting=True, language="de"
    )
    lines = read_agenda("1. Eröffnung\n1.1 Formalia\n2. Haushalt")
    written.record(*agenda_changes(lines, written.meeting, standing=standing))
    assert [item.purpose for item in written.meeting.agenda_items] == [
        "", "", "approval", "open_actions", "",
    ]  # fmt: skip


def test_standing_items_are_for_those_who_follow_up() -> None:
    assert standing_items("workshop", has_open_actions=True) == ()
    assert standing_items("network", has_open_actions=False) == ()
    assert [i.purpose for i in standing_items("group", has_open_actions=True)] == ["open_actions"]
    assert [i.purpose for i in standing_items("body", has_open_actions=False)] == []


def test_standing_items_speak_the_language_of_the_minutes() -> None:
    de = standing_items("body", has_open_actions=True, has_earlier_meeting=True, language="de")
    en = standing_items("body", has_open_actions=True, has_earlier_meeting=True, language="en")
    assert [i.title for i in de] == ["Genehmigung des Protokolls", "Stand der offenen Maßnahmen"]
    assert [i.title for i in en] == ["Approval of the minutes", "Review of open actions"]


def test_an_agenda_pasted_later_takes_its_opening_in_front() -> None:
    written = planned()
    standing = standing_items("network", has_open_actions=True)
    written.record(*agenda_changes((), written.meeting, standing=standing))
    lines = read_agenda("Begrüßung\nStand der offenen Maßnahmen (Weiß, 20 Min)\nVerschiedenes")
    written.record(*agenda_changes(lines, written.meeting, standing=standing))
    assert numbered(written.meeting) == [
        "1 Begrüßung",
        "2 Stand der offenen Maßnahmen",
        "3 Verschiedenes",
    ]
    review = written.meeting.agenda_items[1]
    assert (review.purpose, review.planned_minutes, review.presenter) == (
        "open_actions",
        20,
        "Weiß",
    )


def test_the_next_title() -> None:
    assert suggested_title("network", 2, "de") == "2. Treffen"
    assert suggested_title("body", 7, "de") == "7. Sitzung"
    assert suggested_title("network", 2, "en") == "2nd meeting"
    assert suggested_title("body", 13, "en") == "13th session"


# -- people -----------------------------------------------------------------------------------


def test_people_come_with_organisations_and_groups() -> None:
    written = planned()
    written.record(
        *people_changes(
            rows(
                PersonRow(name="Jana Müller", organization="Caritas", role="Leiterin", row=1,
                          groups=("AG Arbeit",)),
                PersonRow(name="Uwe Sommer", organization="caritas", row=2, status="represented",
                          represented_by="Petra Brandt", groups=("Arbeitsgruppe Arbeit",)),
                PersonRow(name="Ali Haddad", row=3, status="excused"),
            ),
            written.meeting,
        )
    )  # fmt: skip
    meeting = written.meeting
    assert [(p.name, meeting.organization_name(p)) for p in meeting.people] == [
        ("Jana Müller", "Caritas"),
        ("Uwe Sommer", "Caritas"),
        ("Ali Haddad", ""),
    ]
    assert [(a.status, a.represented_by) for a in meeting.attendance] == [
        ("expected", ""),
        ("represented", "Petra Brandt"),
        ("excused", ""),
    ]
    (group,) = meeting.groups
    assert group.members == (meeting.people[0].id, meeting.people[1].id)


def test_the_same_list_again_changes_nothing() -> None:
    written = planned()
    text = "Jana Müller, Caritas, Leiterin\nUwe Müller, Handwerkskammer\nUwe Sommer"
    take(written, text)
    assert people_changes(read_people_text(text), written.meeting) == ()


def test_namesakes_are_told_apart_by_organisation() -> None:
    written = planned()
    take(written, "Jana Müller, Caritas\nJana Müller, Jobcenter")
    take(written, "Jana Müller, Handwerkskammer")
    assert len(written.meeting.people) == 3
    take(written, "Jana Müller, Jobcenter, Teamleiterin")
    assert [p.role for p in written.meeting.people] == ["", "Teamleiterin", ""]


def test_an_organisation_learned_later_makes_no_second_person() -> None:
    written = planned()
    take(written, "Jana Müller\nDr. Petra Weiß, Kreis")
    take(written, "Jana Müller, Caritas\nPetra Weiß")
    assert [(p.name, written.meeting.organization_name(p)) for p in written.meeting.people] == [
        ("Jana Müller", "Caritas"),
        ("Dr. Petra Weiß", "Kreis"),
    ]


def test_a_known_address_moves_to_another_organisation() -> None:
    written = planned()
    mail = "jana@example.org"
    for place in ("Caritas", "Jobcenter"):
        person = PersonRow(name="Jana Müller", organization=place, email=mail, row=1)
        written.record(*people_changes(rows(person), written.meeting))
    (person,) = written.meeting.people
    assert written.meeting.organization_name(person) == "Jobcenter"


def test_who_has_come_keeps_their_times() -> None:
    written = planned()
    take(written, "Jana Müller, Caritas")
    (person,) = written.meeting.people
    written.record(c.AttendanceRecorded(person=person.id, status="present", time="16:05"))
    again = PersonRow(name="Jana Müller", organization="Caritas", status="excused", row=1)
    written.record(*people_changes(rows(again), written.meeting))
    (attendance,) = written.meeting.attendance
    assert attendance.status == "present"
    assert attendance.stays[0].arrived == "16:05"


def test_a_blank_takes_nothing_away() -> None:
    written = planned()
    take(written, "Jana Müller, Caritas, Leiterin")
    (person,) = written.meeting.people
    written.record(c.AttendanceRecorded(person=person.id, status="excused"))
    take(written, "Jana Müller, Caritas")
    assert written.meeting.people[0].role == "Leiterin"
    assert written.meeting.attendance[0].status == "excused"


def test_a_list_grows_a_group() -> None:
    written = planned()
    first = PersonRow(name="A B", groups=("AG Arbeit",), row=1)
    second = PersonRow(name="C D", groups=("Arbeit",), row=2)
    written.record(*people_changes(rows(first), written.meeting))
    written.record(*people_changes(rows(second), written.meeting))
    (group,) = written.meeting.groups
    assert len(group.members) == 2


def test_references_of_people_count_from_their_place() -> None:
    written = planned()
    people = rows(PersonRow(name="Jana Müller", organization="Caritas", row=1))
    written.record(c.AgendaItemAdded(title="A"), *people_changes(people, written.meeting, at=1))
    meeting = written.meeting
    assert meeting.organization_name(meeting.people[0]) == "Caritas"


def test_speakers_of_a_group_are_known_by_their_function() -> None:
    written = Written()
    rows = (
        PersonRow(name="Ina Krause", role="Sprecherin", groups=("AG Arbeit",), row=1),
        PersonRow(name="Ole Demir", role="Ansprechpartner", groups=("AG Arbeit",), row=2),
    )
    written.record(*people_changes(PeopleList(people=rows), written.meeting))
    (group,) = written.meeting.groups
    krause, _ = written.meeting.people
    assert group.speakers == (krause.id,)
    assert len(group.members) == 2
    again = PersonRow(name="Ole Demir", role="Sprecher", groups=("AG Arbeit",), row=1)
    written.record(*people_changes(PeopleList(people=(again,)), written.meeting))
    assert len(written.meeting.groups[0].speakers) == 2


def test_the_next_agenda_knows_how_long_the_last_one_took() -> None:
    written = planned()
    written.record(*agenda_changes(read_agenda(AGENDA), written.meeting))
    assert not has_run(written.meeting)
    ran = [item for item in written.meeting.agenda_items if item.title != "Berichte"]
    for item, minutes in zip(ran, (3, 28, 15), strict=False):
        written.record(c.ItemStarted(item=item.id))
        written.wait(minutes)
    pause = c.AgendaItemAdded(title="Pause", purpose="break", agreed_end="17:30")
    written.record(pause, c.ItemStarted(item="^0"))
    assert has_run(written.meeting)
    assert [line.planned_minutes for line in next_agenda(written.meeting)] == [10, None, 15, 15, 5]
    took = next_agenda(written.meeting, as_it_took=True)
    assert [line.planned_minutes for line in took] == [5, None, 30, 15, 5]
    assert [line.title for line in took][-1] == "Verschiedenes", "nobody had planned that break"


_LINES = st.lists(
    st.builds(
        AgendaLine,
        title=st.sampled_from(["Haushalt", "Bericht der AG", "Pause", "Puffer", "Kaffeepause"]),
        planned_minutes=st.one_of(st.none(), st.integers(1, 120)),
        presenter=st.sampled_from(["", "Weiß", "AG Sprache"]),
        public=st.booleans(),
        fixed_start=st.sampled_from(["", "16:40", "17:05"]),
        short_title=st.sampled_from(["", "Wohnen", "Teil 1, neu"]),
        paper=st.sampled_from(["", "Vorlage 2026/0123", "17/42"]),
        is_protected=st.booleans(),
    ),
    max_size=8,
)


@pytest.mark.parametrize("language", ["de", "en"])
@settings(max_examples=100, deadline=None)
@given(drawn=_LINES)
def test_an_agenda_goes_through_text_and_items_and_comes_back(
    language: str, drawn: list[AgendaLine]
) -> None:
    use_language(language)
    try:
        lines = tuple(
            replace(each, start=each.fixed_start, purpose=purpose_of(each.title)) for each in drawn
        )
        items = items_of(read_agenda(write_agenda(lines)))
        assert lines_of(items) == lines
        assert [i.number for i in items if i.is_business] == [
            str(n) for n in range(1, sum(i.is_business for i in items) + 1)
        ]
        assert all(not i.number for i in items if not i.is_business)
    finally:
        use_language("en")


def test_what_was_put_off_comes_onto_the_next_agenda_once() -> None:
    last = planned()
    ids = [
        last.record(c.AgendaItemAdded(title=title, planned_minutes=20, paper="Vorlage 7/2026"))[
            0
        ].id
        for title in ("Haushalt", "Spielplätze", "Radwege")
    ]
    last.record(c.ItemDeferred(item=ids[0]))
    last.record(c.ItemDeferred(item=ids[1], to="parking_lot"))
    last.record(c.ItemDeferred(item=ids[2]))
    put_off = deferred_items(last.meeting)
    assert [(i.title, i.planned_minutes, i.paper) for i in put_off] == [
        ("Haushalt", 20, "Vorlage 7/2026"), ("Radwege", 20, "Vorlage 7/2026"),
    ]  # fmt: skip
    written = planned()
    lines = read_agenda("1. Eröffnung\n2. Radwege (Weiß)\n3. Verschiedenes")
    written.record(*agenda_changes(lines, written.meeting, standing=put_off))
    assert numbered(written.meeting) == [
        "1 Eröffnung",
        "2 Haushalt",
        "3 Radwege",
        "4 Verschiedenes",
    ]
    written.record(*agenda_changes(read_agenda("Ausblick"), written.meeting, standing=put_off))
    assert numbered(written.meeting)[-1] == "5 Ausblick"
    assert deferred_items(None) == ()


def test_nobody_is_named_in_open_data_unless_the_list_says_so() -> None:
    written = planned()
    take(written, "Name;Name öffentlich\nJana Berg;ja\nTom Olm;nein\nEva Weiß;\n")
    assert [p.name for p in written.meeting.people if p.consent] == ["Jana Berg"]
    take(written, "Name;Funktion\nJana Berg;Leiterin\n")
    assert [p.name for p in written.meeting.people if p.consent] == ["Jana Berg"], "not said again"
    take(written, "Name;Name öffentlich\nJana Berg;nein\nEva Weiß;ja\n")
    assert [p.name for p in written.meeting.people if p.consent] == ["Eva Weiß"]
