"""Meetings and action items as JSON. Internal entries are in it: this is our own form, for the
laptop's owner.

A meeting is written whole: first what happened (`changes`, one row a line, byte for byte as in the
meeting's file) and what of its series belongs to it (`series_changes`), from which
`facilitator import` makes the meeting again; then, for programs that only read, the tables of the
file under their own names, in a stable order.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

import facilitator
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


FORM = 1
"""Of this form of JSON; higher ones are of newer programs."""


class Header(Struct, frozen=True, kw_only=True):
    """What stands first in the JSON of a meeting, under the key `facilitator`. `file`: the name of
    the meeting's file without its ending; `digest`: SHA-256 over the rows, see `digest_of`."""

    form: int
    program: str
    meeting: str
    file: str = ""
    digest: str


def digest_of(rows: Sequence[bytes], series_rows: Sequence[bytes]) -> str:
    """SHA-256 in hex of all rows, each ended by a line break, those of the series first, an empty
    line between the two."""
    text = b"".join(row + b"\n" for row in (*series_rows, b"", *rows))
    return hashlib.sha256(text).hexdigest()


def meeting_json(
    meeting: Meeting,
    *,
    rows: Sequence[bytes] = (),
    series_rows: Sequence[bytes] = (),
    file: str = "",
) -> str:
    """A meeting, whole: `{"facilitator": {...}, "series_changes": [...], "changes": [...],
    "meetings": [{...}], "agenda_items": [...], ...}`. Without rows only the tables, which cannot
    be imported."""
    tables = meeting_tables(meeting, _ItsOwnKey())
    folded = as_json({name: _table(list(tables[name].values())) for name in MEETING_TABLES})
    if not rows:
        return folded
    header = Header(
        form=FORM,
        program=facilitator.__version__,
        meeting=meeting.id,
        file=file,
        digest=digest_of(rows, series_rows),
    )
    head = as_json({"facilitator": header}).removesuffix("\n}\n")
    parts = (head, _lines("series_changes", series_rows), _lines("changes", rows))
    return ",\n".join(parts) + "," + folded.removeprefix("{")


def _table(values: list[Struct]) -> msgspec.Raw:
    """Sets in it in one order, whatever the order of their hashes on this machine."""
    return msgspec.Raw(msgspec.json.encode(values, order="deterministic"))


def _lines(name: str, rows: Sequence[bytes]) -> str:
    """A list with one row a line."""
    if not rows:
        return f'  "{name}": []'
    listed = ",\n".join(f"    {_harmless(row.decode())}" for row in rows)
    return f'  "{name}": [\n{listed}\n  ]'


def actions_json(actions: Sequence[ActionForm]) -> str:
    """A list of action items."""
    return as_json(list(actions))


_NOT_FOR_TERMINALS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def as_json(value: Any) -> str:
    """Readable JSON with a line break at its end. Control and direction signs are escaped, so
    that no text of a user can steer a terminal."""
    return _harmless(msgspec.json.format(msgspec.json.encode(value), indent=2).decode()) + "\n"


def _harmless(text: str) -> str:
    return _NOT_FOR_TERMINALS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
