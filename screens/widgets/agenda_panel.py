"""The agenda at the left of a wide screen: used and planned minutes, and when it will all end."""

from __future__ import annotations

from datetime import datetime

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from facilitator.i18n import tr
from facilitator.meeting.agenda import is_heading, is_public
from facilitator.meeting.meeting_time import MeetingTime, meeting_time
from facilitator.meeting.model import AgendaItem, Instant, ItemState, Meeting
from facilitator.meeting.projection import Slot
from facilitator.meeting.timebox import timebox
from screens.widgets.columns import padded
from screens.widgets.panel import Panel
from screens.widgets.time_words import WARMTH

SIGNS: dict[ItemState, str] = {
    "done": "✓",
    "running": "▸",
    "interrupted": "▹",
    "skipped": "–",
    "deferred": "›",
    "open": " ",
}
WITH_TIMES = 38
"""From here on the panel has a column for the time at which each item begins."""
_QUIET = "$foreground 60%"


class AgendaPanel(Panel):
    DEFAULT_CSS = "AgendaPanel { width: 28; border-right: solid $panel-lighten-2; }"


def agenda_lines(
    meeting: Meeting, now: Instant, width: int, height: int, time: MeetingTime | None = None
) -> list[Content]:
    """As many items as fit, the running one among them; the ends at the bottom. `time`: that of
    `now`, if it is known already."""
    time = time or meeting_time(meeting, now)
    ends = _ends(time, width)
    if height < 12:
        ends = ends[-1:] if time.too_long else []
    plan = tr("used/plan")
    title = padded(tr("AGENDA"), width - 1 - cell_len(plan))
    heading = Content.assemble((f" {title}", f"bold {_QUIET}"), (plan, _QUIET))
    room = max(1, height - 1 - (len(ends) + 1 if ends else 0))
    shown = _in_sight(meeting, room)
    items = [_line(meeting, item, now, width, time) for item in shown]
    gap = [Content("")] * (room - len(items) + 1) if ends else []
    return [heading, *items, *gap, *ends][: max(0, height)]


def _in_sight(meeting: Meeting, room: int) -> tuple[AgendaItem, ...]:
    """What fits, with the running item (or where the meeting stands) a third from the top."""
    items = meeting.agenda_items
    if len(items) <= room:
        return items
    here = [at for at, item in enumerate(items) if item.state == "running"]
    begun = [at for at, item in enumerate(items) if item.intervals]
    place = here[0] if here else (begun[-1] if begun else 0)
    first = min(max(0, place - room // 3), len(items) - room)
    return items[first : first + room]


def _line(
    meeting: Meeting, item: AgendaItem, now: Instant, width: int, time: MeetingTime
) -> Content:
    slot = time.projection.slot(item.id) if time.projection else None
    minutes = _minutes(meeting, item, now, slot)
    late = int(slot.late // 60) if slot and item.state == "open" else 0
    if width >= WITH_TIMES:
        began = f"{start:%H:%M}" if (start := _start(meeting, item, slot)) else ""
        fixed = "!" if item.fixed_start and item.state == "open" else " "
        right = f"{began:>5}{f'+{late}' if late else fixed:<4}{minutes:>6}"
    elif item.fixed_start and item.state == "open":
        right = f"{item.fixed_start}{f'+{late}' if late else ''}  {minutes}"
    else:
        right = minutes
    number = item.number or "·"
    lead = f" {SIGNS[item.state]} {number:<3} "
    title = item.short_title or item.title
    if item.state == "running":
        title = title.upper()
    if not is_public(meeting, item):
        title = f"{tr('closed:')} {title}"
    room = max(1, width - cell_len(lead) - cell_len(right) - 1)
    if cell_len(title) > room:  # items begin alike: each letter counts
        title = set_cell_size(title, room - 1).rstrip() + "…"
    color = "$text-warning" if late else ""
    if item.state == "running" and not item.is_break:
        color = WARMTH[timebox(item, now).warmth]
    line = Content.assemble(lead, padded(title, room), " ", (right, color))
    if item.state == "running":
        return line.stylize("bold")
    return line if item.state in ("open", "interrupted") else line.stylize(_QUIET)


def _minutes(meeting: Meeting, item: AgendaItem, now: Instant, slot: Slot | None) -> str:
    """'12/15' once it began, '15' before; of spare time what is left of it."""
    if is_heading(meeting, item):
        return ""
    if item.purpose == "buffer" and slot is not None:
        return str(int((slot.end - slot.start).total_seconds() // 60))
    planned = "" if item.planned_minutes is None else str(item.planned_minutes)
    if item.intervals:
        used = int(item.used_seconds(now) // 60)
        return f"{used}/{planned}" if planned else str(used)
    return planned


def _start(meeting: Meeting, item: AgendaItem, slot: Slot | None) -> datetime | None:
    if item.intervals:
        return item.intervals[0].start.at
    return slot.start if slot and not is_heading(meeting, item) else None


def _ends(time: MeetingTime, width: int) -> list[Content]:
    lines: list[Content] = []
    if time.plan:
        lines.append(_end(tr("end planned"), f"{time.plan:%H:%M}", width))
    if time.end:
        line = _end(tr("end now"), f"{time.end:%H:%M}", width)
        lines.append(line.stylize("$text-error") if time.too_long else line)
    if time.hard:
        line = _end(tr("at the latest"), f"{time.hard:%H:%M}", width)
        lines.append(line.stylize("$text-error") if time.past_hard_end else line)
    if time.too_long and time.end:
        too_long = tr("{n} min too long: Ctrl+T", n=time.too_long)
        lines.append(Content.styled(f" {too_long}", "bold $text-error"))
    return lines


def _end(label: str, time: str, width: int) -> Content:
    return Content(f" {padded(label, max(1, min(width - 8, 18)))} {time}")
