"""Due phrases: 'bis Ende August', 'KW 34', 'by the next meeting', in German and English.

By rules, full match or nothing. `words` and the tables `german` and `english` say what is known,
`lexing` cuts a phrase, `periods` and `distances` hold the rules, `spans` and `feasts` the calendar,
`reading` reads a phrase, `finding` finds one in a line, `showing` writes it. No clock: today is
given; nothing raises, whatever the text.
"""

from facilitator.capture.due.finding import find_bare_due, find_inner_due, find_trailing_due
from facilitator.capture.due.reading import DueReading, impossible_date, read_due
from facilitator.capture.due.showing import show_day, show_due
from facilitator.capture.due.signs import SIGNS

__all__ = [
    "SIGNS",
    "DueReading",
    "find_bare_due",
    "find_inner_due",
    "find_trailing_due",
    "impossible_date",
    "read_due",
    "show_day",
    "show_due",
]
