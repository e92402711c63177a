"""The form of a file: UTF-8 JSON that stock TinyDB opens, one row a line, `changes` first.

    {"changes":{
    "1":{...},
    "2":{...}
    },
    "meta":{
    "1":{...}
    }}

Rows are bytes, see `rows`. What is not exactly in this form is `recovery`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias

import msgspec

from facilitator.store import rows

CHANGES = "changes"
META = "meta"

RawTables: TypeAlias = dict[str, dict[int, bytes]]
"""Table name -> document id -> bytes of the row."""

HEADER = re.compile(rb'("(?:[^"\\\n]|\\.)*"):\{')


def line(doc_id: int, row: bytes) -> bytes:
    """One row with its document id, without comma."""
    return b'"%d":%b' % (doc_id, row)


def table_text(name: str, lines_of_table: Iterable[bytes]) -> bytes:
    """One table of the file, without what stands between tables."""
    text = b",\n".join(lines_of_table)
    return b"%b:{\n%b\n}" % (msgspec.json.encode(name), text) if text else _empty(name)


def _empty(name: str) -> bytes:
    return b"%b:{\n}" % msgspec.json.encode(name)


def file_text(texts: Iterable[bytes]) -> bytes:
    """The whole file of the texts of its tables."""
    return b"{" + b",\n".join(texts) + b"}\n"


def in_order(names: Iterable[str]) -> list[str]:
    """The order of tables in the file: changes, meta, the others as they are."""
    listed = list(names)
    first = [name for name in (CHANGES, META) if name in listed]
    return first + [name for name in listed if name not in first]


def render(tables: Mapping[str, Mapping[int, bytes]]) -> bytes:
    """The file of these tables."""
    return file_text(
        table_text(name, [line(doc_id, row) for doc_id, row in tables[name].items()])
        for name in in_order(tables)
    )


def parse(data: bytes) -> RawTables | None:
    """The rows of a file in exactly our form, with document ids rising in `changes`; None for
    every other. Rows without a right crc are only known to be JSON objects."""
    if not data.startswith(b"{") or not data.endswith(b"\n}}\n"):
        return None
    tables: RawTables = {}
    lines = iter(data[1:-3].split(b"\n"))  # the end of the last table is an empty line now
    for text in lines:
        header = HEADER.fullmatch(text)
        name = table_name(header[1]) if header else None
        if name is None or name in tables:
            return None
        tables[name] = {}
        end = _read_table(lines, tables[name])
        if end is None or (end == b"" and next(lines, None) is not None):
            return None
    if list(tables) != in_order(tables) or not _rises(tables.get(CHANGES, {})):
        return None
    return tables


def _read_table(lines: Iterator[bytes], table: dict[int, bytes]) -> bytes | None:
    """Fill in the rows up to the end of the table; the line that ended it, or None when one is
    not in our form."""
    more = True
    for text in lines:
        if text in (b"", b"},"):
            return text if not (table and more) else None
        key, colon, raw = text.partition(b'":')
        doc_id = document_id(key[1:])
        if not (more and key[:1] == b'"' and colon) or doc_id is None or doc_id in table:
            return None
        more = raw.endswith(b",")
        raw = raw[:-1] if more else raw
        if not _is_object(raw):
            return None
        table[doc_id] = raw
    return None


def document_id(key: bytes) -> int | None:
    """The number a key stands for, None when it is written in another way than ours."""
    return int(key) if key.isdigit() and len(key) < 16 and key == b"%d" % int(key) else None


def _is_object(raw: bytes) -> bool:
    return raw[:1] == b"{" and (rows.is_sealed(raw) or rows.read(raw) is not None)


def _rises(doc_ids: Iterable[int]) -> bool:
    listed = list(doc_ids)
    return all(one < other for one, other in pairwise(listed))


def table_name(text: bytes) -> str | None:
    """The name in a header, read as JSON."""
    try:
        return msgspec.json.decode(text, type=str)
    except rows.UNREADABLE:
        return None
