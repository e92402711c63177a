"""A change as a row: nothing is lost, nothing leaves its line."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, Instant, NextMeeting, Owner
from facilitator.store import rows

ID = "0193b2c4d5e6-00a-7f3e91bc"
TEXT = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["\u2028\u2029\x85\n\r\x0b\x0c", '","crc":"00000000"}', "\x00\x1b[31m", "\\", "👩‍👩‍👧", "{}"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def stamp(change: c.Change, at: Instant | None = None) -> c.Stamped:
    at = at or Instant(at=datetime(2026, 11, 24, 14, tzinfo=UTC), up=12.5, opening="ab12")
    return c.Stamped(id=ID, step=ID, at=at, change=change)


def test_a_row_is_flat_and_ends_with_its_crc():
    raw = rows.encode(stamp(c.NoteRecorded(text="Grüße\u2028", item="x")))
    row = json.loads(raw)
    assert row["id"] == row["step"] == ID
    assert row["type"] == "NoteRecorded"
    assert row["text"] == "Grüße\u2028"
    assert row["at"] == "2026-11-24T14:00:00Z"
    assert (row["up"], row["opening"]) == (12.5, "ab12")
    crc = row.pop("crc")
    canonical = json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert crc == f"{zlib.crc32(canonical.encode()):08x}"
    assert "Grüße".encode() in raw


@pytest.mark.parametrize(
    "change",
    [
        c.PersonAdded(name="Weiß", id="weiss"),
        c.AgendaItemAdded(title="8.2 Förderung"),
        c.MeetingAmended(day=None, next_meeting=NextMeeting(text="April", day=date(2027, 4, 21))),
        c.MeetingAmended(saw=(ID,), place=""),
        c.ActionItemRecorded(
            summary="x", owners=(Owner(name="AG 2", kind="group", id="g"),), due=Due(text="Mai")
        ),
        c.NumbersGiven(numbers=(("a", "B-2026-001"),)),
        c.MeetingStarted(),
        c.TakenBack(steps=(ID,)),
    ],
)
def test_changes_come_back_as_they_were(change: c.Change):
    at = Instant(at=datetime(2026, 3, 29, 3, tzinfo=timezone(timedelta(hours=2))))
    for each in (stamp(change), stamp(change, at)):
        raw = rows.encode(each)
        assert rows.is_sealed(raw)
        assert rows.decode(json.loads(raw)) == each


def test_what_an_amend_does_not_touch_is_absent():
    row = json.loads(rows.encode(stamp(c.NoteAmended(note="n", text="neu"))))
    assert "said_by" not in row
    assert row["saw"] == []


@given(TEXT, TEXT)
def test_hostile_text_stays_in_its_line(text: str, line: str):
    each = stamp(c.NoteRecorded(text=text, line=line))
    raw = rows.encode(each)
    assert b"\n" not in raw
    assert b"\r" not in raw
    assert rows.is_sealed(raw)
    assert rows.decode(json.loads(raw)) == each


@given(st.dictionaries(TEXT.filter(lambda name: name != "crc"), VALUES, max_size=6))
def test_any_row_is_sealed_and_read_back(row: dict[str, object]):
    raw = rows.seal(row)
    assert b"\n" not in raw
    assert rows.is_sealed(raw)
    assert rows.canonical(json.loads(raw)) == rows.canonical(row)


def test_spaces_and_order_do_not_break_the_seal():
    row = json.loads(rows.seal({"b": 1, "a": "ü"}))
    assert rows.is_sealed(json.dumps({"crc": row["crc"], "b": 1, "a": "ü"}).encode())
    assert not rows.is_sealed(json.dumps({"crc": row["crc"], "b": 2, "a": "ü"}).encode())


def test_halves_of_surrogate_pairs_become_a_replacement_sign():
    change = rows.without_half_characters(c.NoteRecorded(text="a\ud83d", line="\udcff"))
    assert change == c.NoteRecorded(text="a\ufffd", line="\ufffd")
    whole = c.NoteRecorded(text="📋")
    assert rows.without_half_characters(whole) is whole
    assert json.loads(rows.seal({"a\ud800": ["\udfff"]}))["a\ufffd"] == ["\ufffd"]


def test_unknown_fields_are_passed_over_and_unknown_types_are_kept_unread():
    row = json.loads(rows.encode(stamp(c.NoteRecorded(text="x"))))
    newer = rows.decode(row | {"mood": "good"})
    assert newer is not None
    assert newer.change == c.NoteRecorded(text="x")
    for other in ({"type": "SpeakerCalled"}, {"visibility": "secret"}, {"text": 7}):
        unread = rows.decode(row | other)
        assert unread is not None
        assert unread.change is None
        assert unread.id == ID


@pytest.mark.parametrize(
    "wrong",
    [
        *({"id": "7"}, {"id": 7}, {"step": None}, {"type": 3}, {"up": "x"}),
        *({"at": "soon"}, {"at": "2026-11-24T14:00:00"}),
    ],
)
def test_what_is_no_row_of_a_change_is_none(wrong: dict[str, object]):
    row = json.loads(rows.encode(stamp(c.NoteRecorded(text="x"))))
    assert rows.decode(row | wrong) is None


def test_every_kind_of_change_has_room_in_a_flat_row():
    taken = {"step", "at", "up", "opening", "crc", "new_id", "type"}
    for kind in msgspec.inspect.type_info(c.Change).types:  # type: ignore[attr-defined]
        assert not taken & {field.name for field in kind.fields}, kind.cls
