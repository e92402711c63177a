"""The rules of folding: total, deterministic, nothing vanishes, undo by steps."""

from __future__ import annotations

import msgspec
import pytest
from histories import histories
from hypothesis import given, settings
from hypothesis import strategies as st
from written import START, Written

from facilitator.meeting import changes as c
from facilitator.meeting.fold import MeetingFold, fold
from facilitator.meeting.model import Due, Instant, Owner


@pytest.fixture
def written() -> Written:
    meeting = Written()
    meeting.record(c.MeetingPlanned(title="2. Netzwerktreffen", kind="network"))
    return meeting


@given(histories(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_makes_the_same_meeting(history, random):
    shuffled = list(history)
    random.shuffle(shuffled)
    arriving = MeetingFold()
    for stamped in shuffled:
        arriving.apply(stamped)
    assert arriving.value() == fold(history)
    assert fold(shuffled) == fold(history)


@given(histories())
def test_carrying_on_equals_folding_again(history):
    carried = MeetingFold()
    for stamped in history:
        carried.apply(stamped)
        carried.value()  # freezing in between must not leave anything stale behind
        carried.tables()
    again = MeetingFold(history)
    assert carried.value() == again.value()
    assert carried.tables() == again.tables()
    assert [*map(list, carried.tables().values())] == [*map(list, again.tables().values())]


@given(histories())
def test_a_change_that_comes_twice_counts_once(history):
    twice = MeetingFold([*history, *history])
    for stamped in history:
        twice.apply(stamped)
    assert twice.value() == fold(history)


@given(histories())
def test_what_is_folded_can_be_kept_and_read_again(history):
    rows = [msgspec.json.encode(s) for s in history]
    again = [msgspec.json.decode(row, type=c.Stamped) for row in rows]
    assert fold(again) == fold(history)


@given(histories())
def test_tables_hold_the_whole_meeting(history):
    folding = MeetingFold(history)
    tables, meeting = folding.tables(), folding.value()
    held = sum(len(tables[name]) for name in
               ("notes", "decisions", "action_items", "questions", "parked_topics"))  # fmt: skip
    assert held == len(meeting.entries)
    assert len(tables["agenda_items"]) == len(meeting.agenda_items)
    assert len(tables["people"]) == len(meeting.people)
    msgspec.json.encode(tables)


@given(histories())
def test_every_entry_hangs_under_a_shown_item_or_under_none(history):
    meeting = fold(history)
    shown = {item.id for item in meeting.agenda_items} | {""}
    assert {entry.item for entry in meeting.entries} <= shown


@given(histories())
def test_taking_back_and_restoring_every_step_changes_nothing_but_keeps_tags(history):
    folding = MeetingFold(history)
    live = [s.step for s in history if s.step not in folding.history.dead_steps()]
    before = folding.value()
    end = [
        c.Stamped(id=f"fffffffffff{n}-000-aaaa0001", step=f"z{n}", at=Instant(START), change=change)
        for n, change in enumerate(
            (c.TakenBack(steps=tuple(live)), c.Restored(steps=tuple(live))), 1
        )
    ]
    folding.apply(end[0])
    folding.apply(end[1])
    assert folding.value() == before


def test_entries_of_a_removed_item_hang_under_none_and_return_with_it(written):
    (item,) = written.record(c.AgendaItemAdded(title="Berichte"))
    (note,) = written.record(c.NoteRecorded(text="voll", item=item.id))
    written.record(c.AgendaItemRemoved(item=item.id))
    assert written.meeting.entry(note.id).item == ""
    written.undo()
    assert written.meeting.entry(note.id).item == item.id


def test_a_removed_item_takes_its_sub_items_along_and_stops_their_clock(written):
    (item,) = written.record(c.AgendaItemAdded(title="Berichte"))
    (sub,) = written.record(c.AgendaItemAdded(title="AG Sprache", parent=item.id))
    written.record(c.ItemStarted(item=sub.id))
    written.record(c.AgendaItemRemoved(item=item.id))
    assert written.meeting.agenda_items == ()
    assert written.meeting.running_item is None


def test_numbers_follow_place_and_nesting(written):
    ids = [written.record(c.AgendaItemAdded(title=t))[0].id for t in "abc"]
    for title in "xy":
        written.record(c.AgendaItemAdded(title=title, parent=ids[1]))
    written.record(c.AgendaItemMoved(item=ids[2], after="first"))
    shown = [(i.number, i.title, i.depth) for i in written.meeting.agenda_items]
    assert shown == [("1", "c", 0), ("2", "a", 0), ("3", "b", 0), ("3.1", "x", 1), ("3.2", "y", 1)]


def test_an_item_moved_below_itself_stays_where_it_is(written):
    (item,) = written.record(c.AgendaItemAdded(title="a"))
    (sub,) = written.record(c.AgendaItemAdded(title="b", parent=item.id))
    written.record(c.AgendaItemMoved(item=item.id, parent=sub.id))
    assert [i.number for i in written.meeting.agenda_items] == ["1", "1.1"]


def test_only_one_clock_runs(written):
    a, b = (written.record(c.AgendaItemAdded(title=t))[0].id for t in "ab")
    written.record(c.MeetingStarted(), c.ItemStarted(item=a))
    written.wait(6)
    written.record(c.ItemStarted(item=b))
    written.wait(2)
    now = Instant(written.now)
    used = [round(item.used_seconds(now) / 60) for item in written.meeting.agenda_items]
    assert used == [6, 2]
    assert [item.state for item in written.meeting.agenda_items] == ["done", "running"]


def test_taking_back_the_next_item_restores_the_clock_as_if_it_had_never_stopped(written):
    a, b = (written.record(c.AgendaItemAdded(title=t))[0].id for t in "ab")
    written.record(c.MeetingStarted(), c.ItemStarted(item=a))
    written.wait(5)
    written.record(c.ItemStarted(item=b))
    written.wait(3)
    written.undo()
    first = written.meeting.agenda_items[0]
    assert first.state == "running"
    assert round(first.used_seconds(Instant(written.now)) / 60) == 8


def test_a_tag_that_was_heard_is_not_given_to_something_else(written):
    written.record(c.ActionItemRecorded(summary="Flyer"))
    written.undo()
    written.record(c.ActionItemRecorded(summary="Plakat"))
    assert [e.tag for e in written.meeting.entries] == ["M2"]


def test_conversion_keeps_history_place_and_the_tag_of_its_kind(written):
    (entry,) = written.record(
        c.NoteRecorded(text="Haddad kümmert sich", line="Haddad kümmert sich")
    )
    written.record(c.EntryConverted(entry=entry.id, to="action_item"))
    written.record(c.EntryConverted(entry=entry.id, to="decision"))
    written.record(c.EntryConverted(entry=entry.id, to="action_item"))
    action = written.meeting.action_items[0]
    assert (action.id, action.tag, action.text) == (entry.id, "M1", "Haddad kümmert sich")
    written.undo()
    assert written.meeting.decisions[0].tag == "B1"


def test_two_values_for_one_field_stand_beside_each_other_until_someone_chooses(written):
    (action,) = written.record(c.ActionItemRecorded(summary="Flyer"))
    written.record(c.ActionItemAmended(action_item=action.id, summary="Flyer in 5 Sprachen"))
    rival = c.ActionItemAmended(saw=(action.id,), action_item=action.id, summary="Plakat")
    late = c.Stamped(id="ffffffffffff-000-bbbb0001", step="b", at=Instant(START), change=rival)
    written.fold.apply(late)
    shown = written.meeting.action_items[0]
    assert shown.text == "Plakat"
    assert shown.conflicts == (("text", "Flyer in 5 Sprachen"),)
    chosen = written.fold.with_saw(
        c.ActionItemAmended(action_item=action.id, summary="Flyer in 5 Sprachen")
    )
    settled = c.Stamped(id="ffffffffffff-001-aaaa0001", step="s", at=Instant(START), change=chosen)
    written.fold.apply(settled)
    assert written.meeting.action_items[0].text == "Flyer in 5 Sprachen"
    assert written.meeting.action_items[0].conflicts == ()


def test_what_was_seen_is_followed_through_amends_that_were_taken_back(written):
    (note,) = written.record(c.NoteRecorded(text="eins"))
    written.record(c.NoteAmended(note=note.id, text="zwei"))
    amended = written.record(c.NoteAmended(note=note.id, text="drei"))
    written.record(c.TakenBack(steps=(amended[0].step,)))
    written.record(c.NoteAmended(saw=(amended[0].id,), note=note.id, text="vier"))
    assert written.meeting.notes[0].text == "vier"
    assert written.meeting.notes[0].conflicts == ()


def test_notes_of_a_body_are_for_the_record_unless_marked(written):
    (note,) = written.record(c.NoteRecorded(text="Aussprache"))
    assert written.meeting.notes[0].visibility == "minutes"
    written.record(c.MeetingAmended(kind="body"))
    assert written.meeting.notes[0].visibility == "record"
    written.record(c.VisibilitySet(entry=note.id, visibility="minutes"))
    assert written.meeting.notes[0].visibility == "minutes"


def test_moved_entries_stand_where_they_were_put(written):
    ids = [written.record(c.NoteRecorded(text=t))[0].id for t in "abc"]
    written.record(c.EntryMoved(entry=ids[2], item="", after="first"))
    assert [n.text for n in written.meeting.notes] == ["c", "a", "b"]
    written.record(c.EntryMoved(entry=ids[2], item="", after=ids[0]))
    assert [n.text for n in written.meeting.notes] == ["a", "c", "b"]
    written.record(c.EntryMoved(entry=ids[2], item=""))
    assert [n.text for n in written.meeting.notes] == ["a", "b", "c"]


def test_numbers_stay_when_the_close_is_taken_back_and_are_withdrawn_with_their_entry(written):
    (action,) = written.record(c.ActionItemRecorded(summary="Flyer"))
    written.record(c.MeetingStarted())
    written.record(c.MeetingClosed())
    written.record(c.NumbersGiven(numbers=((action.id, "M-2026-001"),)))
    written.undo()
    assert written.meeting.state == "running"
    assert written.meeting.action_items[0].number == "M-2026-001"
    written.record(c.EntryRemoved(entry=action.id))
    assert written.meeting.withdrawn == ("M-2026-001",)


def test_a_gap_left_open_on_purpose_is_kept_with_its_entry(written):
    (action,) = written.record(c.ActionItemRecorded(summary="Flyer"))
    written.record(c.GapLeftOpen(gap="due", entry=action.id))
    written.record(c.GapLeftOpen(gap="next_meeting"))
    assert written.meeting.action_items[0].left_open == {"due"}
    assert written.meeting.left_open == {"next_meeting"}


def test_a_text_that_looks_like_a_reference_stays_a_text(written):
    written.record(c.NoteRecorded(text="^0", line="^0"))
    assert written.meeting.notes[0].text == "^0"


def test_things_of_one_step_refer_to_each_other(written):
    written.record(
        c.OrganizationAdded(name="Caritas"),
        c.PersonAdded(name="Jana Müller", organization="^0"),
        c.AttendanceRecorded(person="^1", status="present", time="16:05"),
        c.ActionItemRecorded(
            summary="Flyer", owners=(Owner(name="Jana Müller", kind="person", id="^1"),)
        ),
    )
    (person,) = written.meeting.people
    assert written.meeting.organization_name(person) == "Caritas"
    assert written.meeting.action_items[0].owners[0].id == person.id
    assert written.meeting.number_present == 1


def test_a_change_of_a_newer_program_is_counted_and_harms_nothing(written):
    unknown = c.Stamped(id="ffffffffffff-000-aaaa0001", step="x", at=Instant(START), change=None)
    written.fold.apply(unknown)
    assert written.meeting.unread == 1
    assert written.meeting.title == "2. Netzwerktreffen"


def test_action_items_are_tabled_once(written):
    from facilitator.meeting.model import TabledAction

    first = TabledAction(id="a", number="M-2026-001", summary="Flyer")
    later = TabledAction(id="a", number="M-2026-001", summary="anders")
    written.record(c.ActionItemsTabled(action_items=(first,)))
    written.record(c.ActionItemsTabled(action_items=(later,)))
    assert written.meeting.tabled_actions == (first,)


def test_an_amend_of_some_fields_leaves_the_others(written):
    due = Due(text="Ende März")
    (action,) = written.record(c.ActionItemRecorded(summary="Flyer", due=due))
    written.record(c.ActionItemAmended(action_item=action.id, owners=(Owner(name="Weiß"),)))
    assert written.meeting.action_items[0].due == due
    written.record(c.ActionItemAmended(action_item=action.id, due=None))
    assert written.meeting.action_items[0].due is None
    assert written.meeting.action_items[0].owners == (Owner(name="Weiß"),)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["write", "undo", "redo"]), max_size=25))
