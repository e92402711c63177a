"""An entry as understood, and the change that records it. A line without text of its own is kept
as a note, so that nothing typed is lost."""

from __future__ import annotations

from msgspec import Struct

from facilitator.capture.found import Values
from facilitator.capture.reading import Chip, Context, Reading
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.model import EntryKind, Visibility


class Line(Struct, frozen=True, kw_only=True):
    """`typed` is what is recorded beside the entry; `text` the part that is read, which begins
    at `start` of it."""

    typed: str
    text: str
    start: int = 0


class Plain(Struct, frozen=True, kw_only=True):
    """An entry as understood, before it is a change."""

    kind: EntryKind
    text: str
    values: Values
    visibility: Visibility | None = None
    said_by: str = ""
    is_milestone: bool = False
    chips: tuple[Chip, ...] = ()
    summary: str = ""
    """Of the action item that comes with a decision; empty: the text."""


def as_note(line: Line, context: Context) -> tuple[c.Change, ...]:
    """The line to the letter."""
    return (c.NoteRecorded(item=context.item, line=line.typed, text=line.text),)


def reading_of(plain: Plain, line: Line, context: Context) -> Reading:
    """The entry with its chips and the change that Enter records."""
    if not plain.text.strip():
        problem = texts(context.language).tr("There is no text yet; Enter makes it a note.")
        return Reading(
            kind=plain.kind,
            changes=as_note(line, context),
            chips=plain.chips,
            text=line.text,
            problem=plain.values.problem or problem,
        )
    chips = plain.chips
    if plain.kind == "action_item" and (field := inherited_field(context, plain.values)):
        chips = (*chips, Chip(key="field", kind="field", state="inherited", label=field[1]))
    return Reading(
        kind=plain.kind,
        changes=_changes(plain, line, context),
        chips=chips,
        text=plain.text,
        visibility=plain.visibility,
        problem=plain.values.problem,
    )


def inherited_field(context: Context, values: Values) -> tuple[str, str] | None:
    """(id, name) of the field of action that the item gives its entries, if the line has none."""
    item = context.meeting.item(context.item)
    if values.field is not None or item is None or not item.field or "field" in context.refused:
        return None
    field = context.meeting.field(item.field)
    return (field.id, field.name) if field else None


def _changes(plain: Plain, line: Line, context: Context) -> tuple[c.Change, ...]:
    item, typed, visibility, text = context.item, line.typed, plain.visibility, plain.text
    values = plain.values
    if plain.kind == "action_item":
        return (_action_item(plain, line, context),)
    if plain.kind == "question":
        return (
            c.QuestionRecorded(
                item=item,
                line=typed,
                visibility=visibility,
                text=text,
                owners=values.owners,
                due=values.due,
            ),
        )
    if plain.kind == "decision":
        decision = c.DecisionRecorded(item=item, line=typed, visibility=visibility, wording=text)
        if values.was_taken:  # who carries it out is an action item of its own
            return decision, _action_item(plain, line, context, link="^0")
        return (decision,)
    if plain.kind == "parked_topic":
        return (c.TopicParked(item=item, line=typed, visibility=visibility, text=text),)
    return (
        c.NoteRecorded(
            item=item, line=typed, visibility=visibility, text=text, said_by=plain.said_by
        ),
    )


def _action_item(
    plain: Plain, line: Line, context: Context, link: str = ""
) -> c.ActionItemRecorded:
    values = plain.values
    inherited = inherited_field(context, values)
    item = context.meeting.item(context.item)
    return c.ActionItemRecorded(
        item=context.item,
        line=line.typed,
        visibility=plain.visibility,
        link=link,
        summary=plain.summary.strip() or plain.text,
        owners=values.owners,
        due=values.due,
        field=values.field.id if values.field else inherited[0] if inherited else "",
        group=item.group if item else "",
        is_milestone=plain.is_milestone,
    )
