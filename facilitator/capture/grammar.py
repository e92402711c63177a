"""What a line is, and what it records."""

from __future__ import annotations

from facilitator.capture.reading import Context, Reading
from facilitator.meeting.changes import NoteRecorded


def read(line: str, context: Context) -> Reading:
    """Understand one typed line. Never raises; the same line in the same context reads the same."""
    text = line.strip()
    if not text:
        return Reading()
    return Reading(
        changes=(NoteRecorded(item=context.item, line=line, text=text),),
        text=text,
    )
