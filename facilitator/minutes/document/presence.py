"""For which agenda items somebody was there: only of those who came late, left early or were away,
and only where the kind of meeting counts it."""

from __future__ import annotations

from facilitator.meeting.features import uses
from facilitator.meeting.model import AgendaItem, Attendance, Meeting, Stay
from facilitator.minutes.document.model import ItemsAttended
from facilitator.minutes.document.times import spans
from facilitator.minutes.printed import clock

_DAY = 24 * 60


class Presence:
    """The items that ran, in the order in which they began, against the stays of a person."""

    def __init__(self, meeting: Meeting) -> None:
        self._is_counted = uses(meeting, "presence_per_item")
        self._start = _minutes(clock(meeting.started_at) or meeting.start or "00:00")
        ran = [i for i in meeting.agenda_items if i.is_business and i.number and i.intervals]
        ran.sort(key=lambda item: item.intervals[0].start.at)
        self._items = [(item.number, self._ran(item)) for item in ran]

    def of(self, attendance: Attendance) -> ItemsAttended | None:
        """None: there for all items, for none that ran, or nobody counts."""
        if not self._is_counted or attendance.status != "present":
            return None
        stays = [self._span(stay) for stay in attendance.stays]
        there = [any(_meet(part, stay) for part in ran for stay in stays) for _, ran in self._items]
        if all(there) or not any(there):
            return None
        numbers = [number for number, _ in self._items]
        first, last = there.index(True), len(there) - 1 - there[::-1].index(True)
        if not all(there[first : last + 1]):
            missed = tuple(n for n, is_there in zip(numbers, there, strict=True) if not is_there)
            return ItemsAttended(kind="without", missed=missed)
        if last == len(there) - 1:
            return ItemsAttended(kind="from", first=numbers[first])
        if first == 0:
            return ItemsAttended(kind="to", last=numbers[last])
        return ItemsAttended(kind="between", first=numbers[first], last=numbers[last])

    def _ran(self, item: AgendaItem) -> list[tuple[int, int]]:
        return [self._since_start(start, end) for start, end in spans(item.intervals)]

    def _span(self, stay: Stay) -> tuple[int, int]:
        return self._since_start(stay.arrived or "", stay.left or "")

    def _since_start(self, start: str, end: str) -> tuple[int, int]:
        """Minutes since the start; an end that is not known yet lies behind everything."""
        begun = self._later(start) if start else 0
        over = self._later(end) if end else _DAY
        return begun, over

    def _later(self, hhmm: str) -> int:
        """Who came up to half a day before the start was there when it began."""
        minutes = (_minutes(hhmm) - self._start) % _DAY
        return minutes if minutes < _DAY // 2 else 0


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """They have a minute in common; an item that took less than one counts as its moment."""
    if one[0] == one[1]:
        return other[0] <= one[0] < other[1]
    return max(one[0], other[0]) < min(one[1], other[1])


def _minutes(hhmm: str) -> int:
    hours, _, minutes = hhmm.partition(":")
    return int(hours) * 60 + int(minutes) if hours.isdigit() and minutes.isdigit() else 0
