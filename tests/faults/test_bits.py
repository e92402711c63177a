"""Every bit of a meeting's file flipped, every cut: the whole of what tests/store samples.

Short form by default; FACILITATOR_FAULTS=long takes every bit.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.clock import FixedClock
from facilitator.meeting.changes import DecisionRecorded, MeetingPlanned, NoteRecorded
from facilitator.meeting.fold import MeetingFold
from facilitator.store import rows
from facilitator.store.change_file import ChangeFile
from facilitator.store.clock import ChangeClock
from facilitator.store.recovery import load

IS_LONG = os.environ.get("FACILITATOR_FAULTS") == "long"


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    now = FixedClock(datetime(2026, 11, 24, 14, tzinfo=UTC)).now
    file = ChangeFile.create(
        tmp_path / "m.json",
        MeetingFold,
        ChangeClock("abcd", now),
        (
            MeetingPlanned(title="Zweites Treffen"),
            NoteRecorded(text='Grüße\n\\ "…" 📋', line=',"crc":"00000000"}'),
            DecisionRecorded(wording="Antrag 3 wird gefördert"),
            NoteRecorded(text="{}[],:"),
        ),
    )
    return file.path.read_bytes()


def changes_of(data: bytes) -> dict[str, bytes]:
    loaded = load(data)
    assert not any(name == "changes" for name, _ in loaded.unsealed)
    found = {}
    for raw in loaded.tables.get("changes", {}).values():
        row = rows.read(raw)
        assert row is not None
        found[row["id"]] = raw
    return found


def test_no_flipped_bit_costs_or_falsifies_a_change(data: bytes):
    whole = changes_of(data)
    assert len(whole) == 4
    for bit in range(0, len(data) * 8, 1 if IS_LONG else 3):
        wrong = bytearray(data)
        wrong[bit // 8] ^= 1 << bit % 8
        assert changes_of(bytes(wrong)) == whole, bit


def test_every_cut_leaves_what_stands_before_it(data: bytes):
    whole = changes_of(data)
    for length in range(len(data)):
        expected = {
            change: raw for change, raw in whole.items() if data.index(raw) + len(raw) <= length
        }
        assert changes_of(data[:length]) == expected, length


def test_every_line_taken_out_costs_only_itself(data: bytes):
    whole = changes_of(data)
    lines = data.split(b"\n")
    for place, line in enumerate(lines):
        found = changes_of(b"\n".join(lines[:place] + lines[place + 1 :]))
        expected = {change: raw for change, raw in whole.items() if raw not in line}
        assert found == expected, place
