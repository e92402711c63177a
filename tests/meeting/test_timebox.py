"""Used, planned, left, projected end: arithmetic on a given now."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from written import START, Written

from facilitator.meeting import changes as c
from facilitator.meeting.agenda import next_item
from facilitator.meeting.meeting_time import meeting_time
from facilitator.meeting.model import Instant
from facilitator.meeting.timebox import planned_end, planned_total, timebox


@pytest.fixture
def written() -> Written:
    """Starts at 16:00: 10 minutes, then a heading with two reports of 15, then 20."""
    meeting = Written(now=START - timedelta(hours=1))
    meeting.record(
        c.MeetingPlanned(title="Treffen", day=date(2026, 10, 14), start="16:00"),
    )
    meeting.record(c.AgendaItemAdded(title="Eröffnung", id="1", planned_minutes=10))
    meeting.record(c.AgendaItemAdded(title="Berichte", id="2"))
    meeting.record(c.AgendaItemAdded(title="Sprache", id="21", parent="2", planned_minutes=15))
    meeting.record(c.AgendaItemAdded(title="Arbeit", id="22", parent="2", planned_minutes=15))
    meeting.record(c.AgendaItemAdded(title="Ausblick", id="3", planned_minutes=20))
    meeting.now = START - timedelta(seconds=1)
    return meeting


def test_the_plan_counts_headings_only_through_their_sub_items(written):
    assert planned_total(written.meeting) == 60
    written.record(c.AgendaItemAmended(item="2", planned_minutes=30))
    assert planned_total(written.meeting) == 60
    assert f"{planned_end(written.meeting):%H:%M}" == "17:00"


def test_a_set_end_wins_over_the_sum(written):
    written.record(c.MeetingAmended(end="19:30"))
    assert f"{planned_end(written.meeting):%H:%M}" == "19:30"
    written.record(c.MeetingAmended(start="22:00", end="00:30"))
    assert planned_end(written.meeting).day == 15


def test_next_passes_headings_and_walks_into_sub_items(written):
    walked = []
    while (item := next_item(written.meeting)) is not None:
        written.record(c.ItemStarted(item=item.id))
        walked.append(item.number)
    assert walked == ["1", "2.1", "2.2", "3"]


def test_next_goes_on_behind_where_one_is(written):
    written.record(c.ItemStarted(item="22"))
    assert next_item(written.meeting).number == "3"
    written.record(c.ItemStarted(item="3"))
    assert next_item(written.meeting) is None


def test_projected_end_is_now_plus_what_is_left(written):
    written.record(c.MeetingStarted(), c.ItemStarted(item="1"))
    assert f"{meeting_time(written.meeting, Instant(written.now)).end:%H:%M}" == "17:00"
    written.wait(25)
    assert f"{meeting_time(written.meeting, Instant(written.now)).end:%H:%M}" == "17:15"
    assert meeting_time(written.meeting, Instant(written.now)).late == 15


def test_colours_of_time(written):
    written.record(c.MeetingStarted(), c.ItemStarted(item="1"))
    seen = []
    for _ in range(3):
        item = written.meeting.running_item
        seen.append(timebox(item, Instant(written.now)).warmth)
        written.wait(5.5 if len(seen) == 2 else 8)
    assert seen == ["calm", "warning", "over"]


def test_without_a_plan_time_only_counts_up(written):
    written.record(c.AgendaItemAdded(title="Frei", id="4"), c.ItemStarted(item="4"))
    written.wait(7)
    box = timebox(written.meeting.item("4"), Instant(written.now))
    assert (box.used_minutes, box.left_minutes, box.warmth) == (7, None, "calm")


def test_durations_use_steady_time_within_one_opening_and_never_go_below_zero():
    early = Instant(START, up=100.0, opening="a1b2")
    asleep = Instant(START + timedelta(hours=5), up=160.0, opening="a1b2")
    assert early.seconds_until(asleep) == 60.0
    restarted = Instant(START + timedelta(minutes=2), up=5.0, opening="ffff")
    assert early.seconds_until(restarted) == 120.0
    assert restarted.seconds_until(early) == 0.0


def test_nothing_planned_but_the_start_is_no_end():
    meeting = Written(now=START - timedelta(hours=1))
    meeting.record(c.MeetingPlanned(title="Rat", day=date(2026, 10, 14), start="16:00"))
    meeting.record(c.AgendaItemAdded(title="Eröffnung", id="1"))
    assert planned_end(meeting.meeting) is None
    meeting.record(c.AgendaItemAdded(title="Gast", id="2", fixed_start="17:00"))
    assert f"{planned_end(meeting.meeting):%H:%M}" == "17:00"
