"""Until when."""

from __future__ import annotations

from datetime import date

from facilitator.meeting.model.base import Value


class Due(Value, frozen=True, kw_only=True):
    """Until when. `text` as spoken, `edtf` in ISO 8601-2 (empty: no calendar meaning), `last` the
    last day it allows, which alone decides 'overdue'. `next_meeting`: the day is that of the next
    meeting and moves with it (then `last` is None until that is known)."""

    text: str
    edtf: str = ""
    last: date | None = None
    next_meeting: bool = False
    resolved: date | None = None
    """The day on which the phrase was read; 'Freitag' means another day a week later."""

    def last_day(self, next_meeting: date | None = None) -> date | None:
        """The last day this allows, given the day of the next meeting as now known."""
        if self.next_meeting:
            return next_meeting or self.last
        return self.last
