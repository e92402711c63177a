"""What all objects have: an address, a type, when they were made and changed."""

from __future__ import annotations

from datetime import UTC, datetime

from facilitator.exchange.oparl.addresses import Addresses, Kind, type_of
from facilitator.exchange.oparl.moments import born, written
from facilitator.exchange.oparl.parts import Object
from facilitator.meeting.model import Instant, Meeting


class Objects:
    """Those of one meeting. `modified`: when it was changed last, None: not known."""

    def __init__(self, meeting: Meeting, addresses: Addresses, modified: Instant | None) -> None:
        self._addresses = addresses
        self._first = born(meeting.id) or _known(meeting)
        self._modified = max(self._first, modified.at if modified else _known(meeting))

    def address(self, kind: Kind, *names: str) -> str:
        return self._addresses.of(kind, *names)

    def new(self, kind: Kind, *names: str) -> Object:
        return {"id": self.address(kind, *names), "type": type_of(kind)}

    def times(self, thing_id: str) -> Object:
        """When it was made, as its id says, and when the meeting was changed last: whatever is in
        it may have been changed then."""
        made = min(born(thing_id) or self._first, self._modified)
        return {"created": written(made), "modified": written(self._modified)}


def _known(meeting: Meeting) -> datetime:
    """The latest moment the meeting itself tells of."""
    for instant in (meeting.closed_at, meeting.started_at):
        if instant is not None:
            return instant.at
    day = meeting.day
    if day is None:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
