"""The two lines at the top of the live screen: the meeting, and the running item against its plan.
Pure functions make them; the widgets redraw only when the text differs."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from facilitator.as_listed import presenter_of
from facilitator.capture.due import show_day
from facilitator.i18n import current_language, tr
from facilitator.meeting.agenda import is_public, next_item
from facilitator.meeting.breaks import BreakTime, running_break
from facilitator.meeting.meeting_time import MeetingTime, meeting_time
from facilitator.meeting.model import AgendaItem, Instant, Meeting
from facilitator.meeting.timebox import timebox
from facilitator.minutes.gaps import count_missing
from screens.widgets.columns import cut
from screens.widgets.time_words import (
    WARMTH,
    break_left,
    break_until,
    end_words,
    short_end,
    spent_words,
)

WIDE = 110
"""From here on the panels stand beside the entries."""
ROOMY = 160
"""From here on there is room for longer bars and more columns."""
REPLAN = "^T"
"""The key that helps when the time does not suffice, as the footer prints keys."""
LEAST_TITLE = 16
"""Cells that the title keeps, its margins among them; the end and the clock are worth more."""
_QUIET = "$foreground 60%"


class Line(Widget):
    """One line that is redrawn only when it differs."""

    DEFAULT_CSS = "Line { height: 1; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.content = Content("")

    def show(self, content: Content) -> None:
        if content.markup != self.content.markup:
            self.content = content
            self.refresh()

    def render(self) -> Content:
        return self.content


@dataclass(frozen=True, slots=True)
class Joined:
    """Left and right part of one line in `width` cells; the left one gives way."""

    left: Content
    right: Content

    def fit(self, width: int) -> Content:
        room = width - 2 - self.right.cell_length
        left = self.left
        if left.cell_length > room - 1:
            left = left.truncate(max(0, room - 2), ellipsis=True)
        gap = max(1, room - left.cell_length)
        return Content.assemble(" ", left, " " * gap, self.right, " ")


def head_line(
    meeting: Meeting, now: Instant, width: int, time: MeetingTime | None = None
) -> Content:
    """Title, what counts now, state and clock. `time`: that of `now`, if it is known already."""
    time = time or meeting_time(meeting, now)
    clock = f"{now.at:%H:%M}"
    sign = "●" if meeting.state == "running" else "○"
    pause = running_break(meeting, now)
    paused = break_until(_running_title(meeting), pause) if pause else ""
    if width >= WIDE:
        series = f" · {meeting.series_name}" if meeting.series_name else ""
        day = show_day(meeting.day, current_language()) if meeting.day else ""
        left = Content.assemble((cut(meeting.title, 60), "bold"), series)
        right = Content(f"{sign} {paused or _state(meeting)}     {day}   {clock}")
        return Joined(left, right).fit(width)
    parts: list[Content] = []
    if width >= 60:
        if meeting.state == "planned" and meeting.start:
            parts.append(Content(tr("begins {time}", time=meeting.start)))
        if meeting.number_present:
            parts.append(Content(tr("{n} here", n=meeting.number_present)))
        if paused:
            parts.append(Content(cut(paused, 22)))
        elif missing := _missing(meeting, now):
            parts.append(Content.styled(tr("missing {n}", n=missing), "$text-warning"))
        if end := short_end(time):
            parts.append(Content.styled(end, "$text-error" if time.too_long else ""))
    right = _beside_clock(parts, f"{sign} {clock}")
    while len(parts) > 1 and right.cell_length > width - LEAST_TITLE:
        parts.pop(0)
        right = _beside_clock(parts, f"{sign} {clock}")
    spare = width - cell_len(meeting.title) - right.cell_length - 4
    if parts and time.too_long and spare >= len(REPLAN):
        parts[-1] = Content.assemble(parts[-1], (f" {REPLAN}", _QUIET))
        right = _beside_clock(parts, f"{sign} {clock}")
    room = max(8, width - right.cell_length - 3)
    return Joined(Content.styled(cut(meeting.title, room), "bold"), right).fit(width)


def _beside_clock(parts: list[Content], clock: str) -> Content:
    return Content.assemble(Content(" · ").join(parts), "   " if parts else "", clock)


def _missing(meeting: Meeting, now: Instant) -> int:
    return count_missing(meeting, now) if meeting.state == "running" else 0


def _running_title(meeting: Meeting) -> str:
    item = meeting.running_item
    return (item.short_title or item.title) if item else ""


def _state(meeting: Meeting) -> str:
    if meeting.state == "running" and meeting.started_at:
        return tr("running since {time}", time=f"{meeting.started_at.at:%H:%M}")
    if meeting.state == "planned":
        return tr("planned for {time}", time=meeting.start) if meeting.start else tr("planned")
    return tr("closed")


def item_line(
    meeting: Meeting, now: Instant, width: int, time: MeetingTime | None = None
) -> Content:
    """The running item: its title in full, used of planned, what comes next. `time`: that of
    `now`, if it is known already."""
    time = time or meeting_time(meeting, now)
    item = meeting.running_item
    if item is None:
        return _no_item(meeting, time, width)
    if (pause := running_break(meeting, now)) is not None:
        return _break(meeting, item, pause, time, width)
    box = timebox(item, now)
    color = WARMTH[box.warmth]
    wide = width >= WIDE
    counts = spent_words(box, wide=wide)
    right = end_words(time) if wide else _coming(meeting, time)
    closed = "" if is_public(meeting, item) else f" · {tr('not public')}"
    title = f"{item.number} {item.title}{closed}".strip()
    if wide and item.presenter:
        title += f" · {presenter_of(meeting, item)}"
    room = width - 2 - cell_len(counts) - 2
    bar_width = 0
    if box.planned_minutes:
        bar_width = next(
            (
                size
                for size in ((60, 45, 30, 20, 10) if wide else (20, 12, 8))
                if cell_len(title) + 3 + size + cell_len(right) <= room
                and (size <= 30 or width >= ROOMY)
            ),
            0,
        )
    if not bar_width and cell_len(title) + cell_len(right) + 3 > room:
        short = f"{item.number} {item.short_title or item.title}{closed}".strip()
        title = short if cell_len(short) + cell_len(right) + 3 <= room else title
        right = right if cell_len(title) + cell_len(right) + 3 <= room else ""
        if closed:  # the word stays whatever is cut
            title = cut(title.removesuffix(closed), room - 1 - cell_len(closed)) + closed
        title = cut(title, room - 1)
    full = round(box.share * bar_width)
    left = Content.assemble(
        (title, "bold"),
        "  " + (" " if wide else ""),
        ("█" * full, color or "$primary"),
        ("░" * (bar_width - full), "$foreground 60%"),
        " " + (" " if wide else "") if bar_width else "",
        (counts, color),
    )
    is_late = wide and time.too_long > 0
    return Joined(left, Content.styled(right, "$text-error" if is_late else _QUIET)).fit(width)


def _break(
    meeting: Meeting, item: AgendaItem, pause: BreakTime, time: MeetingTime, width: int
) -> Content:
    """'Pause bis 18:05 · noch 7 Min', amber when it is over: nobody is to blame."""
    color = "$text-warning" if pause.is_over else ""
    left = Content.assemble(
        (break_until(item.short_title or item.title, pause), "bold"),
        " · " if pause.end else "",
        (break_left(pause), color),
    )
    coming = _coming(meeting, time)
    right = f"{coming}   {end_words(time)}" if width >= WIDE else coming
    return Joined(left, Content.styled(right, _QUIET)).fit(width)


def _no_item(meeting: Meeting, time: MeetingTime, width: int) -> Content:
    coming = next_item(meeting)
    if meeting.state == "planned":
        text = tr("before the start · F9 starts")
    elif coming is not None:
        text = tr("no item is running · F9 starts the next")
    else:
        text = tr("the agenda is through · F9 leads to the closing round")
    right = f"{coming.number} {coming.short_title or coming.title}".strip() if coming else ""
    if width >= WIDE and time.end is not None:
        right = f"{right}   {end_words(time)}"
    room = max(0, width - cell_len(text) - 4)
    return Joined(Content(text), Content.styled(cut(right, room), _QUIET)).fit(width)


def _coming(meeting: Meeting, time: MeetingTime) -> str:
    """'dann 8.3 Beratung', with its time where that is fixed: 'dann 3 Landrätin 16:40 (+5)'."""
    coming = next_item(meeting)
    if coming is None:
        return tr("last item")
    name = f"{coming.number} {cut(coming.short_title or coming.title, 20)}".strip()
    if coming.fixed_start and coming.state == "open":
        slot = time.projection.slot(coming.id) if time.projection else None
        late = int(slot.late // 60) if slot else 0
        name += f" {coming.fixed_start}" + (f" (+{late})" if late else "")
    if coming.state == "interrupted":
        return tr("then on with {item}", item=name)
    return tr("then {item}", item=name)
