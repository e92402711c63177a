"""What can be done with a chosen entry, as changes. Pure: nothing is written here."""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from facilitator.capture import Context, convert, read
from facilitator.capture.due import show_due
from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    ActionItem,
    Decision,
    Entry,
    EntryKind,
    Meeting,
    Note,
    Owner,
    Question,
    Visibility,
)

_NEXT_VISIBILITY: dict[Visibility, Visibility] = {
    "minutes": "record",
    "record": "internal",
    "internal": "minutes",
}


def converted(entry: Entry, kind: EntryKind, context: Context) -> tuple[c.Change, ...]:
    """An F-key on the entry. On an entry of that kind: nothing, but a note steps through the
    three visibilities."""
    if entry.kind == kind == "note":
        return (c.VisibilitySet(entry=entry.id, visibility=_NEXT_VISIBILITY[entry.visibility]),)
    return convert(entry, kind, context)


def moved(entry: Entry, item: str) -> tuple[c.Change, ...]:
    return (c.EntryMoved(entry=entry.id, item=item),) if entry.item != item else ()


def item_called(meeting: Meeting, name: str) -> str:
    """The id of the item with this number, or the only one whose title begins so; or empty."""
    wanted = name.strip().rstrip(".").casefold()
    for item in meeting.agenda_items:
        if item.number == wanted:
            return item.id
    found = [
        item.id
        for item in meeting.agenda_items
        if wanted
        and (
            item.title.casefold().startswith(wanted)
            or item.short_title.casefold().startswith(wanted)
        )
    ]
    return found[0] if len(found) == 1 else ""


def editable(entry: Entry, language: str) -> str:
    """The entry as a line that can be mended: text, then who and until when as tokens."""
    parts = [entry.text]
    if isinstance(entry, ActionItem | Question):
        if entry.owners:
            parts.append(">" + ",".join(owner.name for owner in entry.owners))
        if entry.due:
            parts.append("<" + (entry.due.text or show_due(entry.due, language)))
    return " ".join(part for part in parts if part)


def edited(entry: Entry, line: str, context: Context) -> tuple[c.Change, ...]:
    """The mended line as an amend of what differs; empty when nothing does or nothing is left."""
    if not line.strip():
        return ()
    if isinstance(entry, ActionItem | Question):
        return _edited_tokens(entry, line, context)
    text = line.strip()
    if text == entry.text:
        return ()
    if isinstance(entry, Decision):
        return (c.DecisionAmended(decision=entry.id, wording=text),)
    if isinstance(entry, Note):
        return (c.NoteAmended(note=entry.id, text=text),)
    return (c.ParkedTopicAmended(parked_topic=entry.id, text=text),)


def _edited_tokens(
    entry: ActionItem | Question, line: str, context: Context
) -> tuple[c.Change, ...]:
    """Read again as what it is; names and dues that stayed as they were keep their values."""
    known = tuple((owner.name, owner.id) for owner in entry.owners if owner.id)
    mark = "m: " if isinstance(entry, ActionItem) else "f: "
    sticky: EntryKind = entry.kind
    reading = read(line, _with(context, sticky, known))
    made = next((x for x in reading.changes if isinstance(x, c.EntryRecorded)), None)
    if not isinstance(made, c.ActionItemRecorded | c.QuestionRecorded):
        reading = read(mark + line, _with(context, sticky, known))
        made = next((x for x in reading.changes if isinstance(x, c.EntryRecorded)), None)
    if not isinstance(made, c.ActionItemRecorded | c.QuestionRecorded):
        return ()
    text = made.summary if isinstance(made, c.ActionItemRecorded) else made.text
    owners = _same_owners(entry.owners, made.owners)
    due = made.due
    if due and entry.due and due.text == entry.due.text:
        due = entry.due
    new_text = text if text != entry.text else UNSET
    new_owners = owners if owners != entry.owners else UNSET
    new_due = due if due != entry.due else UNSET
    if new_text is UNSET and new_owners is UNSET and new_due is UNSET:
        return ()
    if isinstance(entry, ActionItem):
        return (
            c.ActionItemAmended(
                action_item=entry.id, summary=new_text, owners=new_owners, due=new_due
            ),
        )
    return (c.QuestionAmended(question=entry.id, text=new_text, owners=new_owners, due=new_due),)


def _with(context: Context, kind: EntryKind, known: tuple[tuple[str, str], ...]) -> Context:
    return msgspec.structs.replace(context, sticky=kind, picks=(*context.picks, *known))


def _same_owners(old: tuple[Owner, ...], new: tuple[Owner, ...]) -> tuple[Owner, ...]:
    """Owners written as before are the ones of before."""
    by_name = {owner.name: owner for owner in old}
    return tuple(by_name.get(owner.name, owner) for owner in new)
