"""The course of a meeting, going back in it, and bringing all of it back."""

from __future__ import annotations

from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.course import course, everything, steps_behind
from facilitator.told import told


def three_notes(written: Written) -> list[str]:
    return [written.record(c.NoteRecorded(text=text))[0].step for text in ("eins", "zwei", "drei")]


def texts(written: Written) -> list[str]:
    return [entry.text for entry in written.meeting.entries]


def test_undo_marks_a_step_and_is_none_itself():
    written = Written()
    written.record(c.MeetingPlanned(title="T"))
    steps = three_notes(written)
    written.undo()
    found = course(written.fold.history)
    assert [step.id for step in found][1:] == steps
    assert [(step.is_taken_back, step.is_fixed) for step in found] == [
        (False, True), (False, False), (False, False), (True, False),
    ]  # fmt: skip


def test_going_back_takes_what_still_counts_behind_the_point_the_newest_first():
    written = Written()
    first, second, third = three_notes(written)
    written.record(c.MinutesExported(version=1, file="a.md", digest="x", issued=written.now.date()))
    fourth = written.record(c.NoteRecorded(text="vier"))[0].step
    written.record(c.TakenBack(steps=(second,)))
    found = course(written.fold.history)
    assert [step.id for step in steps_behind(found, first)] == [fourth, third]
    assert steps_behind(found, fourth) == ()
    assert steps_behind(found, "junk") == ()


def test_what_was_taken_back_in_one_go_comes_back_in_one_go():
    written = Written()
    first, second, third = three_notes(written)
    written.undo()
    written.record(c.TakenBack(steps=(second, first)))
    assert texts(written) == []
    history = written.fold.history
    assert history.steps_to_restore("aaaa") == (first, second)
    written.record(c.Restored(steps=(first, second)))
    assert texts(written) == ["eins", "zwei"]
    assert history.steps_to_restore("aaaa") == (third,)
    assert history.step_to_take_back("aaaa") == second
    written.record(c.NoteRecorded(text="neu"))
    assert history.steps_to_restore("aaaa") == ()


def test_a_step_of_another_laptop_comes_back_but_is_not_undone_here():
    written, other = Written("aaaa"), Written("bbbb")
    own = written.record(c.NoteRecorded(text="hier"))[0].step
    (foreign,) = other.record(c.NoteRecorded(text="dort"))
    written.fold.apply(foreign)
    written.record(c.TakenBack(steps=(foreign.step, own)))
    assert texts(written) == []
    history = written.fold.history
    assert set(history.steps_to_restore("aaaa")) == {own, foreign.step}
    written.record(c.Restored(steps=history.steps_to_restore("aaaa")))
    assert sorted(texts(written)) == ["dort", "hier"]
    assert history.step_to_take_back("aaaa") == own


def test_a_step_brought_back_late_can_be_undone_again():
    written = Written()
    first, *_ = three_notes(written)
    written.record(c.TakenBack(steps=(first,)))
    written.record(c.NoteRecorded(text="vier"))
    written.record(c.Restored(steps=(first,)))
    assert texts(written) == ["eins", "zwei", "drei", "vier"]
    assert written.undo() == first


def test_everything_ever_said_can_be_told():
    written = Written()
    (made,) = written.record(c.NoteRecorded(text="weg"))
    written.record(c.EntryRemoved(entry=made.id))
    written.record(c.NoteRecorded(text="zurück"))
    written.undo()
    assert texts(written) == []
    assert [entry.text for entry in everything(written.fold.history).entries] == ["weg", "zurück"]


def test_a_break_is_told_as_no_agenda_item_and_what_comes_along_has_its_words():
    written = Written()
    written.record(c.MeetingPlanned(title="T"))
    (pause,) = written.record(c.AgendaItemAdded(title="Kaffee", purpose="break"))
    said = [
        told(written.record(change), written.meeting)
        for change in (
            c.MeetingStarted(),
            c.ItemStarted(item=pause.id),
            c.ItemEnded(item=pause.id),
            c.ActionItemsTabled(action_items=()),
            c.OrganizationAdded(name="VHS"),
            c.NumbersGiven(numbers=()),
        )
    ]
    assert said == [
        "meeting started", "Kaffee began", "Kaffee is over", "0 open action items on the table",
        "VHS", "numbers given",
    ]  # fmt: skip
