"""What the list of gaps asks, and of which kind of meeting it does not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from facilitator.meeting.model import (
    Attendance,
    Bias,
    Due,
    Group,
    Meeting,
    NextMeeting,
    Officer,
    Owner,
    Person,
    QuorumStatement,
    Round,
    RoundAnswer,
    Statement,
    Stay,
    Vote,
)
from facilitator.minutes.gaps import Gap, count_missing, gaps

COMPLETE: dict[str, Any] = {
    "place": "Landratsamt",
    "officers": (
        Officer(role="minute_taker", name="Jana Kurz"),
        Officer(role="chair", name="Kurt Krebs"),
    ),
    "next_meeting": NextMeeting(text="vierteljährlich"),
}


def asked(meeting: Meeting, now: Any = None) -> list[tuple[str, str, str]]:
    return [(gap.rank, gap.label, gap.what) for gap in gaps(meeting, now)]


def closed(build: Any, **fields: Any) -> Meeting:
    return build.meeting(**(COMPLETE | {"closed_at": build.at("19:33")} | fields))


def test_a_complete_meeting_lacks_nothing(build):
    build.action("Flyer drucken", who="Brandt", due="Ende März")
    assert gaps(closed(build)) == ()
    assert count_missing(closed(build)) == 0


def test_the_list_of_the_picture(build):
    items = (build.item("6", "Zahlen, Daten, Fakten"), build.item("8"), build.item("8.2"))
    build.note("Der Anteil steigt.", "i6")
    build.action("Flyer in fünf Sprachen", "i8.2", id="flyer", tag="M3", who="Kurz")
    build.action("Fachtag", "i8.2", tag="M7")
    build.action("Befragung", "i8.2", tag="M9", who="alle", due="Mai")
    build.parked("Dolmetscherpool", "i8.2")
    build.question("Wer trägt die Kosten?", "i8.2")
    meeting = closed(build, agenda_items=items, next_meeting=None)
    assert asked(meeting) == [
        ("missing", "M7", "owners"),
        ("missing", "M7", "due"),
        ("missing", "M3", "due"),
        ("missing", "6", "result"),
        ("missing", "", "next_meeting"),
        ("to_decide", "S1", "parked_topic"),
        ("to_decide", "?1", "question"),
        ("hint", "M9", "owner_is_nobody"),
    ]
    assert count_missing(meeting) == 4  # entries, not gaps
    assert gaps(meeting)[2] == Gap(
        rank="missing",
        what="due",
        entry="flyer",
        item="i8.2",
        label="M3",
        text="Flyer in fünf Sprachen",
    )


def test_what_was_left_open_on_purpose_is_not_asked_again(build):
    build.action("Fachtag", left_open=frozenset({"owners", "due"}))
    build.question("Kosten?", left_open=frozenset({"answer"}))
    build.parked("Pool", left_open=frozenset({"outcome"}))
    build.note("Gesagt", "i1")
    build.decision("Wir tun es", "i2", id="d")
    everything = frozenset(
        {"result:i1", "next_meeting", "place", "minute_taker", "end", "chair", "vote:d"}
    )
    meeting = build.meeting(
        kind="body", agenda_items=(build.item("1"), build.item("2")), left_open=everything
    )
    assert [what for rank, _, what in asked(meeting) if rank != "hint"] == []


def test_answered_and_decided_is_not_asked(build):
    build.question("Kosten?", answer="Der Kreis.")
    build.parked("Pool", outcome="nächstes Treffen")
    assert gaps(closed(build)) == ()


@pytest.mark.parametrize("visibility", ["record", "internal"])
def test_only_what_is_for_the_minutes_is_asked(build, visibility):
    build.action("Fachtag", visibility=visibility)
    build.question("Kosten?", visibility=visibility)
    build.parked("Pool", visibility=visibility)
    build.note("Gesagt", "i1", visibility=visibility)
    assert gaps(closed(build, agenda_items=(build.item("1"),))) == ()


def test_an_item_misses_a_result_only_with_notes_and_nothing_settled(build):
    items = tuple(build.item(str(n)) for n in range(1, 8))
    numbered = {i.number: i for i in items}
    build.note("nur Notiz", "i1")
    build.note("mit Beschluss", "i2")
    build.decision("So sei es", "i2")
    build.note("mit Maßnahme", "i3")
    build.action("Machen", "i3", who="Kurz", due="Mai")
    build.note("mit Ergebnis", "i4")
    build.note("noch nicht dran", "i6")
    build.note("verschoben", "i7")
    items = (
        numbered["1"],
        numbered["2"],
        numbered["3"],
        build.item("4", result="zur Kenntnis genommen"),
        numbered["5"],
        build.item("6", state="open"),
        build.item("7", state="deferred"),
    )
    assert asked(closed(build, agenda_items=items)) == [("missing", "1", "result")]


def test_a_heading_has_its_results_in_its_sub_items(build):
    build.note("Fünf Gruppen berichten.", "i8")
    items = (build.item("8"), build.item("8.1"))
    assert gaps(closed(build, agenda_items=items)) == ()


def test_a_review_needs_no_other_result(build):
    build.note("Durchgesehen", "i2")
    said = Statement(id="s", action_item="old", at=build.at("17:10"), item="i2", status="completed")
    items = (build.item("2", purpose="open_actions"),)
    assert gaps(closed(build, agenda_items=items, statements=(said,))) == ()


def test_an_action_said_done_or_given_an_owner_later_is_complete(build):
    build.action("Fachtag", id="a")
    build.action("Flyer", id="b", due="Mai")
    said = (
        Statement(id="s1", action_item="a", at=build.at("17:10"), status="completed"),
        Statement(id="s2", action_item="b", at=build.at("17:11"), owners=(Owner(name="Kurz"),)),
    )
    assert gaps(closed(build, statements=said)) == ()


@pytest.mark.parametrize("kind", ["workshop", "network", "group", "conference"])
def test_only_bodies_are_asked_for_votes_and_chair(build, kind):
    build.decision("Wir erweitern die AG.")
    assert gaps(closed(build, kind=kind, officers=COMPLETE["officers"][:1])) == ()


def test_a_body_is_asked_for_votes_and_chair(build):
    build.decision("Ohne Stimmen", read_back_at=build.at("17:00"))
    build.decision("Einstimmig", vote=Vote(yes=9, no=0, abstain=0), read_back_at=build.at("17:00"))
    build.decision("Konsens", vote=Vote(method="consensus"), read_back_at=build.at("17:00"))
    build.decision("Kenntnis", decision_kind="acknowledgement", read_back_at=build.at("17:00"))
    meeting = closed(build, kind="body", officers=COMPLETE["officers"][:1])
    assert asked(meeting) == [
        ("missing", "B1", "vote"),
        ("missing", "", "chair"),
        ("hint", "", "quorum"),
    ]


def test_a_body_is_told_of_votes_that_do_not_add_up_and_of_no_read_back(build):
    build.decision("Mehrheitlich", vote=Vote(yes=1, no=0, abstain=0))
    people = (
        *(Person(id=n, name=n) for n in "abc"),
        Person(id="d", name="Gast", voting_right=False),
    )
    attendance = tuple(
        Attendance(person=n, status="present", stays=(Stay(arrived=came),))
        for n, came in (("a", None), ("b", "16:50"), ("c", "17:30"), ("d", None))
    )
    found = gaps(closed(build, kind="body", people=people, attendance=attendance))
    assert [(g.what, g.detail, g.other) for g in found] == [
        ("votes_cast", "1", "2"),  # c came later, d has no vote
        ("read_back", "", ""),
        ("quorum", "", ""),
    ]


def test_a_body_is_told_of_a_vote_without_a_quorum(build):
    """Nineteen members need ten: nine were there for one vote, ten for the other."""
    for entitled in (9, 10):
        vote = Vote(method="unanimous", entitled=entitled, legal_number=19)
        build.decision("Vergabe", vote=vote, read_back_at=build.at("17:00"))
    for kind, expected in (("body", [("B1", "9", "10")]), ("network", [])):
        found = [g for g in gaps(closed(build, kind=kind)) if g.what == "without_quorum"]
        assert [(g.label, g.detail, g.other) for g in found] == expected


def test_end_is_asked_only_of_a_meeting_that_should_have_one(build):
    facts = COMPLETE | {"started_at": build.at("16:30")}
    running = build.meeting(**facts, state="running")
    assert gaps(running) == ()
    assert gaps(running, build.at("23:50")) == ()
    forgotten = build.at("08:00", date(2026, 10, 14) + timedelta(days=1))
    assert asked(running, forgotten) == [("missing", "", "end")]
    late = build.meeting(**facts | {"started_at": build.at("22:45")}, state="running")
    past_midnight = build.at("00:30", date(2026, 10, 14) + timedelta(days=1))
    assert gaps(late, past_midnight) == ()  # it goes on
    assert asked(build.meeting(**facts)) == [("missing", "", "end")]
    assert gaps(build.meeting(**COMPLETE, state="planned")) == ()


def test_the_next_meeting_is_agreed_in_a_meeting_not_before_it(build):
    facts = {key: value for key, value in COMPLETE.items() if key != "next_meeting"}
    assert gaps(build.meeting(**facts, state="planned")) == ()
    assert asked(build.meeting(**facts, state="running")) == [("missing", "", "next_meeting")]
    assert asked(build.meeting(state="planned")) == [
        ("missing", "", "minute_taker"),
        ("missing", "", "place"),
    ]


@pytest.mark.parametrize("name", ["alle", "Verwaltung", "N. N.", "jemand", "Everybody", "TBD"])
def test_nobody_is_a_hint(build, name):
    build.action("Flyer", who=name, due="Mai")
    (gap,) = gaps(closed(build))
    assert (gap.rank, gap.what, gap.detail) == ("hint", "owner_is_nobody", name)


def test_a_known_organisation_called_verwaltung_is_somebody(build):
    build.action("Flyer", owners=(Owner(name="Verwaltung", kind="organization", id="o"),), due="M")
    assert gaps(closed(build)) == ()


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("Hadad", "Samir Haddad", True),
        ("Samir Hadad", "Samir Haddad", True),
        ("Oezturk", "Aylin Öztürk", True),
        ("Haddad", "Samir Haddad", False),  # the same
        ("Kraus", "Vera Krause", True),
        ("Mayr", "Eva Mayer", False),  # too short
        ("Bender", "Jan Lender", False),  # another first letter
        ("Petra", "Petra Weiß", False),  # a first name
        ("AG Wohnen", "Samir Haddad", False),
    ],
)
def test_two_spellings_of_one_name(build, typed, known, meant):
    build.action("Flyer", who=typed, due="Mai")
    found = gaps(closed(build, people=(Person(id="p", name=known),)))
    assert [(g.what, g.detail, g.other) for g in found] == (
        [("spelling", typed, known)] if meant else []
    )


def test_namesakes_are_no_misspelling(build):
    build.action("Flyer", who="Kraus", due="Mai")
    people = (Person(id="p", name="Vera Krause"), Person(id="q", name="Uwe Kraus"))
    assert gaps(closed(build, people=people)) == ()


def test_entries_before_the_start_come_first_and_lost_ones_last(build):
    build.action("ohne TOP", item="gone")
    build.action("im TOP", item="i1")
    build.action("davor", before_start=True)
    found = gaps(closed(build, agenda_items=(build.item("1"),)))
    assert [g.text for g in found if g.what == "due"] == ["davor", "im TOP", "ohne TOP"]


def test_a_due_without_a_day_is_a_due(build):
    build.action("Pflegen", who="Kurz", due=Due(text="laufend"))
    assert gaps(closed(build)) == ()


# -- what a live meeting records --------------------------------------------------------------


def test_an_order_asks_who_does_it_until_it_is_an_action(build):
    order = build.decision("Konzept vorlegen", "i1", decision_kind="order")
    build.decision("Abgelehnt", "i1", decision_kind="order", vote=Vote(yes=1, no=3, abstain=0))
    build.decision("Empfehlung", "i1", decision_kind="recommendation")
    items = (build.item("1"),)
    meeting = closed(build, agenda_items=items)
    assert asked(meeting) == [("missing", "B1", "order")]
    assert gaps(meeting)[0].text == "Konzept vorlegen"
    assert asked(closed(build, left_open=frozenset({f"order:{order.id}"}))) == []
    build.action("Konzept vorlegen", "i1", who="Weiß", due="bald", link=order.id)
    assert asked(closed(build, agenda_items=items)) == []


def test_a_body_that_never_stated_its_quorum(build):
    assert asked(closed(build, kind="body")) == [("hint", "", "quorum")]
    stated = QuorumStatement(id="q", at=build.at("16:00"), present=9, required=8, legal_number=15)
    assert asked(closed(build, kind="body", quorum_statements=(stated,))) == []
    assert asked(closed(build, kind="body", quorum_rule="none")) == []
    assert asked(closed(build, kind="workshop")) == []
    assert asked(closed(build, kind="body", state="planned")) == []


def test_somebody_biased_in_an_item_that_never_ran(build):
    bias = Bias(person="", name="Kern", at=build.at("17:00"))
    back = msgspec.structs.replace(bias, returned_at=build.at("17:30"))
    items = (
        build.item("1", bias=(back,)),
        build.item("2", state="open", bias=(bias,)),
        build.item("3", state="open", bias=(bias,), is_bias_denied=True),
    )
    meeting = closed(build, agenda_items=items)
    assert asked(meeting) == [("to_decide", "2", "bias")]
    assert gaps(meeting)[0].detail == "Kern"
    assert asked(msgspec.structs.replace(meeting, state="running", closed_at=None)) == []
    assert asked(closed(build, agenda_items=items, left_open=frozenset({"bias:i2"}))) == []


def test_a_round_in_which_somebody_was_not_heard(build):
    now = build.at("17:00")
    groups = (Group(id="a", name="AG Arbeit"), Group(id="w", name="AG Wohnen"))
    answers = (RoundAnswer(id="x", subject="a", at=now, text="Gut."),)
    asked_of = Round(id="r", prompt="Wie war es?", at=now, item="i1", subjects=("a", "w", "gone"),
                     answers=answers)  # fmt: skip
    again = msgspec.structs.replace(asked_of, id="r2", prompt="Und nun?")
    items = (build.item("1"),)
    (gap,) = gaps(closed(build, agenda_items=items, rounds=(asked_of, again), groups=groups))
    assert (gap.rank, gap.what, gap.label, gap.detail) == ("hint", "round", "1", "AG Wohnen")
    running = closed(build, rounds=(asked_of,), groups=groups, state="running", closed_at=None)
    assert asked(running) == []  # it still goes round


def test_a_note_typed_in_a_break_asks_for_no_result(build):
    build.note("Das Mikrofon fällt aus.", "pause")
    pause = build.item("", "Pause", id="pause", purpose="break")
    assert asked(closed(build, agenda_items=(build.item("1"), pause))) == []
