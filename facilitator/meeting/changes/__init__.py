"""The closed set of things that can happen to a meeting or a series.

Each is a frozen, tagged Struct in the past tense (tag field `type`). A change that makes a thing
gives it the id of the change itself unless `id` says otherwise (people, organisations, groups and
fields keep theirs from meeting to meeting). Within one step a later change may refer to the thing
made by an earlier one as "^0", "^1", ... (its place in the step); `stamped` puts the ids in. No
field may be called `step`, `at`, `up`, `opening` or `type`: those are the row's own.

Amends carry only the fields they touch; the rest is UNSET. `saw` names the changes whose values
an amend replaces; the writer fills it in, screens leave it empty.
"""

from facilitator.meeting.changes.across import (
    ActionItemReviewed,
    ActionItemsTabled,
    MinutesExported,
    NumbersGiven,
    ReviewAmended,
)
from facilitator.meeting.changes.agenda import (
    AgendaItemAdded,
    AgendaItemAmended,
    AgendaItemMoved,
    AgendaItemRemoved,
    ItemDeferred,
    ItemEnded,
    ItemReopened,
    ItemSkipped,
    ItemStarted,
)
from facilitator.meeting.changes.base import Amendment, Happening
from facilitator.meeting.changes.closed_set import NOT_UNDOABLE, Change, Stamped, stamped
from facilitator.meeting.changes.entries import (
    ActionItemAmended,
    ActionItemRecorded,
    DecisionAmended,
    DecisionRecorded,
    EntryConverted,
    EntryMoved,
    EntryRecorded,
    EntryRemoved,
    NoteAmended,
    NoteRecorded,
    ParkedTopicAmended,
    QuestionAmended,
    QuestionRecorded,
    TopicParked,
    VisibilitySet,
)
from facilitator.meeting.changes.meeting import (
    GapLeftOpen,
    MeetingAmended,
    MeetingClosed,
    MeetingPlanned,
    MeetingReopened,
    MeetingStarted,
    OfficerNamed,
)
from facilitator.meeting.changes.people import (
    AttendanceRecorded,
    FieldAdded,
    FieldAmended,
    GroupAdded,
    GroupAmended,
    GuestsCounted,
    OrganizationAdded,
    PersonAdded,
    PersonAmended,
    PersonLeft,
    PersonRemoved,
)
from facilitator.meeting.changes.series import ActionItemsAdopted, SeriesAmended, SeriesFounded
from facilitator.meeting.changes.undo import Restored, TakenBack

__all__ = [
    "NOT_UNDOABLE",
    "ActionItemAmended",
    "ActionItemRecorded",
    "ActionItemReviewed",
    "ActionItemsAdopted",
    "ActionItemsTabled",
    "AgendaItemAdded",
    "AgendaItemAmended",
    "AgendaItemMoved",
    "AgendaItemRemoved",
    "Amendment",
    "AttendanceRecorded",
    "Change",
    "DecisionAmended",
    "DecisionRecorded",
    "EntryConverted",
    "EntryMoved",
    "EntryRecorded",
    "EntryRemoved",
    "FieldAdded",
    "FieldAmended",
    "GapLeftOpen",
    "GroupAdded",
    "GroupAmended",
    "GuestsCounted",
    "Happening",
    "ItemDeferred",
    "ItemEnded",
    "ItemReopened",
    "ItemSkipped",
    "ItemStarted",
    "MeetingAmended",
    "MeetingClosed",
    "MeetingPlanned",
    "MeetingReopened",
    "MeetingStarted",
    "MinutesExported",
    "NoteAmended",
    "NoteRecorded",
    "NumbersGiven",
    "OfficerNamed",
    "OrganizationAdded",
    "ParkedTopicAmended",
    "PersonAdded",
    "PersonAmended",
    "PersonLeft",
    "PersonRemoved",
    "QuestionAmended",
    "QuestionRecorded",
    "Restored",
    "ReviewAmended",
    "SeriesAmended",
    "SeriesFounded",
    "Stamped",
    "TakenBack",
    "TopicParked",
    "VisibilitySet",
    "stamped",
]
