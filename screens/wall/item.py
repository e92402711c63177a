"""The item that runs: number, title with air around it, who reports, the minutes left in big
figures, what comes next."""

from __future__ import annotations

from facilitator.as_listed import presenter_of
from facilitator.folding import display
from facilitator.i18n import ntr, ptr, tr
from facilitator.meeting.agenda import is_heading, next_item
from facilitator.meeting.model import AgendaItem, Meeting
from facilitator.meeting.timebox import timebox
from screens.wall.figures import HUGE, LARGE, SMALL, figures
from screens.wall.lines import (
    AIR,
    EMPTY,
    FILL,
    Look,
    Span,
    WallLine,
    bar,
    line,
    paragraph,
    rule,
    spaced,
)
from screens.wall.scene import Scene, between, meeting_and_clock
from screens.wall.white_list import title_of
from screens.widgets.columns import cut
from screens.widgets.entry_rows import wrapped

NUMBER = 7
"""Cells that numbers of items take in lists."""


def item_view(scene: Scene) -> list[WallLine]:
    item = scene.meeting.item(scene.subject)
    if item is None:
        return meeting_and_clock(scene)
    if scene.is_low:
        return _low(scene, item)
    margin = scene.margin
    rows = HUGE if scene.height >= 44 else LARGE if scene.height >= 22 else SMALL
    texts = wrapped(" ".join(item.title.split()), scene.space)[:3]
    number = [line(item.number, "head", margin), AIR] if item.number else []
    presenter = [AIR, *_presenter(scene, item)] if item.presenter else []
    return [
        EMPTY, *number, *spaced(texts, "head", margin), *presenter, AIR, AIR,
        *_time(scene, item, rows), AIR, FILL, rule(scene.width), AIR,
        *_coming(scene, item, 2 if scene.height >= 28 else 1), AIR, *meeting_and_clock(scene),
    ]  # fmt: skip


def minutes_left(scene: Scene, item: AgendaItem) -> str:
    """'3 min left', 'time is up', or nothing without a plan; for one line."""
    if item.state != "running" or not item.planned_minutes:
        return ""
    box = timebox(item, scene.now)
    if box.warmth == "over":
        return tr("time is up")
    return tr("{n} min left", n=box.left_minutes)


def _low(scene: Scene, item: AgendaItem) -> list[WallLine]:
    head = f"{item.number}  {item.title}" if item.number else item.title
    presenter = _presenter(scene, item)
    rows = LARGE if scene.height >= 15 else SMALL
    return [
        between(scene, head, "head", scene.clock), AIR, *presenter, AIR,
        *_time(scene, item, rows), FILL, *_coming(scene, item, 1), AIR,
    ]  # fmt: skip


def _presenter(scene: Scene, item: AgendaItem) -> list[WallLine]:
    if not item.presenter:
        return []
    return paragraph(presenter_of(scene.meeting, item), scene.space, "quiet", scene.margin)[:2]


def _time(scene: Scene, item: AgendaItem, rows: int) -> list[WallLine]:
    """Minutes left in figures; without a plan there is nothing to say."""
    if item.state != "running" or not item.planned_minutes:
        return []
    box = timebox(item, scene.now)
    left = box.left_minutes or 0
    over = box.warmth == "over"
    if over:
        left = max(1, -left)
        words = ntr("minute over the time", "minutes over the time", left)
    else:
        words = ntr("minute", "minutes", left)
    drawn = figures(str(left), rows)
    middle = len(drawn) // 2
    look: Look = "over" if over else "head"
    lines = [
        WallLine((Span(" " * scene.margin + text, look), Span(f"   {words}", look)))
        if at == middle
        else line(text, look, scene.margin)
        for at, text in enumerate(drawn)
    ]
    if over:
        return [*lines, AIR, line(tr("Time is up"), "over", scene.margin)]
    full, rest = bar(box.share, scene.space)
    return [*lines, AIR, WallLine((Span(" " * scene.margin), full, rest))]


def _coming(scene: Scene, item: AgendaItem, most: int) -> list[WallLine]:
    """What comes after it: 'then 8.3 …'."""
    found = coming_after(scene.meeting, item)[:most]
    lead = ptr("wall", "then")
    lines: list[WallLine] = []
    for at, each in enumerate(found):
        told = "" if at else lead
        lines += [listed(scene, each, told), AIR]
    return lines[:-1]


def coming_after(meeting: Meeting, item: AgendaItem) -> list[AgendaItem]:
    """The item that 'next' would start, and the open ones behind it."""
    first = next_item(meeting)
    if first is None:
        return []
    items = meeting.agenda_items
    place = next(at for at, each in enumerate(items) if each.id == first.id)
    more = [
        each
        for each in items[place + 1 :]
        if each.state == "open" and each.id != item.id and not is_heading(meeting, each)
    ]
    return [first, *more]


def listed(scene: Scene, item: AgendaItem, lead: str = "") -> WallLine:
    """'then    8.3    Bericht der AG Wohnen' in one line."""
    shown = f"{display(lead):<10}" if scene.space >= 40 else f"{display(lead):<7}"
    number = f"{item.number:<{NUMBER}}"
    room = max(4, scene.space - len(shown) - len(number))
    title = cut(title_of(scene.meeting, item), room)
    return WallLine((Span(" " * scene.margin + shown, "quiet"), Span(number), Span(display(title))))
