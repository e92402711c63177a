"""For which agenda items somebody was there: only of those who came late, left early or were away,
and only where the kind of meeting counts it."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.meeting.features import uses
from facilitator.meeting.model import AgendaItem, Attendance, Instant, Interval, Meeting
from facilitator.meeting.presence import present_in
from facilitator.minutes.document.model import ItemsAttended


class Presence:
    """The items that ran, in the order in which they began, with those who were there."""

    def __init__(self, meeting: Meeting, now: Instant | None) -> None:
        """`now`: until then an item that still runs is counted."""
        self._items: list[tuple[str, frozenset[str]]] = []
        self._stretches: list[tuple[str, Interval, frozenset[str]]] = []
        """Each time one of them ran: an item with sub-items may go on behind them."""
        if now is None or not uses(meeting, "presence_per_item"):
            return

        def there_in(item: AgendaItem) -> frozenset[str]:
            return frozenset(each.person for each in present_in(meeting, item, now))

        ran = [i for i in meeting.agenda_items if i.is_business and i.number and i.intervals]
        for item in sorted(ran, key=lambda item: item.intervals[0].start.at):
            self._items.append((item.number, there_in(item)))
        runs = [(interval, item) for item in ran for interval in item.intervals]
        for interval, item in sorted(runs, key=lambda run: run[0].start.at):
            there = there_in(replace(item, intervals=(interval,)))
            self._stretches.append((item.number, interval, there))

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
        came, went = self._ends(attendance.person) or (numbers[first], numbers[last])
        if last == len(there) - 1:
            return ItemsAttended(kind="from", first=came)
        if first == 0:
            return ItemsAttended(kind="to", last=went)
        return ItemsAttended(kind="between", first=came, last=went)

    def _ends(self, person: str) -> tuple[str, str] | None:
        """Numbers of the items that ran when they came and when they went. Known is the minute
        only: of a heading called in the minute in which they came, and of its first sub-item, it
        is the sub-item."""
        here = [at for at, (_, _, people) in enumerate(self._stretches) if person in people]
        if not here:
            return None
        first = here[0]
        while first and first + 1 in here and _is_of_a_minute(self._stretches[first][1]):
            first += 1
        return self._stretches[first][0], self._stretches[here[-1]][0]


def _is_of_a_minute(interval: Interval) -> bool:
    """Over in the minute in which it began."""
    start, end = interval.start.at, interval.end
    return end is not None and (start.hour, start.minute) == (end.at.hour, end.at.minute)
