"""What the library says about series and meetings: pure, from summaries and a given now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Literal

from facilitator.capture.due import show_day
from facilitator.folding import fold
from facilitator.i18n import current_language, ntr, tr
from facilitator.life_words import life_words
from facilitator.meeting.minutes_life import minutes_life
from facilitator.meeting.model import Meeting, Value
from facilitator.register.open_actions import RegisteredAction
from facilitator.workspace import MeetingSummary, SeriesSummary

SOON_DAYS = 14

State = Literal["unreadable", "ready", "planned", "running", "draft", "closed", "approved"]
"""How a meeting stands, as the library tells it apart."""

SIGNS: dict[State, str] = {
    "unreadable": "!",
    "ready": "●",
    "planned": "○",
    "running": "●",
    "draft": "!",
    "closed": "!",
    "approved": "✓",
}


class OpenCounts(Value, frozen=True, kw_only=True):
    """Open action items by when they are due."""

    overdue: int = 0
    soon: int = 0
    """Due within the next 14 days, today included."""
    without_due: int = 0
    later: int = 0

    @property
    def all(self) -> int:
        return self.overdue + self.soon + self.without_due + self.later


def open_counts(actions: Iterable[RegisteredAction], today: date) -> OpenCounts:
    overdue = soon = without_due = later = 0
    for action in actions:
        if not action.is_open:
            continue
        if action.action.due is None:
            without_due += 1
        elif action.last is None or action.last > today + timedelta(days=SOON_DAYS):
            later += 1
        elif action.last < today:
            overdue += 1
        else:
            soon += 1
    return OpenCounts(overdue=overdue, soon=soon, without_due=without_due, later=later)


def next_up(
    summaries: Iterable[SeriesSummary], today: date
) -> tuple[SeriesSummary, MeetingSummary, Meeting] | None:
    """The meeting that runs, else the planned one that comes first, from today on."""
    found: list[tuple[bool, date, str, SeriesSummary, MeetingSummary, Meeting]] = []
    for series in summaries:
        for summary in series.meetings:
            meeting = summary.meeting
            if meeting is None:
                continue
            runs = meeting.state == "running"
            if runs or (meeting.state == "planned" and meeting.day and meeting.day >= today):
                day = meeting.day or today
                found.append((not runs, day, meeting.start, series, summary, meeting))
    if not found:
        return None
    first = min(found, key=lambda each: (each[0], each[1], each[2] or "99", each[4].reference))
    return first[3:]


def in_order(summaries: Iterable[SeriesSummary], today: date) -> tuple[SeriesSummary, ...]:
    """Who meets next stands first; those without a planned meeting follow by name."""

    def place(series: SeriesSummary) -> tuple[date, str]:
        found = next_up((series,), today)
        day = (found[2].day or today) if found else date.max
        return (day, series.series.name.casefold())

    return tuple(sorted(summaries, key=place))


def state_of(summary: MeetingSummary, series: SeriesSummary) -> State:
    meeting = summary.meeting
    if meeting is None:
        return "unreadable"
    if meeting.state == "running":
        return "running"
    if meeting.state == "planned":
        return "ready" if meeting.agenda_items and meeting.people else "planned"
    if meeting.state == "approved" or _was_approved(meeting, series):
        return "approved"
    return "draft" if minutes_life(meeting).state != "none" else "closed"


def state_word(state: State, meeting: Meeting | None) -> str:
    """'bereit', 'Entwurf v2', ...: one or two words."""
    if state == "draft" and meeting is not None:
        return life_words(minutes_life(meeting), brief=True)
    return {
        "unreadable": tr("unreadable"),
        "ready": tr("ready"),
        "planned": tr("planned"),
        "running": tr("running"),
        "draft": tr("draft"),
        "closed": tr("closed"),
        "approved": tr("approved"),
    }[state]


def _was_approved(meeting: Meeting, series: SeriesSummary) -> bool:
    """Whether a later meeting approved its minutes: as the series knows, or, where no program
    recorded approvals yet, by the result of the meeting after it."""
    approvals = series.series.approvals
    known = {each.id for each in meeting.approvals}
    if any(a.minutes_of == meeting.id and not a.is_void and a.id not in known for a in approvals):
        return True
    if meeting.day is None or meeting.approvals:
        return False
    later = [
        other.meeting
        for other in series.meetings
        if other.meeting is not None and other.meeting.day and other.meeting.day > meeting.day
    ]
    if not later:
        return False
    after = min(later, key=lambda each: each.day or date.max)
    if after.state != "closed" or any(each.by_meeting == after.id for each in approvals):
        return False
    return any(
        item.purpose == "approval" and fold(item.result).startswith(("genehmigt", "approved"))
        for item in after.agenda_items
    )


# -- times, for people ------------------------------------------------------------------------


def day_words(day: date | None, today: date, *, weekday: bool = True) -> str:
    """'heute', 'morgen', else the date; no day: 'ohne Termin'."""
    if day is None:
        return tr("no date yet")
    if day == today:
        return tr("today")
    if day == today + timedelta(days=1):
        return tr("tomorrow")
    return show_day(day, current_language(), weekday=weekday)


def when_words(meeting: Meeting, now: datetime) -> str:
    """'heute 16:30 · in 24 Min', 'Di 24.11.2026 16:30 · in 41 Tagen'."""
    if meeting.state == "running" and meeting.started_at is not None:
        return tr("running since {time}", time=f"{meeting.started_at.at:%H:%M}")
    today = now.date()
    said = " ".join(filter(None, (day_words(meeting.day, today), meeting.start)))
    distance = _distance(meeting, now)
    return f"{said} · {distance}" if distance else said


def _distance(meeting: Meeting, now: datetime) -> str:
    if meeting.day is None:
        return ""
    days = (meeting.day - now.date()).days
    if days > 1:
        return ntr("in {n} day", "in {n} days", days)
    try:
        clock = time.fromisoformat(meeting.start)
    except ValueError:
        return ""
    begin = datetime.combine(meeting.day, clock, tzinfo=now.tzinfo)
    minutes = round((begin - now).total_seconds() / 60)
    if minutes < 0:
        late = -minutes
        return tr("{n} min ago", n=late) if late < 60 else ""
    if minutes < 60:
        return tr("in {n} min", n=minutes)
    return tr("in {hours} h {minutes:02} min", hours=minutes // 60, minutes=minutes % 60)
