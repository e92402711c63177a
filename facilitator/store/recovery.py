"""Reading a file that may not be whole: other people's form, wrong bits, missing pieces.

Three ways, in this order: our own form; any JSON that TinyDB would open (rewritten by stock TinyDB,
by hand, by git); else line by line, and of that only rows with a right crc. One wrong bit in a row
is put right: the crc says which. A file of changes only grows, so that rows lost here may be
fetched from the version before it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from facilitator.store import rows
from facilitator.store.bits import put_right
from facilitator.store.lines import (
    CHANGES,
    HEADER,
    META,
    RawTables,
    document_id,
    in_order,
    parse,
    table_name,
)

_BOM = b"\xef\xbb\xbf"
_ROW_END = re.compile(rb',"crc":"[0-9a-f]{8}"\}')
_ROW_START = re.compile(rb'"(\d+)":(?=.)')
_STARTS_TRIED = 8
"""A row in a damaged line begins at one of its first braces."""
_SHORTEST_ROW = 28
"""A piece shorter than this was no row but something between rows."""


@dataclass
class Loaded:
    """The rows of a file and what was found on reading. `form`: 'ours', 'other' (JSON in another
    form), 'broken' (no JSON). The lists hold ids of documents in `changes` or (table, id)."""

    tables: RawTables
    form: Literal["ours", "other", "broken"]
    lost: int = 0
    """Pieces that were once rows of `changes`."""
    repaired: list[tuple[str, int]] = field(default_factory=list)
    unsealed: list[tuple[str, int]] = field(default_factory=list)
    """Rows whose crc is missing or wrong and that are kept: somebody wrote them by hand."""
    fetched: int = 0
    """Changes taken from the version before this one."""

    @property
    def is_damaged(self) -> bool:
        """Keep a copy of such a file before it is written over."""
        return self.form == "broken" or bool(self.lost or self.repaired)


def load(data: bytes) -> Loaded:
    """The rows of these bytes, by the first way that works. Never raises; nothing found at all
    is an empty `tables`."""
    if tables := parse(data):
        return _judged(Loaded(tables, "ours"))
    has_our_lines = re.search(rb'^"\d+":\{', data, re.MULTILINE) is not None
    other = _other_form(data, is_strict=has_our_lines)
    if other is not None:
        return _judged(Loaded(other, "other"))
    return _salvaged(data)


def _judged(loaded: Loaded) -> Loaded:
    """Every crc of a file that could be read: put single bits right, note what does not hold.
    In another form than ours a digit that differs was changed by somebody, not by chance."""
    for name, table in loaded.tables.items():
        for doc_id, raw in table.items():
            if rows.is_sealed(raw):
                continue
            right = put_right(raw) if loaded.form == "ours" else None
            if right is None:
                loaded.unsealed.append((name, doc_id))
            else:
                table[doc_id] = right
                loaded.repaired.append((name, doc_id))
    return loaded


# -- JSON in another form ---------------------------------------------------------------------


def _other_form(data: bytes, *, is_strict: bool) -> RawTables | None:
    """The tables of any JSON that TinyDB would open. Strict: a key given twice is damage."""
    try:
        found = json.loads(
            data.removeprefix(_BOM).decode(), object_pairs_hook=_unique if is_strict else None
        )
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not all(isinstance(each, dict) for each in found.values()):
        return None
    tables: RawTables = {}
    for name in in_order(found):
        table: dict[int, bytes] = {}
        for key, row in found[name].items():
            if not isinstance(row, dict):
                return None
            doc_id = document_id(key.encode(errors="replace"))
            table[_free(table) if doc_id is None else doc_id] = _rewritten(row)
        tables[rows.whole_text(name)] = table
    return _changes_in_place(tables)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice")
    return found


def _rewritten(row: dict[str, Any]) -> bytes:
    """A row in our form. A crc that is there stays what it is, right or wrong; a row that has
    none was made by hand and gets one."""
    body = rows.canonical(row)
    crc = row.get("crc")
    if isinstance(crc, str) and re.fullmatch("[0-9a-f]{8}", crc):
        return rows.sealed(body)[:-10] + crc.encode() + b'"}'
    return rows.sealed(body)


def _changes_in_place(tables: RawTables) -> RawTables:
    """Without a table `changes` (its name is damaged) look for its rows elsewhere."""
    if CHANGES in tables:
        return tables
    for name, table in tables.items():
        found = [rows.read(raw) for raw in table.values()]
        if found and all(row is not None and rows.looks_like_change(row) for row in found):
            rest = {other: tables[other] for other in tables if other != name}
            return {CHANGES: table, **rest}
    return tables


def _free(table: dict[int, bytes]) -> int:
    return max(table, default=0) + 1


# -- what is left of a broken file ------------------------------------------------------------


def _salvaged(data: bytes) -> Loaded:
    """Every row with a right crc, found by its line and its ending."""
    loaded = Loaded({CHANGES: {}}, "broken")
    name = CHANGES
    for text in data.split(b"\n"):
        if (header := HEADER.fullmatch(text.removeprefix(b"{"))) is not None:
            name = table_name(header[1]) or name
            continue
        for piece in _pieces(text):
            _take(loaded, name, piece)
    if not any(loaded.tables.values()):
        loaded.tables.clear()
    return loaded


def _pieces(text: bytes) -> Iterator[bytes]:
    """The rows of a line; more than one when the break between them is damaged."""
    start = 0
    for end in _ROW_END.finditer(text):
        yield text[start : end.end()].lstrip(b", ")
        start = end.end()
    rest = text[start:].strip(b", ")
    if len(rest) >= _SHORTEST_ROW:
        yield rest


def _take(loaded: Loaded, name: str, piece: bytes) -> None:
    key = _ROW_START.search(piece[:32])
    starts = [key.end()] if key else []
    starts += [found.start() for found in re.finditer(rb"\{", piece)][:_STARTS_TRIED]
    raw = next((piece[start:] for start in starts if rows.is_sealed(piece[start:])), None)
    is_repaired = raw is None
    if raw is None:
        raw = next(filter(None, (put_right(piece[start:]) for start in starts[:2])), None)
    row = rows.read(raw) if raw else None
    if raw is None or row is None:
        loaded.lost += name == CHANGES
        return
    if rows.looks_like_change(row):
        name = CHANGES
    elif name == CHANGES:  # a folded row behind a damaged header: it is made anew
        return
    table = loaded.tables.setdefault(name, {})
    doc_id = int(key[1]) if key and len(key[1]) < 16 else _free(table)
    if doc_id in table:
        doc_id = _free(table)
    table[doc_id] = raw
    if is_repaired:
        loaded.repaired.append((name, doc_id))


def fetch_lost(loaded: Loaded, previous: bytes) -> int:
    """Put in the changes that the version before still has, and say how many. A file that shares
    no change with what is left is another one and gives nothing."""
    table = loaded.tables.get(CHANGES, {})
    known = {row["id"] for row in map(rows.read, table.values()) if row and "id" in row}
    found = load(previous)
    unsealed = set(found.unsealed)
    others: dict[str, bytes] = {}
    for doc_id, raw in found.tables.get(CHANGES, {}).items():
        row = rows.read(raw)
        if row and rows.looks_like_change(row) and (CHANGES, doc_id) not in unsealed:
            others[row["id"]] = raw
    if known and not known & others.keys():
        return 0
    missing = [raw for change_id, raw in others.items() if change_id not in known]
    if missing:
        table = loaded.tables.setdefault(CHANGES, {})
        for raw in missing:
            table[_free(table)] = raw
    if META not in loaded.tables and META in found.tables:
        loaded.tables[META] = found.tables[META]
    return len(missing)
