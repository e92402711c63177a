"""How long and from when, as invitations say it: '20 Min', '1,5 Stunden', '16.30–16.45 Uhr'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

LONGEST = 12 * 60
"""Minutes. More than that is no item of an agenda."""

_ABOUT = (
    r"(?:(?:ca\.?|circa|etwa|max\.?|maximal|höchstens|rund|bis zu|about|approx\.?|up to|~|≈)\s*)?"
)
_MINUTES = r"(?:min(?:uten|utes|ute|s)?\b\.?|['′’´]|(?<=\d)m\b)"
_HOURS = r"(?:stunden?\b|std\b\.?|stdn\b\.?|h\b|hours?\b|hrs?\b\.?|h(?=\d))"
_PHRASES = {
    "viertelstunde": 15,
    "eine viertelstunde": 15,
    "halbe stunde": 30,
    "eine halbe stunde": 30,
    "½ stunde": 30,
    "dreiviertelstunde": 45,
    "eine dreiviertelstunde": 45,
    "eine stunde": 60,
    "anderthalb stunden": 90,
    "eineinhalb stunden": 90,
    "half an hour": 30,
    "a quarter of an hour": 15,
    "an hour": 60,
    "one hour": 60,
}
DURATION = (
    rf"{_ABOUT}(?:"
    rf"(?P<clock_hours>\d{{1,2}}):(?P<clock_minutes>\d{{2}})\s*{_HOURS}"
    rf"|(?P<hours>\d{{1,2}}(?:[.,]\d{{1,2}})?)\s*{_HOURS}"
    rf"(?:\s*(?:und|and)?\s*(?P<more>\d{{1,2}})\s*{_MINUTES}?)?"
    rf"|(?:\d{{1,3}}\s*(?:-|–|bis|to)\s*)?(?P<minutes>\d{{1,3}})\s*{_MINUTES}"
    rf"|(?P<phrase>{'|'.join(sorted(_PHRASES, key=len, reverse=True))})"
    r")"
)
_DURATION = re.compile(
    rf"(?:(?:dauer|zeit|zeitbedarf|duration|time|length)\s*:?\s*)?{DURATION}\.?", re.IGNORECASE
)
_CLOCK = (
    r"(?P<h{n}>\d{{1,2}})(?:(?P<s{n}>[:.])(?P<m{n}>\d{{2}}))?(?P<u{n}>\s*Uhr\b|\s*[ap]\.?m\b\.?)?"
)
SPAN = re.compile(
    r"(?:(?:um|ab|gegen|von|ca\.|at|from)\s+)?"
    + _CLOCK.format(n=1)
    + r"(?:\s*(?:-|–|—|bis|to|until)\s*"
    + _CLOCK.format(n=2)
    + r")?(?=$|[\s:,;|)\]–-])",
    re.IGNORECASE,
)


class Slot(Struct, frozen=True):
    """`start` "HH:MM"; `minutes` None if only the beginning was said; `is_certain` false where
    the text could as well be a number ('10.15')."""

    start: str
    minutes: int | None
    is_certain: bool


def minutes_in(text: str) -> int | None:
    """The minutes, if the text says nothing else: 'ca. 20 Min', '1,5 Stunden', "20'"."""
    found = _DURATION.fullmatch(text.strip())
    return None if found is None else minutes_of(found)


def minutes_of(found: re.Match[str]) -> int | None:
    """The minutes of a match of DURATION; None unless they are 1 to LONGEST."""
    if found["phrase"] is not None:
        return _PHRASES[found["phrase"].lower()]
    if found["clock_hours"] is not None:
        minutes = 60 * int(found["clock_hours"]) + int(found["clock_minutes"])
    elif found["hours"] is not None:
        hours = float(found["hours"].replace(",", "."))
        minutes = round(60 * hours) + int(found["more"] or 0)
    else:
        minutes = int(found["minutes"])
    return minutes if 0 < minutes <= LONGEST else None


def slot_of(found: re.Match[str]) -> Slot | None:
    """The slot of a match of SPAN; None if those are no times of day."""
    first, last = _time(found, 1), _time(found, 2)
    if first is None or (found["h2"] is not None and last is None):
        return None
    units = (found["u1"], found["u2"])
    signs = (found["s1"], found["s2"])
    is_certain = any(units) or ":" in signs
    if not is_certain and "." not in signs:
        return None
    if not is_certain and (len(found["h1"]) < 2 or first % 5 or (last or 0) % 5):
        return None
    is_certain = is_certain or last is not None
    minutes = last - first if last is not None and 0 < last - first <= LONGEST else None
    return Slot(clock(first), minutes, is_certain)


def slot_in(text: str) -> Slot | None:
    """The slot, if the text says nothing else."""
    found = SPAN.fullmatch(text.strip())
    return None if found is None else slot_of(found)


def _time(found: re.Match[str], n: int) -> int | None:
    """Minutes since midnight. '4:30 - 5 pm' lends its 'pm' to the first time."""
    if found[f"h{n}"] is None:
        return None
    hours, minutes = int(found[f"h{n}"]), int(found[f"m{n}"] or 0)
    half = (found[f"u{n}"] or (found["u2"] if n == 1 else "") or "").strip().lower()
    if half[:1] == "p" and hours < 12:
        hours += 12
    elif half[:1] == "a" and hours == 12:
        hours = 0
    return 60 * hours + minutes if hours < 24 and minutes < 60 else None


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def minutes_between(start: str, end: str) -> int | None:
    """From one "HH:MM" to a later one; None if it is not later or too late for one item."""
    first, last = (60 * int(time[:2]) + int(time[3:]) for time in (start, end))
    return last - first if 0 < last - first <= LONGEST else None


def unexplained(said: Sequence[tuple[int, str, int | None]]) -> list[bool]:
    """For each line of an agenda, given as depth, "HH:MM" or empty, and minutes: whether its time
    does not follow from the minutes of the lines before. The first line of a schedule begins
    where the meeting begins; a time that stands alone is one somebody comes for."""
    is_schedule = sum(bool(start) for _, start, _ in said) > 1
    comes: list[str] = []
    """When the next line of each depth would begin, or empty."""
    begun = ""
    fixed: list[bool] = []
    for place, (depth, start, minutes) in enumerate(said):
        if len(comes) <= depth:  # the first one below begins with what it belongs to
            comes += [begun] * (depth + 1 - len(comes))
        del comes[depth + 1 :]
        is_begin = place == 0 and is_schedule
        fixed.append(bool(start) and start != comes[depth] and not is_begin)
        begun = start or comes[depth]
        comes[depth] = _later(begun, minutes) if begun and minutes else ""
    return fixed


def _later(start: str, minutes: int) -> str:
    return clock(60 * int(start[:2]) + int(start[3:]) + minutes)
