"""The values of a meeting. All frozen: a change makes a new value (see `fold`).

Ids are opaque strings. A thing's id is the id of the change that made it, except for people,
organisations, groups and fields, which keep theirs from meeting to meeting within a series.
Dates are `date`, clock times of plans are "HH:MM", moments are `Instant`.
"""

from facilitator.meeting.model.across import Export, NextMeeting, Statement, TabledAction
from facilitator.meeting.model.agenda import AgendaItem, Interval, ItemState
from facilitator.meeting.model.base import Instant, Value
from facilitator.meeting.model.decisions import DecisionKind, Vote
from facilitator.meeting.model.due import Due
from facilitator.meeting.model.entries import (
    ENTRY_TYPES,
    OPEN_STATUSES,
    ActionItem,
    ActionStatus,
    Comment,
    Decision,
    Entry,
    EntryKind,
    Note,
    ParkedTopic,
    Question,
    Visibility,
)
from facilitator.meeting.model.meeting import MEETING_KINDS, Meeting, MeetingKind, MeetingState
from facilitator.meeting.model.people import (
    Attendance,
    AttendanceStatus,
    FieldOfAction,
    Group,
    Officer,
    Organization,
    Owner,
    OwnerKind,
    Person,
    Role,
    Stay,
    UnnamedGuests,
)
from facilitator.meeting.model.series import Series

__all__ = [
    "ENTRY_TYPES",
    "MEETING_KINDS",
    "OPEN_STATUSES",
    "ActionItem",
    "ActionStatus",
    "AgendaItem",
    "Attendance",
    "AttendanceStatus",
    "Comment",
    "Decision",
    "DecisionKind",
    "Due",
    "Entry",
    "EntryKind",
    "Export",
    "FieldOfAction",
    "Group",
    "Instant",
    "Interval",
    "ItemState",
    "Meeting",
    "MeetingKind",
    "MeetingState",
    "NextMeeting",
    "Note",
    "Officer",
    "Organization",
    "Owner",
    "OwnerKind",
    "ParkedTopic",
    "Person",
    "Question",
    "Role",
    "Series",
    "Statement",
    "Stay",
    "TabledAction",
    "UnnamedGuests",
    "Value",
    "Visibility",
    "Vote",
]
