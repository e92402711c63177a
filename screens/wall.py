"""The wall: what the room sees, on the mirrored laptop (F12) or on the projector.

A white list: item, time, decisions, actions with summary, owner and due. Never notes, internal or
record-only entries, attendance, lists of what is missing, days overdue. Few rows, empty lines
between: what is legible from ten metres.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from facilitator.capture import Chip
from facilitator.i18n import tr
from facilitator.meeting.actions import current
from facilitator.meeting.model import ActionItem, Decision, Entry, Instant, Meeting
from facilitator.meeting.timebox import timebox
from screens.widgets.columns import cut, padded, spread
from screens.widgets.entry_rows import wrapped

MARGIN = 3


@dataclass(frozen=True, slots=True)
class WallLine:
    """One line of the wall; `is_head`: printed bold."""

    text: str
    is_head: bool = False


def wall_lines(
    meeting: Meeting, now: Instant, item: str, width: int = 80, height: int = 18
) -> list[WallLine]:
    """What was agreed under `item`, then, as far as there is room, everything else agreed, the
    newest in any case. `item` empty: no item runs."""
    lines = [WallLine(_head(meeting, now, item, width), is_head=True), WallLine("")]
    own = [entry for entry in meeting.entries if _is_agreed(entry) and entry.item == item and item]
    others = [e for e in meeting.entries if _is_agreed(e) and e.item != item]
    room = height - len(lines) - 2
    if own:
        blocks = _newest([_block(entry, meeting, width) for entry in own], room)
        lines += _part(tr("What we agreed"), blocks)
        room -= sum(len(block) + 1 for block in blocks)
    if others and room > (5 if own else 0):
        title = tr("Agreed before") if own else tr("What we agreed")
        blocks = _newest([_block(e, meeting, width) for e in others], room - (2 if own else 0))
        lines += _part(title, blocks) if blocks else []
    if not own and not others:
        lines += _part(meeting.title, [])
    return lines[:height]


def for_the_wall(chips: tuple[Chip, ...]) -> tuple[Chip, ...]:
    """Chips under a line that the room reads along: names without their organisation."""
    return tuple(
        msgspec.structs.replace(chip, label=chip.label.split(" (")[0], note="")
        if chip.kind in ("owner", "person", "said_by")
        else chip
        for chip in chips
    )


def _is_agreed(entry: Entry) -> bool:
    """The white list: decisions and action items for the minutes, nothing else."""
    return isinstance(entry, Decision | ActionItem) and entry.visibility == "minutes"


def _head(meeting: Meeting, now: Instant, item_id: str, width: int) -> str:
    clock = f"{now.at:%H:%M}"
    item = meeting.item(item_id)
    if item is None:
        return " " * MARGIN + spread(meeting.title, clock, max(8, width - 2 * MARGIN))
    time = ""
    if item.state == "running" and item.planned_minutes:
        box = timebox(item, now)
        time = tr("time is up")
        if box.warmth != "over":
            time = tr("{n} min left", n=box.left_minutes)
    right = f"{time}    {clock}" if time else clock
    lead = f"{' ' * MARGIN}{item.number:<5} "
    return lead + spread(item.title, right, max(8, width - MARGIN - len(lead)))


def _part(title: str, blocks: list[list[str]]) -> list[WallLine]:
    lines = [WallLine(" " * MARGIN + title, is_head=True), WallLine("")]
    for block in blocks:
        lines += [*(WallLine(text) for text in block), WallLine("")]
    return lines


def _newest(blocks: list[list[str]], room: int) -> list[list[str]]:
    """As many of the last blocks as fit with an empty line behind each; one at least."""
    kept: list[list[str]] = []
    for block in reversed(blocks):
        if kept and sum(len(each) + 1 for each in (*kept, block)) > room:
            break
        kept.insert(0, block)
    return kept


def _block(entry: Entry, meeting: Meeting, width: int) -> list[str]:
    space = max(12, width - 2 * MARGIN)
    indent = " " * MARGIN
    if isinstance(entry, ActionItem):
        action = current(entry, meeting.statements)
        owners = ", ".join(owner.name for owner in action.owners) or tr("who?")
        due = action.due.text if action.due else tr("by when?")
        lines = [indent + text for text in wrapped(action.text, space)]
        inner = max(8, space - 5)
        left = max(8, inner * 3 // 5)
        second = f"{padded(owners, left)} {cut(due, max(4, inner - left - 1))}"
        return [*lines, indent + " " * 5 + second]
    word = tr("recommended") if _kind(entry) == "recommendation" else tr("decided")
    texts = wrapped(entry.text, max(12, space - cell_len(word) - 3))
    return [indent + spread(texts[0], word, space), *(indent + text for text in texts[1:])]


def _kind(entry: Entry) -> str:
    return entry.decision_kind if isinstance(entry, Decision) else ""


class WallView(Widget):
    """Draws the lines; knows nothing but them."""

    DEFAULT_CSS = "WallView { height: 1fr; width: 1fr; display: none; background: $background; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[WallLine, ...] = ()

    def show(self, lines: list[WallLine]) -> None:
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.refresh()

    def render(self) -> Content:
        return Content("\n").join(
            Content.styled(line.text, "bold" if line.is_head else "") for line in self._lines
        )
