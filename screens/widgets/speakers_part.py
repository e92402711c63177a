"""Who has the floor and who waits, beside the entries: a part of the people column on a wide
screen, one line above the entries on a narrow one."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from facilitator.i18n import ptr, tr
from facilitator.meeting.model import Instant, Meeting, Speaker
from facilitator.meeting.speaker_list import minutes_and_seconds
from screens.widgets.columns import cut, spread

MOST = 5
"""Waiting ones shown in the column."""


def speaker_lines(meeting: Meeting, now: Instant, width: int) -> list[Content]:
    """The part of the column; nothing while the list is not in use."""
    speaking, waiting = meeting.speaking, meeting.waiting
    if speaking is None and not waiting:
        return []
    count = tr("{n} wait", n=len(waiting)) if waiting else ""
    lines = [Content.styled(spread(tr("SPEAKERS"), count, width), "bold $foreground 60%")]
    if speaking is not None:
        clock = minutes_and_seconds(speaking.seconds(now))
        lines.append(Content.styled(spread(f"▸ {speaking.name}", clock, width), "bold"))
    for place, speaker in enumerate(waiting[:MOST], 1):
        lines.append(Content(cut(f"{place} {waiting_words(speaker, meeting)}", width)))
    if len(waiting) > MOST:
        lines.append(Content(cut(tr("… and {n} more", n=len(waiting) - MOST), width)))
    return lines


def speaker_line(meeting: Meeting, now: Instant, width: int) -> Content:
    """All in one line: '▸ Haddad 2:13 · then Weiß, Öztürk'."""
    speaking, waiting = meeting.speaking, meeting.waiting
    if speaking is None and not waiting:
        return Content("")
    first = ""
    if speaking is not None:
        first = f"▸ {speaking.name} {minutes_and_seconds(speaking.seconds(now))}"
    names = ", ".join(waiting_words(speaker, meeting) for speaker in waiting)
    if not waiting:
        rest = ""
    elif first:
        rest = " · " + tr("then {names}", names=names)
    else:
        rest = tr("on the speaker list: {names}", names=names)
    first = cut(first, width)
    return Content.assemble((first, "bold"), cut_keeping_blank(rest, width - cell_len(first)))


def waiting_words(speaker: Speaker, meeting: Meeting) -> str:
    """The name; a point of order and another item are said behind it."""
    marks = []
    if speaker.is_point_of_order:
        marks.append(ptr("speaker list", "order"))
    running = meeting.running_item
    item = meeting.item(speaker.item)
    if item is not None and item.number and (running is None or running.id != item.id):
        marks.append(tr("item {number}", number=item.number))
    return f"{speaker.name} ({', '.join(marks)})" if marks else speaker.name


def cut_keeping_blank(text: str, width: int) -> str:
    """Cut, but a blank in front stays: it parts the text from what stands before."""
    lead = text[: len(text) - len(text.lstrip())]
    return lead + cut(text, width - len(lead)) if width > len(lead) else ""
