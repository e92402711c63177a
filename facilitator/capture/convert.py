"""F-keys on an entry: its line or text read again as another kind."""

from __future__ import annotations

from facilitator.capture.reading import Context, Reading
from facilitator.meeting.changes import Change, EntryConverted
from facilitator.meeting.model import Entry, EntryKind


def convert_reading(entry: Entry, to: EntryKind, context: Context) -> Reading:
    """The entry read as `to`, with chips that can still be taken."""
    if entry.kind == to:
        return Reading(kind=to, text=entry.text)
    return Reading(kind=to, changes=(EntryConverted(entry=entry.id, to=to),), text=entry.text)


def convert(entry: Entry, to: EntryKind, context: Context) -> tuple[Change, ...]:
    """The changes that make `entry` a `to`. Nothing it holds is dropped."""
    return convert_reading(entry, to, context).changes
