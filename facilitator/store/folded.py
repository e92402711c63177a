"""The folded tables on disk: which of their rows differ from what was written last."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

import facilitator
from facilitator.store import rows
from facilitator.store.lines import META
from facilitator.store.storage import LineStorage

SCHEMA = 1
"""Of the file: tables, rows, crc."""
FOLD = 6
"""Of the meaning: folded tables of files with the same number can be compared."""

_OTHER_KEYS = 1_000_000_000
"""Document ids from here on: rows whose key is no change of this file."""

Tables = dict[str, dict[str, Struct]]


@dataclass
class Plan:
    """What has to be written, and what then is written."""

    touched: dict[str, dict[int, bytes | None]]
    arranged: dict[str, list[int]]
    tables: Tables
    documents: dict[str, int]
    new_keys: dict[tuple[str, str], int] = field(default_factory=dict)


class FoldedTables:
    """What of the fold stands in the file. `documents`: change id -> its document id, which is
    also that of the row it made."""

    def __init__(self, documents: Mapping[str, int] | None = None) -> None:
        self._documents = dict(documents or {})
        self._other_keys: dict[tuple[str, str], int] = {}
        self._tables: Tables | None = None
        """As written last; None: unknown, everything is written anew."""

    def plan(self, tables: Tables, new_documents: Mapping[str, int], storage: LineStorage) -> Plan:
        """The rows that differ. Nothing here changes until `written`."""
        plan = Plan({}, {}, tables, dict(new_documents))
        if self._tables is None:
            self._plan_all(plan, storage)
            return plan
        for name, table in tables.items():
            before = self._tables.get(name)
            if table is before:
                continue
            if before is None:
                before = {}
                plan.touched[name] = {}
            keys, keys_before = list(table), list(before)
            if table == before and keys == keys_before:
                continue
            if _only_grew(before, table):
                differing = keys[len(keys_before) :]
            else:
                differing = [key for key, value in table.items() if before.get(key) is not value]
            changed: dict[int, bytes | None] = {
                self._document(plan, name, key): rows.seal(table[key])
                for key in differing
                if before.get(key) != table[key]
            }
            plan.touched[name] = changed
            for key in before.keys() - table.keys():
                changed[self._document(plan, name, key)] = None
            if not _grew(keys_before, keys):
                plan.arranged[name] = [self._document(plan, name, key) for key in keys]
        return plan

    def _plan_all(self, plan: Plan, storage: LineStorage) -> None:
        """What stands in the file was written by somebody else: everything anew."""
        for name, table in plan.tables.items():
            changed: dict[int, bytes | None] = dict.fromkeys(storage.rows(name))
            plan.arranged[name] = []
            for key, value in table.items():
                doc_id = self._document(plan, name, key)
                changed[doc_id] = rows.seal(value)
                plan.arranged[name].append(doc_id)
            plan.touched[name] = changed
        plan.touched[META] = {1: rows.seal(_meta(storage))}

    def written(self, plan: Plan) -> None:
        """The plan is on disk now."""
        self._tables = plan.tables
        self._documents.update(plan.documents)
        self._other_keys.update(plan.new_keys)

    def _document(self, plan: Plan, name: str, key: str) -> int:
        """The document id of a row: that of the change that made it, else one made of the key."""
        found = (
            self._documents.get(key)
            or plan.documents.get(key)
            or self._other_keys.get((name, key))
            or plan.new_keys.get((name, key))
        )
        if found is None:
            taken = {
                number
                for keys in (self._other_keys, plan.new_keys)
                for (table, _), number in keys.items()
                if table == name
            }
            found = _OTHER_KEYS + zlib.crc32(key.encode()) % _OTHER_KEYS
            while found in taken:
                found += 1
            plan.new_keys[name, key] = found
        return found


def _only_grew(before: dict[str, Struct], now: dict[str, Struct]) -> bool:
    """Are the old rows all there, as they were, in front of the new ones? Asked in one go, because
    this is what each recorded line does to its table."""
    count = len(before)
    return list(now)[:count] == list(before) and list(now.values())[:count] == list(before.values())


def _grew(before: list[str], now: list[str]) -> bool:
    """Are the rows in the order in which a commit leaves them: the old ones, then new ones?"""
    if now[: len(before)] == before:
        return True
    kept = set(now)
    stayed = [key for key in before if key in kept]
    return now[: len(stayed)] == stayed


def _meta(storage: LineStorage) -> rows.Row:
    """The row of `meta`; what a newer program put there stays."""
    kept = newest_meta(storage.rows(META).values())
    return kept | {"schema": SCHEMA, "fold": FOLD, "program": facilitator.__version__}


def newest_meta(raw_rows: Iterable[bytes]) -> rows.Row:
    """The first readable row of `meta`, or an empty one."""
    return next((row for row in map(rows.read, raw_rows) if row), {})


def newer_schema(table: Mapping[int, bytes]) -> bool:
    """Does `meta` tell of a form of file this program does not know?"""
    schema = newest_meta(table.values()).get("schema", SCHEMA)
    return isinstance(schema, int) and schema > SCHEMA
