"""Who was there when, and with a vote for what."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import Instant, Stay
from facilitator.meeting.presence import (
    entitled_at,
    here_by_organization,
    is_before,
    present_at,
    present_in,
)
from facilitator.meeting.quorum import legal_number_of, quorum_at, required_of, stated, turned


def _people(written: Written, *names: str, **values: bool) -> list[str]:
    return [written.record(c.PersonAdded(name=name, **values))[0].id for name in names]


def _come(written: Written, *people: str, time: str = "") -> None:
    written.record(*(c.AttendanceRecorded(person=p, status="present", time=time) for p in people))


def _now(written: Written) -> Instant:
    return Instant(written.now)


def _names(written: Written, ids: frozenset[str]) -> list[str]:
    return sorted(p.name for p in written.meeting.people if p.id in ids)


def test_whoever_leaves_at_a_minute_is_gone_then_and_whoever_comes_is_there():
    written = Written()  # 16:00
    weiss, kern = _people(written, "Weiß", "Kern")
    _come(written, weiss)
    written.record(c.MeetingStarted())
    _come(written, kern, time="16:10")
    written.record(c.PersonLeft(person=weiss, time="16:20"))
    at = [Instant(written.now.replace(minute=m)) for m in (5, 10, 19, 20)]
    found = [_names(written, present_at(written.meeting, each)) for each in at]
    assert found == [["Weiß"], ["Kern", "Weiß"], ["Kern", "Weiß"], ["Kern"]]


def test_presence_in_an_item_says_who_came_late_and_who_left_early():
    written = Written()
    one, two = (
        written.record(c.AgendaItemAdded(title=title))[0].id for title in ("Zahlen", "Berichte")
    )
    weiss, kern, nowak, _ = _people(written, "Weiß", "Kern", "Nowak", "Brandt")
    _come(written, weiss, nowak)
    written.record(c.ItemStarted(item=one))
    written.wait(10)
    _come(written, kern)
    written.wait(10)
    written.record(c.ItemStarted(item=two))
    written.wait(5)
    written.record(c.PersonLeft(person=weiss))
    written.wait(5)
    items = written.meeting.agenda_items
    said = {
        item.title: [
            (written.meeting.person(p.person).name, p.came, p.went)
            for p in present_in(written.meeting, item, _now(written))
        ]
        for item in items
    }
    assert said == {
        "Zahlen": [("Weiß", "", ""), ("Kern", "16:10", ""), ("Nowak", "", "")],
        "Berichte": [("Weiß", "", "16:25"), ("Kern", "", ""), ("Nowak", "", "")],
    }


def test_the_biased_have_no_vote_for_the_item_and_are_not_present_in_it():
    written = Written()
    (one,) = (written.record(c.AgendaItemAdded(title="Vergabe"))[0].id,)
    weiss, kern, rat = _people(written, "Weiß", "Kern", "Rat")
    written.record(c.PersonAmended(person=rat, voting_right=False))
    (guest,) = _people(written, "Gast", guest=True)
    _come(written, weiss, kern, rat, guest)
    written.record(c.ItemStarted(item=one))
    written.record(c.BiasDeclared(item=one, person=weiss, name="Weiß"))
    written.wait(1)
    now = _now(written)
    assert _names(written, entitled_at(written.meeting, now, one)) == ["Kern"]
    assert _names(written, entitled_at(written.meeting, now)) == ["Kern", "Weiß"]
    item = written.meeting.agenda_items[0]
    assert weiss not in {p.person for p in present_in(written.meeting, item, now)}
    written.record(c.BiasEnded(item=one, person=weiss, name="Weiß"))
    assert _names(written, entitled_at(written.meeting, _now(written), one)) == ["Kern", "Weiß"]


def test_a_named_stand_in_votes_for_the_member_once():
    written = Written()
    weiss, kern, krug = _people(written, "Weiß", "Kern", "Ines Krug")
    represented = c.AttendanceRecorded(person=weiss, status="represented", represented_by="Krug")
    nameless = c.AttendanceRecorded(person=kern, status="represented")
    written.record(represented, nameless)
    assert _names(written, entitled_at(written.meeting, _now(written))) == ["Weiß"]
    _come(written, krug)
    assert _names(written, entitled_at(written.meeting, _now(written))) == ["Ines Krug"]


def test_all_leave_at_the_close_and_an_evening_may_go_past_midnight():
    written = Written(now=Written().now.replace(hour=22))
    weiss, kern = _people(written, "Weiß", "Kern")
    _come(written, weiss, kern)
    written.record(c.MeetingStarted())
    written.wait(90)
    written.record(c.PersonLeft(person=kern))  # 23:30
    written.wait(60)
    assert _names(written, present_at(written.meeting, _now(written))) == ["Weiß"]  # 00:30
    assert is_before(written.meeting, "23:30", "00:10")
    written.record(c.MeetingClosed())
    closed = _now(written)
    written.wait(600)
    assert present_at(written.meeting, _now(written)) == present_at(written.meeting, closed)


def test_counts_per_organisation_add_up_to_all_who_are_here():
    written = Written()
    homes = [written.record(c.OrganizationAdded(name=n))[0].id for n in ("VHS", "Caritas")]
    people = [
        written.record(c.PersonAdded(name=f"P{n}", organization=home))[0].id
        for n, home in enumerate((homes[0], homes[1], homes[1], ""))
    ]
    _come(written, *people)
    written.record(c.GuestsCounted(number=3))
    counts = here_by_organization(written.meeting)
    assert counts == (("Caritas", 2), ("VHS", 1), ("", 4))
    assert sum(n for _, n in counts) == written.meeting.number_present


CLOCKS = st.integers(0, 23 * 60).map(lambda m: f"{m // 60:02}:{m % 60:02}")
STAYS = st.lists(st.builds(Stay, arrived=st.none() | CLOCKS, left=st.none() | CLOCKS), max_size=3)


@given(st.lists(STAYS, max_size=5), st.integers(0, 240), st.integers(0, 240))
@example([[Stay(arrived="16:01", left="16:01")]], 0, 1)
def test_whoever_is_there_at_a_moment_of_an_item_was_present_in_it(all_stays, start, length):
    written = Written()
    item = written.record(c.AgendaItemAdded(title="Zahlen"))[0].id
    people = _people(written, *(f"P{n}" for n in range(len(all_stays))))
    for person, stays in zip(people, all_stays, strict=True):
        written.record(c.StaysCorrected(person=person, stays=tuple(stays)))
    written.wait(start)
    written.record(c.ItemStarted(item=item))
    written.wait(length)
    now = _now(written)
    present = present_in(written.meeting, written.meeting.agenda_items[0], now)
    assert present_at(written.meeting, now) <= {p.person for p in present}
    assert all(not p.went or not p.came or is_before(written.meeting, p.came, p.went)
               for p in present)  # fmt: skip


def test_required_numbers_of_the_rules():
    """§ 49 (1) GO NRW; § 37 (2) GemO BW; standing orders with a third; no rule."""
    assert [required_of(19, "more_than_half"), required_of(20, "more_than_half")] == [10, 11]
    assert [required_of(19, "half"), required_of(20, "half")] == [10, 10]
    assert [required_of(19, "third"), required_of(18, "third")] == [7, 6]
    assert [required_of(19, "none"), required_of(0, "more_than_half")] == [0, 0]


def test_without_a_legal_number_the_members_on_the_list_count():
    written = Written()
    _people(written, "Weiß", "Kern", "Nowak")
    _people(written, "Gast", guest=True)
    _people(written, "Berater", voting_right=False)
    _people(written, "Neu", is_new=True)
    assert legal_number_of(written.meeting) == 3
    written.record(c.MeetingAmended(legal_number=19))
    assert legal_number_of(written.meeting) == 19


def test_the_quorum_is_lost_and_regained_with_who_goes_and_comes():
    written = Written()
    people = _people(written, "Weiß", "Kern", "Nowak", "Brandt", "Öztürk")
    _come(written, *people[:3])
    written.record(c.MeetingStarted())
    written.record(stated(written.meeting, _now(written)))
    (said,) = written.meeting.quorum_statements
    assert (said.present, said.required, said.legal_number, said.is_met) == (3, 3, 5, True)
    before = written.meeting
    written.wait(30)
    written.record(c.PersonLeft(person=people[0]))
    lost = turned(before, written.meeting, _now(written))
    assert lost is not None
    assert (lost.present, lost.is_met) == (2, False)
    before = written.meeting
    _come(written, people[3])
    regained = turned(before, written.meeting, _now(written))
    assert regained is not None
    assert regained.is_met
    assert turned(written.meeting, written.meeting, _now(written)) is None
    assert quorum_at(written.meeting, _now(written)).present == 3
