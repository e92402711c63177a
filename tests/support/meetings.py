"""A workspace with a closed first meeting and a planned second, on a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from facilitator.clock import FixedClock
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, Owner
from facilitator.workspace import Workspace
from screens.app import FacilitatorApp

PEOPLE = (
    ("Jana Müller", "Caritas"),
    ("Uwe Müller", "Jobcenter"),
    ("Karin Müller-Lund", "Jobcenter"),
    ("Emre Öztürk", "Integrationsbeirat"),
    ("Petra Brandt", "Wirtschaftsförderung"),
    ("Samir Haddad", "IHK"),
)


@dataclass
class Two:
    """`first` is closed and left three action items; `second` is planned for today 16:30."""

    workspace: Workspace
    clock: FixedClock
    slug: str
    first: LiveMeeting
    second: LiveMeeting
    items: tuple[str, ...]

    def start(self) -> None:
        """Start the second meeting with its first item."""
        self.second.record(c.MeetingStarted(), c.ItemStarted(item=self.items[0]))


def two_meetings(folder: Path) -> Two:
    clock = FixedClock(datetime(2026, 4, 22, 16, 0))
    workspace = Workspace(folder, clock=clock, device="aaaa")
    slug = workspace.found_series("Netzwerk Integration", language="de")
    first = workspace.open(workspace.plan_meeting(slug, "1. Treffen", day=date(2026, 4, 22)))
    (item,) = first.record(c.AgendaItemAdded(title="Wohnen", planned_minutes=20))
    first.record(c.MeetingStarted(), c.ItemStarted(item=item.id))
    for summary, owner, last in (
        ("Dolmetscherpool aufbauen", "AG Sprache", date(2026, 8, 31)),
        ("Wohnraumbörse prüfen [/x]", "Amt 50", date(2026, 9, 30)),
        ("Handbuch für Ehrenamtliche", "VHS", date(2026, 12, 31)),
    ):
        due = Due(text=f"{last:%d.%m.%Y}", edtf=last.isoformat(), last=last)
        first.record(
            c.ActionItemRecorded(
                summary=summary, item=item.id, owners=(Owner(name=owner),), due=due
            )
        )
    first.close()
    clock.advance(175 * 24 * 3600 + 600)
    reference = workspace.plan_meeting(
        slug, "2. Netzwerktreffen", day=date(2026, 10, 14), start="16:30"
    )
    second = workspace.open(reference)
    organizations = sorted({organization for _, organization in PEOPLE})
    changes: list[c.Change] = [c.OrganizationAdded(name=name) for name in organizations]
    changes += [
        c.PersonAdded(name=name, organization=f"^{organizations.index(organization)}")
        for name, organization in PEOPLE
    ]
    second.record(*changes)
    items = [
        second.record(c.AgendaItemAdded(title=title, planned_minutes=minutes))[0].id
        for title, minutes in (("Eröffnung", 5), ("Zahlen", 10), ("Berichte", 20))
    ]
    return Two(workspace, clock, slug, first, second, tuple(items))


def app_on(two: Two) -> FacilitatorApp:
    return FacilitatorApp(two.workspace, theme="dark")


Make = Callable[[], Two]
