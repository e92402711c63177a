"""Cards under a question (Metaplan): collected, grouped, weighed with dots."""

from __future__ import annotations

from facilitator.meeting.model.base import Instant, Value


class Board(Value, frozen=True, kw_only=True):
    """Cards that belong together. `columns`: their names ('Bestand', 'Handlungsbedarf', ...);
    none: one column. `field`: id of the field of action it is about, or empty."""

    id: str
    prompt: str
    at: Instant
    item: str = ""
    columns: tuple[str, ...] = ()
    field: str = ""
    dots_each: int | None = None
    """Dots per person, where cards are weighed."""
    voters: int | None = None
    """How many people have dots; None: those present."""
    are_dots_shown: bool = False
    """On the wall; off while people still stick them."""


class CardGroup(Value, frozen=True, kw_only=True):
    id: str
    board: str
    name: str
    column: int = 0


class Contribution(Value, frozen=True, kw_only=True):
    """One card. `group`: id of its card group or empty; `column`: place among the columns of the
    board, from 0. `dots` None: not weighed. `tag`: 'K12'."""

    id: str
    tag: str
    board: str
    text: str
    at: Instant
    column: int = 0
    group: str = ""
    dots: int | None = None
    line: str = ""
