"""Due phrases within a line, found with `due`, and how they are shown as chips."""

from __future__ import annotations

import re

from facilitator.capture.due import DueReading, impossible_date, show_due
from facilitator.capture.due.signs import SPAN_OF_TIME, UNDOTTED
from facilitator.capture.reading import Chip, ChipState, Context
from facilitator.i18n import words
from facilitator.meeting.model import Due

DUE, OTHER_DUE = "due", "due:other"
"""Keys of the chip of the due, and of the other day an ambiguous phrase can mean."""

_LAST_WORDS = re.compile(r"\b(?:bis|spätestens|by|until|due)\b\s+(?:zum|am|den)?\s*(\S+(?: \S+)?)$")


def chosen_due(reading: DueReading, context: Context) -> Due:
    """The due, or the other day it can mean once that chip is taken."""
    if reading.alternative is not None and OTHER_DUE in context.taken:
        return reading.alternative
    return reading.due


def due_chips(reading: DueReading, state: ChipState, context: Context) -> tuple[Chip, ...]:
    """The chip of a due, and that of its other day if there is one."""
    due = chosen_due(reading, context)
    other = reading.alternative if due is reading.due else reading.due
    hint = words(context.language).tr(reading.sign) if reading.sign else ""
    chips = [Chip(key=DUE, kind="due", state=state, label=shown(due, context), note=hint)]
    if state == "taken" and other is not None and OTHER_DUE not in context.taken:
        chips.append(Chip(key=OTHER_DUE, kind="due", state="offered", label=shown(other, context)))
    return tuple(chips)


def shown(due: Due, context: Context) -> str:
    """'Ende März (Mi 31.03.2027)' in the language of the screen."""
    following = context.meeting.next_meeting
    return show_due(due, context.language, following.day if following else None)


def is_comparison(phrase: str, reading: DueReading, context: Context) -> bool:
    """'<18 Jahre', '<10.5', '<1990': in prose rather a number than a due."""
    last = reading.due.last
    is_past_year = phrase.isdecimal() and last is not None and last < context.today
    return is_past_year or (phrase[:1].isdecimal() and reading.sign in (SPAN_OF_TIME, UNDOTTED))


def impossible_at_the_end(text: str) -> str:
    """'31.02.' in '… bis 31.02.', or an empty string."""
    found = _LAST_WORDS.search(text)
    if found and impossible_date(found.group(1)):
        return found.group(1)
    return ""


def no_such_date(phrase: str, context: Context) -> str:
    """What to say about an impossible date."""
    return words(context.language).tr("There is no {date}; no due date was read.", date=phrase)
