"""Agenda items and the time they took."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model.base import Instant, Value

ItemState = Literal["open", "running", "interrupted", "done", "skipped", "deferred"]
"""'interrupted': its clock stands while something else runs, usually a break; it goes on after."""
Purpose = Literal["", "open_actions", "approval", "break", "buffer"]
"""Items the program put there itself (review of open actions, approval of the last minutes), and
items that are no business of the room: breaks and spare time have no number."""


class Interval(Value, frozen=True, kw_only=True):
    """A stretch of time in which an agenda item ran; `end` None while it runs."""

    start: Instant
    end: Instant | None = None

    def seconds(self, now: Instant) -> float:
        return self.start.seconds_until(self.end or now)


class Bias(Value, frozen=True, kw_only=True):
    """Somebody does not take part in one item because it concerns them (Befangenheit, as in § 31
    GO NRW); they do not count as present and entitled for it. `returned_at` None: still out."""

    person: str
    """Id of the person, or empty: somebody not on the list."""
    name: str
    at: Instant
    returned_at: Instant | None = None


class AgendaItem(Value, frozen=True, kw_only=True):
    """`number` ('8.2') follows from place and nesting. `parent` is an id or empty."""

    id: str
    number: str
    """Empty for breaks and spare time."""
    title: str
    order: int = 0
    """Place in the agenda as it stands, from 1, breaks among the rest."""
    parent: str = ""
    depth: int = 0
    short_title: str = ""
    planned_minutes: int | None = None
    presenter: str = ""
    public: bool = True
    group: str = ""
    """Id of the working group whose report this is, or empty."""
    field: str = ""
    """Id of the field of action that entries here inherit, or empty."""
    purpose: Purpose = ""
    fixed_start: str = ""
    """"HH:MM": somebody comes for it, it begins then whatever runs before; or empty."""
    agreed_end: str = ""
    """"HH:MM" of a break as agreed with the room, or empty."""
    is_protected: bool = False
    """Re-planning leaves its minutes alone."""
    paper: str = ""
    """Number of the paper it is about (Vorlage, Drucksache), or empty."""
    state: ItemState = "open"
    intervals: tuple[Interval, ...] = ()
    deferred_to: Literal["", "next_meeting", "parking_lot"] = ""
    bias: tuple[Bias, ...] = ()
    is_bias_denied: bool = False
    """It was asked, and nobody declared to be biased."""
    invited_as: str = ""
    """Its number in the agenda as it stood at the start, where the meeting has begun; or empty."""
    is_added_live: bool = False
    """It was not in the agenda the meeting began with."""
    is_moved_live: bool = False
    """It has had another place since the meeting began."""
    link: str = ""
    """Id of the card or the group of cards it came from, or empty."""
    minutes_of: str = ""
    """Id of the earlier meeting whose minutes are to be approved under it, or empty: the latest
    that were not yet."""
    result: str = ""
    """In the words of councils: 'zur Kenntnis genommen', 'vertagt', ..."""

    @property
    def is_break(self) -> bool:
        return self.purpose == "break"

    @property
    def is_business(self) -> bool:
        """Something the room deals with; breaks and spare time are not."""
        return self.purpose not in ("break", "buffer")

    def used_seconds(self, now: Instant) -> float:
        return sum(interval.seconds(now) for interval in self.intervals)


class TakenOff(Value, frozen=True, kw_only=True):
    """An item of the agenda as it stood at the start that was removed while the meeting ran."""

    number: str
    title: str
    public: bool = True
