"""Lines that make entries: notes, decisions, action items, questions, topics for the parking lot.
Whatever is not understood is a note to the letter."""

from __future__ import annotations

import re

import msgspec

from facilitator.capture.completion import complete_field, complete_owner
from facilitator.capture.due import read_due
from facilitator.capture.found import Values
from facilitator.capture.marks import ENTRY_OF, Marked, find_mark, is_bullet, without_bullet
from facilitator.capture.names import Names
from facilitator.capture.offers import read_offers
from facilitator.capture.reading import Chip, Completion, Context, Reading
from facilitator.capture.recording import Line, Plain, reading_of
from facilitator.capture.values import name_in_front, read_bullet, read_values
from facilitator.i18n import words as texts
from facilitator.meeting.model import EntryKind

_QUOTED = re.compile(r"\"[^\"]*\"|„[^“”\"]*[“”\"]|“[^“”]*”|»[^»«]*«", re.DOTALL)


def read_entry(line: Line, context: Context, names: Names) -> Reading:
    """The entry a line makes. Every line makes one."""
    completion = None
    if not context.literal:
        completion = complete_owner(line.typed, names, context)
        completion = completion or complete_field(line.typed, context)
    is_half = completion is not None and completion.end == line.start + len(line.text)
    plain = understand(line.text, context, names, half=is_half)
    reading = reading_of(plain, line, context)
    may_be_action = plain.kind in ("action_item", "question") or is_bullet(line.text)
    if completion is None or not may_be_action:
        return reading
    return msgspec.structs.replace(
        reading, completion=completion, chips=_with_candidate(reading.chips, completion)
    )


def understand(text: str, context: Context, names: Names, half: bool = False) -> Plain:
    """What kind of entry a text is and what it says."""
    sticky = context.sticky or "note"
    if context.literal or _QUOTED.fullmatch(text):
        return Plain(kind=sticky, text=text, values=Values(text=text))
    mark = find_mark(text)
    if mark is None or mark.kind in ("result", "next_meeting", "card"):
        return of_kind(sticky, text, context, names, half)
    if mark.kind in ("bullet", "arrow"):
        return _bullet(text, mark, context, names)
    body = text[mark.body :]
    if mark.kind == "internal":
        return Plain(kind="note", text=body, values=Values(text=body), visibility="internal")
    if mark.kind == "note":
        return Plain(kind="note", text=body, values=Values(text=body))
    if mark.kind == "milestone" and not mark.is_loud:
        return _milestone(body, context, names, half)
    if mark.is_loud and mark.kind in ("action_item", "milestone"):
        plain = _loud_action(text, body, context, names)
        is_milestone = mark.kind == "milestone" and plain.kind == "action_item"
        return msgspec.structs.replace(plain, is_milestone=is_milestone)
    return of_kind(ENTRY_OF[mark.kind], body, context, names, half)


def of_kind(
    kind: EntryKind, text: str, context: Context, names: Names, half: bool = False
) -> Plain:
    """The text as an entry of this kind, which is certain."""
    if kind in ("action_item", "question"):
        body = without_bullet(text)
        values = read_values(body, names, context, len(body) if half else None)
        return Plain(kind=kind, text=values.text, values=values, chips=values.chips)
    if kind == "parked_topic":
        body = without_bullet(text)
        return Plain(kind=kind, text=body, values=Values(text=body))
    if kind == "decision":
        body = without_bullet(text)
        values = read_offers(body, names, context)
        wording = values.text.strip() or body
        summary = read_values(wording, names, context).text if values.was_taken else ""
        return Plain(kind=kind, text=wording, values=values, chips=values.chips, summary=summary)
    return _note(text, context, names)


def _milestone(text: str, context: Context, names: Names, half: bool) -> Plain:
    """An action item; a time at its end counts without 'bis': 'Entwurf im Mai 2018'."""
    values = read_values(text, names, context, len(text) if half else None, bare_due=True)
    return Plain(
        kind="action_item", text=values.text, values=values, chips=values.chips, is_milestone=True
    )


def _note(text: str, context: Context, names: Names) -> Plain:
    """A note to the letter; only who said it ('Weiß: …') stands apart from what was said."""
    said = _said_by(text, context, names)
    offers = read_offers(text, names, context)
    if offers.was_taken:
        body = offers.text.strip() or text
        return Plain(kind="action_item", text=body, values=offers, chips=offers.chips)
    if said is None:
        return Plain(kind="note", text=text, values=offers, chips=offers.chips)
    name, key, rest = said
    chips = tuple(chip for chip in offers.chips if chip.key != f"owner:{key}")
    chip = Chip(key="said_by", kind="said_by", state="taken", label=name)
    return Plain(kind="note", text=rest, values=offers, said_by=name, chips=(chip, *chips))


def _said_by(text: str, context: Context, names: Names) -> tuple[str, str, str] | None:
    """(name, its key, the rest) of 'Weiß: …'. People who are called like a day or a month are
    not heard without a title: 'Freitag: Abgabe'."""
    front = name_in_front(text, names)
    if front is None or front[0].match is None or "said_by" in context.refused:
        return None
    match = front[0].match
    if match.rank > 1 or match.known[0].kind != "person" or not text[0].isupper():
        return None
    if read_due(front[0].text, context.today, context.language) is not None:
        return None
    name = match.one.name if match.one else front[0].text
    return name, match.key, text[front[1] :]


def _bullet(text: str, mark: Marked, context: Context, names: Names) -> Plain:
    body = text[mark.body :]
    if context.sticky and context.sticky != "note":
        return of_kind(context.sticky, body, context, names)
    values = read_bullet(body, names, context, bracket=mark.kind == "arrow")
    if values.is_marked:
        return Plain(kind="action_item", text=values.text, values=values, chips=values.chips)
    offers = read_offers(body, names, context)
    if offers.was_taken:
        rest = offers.text.strip() or body
        return Plain(kind="action_item", text=rest, values=offers, chips=offers.chips)
    told = msgspec.structs.replace(offers, problem=values.problem)
    return Plain(kind="note", text=text, values=told, chips=offers.chips)


def _loud_action(text: str, body: str, context: Context, names: Names) -> Plain:
    """'Maßnahme: …' an action item if it says who or when, else it is offered."""
    values = read_values(body, names, context)
    if values.is_marked or "kind:action_item" in context.taken or context.sticky == "action_item":
        return Plain(kind="action_item", text=values.text, values=values, chips=values.chips)
    plain = of_kind(context.sticky or "note", text, context, names)
    label = texts(context.language).tr("action item")
    chip = Chip(key="kind:action_item", kind="kind", state="offered", label=label)
    return msgspec.structs.replace(plain, chips=(chip, *plain.chips))


def _with_candidate(chips: tuple[Chip, ...], completion: Completion) -> tuple[Chip, ...]:
    """The chip of the half-typed name shows the first candidate, hollow."""
    first = completion.candidates[0]
    label = f"{first.name} ({first.detail})" if first.kind == "person" and first.detail else None
    return tuple(
        msgspec.structs.replace(chip, state="offered", label=label or first.name, note="")
        if chip.kind == "owner" and chip.label == completion.fragment
        else chip
        for chip in chips
    )
