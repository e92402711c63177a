"""A running meeting like the one of the pictures, on a clock that stands still, and keys typed
faster than `Pilot.press` can."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from textual.events import Key
from textual.pilot import Pilot

from facilitator.clock import FixedClock
from facilitator.drafts import Draft
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import Due, Entry, Meeting, Owner, Vote
from facilitator.workspace import Workspace
from screens.app import FacilitatorApp
from screens.live import LiveScreen

PEOPLE = (
    ("Marta Nowak", "Caritas"),
    ("Norbert Novak", "Jobcenter"),
    ("Samir Haddad", "IHK"),
    ("Petra Brandt", "Wirtschaftsförderung"),
)
AGENDA = (
    ("Eröffnung", 5, ""),
    ("Berichte der Arbeitsgruppen", None, ""),
    ("Bericht der AG Sprache", 15, "1"),
    ("Bericht der AG Arbeit", 15, "1"),
    ("Beratung", 15, "1"),
    ("Ausblick", 10, ""),
)


@dataclass
class Stage:
    """`live` is planned until `start`; `items` are the ids of the agenda, in its order."""

    workspace: Workspace
    clock: FixedClock
    live: LiveMeeting
    items: tuple[str, ...]
    people: tuple[str, ...]

    @property
    def meeting(self) -> Meeting:
        return self.live.meeting

    def on_disk(self) -> Meeting:
        """The meeting as another program reads it."""
        return self.workspace.open(self.live.reference).meeting

    def start(self, place: int = 0) -> None:
        self.live.record(c.MeetingStarted(), c.ItemStarted(item=self.items[place]))
        self.clock.advance(60)

    def texts(self) -> list[str]:
        return [entry.text for entry in self.meeting.entries]

    def last(self) -> Entry:
        return self.meeting.entries[-1]


@dataclass
class Shown:
    """The live screen in a running app."""

    app: FacilitatorApp
    pilot: Pilot[int]
    screen: LiveScreen

    @property
    def typed(self) -> str:
        return self.screen.bar.text

    async def type(self, text: str) -> None:
        """Post the characters as keys, 2 ms each."""
        for character in text:
            self.app.post_message(Key(_name(character), character))
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Keys without a character, posted like those of a terminal."""
        for key in keys:
            self.app.post_message(Key(key, None))
        await self.pilot.pause()

    async def say(self, text: str) -> None:
        await self.type(text)
        await self.press("enter")

    def words(self) -> str:
        """All that stands on the screen, line by line."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in lines)

    def draft(self) -> Draft:
        return self.app.draft_file(self.screen.live).read()


def _name(character: str) -> str:
    return {" ": "space", "\n": "enter"}.get(character, character)


def build_stage(folder: Path, **plan: Any) -> Stage:
    zone = timezone(timedelta(hours=2))
    clock = FixedClock(datetime(2026, 10, 14, 18, 0, tzinfo=zone))
    workspace = Workspace(folder, clock=clock, device="aaaa")
    slug = workspace.found_series("Netzwerk Integration Kreis Lindenau", language="de")
    plan = {"day": date(2026, 10, 14), "start": "18:00"} | plan
    live = workspace.open(workspace.plan_meeting(slug, "2. Netzwerktreffen", **plan))
    changes: list[c.Change] = [c.OrganizationAdded(name=name) for _, name in PEOPLE]
    changes += [
        c.PersonAdded(name=name, organization=f"^{at}") for at, (name, _) in enumerate(PEOPLE)
    ]
    live.record(*changes, c.MeetingAmended(end="19:30"))
    items: list[str] = []
    for title, minutes, parent in AGENDA:
        above = items[int(parent)] if parent else ""
        added = c.AgendaItemAdded(title=title, planned_minutes=minutes, parent=above)
        items.append(live.record(added)[0].id)
    people = tuple(person.id for person in live.meeting.people)
    live.record(*(c.AttendanceRecorded(person=p, status="present") for p in people))
    return Stage(workspace, clock, live, tuple(items), people)


def play(stage: Stage) -> None:
    """What happened until 18:52 in the pictures."""
    stage.start(0)
    stage.clock.advance(300)
    stage.live.record(c.ItemStarted(item=stage.items[2]))
    stage.clock.advance(840)
    item = stage.items[3]
    stage.live.record(c.ItemStarted(item=item))
    haddad = Owner(name="Samir Haddad", kind="person", id=stage.people[2])
    due = Due(text="Frühjahr 2027", edtf="2027-21", last=date(2027, 5, 31))
    steps: tuple[tuple[c.Change, ...], ...] = (
        (
            c.NoteRecorded(
                item=item,
                text="Die AG hat sich seit Mai zweimal getroffen, 14 Mitglieder, neu dabei "
                "die Handwerkskammer.",
            ),
        ),
        (
            c.NoteRecorded(
                item=item, text="Haddad will die Sprecherrolle abgeben.", visibility="internal"
            ),
        ),
        (
            c.ActionItemRecorded(
                item=item, summary="Stärkere Präsenz auf Jobmessen", owners=(haddad,), due=due
            ),
        ),
        (c.QuestionRecorded(item=item, text="Wer trägt die Kosten der Befragung?"),),
        (
            c.DecisionRecorded(
                item=item, wording="Die AG Arbeit wird um die Handwerkskammer erweitert."
            ),
            c.DecisionAmended(decision="^0", vote=Vote(method="Konsens")),
        ),
        (c.ActionItemRecorded(item=item, summary="Fachtag zur Anerkennung von Abschlüssen"),),
    )
    for step in steps:
        stage.clock.advance(110)
        stage.live.record(*step)
    stage.clock.advance(60)


@asynccontextmanager
async def shown(stage: Stage, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Shown]:
    """The live screen of the stage's meeting, in a headless terminal of this size."""
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=size) as pilot:
        app.go_live(stage.live)
        await pilot.pause()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, LiveScreen)
        yield Shown(app, pilot, screen)
