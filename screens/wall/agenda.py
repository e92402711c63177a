"""The agenda: what is over, what runs, what comes."""

from __future__ import annotations

from facilitator.folding import display
from facilitator.i18n import ptr, tr
from facilitator.meeting.agenda import next_item
from facilitator.meeting.model import AgendaItem
from screens.wall.item import NUMBER
from screens.wall.lines import Look, Span, WallLine
from screens.wall.scene import Scene, framed, page_words, pages
from screens.wall.white_list import title_of
from screens.widgets.columns import cut


def agenda_view(scene: Scene) -> list[WallLine]:
    """The page on which the running item stands; without one they take turns."""
    items = [item for item in scene.meeting.agenda_items if item.state != "deferred"]
    items = [item for item in items if item.purpose != "buffer"]
    gap = 2 if 2 * len(items) <= scene.room or scene.room >= 12 else 1
    room = scene.room if gap == 2 else scene.room * 2  # `pages` counts an empty line behind each
    found = pages([[_row(scene, item)] for item in items], room)
    at = scene.page_of(len(found))
    running = scene.meeting.running_item or next_item(scene.meeting)
    per_page = max(1, (room + 1) // 2)
    if running in items:
        at = min(items.index(running) // per_page, len(found) - 1)
    body = [each for each in found[at] if gap == 2 or each.spans]
    words = tr("page {n} of {count}", n=at + 1, count=len(found)) if len(found) > 1 else ""
    return framed(scene, ptr("wall", "Agenda"), body, words or page_words(scene, 1))


def _row(scene: Scene, item: AgendaItem) -> WallLine:
    look: Look = "quiet" if item.state in ("done", "skipped") else "text"
    sign = "✓" if item.state == "done" else " "
    if item.state in ("running", "interrupted"):
        look, sign = "head", "▸"
    indent = "  " * min(item.depth, 3)
    lead = f"{sign}  {indent}{item.number:<{NUMBER}}"
    title = cut(title_of(scene.meeting, item), max(4, scene.space - len(lead)))
    return WallLine((Span(" " * scene.margin + lead, look), Span(display(title), look)))
