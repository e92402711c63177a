"""For which agenda items somebody was there: only of those who came late, left early or were away,
and only where the kind of meeting counts it."""

from __future__ import annotations

from facilitator.meeting.features import uses
from facilitator.meeting.model import Attendance, Instant, Meeting
from facilitator.meeting.presence import present_in
from facilitator.minutes.document.model import ItemsAttended


class Presence:
    """The items that ran, in the order in which they began, with those who were there."""

    def __init__(self, meeting: Meeting, now: Instant | None) -> None:
        """`now`: until then an item that still runs is counted."""
        self._items: list[tuple[str, frozenset[str]]] = []
        if now is None or not uses(meeting, "presence_per_item"):
            return
        ran = [i for i in meeting.agenda_items if i.is_business and i.number and i.intervals]
        for item in sorted(ran, key=lambda item: item.intervals[0].start.at):
            there = frozenset(each.person for each in present_in(meeting, item, now))
            self._items.append((item.number, there))

    def of(self, attendance: Attendance) -> ItemsAttended | None:
        """None: there for all items, for none that ran, or nobody counts."""
        if attendance.status != "present":
            return None
        numbers = [number for number, _ in self._items]
        there = [attendance.person in people for _, people in self._items]
        if all(there) or not any(there):
            return None
        first, last = there.index(True), len(there) - 1 - there[::-1].index(True)
        if not all(there[first : last + 1]):
            missed = tuple(n for n, is_there in zip(numbers, there, strict=True) if not is_there)
            return ItemsAttended(kind="without", missed=missed)
        if last == len(there) - 1:
            return ItemsAttended(kind="from", first=numbers[first])
        if first == 0:
            return ItemsAttended(kind="to", last=numbers[last])
        return ItemsAttended(kind="between", first=numbers[first], last=numbers[last])
