"""One typed line -> changes. Pure: no clock, no files, no randomness; never raises, whatever is
typed. A line is a note unless it says otherwise; what is half understood changes nothing."""

from facilitator.capture.convert import convert, convert_reading
from facilitator.capture.grammar import read
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

__all__ = [
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
    "PasteReading",
    "Reading",
    "convert",
    "convert_reading",
    "read",
    "read_pasted",
]
