"""Fist to five: everybody shows with the fingers of one hand how far they go along.

0 (fist) blocks, 1 and 2 have serious reservations, 3 can live with it, 4 agrees, 5 carries it.
After the practice of co-operatives ('fist of five'): everybody below three is asked what they
need, the wording is mended, and the hands go up again. There is consent when nobody is below
three any more.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.meeting.model import FistToFive, Opinion

ASKED_BELOW = 3


def voters(fist: FistToFive) -> int:
    return sum(fist.counts)


def asked(fist: FistToFive) -> int:
    """How many must be asked: those with a fist, one or two fingers."""
    return sum(fist.counts[:ASKED_BELOW])


def runs(opinions: Sequence[Opinion]) -> tuple[FistToFive, ...]:
    """All that were taken, in their order; the last one counts."""
    return tuple(each for each in opinions if isinstance(each, FistToFive))
