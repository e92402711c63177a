"""Attendance: who is here, from when, until when."""

from __future__ import annotations

import pytest
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import Stay


@pytest.fixture
def written() -> Written:
    meeting = Written()
    meeting.record(c.MeetingPlanned(title="Treffen"))
    meeting.record(c.PersonAdded(name="Jana Müller", id="jana"))
    return meeting


def stays(written: Written) -> tuple[Stay, ...]:
    return written.meeting.attendance_of("jana").stays


def test_people_are_expected_until_something_is_known(written):
    assert written.meeting.attendance_of("jana").status == "expected"
    assert written.meeting.number_present == 0


def test_arrival_before_the_start_counts_as_from_the_start(written):
    written.record(c.AttendanceRecorded(person="jana", status="present", time="15:55"))
    assert stays(written) == (Stay(arrived="15:55"),)
    written.record(c.MeetingStarted())
    assert stays(written) == (Stay(),)


def test_late_arrival_and_early_departure_keep_their_times(written):
    written.record(c.MeetingStarted())
    written.record(c.AttendanceRecorded(person="jana", status="present", time="16:40"))
    written.record(c.PersonLeft(person="jana", time="18:20"))
    assert stays(written) == (Stay(arrived="16:40", left="18:20"),)
    assert written.meeting.number_present == 0


def test_who_comes_back_has_two_stays(written):
    written.record(c.MeetingStarted())
    for time in ("16:40", "17:30"):
        written.record(c.AttendanceRecorded(person="jana", status="present", time=time))
        written.record(c.PersonLeft(person="jana", time=time[:3] + "59"))
    assert [s.arrived for s in stays(written)] == ["16:40", "17:30"]


def test_checking_in_twice_does_nothing_but_a_time_corrects(written):
    written.record(c.MeetingStarted())
    written.record(c.AttendanceRecorded(person="jana", status="present", time="16:40"))
    written.record(c.AttendanceRecorded(person="jana", status="present"))
    assert stays(written) == (Stay(arrived="16:40"),)
    written.record(c.AttendanceRecorded(person="jana", status="present", time="16:30"))
    assert stays(written) == (Stay(arrived="16:30"),)


def test_a_mistaken_arrival_is_taken_back_by_another_status(written):
    written.record(c.AttendanceRecorded(person="jana", status="present"))
    written.record(c.AttendanceRecorded(person="jana", status="excused"))
    assert stays(written) == ()
    assert written.meeting.attendance_of("jana").status == "excused"


def test_who_never_came_cannot_leave(written):
    written.record(c.PersonLeft(person="jana", time="18:00"))
    assert stays(written) == ()


def test_guests_without_names_are_counted(written):
    written.record(c.GuestsCounted(number=3))
    written.record(c.AttendanceRecorded(person="jana", status="present"))
    assert written.meeting.number_present == 4


def test_a_removed_person_is_gone_and_returns_with_undo(written):
    written.record(c.PersonRemoved(person="jana"))
    assert written.meeting.people == ()
    assert written.meeting.attendance == ()
    written.undo()
    assert [p.name for p in written.meeting.people] == ["Jana Müller"]


def test_an_empty_name_ends_a_role(written):
    written.record(c.OfficerNamed(role="chair", name="Jana Müller", person="jana"))
    assert written.meeting.officer("chair").person == "jana"
    written.record(c.OfficerNamed(role="chair", name=""))
    assert written.meeting.officer("chair") is None
