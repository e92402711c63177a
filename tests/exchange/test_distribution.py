"""Who gets the minutes, and who sees whose address."""

from __future__ import annotations

from cockpit import Played

from facilitator.exchange.distribution import MOST_IN_SIGHT, Distribution, distribution
from facilitator.i18n import use_language
from facilitator.meeting import changes as c
from facilitator.meeting.model import AttendanceStatus, MeetingKind, TabledAction
from facilitator.minutes.wanted import Wanted


def listed(kind: MeetingKind = "body", *, closed: bool = False) -> Played:
    played = Played()
    played.record(c.MeetingPlanned(title="Sitzung", kind=kind))
    played.item("Personal" if closed else "Eröffnung", public=not closed)
    weiss = played.person("Petra Weiß", email="weiss@rat.example")
    sick = played.person("Lea Demir", email="demir@rat.example")
    played.person("Karl Albers", email="ALBERS@rat.example")
    played.person("Karl Albers (privat)", email="albers@rat.example")
    played.person("Uwe Krause")
    played.person("Ines Brandt", email="brandt(at)rat.example")
    guest = played.person("Jörg Pohl", email="pohl@buero.example", guest=True)
    played.person("Nie Gekommen", email="nie@buero.example", guest=True)
    played.here(weiss, guest)
    played.record(c.AttendanceRecorded(person=sick, status="excused"))
    return played


def names(found: Distribution) -> list[str]:
    return [each.address for each in found.addresses]


def test_members_and_guests_that_came_each_once() -> None:
    found = distribution(listed().meeting, Wanted())
    assert names(found) == [
        "weiss@rat.example", "demir@rat.example", "ALBERS@rat.example", "pohl@buero.example",
    ]  # fmt: skip
    assert found.without_address == ("Uwe Krause", "Ines Brandt")
    assert found.left_out == ()


def test_a_guest_who_stayed_away_gets_no_minutes() -> None:
    statuses: tuple[AttendanceStatus, ...] = ("excused", "represented")
    for status in statuses:
        played = listed()
        guest = next(each.id for each in played.meeting.people if each.name == "Nie Gekommen")
        played.record(c.AttendanceRecorded(person=guest, status=status))
        assert "nie@buero.example" not in names(distribution(played.meeting, Wanted()))


def test_what_is_gone_or_comes_from_an_earlier_meeting_may_be_non_public_too() -> None:
    """A non-public item taken off in the room is named in the minutes, and so are action items
    that were born under one: neither is for guests."""
    taken_off = listed()
    item = taken_off.item("Personalie Müller", public=False)
    taken_off.record(c.MeetingStarted(), c.AgendaItemRemoved(item=item))
    assert taken_off.meeting.taken_off
    tabled = listed()
    tabled.record(
        c.ActionItemsTabled(
            action_items=(TabledAction(id="a", number="M-1", summary="Notar", public=False),)
        )
    )
    assert tabled.meeting.tabled_actions
    for played in (taken_off, tabled):
        assert "pohl@buero.example" not in names(distribution(played.meeting, Wanted()))
        public = distribution(played.meeting, Wanted(scope="public"))
        assert "pohl@buero.example" in names(public)


def test_an_invitation_goes_to_all_that_were_asked() -> None:
    assert "nie@buero.example" in names(distribution(listed().meeting, Wanted(kind="agenda")))


def test_what_is_not_public_goes_to_no_guest() -> None:
    meeting = listed(closed=True).meeting
    for scope in ("all", "closed"):
        found = distribution(meeting, Wanted(scope=scope))  # type: ignore[arg-type]
        assert "pohl@buero.example" not in names(found)
        assert found.left_out == ("Jörg Pohl",)
    public = distribution(meeting, Wanted(scope="public"))
    assert "pohl@buero.example" in names(public)


def test_only_a_small_body_sees_its_addresses() -> None:
    assert distribution(listed("body").meeting, Wanted()).is_open
    assert distribution(listed("group").meeting, Wanted()).is_open
    for kind in ("network", "workshop", "conference"):
        assert not distribution(listed(kind).meeting, Wanted()).is_open  # type: ignore[arg-type]
    assert not distribution(listed("body").meeting, Wanted(scope="public")).is_open
    large = listed("body")
    for number in range(MOST_IN_SIGHT):
        large.person(f"Person {number}", email=f"p{number}@rat.example")
    assert not distribution(large.meeting, Wanted()).is_open


def test_whom_it_does_not_reach_is_said() -> None:
    use_language("en")
    no_address, guest = distribution(listed(closed=True).meeting, Wanted()).remarks()
    assert no_address == (
        "2 people have no usable mail address and are not in the mail: Uwe Krause, Ines Brandt"
    )
    assert guest.startswith("1 guest is not in the mail")
    use_language("de")
    assert distribution(listed().meeting, Wanted()).remarks()[0].startswith("2 Personen haben")
    use_language("en")
    many = listed()
    for number in range(100):
        many.person(f"Person {number}")
    (said,) = distribution(many.meeting, Wanted()).remarks()
    assert said.endswith("Person 9, 90 more")
