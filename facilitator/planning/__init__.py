"""What a meeting is planned from: lines of an agenda and lists of people become changes.

Pure: the caller records what is returned as one step. Screens and command line use the same
functions. They refer to what is made earlier in the step as "^n"; `at` is the place of the first
change in its step, where others stand before it.
"""

from facilitator.planning.agenda import STANDING, agenda_changes, items_of, lines_of
from facilitator.planning.next_time import has_run, next_agenda
from facilitator.planning.people import people_changes
from facilitator.planning.standing import deferred_items, standing_items, suggested_title

__all__ = [
    "STANDING",
    "agenda_changes",
    "deferred_items",
    "has_run",
    "items_of",
    "lines_of",
    "next_agenda",
    "people_changes",
    "standing_items",
    "suggested_title",
]
