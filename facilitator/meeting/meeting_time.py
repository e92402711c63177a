"""The time of a meeting at one moment, computed once for all who show it."""

from __future__ import annotations

from datetime import datetime

from facilitator.meeting.model import Instant, Meeting, Value
from facilitator.meeting.projection import Projection, minutes_between, project
from facilitator.meeting.timebox import hard_end, planned_end


class MeetingTime(Value, frozen=True, kw_only=True):
    """Minutes are whole: as the ends read on a clock."""

    plan: datetime | None
    hard: datetime | None
    end: datetime | None
    """Projected; the real one of a closed meeting."""
    projection: Projection | None
    late: int | None
    """End against plan, negative: early."""
    past_hard_end: int
    """Never below 0."""

    @property
    def too_long(self) -> int:
        """Minutes too many, for which re-planning has proposals; 0: it suffices."""
        return max(0, self.past_hard_end if self.late is None else self.late)


def meeting_time(meeting: Meeting, now: Instant) -> MeetingTime:
    plan, hard = planned_end(meeting), hard_end(meeting)
    projection = project(meeting, now)
    end = projection.end if projection else None
    if meeting.state in ("closed", "approved") and meeting.closed_at is not None:
        end = meeting.closed_at.at
    return MeetingTime(
        plan=plan,
        hard=hard,
        end=end,
        projection=projection,
        late=minutes_between(plan, end),
        past_hard_end=max(0, minutes_between(hard, end) or 0),
    )
