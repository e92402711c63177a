"""Figures that are legible from ten metres: a terminal cannot enlarge its letters."""

from __future__ import annotations

_ROWS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}
_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}

SMALL, LARGE, HUGE = 3, 5, 10
"""Rows of the three sizes."""


def figures(text: str, rows: int = LARGE) -> list[str]:
    """Digits and colons in lines of equal width, as many as `rows` says or the next smaller size;
    other characters are passed over."""
    drawn = [_ROWS[each] for each in text if each in _ROWS]
    if rows < LARGE:
        gap = " "
        dotted = [[*each, " " * len(each[0])] for each in drawn]
        return [
            gap.join(_half(each[at], each[at + 1]) for each in dotted).rstrip("\n")
            for at in range(0, 6, 2)
        ]
    scale = rows // LARGE if rows >= HUGE else 1
    cell = 2 * scale
    lines = [
        (" " * cell).join(
            "".join(("█" if dot == "#" else " ") * cell for dot in each[at]) for each in drawn
        )
        for at in range(LARGE)
    ]
    return [each for each in lines for _ in range(scale)]


def _half(upper: str, lower: str) -> str:
    return "".join(_HALVES[a == "#", b == "#"] for a, b in zip(upper, lower, strict=True))
