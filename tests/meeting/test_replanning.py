"""Proposals for time that does not suffice or is left over, worked out by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planned import item, now, planned
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.meeting_time import meeting_time
from facilitator.meeting.replanning import Proposal, Replanning
from facilitator.meeting.sharing import cuts, cuts_within, floor_of, shared


def proposed(written: Written, *protected: str) -> dict[str, Proposal]:
    plan = Replanning(written.meeting, now(written), frozenset(protected) or None)
    return {proposal.kind: proposal for proposal in plan.proposals()}


def after(proposal: Proposal) -> dict[str, int | None]:
    return {row.item: row.minutes_after for row in proposal.changed}


def ends(proposal: Proposal) -> list[str]:
    return [f"{row.end_after:%H:%M}" if row.end_after else "" for row in proposal.rows]


@pytest.fixture
def late() -> Written:
    """17:17 in 8.2, which ends at 17:20; then 15, 15, 15, 10, and the end is planned for 17:55."""
    written = planned(
        item("8.1", 80), item("8.2", 15), item("8.3", 15), item("8.4", 15), item("8.5", 15),
        item("9", 10), end="17:55", hard="18:25",
    )  # fmt: skip
    written.record(c.ItemStarted(item="8.1"))
    written.wait(65)
    written.record(c.ItemStarted(item="8.2"))
    written.now += timedelta(minutes=11, seconds=59 - written.now.second)
    return written


def test_the_need_is_what_the_head_line_says(late):
    assert meeting_time(late.meeting, now(late)).late == 20
    assert Replanning(late.meeting, now(late)).need == 20


def test_share_cuts_the_rest_in_proportion_and_exactly(late):
    share = proposed(late, "9")["share"]
    assert after(share) == {"8.3": 9, "8.4": 8, "8.5": 8}
    assert share.over == 0
    assert ends(share)[-1] == "17:55"
    assert [row.is_protected for row in share.rows] == [False] * 4 + [True]
    assert {"9"} == {
        x.item
        for x in share.changes
        if isinstance(x, c.AgendaItemAmended) and x.is_protected is True
    }
    late.record(*share.changes)
    assert meeting_time(late.meeting, now(late)).late == 0
    assert late.meeting.item("9").is_protected
    late.undo()
    assert meeting_time(late.meeting, now(late)).late == 20
    assert not late.meeting.item("9").is_protected


def test_everybody_gives_where_nobody_is_protected(late):
    share = proposed(late)["share"]
    assert after(share) == {"8.3": 10, "8.4": 10, "8.5": 9, "9": 6}


def test_shorten_one_takes_the_longest_down_to_its_floor_and_says_what_is_left(late):
    shorten = proposed(late)["shorten"]
    assert after(shorten) == {"8.5": 5}
    assert shorten.over == 10
    plan = Replanning(late.meeting, now(late))
    (chosen,) = [p for p in plan.proposals({"shorten": "9"}) if p.kind == "shorten"]
    assert after(chosen) == {"9": 5}
    assert plan.choices("shorten") == ("8.3", "8.4", "8.5", "9")


def test_put_off_to_the_next_meeting_or_into_the_parking_lot(late):
    found = proposed(late, "9")
    assert after(found["defer"]) == {"8.5": None}
    assert (found["defer"].over, found["park"].over) == (5, 5)
    late.record(*found["park"].changes)
    assert late.meeting.item("8.5").deferred_to == "parking_lot"
    assert [topic.text for topic in late.meeting.parked_topics] == ["8.5"]


def test_the_end_is_moved_but_never_past_the_hard_end_without_saying_so(late):
    moved = proposed(late)["move_end"]
    assert moved.changes == (c.MeetingAmended(end="18:15"),)
    assert (moved.over, moved.past_hard_end) == (0, 0)
    late.wait(20)
    assert proposed(late)["move_end"].past_hard_end == 6


def test_own_minutes_never_go_below_what_is_used(late):
    plan = Replanning(late.meeting, now(late))
    own = plan.own({"8.2": 3, "8.4": 0, "nobody": 7})
    assert after(own) == {"8.2": 12, "8.4": 0}
    assert own.over == 2


def test_breaks_give_first_down_to_five_minutes_and_spare_time_is_said_to_be_gone():
    written = planned(
        item("A", 20), item("Pause", 15, purpose="break"), item("B", 20),
        item("Puffer", 10, purpose="buffer"), item("C", 10), end="17:15",
    )  # fmt: skip
    written.record(c.ItemStarted(item="A"))
    written.wait(38)
    assert Replanning(written.meeting, now(written)).need == 8
    found = proposed(written)
    assert after(found["breaks"]) == {"Pause": 7, "Puffer": 0}
    assert found["breaks"].over == 0
    assert after(found["share"]) == {"B": 15, "Puffer": 0, "C": 7}
    written.wait(20)
    assert (after(proposed(written)["breaks"]), proposed(written)["breaks"].over) == (
        {"Pause": 5, "Puffer": 0}, 18,
    )  # fmt: skip


def test_what_is_won_before_a_fixed_start_does_not_help_behind_it():
    written = planned(
        item("A", 10), item("B", 20), item("Landrätin", 20, fixed_start="17:00"), item("C", 30),
        end="17:30",
    )  # fmt: skip
    written.record(c.ItemStarted(item="A"))
    share = proposed(written)["share"]
    assert after(share) == {"Landrätin": 12, "C": 18}
    written.wait(45)  # now she would begin five minutes late: so much is won in front of her
    share = proposed(written)["share"]
    assert share.over == 0
    assert share.rows[1].minutes_after == 15
    assert share.rows[2].late_after == 0


def test_a_plan_that_is_only_a_sum_is_kept_when_its_minutes_change():
    written = planned(item("A", 10), item("B", 30), item("C", 30))
    written.record(c.ItemStarted(item="A"))
    written.wait(20)
    assert meeting_time(written.meeting, now(written)).late == 10
    written.record(*proposed(written)["share"].changes)
    assert (written.meeting.end, meeting_time(written.meeting, now(written)).late) == ("17:10", 0)


def test_an_early_meeting_gives_its_time_back():
    written = planned(item("A", 30), item("B", 10), item("C", 20), end="17:00")
    written.record(c.ItemStarted(item="B"))
    written.record(c.ItemSkipped(item="A"))
    found = proposed(written)
    assert list(found) == ["give", "lengthen", "end_early", "own"]
    assert after(found["give"]) == {"C": 50}
    assert found["give"].over == 0
    assert after(found["lengthen"]) == {"C": 50}
    assert found["end_early"].changes == (c.MeetingAmended(end="16:30"),)
    assert found["end_early"].over == 0


def test_on_time_there_is_nothing_but_own_minutes():
    written = planned(item("A", 30), item("B", 30))
    written.record(c.ItemStarted(item="A"))
    assert list(proposed(written)) == ["own"]
    assert list(proposed(planned(item("A", None)))) == ["own"]


# -- whole minutes --------------------------------------------------------------------------------


def test_largest_remainders():
    assert shared(10, [1, 1, 1]) == [3, 3, 4]
    assert shared(7, [15, 15, 10]) == [2, 3, 2]
    assert shared(5, [0, 0]) == [0, 0]
    assert [floor_of(n) for n in (0, 1, 3, 5, 8, 9, 10, 60)] == [1, 1, 2, 3, 4, 5, 5, 5]


def test_who_reached_the_floor_gives_no_more_and_the_others_do():
    assert cuts(18, [15, 15, 6], [5, 5, 5]) == [8, 9, 1]
    assert cuts(40, [15, 15, 6], [5, 5, 5]) == [10, 10, 1]


MINUTES = st.lists(st.integers(0, 60), max_size=12)


@given(MINUTES, st.integers(-5, 300))
def test_the_sum_of_cuts_is_the_need_or_all_there_is(minutes, need):
    floors = [min(have, floor_of(have)) for have in minutes]
    given_ = cuts(need, minutes, floors)
    room = [have - least for have, least in zip(minutes, floors, strict=True)]
    assert sum(given_) == max(0, min(need, sum(room)))
    assert all(0 <= part <= most for part, most in zip(given_, room, strict=True))


@given(MINUTES, st.integers(0, 300), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 40))))
def test_no_cap_is_passed(minutes, need, caps):
    floors = [min(have, floor_of(have)) for have in minutes]
    given_ = cuts_within(need, minutes, floors, caps)
    assert sum(given_) <= need
    for first, most in caps:
        assert sum(given_[:first]) <= most


ITEMS = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(["", "", "break", "buffer"]), st.booleans()),
    min_size=1,
    max_size=8,
)


@given(ITEMS, st.integers(0, 120), st.sampled_from(["", "16:30", "18:00"]))
def test_every_proposal_keeps_its_promises(parts, waited, end):
    items = [
        item(str(at), minutes, purpose=purpose, is_protected=protected)
        for at, (minutes, purpose, protected) in enumerate(parts)
    ]
    written = planned(*items, end=end)
    written.record(c.ItemStarted(item="0"))
    written.wait(waited)
    plan = Replanning(written.meeting, now(written))
    for proposal in plan.proposals():
        for row in proposal.rows:
            assert row.minutes_after is None or row.minutes_after >= 0
            if row.is_protected or row.item == "0":
                assert row.minutes_after == row.minutes_before
        before = meeting_time(written.meeting, now(written)).late
        written.record(*proposal.changes)
        if proposal.over is not None:
            late = meeting_time(written.meeting, now(written).__class__(written.now)).late
            assert late is not None
            assert abs(late - proposal.over) <= 1, proposal.kind
        if proposal.changes:
            written.undo()
        assert written.meeting.end == end
        assert before is None or proposal.over is None or proposal.over <= max(before, 0)
