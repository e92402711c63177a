"""The agenda while it is folded: items, their order, and whose clock runs."""

from __future__ import annotations

from typing import Any, cast

from msgspec.structs import replace

from facilitator.meeting import changes as c
from facilitator.meeting.agenda import AgendaTree
from facilitator.meeting.invitation import Invitation
from facilitator.meeting.model import AgendaItem, Bias, Instant, Interval, ItemState, TakenOff
from facilitator.meeting.things import Thing


class FoldedAgenda:
    """Mutable; `freeze` gives the items in the order of the agenda."""

    def __init__(self) -> None:
        self.items: dict[str, Thing[AgendaItem]] = {}
        self._tree = AgendaTree()
        self._invitation = Invitation()
        self._running = ""

    @property
    def running(self) -> str:
        """Id of the item whose clock runs, or empty."""
        return self._running

    @property
    def latest(self) -> Instant | None:
        """When an item was last started or ended."""
        moments = [
            moment
            for thing in self.items.values()
            for interval in _intervals(thing)
            for moment in (interval.start, interval.end)
            if moment is not None
        ]
        return max(moments, key=lambda moment: moment.at, default=None)

    def begin(self) -> None:
        """The meeting begins with the agenda as it stands."""
        if not self._invitation.is_kept:
            self._invitation.keep(self._tree.walk(self._unnumbered()))

    def item_added(self, stamped: c.Stamped, change: c.AgendaItemAdded) -> None:
        item = change.id or stamped.id
        if item in self.items:
            return
        self._tree.add(item, change.parent, change.after)
        beside = ("id", "parent", "after")
        values = {n: getattr(change, n) for n in change.__struct_fields__ if n not in beside}
        self.items[item] = Thing(item, stamped.id, values)

    def item_moved(self, stamped: c.Stamped, change: c.AgendaItemMoved) -> None:
        self._tree.move(change.item, change.parent, change.after)
        self._invitation.moved(change.item)

    def item_removed(self, stamped: c.Stamped, change: c.AgendaItemRemoved) -> None:
        """Its sub-items go with it; the clock stops if it ran for one of them."""
        self._tree.remove(change.item)
        if self._running and self._running not in {item for item, *_ in self._tree.walk()}:
            self.end_running(stamped.at)

    def item_started(self, stamped: c.Stamped, change: c.ItemStarted) -> bool:
        """True when the clock of this item now runs (again)."""
        thing = self.items.get(change.item)
        if thing is None or change.item == self._running:
            return False
        before = self.items.get(self._running)
        if before is not None and change.interrupts:
            self._stop_clock(stamped.at)  # who is biased stays out: it goes on afterwards
            before.put("state", "interrupted")
        else:
            self.end_running(stamped.at)
        thing.put("intervals", (*_intervals(thing), Interval(start=stamped.at)))
        thing.put("state", "running")
        self._running = change.item
        return True

    def item_ended(self, stamped: c.Stamped, change: c.ItemEnded) -> None:
        self._leave(stamped, change.item, "done")

    def item_skipped(self, stamped: c.Stamped, change: c.ItemSkipped) -> None:
        self._leave(stamped, change.item, "skipped")

    def item_deferred(self, stamped: c.Stamped, change: c.ItemDeferred) -> None:
        self._leave(stamped, change.item, "deferred")
        if (thing := self.items.get(change.item)) is not None:
            thing.put("deferred_to", change.to)

    def item_reopened(self, stamped: c.Stamped, change: c.ItemReopened) -> None:
        if change.item != self._running:
            self._set_state(change.item, "open")
            if (thing := self.items.get(change.item)) is not None:
                thing.put("deferred_to", "")

    # -- bias -----------------------------------------------------------------------------

    def bias_declared(self, stamped: c.Stamped, change: c.BiasDeclared) -> None:
        thing = self.items.get(change.item)
        if thing is None or any(_is_same(bias, change) for bias in _bias(thing) if _is_out(bias)):
            return
        declared = Bias(person=change.person, name=change.name, at=stamped.at)
        thing.put("bias", (*_bias(thing), declared))
        thing.put("is_bias_denied", False)

    def bias_ended(self, stamped: c.Stamped, change: c.BiasEnded) -> None:
        if (thing := self.items.get(change.item)) is not None:
            thing.put(
                "bias",
                tuple(
                    replace(bias, returned_at=stamped.at)
                    if _is_out(bias) and _is_same(bias, change)
                    else bias
                    for bias in _bias(thing)
                ),
            )

    def bias_denied(self, stamped: c.Stamped, change: c.BiasDenied) -> None:
        if (thing := self.items.get(change.item)) is not None:
            thing.put("is_bias_denied", True)

    def end_running(self, at: Instant) -> None:
        """The running item is over, if one runs."""
        thing = self._stop_clock(at)
        if thing is None:
            return
        thing.put("state", "done")
        if any(_is_out(bias) for bias in _bias(thing)):  # the item is over: back at the table
            back = tuple(replace(b, returned_at=b.returned_at or at) for b in _bias(thing))
            thing.put("bias", back)

    def _stop_clock(self, at: Instant) -> Thing[AgendaItem] | None:
        """The item that ran, which now does not."""
        thing = self.items.get(self._running)
        self._running = ""
        if thing is not None:
            intervals = _intervals(thing)
            if intervals and intervals[-1].end is None:
                ended = Interval(start=intervals[-1].start, end=at)
                thing.put("intervals", (*intervals[:-1], ended))
        return thing

    def move_end(self, before: Instant, after: Instant) -> None:
        """What ended with the meeting ends when it now turns out to have been over."""
        for thing in self.items.values():
            intervals = _intervals(thing)
            if intervals and intervals[-1].end == before and intervals[-1].start.at <= after.at:
                moved = Interval(start=intervals[-1].start, end=after)
                thing.put("intervals", (*intervals[:-1], moved))

    def freeze(self) -> tuple[AgendaItem, ...]:
        rows = self._tree.walk(self._unnumbered())
        moved = self._invitation.moved_now(rows)
        return tuple(
            self._freeze_item(order, *row, is_moved=row[0] in moved)
            for order, row in enumerate(rows, start=1)
        )

    def freeze_taken_off(self) -> tuple[TakenOff, ...]:
        """What the agenda of the beginning had and the present one has not; breaks are no
        business of the room."""
        return tuple(
            TakenOff(
                number=number,
                title=cast("str", self.items[item].values["title"]),
                public=self._is_public(item),
            )
            for item, number in self._invitation.numbers.items()
            if number and self._tree.is_removed(item)
        )

    def closed_gone(self) -> tuple[str, ...]:
        """Removed items that were not public."""
        return tuple(
            item for item in self.items if self._tree.is_removed(item) and not self._is_public(item)
        )

    def _is_public(self, item: str) -> bool:
        """It and all it belongs to, removed ones too."""
        return all(self.items[each].values["public"] for each in self._tree.up_from(item))

    def _unnumbered(self) -> set[str]:
        return {item for item, thing in self.items.items() if _is_unnumbered(thing)}

    def _leave(self, stamped: c.Stamped, item: str, state: ItemState) -> None:
        if item == self._running:
            self.end_running(stamped.at)
        self._set_state(item, state)

    def _set_state(self, item: str, state: ItemState) -> None:
        if (thing := self.items.get(item)) is not None:
            thing.put("state", state)

    def _freeze_item(
        self, order: int, item: str, number: str, parent: str, depth: int, *, is_moved: bool
    ) -> AgendaItem:
        thing = self.items[item]
        old = thing.frozen
        place: dict[str, Any] = {
            "order": order,
            "number": number,
            "parent": parent,
            "depth": depth,
            "invited_as": self._invitation.numbers.get(item, ""),
            "is_added_live": self._invitation.is_added(item),
            "is_moved_live": is_moved,
        }
        if old is None or any(getattr(old, name) != value for name, value in place.items()):
            values = cast("dict[str, Any]", thing.values)
            thing.frozen = AgendaItem(id=item, **place, **values)
        return cast("AgendaItem", thing.frozen)


def _intervals(thing: Thing[AgendaItem]) -> tuple[Interval, ...]:
    return cast("tuple[Interval, ...]", thing.values.get("intervals", ()))


def _bias(thing: Thing[AgendaItem]) -> tuple[Bias, ...]:
    return cast("tuple[Bias, ...]", thing.values.get("bias", ()))


def _is_out(bias: Bias) -> bool:
    return bias.returned_at is None


def _is_same(bias: Bias, change: c.BiasDeclared | c.BiasEnded) -> bool:
    return (bias.person, bias.name) == (change.person, change.name) or bool(
        bias.person and bias.person == change.person
    )


def _is_unnumbered(thing: Thing[AgendaItem]) -> bool:
    return thing.values.get("purpose") in ("break", "buffer")
