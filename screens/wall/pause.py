"""A break: when it goes on, in big figures. One that overruns is never red."""

from __future__ import annotations

from facilitator.i18n import ptr, tr
from facilitator.meeting.agenda import next_item
from facilitator.meeting.projection import break_end
from screens.wall.figures import HUGE, LARGE, SMALL, figures
from screens.wall.lines import AIR, FILL, WallLine, centred, shortened
from screens.wall.scene import Scene, meeting_and_clock
from screens.wall.white_list import is_public, title_of
from screens.widgets.columns import cut


def break_view(scene: Scene) -> list[WallLine]:
    item = scene.meeting.item(scene.subject)
    title = ptr("wall", "Break")
    if item is not None and is_public(scene.meeting, item.id):
        title = cut(item.title, scene.space)
    end = break_end(item, scene.now) if item else None
    width = scene.width
    middle: list[WallLine] = []
    if end is not None and end > scene.now.at:
        rows = HUGE if scene.height >= 32 and width >= 100 else LARGE
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
