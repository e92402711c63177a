"""Turns, time and the suggestion of the speaker list."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from written import Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import Instant, Speaker
from facilitator.meeting.speaker_list import (
    minutes_and_seconds,
    shares,
    suggestion,
    total_seconds,
    turns,
)

START = datetime(2026, 10, 14, 18, 0, tzinfo=timezone(timedelta(hours=2)))


def at(seconds: float) -> Instant:
    return Instant(at=START + timedelta(seconds=seconds))


def turn(number: int, name: str, began: float | None = None, ended: float | None = None, **more):
    return Speaker(
        id=f"{number:03}",
        name=name,
        asked_at=at(number),
        began=None if began is None else at(began),
        ended=None if ended is None else at(ended),
        **more,
    )


def test_turns_and_time_of_each_person_the_longest_first():
    speakers = (
        turn(1, "Haddad", 0, 60),
        turn(2, "Weiß", 60, 250),
        turn(3, "haddad", 250),
        turn(4, "Nowak"),
    )
    found = [(share.name, share.turns, share.seconds) for share in shares(speakers, at(300))]
    assert found == [("Weiß", 1, 190.0), ("haddad", 2, 110.0)]
    assert total_seconds(speakers, at(300)) == 300.0
    assert turns(speakers, speakers[0]) == 2


def test_a_person_known_by_id_is_one_whatever_the_name_says():
    speakers = (turn(1, "Kern", 0, 10, person="p1"), turn(2, "Dr. Kern", 20, 50, person="p1"))
    (share,) = shares(speakers, at(60))
    assert (share.name, share.turns, share.seconds) == ("Dr. Kern", 2, 40.0)


def test_fewest_turns_first_then_who_asked_first():
    spoken = (turn(1, "Haddad", 0, 60), turn(2, "Weiß", 60, 90))
    waiting = (turn(3, "Haddad"), turn(4, "Weiß"), turn(6, "Öztürk"), turn(5, "Nowak"))
    proposed = suggestion((*spoken, *waiting))
    assert proposed is not None
    assert proposed.name == "Nowak", "asked before Öztürk, though the moderator moved them"
    rest = tuple(speaker for speaker in waiting if speaker.name not in ("Nowak", "Öztürk"))
    proposed = suggestion((*spoken, *rest))
    assert proposed is not None
    assert proposed.name == "Haddad"


def test_a_point_of_order_goes_before_everybody_and_is_no_turn():
    order = turn(9, "Haddad", is_point_of_order=True)
    speakers = (turn(1, "Haddad", 0, 60), turn(2, "Nowak"), order)
    assert suggestion(speakers) == order
    spoken = (turn(1, "Haddad", 0, 5, is_point_of_order=True), turn(2, "Weiß", 5, 9))
    waiting = (turn(3, "Haddad"), turn(4, "Weiß"))
    proposed = suggestion((*spoken, *waiting))
    assert proposed is not None
    assert proposed.name == "Haddad"
    assert shares(spoken, at(10))[0].turns == 0


def test_nobody_waits_nobody_is_suggested():
    assert suggestion(()) is None
    assert suggestion((turn(1, "Haddad", 0),)) is None


def test_time_is_written_in_minutes_and_seconds():
    assert [minutes_and_seconds(s) for s in (0, 59.9, 60, 125, 3700)] == [
        "0:00", "0:59", "1:00", "2:05", "61:40",
    ]  # fmt: skip


def test_another_item_ends_the_turn_and_the_list_stays():
    written = Written()
    one, two = (written.record(c.AgendaItemAdded(title=t))[0].id for t in ("Zahlen", "Berichte"))
    written.record(c.ItemStarted(item=one))
    first, _ = written.record(
        c.SpeakerAdded(name="Haddad", item=one), c.SpeakerAdded(name="Weiß", item=one)
    )
    written.record(c.SpeakerCalled(speaker=first.id))
    written.wait(2)
    written.record(c.ItemStarted(item=two))
    assert written.meeting.speaking is None
    spoken = written.meeting.speakers[0]
    assert spoken.ended is not None
    assert 120 <= spoken.seconds(spoken.ended) < 125
    assert [(s.name, s.item) for s in written.meeting.waiting] == [("Weiß", one)]
    written.undo()
    assert written.meeting.speaking is not None, "taken back, the turn goes on"


NAMES = st.sampled_from(["Haddad", "Weiß", "Nowak"])
SPEAKERS = st.lists(
    st.tuples(NAMES, st.one_of(st.none(), st.integers(0, 500)), st.booleans()), max_size=20
).map(
    lambda rows: tuple(
        turn(at_, name, began, None if began is None else began + 7, is_point_of_order=order)
        for at_, (name, began, order) in enumerate(rows)
    )
)


@given(SPEAKERS)
def test_the_suggestion_waits_and_nobody_waiting_has_fewer_turns(speakers):
    proposed = suggestion(speakers)
    waiting = [speaker for speaker in speakers if speaker.is_waiting]
    assert (proposed is None) == (not waiting)
    if proposed is not None:
        assert proposed in waiting
        rivals = [s for s in waiting if s.is_point_of_order] or waiting
        assert proposed in rivals
        if not proposed.is_point_of_order:
            assert turns(speakers, proposed) == min(turns(speakers, s) for s in rivals)


@given(SPEAKERS)
def test_the_shares_are_all_the_time_there_is(speakers):
    now = at(1000)
    assert sum(share.seconds for share in shares(speakers, now)) == total_seconds(speakers, now)


def test_nobody_has_the_floor_once_the_item_is_left():
    for leave in (c.ItemEnded, c.ItemSkipped, c.ItemDeferred, c.AgendaItemRemoved):
        written = Written()
        (item,) = written.record(c.AgendaItemAdded(title="Haushalt"))
        written.record(c.ItemStarted(item=item.id))
        (speaker,) = written.record(c.SpeakerAdded(name="Weiß", item=item.id))
        written.record(c.SpeakerCalled(speaker=speaker.id))
        written.record(leave(item=item.id))
        assert written.meeting.speaking is None


def test_who_speaks_goes_on_while_another_item_is_skipped():
    written = Written()
    item, other = (written.record(c.AgendaItemAdded(title=t))[0].id for t in ("Haushalt", "Bau"))
    written.record(c.ItemStarted(item=item))
    (speaker,) = written.record(c.SpeakerAdded(name="Weiß", item=item))
    written.record(c.SpeakerCalled(speaker=speaker.id))
    written.record(c.ItemSkipped(item=other))
    assert written.meeting.speaking is not None
