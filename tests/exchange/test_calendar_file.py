"""Calendars, read back with the library that calendar programs in Python use."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from cockpit import Played, committee, workshop
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

import facilitator
from facilitator.exchange.calendar_file import calendar_bytes
from facilitator.meeting import changes as c
from facilitator.meeting.latest import latest_changes
from facilitator.meeting.model import Due, Meeting, NextMeeting, Owner, TabledAction
from facilitator.minutes.wanted import Wanted

BERLIN = ZoneInfo("Europe/Berlin")
ISSUED = date(2026, 10, 20)
AGENDA, ACTIONS = Wanted(kind="agenda"), Wanted(kind="action_list")


def calendar(meeting: Meeting, wanted: Wanted = Wanted(), **more: Any) -> Calendar:  # noqa: B008
    content = calendar_bytes(meeting, wanted, issued=ISSUED, **more)
    assert content is not None
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    content.decode("utf-8")
    read = Calendar.from_ical(content)
    assert isinstance(read, Calendar)
    for component in read.walk():
        assert component.errors == []
    return read


def events(read: Calendar) -> list[Any]:
    return read.walk("VEVENT")


def todos(read: Calendar) -> list[Any]:
    return read.walk("VTODO")


def planned(**more: Any) -> Played:
    played = Played()
    values: dict[str, Any] = {
        "title": "Netzwerktreffen", "kind": "network", "series_name": "Netzwerk Integration",
        "day": date(2026, 11, 24), "start": "16:30", "end": "19:00", "ordinal": 2,
        "place": "Bürgerhaus, großer Saal",
    }  # fmt: skip
    played.record(c.MeetingPlanned(**values | more))
    return played


# -- the meeting itself --------------------------------------------------------------------------


def test_the_invitation_is_an_appointment() -> None:
    played = planned()
    opening = played.item("Eröffnung", 10)
    played.item("Grußwort; kurz, bitte", 5, parent=opening)
    played.item("Puffer", 10, purpose="buffer")
    played.item("Pause", 15, purpose="break")
    played.item("Personalsache", public=False)
    played.record(c.OfficerNamed(role="chair", name="Petra Weiß"))
    read = calendar(played.meeting, AGENDA)
    assert read["METHOD"] == "PUBLISH"
    (event,) = events(read)
    assert event["SUMMARY"] == "Netzwerk Integration: 2. Netzwerktreffen"
    assert event["DTSTART"].dt == datetime(2026, 11, 24, 16, 30, tzinfo=BERLIN)
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event["DTEND"].dt == datetime(2026, 11, 24, 19, 0, tzinfo=BERLIN)
    assert event["LOCATION"] == "Bürgerhaus, großer Saal"
    assert "URL" not in event
    assert event["DESCRIPTION"] == (
        "Leitung: Petra Weiß\n\nTagesordnung\nTOP 1: Eröffnung (10 min)\n"
        "  TOP 1.1: Grußwort; kurz, bitte (5 min)\nPause (15 min)\n"
        "TOP 2: Personalsache (nichtöffentlich)"
    )
    assert event["CLASS"] == "PRIVATE", "it names a closed item"
    assert event["DTSTAMP"].dt.isoformat() == "2026-10-20T00:00:00+00:00"


def test_in_public_neither_names_nor_closed_titles_nor_the_way_in() -> None:
    played = planned(place="Rathaus, https://meet.example/abc?pwd=1")
    played.item("Personalsache Müller", public=False)
    played.record(c.OfficerNamed(role="chair", name="Petra Weiß"))
    (event,) = events(calendar(played.meeting, Wanted(kind="agenda", scope="public")))
    assert event["DESCRIPTION"] == "Tagesordnung\nTOP 1 nichtöffentlich"
    assert event["LOCATION"] == "Rathaus"
    assert "URL" not in event
    (full,) = events(calendar(played.meeting, AGENDA))
    assert full["URL"] == "https://meet.example/abc?pwd=1"


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (date(2026, 3, 28), 1), (date(2026, 3, 29), 2), (date(2026, 10, 24), 2),
        (date(2026, 10, 25), 1), (date(2026, 1, 7), 1),
    ],
)  # fmt: skip
def test_summer_time_is_right_on_the_days_it_changes(day: date, offset: int) -> None:
    read = calendar(planned(day=day).meeting, AGENDA)
    (event,) = events(read)
    assert event["DTSTART"].dt.utcoffset() == timedelta(hours=offset)
    assert event["DTSTART"].to_ical() == f"{day:%Y%m%d}T163000".encode()
    (zone,) = read.walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)
    local = datetime.combine(day, datetime.min.time().replace(hour=16, minute=30))
    assert local.replace(tzinfo=own).utcoffset() == timedelta(hours=offset)


def test_past_midnight_without_an_end_and_without_a_time() -> None:
    (late,) = events(calendar(planned(start="22:00", end="01:30").meeting, AGENDA))
    assert late["DTEND"].dt == datetime(2026, 11, 25, 1, 30, tzinfo=BERLIN)
    played = planned(end="")
    (open_,) = events(calendar(played.meeting, AGENDA))
    assert "DTEND" not in open_
    played.item("Berichte", 45)
    played.item("Personalsache", 30, public=False)
    for scope in ("all", "public"):
        (event,) = events(calendar(played.meeting, Wanted(kind="agenda", scope=scope)))  # type: ignore[arg-type]
        assert event["DTEND"].dt.time().isoformat() == "17:45:00", "as the agenda is planned"
    whole = calendar(planned(start="", end="").meeting, AGENDA)
    (event,) = events(whole)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 11, 24), date(2026, 11, 25))
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["DESCRIPTION"] == "Die Uhrzeit steht noch nicht fest."
    assert whole.walk("VTIMEZONE") == []


def test_no_day_no_calendar() -> None:
    assert calendar_bytes(planned(day=None).meeting, AGENDA) is None
    assert calendar_bytes(planned().meeting, Wanted()) is None
    assert calendar_bytes(planned().meeting, ACTIONS) is None


# -- the next meeting ------------------------------------------------------------------------------


def test_the_next_meeting_takes_as_long_as_this_one_and_says_so() -> None:
    played = planned()
    played.record(
        c.MeetingAmended(
            next_meeting=NextMeeting(
                text="im Frühjahr", day=date(2027, 4, 21), start="16:30", place="VHS"
            )
        )
    )
    (event,) = events(calendar(played.meeting))
    assert event["SUMMARY"] == "Netzwerk Integration: Nächstes Treffen"
    assert event["DTSTART"].dt == datetime(2027, 4, 21, 16, 30, tzinfo=BERLIN)
    assert event["DTEND"].dt == datetime(2027, 4, 21, 19, 0, tzinfo=BERLIN)
    assert event["LOCATION"] == "VHS"
    assert event["DESCRIPTION"] == (
        "Vereinbart: 2. Netzwerktreffen, 24.11.2026\nWie vereinbart: im Frühjahr\n"
        "Ein Ende ist nicht vereinbart; angenommen ist die Dauer dieses Treffens."
    )
    assert events(calendar_or_none(played.meeting, ACTIONS)) == []


def calendar_or_none(meeting: Meeting, wanted: Wanted) -> Calendar:
    content = calendar_bytes(meeting, wanted)
    return Calendar() if content is None else Calendar.from_ical(content)


def test_a_rule_without_a_day_is_no_appointment() -> None:
    played = planned()
    played.record(c.MeetingAmended(next_meeting=NextMeeting(text="vierteljährlich")))
    assert calendar_bytes(played.meeting, Wanted()) is None


def test_it_keeps_its_name_and_its_number_grows_when_it_moves() -> None:
    played = planned()
    played.record(c.MeetingAmended(next_meeting=NextMeeting(text="21.4.", day=date(2027, 4, 21))))
    before = calendar(played.meeting, changed=latest_changes(played.all))
    played.record(c.MeetingAmended(next_meeting=NextMeeting(text="28.4.", day=date(2027, 4, 28))))
    after = calendar(played.meeting, changed=latest_changes(played.all))
    (one,), (other,) = events(before), events(after)
    assert one["UID"] == other["UID"]
    assert one["SEQUENCE"] < other["SEQUENCE"]
    assert one["LAST-MODIFIED"].dt < other["LAST-MODIFIED"].dt


# -- action items --------------------------------------------------------------------------------


def acting(**more: Any) -> tuple[Played, str]:
    played = planned()
    item = played.item("Berichte")
    field = played.one(c.FieldAdded(name="Sprache, Bildung"))
    due = Due(text="Ende März", edtf="2027-03", last=date(2027, 3, 31))
    values: dict[str, Any] = {"who": "AG Sprache, VHS", "due": due, "field": field} | more
    return played, played.action("Flyer in fünf Sprachen", item, **values)


def test_an_action_item_is_a_todo_and_a_day() -> None:
    played, _ = acting()
    read = calendar(played.meeting)
    (todo,), (event,) = todos(read), events(read)
    assert todo["SUMMARY"] == "M1 Flyer in fünf Sprachen"
    assert todo["DUE"].dt == date(2027, 3, 31)
    assert todo["DUE"].params["VALUE"] == "DATE"
    assert todo["STATUS"] == "NEEDS-ACTION"
    assert todo["CATEGORIES"].cats == ["Sprache, Bildung"]
    assert todo["DESCRIPTION"] == (
        "Wer: AG Sprache, VHS\nBis wann: Ende März (31.03.2027)\n"
        "Handlungsfeld: Sprache, Bildung\nAus: Netzwerktreffen, 24.11.2026\nTOP 1: Berichte"
    )
    assert event["SUMMARY"] == "Frist: M1 Flyer in fünf Sprachen"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 3, 31), date(2027, 4, 1))
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["RELATED-TO"] == todo["UID"]
    assert event["UID"] != todo["UID"]


@pytest.mark.parametrize("due", [None, Due(text="laufend"), Due(text="x", next_meeting=True)])
def test_without_a_day_there_is_no_due(due: Due | None) -> None:
    played, _ = acting(due=due)
    read = calendar(played.meeting)
    (todo,) = todos(read)
    assert "DUE" not in todo
    assert events(read) == []


def test_a_due_at_the_next_meeting_moves_with_it() -> None:
    played, _ = acting(due=Due(text="nächstes Treffen", next_meeting=True))
    found = []
    for day in (date(2027, 4, 21), date(2027, 5, 12)):
        played.record(c.MeetingAmended(next_meeting=NextMeeting(text="x", day=day)))
        (todo,) = todos(calendar(played.meeting, changed=latest_changes(played.all)))
        assert todo["DUE"].dt == day
        found.append(todo["SEQUENCE"])
    assert found[0] < found[1]


def test_the_number_grows_with_amends_undo_and_a_later_review() -> None:
    played, action = acting()
    found = []

    def look(meeting: Meeting, changed: dict[str, str]) -> str:
        (todo,) = todos(calendar(meeting, ACTIONS, changed=changed))
        found.append(todo["SEQUENCE"])
        return str(todo["UID"])

    first = look(played.meeting, latest_changes(played.all))
    played.record(c.ActionItemAmended(action_item=action, summary="Plakat"))
    look(played.meeting, latest_changes(played.all))
    played.undo()
    look(played.meeting, latest_changes(played.all))
    later = Played(device="bbbb", now=played.now + timedelta(days=40))
    later.record(c.MeetingPlanned(title="3. Treffen", kind="network"))
    later.record(
        c.ActionItemsTabled(action_items=(TabledAction(id=action, number="M-1", summary="Flyer"),))
    )
    assert look(later.meeting, latest_changes(later.all)) == first
    later.record(c.ActionItemReviewed(action_item=action, status="in-process"))
    assert look(later.meeting, {}) == first
    assert found == sorted(set(found))


def tabled(status: str) -> Meeting:
    played = planned()
    due = Due(text="31.3.", last=date(2027, 3, 31))
    action = TabledAction(id="0193b2c4d5e6-00a-7f3e91bc", number="M-1", summary="Flyer", due=due)
    played.record(c.ActionItemsTabled(action_items=(action,)))
    played.record(
        c.ActionItemReviewed(action_item=action.id, status=status, reason="kein Geld")  # type: ignore[arg-type]
    )
    return played.meeting


def test_done_and_dropped_leave_the_calendar() -> None:
    done = calendar(tabled("completed"))
    (todo,), (event,) = todos(done), events(done)
    assert (todo["STATUS"], todo["PERCENT-COMPLETE"]) == ("COMPLETED", 100)
    assert todo["COMPLETED"].dt.date() == date(2026, 10, 14)
    assert event["STATUS"] == "CANCELLED"
    dropped = calendar(tabled("cancelled"))
    assert todos(dropped)[0]["STATUS"] == "CANCELLED"
    assert "kein Geld" in todos(dropped)[0]["DESCRIPTION"]
    played, action = acting()
    played.record(c.ActionItemAmended(action_item=action, status="completed"))
    read = calendar(played.meeting)
    assert (len(todos(read)), events(read)) == (1, []), "it never stood in a calendar"


def test_nobodys_address_is_in_it() -> None:
    played = planned()
    person = played.person("Petra Weiß", email="weiss@rat.example", role="Leiterin")
    played.record(c.OfficerNamed(role="chair", name="Petra Weiß", person=person))
    played.person("Emre Yıldız")
    owner = Owner(name="Petra Weiß", kind="person", id=person)
    played.record(c.ActionItemRecorded(summary="Flyer", owners=(owner, Owner(name="Yıldız"))))
    for kind in ("agenda", "results"):
        content = calendar_bytes(played.meeting, Wanted(kind=kind))  # type: ignore[arg-type]
        assert content is not None
        assert b"weiss@rat" not in content
        assert b"ATTENDEE" not in content
    (todo,) = todos(calendar(played.meeting, Wanted(scope="public")))
    assert todo["DESCRIPTION"].startswith("Wer: Leiterin, Mitglied\n")
    assert "Yıldız" not in todo["DESCRIPTION"]


def test_closed_internal_and_recorded_things_stay_where_they_are() -> None:
    meeting = committee()
    assert [t["SUMMARY"] for t in todos(calendar(meeting, Wanted(scope="public")))] == [
        "M1 Belegungsplan vorlegen"
    ]
    closed = calendar(meeting, Wanted(scope="closed"))
    assert [t["SUMMARY"] for t in todos(closed)] == ["M2 Vertrag unterschreiben"]
    assert todos(closed)[0]["CLASS"] == "PRIVATE"
    assert events(closed) == []
    played = planned()
    for visibility in ("internal", "record"):
        played.action("geheim", "", visibility=visibility)
    assert calendar_bytes(played.meeting, Wanted()) is None


def test_the_workshop_in_english() -> None:
    read = calendar(workshop("en"), Wanted(language="en"))
    assert any(str(event["SUMMARY"]).startswith("Due: M") for event in events(read))
    assert all("Who: " in t["DESCRIPTION"] for t in todos(read) if "Wer" in t["DESCRIPTION"])


# -- any text, any machine -------------------------------------------------------------------------

TEXT = st.text(st.characters(codec=None), max_size=200)


def _safe(text: str) -> bool:
    return all(ord(sign) >= 0x20 or sign == "\n" for sign in text)


@given(TEXT, TEXT, TEXT, TEXT)
def test_any_text_goes_through(title: str, place: str, summary: str, owner: str) -> None:
    played = planned(title=title, place=place)
    played.item(summary)
    played.record(
        c.ActionItemRecorded(
            summary=summary, owners=(Owner(name=owner),), due=Due(text=title, last=date.max)
        )
    )
    for wanted in (AGENDA, Wanted(), Wanted(scope="public")):
        read = calendar(played.meeting, wanted)
        for component in read.walk():
            for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
                assert _safe(str(component.get(name, "")))
        assert len(todos(read)) == (wanted is not AGENDA)
    (event,) = events(calendar(played.meeting, AGENDA))
    for sign in ("é", "ß", "😀"):
        assert (sign in place) == (sign in str(event.get("LOCATION", "")))


def test_no_line_of_a_text_becomes_a_property() -> None:
    hostile = "x\r\nATTENDEE:mailto:a@b.example\nEND:VEVENT\u2028BEGIN:VALARM"
    played = planned(title=hostile, place=hostile)
    played.action(hostile, "", who=hostile)
    for wanted in (AGENDA, Wanted()):
        read = calendar(played.meeting, wanted)
        names = {component.name for component in read.walk()}
        assert names <= {"VCALENDAR", "VEVENT", "VTODO", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
        assert not any("ATTENDEE" in component for component in read.walk())


@pytest.mark.parametrize("make", [committee, workshop])
def test_the_same_bytes_on_every_machine(make: Callable[[], Meeting], tmp_path: Path) -> None:
    here = Path(facilitator.__file__).resolve().parent.parent
    code = (
        "import sys; from cockpit import *; from datetime import date\n"
        "from facilitator.exchange.calendar_file import calendar_bytes\n"
        "from facilitator.minutes.wanted import Wanted\n"
        f"m = {make.__name__}()\n"
        "for w in (Wanted(), Wanted(kind='agenda')):\n"
        "    sys.stdout.buffer.write(calendar_bytes(m, w, issued=date(2026, 10, 20)))\n"
    )
    found = set()
    support = Path(__file__).resolve().parent.parent / "support"
    for zone, locale, seed in (("UTC", "C", "0"), ("Pacific/Auckland", "de_DE.UTF-8", "7")):
        environment = os.environ | {
            "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed,
            "PYTHONPATH": f"{here}{os.pathsep}{support}",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, env=environment, cwd=tmp_path,
            check=True,
        )  # fmt: skip
        found.add(done.stdout)
    meeting = make()
    own = [calendar_bytes(meeting, wanted, issued=ISSUED) for wanted in (Wanted(), AGENDA)]
    found.add(b"".join(each for each in own if each))
    assert len(found) == 1
