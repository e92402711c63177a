"""Sharing minutes out: cut, or given, in proportion and in whole minutes, so that the sum is exact.

Whole minutes by the largest remainder (Hare/Niemeyer): everyone has the whole part of their share,
what is left over goes minute by minute to the largest fractions, the later one first where two are
alike.
"""

from __future__ import annotations

from collections.abc import Sequence


def floor_of(planned: int) -> int:
    """The least an item is cut to: five minutes, or half of its plan where that is less; never
    below one."""
    return max(1, min(5, (planned + 1) // 2))


def shared(amount: int, weights: Sequence[int]) -> list[int]:
    """`amount` in whole minutes in proportion to the weights; their sum is the amount unless all
    weights are 0."""
    total = sum(weights)
    if total <= 0 or amount <= 0:
        return [0] * len(weights)
    parts = [amount * weight // total for weight in weights]
    fractions = [amount * weight % total for weight in weights]
    by_fraction = sorted(range(len(weights)), key=lambda at: (fractions[at], at), reverse=True)
    for at in by_fraction[: amount - sum(parts)]:
        parts[at] += 1
    return parts


def cuts(need: int, minutes: Sequence[int], floors: Sequence[int]) -> list[int]:
    """How much each gives so that all together give `need`, in proportion to their minutes; none
    below its floor. Their sum is the need, or all there is to give."""
    room = [max(0, have - least) for have, least in zip(minutes, floors, strict=True)]
    given = [0] * len(room)
    while (rest := min(need, sum(room)) - sum(given)) > 0:
        open_ones = [at for at, spare in enumerate(room) if given[at] < spare]
        weights = [minutes[at] if at in open_ones else 0 for at in range(len(room))]
        for at, part in enumerate(shared(rest, weights)):
            given[at] = min(room[at], given[at] + part)
    return given


def cuts_within(
    need: int, minutes: Sequence[int], floors: Sequence[int], caps: Sequence[tuple[int, int]]
) -> list[int]:
    """As `cuts`, where the first so many together may give no more than so much: what is won
    before a fixed start is only waited. `caps`: pairs (how many first ones, most they give)."""
    given = cuts(need, minutes, floors)
    for first, most in sorted(caps, key=lambda cap: (-cap[0], cap[1])):
        if sum(given[:first]) > most:
            inner = [cap for cap in caps if cap[0] < first]
            before = cuts_within(max(0, most), minutes[:first], floors[:first], inner)
            won = sum(before)
            outer = [(place - first, limit - won) for place, limit in caps if place > first]
            after = cuts_within(need - won, minutes[first:], floors[first:], outer)
            return [*before, *after]
    return given
