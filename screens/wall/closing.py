"""The end: thanks, when we meet again, how much was agreed."""

from __future__ import annotations

from facilitator.capture.due import show_day
from facilitator.i18n import current_language, ntr, ptr, tr
from facilitator.meeting.model import ActionItem, Meeting
from facilitator.meeting.venue import venue
from screens.wall.lines import AIR, FILL, WallLine, centred
from screens.wall.scene import Scene, meeting_and_clock
from screens.wall.white_list import agreed
from screens.widgets.columns import cut


def closing_view(scene: Scene) -> list[WallLine]:
    width = scene.width
    lines: list[WallLine] = [FILL, centred(tr("Thank you!"), width, "head"), AIR, AIR]
    if told := _counts(scene.meeting):
        lines += [centred(told, width), AIR, AIR]
    if coming := _next_meeting(scene.meeting):
        lines += [centred(ptr("wall", "Next meeting"), width, "quiet"), AIR]
        for text in coming:
            lines += [centred(cut(text, scene.space), width, "head"), AIR]
    return [*lines, FILL, *meeting_and_clock(scene)]


def _counts(meeting: Meeting) -> str:
    """'2 decisions · 5 action items agreed', or nothing."""
    seen = agreed(meeting)
    actions = sum(isinstance(entry, ActionItem) for entry in seen)
    decisions = len(seen) - actions
    told = []
    if decisions:
        told.append(ntr("{n} decision", "{n} decisions", decisions))
    if actions:
        told.append(ntr("{n} action item", "{n} action items", actions))
    return " · ".join(told)


def _next_meeting(meeting: Meeting) -> list[str]:
    coming = meeting.next_meeting
    if coming is None:
        return []
    if coming.day is None:
        told = [coming.text]
    else:
        day = show_day(coming.day, current_language())
        told = [f"{day}, {coming.start}" if coming.start else day]
    return [text for text in (*told, venue(coming.place).words) if text]
