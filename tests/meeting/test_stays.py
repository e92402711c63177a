"""Times as people say them, made into corrections."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import Instant, Stay
from facilitator.meeting.presence import is_before
from facilitator.meeting.stays import Impossible, not_yet, times_said
from facilitator.meeting.venue import is_video


def _kern() -> tuple[Written, str]:
    written = Written()  # 16:00
    (person,) = written.record(c.PersonAdded(name="Kern"))
    written.record(c.MeetingStarted())
    return written, person.id


def _say(written: Written, person: str, arrived: str = "", left: str = "") -> object:
    attendance = written.meeting.attendance_of(person)
    assert attendance is not None
    said = times_said(written.meeting, attendance, arrived, left)
    if not isinstance(said, Impossible):
        written.record(said)
    return said


def _stays(written: Written, person: str) -> list[tuple[str | None, str | None]]:
    attendance = written.meeting.attendance_of(person)
    assert attendance is not None
    return [(stay.arrived, stay.left) for stay in attendance.stays]


def test_an_arrival_and_a_departure_and_both_corrected():
    written, kern = _kern()
    _say(written, kern, arrived="16:50")
    assert _stays(written, kern) == [("16:50", None)]
    _say(written, kern, arrived="16:40")
    assert _stays(written, kern) == [("16:40", None)]
    _say(written, kern, left="18:20")
    assert _stays(written, kern) == [("16:40", "18:20")]
    _say(written, kern, left="18:30")
    assert _stays(written, kern) == [("16:40", "18:30")]
    _say(written, kern, arrived="16:45")
    assert _stays(written, kern) == [("16:45", "18:30")]
    _say(written, kern, arrived="19:00")
    assert _stays(written, kern) == [("16:45", "18:30"), ("19:00", None)]
    _say(written, kern, arrived="16:30", left="17:30")
    assert _stays(written, kern) == [("16:30", "17:30"), ("19:00", None)]
    written.undo()
    assert _stays(written, kern) == [("16:45", "18:30"), ("19:00", None)]


def test_whoever_was_never_here_was_there_from_the_start_until_then():
    written, kern = _kern()
    _say(written, kern, left="17:00")
    assert _stays(written, kern) == [(None, "17:00")]


def test_what_cannot_be_is_refused():
    written, kern = _kern()
    _say(written, kern, arrived="17:00")
    said = _say(written, kern, left="16:40")
    assert said == Impossible(why="goes_before_coming", time="16:40", other="17:00")
    _say(written, kern, left="18:00")
    _say(written, kern, arrived="18:30")
    back = _say(written, kern, arrived="17:50")
    assert back == Impossible(why="comes_before_going", time="17:50", other="18:00")
    whole = _say(written, kern, arrived="18:20", left="18:10")
    assert whole == Impossible(why="goes_before_coming", time="18:10", other="18:20")
    assert _stays(written, kern) == [("17:00", "18:00"), ("18:30", None)]


def test_a_time_to_come_is_no_presence():
    written, _ = _kern()
    now = Instant(written.now)
    assert not_yet(written.meeting, "18:00", now) is not None
    assert not_yet(written.meeting, "16:00", now) is None
    assert not_yet(written.meeting, "", now) is None
    written.record(c.MeetingClosed())
    assert not_yet(written.meeting, "18:00", now) is None


CLOCKS = st.integers(16 * 60, 22 * 60).map(lambda m: f"{m // 60:02}:{m % 60:02}")
SAID = st.lists(st.tuples(st.just("") | CLOCKS, st.just("") | CLOCKS).filter(any), max_size=8)


@given(SAID)
def test_stays_never_run_backwards_whatever_is_said(said):
    written, kern = _kern()
    for arrived, left in said:
        _say(written, kern, arrived, left)
    attendance = written.meeting.attendance_of(kern)
    assert attendance is not None
    last = ""
    for stay in attendance.stays:
        for time in (stay.arrived, stay.left):
            if time:
                assert not last or not is_before(written.meeting, time, last)
                last = time
    assert all(stay.left is not None for stay in attendance.stays[:-1])


def test_a_total_of_guests_replaces_what_was_counted():
    written = Written()
    for number, total in ((3, False), (4, False), (5, True), (-9, False), (2, False)):
        written.record(c.GuestsCounted(number=number, is_total=total))
    assert written.meeting.number_present == 7
    written.undo()
    assert written.meeting.number_present == 5
    written.record(c.GuestsCounted(number=0, is_total=True))
    assert written.meeting.unnamed_guests == ()


def test_corrected_stays_end_being_represented():
    written, kern = _kern()
    written.record(c.AttendanceRecorded(person=kern, status="represented", represented_by="Krug"))
    written.record(c.StaysCorrected(person=kern, stays=(Stay(arrived="17:00"),)))
    attendance = written.meeting.attendance_of(kern)
    assert attendance is not None
    assert (attendance.status, attendance.represented_by) == ("present", "")


def test_which_places_are_video_addresses():
    video = ("https://zoom.us/j/1", "Zoom", "MS Teams", "per Videokonferenz", "BigBlueButton",
             "Big Blue Button", "Online", "Webex-Raum 3", "www.meet.example")  # fmt: skip
    rooms = ("", "Ratssaal", "Ratssaal und Zoom", "Rathaus, https://x.example", "Teamsaal",
             "Onkel-Toms-Hütte")  # fmt: skip
    assert [is_video(place) for place in video] == [True] * len(video)
    assert [is_video(place) for place in rooms] == [False] * len(rooms)


def test_somebody_who_comes_after_midnight_was_not_there_from_the_start():
    written = Written()
    written.now = written.now.replace(hour=22, minute=0)
    written.record(c.MeetingPlanned(title="Rat", kind="body"))
    (person,) = written.record(c.PersonAdded(name="Ute Kern"))
    written.record(c.MeetingStarted())
    written.wait(150)
    written.record(c.AttendanceRecorded(person=person.id, status="present"))
    attendance = written.meeting.attendance_of(person.id)
    assert attendance is not None
    assert attendance.stays == (Stay(arrived="00:30"),)
