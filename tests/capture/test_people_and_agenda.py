"""Who comes and goes, and which agenda item."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest
from capture_meeting import MEETING, make_context
from written import Written

from facilitator.capture import Context, Reading, read
from facilitator.meeting import changes as c
from facilitator.meeting.model import Attendance, Meeting, Stay

Reads = Callable[..., Reading]


def present(reading: Reading) -> list[tuple[str, str]]:
    return [
        (change.person, change.time)
        for change in reading.changes
        if isinstance(change, c.AttendanceRecorded)
    ]


def test_somebody_known_arrives(reads: Reads) -> None:
    assert present(reads("+Brandt")) == [("p-brandt", "18:52")]
    assert present(reads("+petra brandt")) == [("p-brandt", "18:52")]
    assert present(reads("+Brandt 14:40")) == [("p-brandt", "14:40")]
    assert present(reads("+Brandt, um 14.40 Uhr")) == [("p-brandt", "14:40")]
    assert present(reads("+Haddad")) == [("p-haddad", "")], "here already: from when he came"


def test_several_arrive(reads: Reads) -> None:
    assert [p for p, _ in present(reads("+Haddad, Nowak, Öztürk"))] == [
        "p-haddad",
        "p-nowak",
        "p-ozturk",
    ]


def test_somebody_new_arrives_with_an_organisation() -> None:
    written = Written()
    written.record(c.MeetingPlanned(title="M"), c.OrganizationAdded(id="o", name="Caritas"))
    for line in ("+Erika Kern, Caritas", "+Uwe Lenz, Diakonie", "+Ina Berg"):
        reading = read(line, _context(written.meeting))
        assert reading.kind == "arrival"
        assert not reading.needs_second_enter
        assert [chip.note for chip in reading.chips] == ["new?"]
        written.record(*reading.changes)
    meeting = written.meeting
    kern, lenz, berg = meeting.people
    assert [meeting.organization_name(p) for p in (kern, lenz, berg)] == ["Caritas", "Diakonie", ""]
    assert [o.name for o in meeting.organizations] == ["Caritas", "Diakonie"]
    assert meeting.number_present == 3
    assert not kern.guest


def _context(meeting: Meeting) -> Context:
    return Context(meeting=meeting, today=date(2026, 10, 14), language="en", now_hhmm="18:52")


def test_one_unknown_word_asks_first(reads: Reads) -> None:
    assert reads("+Kern").needs_second_enter
    assert reads("+Haddad, Kern").needs_second_enter
    assert not reads("+Frau Kern").needs_second_enter


def test_namesakes_are_told_apart_by_organisation(reads: Reads) -> None:
    reading = reads("+Müller")
    assert reading.kind == "arrival"
    assert isinstance(reading.changes[0], c.NoteRecorded)
    assert reading.problem
    assert reading.completion is not None
    details = [candidate.detail for candidate in reading.completion.candidates]
    assert details == ["IHK", "Volkshochschule Lindenau (VHS)"]
    assert present(reads("+Müller, VHS")) == [("p-mueller2", "18:52")]
    picked = reads("+Anna Müller", picks=(("Anna Müller", "p-mueller2"),))
    assert present(picked) == [("p-mueller2", "18:52")]


def test_guests_without_a_name(reads: Reads) -> None:
    assert reads("+3 Gäste").changes == (c.GuestsCounted(number=3, text="Gäste"),)
    assert reads("+1 guest").changes == (c.GuestsCounted(number=1, text="guest"),)
    assert reads("+3 Gäste der VHS").changes == (c.GuestsCounted(number=3, text="Gäste der VHS"),)


@pytest.mark.parametrize(
    "line",
    ["+ Haddad", "+2,5 °C", "+++", "+kurze Wege", "+Barrierefreiheit", "+5 Stellen", "+", "+,"],
)
def test_no_arrival(line: str, reads: Reads) -> None:
    assert reads(line).kind == "note"


def test_somebody_goes(reads: Reads) -> None:
    assert reads("/weg Weiß").changes == (c.PersonLeft(person="p-weiss", time="18:52"),)
    assert reads("/gone Weiß 17:40").changes == (c.PersonLeft(person="p-weiss", time="17:40"),)
    assert len(reads("/weg Weiß, Haddad").changes) == 2
    unknown = reads("/weg Zander")
    assert (unknown.kind, unknown.changes) == ("departure", ())
    assert "Zander" in unknown.problem


# -- agenda -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("# 8.4", "i84"),
        ("# 8.4 Wohnen", "i84"),
        ("# AG Wohnen", "i84"),
        ("# wohn", "i84"),
        ("# ausblick", "i9"),
        ("# wie weiter", "i9"),
        ("# 8", "i83"),
    ],
)
def test_go_to_an_item(line: str, item: str, reads: Reads) -> None:
    reading = reads(line)
    assert reading.kind == "goto"
    assert reading.changes == (c.ItemStarted(item=item),)
    assert reading.goto is not None
    assert reading.goto.exists


def test_an_unknown_item_is_made_by_a_second_enter(reads: Reads) -> None:
    reading = reads("# Neues Thema")
    assert reading.needs_second_enter
    added, started = reading.changes
    assert isinstance(added, c.AgendaItemAdded)
    assert (added.title, added.after) == ("Neues Thema", "i8")
    assert started == c.ItemStarted(item="^0")
    assert reading.goto is not None
    assert not reading.goto.exists


@pytest.mark.parametrize("line", ["#1", "#Feld", "##", "# ", "# 12", "#8.4", "# AG"])
def test_no_item(line: str, reads: Reads) -> None:
    (change,) = reads(line).changes
    assert isinstance(change, c.NoteRecorded)


def test_several_items_are_called_so(reads: Reads) -> None:
    reading = reads("# AG")
    assert reading.problem
    assert reading.completion is not None
    assert [x.detail for x in reading.completion.candidates] == ["8.1", "8.2", "8.3", "8.4"]


def test_write_to_another_item(reads: Reads) -> None:
    reading = reads("/8.4 m: Raum >Nowak")
    (change,) = reading.changes
    assert isinstance(change, c.ActionItemRecorded)
    assert (change.item, change.summary, change.line) == ("i84", "Raum", "/8.4 m: Raum >Nowak")
    assert reads("/8.4 = vertagt").changes == (c.AgendaItemAmended(item="i84", result="vertagt"),)
    assert reads("/8.7 Text").kind == "note"


def test_next(reads: Reads, meeting: Meeting) -> None:
    assert reads("/weiter").changes == (c.ItemStarted(item="i83"),)
    assert reads("/next").changes == (c.ItemStarted(item="i83"),)
    through = msgspec.structs.replace(meeting, agenda_items=meeting.agenda_items[:4])
    assert reads("/weiter", meeting=through).kind == "command"


def test_before_the_start_everything_is_read(meeting: Meeting, reads: Reads) -> None:
    empty: dict[str, Any] = {"meeting": Meeting(), "item": ""}
    assert reads("Beamer fehlt", **empty).kind == "note"
    assert reads("m: Raum >Haddad bis Mai", **empty).kind == "action_item"
    assert reads("/weiter", **empty).kind == "command"
    assert reads("# Begrüßung", **empty).needs_second_enter


def test_at_a_video_address_who_comes_is_online_and_new_people_are_new() -> None:
    online = msgspec.structs.replace(MEETING, place="https://zoom.us/j/1")
    (added, came) = read("+Ines Kern", make_context(meeting=online)).changes
    assert added.is_new
    assert came.remote
    (brandt,) = read("+Brandt", make_context(meeting=online)).changes
    assert brandt.remote
    (brandt,) = read("+Brandt", make_context()).changes
    assert not brandt.remote


def test_a_departure_before_the_arrival_is_a_problem_and_changes_nothing() -> None:
    late = msgspec.structs.replace(
        MEETING,
        attendance=(
            Attendance(person="p-weiss", status="present", stays=(Stay(arrived="18:40"),)),
        ),
    )
    reading = read("/weg Weiß 18:20", make_context(meeting=late))
    assert not reading.changes
    assert reading.problem == "Dr. Petra Weiß kam um 18:40 und kann nicht um 18:20 gegangen sein."
    (gone,) = read("/weg Weiß 18:45", make_context(meeting=late)).changes
    assert gone == c.PersonLeft(person="p-weiss", time="18:45")


def test_names_are_offered_behind_the_commands_that_take_them() -> None:
    reading = read("/befangen Had", make_context())
    assert reading.completion is not None
    assert [each.name for each in reading.completion.candidates] == ["Samir Haddad"]
    assert read("/pause Had", make_context()).completion is None
