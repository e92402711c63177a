"""Action items across meetings, numbers, and the series."""

from __future__ import annotations

from datetime import date

from written import START, Written

from facilitator.meeting import changes as c
from facilitator.meeting.actions import current, days_overdue, is_overdue, present, tabled
from facilitator.meeting.model import Due, Instant, Owner, Statement, TabledAction
from facilitator.meeting.numbering import numbers_for
from facilitator.meeting.series import SeriesFold
from facilitator.register.open_actions import registered_actions


def statement(n: int, **said: object) -> Statement:
    return Statement(id=f"{n:03}", action_item="a", at=Instant(START), **said)


def test_per_field_the_last_statement_that_speaks_counts():
    action = TabledAction(id="a", number="M-1", summary="Flyer", due=Due(text="Mai"))
    now = present(
        action,
        [
            statement(2, due=Due(text="Juli"), comment="dauert"),
            statement(1, status="in-process", due=Due(text="Juni")),
            statement(3, owners=(Owner(name="Weiß"),)),
            Statement(id="004", action_item="b", at=Instant(START), status="completed"),
        ],
    )
    assert (now.status, now.due.text, now.owners[0].name) == ("in-process", "Juli", "Weiß")
    assert [comment.text for comment in now.history] == ["dauert"]


def test_correcting_the_birth_later_does_not_override_a_review():
    first = Written()
    first.record(c.MeetingPlanned(title="1. Treffen", day=date(2026, 4, 22)))
    (born,) = first.record(c.ActionItemRecorded(summary="Flyer", due=Due(text="Mai")))
    second = Written()
    second.wait(60 * 24)
    second.record(c.MeetingPlanned(title="2. Treffen", day=date(2026, 10, 14)))
    second.record(c.ActionItemReviewed(action_item=born.id, due=Due(text="Dezember")))
    first.wait(60 * 48)
    first.record(
        c.ActionItemAmended(action_item=born.id, summary="Faltblatt", due=Due(text="Juni"))
    )
    (found,) = registered_actions(
        "netz", SeriesFold().value(), [("netz/2", second.meeting), ("netz/1", first.meeting)]
    )
    assert found.action.summary == "Faltblatt"
    assert found.action.due.text == "Dezember"


def test_next_meeting_as_due_moves_with_the_date_of_that_meeting():
    first, second = Written(), Written()
    first.record(c.MeetingPlanned(title="1. Treffen", day=date(2026, 4, 22)))
    due = Due(text="bis zum nächsten Treffen", next_meeting=True)
    first.record(c.ActionItemRecorded(summary="Bericht", due=due))
    (alone,) = registered_actions("n", SeriesFold().value(), [("n/1", first.meeting)])
    assert alone.last is None
    second.record(c.MeetingPlanned(title="2. Treffen", day=date(2026, 10, 14)))
    both = [("n/1", first.meeting), ("n/2", second.meeting)]
    assert registered_actions("n", SeriesFold().value(), both)[0].last == date(2026, 10, 14)
    second.record(c.MeetingAmended(day=date(2026, 11, 4)))
    moved = [("n/1", first.meeting), ("n/2", second.meeting)]
    assert registered_actions("n", SeriesFold().value(), moved)[0].last == date(2026, 11, 4)


def test_an_action_whose_file_of_birth_is_missing_is_not_dropped():
    second = Written()
    second.record(c.MeetingPlanned(title="2. Treffen", day=date(2026, 10, 14)))
    kept = TabledAction(id="lost", number="M-2026-001", summary="Flyer")
    second.record(c.ActionItemsTabled(action_items=(kept,)))
    second.record(c.ActionItemReviewed(action_item="lost", status="in-process"))
    (found,) = registered_actions("n", SeriesFold().value(), [("n/2", second.meeting)])
    assert found.action.source_missing
    assert found.action.status == "in-process"


def test_internal_action_items_never_reach_the_register():
    first = Written()
    first.record(c.MeetingPlanned(title="1. Treffen"))
    first.record(c.ActionItemRecorded(summary="heikel", visibility="internal"))
    assert registered_actions("n", SeriesFold().value(), [("n/1", first.meeting)]) == ()


def test_overdue_is_decided_by_the_last_day_alone():
    due = Due(text="Ende August", last=date(2026, 8, 31))
    assert not is_overdue(due, "needs-action", date(2026, 8, 31))
    assert is_overdue(due, "in-process", date(2026, 9, 1))
    assert not is_overdue(due, "completed", date(2026, 9, 1))
    assert not is_overdue(Due(text="laufend"), "needs-action", date(2036, 1, 1))
    assert days_overdue(due, date(2026, 9, 14)) == 14


