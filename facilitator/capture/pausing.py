"""What follows `/pause`: '15', '15 min', 'bis 18:05', '18.05 Uhr', 'until 6:05', or nothing."""

from __future__ import annotations

import re

from msgspec import Struct

from facilitator.meeting.breaks import LONGEST_MINUTES

_MINUTES = re.compile(r"(\d{1,3})\s*(?:min|min\.|minuten?|minutes?|m|')?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2})(?:[.,](5))?\s*(?:h|std\.?|stunden?|hours?)", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:(bis um|bis|um|until|till|to|at)\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(uhr|h|o'clock)?",
    re.IGNORECASE,
)


_FOR = re.compile(r"^(?:für|for)\s+", re.IGNORECASE)
_AFTERNOON = 6 * 60
"""Minutes within which an hour of the clock face is meant, not the same one of the night."""
_SPOKEN = {
    "viertelstunde": 15, "eine viertelstunde": 15, "halbe stunde": 30, "eine halbe stunde": 30,
    "dreiviertelstunde": 45, "eine dreiviertelstunde": 45, "eine stunde": 60,
    "anderthalb stunden": 90, "a quarter of an hour": 15, "quarter of an hour": 15,
    "half an hour": 30, "an hour": 60, "one hour": 60,
}  # fmt: skip


class BreakAsked(Struct, frozen=True, kw_only=True):
    """`minutes` and `until` ("HH:MM") open: as planned."""

    minutes: int | None = None
    until: str = ""


def read_break(said: str, now_hhmm: str) -> BreakAsked | None:
    """None: not understood, longer than half a day, or a time that is past."""
    said = " ".join(said.split())
    if not said:
        return BreakAsked()
    if minutes := _SPOKEN.get(said.casefold().removeprefix("für ").removeprefix("for ")):
        return BreakAsked(minutes=minutes)
    if found := _MINUTES.fullmatch(_FOR.sub("", said)):
        minutes = int(found.group(1))
        return BreakAsked(minutes=minutes) if 0 < minutes <= LONGEST_MINUTES else None
    if found := _HOURS.fullmatch(_FOR.sub("", said)):
        minutes = int(found.group(1)) * 60 + (30 if found.group(2) else 0)
        return BreakAsked(minutes=minutes) if 0 < minutes <= LONGEST_MINUTES else None
    found = _UNTIL.fullmatch(said)
    if found is None or not (found.group(1) or found.group(3) or found.group(4)):
        return None
    hour, minute = int(found.group(2)), int(found.group(3) or 0)
    if hour > 23 or minute > 59:
        return None
    now = int(now_hhmm[:2]) * 60 + int(now_hhmm[3:5])
    if 0 < hour < 12 and 0 < (hour + 12) * 60 + minute - now <= _AFTERNOON:
        hour += 12  # 'until 1:15' said at noon
    if not 0 < (hour * 60 + minute - now) % (24 * 60) <= LONGEST_MINUTES:
        return None
    return BreakAsked(until=f"{hour:02}:{minute:02}")