def test_undo_and_redo_walk_like_in_any_editor(moves):
    """Against the model everyone knows: a list of texts and a stack of undone ones."""
    written, texts, undone, n = Written(), [], [], 0
    for move in moves:
        if move == "write":
            n += 1
            written.record(c.NoteRecorded(text=str(n)))
            texts.append(str(n))
            undone.clear()
        elif move == "undo":
            assert (written.undo() is not None) == bool(texts)
            if texts:
                undone.append(texts.pop())
        else:
            assert (written.redo() is not None) == bool(undone)
            if undone:
                texts.append(undone.pop())
        assert [note.text for note in written.meeting.notes] == texts


def test_undo_takes_a_whole_step_and_only_of_this_laptop(written):
    written.record(c.NoteRecorded(text="eins"), c.NoteRecorded(text="zwei"))
    foreign = c.Stamped(
        id="ffffffffffff-000-bbbb0001",
        step="ffffffffffff-000-bbbb0001",
        at=Instant(START),
        change=c.NoteRecorded(text="vom anderen Laptop"),
    )
    written.fold.apply(foreign)
    written.undo()
    assert [note.text for note in written.meeting.notes] == ["vom anderen Laptop"]


def test_what_cannot_be_undone_is_not_offered(written):
    assert written.undo() is None  # planning the meeting is no step to take back
    written.record(c.NumbersGiven(numbers=()))
    assert written.undo() is None


def test_a_step_taken_back_before_it_arrived_stays_so(written: Written):
    coming = "ffffffffffff-000-aaaa0001"
    written.record(c.TakenBack(steps=(coming,)))
    amended = c.MeetingAmended(title="zurückgenommen")
    written.fold.apply(c.Stamped(id=coming, step=coming, at=Instant(START), change=amended))
    assert written.meeting.title == "2. Netzwerktreffen"
