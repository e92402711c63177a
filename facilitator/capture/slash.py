"""Lines that begin with `/`: text for another item, 'next', 'gone', and commands of the screen."""

from __future__ import annotations

import re

import msgspec

from facilitator.capture.arrivals import read_departure
from facilitator.capture.cards import read_card
from facilitator.capture.entries import read_entry
from facilitator.capture.names import Names
from facilitator.capture.people_named import complete_people
from facilitator.capture.reading import Chip, CommandCall, Context, GotoItem, Reading
from facilitator.capture.recording import Line, as_note
from facilitator.capture.results import read_result
from facilitator.folding import fold
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import next_item

_TO_ITEM = re.compile(r"/(\d+(?:\.\d+)*)\.?(?:\s+|$)")
_COMMAND = re.compile(r"/([^\W\d_][\w-]*)(?:\s+(.*))?", re.DOTALL)

NEXT = frozenset(map(fold, ("weiter", "next")))
GONE = frozenset(map(fold, ("weg", "gone")))
NAMING = frozenset(
    map(
        fold,
        "befangen bias unbefangen nobias leitung chair moderation moderator schriftführung taker "
        "rede speak dran floor go order".split(),
    )
)
"""Commands behind which people are named: their names are offered."""


def read_slash(line: Line, context: Context, names: Names) -> Reading | None:
    """None: the line is text ('/tmp/x', '/ 3')."""
    if to_item := _TO_ITEM.match(line.text):
        return _to_item(line, to_item, context, names)
    command = _COMMAND.fullmatch(line.text)
    if command is None:
        return None
    word, argument = command.group(1), (command.group(2) or "").strip()
    folded = fold(word)
    if folded in NEXT and not argument and (item := next_item(context.meeting)):
        chip = Chip(key="item", kind="item", state="taken", label=f"{item.number} {item.title}")
        return Reading(
            kind="goto",
            changes=(c.ItemStarted(item=item.id),),
            chips=(chip,),
            goto=GotoItem(item=item.id, title=item.title, number=item.number),
            text=item.title,
        )
    if folded in GONE and argument:
        return read_departure(line, line.start + command.start(2), context, names)
    completion = None
    if folded in NAMING:
        completion = complete_people(line.typed, line.start + command.end(1), context)
    known = context.commands
    if known is not None and folded not in NEXT | GONE | frozenset(map(fold, known)):
        return None
    call = CommandCall(word=word.lower(), argument=argument)
    return Reading(kind="command", command=call, completion=completion)


def _to_item(line: Line, mark: re.Match[str], context: Context, names: Names) -> Reading | None:
    """'/8.4 text': the text as an entry (or result) of that item; the clock runs on."""
    number = mark.group(1)
    item = next((i for i in context.meeting.agenda_items if i.number == number), None)
    if item is None:
        tr = texts(context.language).tr
        problem = tr("There is no agenda item {number}.", number=number)
        return Reading(changes=as_note(line, context), text=line.text, problem=problem)
    chip = Chip(key="item", kind="item", state="taken", label=f"{number} {item.title}")
    there = msgspec.structs.replace(context, item=item.id)
    rest = line.text[mark.end() :]
    if not rest:
        return Reading(chips=(chip,))
    part = Line(typed=line.typed, text=rest, start=line.start + mark.end())
    reading = read_result(part, there) or read_card(part, there)
    reading = reading or read_entry(part, there, names)
    return msgspec.structs.replace(reading, chips=(chip, *reading.chips))
