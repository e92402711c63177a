"""Before the meeting: what it is and when it begins. While no item runs: what it is."""

from __future__ import annotations

from facilitator.i18n import ptr, tr
from facilitator.meeting.timebox import clock_time
from facilitator.meeting.venue import venue
from screens.wall.figures import HUGE, LARGE, SMALL, figures
from screens.wall.lines import AIR, FILL, WallLine, centred
from screens.wall.scene import Scene, meeting_and_clock
from screens.widgets.columns import cut
from screens.widgets.entry_rows import wrapped


def title_view(scene: Scene) -> list[WallLine]:
    meeting, width = scene.meeting, scene.width
    lines: list[WallLine] = [FILL]
    if meeting.series_name and meeting.series_name != meeting.title:
        lines += [centred(cut(meeting.series_name, scene.space), width, "quiet"), AIR]
    for text in wrapped(" ".join(meeting.title.split()), scene.space)[:3]:
        lines += [centred(text, width, "head"), AIR]
    lines += [AIR, *_begin(scene)]
    place = venue(meeting.place).words  # the way into a video meeting is for those invited
    if place and meeting.state == "planned":
        lines += [AIR, AIR, centred(cut(place, scene.space), width, "quiet")]
    return [*lines, FILL, *meeting_and_clock(scene)]


def _begin(scene: Scene) -> list[WallLine]:
    meeting, width = scene.meeting, scene.width
    if meeting.state != "planned" or not meeting.start:
        return []
    is_today = meeting.day is None or meeting.day == scene.now.at.date()
    begin = clock_time(meeting.start, scene.now.at)
    if is_today and begin is not None and begin <= scene.now.at:
        return [centred(tr("We begin in a moment"), width, "head")]
    rows = HUGE if scene.height >= 32 and width >= 100 else LARGE
    rows = SMALL if scene.height < 15 or width < 44 else rows
    shown = [centred(text, width, "head") for text in figures(meeting.start, rows)]
    return [centred(ptr("wall", "begins at"), width), AIR, *shown]
