"""Several pasted lines: a look first."""

from __future__ import annotations

from facilitator.capture.reading import Context, PasteReading
from facilitator.meeting.changes import NoteRecorded


def read_pasted(text: str, context: Context) -> PasteReading:
    """What a paste would be as notes, as action items, as one long note."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    notes = tuple(NoteRecorded(item=context.item, line=line, text=line) for line in lines)
    whole = text.strip()
    return PasteReading(
        lines=len(lines),
        bullets=0,
        first=lines[0] if lines else "",
        notes=notes,
        action_items=notes,
        one_note=(NoteRecorded(item=context.item, line=whole, text=whole),) if whole else (),
    )
