"""From the rows of a file to its changes; files that are none of ours are refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.errors import BadFile
from facilitator.i18n import tr
from facilitator.meeting.changes import Stamped
from facilitator.store import rows
from facilitator.store.folded import newer_schema
from facilitator.store.lines import CHANGES, META
from facilitator.store.recovery import Loaded


@dataclass
class Reading:
    """The changes of a file. Of two rows with one id the first counts."""

    changes: dict[bytes, Stamped] = field(default_factory=dict)
    """By the bytes of their rows."""
    documents: dict[str, int] = field(default_factory=dict)
    """Change id -> document id."""
    strange: int = 0
    """Rows that are no changes."""


def read_changes(loaded: Loaded, known: Mapping[bytes, Stamped]) -> Reading:
    """Decode the rows of `changes`; those in `known` are taken from there."""
    reading = Reading()
    for doc_id, raw in loaded.tables.get(CHANGES, {}).items():
        each = known.get(raw)
        if each is None:
            row = rows.read(raw)
            each = rows.decode(row) if row is not None else None
        if each is None:
            reading.strange += 1
        elif each.id not in reading.documents:
            reading.documents[each.id] = doc_id
            reading.changes[raw] = each
    return reading


def refuse_what_is_not_ours(path: Path, loaded: Loaded, reading: Reading, *, is_held: bool) -> None:
    """Raises BadFile for a file of a newer form, and for one in which nothing is ours unless its
    changes are still held in memory (`is_held`)."""
    if newer_schema(loaded.tables.get(META, {})):
        raise BadFile(
            tr(
                "{path} was written by a newer version of facilitator. It was not changed."
                " Update facilitator, then open it again.",
                path=path,
            )
        )
    if not is_held and not reading.changes and META not in loaded.tables:
        raise BadFile(
            tr(
                "{path} is empty or not a file of facilitator; nothing in it can be read. It"
                " was left as it is. Take a copy of it from a backup.",
                path=path,
            )
        )
