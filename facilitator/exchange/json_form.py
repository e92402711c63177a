"""Meetings and action items as JSON, for programs: the tables of the files under their own names,
in a stable order. Internal entries are in it: this is our own form, for the laptop's owner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from facilitator.meeting.model import Meeting, TabledAction
from facilitator.meeting.tables import MEETING_TABLES, meeting_tables


class DueForm(Struct, frozen=True, kw_only=True):
    """`text` as spoken, `edtf` in ISO 8601-2, `last` the last day it allows as now known."""

    text: str
    edtf: str | None
    last: date | None


class ActionForm(Struct, frozen=True, kw_only=True):
    """One action item as it stands now. `number` is null before the close of its meeting; `item`
    is the number of the agenda item it was born under, `meeting` the meeting's reference (null:
    born between meetings), `series` the name of the series."""

    id: str
    tag: str | None
    number: str | None
    summary: str
    owners: tuple[str, ...]
    due: DueForm | None
    status: str
    field: str | None
    item: str | None
    meeting: str | None
    series: str


def action_form(
    action: TabledAction, *, tag: str, item: str, meeting: str, last: date | None
) -> ActionForm:
    """An action item of the register in this form."""
    due = None
    if action.due is not None:
        due = DueForm(text=action.due.text, edtf=action.due.edtf or None, last=last)
    return ActionForm(
        id=action.id,
        tag=tag or None,
        number=action.number or None,
        summary=action.summary,
        owners=tuple(owner.name for owner in action.owners),
        due=due,
        status=action.status,
        field=action.field or None,
        item=item or None,
        meeting=meeting or None,
        series=action.series,
    )


class _ItsOwnKey(dict[str, str]):
    """Says of every thing that it made itself: here only the order of rows matters."""

    def __missing__(self, key: str) -> str:
        return key


def meeting_json(meeting: Meeting) -> str:
    """All tables of a meeting: `{"meetings": [{...}], "agenda_items": [...], ...}`."""
    tables = meeting_tables(meeting, _ItsOwnKey())
    return as_json({name: list(tables[name].values()) for name in MEETING_TABLES})


def actions_json(actions: Sequence[ActionForm]) -> str:
    """A list of action items."""
    return as_json(list(actions))


_NOT_FOR_TERMINALS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def as_json(value: Any) -> str:
    """Readable JSON with a line break at its end. Control and direction signs are escaped, so
    that no text of a user can steer a terminal."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return _NOT_FOR_TERMINALS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
