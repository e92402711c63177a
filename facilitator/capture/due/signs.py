"""Hints shown beside a due. The English text is the key of the catalogue."""

from __future__ import annotations

AMBIGUOUS = "Two days can be meant; the nearer one is taken."
PAST = "This day is already past."
SKIPPED = "This one is just past; the next one is taken."
TODAY = "That is today; a week later can be meant."
WRONG_WEEKDAY = "Weekday and date do not agree; the date is taken."
APPROXIMATE = "Spoken roughly; the last day it names is taken."
THE_DAY_BEFORE = "Before: the day before is taken."
NO_DAY = "No day follows from this; it never becomes overdue."
WORKDAYS = "Working days, without regard to holidays."
REGIONAL = "Not a holiday everywhere."
SHORT_YEAR = "The number is taken as a year."
UNDOTTED = "The number is taken as day and month."
SPAN_OF_TIME = "Counted from today."
FROM_NEXT = "Counted from the next such day; a week earlier can be meant."
WEEK_IS_OVER = "The week ends on Sunday this time."
LATER_OF_TWO = "The later one is taken."
OTHER_MEETING = "Taken as the next meeting of this series."

SIGNS: tuple[str, ...] = (
    *(AMBIGUOUS, PAST, SKIPPED, TODAY, WRONG_WEEKDAY, APPROXIMATE, THE_DAY_BEFORE, NO_DAY),
    *(WORKDAYS, REGIONAL, SHORT_YEAR, UNDOTTED, SPAN_OF_TIME, WEEK_IS_OVER, LATER_OF_TWO),
    *(OTHER_MEETING, FROM_NEXT),
)
"""All of them; empty stands for none."""
