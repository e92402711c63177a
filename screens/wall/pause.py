"""A break: when it goes on, in big figures. One that overruns is never red."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitator.i18n import ptr, tr
from facilitator.meeting.agenda import next_item
from facilitator.meeting.model import AgendaItem, Instant
from screens.wall.figures import HUGE, LARGE, SMALL, figures
from screens.wall.lines import AIR, FILL, WallLine, centred, shortened
from screens.wall.scene import Scene, clock_today, meeting_and_clock
from screens.wall.white_list import title_of
from screens.widgets.columns import cut


def goes_on_at(pause: AgendaItem, now: Instant) -> datetime | None:
    """The end agreed with the room, else begin and planned minutes; None when nothing was said."""
    if agreed := clock_today(pause.agreed_end, now.at):
        return agreed
    if pause.planned_minutes and pause.intervals:
        return pause.intervals[-1].start.at + timedelta(minutes=pause.planned_minutes)
    return None


def break_view(scene: Scene) -> list[WallLine]:
    item = scene.meeting.item(scene.subject)
    title = cut(title_of(scene.meeting, item), scene.space) if item else ptr("wall", "Break")
    end = goes_on_at(item, scene.now) if item else None
    width = scene.width
    middle: list[WallLine] = []
    if end is not None and end > scene.now.at:
        rows = HUGE if scene.height >= 36 and width >= 100 else LARGE
        rows = SMALL if scene.height < 14 or width < 44 else rows
        middle = [centred(ptr("wall", "goes on at"), width), AIR]
        middle += [centred(text, width, "head") for text in figures(f"{end:%H:%M}", rows)]
    elif end is not None:
        middle = [centred(tr("We go on in a moment"), width, "head")]
    coming = next_item(scene.meeting)
    after: list[WallLine] = []
    if coming is not None:
        told = f"{coming.number}   {title_of(scene.meeting, coming)}".strip()
        lead = ptr("wall", "then")
        after = [AIR, AIR, centred(shortened(f"{lead}   {told}", scene.space), width)]
    return [
        FILL, centred(title, width, "head"), AIR, AIR, *middle, *after, FILL,
        *meeting_and_clock(scene),
    ]  # fmt: skip
