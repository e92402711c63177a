"""The agenda a meeting began with, and what became of it: added, moved, taken off.

Councils print such changes (a town code asks for urgency and a vote to add an item, § 48 (1) GO
NRW; taking off and moving are up to the council), so the order of the invitation is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

Row = tuple[str, str, str, int]
"""Item, number, parent, depth, as `AgendaTree.walk` gives them."""


class Invitation:
    """Kept by the fold when the meeting begins. One that began without an agenda (with one item
    at most) made it as it went along: then nothing counts as a change."""

    def __init__(self) -> None:
        self.numbers: dict[str, str] = {}
        """Item -> number, in the order of the agenda."""
        self._before: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._moved: set[str] = set()
        self.is_kept = False

    def keep(self, rows: Sequence[Row]) -> None:
        """The agenda as it stands is the one the meeting begins with. Only the first counts."""
        if not self.is_kept:
            self.is_kept = True
            if len(rows) > 1:
                self.numbers = {item: number for item, number, _, _ in rows}
            self._before = _before(rows, self.numbers.keys())

    def moved(self, item: str) -> None:
        """Somebody moved it; whether it has another place now is seen in the end."""
        if self.is_kept:
            self._moved.add(item)

    def is_added(self, item: str) -> bool:
        return bool(self.numbers) and item not in self.numbers

    def moved_now(self, rows: Sequence[Row]) -> set[str]:
        """Those of the items that were moved which stand elsewhere than at the beginning: under
        another item, or with others of the first agenda before them."""
        if not self._moved:
            return set()
        stayed = {item for item, *_ in rows} & self.numbers.keys()
        now = _before(rows, stayed)
        return {
            item
            for item in self._moved & self._before.keys() & now.keys()
            if _without_gone(self._before[item], stayed) != now[item]
        }


def _before(rows: Sequence[Row], known: AbstractSet[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Item -> its parent and the siblings in front of it, of those known. Breaks, which have no
    number, count neither as items nor as siblings."""
    siblings: dict[str, list[str]] = {}
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for item, number, parent, _ in rows:
        if item in known and number:
            before = siblings.setdefault(parent, [])
            found[item] = parent, tuple(sorted(before))
            before.append(item)
    return found


def _without_gone(
    place: tuple[str, tuple[str, ...]], stayed: AbstractSet[str]
) -> tuple[str, tuple[str, ...]]:
    parent, before = place
    return parent, tuple(item for item in before if item in stayed)
