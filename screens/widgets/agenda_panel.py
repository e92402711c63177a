"""The agenda at the left of a wide screen: used and planned minutes, and when it will all end."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from facilitator.i18n import tr
from facilitator.meeting.agenda import is_heading
from facilitator.meeting.model import AgendaItem, Instant, Meeting
from facilitator.meeting.projection import minutes_late, projected_end
from facilitator.meeting.timebox import planned_end
from screens.widgets.columns import padded
from screens.widgets.panel import Panel

_SIGNS = {"done": "✓", "running": "▸", "skipped": "–", "deferred": "›", "open": " "}


class AgendaPanel(Panel):
    DEFAULT_CSS = "AgendaPanel { width: 28; border-right: solid $panel-lighten-2; }"


def agenda_lines(meeting: Meeting, now: Instant, width: int, height: int) -> list[Content]:
    """As many items as fit, the running one among them; the ends at the bottom."""
    ends = _ends(meeting, now, width)
    plan = tr("used/plan")
    head = Content.styled(
        f" {padded(tr('AGENDA'), width - 2 - cell_len(plan))}", "bold $foreground 60%"
    )
    heading = Content.assemble(head, (plan, "$foreground 60%"))
    items = [_line(meeting, item, now, width) for item in meeting.agenda_items]
    room = max(1, height - 1 - (len(ends) + 1 if ends else 0))
    if len(items) > room:
        running = next((i for i, e in enumerate(meeting.agenda_items) if e.state == "running"), 0)
        first = min(max(0, running - room // 2), len(items) - room)
        items = items[first : first + room]
    gap = [Content("")] * (room - len(items) + 1) if ends else []
    return [heading, *items, *gap, *ends][: max(0, height)]


def _line(meeting: Meeting, item: AgendaItem, now: Instant, width: int) -> Content:
    time = _time(meeting, item, now)
    sign = _SIGNS[item.state]
    number = f"{item.number:<3}"
    title = item.short_title or item.title
    lead = f" {sign} {number} "
    room = max(1, width - cell_len(lead) - len(time) - 1)
    if cell_len(title) > room:  # items begin alike: each letter counts
        title = set_cell_size(title, room - 1).rstrip() + "…"
    line = Content.assemble(lead, padded(title, room), " ", time)
    if item.state == "running":
        return line.stylize("bold")
    return line if item.state == "open" else line.stylize("$foreground 60%")


def _time(meeting: Meeting, item: AgendaItem, now: Instant) -> str:
    if is_heading(meeting, item):
        return ""
    planned = "" if item.planned_minutes is None else str(item.planned_minutes)
    if item.intervals:
        used = int(item.used_seconds(now) // 60)
        return f"{used}/{planned}" if planned else str(used)
    return planned


def _ends(meeting: Meeting, now: Instant, width: int) -> list[Content]:
    lines: list[Content] = []
    if plan := planned_end(meeting):
        lines.append(_end(tr("end planned"), f"{plan:%H:%M}", width))
    if projected := projected_end(meeting, now):
        late = minutes_late(meeting, now) or 0
        line = _end(tr("end now"), f"{projected:%H:%M}", width)
        lines.append(line.stylize("$text-error") if late > 0 else line)
        if late > 0:
            lines.append(Content.styled(f" {tr('{n} min too long', n=late)}", "$text-error"))
    return lines


def _end(label: str, time: str, width: int) -> Content:
    return Content(f" {padded(label, max(1, min(width - 8, 18)))} {time}")
