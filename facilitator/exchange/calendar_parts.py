"""What all components of a calendar are made of: names that never change, numbers that grow, texts
that no calendar takes amiss."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from facilitator.folding import display, lines
from facilitator.meeting.latest import milliseconds, sequence

if TYPE_CHECKING:
    from icalendar import Component

_NAMESPACE = uuid.UUID("5f1b1a5e-6a0c-5d0e-9c57-0d7c6f0b6f7e")


def uid_of(what: str, ident: str) -> str:
    """A UUID (RFC 7986 5.3) made of an id that is the same on all laptops (RFC 9562, version 5),
    so that no text of a file gets into it."""
    return str(uuid.uuid5(_NAMESPACE, f"{what}:{ident}"))


def put_identity(
    component: Component, born: str, uid: str, last: Iterable[str], issued: date | None
) -> None:
    """UID, SEQUENCE and the moments. `born`: id of the change that made the thing; `last`: ids of
    those that may have been the last, empty ones among them. DTSTAMP is the day of issue, or the
    last change where that is later: the same document has the same stamp whenever it is written.
    """
    latest = max((each for each in last if milliseconds(each) is not None), default=born)
    changed = moment_of(latest)
    component.add("uid", uid)
    component.add("sequence", sequence(born, latest))
    component.add("dtstamp", max(_midnight(issued), changed or _midnight(None)))
    if made := moment_of(born):
        component.add("created", made)
    if changed:
        component.add("last-modified", changed)


def _midnight(day: date | None) -> datetime:
    return datetime.combine(day or date(1970, 1, 1), time(), UTC)


def moment_of(change: str) -> datetime | None:
    """When a change was made, as its id says, to the second."""
    found = milliseconds(change)
    return None if found is None else datetime.fromtimestamp(found // 1000, UTC)


def clock_time(hhmm: str) -> time | None:
    """None for what is no "HH:MM"."""
    try:
        return time.fromisoformat(hhmm.zfill(5)) if 4 <= len(hhmm) <= 5 else None
    except ValueError:
        return None


def minutes_of(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def put_text(component: Component, name: str, text: str) -> None:
    """A text if there is one. Lines stay; control characters, which iCalendar forbids, become
    visible signs."""
    safe = "\n".join(map(one_line, lines(text))).strip()
    if safe:
        component.add(name, safe)


def one_line(text: str) -> str:
    """Its blanks in front stay: they nest the agenda."""
    return display(text).rstrip()
