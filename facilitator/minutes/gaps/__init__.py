"""What the minutes still lack, in three ranks. Nothing here blocks an export.

One function for the live count, the closing round and the desk, so that all three agree. What is
asked follows the kind of meeting: votes and a chair only of bodies. A gap accepted on purpose
(`left_open`) is silent. Entries that are not for the minutes are never asked about.
"""

from __future__ import annotations

from datetime import date

from facilitator.meeting.model import Instant, Meeting
from facilitator.minutes.gaps.gap import Gap, Rank, What, in_order_of_agenda, votes_are_asked
from facilitator.minutes.gaps.hints import hints
from facilitator.minutes.gaps.lacking import lacking
from facilitator.minutes.gaps.to_decide import to_decide

__all__ = ["Gap", "Rank", "What", "count_missing", "gaps", "missing", "votes_are_asked"]


def gaps(meeting: Meeting, now: Instant | None = None) -> tuple[Gap, ...]:
    """All gaps: missing (actions, those that lack most first; decisions; items; the meeting),
    then to decide, then hints; within each in the order of the agenda.

    `now` is needed only to notice a meeting that nobody closed: running on a later day than its
    own it is asked for its end.
    """
    entries = in_order_of_agenda(meeting)
    return (
        *missing(meeting, now),
        *to_decide(meeting, entries),
        *hints(meeting, entries),
    )


def count_missing(meeting: Meeting, now: Instant | None = None) -> int:
    """How many entries, items and facts of the meeting lack something; one with two gaps counts
    once."""
    return len({gap.subject for gap in missing(meeting, now)})


_latest: tuple[Meeting, date | None, tuple[Gap, ...]] | None = None
"""What was asked for last: a live screen asks every second for the same meeting."""


def missing(meeting: Meeting, now: Instant | None = None) -> tuple[Gap, ...]:
    """The first part of `gaps`: what is missing. Of `now` only the day counts."""
    global _latest
    day = now.at.date() if now is not None else None
    if _latest is None or _latest[0] is not meeting or _latest[1] != day:
        found = tuple(lacking(meeting, in_order_of_agenda(meeting), now))
        _latest = (meeting, day, found)
    return _latest[2]
