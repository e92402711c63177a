"""Re-planning: what could be done about time that does not suffice, or is left over. Pure:
proposals are made, compared and thrown away; one of them is recorded as one step.

The need is what the meeting would end too late against its planned end, or, where none is planned,
against its hard end. Items that are protected, and the one that runs, keep their minutes unless
somebody gives them others; no proposal goes below what is used, or below `floor_of`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Set
from datetime import datetime
from typing import Literal

from msgspec import UNSET
from msgspec.structs import replace

from facilitator.meeting import changes as c
from facilitator.meeting.model import AgendaItem, Instant, Meeting, Value
from facilitator.meeting.projection import Projection, coming_items, minutes_between, project
from facilitator.meeting.sharing import cuts_within, floor_of, shared
from facilitator.meeting.timebox import covers_sub_items, hard_end, planned_end

ProposalKind = Literal[
    "breaks",
    "share",
    "shorten",
    "defer",
    "park",
    "move_end",
    "give",
    "lengthen",
    "end_early",
    "own",
]
"""'give' and 'lengthen' (all, one) and 'end_early' are for a meeting that is early."""


class PlanRow(Value, frozen=True, kw_only=True):
    """One coming item before and after. `minutes_after` None: it does not come today."""

    item: str
    minutes_before: int
    minutes_after: int | None
    end_before: datetime | None
    end_after: datetime | None
    is_protected: bool
    late_after: int = 0
    """Minutes it begins behind its fixed start."""


class Proposal(Value, frozen=True, kw_only=True):
    """`item`: the one it is about, or empty. `end`: of the meeting then; `over` against the plan
    (negative: early) and `past_hard_end` in minutes, the latter never below 0."""

    kind: ProposalKind
    changes: tuple[c.Change, ...]
    rows: tuple[PlanRow, ...]
    item: str = ""
    end: datetime | None = None
    over: int | None = None
    past_hard_end: int = 0

    @property
    def changed(self) -> tuple[PlanRow, ...]:
        return tuple(row for row in self.rows if row.minutes_after != row.minutes_before)


class Replanning:
    """The proposals for a meeting at one moment. `protected`: ids of the items whose minutes stay,
    as somebody sees it now; what differs from the meeting is recorded with the proposal."""

    def __init__(self, meeting: Meeting, now: Instant, protected: Set[str] | None = None) -> None:
        self.meeting = meeting
        self.now = now
        known = {item.id for item in meeting.agenda_items if item.is_protected}
        self.protected = frozenset(known if protected is None else protected)
        self._known = frozenset(known)
        self.before = project(meeting, now)
        self.coming = tuple(
            item
            for item in coming_items(meeting)
            if not covers_sub_items(meeting, item) or item.state == "running"
        )

    # -- what is needed -------------------------------------------------------------------

    @property
    def target(self) -> datetime | None:
        """What the meeting shall end at: the plan, else the hard end."""
        return planned_end(self.meeting) or hard_end(self.meeting)

    @property
    def need(self) -> int:
        """Minutes too many; negative: to spare; 0 where nothing says when it ends."""
        end = self.before.end if self.before else None
        return minutes_between(self.target, end) or 0

    # -- proposals ------------------------------------------------------------------------

    def proposals(
        self, items: Mapping[str, str] | None = None, minutes: Mapping[str, int] | None = None
    ) -> tuple[Proposal, ...]:
        """All that make sense now, in the order of how little they hurt. `items`: kind -> id of the
        item it shall be about; `minutes`: id -> the minutes somebody typed."""
        chosen = items or {}
        found = [*self._too_long(chosen)] if self.need > 0 else []
        if self.need < 0 and self.before is not None:
            found = [*self._too_short(chosen)]
        return (*found, self.own(minutes or {}))

    def choices(self, kind: ProposalKind) -> tuple[str, ...]:
        """Ids of the items that a proposal of this kind can be about."""
        if kind == "shorten":
            return tuple(item.id for item in self._givers() if self._cut([item]))
        if kind in ("defer", "park"):
            return tuple(i.id for i in self._open_ones() if i.is_business)
        if kind == "lengthen":
            return tuple(item.id for item in self._open_ones() if item.is_business)
        return ()

    def own(self, minutes: Mapping[str, int]) -> Proposal:
        """The minutes somebody typed; never below what is used."""
        wanted = {
            item.id: max(minutes[item.id], self._used(item))
            for item in self.coming
            if item.id in minutes
        }
        return self._proposal("own", self._amends(wanted))

    def _too_long(self, chosen: Mapping[str, str]) -> Iterator[Proposal]:
        breaks = [i for i in self._open_ones() if i.is_break and self._room(i) > 0]
        if given := self._cut(breaks):
            yield self._proposal("breaks", self._amends(given | self._eaten()))
        if given := self._cut(self._givers()):
            yield self._proposal("share", self._amends(given | self._eaten()))
        if (item := self._about("shorten", chosen)) is not None:
            yield self._proposal("shorten", self._amends(self._cut([item])), item.id)
        for kind in ("defer", "park"):
            if (item := self._about(kind, chosen)) is not None:
                yield self._proposal(kind, put_off(item, kind == "park"), item.id)
        if self.before is not None:
            yield self._proposal("move_end", self._end_at(self.before.end))

    def _too_short(self, chosen: Mapping[str, str]) -> Iterator[Proposal]:
        takers = [i for i in self._open_ones() if i.is_business and i.planned_minutes]
        if takers:
            parts = shared(-self.need, [item.planned_minutes or 0 for item in takers])
            more = {
                item.id: (item.planned_minutes or 0) + part
                for item, part in zip(takers, parts, strict=True)
                if part
            }
            yield self._proposal("give", self._amends(more))
        if (item := self._about("lengthen", chosen)) is not None:
            longer = {item.id: (item.planned_minutes or 0) - self.need}
            yield self._proposal("lengthen", self._amends(longer), item.id)
        if self.before is not None:
            yield self._proposal("end_early", self._end_at(self.before.end))

    # -- who gives ------------------------------------------------------------------------

    def _open_ones(self) -> tuple[AgendaItem, ...]:
        """Coming, not begun, not protected."""
        return tuple(i for i in self.coming if i.state == "open" and i.id not in self.protected)

    def _givers(self) -> list[AgendaItem]:
        return [i for i in self._open_ones() if i.is_business and i.planned_minutes]

    def _used(self, item: AgendaItem) -> int:
        return math.ceil(item.used_seconds(self.now) / 60)

    def _floor(self, item: AgendaItem) -> int:
        planned = item.planned_minutes or 0
        return min(planned, max(self._used(item), floor_of(planned)))

    def _room(self, item: AgendaItem) -> int:
        return (item.planned_minutes or 0) - self._floor(item)

    def _about(self, kind: ProposalKind, chosen: Mapping[str, str]) -> AgendaItem | None:
        """The item chosen for it; else the longest to shorten, the last one to put off."""
        ids = self.choices(kind)
        items = [item for item in self.coming if item.id in ids]
        if not items:
            return None
        wanted = next((item for item in items if item.id == chosen.get(kind)), None)
        if wanted is not None:
            return wanted
        if kind == "shorten":
            return max(
                reversed(items), key=lambda i: -self._cut([i])[i.id] + (i.planned_minutes or 0)
            )
        return items[0] if kind == "lengthen" else items[-1]

    def _cut(self, items: list[AgendaItem]) -> dict[str, int]:
        """New minutes of those that give something, in proportion, as far as it helps the end."""
        assert self.before is not None
        order = [slot.item for slot in self.before.slots]
        items = sorted(items, key=lambda item: order.index(item.id))
        caps = []
        for slot in self.before.slots:
            item = self.meeting.item(slot.item)
            if item is None or not item.fixed_start or item.intervals:
                continue
            first = sum(order.index(i.id) < order.index(slot.item) for i in items)
            caps.append((first, int(slot.late // 60)))
        planned = [item.planned_minutes or 0 for item in items]
        given = cuts_within(self.need, planned, [self._floor(item) for item in items], caps)
        return {
            item.id: have - cut
            for item, have, cut in zip(items, planned, given, strict=True)
            if cut
        }

    def _eaten(self) -> dict[str, int]:
        """Spare time that is used up already, said in its minutes too."""
        assert self.before is not None
        found = {}
        for item in self._open_ones():
            slot = self.before.slot(item.id)
            if item.purpose == "buffer" and slot is not None:
                left = int((slot.end - slot.start).total_seconds() // 60)
                if left != (item.planned_minutes or 0):
                    found[item.id] = left
        return found

    # -- the steps ------------------------------------------------------------------------

    def _amends(self, minutes: Mapping[str, int]) -> tuple[c.Change, ...]:
        return tuple(
            c.AgendaItemAmended(item=item.id, planned_minutes=minutes[item.id])
            for item in self.coming
            if item.id in minutes and minutes[item.id] != (item.planned_minutes or 0)
        )

    def _end_at(self, end: datetime) -> tuple[c.Change, ...]:
        return (c.MeetingAmended(end=f"{end:%H:%M}"),)

    def _kept_end(self, changes: tuple[c.Change, ...]) -> tuple[c.Change, ...]:
        """Where the planned end is only the sum of the minutes, it is set with the first
        re-planning: else it would move with them, and the meeting stay as late as it was."""
        end = planned_end(self.meeting)
        if not changes or self.meeting.end or end is None:
            return ()
        if any(isinstance(change, c.MeetingAmended) for change in changes):
            return ()
        return self._end_at(end)

    def _protection(self) -> tuple[c.Change, ...]:
        return tuple(
            c.AgendaItemAmended(item=item.id, is_protected=item.id in self.protected)
            for item in self.meeting.agenda_items
            if (item.id in self.protected) != (item.id in self._known)
        )

    def _proposal(
        self, kind: ProposalKind, changes: tuple[c.Change, ...], item: str = ""
    ) -> Proposal:
        after_meeting = as_replanned(self.meeting, changes)
        after = project(after_meeting, self.now)
        target = self.target
        if kind in ("move_end", "end_early"):
            target = planned_end(after_meeting)
        end = after.end if after else None
        past = minutes_between(hard_end(self.meeting), end)
        return Proposal(
            kind=kind,
            changes=(*changes, *self._kept_end(changes), *self._protection()),
            rows=tuple(self._rows(after_meeting, after)),
            item=item,
            end=end,
            over=minutes_between(target, end),
            past_hard_end=max(0, past or 0),
        )

    def _rows(self, meeting: Meeting, after: Projection | None) -> Iterator[PlanRow]:
        for item in self.coming:
            new = meeting.item(item.id)
            before_slot = self.before.slot(item.id) if self.before else None
            after_slot = after.slot(item.id) if after else None
            is_gone = new is None or new.state == "deferred"
            yield PlanRow(
                item=item.id,
                minutes_before=item.planned_minutes or 0,
                minutes_after=None if is_gone or new is None else new.planned_minutes or 0,
                end_before=before_slot.end if before_slot else None,
                end_after=after_slot.end if after_slot else None,
                is_protected=item.id in self.protected,
                late_after=int(after_slot.late // 60) if after_slot else 0,
            )


def put_off(item: AgendaItem, is_parked: bool) -> tuple[c.Change, ...]:
    """The step that puts an item off to the next meeting, or into the parking lot, where it then
    stands as a topic."""
    if is_parked:
        return (
            c.ItemDeferred(item=item.id, to="parking_lot"),
            c.TopicParked(text=item.title, item=item.id),
        )
    return (c.ItemDeferred(item=item.id, to="next_meeting"),)


def as_replanned(meeting: Meeting, changes: tuple[c.Change, ...]) -> Meeting:
    """The meeting as it would be with these changes of minutes, items put off and another end."""
    items = {item.id: item for item in meeting.agenda_items}
    for change in changes:
        match change:
            case c.AgendaItemAmended(item=item_id, planned_minutes=minutes) if (
                minutes is not UNSET and item_id in items
            ):
                items[item_id] = replace(items[item_id], planned_minutes=minutes)
            case c.ItemDeferred(item=item_id, to=to) if item_id in items:
                items[item_id] = replace(items[item_id], state="deferred", deferred_to=to)
            case c.MeetingAmended(end=end) if end is not UNSET:
                meeting = replace(meeting, end=end)
    return replace(meeting, agenda_items=tuple(items.values()))
