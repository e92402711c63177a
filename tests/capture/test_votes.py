"""How a room decided, as it is typed."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from capture_meeting import MEETING, NOW, make_context
from effort import processor_seconds
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.capture import read, read_vote
from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    Attendance,
    Consensing,
    Decision,
    Dots,
    FistToFive,
    Meeting,
    Stay,
    Thumbs,
    Vote,
)


def context(**values: Any) -> Any:
    return make_context(now=NOW, **values)


def vote(text: str, **values: Any) -> Vote | None:
    reading = read_vote(text, context(), **values)
    return reading.vote if reading else None


def problem(text: str, language: str = "en") -> str:
    reading = read_vote(text, context(language=language))
    return reading.problem if reading else "nothing"


@pytest.mark.parametrize(
    "text",
    [
        "58 0 4", "58:0:4", "58/0/4", "58, 0, 4", "58 ja 0 nein 4 Enthaltungen",
        "58 Ja, 0 Nein, 4 Enth.", "ja 58, nein 0, enth. 4", "58 yes 0 no 4 abstentions",
        "58 Ja-Stimmen, 0 Gegenstimmen, 4 Enthaltungen", "58 dafür 0 dagegen 4 enthalten",
        "58 in favour, 0 against, 4 abstained", "einstimmig 58 0 4", "angenommen 58 0 4",
        "einstimmig 58 bei 4 Enthaltungen", "  58 0 4  ",
    ],
)  # fmt: skip
def test_counts(text: str) -> None:
    assert vote(text) == Vote(yes=58, no=0, abstain=4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("einstimmig", Vote(method="unanimous")),
        ("Unanimous", Vote(method="unanimous")),
        ("einstimmig bei 4 Enthaltungen", Vote(method="unanimous", abstain=4)),
        ("unanimous with 1 abstention", Vote(method="unanimous", abstain=1)),
        ("einstimmig bei zwei Enthaltungen", Vote(method="unanimous", abstain=2)),
        ("mehrheitlich bei einer Gegenstimme", Vote(method="majority", no=1)),
        ("abgelehnt bei einer Enthaltung", Vote(method="rejected", abstain=1)),
        ("angenommen bei drei Gegenstimmen", Vote(method="carried", no=3)),
        ("58 Ja, keine Gegenstimmen, vier Enthaltungen", Vote(yes=58, no=0, abstain=4)),
        ("mit 58 zu 4 Stimmen", Vote(yes=58, no=4, abstain=0)),
        ("58 4 bei 3 Enthaltungen", Vote(yes=58, no=4, abstain=3)),
        ("geheime Abstimmung: 10 2 1", Vote(yes=10, no=2, abstain=1, is_secret=True)),
        ("geheim 10 2 1, 2 ungültig", Vote(yes=10, no=2, abstain=1, invalid=2, is_secret=True)),
        ("10 2 1 ungültig 2", None),
        ("58 4 ungültig 3", None),
        ("Konsens", Vote(method="consensus")),
        ("consensus", Vote(method="consensus")),
        ("keine Einwände", Vote(method="no objections")),
        ("ohne Einwände", Vote(method="no objections")),
        ("no objections", Vote(method="no objections")),
        ("ohne Gegenstimmen", Vote(method="none against")),
        ("ohne Gegenstimmen bei 4 Enthaltungen", Vote(method="none against", abstain=4)),
        ("none against with 4 abstentions", Vote(method="none against", abstain=4)),
        ("58 Ja ohne Gegenstimmen", Vote(yes=58, no=0, abstain=0)),
        ("einstimmig abgelehnt", Vote(method="rejected unanimously")),
        ("abgelehnt", Vote(method="rejected")),
        ("abgelehnt 3 9", Vote(yes=3, no=9, abstain=0)),
        ("rejected 3 9 1", Vote(yes=3, no=9, abstain=1)),
        ("geheim 10 2 1", Vote(yes=10, no=2, abstain=1, is_secret=True)),
        ("10 2 1 in geheimer Abstimmung", Vote(yes=10, no=2, abstain=1, is_secret=True)),
        ("secret ballot 10 2 1 1", Vote(yes=10, no=2, abstain=1, invalid=1, is_secret=True)),
        ("10 2 1 Handzeichen", Vote(yes=10, no=2, abstain=1, method="show of hands")),
        ("10 2 by show of hands", Vote(yes=10, no=2, abstain=0, method="show of hands")),
        (
            "mehrheitlich bei 2 Gegenstimmen und 1 Enthaltung",
            Vote(method="majority", no=2, abstain=1),
        ),
    ],
)
def test_words(text: str, expected: Vote) -> None:
    assert vote(text) == expected


def test_one_letter_is_enough_only_where_nothing_but_a_vote_can_stand() -> None:
    for letter, method in (("e", "unanimous"), ("K", "consensus"), ("o", "no objections")):
        assert vote(letter) is None
        assert vote(letter, letters=True) == Vote(method=method)


def test_by_name_with_the_people_meant() -> None:
    found = vote("namentlich: Weiß ja, Frau Öztürk nein, Haddad enth, Kern ja")
    assert found is not None
    assert [(b.name, b.choice, b.person) for b in found.ballots] == [
        ("Dr. Petra Weiß", "yes", "p-weiss"), ("Emine Öztürk", "no", "p-ozturk"),
        ("Samir Haddad", "abstain", "p-haddad"), ("Kern", "yes", ""),
    ]  # fmt: skip
    assert (found.yes, found.no, found.abstain) == (2, 1, 1)
    grouped = vote("by name: yes: Weiß, Kern; no: Haddad")
    assert grouped is not None
    assert [(b.name, b.choice) for b in grouped.ballots] == [
        ("Dr. Petra Weiß", "yes"), ("Kern", "yes"), ("Samir Haddad", "no"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("geheim", "Wie viele? Ja, Nein und Enthaltungen tippen: 10 2 1."),
        ("abgelehnt 9 3", "Abgelehnt, aber mehr Ja als Nein? Zuerst Ja tippen, dann Nein."),
        ("angenommen 3 9", "Angenommen, aber nicht mehr Ja als Nein? Zuerst Ja, dann Nein tippen."),
        ("einstimmig 14 3 0", "Einstimmig, aber 3 dagegen? Nur die Zahlen tippen."),
        ("namentlich: Weiß ja, Weiß nein", "„Dr. Petra Weiß“ stimmt zweimal."),
        ("namentlich: Weiß ja, Haddad", "Wie stimmt „Haddad“? Ja, Nein oder Enthaltung."),
        ("Daumen 20 3", "Drei Zahlen: Daumen hoch, seitlich, runter."),
        ("Fünf: 1 2 3", "Sechs Zahlen: wie viele 0, 1, 2, 3, 4, 5 Finger zeigen."),
        ("Widerstand: A 12, B 40, bleibt alles 55", "Von wie vielen? Anhängen: (20 Personen)."),
        (
            "Widerstand: A 12, B 40 (20 Personen)",
            "Die Passivlösung fehlt: „bleibt alles“ und ihr Widerstand.",
        ),
        (
            "Widerstand: A 3 0, bleibt alles 9 9 9",
            "Jede Option braucht so viele Zahlen, wie Personen da sind.",
        ),
        ("Widerstand: A 3 11, bleibt alles 9 9", "„A“: mehr als 10 je Person."),
        ("Punkte: A 12, B 13 (8 Personen, je 3)", "25 Punkte, aber nur 24 gab es."),
    ],
)
def test_what_cannot_be_is_said(text: str, expected: str) -> None:
    assert problem(text, "de") == expected


@pytest.mark.parametrize(
    "text",
    [
        "12", "1 2 3 4 5", "5 Stühle und 2 Tische", "Die Kosten sind 12 Euro", "Daumen hoch",
        "Punkte sammeln", "Konsens war schwer zu finden", "ja", "Fünf Leute kommen später", "",
        "Nein heißt nein", "1234567 0 0",
    ],
)  # fmt: skip
def test_prose_is_no_vote(text: str) -> None:
    assert read_vote(text, context()) is None


def opinion(text: str) -> Any:
    reading = read_vote(text, context())
    assert reading is not None
    assert not reading.problem
    return reading.opinion


def test_opinions() -> None:
    assert opinion("Daumen 20 3 1") == Thumbs(at=NOW, up=20, sideways=3, down=1)
    assert opinion("thumbs: 20 3 1") == Thumbs(at=NOW, up=20, sideways=3, down=1)
    fist = FistToFive(at=NOW, counts=(0, 1, 2, 4, 8, 5))
    assert opinion("Fünf: 0 1 2 4 8 5") == opinion("fist to five: 0 1 2 4 8 5") == fist
    asked = opinion("Faust 0 1 2 4 8 5; Wer zahlt?; Zu früh")
    assert asked.concerns == ("Wer zahlt?", "Zu früh")
    dots = opinion("Punkte: Option A 12, Option 2: 7 (8 Personen, je 3)")
    assert isinstance(dots, Dots)
    assert [(o.text, o.dots) for o in dots.options] == [("Option A", 12), ("Option 2", 7)]
    assert (dots.each, dots.voters) == (3, 8)


def test_resistance_in_sums_and_by_person() -> None:
    sums = opinion("Widerstand: Option 1 12, Option B 40, bleibt alles 55 (20 Personen)")
    assert isinstance(sums, Consensing)
    assert [(o.text, o.total, o.is_passive) for o in sums.options] == [
        ("Option 1", 12, False), ("Option B", 40, False), ("bleibt alles", 55, True),
    ]  # fmt: skip
    assert sums.voters == 20
    rows = opinion("resistance: A 3 0 5; B 8 9 2; everything stays 9 9 7")
    assert [(o.total, o.by_person) for o in rows.options] == [
        (8, (3, 0, 5)), (19, (8, 9, 2)), (25, (9, 9, 7)),
    ]  # fmt: skip
    assert rows.voters == 3


# -- behind a decision --------------------------------------------------------------------------

DECISION = Decision(
    id="z-decision", kind="decision", tag="B9", item="i81", at=NOW, visibility="minutes",
    text="Die AG wird erweitert.",
)  # fmt: skip


def decided(**values: Any) -> Meeting:
    people = tuple(a.id for a in MEETING.people[:3])
    return msgspec.structs.replace(
        MEETING,
        entries=(*MEETING.entries, msgspec.structs.replace(DECISION, **values)),
        attendance=tuple(
            Attendance(person=p, status="present", stays=(Stay(arrived="16:00"),)) for p in people
        ),
    )


def in_room(**values: Any) -> Any:
    return context(meeting=values.pop("meeting", decided()), item="i81", **values)


def test_behind_a_decision_a_vote_is_only_offered() -> None:
    reading = read("2 1 0", in_room(language="de"))
    (chip,) = reading.chips
    assert (chip.key, chip.state) == ("vote", "offered")
    assert chip.label == "B9 2 Ja, 1 Nein, 0 Enthaltungen → mehrheitlich bei 1 Gegenstimme"
    assert reading.changes == (c.NoteRecorded(item="i81", line="2 1 0", text="2 1 0"),)


def test_taken_it_is_the_vote_with_those_entitled() -> None:
    reading = read("2 1 0", in_room(taken=frozenset({"vote"})))
    (change,) = reading.changes
    assert change == c.DecisionAmended(
        decision="z-decision", vote=Vote(yes=2, no=1, abstain=0, entitled=3)
    )
    opinion = read("Daumen 2 1 0", in_room(taken=frozenset({"vote"}))).changes
    assert isinstance(opinion[0], c.OpinionTaken)


def test_more_votes_than_people_are_said_and_kept() -> None:
    reading = read("12 1 0", in_room(taken=frozenset({"vote"}), language="de"))
    assert reading.problem == "13 Stimmen, aber nur 3 anwesend und stimmberechtigt"
    assert isinstance(reading.changes[0], c.DecisionAmended)


@pytest.mark.parametrize("line", ["14:40", "! 2 1 0", "n: 2 1 0", "2 1 0 Stühle"])
def test_what_is_not_offered(line: str) -> None:
    assert all(chip.key != "vote" for chip in read(line, in_room()).chips)


def test_nothing_is_offered_once_it_has_a_vote_or_something_else_came_after() -> None:
    voted = decided(vote=Vote(method="consensus"))
    assert not read("2 1 0", in_room(meeting=voted)).chips
    assert read("2 1 0", in_room(meeting=voted, chosen="z-decision")).chips
    assert not read("2 1 0", context(meeting=decided(), item="i82")).chips


def test_by_its_tag_it_is_said() -> None:
    reading = read("B9 einstimmig", in_room())
    assert reading.kind == "amend"
    (change,) = reading.changes
    assert isinstance(change, c.DecisionAmended)
    assert isinstance(change.vote, Vote)
    assert change.vote.method == "unanimous"
    assert read("B9 wird ausgebaut", in_room()).kind == "note"


# -- whatever is typed --------------------------------------------------------------------------

PIECES = (
    "58|0|4| |:|,|;|ja|nein|Enthaltungen|einstimmig|bei|Konsens|keine Einwände|geheim |"
    "namentlich: |"
    "Weiß|Haddad|abgelehnt|Daumen |Fünf: |Widerstand: |Option A|bleibt alles|(20 Personen)|je 3|"
    "Punkte: |B9 |٣|²|-|€|(|)|fist "
).split("|")


@settings(max_examples=500, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
        st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=9).map("".join),
    ),
    st.booleans(),
)
def test_reading_never_raises_and_can_be_stored(text: str, letters: bool) -> None:
    reading = read_vote(text, context(), letters=letters)
    if reading is not None:
        said = [reading.vote is not None, reading.opinion is not None, bool(reading.problem)]
        assert said.count(True) == 1
        json = msgspec.json.encode(reading)
        assert msgspec.json.decode(json, type=type(reading)) == reading
    for change in read(text, in_room(taken=frozenset({"vote"}))).changes:
        assert msgspec.json.decode(msgspec.json.encode(change), type=c.Change) == change


@pytest.mark.parametrize(
    "text", ["Widerstand: " + "x " * 4000, "1 " * 4000, "namentlich: " + "ja " * 3000, "( " * 5000]
)
def test_long_lines_take_no_time(text: str) -> None:
    assert processor_seconds(lambda: read_vote(text, context())) < 0.5
