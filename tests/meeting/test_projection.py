"""When everything to come begins and ends, worked out by hand."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from planned import item, now, planned
from written import START, Written

from facilitator.meeting import changes as c
from facilitator.meeting.agenda import next_item
from facilitator.meeting.breaks import break_begins, running_break
from facilitator.meeting.meeting_time import meeting_time
from facilitator.meeting.model import Instant
from facilitator.meeting.projection import project
from facilitator.meeting.timebox import clock_time, hard_end, planned_end, timebox


def times(written: Written) -> dict[str, tuple[str, str]]:
    projection = project(written.meeting, now(written))
    assert projection is not None
    return {s.item: (f"{s.start:%H:%M}", f"{s.end:%H:%M}") for s in projection.slots}


def test_each_coming_item_follows_the_one_before():
    written = planned(item("A", 10), item("B", 15), item("C", 20))
    written.record(c.ItemStarted(item="A"))
    assert times(written) == {
        "A": ("16:00", "16:10"), "B": ("16:10", "16:25"), "C": ("16:25", "16:45"),
    }  # fmt: skip
    written.wait(14)
    assert times(written) == {
        "A": ("16:00", "16:14"), "B": ("16:14", "16:29"), "C": ("16:29", "16:49"),
    }  # fmt: skip
    assert meeting_time(written.meeting, now(written)).late == 4


def test_a_fixed_start_is_waited_for_and_says_by_how_much_it_is_missed():
    written = planned(item("A", 10), item("Landrätin", 10, fixed_start="16:40"), item("C", 20))
    assert f"{planned_end(written.meeting):%H:%M}" == "17:10"
    written.record(c.ItemStarted(item="A"))
    assert times(written)["Landrätin"] == ("16:40", "16:50")
    slot = project(written.meeting, now(written)).slot("Landrätin")  # type: ignore[union-attr]
    assert slot is not None
    assert (slot.waited, slot.late) == (30 * 60, 0)
    assert meeting_time(written.meeting, now(written)).late == 0
    written.wait(47)
    slot = project(written.meeting, now(written)).slot("Landrätin")  # type: ignore[union-attr]
    assert slot is not None
    assert (slot.waited, slot.late) == (0, 7 * 60)
    assert meeting_time(written.meeting, now(written)).late == 7


def test_a_fixed_start_already_begun_holds_nobody():
    written = planned(item("A", 10), item("B", 10, fixed_start="16:40"))
    written.record(c.ItemStarted(item="B"))
    assert times(written)["B"] == ("16:00", "16:10")


def test_a_late_start_shifts_before_anybody_began():
    written = planned(item("A", 10), item("B", 20), hard="17:00")
    assert project(written.meeting, now(written)) is None
    written.wait(7)
    assert meeting_time(written.meeting, now(written)).late == 6
    written.now = START + timedelta(minutes=7)
    assert f"{meeting_time(written.meeting, now(written)).end:%H:%M}" == "16:37"
    written.now -= timedelta(seconds=1)
    written.record(c.ItemStarted(item="A"))
    assert meeting_time(written.meeting, now(written)).late == 7
    assert f"{hard_end(written.meeting):%H:%M}" == "17:00"


def test_spare_time_is_eaten_first():
    written = planned(item("A", 10), item("Puffer", 10, purpose="buffer"), item("C", 20))
    written.record(c.ItemStarted(item="A"))
    assert meeting_time(written.meeting, now(written)).late == 0
    written.wait(16)
    assert meeting_time(written.meeting, now(written)).late == 0
    assert times(written)["Puffer"] == ("16:16", "16:20")
    written.wait(7)
    assert meeting_time(written.meeting, now(written)).late == 3
    following = next_item(written.meeting)
    assert following is not None
    assert following.id == "C", "nobody runs spare time"
    written.record(c.ItemStarted(item="C"))
    assert list(times(written)) == ["C"], "spare time passed over comes no more"


def test_spare_time_keeps_the_fixed_start_behind_it():
    written = planned(
        item("A", 20), item("Puffer", 15, purpose="buffer"),
        item("Landrätin", 10, fixed_start="16:40"),
    )  # fmt: skip
    written.record(c.ItemStarted(item="A"))
    written.wait(30)
    slot = project(written.meeting, now(written)).slot("Landrätin")  # type: ignore[union-attr]
    assert slot is not None
    assert (f"{slot.start:%H:%M}", slot.late) == ("16:40", 0)


def test_a_break_ends_as_agreed_and_what_it_interrupted_comes_first():
    written = planned(item("A", 20), item("B", 10))
    written.record(c.ItemStarted(item="A"))
    written.wait(5)
    written.record(*break_begins(written.meeting, now(written), "Pause", until="16:20"))
    assert [i.state for i in written.meeting.agenda_items] == ["interrupted", "running", "open"]
    pause = written.meeting.running_item
    assert pause is not None
    assert (pause.title, pause.number, pause.planned_minutes) == ("Pause", "", None)
    assert f"{planned_end(written.meeting):%H:%M}" == "16:30", "nobody planned it"
    assert [end for _, end in times(written).values()] == ["16:20", "16:34", "16:44"]
    written.now = START + timedelta(minutes=13)
    left = running_break(written.meeting, now(written))
    assert left is not None
    assert (left.left_minutes, left.is_over) == (7, False)
    written.now = START + timedelta(minutes=24)
    left = running_break(written.meeting, now(written))
    assert left is not None
    assert (left.left_minutes, left.is_over) == (-4, True)
    assert [end for _, end in times(written).values()] == ["16:24", "16:38", "16:48"]


def test_a_planned_break_that_comes_next_is_the_break():
    written = planned(item("A", 20), item("Kaffee", 15, purpose="break"), item("B", 10))
    written.record(c.ItemStarted(item="A"))
    written.wait(12)
    written.record(*break_begins(written.meeting, now(written), "Pause"))
    running = written.meeting.running_item
    assert running is not None
    assert (running.id, running.agreed_end) == ("Kaffee", "16:27")
    assert len(written.meeting.agenda_items) == 3
    written.record(*break_begins(written.meeting, now(written), "Pause", minutes=25))
    running = written.meeting.running_item
    assert running is not None
    assert (running.id, running.agreed_end) == ("Kaffee", "16:37")


def test_a_break_between_two_items_interrupts_nothing():
    written = planned(item("A", 20), item("B", 10))
    written.record(c.ItemStarted(item="A"))
    written.record(c.ItemEnded(item="A"))
    written.record(*break_begins(written.meeting, now(written), "Pause", minutes=10))
    assert [i.title for i in written.meeting.agenda_items] == ["A", "Pause", "B"]
    following = next_item(written.meeting)
    assert following is not None
    assert following.id == "B"


def test_skipped_and_deferred_items_take_no_time_and_passed_ones_come_last():
    written = planned(item("A", 5), item("B", 10), item("C", 15), item("D", 20), item("E", 25))
    written.record(c.ItemSkipped(item="B"))
    written.record(c.ItemDeferred(item="E"))
    written.record(c.ItemStarted(item="D"))
    assert list(times(written)) == ["D", "A", "C"]
    assert f"{meeting_time(written.meeting, now(written)).end:%H:%M}" == "16:40"


def test_red_at_zero_then_it_counts_up():
    written = planned(item("A", 15))
    (started,) = written.record(c.ItemStarted(item="A"))
    box = []
    for seconds in (12 * 60 - 1, 12 * 60, 15 * 60 - 1, 15 * 60, 19 * 60):
        at = Instant(started.at.at + timedelta(seconds=seconds))
        running = written.meeting.running_item
        assert running is not None
        made = timebox(running, at)
        box.append((made.warmth, made.left_minutes))
    assert box == [("calm", 4), ("warning", 3), ("warning", 1), ("over", 0), ("over", -4)]


def test_sleep_restart_and_a_clock_set_anew_change_nothing_that_was_used():
    written = planned(item("A", 30), item("B", 10))
    (started,) = written.record(c.ItemStarted(item="A"))
    awake = Instant(started.at.at + timedelta(minutes=20), up=5.0, opening="later")
    asleep = project(written.meeting, awake)
    assert asleep is not None
    assert asleep.end - awake.at == timedelta(minutes=20)

    running = written.meeting.running_item
    assert running is not None
    begun = Instant(started.at.at, up=100.0, opening="same")
    interval = running.intervals[0].__class__(start=begun)
    steady = running.__class__(
        **{n: getattr(running, n) for n in running.__struct_fields__} | {"intervals": (interval,)}
    )
    others = written.meeting.agenda_items[1:]
    values = {n: getattr(written.meeting, n) for n in written.meeting.__struct_fields__}
    meeting = written.meeting.__class__(**values | {"agenda_items": (steady, *others)})
    wrong = Instant(started.at.at + timedelta(hours=1, minutes=10), up=700.0, opening="same")
    projection = project(meeting, wrong)
    assert projection is not None
    assert projection.end - wrong.at == timedelta(minutes=30), "20 left, then 10"


def test_times_of_day_are_the_nearest():
    late = datetime(2026, 10, 14, 23, 50, tzinfo=timezone(timedelta(hours=2)))
    assert clock_time("00:15", late) == late + timedelta(minutes=25)
    assert clock_time("23:30", late) == late - timedelta(minutes=20)
    assert clock_time("", late) is None
    assert clock_time("bald", late) is None


def test_a_meeting_held_on_another_day_keeps_its_times():
    written = planned(item("A", 30))
    written.now += timedelta(days=3, minutes=5)
    written.record(c.ItemStarted(item="A"))
    assert meeting_time(written.meeting, now(written)).late == 5


PARTS = st.lists(
    st.tuples(
        st.integers(0, 40),
        st.sampled_from(["", "", "", "break", "buffer"]),
        st.sampled_from(["", "", "", "16:05", "16:40", "17:30", "unfug"]),
    ),
    min_size=1,
    max_size=12,
)


@given(PARTS, st.integers(0, 200), st.sampled_from(["", "17:00", "18:30"]))
def test_slots_follow_each_other_and_nothing_ends_before_now(parts, waited, end):
    items = [
        item(str(at), minutes, purpose=purpose, fixed_start=fixed)
        for at, (minutes, purpose, fixed) in enumerate(parts)
    ]
    written = planned(*items, end=end)
    written.record(c.ItemStarted(item="0"))
    written.wait(waited)
    projection = project(written.meeting, now(written))
    if not any(minutes for minutes, _, _ in parts):
        assert projection is None
        return
    assert projection is not None
    assert projection.end >= written.now
    ends = [slot.end for slot in projection.slots]
    assert ends == sorted(ends)
    for before, after in zip(projection.slots, projection.slots[1:], strict=False):
        assert after.start == before.end + timedelta(seconds=after.waited)
        assert not (after.waited and after.late)
        minutes, purpose, _ = parts[int(after.item)]
        length = (after.end - after.start).total_seconds() / 60
        assert length == minutes if purpose != "buffer" else 0 <= length <= minutes
