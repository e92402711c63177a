"""When something last changed that a copy of it in another program would show.

A calendar keeps the copy with the higher number (SEQUENCE, RFC 5545 3.8.7.4). A count of changes
cannot be that number: two laptops count apart, a later meeting does not know how often an action
item was amended in the one before, and an undo would lower it. The ids of changes can: they order
all changes of all laptops in time (a hybrid logical clock).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.meeting import changes as c
from facilitator.meeting.changes import Stamped
from facilitator.meeting.things import amended_fields

_NO_MATTER = frozenset({"saw", "read_back_at"})
"""Fields of an amend that no copy shows."""

_OF_THE_MEETING: tuple[type[c.Happening], ...] = (
    c.MeetingPlanned,
    c.MeetingAmended,
    c.OfficerNamed,
    c.AgendaItemAdded,
    c.AgendaItemAmended,
    c.AgendaItemMoved,
    c.AgendaItemRemoved,
)
"""What its appointment says: when, where, what about, who leads."""


def latest_changes(history: Iterable[Stamped]) -> dict[str, str]:
    """For each action item, and for the meeting itself under its id, the id of the last change
    that matters to it. What takes a step back or brings it back changes all that the step
    changed, so a value only grows, whatever is undone. Junk is passed over."""
    latest: dict[str, str] = {}
    steps: dict[str, set[str]] = {}
    reviews: dict[str, str] = {}
    meeting = ""
    for stamped in history:
        change = stamped.change
        if isinstance(change, c.MeetingPlanned) and not meeting:
            meeting = stamped.id
        if isinstance(change, c.ActionItemReviewed):
            reviews[stamped.id] = change.action_item
        if isinstance(change, c.TakenBack | c.Restored):
            touched = {thing for step in change.steps for thing in steps.get(step, ())}
        else:
            touched = set(_touched(stamped, meeting, reviews))
            steps.setdefault(stamped.step, set()).update(touched)
        latest.update(dict.fromkeys(touched, stamped.id))
    return latest


def _touched(stamped: Stamped, meeting: str, reviews: dict[str, str]) -> Iterator[str]:
    change = stamped.change
    if isinstance(change, c.Amendment) and not _matters(change):
        return
    if isinstance(change, _OF_THE_MEETING):
        yield meeting
    match change:
        case c.EntryRecorded():
            yield stamped.id
        case c.ActionItemAmended(action_item=thing) | c.ActionItemReviewed(action_item=thing):
            yield thing
        case c.ReviewAmended(review=review) if review in reviews:
            yield reviews[review]
        case (
            c.EntryConverted(entry=thing)
            | c.EntryMoved(entry=thing)
            | c.EntryRemoved(entry=thing)
            | c.VisibilitySet(entry=thing)
        ):
            yield thing
        case c.NumbersGiven(numbers=numbers):
            yield from (thing for thing, _ in numbers)
        case c.ActionItemsTabled(action_items=actions):
            yield from (action.id for action in actions)


def _matters(change: c.Amendment) -> bool:
    return bool(amended_fields(change).keys() - _NO_MATTER)


def milliseconds(change_id: str) -> int | None:
    """When a change was made, in milliseconds since 1970, as its id says; None for an id of
    another form (data from elsewhere)."""
    head = change_id[:12]
    if len(head) < 12 or change_id[12:13] != "-":
        return None
    try:
        found = int(head, 16)
    except ValueError:
        return None
    return found if 0 < found < _YEAR_10000 else None


_YEAR_10000 = 253_402_300_800_000


def sequence(born: str, last: str) -> int:
    """SEQUENCE of a copy: whole seconds from the change that made the thing (`born`, an id) to
    the last one that matters to it. 0 at birth; it grows with every change, on any laptop, and
    never falls. Two changes in one second share a number: no copy left the program between
    them."""
    start, end = milliseconds(born), milliseconds(last)
    if start is None or end is None:
        return 0
    return min(max(0, (end - start) // 1000), _LARGEST)


_LARGEST = 2**31 - 1
