"""The demo: an invented district and what its bodies decided, built through the same doors as a
real meeting (workspace, capture, live meeting) on a clock that plays the past half year.

`data/demo/<language>/demo.toml` says what happened when; the records are lines with the time in
front, read by the capture grammar. Dates follow from today: `{d-44}` is the day 44 days ago,
`{e+90}` the end of the month in 90 days, `{s+170}` the season then; in an agenda `{t+20}` is 20
minutes after the start. Lines that begin with `@` are what a screen would do: who is there, quorum,
votes, reading back, cards, rounds, review.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from facilitator.capture import Context, read
from facilitator.clock import Clock, FixedClock
from facilitator.demo.steps import export_minutes, follow_up, screen_step
from facilitator.exchange.agenda_text import read_agenda
from facilitator.exchange.people_csv import read_people
from facilitator.exchange.people_list import PeopleList
from facilitator.files import shipped
from facilitator.i18n import tr
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.planning import agenda_changes, people_changes, standing_items
from facilitator.workspace import Workspace

Rows = list[dict[str, Any]]

LENGTH = timedelta(hours=3, minutes=30)
"""Of the meeting that is about to begin: it should end before midnight."""


def build_demo(root: Path, *, language: str, clock: Clock, device: str) -> Workspace:
    """Fill the empty folder `root`. Raises FacilitatorError if it cannot be written."""
    return _Demo(root, language, clock, device).build()


class _Demo:
    def __init__(self, root: Path, language: str, clock: Clock, device: str) -> None:
        self._language = language
        self._folder = shipped("demo", language)
        self._now = clock.now().at
        self._today = self._now.date()
        self._clock = FixedClock(self._now)
        self._workspace = Workspace(root, clock=self._clock, device=device)
        self._root, self._real, self._device = root, clock, device
        plan = tomllib.loads(self._text("demo.toml"))
        self._series: Rows = plan["series"]
        self._past: Rows = sorted(
            plan["meeting"] + plan["follow_up"], key=lambda row: int(row["day"])
        )
        people = self._folder / plan["people"]
        self._people = read_people(people.read_bytes(), people.name)

    def build(self) -> Workspace:
        first_day = self._day(self._past[0]) - timedelta(days=7)
        self._clock.set_wall(self._at(first_day, "09:00"))
        for series in self._series:
            self._workspace.found_series(
                series["name"], language=self._language, kind=series["kind"]
            )
        for row in self._past:
            if "action" in row:
                self._clock.set_wall(self._at(self._day(row), "11:00"))
                follow_up(self._workspace, row)
            else:
                self._meeting(row)
        return Workspace(self._root, clock=self._real, device=self._device)

    def _meeting(self, row: Mapping[str, Any]) -> None:
        """Plan one meeting a week ahead, and play it if it is past."""
        day, start = self._day(row), row.get("start", "")
        if start == "soon":
            day, start = self._soon()
        planned = min(self._at(day, "10:00") - timedelta(days=8), self._now)
        self._clock.set_wall(planned)
        slug = self._workspace.found_series(row["series"], language=self._language)
        reference = self._workspace.plan_meeting(
            slug,
            row["title"],
            day=day,
            start=start,
            hard_end=_later(start, row["hard_end"]) if "hard_end" in row else "",
            place=row.get("place", ""),
        )
        live = self._workspace.open(reference)
        if "ordinal" in row:
            live.record(c.MeetingAmended(ordinal=row["ordinal"]))
        if "legal_number" in row:
            live.record(c.MeetingAmended(legal_number=row["legal_number"]))
        live.record(*people_changes(self._invited(row), live.meeting))
        self._put_agenda(live, row, start)
        if "record" not in row:
            return
        self._clock.set_wall(self._at(day, start))
        self._play(live, row, day)
        live.close()
        if row.get("export"):
            self._clock.set_wall(self._at(day + timedelta(days=2), "10:00"))
            export_minutes(self._workspace, live)

    def _put_agenda(self, live: LiveMeeting, row: Mapping[str, Any], start: str) -> None:
        meeting = live.meeting
        summary = self._workspace.summary(live.reference.partition("/")[0])
        standing = standing_items(
            meeting.kind,
            has_open_actions=bool(live.open_actions()) and "record" in row,
            has_earlier_meeting=len(summary.meetings) > 1,
            language=meeting.language,
        )
        text = self._text(row["agenda"]) if "agenda" in row else ""
        lines = read_agenda(re.sub(r"\{t\+(\d+)\}", lambda at: _later(start, int(at[1])), text))
        live.record(*agenda_changes(lines, meeting, standing=standing))

    def _play(self, live: LiveMeeting, row: Mapping[str, Any], day: date) -> None:
        """The lines of the record, each at its time."""
        for hhmm, line in self._lines(row["record"]):
            self._pass_until(self._at(day, hhmm))
            meeting = live.meeting
            if meeting.state == "planned":
                live.record(c.MeetingStarted())
            if line.startswith("@"):
                live.record(*screen_step(line, live))
                continue
            running = live.meeting.running_item
            reading = read(
                line,
                Context(
                    meeting=live.meeting,
                    today=day,
                    language="de" if self._language == "de" else "en",
                    item=running.id if running else "",
                    now_hhmm=hhmm,
                ),
            )
            assert reading.changes, f"{row['record']}: {line}"
            assert not reading.problem, f"{row['record']}: {line}: {reading.problem}"
            live.record(*reading.changes)
        self._clock.advance(120)

    def _pass_until(self, moment: datetime) -> None:
        """Time that really passes: the steady clock, which items are timed by, moves too."""
        seconds = (moment - self._clock.now().at).total_seconds()
        if seconds > 0:
            self._clock.advance(seconds)

    def _lines(self, name: str) -> Iterator[tuple[str, str]]:
        for line in self._text(name).splitlines():
            hhmm, _, rest = line.partition(" ")
            if rest:
                yield hhmm, self._dated(rest)

    def _invited(self, row: Mapping[str, Any]) -> PeopleList:
        """`people`: how many of the list, the last names of some, or those of a working group."""
        wanted = row.get("people", [])
        everyone = self._people.people
        if isinstance(wanted, int):
            return PeopleList(people=everyone[:wanted])
        if isinstance(wanted, str):
            return PeopleList(people=tuple(p for p in everyone if wanted in p.groups))
        return PeopleList(people=tuple(p for p in everyone if p.name.split()[-1] in wanted))

    # -- time ---------------------------------------------------------------------------------

    def _day(self, row: Mapping[str, Any]) -> date:
        """Nobody meets on a Saturday or Sunday, except where it is to be today."""
        day = self._today + timedelta(days=row["day"])
        return day if row["day"] == 0 else _weekday(day)

    def _soon(self) -> tuple[date, str]:
        """In about half an hour; tomorrow if that would run past midnight."""
        begin = self._now.replace(second=0, microsecond=0) + timedelta(minutes=50)
        begin -= timedelta(minutes=begin.minute % 30)
        if (begin + LENGTH).date() > self._today or begin.hour < 7:
            return self._today + timedelta(days=1), "16:30"
        return begin.date(), f"{begin:%H:%M}"

    def _at(self, day: date, hhmm: str) -> datetime:
        """Local time; never later than now."""
        moment = datetime.combine(day, time.fromisoformat(hhmm)).astimezone()
        return min(moment, self._now)

    def _text(self, name: str) -> str:
        return (self._folder / name).read_text(encoding="utf-8")

    def _dated(self, line: str) -> str:
        return re.sub(r"\{([des])([+-]\d+)\}", self._phrase, line)

    def _phrase(self, found: re.Match[str]) -> str:
        day = self._today + timedelta(days=int(found[2]))
        is_german = self._language == "de"
        if found[1] == "d":
            return (
                f"{day:%d.%m.%Y}" if is_german else f"{day.day} {_MONTHS[1][day.month]} {day.year}"
            )
        if found[1] == "e":
            month = _MONTHS[0 if is_german else 1][day.month]
            return f"{'Ende' if is_german else 'end of'} {month} {day.year}"
        season = _SEASONS[0 if is_german else 1][(day.month % 12) // 3]
        return f"{season} {day.year}"


_MONTHS = (
    "- Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "- January February March April May June July August September October November "
    "December".split(),
)
_SEASONS = ("Winter Frühjahr Sommer Herbst".split(), "winter spring summer autumn".split())


def _later(hhmm: str, minutes: int) -> str:
    """The time so many minutes after "HH:MM"."""
    begin = datetime.combine(date.min, time.fromisoformat(hhmm))
    return f"{begin + timedelta(minutes=minutes):%H:%M}"


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def welcome(workspace: Workspace) -> str:
    """What to try first, for the person."""
    return tr(
        "The demo is in {folder}: an invented district, nobody real. Try the meeting that is about "
        "to begin: open it, F9 starts it, then just type.",
        folder=workspace.root,
    )
