"""Places on the agenda: order, nesting, what is public, and entries that outlive their item."""

from __future__ import annotations

from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.agenda import is_public
from facilitator.meeting.agenda_places import (
    entries_below,
    moved_by,
    nested,
    removed_with_entries,
    removed_with_entries_moved,
    unnested,
)


def agenda(written: Written) -> list[str]:
    return [f"{i.number or '-'} {i.title}" for i in written.meeting.agenda_items]


def plan(*titles: str) -> tuple[Written, list[str]]:
    written = Written()
    ids = [written.record(c.AgendaItemAdded(title=title))[0].id for title in titles]
    return written, ids


def item(written: Written, item_id: str):
    found = written.meeting.item(item_id)
    assert found is not None
    return found


def test_up_and_down_stops_at_the_ends() -> None:
    written, (a, b, d) = plan("A", "B", "D")
    assert moved_by(written.meeting, item(written, a), -1) == ()
    assert moved_by(written.meeting, item(written, d), 1) == ()
    written.record(*moved_by(written.meeting, item(written, d), -1))
    assert agenda(written) == ["1 A", "2 D", "3 B"]
    written.record(*moved_by(written.meeting, item(written, a), 1))
    assert agenda(written) == ["1 D", "2 A", "3 B"]
    written.record(*moved_by(written.meeting, item(written, b), -1))
    written.record(*moved_by(written.meeting, item(written, b), -1))
    assert agenda(written) == ["1 B", "2 D", "3 A"]


def test_in_and_out_with_three_levels_at_most_and_never_under_a_break() -> None:
    written, (a, b, d, e) = plan("A", "B", "D", "E")
    for each in (b, d, e):
        written.record(*nested(written.meeting, item(written, each)))
    assert agenda(written) == ["1 A", "1.1 B", "1.2 D", "1.3 E"]
    written.record(*nested(written.meeting, item(written, d)))
    written.record(*nested(written.meeting, item(written, e)))
    assert agenda(written) == ["1 A", "1.1 B", "1.1.1 D", "1.1.2 E"]
    assert nested(written.meeting, item(written, e)) == ()
    written.record(*unnested(written.meeting, item(written, d)))
    assert agenda(written) == ["1 A", "1.1 B", "1.1.1 E", "1.2 D"]
    assert unnested(written.meeting, item(written, a)) == ()
    written.record(c.AgendaItemAdded(title="Pause", purpose="break"))
    last = written.record(c.AgendaItemAdded(title="Z"))[0].id
    written.record(*nested(written.meeting, item(written, last)))
    assert item(written, last).parent == a


def test_an_item_under_one_that_is_not_public_is_not_public() -> None:
    written, (a, b) = plan("A", "B")
    written.record(c.AgendaItemMoved(item=b, parent=a))
    assert is_public(written.meeting, item(written, b))
    written.record(c.AgendaItemAmended(item=a, public=False))
    assert not is_public(written.meeting, item(written, b))
    written.record(c.AgendaItemAmended(item=b, public=False))
    written.record(c.AgendaItemAmended(item=a, public=True))
    assert is_public(written.meeting, item(written, a))
    assert not is_public(written.meeting, item(written, b))


def test_removing_an_item_with_entries_or_moving_them() -> None:
    written, (a, b) = plan("A", "B")
    below = written.record(c.AgendaItemAdded(title="A1", parent=a))[0].id
    written.record(c.NoteRecorded(item=a, text="eins"))
    written.record(c.NoteRecorded(item=below, text="zwei"))
    assert [e.text for e in entries_below(written.meeting, a)] == ["eins", "zwei"]
    before = written.meeting
    written.record(*removed_with_entries_moved(before, item(written, a), b))
    assert agenda(written) == ["1 B"]
    assert {(e.text, e.item) for e in written.meeting.entries} == {("eins", b), ("zwei", b)}
    written, (a, b) = plan("A", "B")
    written.record(c.NoteRecorded(item=a, text="eins"))
    written.record(*removed_with_entries(written.meeting, item(written, a)))
    assert written.meeting.entries == ()
