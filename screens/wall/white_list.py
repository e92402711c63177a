"""What the room may see. Everything a view shows comes through here or is one of: item, time,
agenda, cards, dots, who has the floor.

Never notes, questions, topics, what is internal or for the record only, attendance, days overdue,
what is missing, contact data, and nothing of an item that is not public.
"""

from __future__ import annotations

import msgspec

from facilitator.capture import Chip
from facilitator.i18n import tr
from facilitator.meeting import agenda
from facilitator.meeting.model import ActionItem, AgendaItem, Decision, Entry, Meeting


def is_public(meeting: Meeting, item_id: str) -> bool:
    """Whether an item and all items above it are public. No item is; one that is gone from the
    agenda is shown no more."""
    if not item_id:
        return True
    item = meeting.item(item_id)
    return item is not None and agenda.is_public(meeting, item)


def title_of(meeting: Meeting, item: AgendaItem) -> str:
    """The title, or only that it is not public."""
    return item.title if is_public(meeting, item.id) else tr("not public")


def is_agreed(meeting: Meeting, entry: Entry) -> bool:
    """Decisions and action items for the minutes of public items, nothing else."""
    return (
        isinstance(entry, Decision | ActionItem)
        and entry.visibility == "minutes"
        and not entry.is_orphaned
        and is_public(meeting, entry.item)
    )


def agreed(meeting: Meeting) -> tuple[Decision | ActionItem, ...]:
    """All that was agreed and may be seen, in its order."""
    return tuple(
        entry
        for entry in meeting.entries
        if isinstance(entry, Decision | ActionItem) and is_agreed(meeting, entry)
    )


def seen_decision(meeting: Meeting, decision_id: str) -> Decision | None:
    """The decision, if the room may see it."""
    entry = meeting.entry(decision_id)
    return entry if isinstance(entry, Decision) and is_agreed(meeting, entry) else None


def for_the_wall(chips: tuple[Chip, ...]) -> tuple[Chip, ...]:
    """Chips under a line that the room reads along: names without their organisation."""
    return tuple(
        msgspec.structs.replace(chip, label=chip.label.split(" (")[0], note="")
        if chip.kind in ("owner", "person", "said_by")
        else chip
        for chip in chips
    )
