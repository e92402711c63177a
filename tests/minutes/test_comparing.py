"""What changed between two versions, in words: everything is named, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest
from histories import histories
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.i18n import use_language
from facilitator.meeting.fold import fold
from facilitator.meeting.model import Meeting, Stay
from facilitator.minutes.comparing import differences
from facilitator.minutes.comparing.labels import LABELS, label
from facilitator.minutes.comparing.rows import called
from facilitator.minutes.comparing.text import changed_words
from facilitator.minutes.content import said as said_by
from facilitator.minutes.document import document
from facilitator.minutes.document import model as document_model

replace = msgspec.structs.replace


@pytest.fixture
def german():
    use_language("de")
    yield
    use_language("en")


def said(before: Meeting, after: Meeting) -> list[str]:
    found = differences(document(before), document(after))
    return [difference.words() for difference in found]


def amended(meeting: Meeting, kind: str, **fields: Any) -> Meeting:
    """With the first entry of this kind changed."""
    entry = next(e for e in meeting.entries if e.kind == kind and e.visibility == "minutes")
    entries = tuple(replace(e, **fields) if e is entry else e for e in meeting.entries)
    return replace(meeting, entries=entries)


def test_the_same_says_nothing(network):
    one = document(network, version=1, issued=date(2026, 10, 19))
    two = document(network, version=2, issued=date(2026, 10, 26), status="sent")
    assert differences(one, two) == ()


def test_worked_examples(build, german):
    items = (build.item("8", "Arbeitsgruppen"), build.item("8.2", "AG Arbeit"))
    build.decision("Der Fachtag findet statt.", "i8.2", number="B-2026-008")
    build.action("Angebot einholen", "i8.2", number="M-2026-036", who="Brandt", due="30.11.")
    meeting = build.meeting(agenda_items=items, place="Rathaus")
    long = (
        "Die Verwaltung wird beauftragt, bis zum 30.11. ein Konzept für die Beleuchtung des "
        "Radwegs am Nordufer vorzulegen und die Kosten zu nennen."
    )
    before = amended(meeting, "decision", text=long)
    assert said(meeting, replace(meeting, place="Kreishaus")) == ["Ort: Rathaus → Kreishaus"]
    assert said(before, amended(before, "decision", text=long.replace("30.11.", "15.12."))) == [
        "TOP 8.2, B-2026-008: Wortlaut: „… beauftragt, bis zum 30.11. ein Konzept für …“ → "
        "„… beauftragt, bis zum 15.12. ein Konzept für …“"
    ]
    owners = tuple(replace(o, name="Haddad") for o in meeting.action_items[0].owners)
    assert said(meeting, amended(meeting, "action_item", owners=owners)) == [
        "TOP 8.2, M-2026-036: Wer: Brandt → Haddad"
    ]
    gone = replace(meeting, entries=meeting.entries[:1])
    assert said(meeting, gone) == ["TOP 8.2: Maßnahmen: entfallen: M-2026-036 Angebot einholen"]
    assert said(gone, meeting) == ["TOP 8.2: Maßnahmen: neu: M-2026-036 Angebot einholen"]


def test_an_item_put_in_front_renumbers_but_repeats_nothing(build, german):
    build.decision("So sei es.", "ix", number="B-2026-001")
    before = build.meeting(agenda_items=(build.item("1", "Haushalt", id="ix"),))
    new = (build.item("1", "Begrüßung", id="iy"), build.item("2", "Haushalt", id="ix"))
    assert said(before, replace(before, agenda_items=new)) == [
        "TOP 1: Nummer: 1 → 2",
        "TOP: neu: 1 Begrüßung",
    ]


def test_votes_people_and_order(network, german):
    people = network.people
    renamed = replace(people[0], name="Prof. " + people[0].name)
    found = said(network, replace(network, people=(renamed, *people[1:])))
    assert found
    assert any(renamed.name in line for line in found)
    attendance = tuple(
        replace(a, stays=(Stay(arrived="16:30", left="17:00"),)) if n == 0 else a
        for n, a in enumerate(network.attendance)
    )
    late = said(network, replace(network, attendance=attendance))
    assert any("Zeit" in line and "17:00" in line for line in late), late


def test_two_notes_changing_places(build, german):
    build.note("Erstens", "i1")
    build.note("Zweitens", "i1")
    meeting = build.meeting(agenda_items=(build.item("1", "Haushalt"),))
    other = replace(meeting, entries=meeting.entries[::-1])
    assert said(meeting, other) == [
        "TOP 1: Notiz: Reihenfolge: Erstens, Zweitens → Zweitens, Erstens"
    ]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("kurz", "länger", ("kurz", "länger")),
        ("a b c d e f g h i j", "a b c d e X g h i j", ("… c d e f g h i …", "… c d e X g h i …")),
        ("X b c d e f g h i j", "Y b c d e f g h i j", ("X b c d …", "Y b c d …")),
        (
            "a b c d e f g h i j k l m n o p q r s t",
            "A b c d e f g h i j k l m n o p q r s T",
            ("a b c d … q r s t", "A b c d … q r s T"),
        ),
        ("eins  zwei", "eins zwei", ("eins  zwei", "eins zwei")),
    ],
)
def test_of_long_texts_only_what_differs(before, after, shown):
    assert changed_words(before, after) == shown


WORDS = st.lists(st.sampled_from("ab c … d e".split()), max_size=40).map(" ".join)


@given(WORDS, WORDS)
def test_different_texts_never_look_the_same(before, after):
    one, two = changed_words(before, after)
    assert (one == two) == (before == after)


# -- properties --------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(histories(), st.integers(0, 30), st.integers(0, 30))
def test_there_is_a_difference_if_and_only_if_they_differ(history, one, two):
    before, after = document(fold(history[:one])), document(fold(history[:two]))
    found = differences(before, after)
    assert bool(found) == (said_by(before) != said_by(after))
    assert all(difference.words() for difference in found)


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from leaves(each, (*path, place))
    elif isinstance(value, str) and path[-1] not in ("id", "issued", "status", "language", "form"):
        yield path, value


def changed_at(value: Any, path: tuple[Any, ...]) -> Any:
    if not path:
        return f"{value} anders"
    head, *rest = path
    if isinstance(value, tuple):
        parts = list(value)
        parts[head] = changed_at(parts[head], tuple(rest))
        return tuple(parts)
    return replace(value, **{head: changed_at(getattr(value, head), tuple(rest))})


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_each_changed_field_is_named(data, new_build):
    build = new_build()
    build.note("Eine Notiz", "i1")
    build.decision("So sei es.", "i1", number="B-2026-001", addressee="Rat")
    build.action("Angebot einholen", "i1", number="M-2026-001", who="Brandt", due="30.11.")
    build.question("Wer zahlt?", "i1")
    build.parked("Später", "i1")
    minutes = document(build.meeting(agenda_items=(build.item("1", "Haushalt"),), place="Rathaus"))
    path, _ = data.draw(st.sampled_from(list(leaves(minutes))))
    found = differences(minutes, changed_at(minutes, path))
    field = next(part for part in reversed(path) if isinstance(part, str))
    assert found
    assert any(d.what == label(field) or d.kind in ("new", "gone") for d in found), path


def test_every_field_of_the_document_has_a_name():
    structs = [v for v in vars(document_model).values() if isinstance(v, type)]
    fields = {
        name
        for each in structs
        if issubclass(each, msgspec.Struct) and ".minutes." in each.__module__
        for name in each.__struct_fields__
    }
    fields.discard("version")
    fields -= {"issued", "id"}
    assert fields <= LABELS.keys(), sorted(fields - LABELS.keys())


def test_three_hundred_entries_are_compared_at_once(build):
    for n in range(300):
        build.note(f"Notiz {n} über vieles", "i1")
    one = document(build.meeting(agenda_items=(build.item("1", "Haushalt"),)))
    for n in range(300):
        build.entries[n] = replace(build.entries[n], text=f"Ganz anders {n}")
    two = document(build.meeting(agenda_items=(build.item("1", "Haushalt"),)))
    assert len(differences(one, two)) == 300


def test_a_long_text_is_named_by_its_first_words(build):
    note = build.note("Die AG hat sich seit Mai zweimal, und zwar online, getroffen.")
    assert called(note) == "Die AG hat sich seit Mai zweimal …"
    assert called(replace(note, text="Kurz.")) == "Kurz."
