"""Who has the floor and who comes next. No times."""

from __future__ import annotations

from facilitator.folding import display
from facilitator.i18n import ptr, tr
from facilitator.meeting.model import Meeting, Speaker
from screens.wall.lines import AIR, EMPTY, Span, WallLine, line, spaced
from screens.wall.scene import Scene, and_more, framed
from screens.wall.white_list import is_public
from screens.widgets.columns import cut
from screens.widgets.entry_rows import wrapped


def seen_speakers(meeting: Meeting) -> list[Speaker]:
    """Who speaks, then who waits; turns in items that are not public are not among them."""
    asked = [meeting.speaking, *meeting.waiting]
    return [each for each in asked if each is not None and is_public(meeting, each.item)]


def speakers_view(scene: Scene) -> list[WallLine]:
    found = seen_speakers(scene.meeting)
    speaking = [each for each in found if each.is_speaking]
    waiting = [each for each in found if each.is_waiting]
    body: list[WallLine] = []
    margin = scene.margin
    for speaker in speaking:
        texts = wrapped(" ".join(_name(speaker).split()), scene.space - 2)[:2]
        body += [line(ptr("wall", "has the floor"), "quiet", margin), AIR]
        body += [*spaced(texts, "head", margin), AIR, AIR]
    if waiting:
        body += [line(ptr("wall", "then"), "quiet", margin), AIR]
    fit = max(1, (scene.room - len(body) + 1) // 2)
    if len(waiting) > fit:
        fit = max(1, fit - 1)
    for place, speaker in enumerate(waiting[:fit], 1):
        name = display(cut(_name(speaker), max(4, scene.space - 5)))
        body += [WallLine((Span(" " * margin + f"{place:>2}   ", "quiet"), Span(name))), EMPTY]
    if more := and_more(len(waiting) - len(waiting[:fit])):
        body.append(line(more, "quiet", margin))
    if not found:
        body = [line(tr("Nobody has asked to speak."), "quiet", margin)]
    return framed(scene, ptr("wall", "Speakers"), body)


def _name(speaker: Speaker) -> str:
    order = ptr("wall", "point of order")
    return f"{speaker.name} · {order}" if speaker.is_point_of_order else speaker.name
