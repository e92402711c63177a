"""From indentation and markers to the depth of each line."""

from __future__ import annotations

from msgspec import Struct

from facilitator.exchange.agenda_line import DEEPEST
from facilitator.exchange.agenda_markers import Marker, Path

_RANKS = {"number": 20, "plain": 20, "lower": 40, "bullet": 99}
"""A style of higher rank at the same indentation belongs to the line above it."""


class _Level(Struct, frozen=True):
    indent: int
    rank: int
    path: Path


class Nesting:
    """Keeps the lines a next one could belong to. Numbers decide where they speak ('8.1' belongs
    to '8'), then indentation, then the style of the marker ('a)' and bullets below numbers)."""

    def __init__(self) -> None:
        self._above: list[_Level] = []
        self._ranks = dict(_RANKS)

    def depth_of(self, indent: int, marker: Marker) -> int:
        """0 to 2; the line is then itself one that others may belong to."""
        level = _Level(indent, self._rank(marker), marker.path)
        if not self._placed_by_number(marker.path):
            self._place_by_look(level)
        self._above.append(level)
        return min(len(self._above) - 1, DEEPEST)

    def _rank(self, marker: Marker) -> int:
        if marker.style.startswith("heading"):
            return int(marker.style[-1])
        if marker.style in {"upper", "roman"} and marker.style not in self._ranks:
            is_first = not any(level.rank >= 20 for level in self._above)
            self._ranks[marker.style] = 15 if is_first else 30
        return self._ranks[marker.style] + max(0, len(marker.path) - 1)

    def _placed_by_number(self, path: Path) -> bool:
        if len(path) < 2:
            return False
        for place in range(len(self._above) - 1, -1, -1):
            known = self._above[place].path
            if known == path[:-1]:
                del self._above[place + 1 :]
                return True
            if len(known) == len(path) and known[:-1] == path[:-1]:
                del self._above[place:]
                return True
        return False

    def _place_by_look(self, level: _Level) -> None:
        while self._above:
            top = self._above[-1]
            is_headed = top.rank < 10 or level.rank < 10  # headings have no indentation
            if not is_headed and level.indent > top.indent + 1:
                return
            if (is_headed or level.indent >= top.indent - 1) and level.rank > top.rank:
                return
            self._above.pop()