def test_an_action_of_this_meeting_takes_statements_too():
    written = Written()
    written.record(c.MeetingPlanned(title="1. Treffen"))
    (born,) = written.record(c.ActionItemRecorded(summary="Flyer"))
    written.record(
        c.ActionItemReviewed(action_item=born.id, status="completed", comment="liegt aus")
    )
    now = current(written.meeting.action_items[0], written.meeting.statements)
    assert now.status == "completed"
    assert [comment.text for comment in now.comments] == ["liegt aus"]


def test_what_lies_on_the_table_says_where_it_comes_from():
    written = Written()
    written.record(
        c.MeetingPlanned(title="1. Treffen", day=date(2026, 4, 22), series_name="Netzwerk")
    )
    written.record(c.GroupAdded(name="AG Wohnen", id="g"))
    written.record(c.AgendaItemAdded(title="Wohnen", id="i", group="g"))
    written.record(c.ActionItemRecorded(summary="Börse prüfen", item="i"))
    row = tabled(written.meeting.action_items[0], written.meeting)
    assert (row.origin, row.origin_item, row.group, row.series) == (
        "1. Treffen, 22.04.2026",
        "1 Wohnen",
        "AG Wohnen",
        "Netzwerk",
    )


def meeting_with_entries() -> Written:
    written = Written()
    written.record(c.MeetingPlanned(title="Treffen", day=date(2026, 10, 14)))
    written.record(c.AgendaItemAdded(title="a", id="a"), c.AgendaItemAdded(title="b", id="b"))
    written.record(c.ActionItemRecorded(summary="zweite", item="b"))
    written.record(c.ActionItemRecorded(summary="erste", item="a"))
    written.record(c.DecisionRecorded(wording="so", item="b"))
    written.record(c.ActionItemRecorded(summary="intern", item="a", visibility="internal"))
    written.record(c.NoteRecorded(text="Notiz", item="a"))
    return written


def test_numbers_follow_the_agenda_without_holes_and_leave_internal_out():
    written = meeting_with_entries()
    given = numbers_for(written.meeting, [("x", "M-2026-034"), ("y", "M-2025-099")])
    texts = {entry.id: entry.text for entry in written.meeting.entries}
    assert [(texts[entry], number) for entry, number in given] == [
        ("erste", "M-2026-035"),
        ("zweite", "M-2026-036"),
        ("so", "B-2026-001"),
    ]


def test_after_a_crash_between_the_two_files_the_same_numbers_are_found_again():
    written = meeting_with_entries()
    given = numbers_for(written.meeting, ())
    assert numbers_for(written.meeting, given) == given


def test_what_has_a_number_gets_no_second_one():
    written = meeting_with_entries()
    given = numbers_for(written.meeting, ())
    written.record(c.NumbersGiven(numbers=given))
    assert numbers_for(written.meeting, given) == ()
    (late,) = written.record(c.ActionItemRecorded(summary="nachgetragen", item="a"))
    assert numbers_for(written.meeting, given) == ((late.id, "M-2026-003"),)


def test_a_series_remembers_members_numbers_and_what_is_said_between_meetings():
    fold = SeriesFold()
    made = Written()
    step = c.stamped(
        (
            c.SeriesFounded(name="Netzwerk Integration"),
            c.OrganizationAdded(name="Caritas", id="o"),
            c.PersonAdded(name="Jana Müller", id="p", organization="o"),
            c.GroupAdded(name="AG Wohnen", id="g"),
            c.FieldAdded(name="Wohnen", id="f"),
            c.NumbersGiven(numbers=(("e", "M-2026-001"),), meeting="m"),
            c.ActionItemReviewed(action_item="e", status="completed"),
            c.ActionItemRecorded(summary="zwischendurch"),
        ),
        made.next_id,
        Instant(START),
    )
    for stamped in step:
        fold.apply(stamped)
    amended = c.stamped(
        (c.SeriesAmended(name="Netzwerk"), c.PersonRemoved(person="p")),
        made.next_id,
        Instant(START),
    )
    for stamped in amended:
        fold.apply(stamped)
    series = fold.value()
    assert series.name == "Netzwerk"
    assert series.people == ()
    assert series.numbers == (("e", "M-2026-001"),)
    assert series.statements[0].status == "completed"
    assert series.action_items[0].text == "zwischendurch"
    assert set(fold.tables()) == {
        "series", "people", "organizations", "groups", "fields", "statements", "action_items",
    }  # fmt: skip


def test_the_typed_line_is_told_only_where_the_summary_says_it_otherwise():
    written = Written()
    written.record(c.MeetingPlanned(title="1. Treffen"))
    written.record(c.ActionItemRecorded(summary="Börse prüfen", line="- Börse prüfen >Amt 50"))
    (action,) = written.meeting.action_items
    assert tabled(action, written.meeting).wording == ""
    written.record(c.ActionItemAmended(action_item=action.id, summary="Wohnraumbörse"))
    (action,) = written.meeting.action_items
    assert tabled(action, written.meeting).wording == "- Börse prüfen >Amt 50"
