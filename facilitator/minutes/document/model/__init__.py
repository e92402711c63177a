"""The document as values: plain text in the language of the meeting, ready to be laid out.

Codes (kinds, states, methods) stay codes; their words are the template's. Empty strings mean that
there is nothing to print. All lists are in the order of print.
"""

from facilitator.minutes.document.model.attendance import (
    AttendanceList,
    Count,
    ItemsAttended,
    PersonRow,
)
from facilitator.minutes.document.model.decisions import (
    BallotRow,
    ConsensingRow,
    DecisionRow,
    DotsRow,
    FistRow,
    OpinionRow,
    OptionRow,
    ResistedRow,
    ThumbsRow,
    VoteRow,
)
from facilitator.minutes.document.model.entries import (
    ActionGroup,
    ActionRow,
    MilestoneRow,
    NoteRow,
    ParkedRow,
    QuestionRow,
)
from facilitator.minutes.document.model.head import FrontMatter, Head, Office, QuorumRow, Status
from facilitator.minutes.document.model.room import (
    AnswerRow,
    BoardRow,
    CardGroupRow,
    CardRow,
    ColumnRow,
    FoundedRow,
    RoundRow,
)
from facilitator.minutes.document.model.sections import BiasRow, Remark, Section, SectionKind
from facilitator.minutes.document.model.whole import (
    MinutesDocument,
    NextMeetingRow,
    Overview,
    OverviewRow,
    TakenOffRow,
)

__all__ = [
    "ActionGroup",
    "ActionRow",
    "AnswerRow",
    "AttendanceList",
    "BallotRow",
    "BiasRow",
    "BoardRow",
    "CardGroupRow",
    "CardRow",
    "ColumnRow",
    "ConsensingRow",
    "Count",
    "DecisionRow",
    "DotsRow",
    "FistRow",
    "FoundedRow",
    "FrontMatter",
    "Head",
    "ItemsAttended",
    "MilestoneRow",
    "MinutesDocument",
    "NextMeetingRow",
    "NoteRow",
    "Office",
    "OpinionRow",
    "OptionRow",
    "Overview",
    "OverviewRow",
    "ParkedRow",
    "PersonRow",
    "QuestionRow",
    "QuorumRow",
    "Remark",
    "ResistedRow",
    "RoundRow",
    "Section",
    "SectionKind",
    "Status",
    "TakenOffRow",
    "ThumbsRow",
    "VoteRow",
]
