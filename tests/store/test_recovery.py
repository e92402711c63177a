"""Damaged files: every row with an intact line comes back, none that is wrong is taken."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.meeting.changes import NoteRecorded
from facilitator.store import lines, rows
from facilitator.store.bits import put_right
from facilitator.store.check import check
from facilitator.store.recovery import load


def changes_of(data: bytes) -> dict[str, bytes]:
    """Change id -> bytes of its row, of what reading accepts without complaint of the row."""
    loaded = load(data)
    unsealed = set(loaded.unsealed)
    found = {}
    for doc_id, raw in loaded.tables.get("changes", {}).items():
        row = rows.read(raw)
        if row and rows.looks_like_change(row) and ("changes", doc_id) not in unsealed:
            found[row["id"]] = raw
    return found


def without_previous(path: Path) -> None:
    path.with_name(f".{path.name}.previous").unlink()


def flipped(data: bytes, bit: int) -> bytes:
    wrong = bytearray(data)
    wrong[bit // 8] ^= 1 << bit % 8
    return bytes(wrong)


def test_every_seventh_bit_flipped_costs_no_change(file, path: Path):
    data = path.read_bytes()
    whole = changes_of(data)
    for bit in range(0, len(data) * 8, 7):
        found = changes_of(flipped(data, bit))
        assert found == whole, (bit, data[max(0, bit // 8 - 40) : bit // 8 + 40])


def test_a_flipped_bit_in_a_row_is_put_right(file, path: Path, opened):
    data = path.read_bytes()
    place = data.index(b"Zweites") + 1
    path.write_bytes(flipped(data, place * 8))
    again = opened()
    assert again.value == file.value
    assert again.problems == [f"In {path.name} one change had a wrong bit; it was put right."]
    assert [each.severity for each in check(path)] == ["error"]
    again.record((NoteRecorded(text="x"),))
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == flipped(data, place * 8)
    assert [each.severity for each in check(path)] == ["note"]
    assert opened().problems == []


def test_every_cut_leaves_all_rows_before_it(file, path: Path):
    data = path.read_bytes()
    whole = changes_of(data)
    ends = {change: data.index(raw) + len(raw) for change, raw in whole.items()}
    for length in range(0, len(data), 3):
        expected = {change: whole[change] for change, end in ends.items() if end <= length}
        assert changes_of(data[:length]) == expected, length


@given(st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_piece_overwritten_costs_only_what_it_touches(file, path: Path, data):
    content = path.read_bytes()
    whole = changes_of(content)
    start = data.draw(st.integers(0, len(content) - 1))
    rubbish = data.draw(st.binary(min_size=1, max_size=60))
    wrong = content[:start] + rubbish + content[start + len(rubbish) :]
    touched = range(start, min(start + len(rubbish), len(content)))
    found = changes_of(wrong)
    for change, raw in whole.items():
        place = content.index(raw)
        # The characters around a row belong to its line.
        if touched.stop <= place - 8 or touched.start > place + len(raw) + 1:
            assert found.get(change) == raw
    assert all(whole.get(change) == raw for change, raw in found.items())


def test_lost_rows_are_fetched_from_the_version_before(file, path: Path, opened):
    lines_of_file = path.read_bytes().split(b"\n")
    del lines_of_file[2:4]
    path.write_bytes(b"\n".join(lines_of_file)[:-200])
    again = opened()
    assert again.value == file.value
    assert "2 changes" in again.problems[1]
    again.record((NoteRecorded(text="x"),))
    assert opened().problems == []
    assert {each.severity for each in check(path)} == {"note"}


def test_an_emptied_file_is_fetched_from_the_version_before(file, path: Path, opened):
    path.write_bytes(b"")
    again = opened()
    assert len(again.history) == 6
    again.record((NoteRecorded(text="x"),))
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == b""
    assert len(opened().history) == 7


def test_the_version_before_of_another_file_is_not_mixed_in(file, path, opened, clock, tmp_path):
    from facilitator.meeting.changes import MeetingPlanned
    from facilitator.meeting.fold import MeetingFold
    from facilitator.store.change_file import ChangeFile
    from facilitator.store.clock import ChangeClock

    other = ChangeFile.create(
        tmp_path / "other.json",
        MeetingFold,
        ChangeClock("9999", clock.now),
        (MeetingPlanned(title="Andere"), NoteRecorded(text="a"), NoteRecorded(text="b")),
    )
    data = other.path.read_bytes()
    path.write_bytes(data[: data.index(b'"3":{')])
    again = opened()
    assert again.value.title == "Andere"
    assert len(again.history) == 2


def test_what_is_lost_is_told_and_a_copy_kept(file, path: Path, opened):
    without_previous(path)
    data = path.read_bytes()
    start = data.index(b"Antrag 3 wird")
    wrong = data[:start] + b"\x00" * 12 + data[start + 12 :]
    for n in (1, 2):
        path.write_bytes(wrong)
        again = opened()
        assert len(again.history) == 8
        assert again.value.decisions == ()
        assert "damaged" in again.problems[0]
        assert "missing" in again.problems[1]
        assert path.read_bytes() == wrong
        again.record((NoteRecorded(text="x"),))
        assert path.with_name(f"{path.name}.damaged-{n}").read_bytes() == wrong
        assert opened().problems == []
        without_previous(path)
    assert [each.severity for each in check(path)] == ["note"]


def test_damage_while_it_is_open_costs_nothing(file, path: Path, opened):
    path.write_bytes(path.read_bytes()[:300])
    value = file.value
    file.record((NoteRecorded(text="x"),))
    assert file.value.notes[:-1] == value.notes
    assert opened().value == file.value
    assert path.with_name(f"{path.name}.damaged-1").exists()


def test_folded_tables_are_made_anew(file, path: Path, opened):
    data = path.read_bytes()
    cut = data.index(b'"agenda_items":{')
    path.write_bytes(data[:cut])
    again = opened()
    assert again.value == file.value
    again.record((NoteRecorded(text="x"),))
    assert {each.severity for each in check(path)} == {"note"}


def test_joined_lines_are_taken_apart(file, path: Path):
    data = path.read_bytes()
    whole = changes_of(data)
    assert changes_of(data.replace(b"\n", b"")[:-3]) == whole
    assert changes_of(data.replace(b",\n", b"\n")) == whole
    assert changes_of(data.replace(b'"3":{', b'"2":{')) == whole
    assert changes_of(data.replace(b'"changes"', b'"chances"')) == whole


def test_a_row_with_two_wrong_bits_is_not_put_right():
    raw = rows.seal({"text": "Grüße aus dem Büro", "id": "x"})
    for first in range(0, len(raw) * 8, 11):
        for second in range(first + 5, len(raw) * 8, 97):
            assert put_right(flipped(flipped(raw, first), second)) in (None, raw)


def test_every_bit_of_a_row_is_put_right():
    raw = rows.seal({"text": "Grüße aus dem Büro", "id": "x", "n": {"a": [1, None]}})
    assert {put_right(flipped(raw, bit)) for bit in range(len(raw) * 8)} == {raw}
    assert put_right(raw[:18]) is None


def test_reading_is_total():
    for data in (b"", b"{", b"}}\n", b"{\n}}\n", b'{"a":{\n}}\n', b'"1":{}', b"\n" * 99, b"\xff"):
        assert load(data).tables in ({}, {"a": {}})
    assert load(json.dumps({"changes": {"x": {"a": 1}, "07": {"b": 2}}}).encode()).tables
    assert lines.parse(b'{"a":{\n"1":{}\n},\n"a":{\n}}\n') is None


@given(st.binary(max_size=300))
def test_any_bytes_can_be_looked_at(data: bytes):
    load(data)
