"""F-keys on an entry: read again as another kind, and nothing is dropped."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest
from capture_meeting import make_context
from written import Written

from facilitator.capture import convert, convert_reading, read
from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    ActionItem,
    Due,
    Entry,
    EntryKind,
    Meeting,
    Note,
    Owner,
)

KINDS: tuple[EntryKind, ...] = ("note", "decision", "action_item", "question", "parked_topic")


class Desk:
    """A meeting in which lines are typed and entries converted."""

    def __init__(self, meeting: Meeting) -> None:
        self.written = Written()
        self.written.record(c.MeetingPlanned(title="M"))
        self.written.record(
            *(c.OrganizationAdded(id=o.id, name=o.name) for o in meeting.organizations),
            *(
                c.PersonAdded(id=p.id, name=p.name, organization=p.organization)
                for p in meeting.people
            ),
            *(c.GroupAdded(id=g.id, name=g.name) for g in meeting.groups),
        )

    def type(self, line: str, **values: Any) -> Entry:
        self.written.record(*read(line, self.context(**values)).changes)
        return self.written.meeting.entries[-1]

    def convert(self, to: EntryKind, **values: Any) -> Entry:
        entry = self.written.meeting.entries[-1]
        self.written.record(*convert(entry, to, self.context(**values)))
        return self.written.meeting.entries[-1]

    def context(self, **values: Any) -> Any:
        return make_context(meeting=self.written.meeting, item="", **values)


@pytest.fixture
def desk(meeting: Meeting) -> Desk:
    return Desk(meeting)


def test_a_note_becomes_an_action_item_with_offers(desk: Desk) -> None:
    line = "Haddad kümmert sich bis Ende Nov um einen Raum"
    entry = desk.type(line)
    reading = convert_reading(entry, "action_item", desk.context())
    assert {chip.key for chip in reading.chips if chip.state == "offered"} == {
        "owner:haddad",
        "due",
    }
    action = desk.convert("action_item", taken=["owner:haddad", "due"])
    assert isinstance(action, ActionItem)
    assert action.text == line
    assert [owner.id for owner in action.owners] == ["p-haddad"]
    assert action.due is not None
    assert action.due.last == date(2026, 11, 30)


def test_a_bullet_becomes_an_action_item_without_its_sign(desk: Desk) -> None:
    desk.type("- Stärkere Präsenz auf Jobmessen")
    assert desk.convert("action_item").text == "Stärkere Präsenz auf Jobmessen"
    assert desk.convert("note").text == "- Stärkere Präsenz auf Jobmessen"


def test_an_action_item_becomes_a_note_with_all_its_words(desk: Desk) -> None:
    desk.type("- Befragung >Brandt <März")
    assert desk.convert("note").text == "- Befragung >Brandt <März"
    action = desk.convert("action_item")
    assert isinstance(action, ActionItem)
    assert (action.text, action.owners[0].name) == ("Befragung", "Petra Brandt")


def test_what_was_changed_since_is_written_out(desk: Desk) -> None:
    action = desk.type("m: Befragung >Brandt <März")
    desk.written.record(
        c.ActionItemAmended(
            action_item=action.id,
            owners=(Owner(name="Samir Haddad", kind="person", id="p-haddad"),),
            due=Due(text="Ende Mai", last=date(2027, 5, 31)),
        )
    )
    assert desk.convert("note").text == "Befragung (Samir Haddad, Ende Mai)"
    again = desk.convert("action_item")
    assert isinstance(again, ActionItem)
    assert (again.text, again.owners[0].id) == ("Befragung", "p-haddad")


def test_a_decision_becomes_a_note_without_its_sign(desk: Desk) -> None:
    desk.type("! Achtung Förderantrag nur bis 30.11.")
    assert desk.convert("note").text == "Achtung Förderantrag nur bis 30.11."


def test_who_said_it_is_kept(desk: Desk) -> None:
    desk.type("Weiß: Kurse sind voll")
    assert desk.convert("decision").text == "Weiß: Kurse sind voll"
    note = desk.convert("note")
    assert isinstance(note, Note)
    assert (note.said_by, note.text) == ("Dr. Petra Weiß", "Kurse sind voll")
    action = desk.convert("action_item")
    assert isinstance(action, ActionItem)
    assert (action.text, action.owners[0].id) == ("Kurse sind voll", "p-weiss")


def test_the_same_kind_changes_nothing(desk: Desk) -> None:
    entry = desk.type("offen")
    assert convert(entry, "note", desk.context()) == ()


LINES = {
    "Haddad kümmert sich bis Ende Nov um einen Raum": "Haddad kümmert bis Ende Nov um einen Raum",
    "- Befragung >Brandt <März": "Befragung Brandt März",
    "-> Fachtag planen (Haddad, Nowak, bis März)": "Fachtag planen Haddad Nowak März",
    "m: Raum buchen >Meier bis Ende Mai": "Raum buchen Meier Ende Mai",
    "! Die AG wird erweitert": "Die AG wird erweitert",
    "? Wer zahlt >Weiß": "Wer zahlt Weiß",
    "s: Dolmetscherpool": "Dolmetscherpool",
    "i: vertraulich": "vertraulich",
    "Weiß: Kurse sind voll": "Weiß Kurse sind voll",
    "m: >Haddad": "Haddad",
    '"> wörtlich"': "wörtlich",
    "> 50 TEUR": "50 TEUR",
}


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("way", itertools.permutations(KINDS, 3))
def test_no_word_is_lost_on_any_way(
    line: str, way: tuple[EntryKind, ...], desk: Desk, said: Callable[[Entry], str]
) -> None:
    desk.type(line)
    for kind in way:
        entry = desk.convert(kind)
        lost = set(LINES[line].split()) - set(_words(said(entry)))
        assert not lost, (kind, entry)


def _words(text: str) -> list[str]:
    return "".join(s if s.isalnum() else " " for s in text).split()


@pytest.fixture
def said() -> Callable[[Entry], str]:
    """All an entry says, in words."""

    def everything(entry: Entry) -> str:
        values = msgspec.to_builtins(entry)
        owners = " ".join(owner["name"] for owner in values.get("owners", ()))
        due = (values.get("due") or {}).get("text", "")
        return f"{values.get('said_by', '')} {entry.text} {owners} {due}"

    return everything
