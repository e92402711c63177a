"""The two lines at the top of the live screen: the meeting, and the running item against its plan.
Pure functions make them; the widgets redraw only when the text differs."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from facilitator.capture.due import show_day
from facilitator.i18n import current_language, ntr, tr
from facilitator.meeting.agenda import next_item
from facilitator.meeting.model import AgendaItem, Instant, Meeting
from facilitator.meeting.projection import minutes_late, projected_end
from facilitator.meeting.timebox import Timebox, planned_end, timebox
from facilitator.minutes.gaps import count_missing
from screens.widgets.columns import cut

WIDE = 110
"""From here on the panels stand beside the entries."""


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


def head_line(meeting: Meeting, now: Instant, width: int) -> Content:
    """Title, what counts now, state and clock."""
    clock = f"{now.at:%H:%M}"
    sign = "●" if meeting.state == "running" else "○"
    late = minutes_late(meeting, now)
    over = "$text-error" if late is not None and late > 0 else ""
    if width >= WIDE:
        series = f" · {meeting.series_name}" if meeting.series_name else ""
        day = show_day(meeting.day, current_language()) if meeting.day else ""
        left = Content.assemble((cut(meeting.title, 60), "bold"), series)
        right = Content(f"{sign} {_state(meeting)}     {day}   {clock}")
        return Joined(left, right).fit(width)
    parts: list[Content] = []
    if width >= 60:
        if meeting.state == "planned" and meeting.start:
            parts.append(Content(tr("begins {time}", time=meeting.start)))
        if meeting.number_present:
            parts.append(Content(tr("{n} here", n=meeting.number_present)))
        if missing := _missing(meeting, now):
            parts.append(Content.styled(tr("missing {n}", n=missing), "$text-warning"))
        if end := projected_end(meeting, now):
            shift = f" ({late:+d})" if late else ""
            parts.append(Content.styled(tr("end {time}", time=f"{end:%H:%M}") + shift, over))
    right = Content.assemble(Content(" · ").join(parts), "   " if parts else "", f"{sign} {clock}")
    room = max(8, width - right.cell_length - 3)
    return Joined(Content.styled(cut(meeting.title, room), "bold"), right).fit(width)


def _missing(meeting: Meeting, now: Instant) -> int:
    return count_missing(meeting, now) if meeting.state == "running" else 0


def _state(meeting: Meeting) -> str:
    if meeting.state == "running" and meeting.started_at:
        return tr("running since {time}", time=f"{meeting.started_at.at:%H:%M}")
    if meeting.state == "planned":
        return tr("planned for {time}", time=meeting.start) if meeting.start else tr("planned")
    return tr("closed")


def item_line(meeting: Meeting, now: Instant, width: int) -> Content:
    """The running item: its title in full, used of planned, what comes next."""
    item = meeting.running_item
    if item is None:
        return _no_item(meeting, width)
    box = timebox(item, now)
    color = {"calm": "", "warning": "$text-warning", "over": "$text-error"}[box.warmth]
    wide = width >= WIDE
    counts = _counts(box, wide=wide)
    right = _end(meeting, now) if wide else _coming(meeting)
    title = f"{item.number} {item.title}"
    if wide and item.presenter:
        title += f" · {item.presenter}"
    room = width - 2 - cell_len(counts) - 2
    bar_width = 0
    if box.planned_minutes:
        bar_width = next(
            (
                size
                for size in ((30, 20, 10) if wide else (20, 12, 8))
                if cell_len(title) + 3 + size + cell_len(right) <= room
            ),
            0,
        )
    if not bar_width and cell_len(title) + cell_len(right) + 3 > room:
        short = f"{item.number} {item.short_title or item.title}"
        title = short if cell_len(short) + cell_len(right) + 3 <= room else title
        right = right if cell_len(title) + cell_len(right) + 3 <= room else ""
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
    return Joined(left, Content.styled(right, "$foreground 60%")).fit(width)


def _no_item(meeting: Meeting, width: int) -> Content:
    coming = next_item(meeting)
    if meeting.state == "planned":
        text = tr("before the start · F9 starts")
    elif coming is not None:
        text = tr("no item is running · F9 starts the next")
    else:
        text = tr("the agenda is through · F9 leads to the closing round")
    right = f"{coming.number} {coming.short_title or coming.title}" if coming else ""
    room = max(0, width - cell_len(text) - 4)
    return Joined(Content(text), Content.styled(cut(right, room), "$foreground 60%")).fit(width)


def left_words(box: Timebox) -> str:
    """'noch 3', '4 Min drüber', or nothing without a plan."""
    if box.left_minutes is None:
        return ""
    if box.warmth == "over":
        return tr("{n} min over", n=max(1, -box.left_minutes))
    return tr("{n} left", n=box.left_minutes)


def _counts(box: Timebox, *, wide: bool) -> str:
    if not box.planned_minutes:
        return tr("{n} min", n=box.used_minutes)
    used, planned = box.used_minutes, box.planned_minutes
    spent = tr("{used} of {planned} min", used=used, planned=planned)
    return f"{spent if wide else f'{used}/{planned}'} · {left_words(box)}"


def _coming(meeting: Meeting) -> str:
    coming = next_item(meeting)
    return tr("then {item}", item=_short(coming)) if coming else tr("last item")


def _short(item: AgendaItem) -> str:
    return f"{item.number} {cut(item.short_title or item.title, 20)}"


def _end(meeting: Meeting, now: Instant) -> str:
    end, late = projected_end(meeting, now), minutes_late(meeting, now)
    if end is None:
        planned = planned_end(meeting)
        return tr("end planned {time}", time=f"{planned:%H:%M}") if planned else ""
    text = tr("end {time}", time=f"{end:%H:%M}")
    if not late:
        return f"{text} · {tr('on time')}" if late == 0 else text
    if late > 0:
        return f"{text} · " + ntr("{n} min behind the plan", "{n} min behind the plan", late)
    return f"{text} · " + ntr("{n} min before the plan", "{n} min before the plan", -late)
