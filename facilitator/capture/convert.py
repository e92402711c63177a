"""F-keys on an entry: its line read again as another kind, at any time, and nothing is dropped."""

from __future__ import annotations

import msgspec

from facilitator.capture.entries import of_kind, understand
from facilitator.capture.found import Values
from facilitator.capture.grammar import clean
from facilitator.capture.marks import ENTRY_OF, find_mark
from facilitator.capture.names import Names
from facilitator.capture.reading import Chip, Context, Reading
from facilitator.capture.recording import inherited_field
from facilitator.meeting import changes as c
from facilitator.meeting.model import ActionItem, Due, Entry, EntryKind, Owner, Question


def convert(entry: Entry, to: EntryKind, context: Context) -> tuple[c.Change, ...]:
    """The changes that make `entry` a `to`; none if it is one."""
    return convert_reading(entry, to, context).changes


def convert_reading(entry: Entry, to: EntryKind, context: Context) -> Reading:
    """The entry read as `to`. Its chips can be taken or given back by converting it again with
    their keys in the context."""
    if entry.kind == to:
        return Reading(kind=to, text=entry.text, visibility=entry.visibility)
    context = msgspec.structs.replace(context, item=entry.item, sticky=to, literal=False)
    names = Names(context)
    source = _source(entry, context, names)
    plain = of_kind(to, source, context, names)
    if plain.kind != to or not plain.text.strip():  # an offer taken, or tokens and nothing else
        return _whole(entry, to, source)
    chips = plain.chips
    if to == "action_item" and (field := inherited_field(context, plain.values)):
        chips = (*chips, Chip(key="field", kind="field", state="inherited", label=field[1]))
    return Reading(
        kind=to,
        changes=_changes(entry, to, plain.text, plain.said_by, plain.values, context),
        chips=chips,
        text=plain.text,
        visibility=entry.visibility,
        problem=plain.values.problem,
    )


def _whole(entry: Entry, to: EntryKind, source: str) -> Reading:
    change = c.EntryConverted(entry=entry.id, to=to, text=source)
    return Reading(kind=to, changes=(change,), text=source, visibility=entry.visibility)


def _source(entry: Entry, context: Context, names: Names) -> str:
    """The words to read again: the typed line without its mark while the entry still says what
    the line said; else the text, with owners and due written out behind it."""
    typed = clean(entry.line).strip()
    if typed and (body := _still_said(typed, entry, context, names)):
        return body
    owners, due = _owners(entry), _due(entry)
    said_by = getattr(entry, "said_by", "")
    text = f"{said_by}: {entry.text}" if said_by else entry.text
    behind = ", ".join([owner.name for owner in owners] + ([_as_said(due)] if due else []))
    return f"{text} ({behind})" if behind else text


def _still_said(typed: str, entry: Entry, context: Context, names: Names) -> str:
    """The line without its mark if reading it gives this entry, else an empty string."""
    as_typed = msgspec.structs.replace(context, sticky=None, taken=frozenset())
    mark = find_mark(typed)
    body = typed[mark.body :] if mark and mark.kind in ENTRY_OF else typed
    for plain in (
        understand(typed, as_typed, names),
        of_kind(entry.kind, typed, as_typed, names),
        of_kind(entry.kind, body, as_typed, names),
    ):
        is_same = plain.text == entry.text and plain.kind == entry.kind
        if is_same and _says(entry, plain.values.owners, plain.values.due):
            return body
    if entry.text == typed:  # literally
        return typed
    return ""


def _says(entry: Entry, owners: tuple[Owner, ...], due: Due | None) -> bool:
    if not isinstance(entry, (ActionItem, Question)):
        return True
    mine = entry.due
    same_due = mine is due is None or (
        mine and due and (mine.text, mine.last) == (due.text, due.last)
    )
    return bool(same_due) and entry.owners == owners


def _owners(entry: Entry) -> tuple[Owner, ...]:
    return entry.owners if isinstance(entry, (ActionItem, Question)) else ()


def _due(entry: Entry) -> Due | None:
    return entry.due if isinstance(entry, (ActionItem, Question)) else None


def _as_said(due: Due) -> str:
    return due.text or (f"{due.last:%d.%m.%Y}" if due.last else "")


def _changes(
    entry: Entry,
    to: EntryKind,
    text: str,
    said_by: str,
    values: Values,
    context: Context,
) -> tuple[c.Change, ...]:
    converted = c.EntryConverted(entry=entry.id, to=to, text=text)
    if to in ("action_item", "question"):
        converted = msgspec.structs.replace(converted, owners=values.owners, due=values.due)
    if to == "action_item":
        inherited = inherited_field(context, values)
        field = values.field.id if values.field else inherited[0] if inherited else ""
        converted = msgspec.structs.replace(converted, field=field)
    if said_by:
        return converted, c.NoteAmended(note=entry.id, said_by=said_by)
    return (converted,)
