"""Systemic consensing: the option with the lowest resistance of the group wins.

After Georg Paulus, Siegfried Schrotta and Erich Visotschnig, 'Systemisches Konsensieren' (2009):
everybody gives every option a resistance from 0 (none) to 10 (unbearable). The passive solution
('everything stays as it is') is always one of the options: whatever has more resistance than it is
worse than doing nothing. Acceptance is what is left of the most resistance possible.
"""

from __future__ import annotations

from facilitator.meeting.model import Consensing, Resisted

MOST = 10
"""Resistance of one person against one option."""


def winners(asked: Consensing) -> tuple[Resisted, ...]:
    """The options with the lowest resistance: one, or several that are tied. Empty without any."""
    if not asked.options:
        return ()
    lowest = min(option.total for option in asked.options)
    return tuple(option for option in asked.options if option.total == lowest)


def acceptance(option: Resisted, voters: int) -> float | None:
    """In per cent: 100 * (1 - resistance / (10 * voters)), within 0 and 100. None without
    voters."""
    if voters <= 0:
        return None
    return min(100.0, max(0.0, 100.0 * (1 - option.total / (MOST * voters))))


def ranked(asked: Consensing) -> tuple[Resisted, ...]:
    """The options by rising resistance; equal ones in the order in which they were asked."""
    return tuple(sorted(asked.options, key=lambda option: option.total))
