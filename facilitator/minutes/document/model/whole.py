"""The whole document."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model import MeetingKind, Value
from facilitator.minutes.document.model.attendance import AttendanceList
from facilitator.minutes.document.model.decisions import DecisionRow
from facilitator.minutes.document.model.entries import (
    ActionGroup,
    ActionRow,
    MilestoneRow,
    ParkedRow,
    QuestionRow,
)
from facilitator.minutes.document.model.head import FrontMatter, Head, Status
from facilitator.minutes.document.model.sections import Section


class TakenOffRow(Value, frozen=True, kw_only=True):
    """An item of the invitation that was taken off; `number` is that of the invitation."""

    number: str
    title: str
    is_public: bool = True


class NextMeetingRow(Value, frozen=True, kw_only=True):
    """`text` as spoken, `day` with its weekday, `time`, `place`; each may be empty."""

    text: str = ""
    day: str = ""
    time: str = ""
    place: str = ""


class OverviewRow(Value, frozen=True, kw_only=True):
    """Minutes as planned and as used; an item with sub-items has theirs among its own."""

    number: str
    title: str
    id: str = ""
    planned: int | None
    used: int | None
    kind: Literal["item", "break", "buffer"] = "item"


class Overview(Value, frozen=True, kw_only=True):
    """`started`, `ended` as they were, `planned_start`, `planned_end` as planned; each may be
    empty."""

    annex: int
    rows: tuple[OverviewRow, ...]
    planned: int
    used: int
    started: str = ""
    planned_start: str = ""
    ended: str = ""
    planned_end: str = ""


class MinutesDocument(Value, frozen=True, kw_only=True):
    """Everything the minutes say, nothing of what is internal or for the record only."""

    kind: MeetingKind
    language: str
    status: Status
    version: int
    issued: str
    front: FrontMatter
    head: Head
    attendance: AttendanceList
    sections: tuple[Section, ...]
    """The non-public ones last."""
    decisions: tuple[DecisionRow, ...]
    new_actions: tuple[ActionGroup, ...]
    earlier_actions: tuple[ActionRow, ...]
    open_questions: tuple[QuestionRow, ...]
    parked: tuple[ParkedRow, ...]
    next_meeting: NextMeetingRow
    overview: Overview | None
    """Appendix 'Zeitübersicht', or None."""
    agenda: tuple[Section, ...] = ()
    """The agenda as held: the items in their order, breaks not among them."""
    taken_off: tuple[TakenOffRow, ...] = ()
    milestones: tuple[MilestoneRow, ...] = ()

    @property
    def is_agenda_changed(self) -> bool:
        """It was held otherwise than invited to."""
        return bool(self.taken_off) or any(s.is_added or s.moved_from for s in self.agenda)
