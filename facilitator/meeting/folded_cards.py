"""Cards, their groups and boards while they are folded."""

from __future__ import annotations

from typing import Any, cast

from facilitator.meeting import changes as c
from facilitator.meeting.model import Board, CardGroup, Contribution
from facilitator.meeting.things import Thing, frozen_things


class FoldedCards:
    """Mutable; cards hang in the order in which they came or were moved. What hangs under a board
    that is gone comes back with it."""

    def __init__(self) -> None:
        self.boards: dict[str, Thing[Board]] = {}
        self.groups: dict[str, Thing[CardGroup]] = {}
        self.cards: dict[str, Thing[Contribution]] = {}
        self._order: list[str] = []
        self._gone: set[str] = set()
        """Ids of removed boards and card groups; only undo brings them back, folding anew."""
        self._tags = 0

    def board_opened(self, stamped: c.Stamped, change: c.BoardOpened) -> None:
        values = {name: getattr(change, name) for name in change.__struct_fields__}
        self.boards[stamped.id] = Thing(stamped.id, stamped.id, values | {"at": stamped.at})

    def board_removed(self, stamped: c.Stamped, change: c.BoardRemoved) -> None:
        self._gone.add(change.board)

    def group_added(self, stamped: c.Stamped, change: c.CardGroupAdded) -> None:
        values: dict[str, object] = {
            "board": change.board, "name": change.name, "column": max(0, change.column),
        }  # fmt: skip
        self.groups[stamped.id] = Thing(stamped.id, stamped.id, values)

    def group_removed(self, stamped: c.Stamped, change: c.CardGroupRemoved) -> None:
        self._gone.add(change.card_group)

    def written(self, stamped: c.Stamped, change: c.CardWritten) -> None:
        self._tags += 1
        values: dict[str, object] = {
            "board": change.board,
            "text": change.text,
            "column": max(0, change.column),
            "group": change.card_group,
            "line": change.line,
            "at": stamped.at,
            "tag": f"K{self._tags}",
        }
        self.cards[stamped.id] = Thing(stamped.id, stamped.id, values)
        self._order.append(stamped.id)

    def dead(self, change: c.Change | None) -> None:
        """Tags people have heard are not given to another card."""
        if isinstance(change, c.CardWritten):
            self._tags += 1

    def moved(self, stamped: c.Stamped, change: c.CardMoved) -> None:
        thing = self.cards.get(change.card)
        if thing is None or change.after == change.card:
            return
        thing.put("column", max(0, change.column))
        thing.put("group", change.card_group)
        if change.card not in self._order:
            return  # it was removed
        self._order.remove(change.card)
        if change.after == "first":
            place = 0
        elif change.after in self._order:
            place = self._order.index(change.after) + 1
        else:
            place = len(self._order)
        self._order.insert(place, change.card)

    def removed(self, stamped: c.Stamped, change: c.CardRemoved) -> None:
        if change.card in self._order:
            self._order.remove(change.card)

    # -- freezing -------------------------------------------------------------------------

    def freeze_boards(self) -> tuple[Board, ...]:
        return tuple(b for b in frozen_things(self.boards, Board) if b.id not in self._gone)

    def freeze_groups(self) -> tuple[CardGroup, ...]:
        return tuple(
            g
            for g in frozen_things(self.groups, CardGroup)
            if g.id not in self._gone and g.board not in self._gone
        )

    def freeze_cards(self) -> tuple[Contribution, ...]:
        """A card whose group is gone, or hangs on another board or column, hangs under none."""
        groups = {group.id: group for group in self.freeze_groups()}
        found = []
        for card in self._order:
            thing = self.cards[card]
            values = dict(thing.values)
            group = groups.get(cast("str", values["group"]))
            if group is None or (group.board, group.column) != (values["board"], values["column"]):
                values["group"] = ""
            old = thing.frozen
            if old is None or old.group != values["group"]:
                thing.frozen = Contribution(id=card, **cast("dict[str, Any]", values))
            if thing.frozen is not None and thing.frozen.board not in self._gone:
                found.append(thing.frozen)
        return tuple(found)
