"""When something last changed that a copy in another program would show."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.latest import latest_changes, milliseconds, sequence
from facilitator.meeting.model import Due, TabledAction


def held() -> tuple[Written, str, str]:
    """A meeting with one action item: the history, the meeting's id and that of the item."""
    written = Written()
    planned = written.record(c.MeetingPlanned(title="1. Treffen"))[0].id
    return written, planned, written.record(c.ActionItemRecorded(summary="Flyer"))[0].id


def test_birth_is_zero_and_each_amend_adds_its_seconds() -> None:
    written, _, action = held()
    assert latest_changes(written.all)[action] == action
    assert sequence(action, action) == 0
    written.wait(2)
    amended = written.record(c.ActionItemAmended(action_item=action, summary="Flyer drucken"))[0].id
    assert latest_changes(written.all)[action] == amended
    assert sequence(action, amended) == 121


def test_undo_and_redo_raise_it_too() -> None:
    written, _, action = held()
    written.record(c.ActionItemAmended(action_item=action, summary="Plakat"))
    numbers = [sequence(action, latest_changes(written.all)[action])]
    for step in (written.undo, written.redo, written.undo):
        assert step()
        numbers.append(sequence(action, latest_changes(written.all)[action]))
    assert numbers == sorted(set(numbers))


def test_what_no_calendar_shows_does_not_count() -> None:
    written, meeting, action = held()
    before = latest_changes(written.all)
    written.record(c.ActionItemAmended(action_item=action, read_back_at=None))
    written.record(c.NoteRecorded(text="Es regnet."))
    written.record(c.MeetingStarted())
    after = latest_changes(written.all)
    assert {thing: after[thing] for thing in (meeting, action)} == before


@pytest.mark.parametrize(
    "change",
    [
        c.MeetingAmended(place="Rathaus"),
        c.AgendaItemAdded(title="Wohnen"),
        c.OfficerNamed(role="chair", name="Petra Weiß"),
    ],
)
def test_the_meeting_changes_with_its_appointment(change: c.Change) -> None:
    written, meeting, action = held()
    made = written.record(change)[0].id
    assert latest_changes(written.all)[meeting] == made
    assert latest_changes(written.all)[action] == action


def test_a_later_meeting_is_always_ahead_of_the_one_before() -> None:
    written, _, action = held()
    for _ in range(5):
        written.record(c.ActionItemAmended(action_item=action, summary="Flyer, noch einmal"))
    first = sequence(action, latest_changes(written.all)[action])
    later = Written(device="bbbb", now=written.now + timedelta(days=42))
    later.record(c.MeetingPlanned(title="2. Treffen"))
    later.record(c.ActionItemsTabled(action_items=(TabledAction(id=action, number="M-1",
                                                                summary="Flyer"),)))  # fmt: skip
    tabled = sequence(action, latest_changes(later.all)[action])
    review = later.record(
        c.ActionItemReviewed(action_item=action, due=Due(text="31.3.", last=date(2027, 3, 31)))
    )[0].id
    reviewed = sequence(action, latest_changes(later.all)[action])
    later.record(c.ReviewAmended(review=review, comment="eilt"))
    assert first < tabled < reviewed < sequence(action, latest_changes(later.all)[action])


def test_moves_conversions_numbers_and_visibility_count() -> None:
    written, _, action = held()
    seen = [latest_changes(written.all)[action]]
    for change in (
        c.EntryMoved(entry=action, item="x"),
        c.EntryConverted(entry=action, to="question"),
        c.VisibilitySet(entry=action, visibility="internal"),
        c.NumbersGiven(numbers=((action, "M-2026-001"),)),
        c.EntryRemoved(entry=action),
    ):
        written.record(change)
        seen.append(latest_changes(written.all)[action])
    assert seen == sorted(set(seen))


@given(st.text(max_size=40), st.text(max_size=40))
def test_ids_from_elsewhere_raise_nothing(one: str, other: str) -> None:
    assert 0 <= sequence(one, other) < 2**31
    assert milliseconds(one) is None or milliseconds(one)


def test_an_id_is_a_moment() -> None:
    at = datetime(2026, 10, 14, 16, 0, tzinfo=timezone(timedelta(hours=2)))
    assert milliseconds(f"{int(at.timestamp() * 1000):012x}-000-aaaa0001") == (
        at.timestamp() * 1000
    )
    assert milliseconds("") is None
    assert milliseconds("zzzzzzzzzzzz-000-aaaa0001") is None
    assert milliseconds("ffffffffffff-000-aaaa0001") is None, "no calendar has that year"
