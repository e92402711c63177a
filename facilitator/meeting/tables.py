"""The folded state as tables, so that plain TinyDB reads a meeting without our code.

Table names and keys are the words of the product. A row's key here is the id of the change that
made the thing; the store turns it into TinyDB's integer document id.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import msgspec
from msgspec import Struct

from facilitator.meeting.model import (
    ENTRY_TYPES,
    AgendaItem,
    Attendance,
    Board,
    CardGroup,
    Contribution,
    Entry,
    EntryKind,
    FieldOfAction,
    Group,
    Meeting,
    Organization,
    Person,
    Round,
    Series,
    Speaker,
    Statement,
    TabledAction,
)

Tables: TypeAlias = dict[str, dict[str, Struct]]

MEETING_TABLES = (
    "meetings", "agenda_items", "attendance", "notes", "decisions", "action_items", "questions",
    "parked_topics", "tabled_actions", "statements", "people", "organizations", "groups", "fields",
    "speakers", "rounds", "boards", "card_groups", "contributions",
)  # fmt: skip

ENTRY_TABLES: dict[EntryKind, str] = {
    "note": "notes",
    "decision": "decisions",
    "action_item": "action_items",
    "question": "questions",
    "parked_topic": "parked_topics",
}

_IN_TABLES_OF_THEIR_OWN = dict.fromkeys(
    "agenda_items people organizations groups fields attendance entries tabled_actions "
    "statements speakers rounds boards card_groups contributions".split(),
    (),
)

_KEYED_BY_ID = ("speakers", "rounds", "boards", "card_groups", "contributions")


def meeting_tables(meeting: Meeting, made_by: Mapping[str, str]) -> Tables:
    """The tables of a meeting. `made_by`: thing id -> id of the change that made it."""
    tables: Tables = {name: {} for name in MEETING_TABLES}
    if meeting.id:
        tables["meetings"][meeting.id] = msgspec.structs.replace(meeting, **_IN_TABLES_OF_THEIR_OWN)
    for name in ("agenda_items", "people", "organizations", "groups", "fields", "statements"):
        rows = tables[name]
        for value in getattr(meeting, name):
            rows[made_by[value.id]] = value
    for attendance in meeting.attendance:
        tables["attendance"][made_by[attendance.person]] = attendance
    for entry in meeting.entries:
        tables[ENTRY_TABLES[entry.kind]][entry.id] = entry
    for action in meeting.tabled_actions:
        tables["tabled_actions"][action.id] = action
    for name in _KEYED_BY_ID:
        tables[name] = {value.id: value for value in getattr(meeting, name)}
    return tables


def series_tables(series: Series, made_by: Mapping[str, str]) -> Tables:
    """The tables of a series."""
    beside = ("people", "organizations", "groups", "fields", "statements", "action_items")
    tables: Tables = {name: {} for name in ("series", *beside)}
    if series.id:
        own = msgspec.structs.replace(series, **dict.fromkeys(beside, ()))
        tables["series"][series.id] = own
    for name in beside:
        for value in getattr(series, name):
            tables[name][made_by.get(value.id, value.id)] = value
    return tables


def meeting_from_tables(tables: Mapping[str, Mapping[str, object]]) -> Meeting:
    """The meeting that folded tables hold, for lists and the register: no change is folded.
    Entries come in the order they were made. Raises msgspec.ValidationError on foreign rows."""
    rows = {name: list(table.values()) for name, table in tables.items()}
    own = next(iter(rows.get("meetings", ())), {})
    meeting = msgspec.convert(own, Meeting)
    entries: list[Entry] = []
    for kind, name in ENTRY_TABLES.items():
        entries += msgspec.convert(rows.get(name, ()), list[ENTRY_TYPES[kind]])  # type: ignore[valid-type]
    return msgspec.structs.replace(
        meeting,
        entries=tuple(sorted(entries, key=lambda entry: entry.id)),
        agenda_items=tuple(
            sorted(
                msgspec.convert(rows.get("agenda_items", ()), list[AgendaItem]),
                key=_place,
            )
        ),
        people=tuple(msgspec.convert(rows.get("people", ()), list[Person])),
        organizations=tuple(msgspec.convert(rows.get("organizations", ()), list[Organization])),
        groups=tuple(msgspec.convert(rows.get("groups", ()), list[Group])),
        fields=tuple(msgspec.convert(rows.get("fields", ()), list[FieldOfAction])),
        attendance=tuple(msgspec.convert(rows.get("attendance", ()), list[Attendance])),
        statements=tuple(msgspec.convert(rows.get("statements", ()), list[Statement])),
        tabled_actions=tuple(msgspec.convert(rows.get("tabled_actions", ()), list[TabledAction])),
        speakers=tuple(msgspec.convert(rows.get("speakers", ()), list[Speaker])),
        rounds=tuple(msgspec.convert(rows.get("rounds", ()), list[Round])),
        boards=tuple(msgspec.convert(rows.get("boards", ()), list[Board])),
        card_groups=tuple(msgspec.convert(rows.get("card_groups", ()), list[CardGroup])),
        contributions=tuple(msgspec.convert(rows.get("contributions", ()), list[Contribution])),
    )


def _place(item: AgendaItem) -> tuple[int, ...]:
    """Files written before items knew their order are sorted by their numbers."""
    return (item.order,) if item.order else tuple(map(int, item.number.split(".")))
