"""What holds for every line."""

from __future__ import annotations

import unicodedata
from typing import Any

import msgspec
import pytest
from capture_meeting import MEETING, PEOPLE, make_context
from effort import processor_seconds
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.capture import Context, convert, read, read_pasted
from facilitator.meeting import changes as c
from facilitator.meeting.model import Attendance, Meeting, Person, Stay

PIECES = (
    'm: |! |? |= |- |-> |+|# |#|/|/8.4 |M7 |?2 |i: |s: |termin: |>|<|@|(|)|, |: |"|„|“|bis |'
    "Haddad|Weiß|Müller|AG Wohnen|Öztürk|Frau |Dr. |und |Ende März|15.3.|31.02.|nächstes Treffen|"
    "Freitag|KW 34|2018|erledigt|vertagt|zur K|Arbeit|Raum buchen|. |\n|\t|\u00a0|€|^0|5 %|"
    "Gäste|14:40"
).split("|")
LINES = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=9).map("".join),
)
KEYS = st.frozensets(
    st.sampled_from(
        ["due", "due:other", "field", "owner:haddad", "owner:weiss", "said_by", "kind:action_item"]
    )
)
STICKY = st.sampled_from([None, "note", "decision", "action_item", "question", "parked_topic"])
CONTEXTS = st.builds(
    lambda **values: make_context(**values),
    meeting=st.sampled_from([MEETING, Meeting()]),
    language=st.sampled_from(["de", "en"]),
    sticky=STICKY,
    taken=KEYS,
    refused=KEYS,
    literal=st.booleans(),
    cursor=st.none() | st.integers(-3, 70),
    picks=st.sampled_from([(), (("Müller", "p-mueller1"),), (("", ""),)]),
)


@settings(max_examples=600, deadline=None)
@given(LINES, CONTEXTS)
def test_reading_never_raises_is_deterministic_and_can_be_stored(
    line: str, context: Context
) -> None:
    reading = read(line, context)
    assert read(line, context) == reading
    for change in reading.changes:
        assert msgspec.json.decode(msgspec.json.encode(change), type=c.Change) == change
    if line.strip() and not reading.changes:
        assert reading.kind in ("goto", "command", "departure") or line.strip().startswith("/")
    if (completion := reading.completion) is not None:
        typed = unicodedata.normalize("NFC", line)
        assert typed[completion.start : completion.end] == completion.fragment
        assert completion.candidates


@settings(max_examples=600, deadline=None)
@given(LINES, CONTEXTS)
def test_no_letter_is_lost(line: str, context: Context) -> None:
    """Every letter of the line is in the text, in a value, or in the mark."""
    reading = read(line, context)
    if reading.kind not in ("note", "decision", "action_item", "question", "parked_topic"):
        return
    for change in reading.changes[:1]:
        assert isinstance(change, c.EntryRecorded)
        assert change.line == unicodedata.normalize("NFC", line)
        if isinstance(change, c.NoteRecorded) and not reading.visibility and not change.said_by:
            stripped = unicodedata.normalize("NFC", line).strip()
            assert stripped.endswith(change.text)
            assert change.text == stripped or stripped.startswith(("n:", "/"))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(categories=["Cs", "L", "P", "S"]), max_size=40))
def test_halves_of_surrogate_pairs_can_be_stored(line: str) -> None:
    for change in read(line, make_context()).changes:
        msgspec.json.encode(change)


@settings(max_examples=300, deadline=None)
@given(LINES, CONTEXTS, st.sampled_from(["note", "decision", "action_item", "question"]))
def test_converting_never_raises(line: str, context: Context, to: Any) -> None:
    from written import Written

    written = Written()
    written.record(c.MeetingPlanned(title="M"))
    reading = read(line, context)
    written.record(*(x for x in reading.changes if isinstance(x, c.EntryRecorded)))
    for entry in written.meeting.entries:
        written.record(*convert(entry, to, context))
        assert written.meeting.entry(entry.id).kind == to  # type: ignore[union-attr]


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=5).map("\n".join), CONTEXTS)
def test_pasting_never_raises(text: str, context: Context) -> None:
    paste = read_pasted(text, context)
    assert len(paste.notes) == len(paste.action_items) == paste.lines
    assert bool(paste.one_note) == bool(paste.lines)


@pytest.fixture
def crowd() -> Meeting:
    """100 people in the room, 300 entries."""
    people = tuple(
        Person(id=f"p{i}", name=f"Anna {PEOPLE[i % 11].name.split()[-1]}{i}") for i in range(100)
    )
    here = tuple(Attendance(person=p.id, status="present", stays=(Stay(),)) for p in people)
    entries = tuple(
        msgspec.structs.replace(MEETING.action_items[0], id=f"e{i}", tag=f"M{i}")
        for i in range(300)
    )
    return msgspec.structs.replace(MEETING, people=people, attendance=here, entries=entries)


@pytest.mark.parametrize(
    "line",
    [
        "Die Kurse laufen gut, die Träger wünschen sich mehr Räume und feste Zusagen der Stadt. "
        * 3,
        "m: Konzept vorlegen und mit den Trägern abstimmen "
        + "x" * 120
        + " >Haddad0 bis Ende März",
        "Frau " * 40,
        "> " * 100,
        "(" * 100 + ")" * 100,
        " >Haddad0" * 22,
        "<1.1. " * 33,
    ],
)
def test_a_key_is_read_at_once(line: str, crowd: Meeting) -> None:
    context = make_context(meeting=crowd)
    read(line, context)
    best = processor_seconds(lambda: read(line[:200], context), times=25)
    assert best < 0.01, "ten times what it takes here: the machine may be slow"
