"""A meeting of one of the scenarios, planned, its people here, to be held through the keys."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from stage import Shown, Stage

from facilitator.clock import FixedClock
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import MeetingKind
from facilitator.minutes.markdown import markdown
from facilitator.workspace import Workspace
from screens.app import FacilitatorApp
from screens.review import ReviewScreen


def plan(
    folder: Path,
    *,
    series: str,
    title: str,
    day: date,
    kind: MeetingKind,
    agenda: tuple[tuple[str, int], ...],
    people: tuple[tuple[str, str], ...],
    groups: tuple[tuple[str, str], ...] = (),
    place: str = "Rathaus",
    remote: bool = False,
) -> Stage:
    """`people`: name and organisation; `groups`: name and the one who speaks for it. German."""
    clock = FixedClock(
        datetime(day.year, day.month, day.day, 16, tzinfo=timezone(timedelta(hours=1)))
    )
    workspace = Workspace(folder, clock=clock, device="aaaa")
    slug = workspace.found_series(series, language="de", kind=kind)
    live = workspace.open(
        workspace.plan_meeting(slug, title, day=day, start="16:00", place=place, kind=kind)
    )
    names = tuple(dict.fromkeys(organization for _, organization in people))
    live.record(
        *(c.OrganizationAdded(name=name) for name in names),
        *(c.PersonAdded(name=name, organization=f"^{names.index(org)}") for name, org in people),
    )
    known = {person.name: person.id for person in live.meeting.people}
    live.record(
        *(c.GroupAdded(name=n, members=(known[s],), speakers=(known[s],)) for n, s in groups),
        *(c.AgendaItemAdded(title=title, planned_minutes=minutes) for title, minutes in agenda),
        *(c.AttendanceRecorded(person=p, status="present", remote=remote) for p in known.values()),
        c.MeetingAmended(end="18:00"),
    )
    items = tuple(item.id for item in live.meeting.agenda_items)
    return Stage(workspace, clock, live, items, tuple(known.values()))


async def next_item(stage: Stage, live: Shown, minutes: int = 5) -> None:
    """F9, after so many minutes."""
    stage.clock.advance(60 * minutes)
    await live.press("f9")


async def held(stage: Stage, live: Shown) -> None:
    """Everything was said: close, and the numbers are given."""
    stage.clock.advance(300)
    stage.live.close()
    await live.pilot.pause()


def minutes_of(stage: Stage) -> str:
    """As they are sent, without the escapes of Markdown."""
    return markdown(stage.meeting).replace("\\", "")


def meeting_after(stage: Stage, day: date) -> LiveMeeting:
    slug = stage.live.reference.partition("/")[0]
    return stage.workspace.open(stage.workspace.plan_meeting(slug, "Nächstes Treffen", day=day))


async def review_of(stage: Stage, live: LiveMeeting) -> list[str]:
    """The lines of the review of open action items at the start of a meeting, at 120 columns."""
    app = FacilitatorApp(stage.workspace, theme="dark")
    async with app.run_test(size=(120, 36)) as pilot:
        await app.push_screen(ReviewScreen(live))
        await pilot.pause()
        await pilot.pause()
        return [strip.text for strip in app.screen._compositor.render_strips()]
