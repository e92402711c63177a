"""What a line is, and what it records: the readers in the order in which they are asked."""

from __future__ import annotations

import re
import unicodedata

from facilitator.capture.agenda_line import read_goto
from facilitator.capture.amend import read_amend
from facilitator.capture.arrivals import read_arrival
from facilitator.capture.cards import read_card
from facilitator.capture.entries import read_entry
from facilitator.capture.names import Names
from facilitator.capture.next_meeting import read_next_meeting
from facilitator.capture.offered_vote import offer_vote, read_tagged_vote
from facilitator.capture.reading import Context, Reading
from facilitator.capture.recording import Line
from facilitator.capture.results import read_result
from facilitator.capture.slash import read_slash


def read(line: str, context: Context) -> Reading:
    """Understand one typed line. Never raises; the same line in the same context reads the same.
    Reads NFC; halves of surrogate pairs, which no file can hold, become '�'."""
    typed = clean(line)
    text = typed.strip()
    if not text:
        return Reading()
    whole = Line(typed=typed, text=text, start=len(typed) - len(typed.lstrip()))
    names = Names(context)
    if context.literal:
        return read_entry(whole, context, names)
    special = _special(whole, context, names)
    return special or offer_vote(read_entry(whole, context, names), whole, context)


def clean(line: str) -> str:
    """The line in NFC, fit to be written to a file."""
    if line.isascii():
        return line
    return unicodedata.normalize("NFC", _SURROGATES.sub("�", line))


_SURROGATES = re.compile("[\ud800-\udfff]")


def _special(line: Line, context: Context, names: Names) -> Reading | None:
    """Lines that are no entries; None: it is one."""
    sign = line.text[0]
    if sign == "/":
        return read_slash(line, context, names)
    if sign == "#":
        return read_goto(line, context)
    if sign == "+":
        return read_arrival(line, context, names)
    return (
        read_result(line, context)
        or read_next_meeting(line, context)
        or read_card(line, context)
        or read_amend(line, context, names)
        or read_tagged_vote(line, context)
    )
