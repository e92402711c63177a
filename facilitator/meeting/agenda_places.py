"""Places of items on the agenda: one up or down, in and out, removed with or without what was
said. Each gives the changes of one step; none: it cannot be done. Entries stay with their item
wherever it goes."""

from __future__ import annotations

from facilitator.meeting import changes as c
from facilitator.meeting.agenda import below
from facilitator.meeting.model import AgendaItem, Entry, Meeting

DEEPEST = 2
"""Three levels, as '8.2.1' has."""


def siblings(meeting: Meeting, item: AgendaItem) -> tuple[AgendaItem, ...]:
    """The items of the same parent in their order, itself among them."""
    return tuple(other for other in meeting.agenda_items if other.parent == item.parent)


def with_all_below(meeting: Meeting, item_id: str) -> frozenset[str]:
    """The ids of an item and of everything under it."""
    item = meeting.item(item_id)
    return frozenset({item_id} if item is None else (each.id for each in below(meeting, item)))


def entries_below(meeting: Meeting, item_id: str) -> tuple[Entry, ...]:
    """What was captured under an item and under all below it."""
    items = with_all_below(meeting, item_id)
    return tuple(entry for entry in meeting.entries if entry.item in items)


def moved_by(meeting: Meeting, item: AgendaItem, by: int) -> tuple[c.Change, ...]:
    """One place up (-1) or down (1) among its siblings, with all that is under it."""
    row = siblings(meeting, item)
    place = _place(row, item)
    if not 0 <= place + by < len(row):
        return ()
    before = place + by if by > 0 else place - 2
    after = row[before].id if before >= 0 else "first"
    return (c.AgendaItemMoved(item=item.id, parent=item.parent, after=after),)


def nested(meeting: Meeting, item: AgendaItem) -> tuple[c.Change, ...]:
    """Under the item above it; not under a break, and not deeper than three levels."""
    above = siblings(meeting, item)[: _place(siblings(meeting, item), item)]
    parent = next((other for other in reversed(above) if other.is_business), None)
    below = with_all_below(meeting, item.id)
    deepest = max(other.depth for other in meeting.agenda_items if other.id in below)
    if parent is None or deepest >= DEEPEST:
        return ()
    return (c.AgendaItemMoved(item=item.id, parent=parent.id),)


def unnested(meeting: Meeting, item: AgendaItem) -> tuple[c.Change, ...]:
    """Out, behind the item it was under."""
    parent = meeting.item(item.parent)
    if parent is None:
        return ()
    return (c.AgendaItemMoved(item=item.id, parent=parent.parent, after=parent.id),)


def removed_with_entries(meeting: Meeting, item: AgendaItem) -> tuple[c.Change, ...]:
    """The item, all under it and everything that was said there; undo brings all of it back."""
    entries = tuple(c.EntryRemoved(entry=entry.id) for entry in entries_below(meeting, item.id))
    return (*entries, c.AgendaItemRemoved(item=item.id))


def removed_with_entries_moved(meeting: Meeting, item: AgendaItem, to: str) -> tuple[c.Change, ...]:
    """The item goes, what was said there stands under another one (empty: under no item)."""
    entries = tuple(
        c.EntryMoved(entry=entry.id, item=to) for entry in entries_below(meeting, item.id)
    )
    return (*entries, c.AgendaItemRemoved(item=item.id))


def _place(row: tuple[AgendaItem, ...], item: AgendaItem) -> int:
    return [other.id for other in row].index(item.id)
