"""'# 8.4', '# Title': go to an agenda item, or make one by a second Enter."""

from __future__ import annotations

import re

from facilitator.capture.reading import (
    Candidate,
    Chip,
    Completion,
    Context,
    GotoItem,
    Reading,
)
from facilitator.capture.recording import Line, as_note
from facilitator.folding import words
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import is_heading, sub_items
from facilitator.meeting.model import AgendaItem, Meeting

_GOTO = re.compile(r"#\s+(?=[^\W_])")
_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?(?=\s|$)")


def read_goto(line: Line, context: Context) -> Reading | None:
    """None: the line does not begin with '# '."""
    mark = _GOTO.match(line.text)
    if mark is None:
        return None
    wanted = line.text[mark.end() :]
    found = find_items(wanted, context.meeting)
    if len(found) == 1:
        return _go(found[0], context)
    tr = texts(context.language).tr
    if found:
        return Reading(
            kind="goto",
            changes=as_note(line, context),
            text=line.text,
            problem=tr("Several agenda items are called like that."),
            completion=_choice(line, wanted, found),
        )
    if _NUMBER.fullmatch(wanted):
        problem = tr("There is no agenda item {number}.", number=wanted)
        return Reading(changes=as_note(line, context), text=line.text, problem=problem)
    return _new(wanted, context)


def find_items(wanted: str, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The items meant by a number, a title, its beginning or words of it: those it fits best."""
    number = _NUMBER.match(wanted)
    if number:
        named = tuple(i for i in meeting.agenda_items if i.number == number.group(1))
        rest = words(wanted[number.end() :])
        if named and (not rest or _fits(rest, named[0]) is not None):
            return named
    typed = words(wanted)
    ranked = [(rank, i) for i in meeting.agenda_items if (rank := _fits(typed, i)) is not None]
    best = min((rank for rank, _ in ranked), default=0)
    return tuple(item for rank, item in ranked if rank == best)


def _fits(typed: tuple[str, ...], item: AgendaItem) -> int | None:
    """0: the title; 1: its beginning; 2: each word begins one of its words. None: not at all."""
    if not typed:
        return None
    ranks = []
    for title in (item.title, item.short_title):
        name = words(title)
        if name == typed:
            ranks.append(0)
        elif " ".join(name).startswith(" ".join(typed)):
            ranks.append(1)
        elif name and all(any(w.startswith(t) for w in name) for t in typed):
            ranks.append(2)
    return min(ranks, default=None)


def _go(item: AgendaItem, context: Context) -> Reading:
    target = _to_run(item, context.meeting)
    changes = () if target.state == "running" else (c.ItemStarted(item=target.id),)
    chip = Chip(key="item", kind="item", state="taken", label=f"{target.number} {target.title}")
    goto = GotoItem(item=target.id, title=target.title, number=target.number)
    return Reading(kind="goto", changes=changes, chips=(chip,), goto=goto, text=target.title)


def _to_run(item: AgendaItem, meeting: Meeting) -> AgendaItem:
    """A heading is never run: its first open sub-item is, and so on down."""
    while is_heading(meeting, item):
        below = sub_items(meeting, item.id)
        item = next((sub for sub in below if sub.state == "open"), below[0])
    return item


def _new(title: str, context: Context) -> Reading:
    title = " ".join(title.split())
    tr = texts(context.language).tr
    chip = Chip(key="item", kind="item", state="offered", label=title, note=tr("new item?"))
    return Reading(
        kind="goto",
        changes=(
            c.AgendaItemAdded(title=title, after=_behind(context.meeting)),
            c.ItemStarted(item="^0"),
        ),
        chips=(chip,),
        goto=GotoItem(title=title, exists=False),
        text=title,
        needs_second_enter=True,
    )


def _behind(meeting: Meeting) -> str:
    """A new item comes now, so that 'next' goes on with what was to follow: it stands behind the
    running item, or the item that holds it."""
    item = meeting.running_item
    while item and item.parent:
        item = meeting.item(item.parent)
    return item.id if item else ""


def _choice(line: Line, wanted: str, found: tuple[AgendaItem, ...]) -> Completion:
    end = line.start + len(line.text)
    return Completion(
        fragment=wanted,
        start=end - len(wanted),
        end=end,
        kind="item",
        candidates=tuple(
            Candidate(
                id=item.id, kind="item", name=item.title, detail=item.number, insert=item.number
            )
            for item in found[:8]
        ),
    )
