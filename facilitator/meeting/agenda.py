"""The agenda as a tree: order, nesting, numbers ('8.2'), and which item comes next."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from facilitator.meeting.model import AgendaItem, Meeting

ROOT = ""


class AgendaTree:
    """Order and nesting while the agenda is folded. Total: an unknown parent or a move into its
    own sub-items leaves the item where the agenda can still show it."""

    def __init__(self) -> None:
        self._children: dict[str, list[str]] = {ROOT: []}
        self._parent: dict[str, str] = {}
        self._removed: set[str] = set()

    def __contains__(self, item: object) -> bool:
        return item in self._parent

    def add(self, item: str, parent: str, after: str) -> None:
        self._parent[item] = parent if parent in self._parent else ROOT
        self._children.setdefault(item, [])
        self._insert(item, after)

    def move(self, item: str, parent: str, after: str) -> None:
        if item not in self._parent or parent == item or self._is_below(parent, item):
            return
        self._children[self._parent[item]].remove(item)
        self._parent[item] = parent if parent in self._parent else ROOT
        self._insert(item, after)

    def remove(self, item: str) -> None:
        self._removed.add(item)

    def walk(self, unnumbered: AbstractSet[str] = frozenset()) -> list[tuple[str, str, str, int]]:
        """(item, number, parent, depth) in the order of the agenda, without removed ones.
        `unnumbered`: items that are passed over in counting and have no number."""
        rows: list[tuple[str, str, str, int]] = []
        self._walk(ROOT, "", 0, rows, unnumbered)
        return rows

    def _walk(
        self,
        parent: str,
        prefix: str,
        depth: int,
        rows: list[tuple[str, str, str, int]],
        unnumbered: AbstractSet[str],
    ) -> None:
        place = 0
        for item in self._children[parent]:
            if item in self._removed:
                continue
            number = ""
            if item not in unnumbered:
                place += 1
                number = f"{prefix}{place}"
            rows.append((item, number, parent, depth))
            self._walk(item, f"{number}." if number else prefix, depth + 1, rows, unnumbered)

    def is_removed(self, item: str) -> bool:
        """It, or an item it belongs to."""
        return any(each in self._removed for each in self.up_from(item))

    def up_from(self, item: str) -> Iterator[str]:
        """The item and all it belongs to, removed ones too."""
        while item:
            yield item
            item = self._parent.get(item, ROOT)

    def _insert(self, item: str, after: str) -> None:
        siblings = self._children[self._parent[item]]
        if after == "first":
            siblings.insert(0, item)
        elif after in siblings:
            siblings.insert(siblings.index(after) + 1, item)
        else:
            siblings.append(item)

    def _is_below(self, item: str, ancestor: str) -> bool:
        return ancestor in self.up_from(item)


def sub_items(meeting: Meeting, item_id: str) -> tuple[AgendaItem, ...]:
    """The items directly under one."""
    return tuple(item for item in meeting.agenda_items if item.parent == item_id)


def is_public(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether everybody may hear it: the item and all it belongs to. What is said under one that
    is not stays off the wall and apart in the minutes (as § 48 GO NRW keeps it apart)."""
    held = {each.id: each for each in meeting.agenda_items}
    above: AgendaItem | None = item
    while above is not None:
        if not above.public:
            return False
        above = held.pop(above.parent, None)  # each is asked once, whatever the file says
    return True


def is_heading(meeting: Meeting, item: AgendaItem) -> bool:
    """An item that only holds sub-items: no minutes of its own, never run."""
    return (
        item.planned_minutes is None
        and not item.intervals
        and any(other.parent == item.id for other in meeting.agenda_items)
    )


def next_item(meeting: Meeting) -> AgendaItem | None:
    """The item that 'next' would start: the first open one behind the running (or last run) one
    in the order of the agenda; headings and spare time are passed over. After a break that
    interrupted an item it is that item again. None: the agenda is through."""
    items = meeting.agenda_items
    running_item = meeting.running_item
    if running_item is None or running_item.is_break:
        interrupted = [item for item in items if item.state == "interrupted"]
        if interrupted:
            return max(interrupted, key=lambda item: item.intervals[-1].start.at)
    begun = [place for place, item in enumerate(items) if item.intervals or item.state != "open"]
    running = [place for place, item in enumerate(items) if item.state == "running"]
    start = running[-1] + 1 if running else (begun[-1] + 1 if begun else 0)
    for item in items[start:]:
        if item.state == "open" and item.purpose != "buffer" and not is_heading(meeting, item):
            return item
    return None


def below(meeting: Meeting, item: AgendaItem) -> list[AgendaItem]:
    """The item and all its sub-items, in the order of the agenda."""
    ids, found = {item.id}, []
    for other in meeting.agenda_items:
        if other.id in ids or other.parent in ids:
            ids.add(other.id)
            found.append(other)
    return found


def group_of(meeting: Meeting, item: AgendaItem | None) -> str:
    """The group of the item, or of the one above it; empty if none has one."""
    seen: set[str] = set()
    while item is not None and item.id not in seen:
        if item.group:
            return item.group
        seen.add(item.id)
        item = meeting.item(item.parent)
    return ""
