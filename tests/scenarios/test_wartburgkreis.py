"""The acceptance scenario: second meeting of an integration network, more than 70 people.

From the pasted agenda and the CSV of 74 people through the door, the live screen and the closing
round to the Markdown with all its facts; the meeting after it shows what is open and how overdue.
Names are invented; the course of the meeting is that of a real one in a German district.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from hall import Hall
from kept_meetings import is_kept
from keyboard import press, send, type_text
from wartburgkreis import AGENDA, MEASURES, PEOPLE_CSV, plan_with_keys

from facilitator.clock import FixedClock
from facilitator.folding import words
from facilitator.i18n import use_language
from facilitator.meeting.arrivals import matching_people
from facilitator.meeting.model import Meeting, Person
from facilitator.meeting.review import review_rows
from facilitator.workspace import Workspace
from screens.app import FacilitatorApp
from screens.closing import ClosingScreen
from screens.desk.exported import ExportedDialog
from screens.desk.screen import DeskScreen
from screens.door import DoorScreen
from screens.live import LiveScreen

BEGIN = datetime(2026, 10, 14, 16, 5)


class Entrance(Hall):
    """The hall with a door."""

    async def arrive(self, person: Person) -> None:
        """Check in by the first letters of name and organisation, as few as make it clear."""
        home = self.meeting.organization_name(person)
        for length in range(3, 20):
            parts = [*person.name.split(), *home.replace("/", " ").split()]
            typed = " ".join(part[:length] for part in parts)
            found = matching_people(self.meeting, typed, words)
            if [arrival.person.id for arrival in found] == [person.id]:
                break
        await type_text(self.pilot, typed)
        await press(self.pilot, "enter")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(BEGIN)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: FixedClock) -> Workspace:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return Workspace(tmp_path / "Sitzungen", clock=clock, device="aaaa")


async def test_the_network_meeting_from_the_invitation_to_the_next_meeting(
    workspace: Workspace, clock: FixedClock
) -> None:
    app = FacilitatorApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        live = await plan_with_keys(app, pilot, workspace)
        hall = Entrance(app, pilot, clock)
        hall.live = live
        assert len(live.meeting.people) == 74
        assert [item.number for item in live.meeting.agenda_items][-6:] == [
            "8.1", "8.2", "8.3", "8.4", "8.5", "9",
        ]  # fmt: skip

        late = await check_in_at_the_door(hall)
        await run_the_items(hall, late)
        await close_with_a_round(hall)
        path = await export(hall)
        assert is_kept("wartburgkreis", live)
    check_the_minutes(hall.meeting, path.read_text(encoding="utf-8"))
    check_the_next_meeting(workspace, clock, hall)


async def check_in_at_the_door(hall: Entrance) -> list[Person]:
    """Before the start: all but the excused and four who come late."""
    await press(hall.pilot, "f8")
    assert isinstance(hall.app.screen, DoorScreen)
    expected = [
        person
        for person, state in zip(hall.meeting.people, hall.meeting.attendance, strict=True)
        if state.status == "expected"
    ]
    late = expected[-4:]
    for person in expected[:-4]:
        hall.clock.advance(15)
        await hall.arrive(person)
    await send(hall.pilot, "Ana Ruiz, Diakonie Neu")
    here = {a.person for a in hall.meeting.attendance if a.is_here}
    missing = [person.name for person in expected[:-4] if person.id not in here]
    assert missing == [], "everybody at the door is in"
    assert hall.meeting.number_present == len(expected) - 4 + 1
    await press(hall.pilot, "escape")
    return late


async def run_the_items(hall: Entrance, late: list[Person]) -> None:
    await press(hall.pilot, "f9")  # from Prepare into the live screen
    assert isinstance(hall.app.screen, LiveScreen)
    await press(hall.pilot, "f9")  # the meeting begins
    assert hall.meeting.state == "running"
    assert hall.meeting.running_item is not None
    await hall.line("Das Institut für Kommunalplanung eröffnet.")
    await hall.next_item(5)
    await hall.line("Die Integrationsmanagerinnen begrüßen das Netzwerk.")
    await hall.next_item(4)
    await hall.line("Der Landrat dankt dem Ehrenamt.", "i: Er muss um 17:40 weg.")
    await press(hall.pilot, "f8")
    for person in late:
        await hall.arrive(person)
    await press(hall.pilot, "escape")
    await hall.next_item(8)
    await hall.line("Die neuen Regeln der Einbürgerung werden vorgestellt.", "= zur K")
    await hall.next_item(19)
    await hall.line("Fachkräfteeinwanderung: Verfahren und Wege.", "= zur K")
    await hall.next_item(21)
    await hall.line("Zahlen, Daten, Fakten liegen als Tischvorlage aus.", "= zur K")
    await hall.next_item(9)
    await hall.line("Herausforderungen werden gesammelt.", "s: Dolmetscherpool des Kreises")
    for number in ("8.1", "8.2", "8.3", "8.4", "8.5"):
        await hall.next_item(10)
        running = hall.meeting.running_item
        assert running is not None
        assert running.number == number
        await hall.line(f"Bericht der Gruppe unter {number}.")
        await hall.line(*(line for item, line, *_ in MEASURES if item == number))
    await hall.line("!Die AG Projekte trifft sich künftig vierteljährlich.")
    await hall.next_item(10)
    await hall.line(
        "Ausblick auf das kommende Jahr.",
        "?Wer trägt die Kosten der Befragungen?",
        "termin: 21.04.2027 16:30, Kreishaus",
    )
    hall.wait(5)
    gone = hall.meeting.people[3].name
    await hall.line(f"/weg {gone}")
    await press(hall.pilot, "f9")


async def close_with_a_round(hall: Entrance) -> None:
    assert isinstance(hall.app.screen, ClosingScreen)
    hall.wait(1)
    screen = hall.app.screen
    for _ in range(30):
        gap = screen._chosen()
        if gap is None:
            break
        mended = {"minute_taker": "Zoé Bauer", "owners": "-", "due": "-", "question": "-",
                  "parked_topic": "an die Kreisverwaltung", "result": "zur K",
                  "place": "Großer Saal"}[gap.what]  # fmt: skip
        hall.wait(0.1)
        before = screen._gaps()
        await send(hall.pilot, mended)
        if screen._gaps() == before:  # the first Enter took a half-typed name
            await press(hall.pilot, "enter")
    assert screen._gaps() == ()
    await press(hall.pilot, "f9")
    await hall.pilot.pause()
    assert hall.meeting.state == "closed"


async def export(hall: Entrance) -> Path:
    assert isinstance(hall.app.screen, DeskScreen)
    await type_text(hall.pilot, "a")
    await hall.pilot.pause()
    await press(hall.pilot, "enter")
    for _ in range(200):
        await hall.pilot.pause(0.05)
        if isinstance(hall.app.screen, ExportedDialog):
            break
    await press(hall.pilot, "escape")
    assert hall.meeting.exports, "the version is kept with the meeting"
    folder = hall.app.workspace.minutes_folder(hall.live.reference)
    (path,) = folder.glob("*.md")
    return path


def check_the_minutes(meeting: Meeting, text: str) -> None:
    present = re.search(r"Anwesend: (\d+) Personen", text)
    assert present is not None
    assert int(present[1]) >= 70, "more than 70 people"
    for person in meeting.people:
        state = meeting.attendance_of(person.id)
        assert state is not None
        if state.stays:
            assert person.name in text
            assert meeting.organization_name(person).split("/")[0].strip() in text
    for item in meeting.agenda_items:
        assert f"TOP {item.number}" in text.replace("\\", "")
    for _, _, summary, owner, due in MEASURES:
        rows = [line for line in text.splitlines() if line.startswith("| M-") and summary in line]
        assert len(rows) == 2, f"{summary}: once under its item and once in the list"
        assert all(owner in row and due in row for row in rows)
    assert "> Die AG Projekte trifft sich künftig vierteljährlich." in text
    results = [item.result for item in meeting.agenda_items if item.result]
    assert set(results) == {"zur Kenntnis genommen"}
    assert len(results) >= 3
    assert text.count("zur Kenntnis genommen") >= 3
    assert "Dolmetscherpool des Kreises" in text
    assert "Wer trägt die Kosten der Befragungen?" in text
    assert "21.04.2027" in text
    assert "muss um 17:40 weg" not in text, "internal stays in the room"
    assert "@" not in text, "contact data never leaves"
    assert "Zeitübersicht" in text


def check_the_next_meeting(workspace: Workspace, clock: FixedClock, hall: Entrance) -> None:
    slug = hall.live.reference.partition("/")[0]
    clock.advance(189 * 24 * 3600)
    third = workspace.open(workspace.plan_meeting(slug, "3. Treffen", day=date(2027, 4, 21)))
    rows = review_rows(third.open_actions(), (), third.today)
    assert len(rows) == len(MEASURES)
    by_summary = {row.action.summary: row for row in rows}
    overdue = by_summary["Befragung der Unternehmen"]
    assert (overdue.section, overdue.days_overdue) == ("overdue", 21)
    assert by_summary["Bericht über Fachtage"].section == "due_today"
    assert by_summary["Ehrenamtsstruktur ausbauen"].section == "without_due"
    assert by_summary["Stärkere Präsenz auf Jobmessen"].section == "later"


def test_the_agenda_and_the_list_are_those_of_the_scenario() -> None:
    assert AGENDA.count("\n") >= 13
    assert PEOPLE_CSV.exists()
