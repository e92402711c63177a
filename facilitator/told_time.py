"""What a step did to the time, in one line: 'Pause bis 18:05', 're-planned: 8.3 → 9 min'."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting
from facilitator.meeting.things import amended_fields
from facilitator.saying import ptr, tr

_OF_TIME = {"planned_minutes", "is_protected", "end"}


def time_told(changes: Sequence[c.Change], meeting: Meeting) -> str:
    """Empty: the step is about something else, or about more than time."""
    return _break(changes, meeting) or _replanned(changes, meeting)


def _break(changes: Sequence[c.Change], meeting: Meeting) -> str:
    for change in changes:
        if isinstance(change, c.ItemStarted):
            item = meeting.item(change.item)
            if item is None or not item.is_break or not item.agreed_end:
                return ""
            return tr("{title} until {time}", title=item.title, time=item.agreed_end)
    if len(changes) == 1 and isinstance(changes[0], c.AgendaItemAmended):
        fields = amended_fields(changes[0])
        item = meeting.item(changes[0].item)
        if set(fields) == {"agreed_end"} and item is not None and fields["agreed_end"]:
            return tr("{title} until {time}", title=item.title, time=str(fields["agreed_end"]))
    return ""


def resumed_told(change: c.Change, meeting: Meeting, without: Meeting) -> str:
    """An item that was interrupted by a break goes on. Empty: this is something else. `without`:
    the meeting as it was before."""
    if not isinstance(change, c.ItemStarted):
        return ""
    before = without.item(change.item)
    if before is None or before.state != "interrupted":
        return ""
    item = _whole(change.item, meeting)
    if before.number:
        item = ptr("agenda item with its number", "{item}", item=item)
    return tr("{item} goes on", item=item)


def _replanned(changes: Sequence[c.Change], meeting: Meeting) -> str:
    """Two or more changes of planned time, or a new end alone."""
    parts: list[str] = []
    ends: list[str] = []
    for change in changes:
        match change:
            case c.AgendaItemAmended():
                fields = amended_fields(change)
                if not set(fields) <= _OF_TIME:
                    return ""
                if "planned_minutes" in fields:
                    n = fields["planned_minutes"] or 0
                    parts.append(tr("{item} → {n} min", item=_short(change.item, meeting), n=n))
            case c.MeetingAmended():
                fields = amended_fields(change)
                if set(fields) != {"end"} or not fields["end"]:
                    return ""
                ends.append(tr("end planned {time}", time=str(fields["end"])))
            case c.ItemDeferred(item=item, to="parking_lot"):
                parts.append(tr("{item} into the parking lot", item=_whole(item, meeting)))
            case c.ItemDeferred(item=item):
                parts.append(tr("{item} to the next meeting", item=_whole(item, meeting)))
            case c.TopicParked() if parts:
                pass
            case _:
                return ""
    if not parts:
        return ends[0] if ends and len(changes) == 1 else ""
    if len(changes) == 1 and isinstance(changes[0], c.AgendaItemAmended):
        return ""
    if len(parts) == 1 and isinstance(changes[0], c.ItemDeferred):
        return tr("put off: {what}", what=parts[0])
    return tr("re-planned: {what}", what=" · ".join(parts))


def _short(item_id: str, meeting: Meeting) -> str:
    item = meeting.item(item_id)
    if item is None:
        return tr("agenda item")
    return item.number or item.short_title or item.title


def _whole(item_id: str, meeting: Meeting) -> str:
    item = meeting.item(item_id)
    return f"{item.number} {item.short_title or item.title}".strip() if item else tr("agenda item")
