"""One typed line -> changes. Pure: no clock, no files, no randomness; never raises, whatever is
typed. A line is a note unless it says otherwise; what is half understood changes nothing."""

from facilitator.capture.amend import find_by_tag, tag_of
from facilitator.capture.convert import convert, convert_reading
from facilitator.capture.grammar import read
from facilitator.capture.marks import MARKS, Mark, kind_marks
from facilitator.capture.paste import read_pasted
from facilitator.capture.reading import (
    Candidate,
    Chip,
    ChipKind,
    ChipState,
    CommandCall,
    Completion,
    Context,
    GotoItem,
    Language,
    LineKind,
    PasteReading,
    Reading,
)
from facilitator.capture.votes import VoteReading, read_vote

__all__ = [
    "MARKS",
    "Candidate",
    "Chip",
    "ChipKind",
    "ChipState",
    "CommandCall",
    "Completion",
    "Context",
    "GotoItem",
    "Language",
    "LineKind",
    "Mark",
    "PasteReading",
    "Reading",
    "VoteReading",
    "convert",
    "convert_reading",
    "find_by_tag",
    "kind_marks",
    "read",
    "read_pasted",
    "read_vote",
    "tag_of",
]
