"""What the wall is made of: lines with looks, air between them, big figures and bars."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rich.cells import cell_len, set_cell_size

from facilitator.folding import display
from screens.widgets.columns import cut
from screens.widgets.entry_rows import wrapped

Look = Literal["text", "head", "quiet", "bar", "rest", "rule", "over", "missing"]
"""'over': the time of an item is over, the only red. 'missing': 'who?' while it is read back."""


class Span(NamedTuple):
    text: str
    look: Look = "text"


@dataclass(frozen=True, slots=True)
class WallLine:
    """One line of the wall. `is_air`: empty, and the first to go where there is no room; `fills`:
    takes a share of the room that is left."""

    spans: tuple[Span, ...] = ()
    is_air: bool = False
    fills: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


EMPTY = WallLine()
AIR = WallLine(is_air=True)
FILL = WallLine(fills=True)


def line(text: str, look: Look = "text", indent: int = 0) -> WallLine:
    """One line of one look. Whoever typed it, it is one line and harmless."""
    return WallLine((Span(" " * indent + display(text), look),))


def centred(text: str, width: int, look: Look = "text") -> WallLine:
    shown = display(text)
    return line(shown, look, max(0, (width - cell_len(shown)) // 2))


def rule(width: int) -> WallLine:
    return line("─" * width, "rule")


def spaced(texts: Iterable[str], look: Look = "text", indent: int = 0) -> list[WallLine]:
    """The lines of one text with air between them."""
    lines: list[WallLine] = []
    for text in texts:
        lines += [line(text, look, indent), AIR]
    return lines[:-1]


def paragraph(text: str, width: int, look: Look = "text", indent: int = 0) -> list[WallLine]:
    """The text in as many lines as it needs in `width` cells."""
    return [line(part, look, indent) for part in wrapped(" ".join(text.split()), max(4, width))]


def shortened(text: str, width: int) -> str:
    """The text as it is where it fits in `width` cells, else cut behind a word."""
    shown = display(text)
    return shown if cell_len(shown) <= width else cut(shown, width)


def bar(share: float, width: int) -> tuple[Span, Span]:
    """So much of `width` filled; what is not nothing is at least one cell."""
    full = min(width, max(round(share * width), 1 if share > 0 else 0))
    return Span("█" * full, "bar"), Span("░" * (width - full), "rest")


def within(made: WallLine, width: int) -> WallLine:
    """The line in `width` cells: what is too long for a tiny terminal is cut at its edge."""
    if cell_len(made.text) <= width:
        return made
    spans: list[Span] = []
    room = width
    for span in made.spans:
        text = set_cell_size(span.text, min(room, cell_len(span.text)))
        spans.append(Span(text, span.look))
        room -= cell_len(text)
    return WallLine(tuple(spans), made.is_air, made.fills)


def laid_out(lines: Iterable[WallLine], height: int) -> tuple[WallLine, ...]:
    """Exactly `height` lines. Where there are too many air goes, double air first, then from the
    bottom up, then what is last; where there are too few the fills share the rest."""
    kept = [each for each in lines if not each.fills or height]
    fixed = [at for at, each in enumerate(kept) if not each.fills]
    excess = len(fixed) - height
    double = [at for at in fixed if kept[at].is_air and at and kept[at - 1].is_air]
    single = [at for at in reversed(fixed) if kept[at].is_air and at not in double]
    gone = set((double[::-1] + single)[: max(0, excess)])
    kept = [each for at, each in enumerate(kept) if at not in gone]
    fills = sum(each.fills for each in kept)
    spare = max(0, height - (len(kept) - fills))
    done: list[WallLine] = []
    seen = 0
    for each in kept:
        if not each.fills:
            done.append(each)
            continue
        share = spare * (seen + 1) // fills - spare * seen // fills
        seen += 1
        done += [EMPTY] * share
    return tuple((done + [EMPTY] * height)[:height])
