"""The meeting of the promises: 300 entries, 100 people, 12 items, 941 changes, about 500 kB."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from facilitator.clock import FixedClock
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, Owner
from facilitator.workspace import Workspace

PEOPLE, ORGANIZATIONS, ITEMS, ENTRIES, CHANGES = 100, 30, 12, 300, 941

_FIRST_NAMES = "Jana Uwe Karin Emre Petra Samir Ayşe Björn Chloé Dörte".split()
_LAST_NAMES = "Müller Öztürk Brandt Haddad Weiß Łukasz Schäfer García Nguyễn Groß".split()
_SENTENCE = "Träger melden freie Räume für Sprachkurse bis Monatsende an die Koordination"


def big_meeting(
    folder: Path, *, people: int = PEOPLE, speakers: int = 0
) -> tuple[Workspace, LiveMeeting]:
    """A workspace with this one meeting, running, its last item open; the clock stands still.
    `speakers`: so many are on the speaker list, the first of them speaking."""
    clock = FixedClock(datetime(2026, 10, 14, 16, 30))
    workspace = Workspace(folder, clock=clock, device="aaaa")
    slug = workspace.found_series("Netzwerk Integration", language="de")
    reference = workspace.plan_meeting(slug, "Jahrestreffen", day=date(2026, 10, 14), start="16:30")
    live = workspace.open(reference)
    organizations = live.record(
        *(
            c.OrganizationAdded(name=f"Träger {number} e.\u202fV.")
            for number in range(ORGANIZATIONS)
        )
    )
    persons = live.record(
        *(
            c.PersonAdded(
                name=f"{_FIRST_NAMES[number % 10]} {_LAST_NAMES[number // 10 % 10]}",
                organization=organizations[number % ORGANIZATIONS].id,
                role="Koordination",
                email=f"person{number}@example.org",
            )
            for number in range(people)
        )
    )
    items = live.record(
        *(
            c.AgendaItemAdded(title=f"Sachstand und nächste Schritte {number}", planned_minutes=20)
            for number in range(ITEMS)
        )
    )
    live.record(*(c.AttendanceRecorded(person=person.id, status="present") for person in persons))
    live.record(c.MeetingStarted())
    entries: list[c.Stamped] = []
    for at, item in enumerate(items):
        clock.advance(60)
        live.record(c.ItemStarted(item=item.id))
        for _ in range(at * ENTRIES // ITEMS, (at + 1) * ENTRIES // ITEMS):
            clock.advance(20)
            entries += live.record(_entry(len(entries), item.id, persons))
    _amend(live, entries)
    _ask_to_speak(live, persons[:speakers])
    return workspace, live


def _entry(number: int, item: str, people: tuple[c.Stamped, ...]) -> c.EntryRecorded:
    text = f"{number}: {_SENTENCE}."
    owner = Owner(name=_LAST_NAMES[number % 10], id=people[number % len(people)].id)
    due = Due(text="30.11.2026", edtf="2026-11-30", last=date(2026, 11, 30))
    match number % 6:
        case 0:
            return c.DecisionRecorded(wording=text, item=item, line=f"! {text}")
        case 1:
            return c.ActionItemRecorded(
                summary=text, item=item, owners=(owner,), due=due, line=f"m: {text}"
            )
        case 2:
            return c.QuestionRecorded(text=text, item=item, line=f"? {text}")
        case _:
            return c.NoteRecorded(text=text, item=item, line=text)


def _amend(live: LiveMeeting, entries: list[c.Stamped]) -> None:
    """Mend entries, a few a step, until the meeting has all its changes."""
    so_far = 2 + ORGANIZATIONS + 2 * PEOPLE + 2 * ITEMS + ENTRIES
    mends: list[c.Change] = []
    for number in range(CHANGES - so_far):
        entry = entries[number % ENTRIES]
        text = f"{number}: {_SENTENCE}, mit Dank."
        match entry.change:
            case c.DecisionRecorded():
                mends.append(c.DecisionAmended(decision=entry.id, wording=text))
            case c.ActionItemRecorded():
                mends.append(c.ActionItemAmended(action_item=entry.id, summary=text))
            case c.NoteRecorded():
                mends.append(c.NoteAmended(note=entry.id, text=text))
            case _:
                mends.append(c.VisibilitySet(entry=entry.id, visibility="record"))
    for start in range(0, len(mends), 20):
        live.record(*mends[start : start + 20])


def _ask_to_speak(live: LiveMeeting, people: tuple[c.Stamped, ...]) -> None:
    asked = live.record(
        *(
            c.SpeakerAdded(name=person.change.name, person=person.id)
            for person in people
            if isinstance(person.change, c.PersonAdded)
        )
    )
    if asked:
        live.record(c.MeetingAmended(uses=("speaker_list",)), c.SpeakerCalled(speaker=asked[0].id))
