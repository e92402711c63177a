"""A TinyDB storage whose file has one row a line, each with a crc, and is replaced whole.

`read` and `write` serve TinyDB's Table API. On the hot path `commit` takes only the rows that
differ, keeps the bytes of all others and writes once. Nothing here takes a lock: `ChangeFile` does.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias, cast

import msgspec
from tinydb import Storage

from facilitator.files import write_atomically
from facilitator.store import lines, rows
from facilitator.store.image import FileImage
from facilitator.store.recovery import Loaded, fetch_lost, load

Signature: TypeAlias = tuple[int, int, int]
"""Inode, mtime_ns and size: together they say whether a file changed."""
Touched: TypeAlias = Mapping[str, Mapping[int, bytes | Mapping[str, Any] | None]]

_IS_WINDOWS = os.name == "nt"
_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Between tries on Windows, where whoever reads a file keeps others from replacing it."""


class LineStorage(Storage):
    """The tables of one file as bytes of rows. `path` need not exist; its folder must."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.signature: Signature | None = None
        """Of the version that is held here; None: nothing was read or written yet."""
        self._lines: dict[str, dict[int, bytes]] = {}
        self._image: FileImage | None = None
        self._highest: dict[str, int] = {}
        self._keep_damaged = False

    @property
    def previous(self) -> Path:
        """Where the version before the present one is kept."""
        return self.path.with_name(f".{self.path.name}.previous")

    # -- TinyDB's side ------------------------------------------------------------------------

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables with rows as new dicts without their crc; None for a missing or empty file.
        Rows of a damaged file that could not be saved are missing."""
        try:
            if self.is_changed():
                self.load()
        except FileNotFoundError:
            return None
        tables = {
            name: {str(doc_id): _document(row) for doc_id, row in self.rows(name).items()}
            for name in self._lines
        }
        return tables or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace all tables. Rows that are what they were keep their bytes. Raises OSError."""
        touched: dict[str, dict[int, bytes | Mapping[str, Any] | None]] = {}
        for name, table in data.items():
            held = self.rows(name)
            touched[name] = dict.fromkeys(held)
            for key, row in table.items():
                before = held.get(int(key))
                is_same = before is not None and _document(before) == row
                touched[name][int(key)] = before if is_same else row
        self.commit(touched, dropped=self._lines.keys() - data.keys())

    # -- our side -----------------------------------------------------------------------------

    def load(self) -> Loaded:
        """Read the file. Of a damaged one whatever is whole is held, a copy will be kept before
        it is written over. Raises OSError (FileNotFoundError among them)."""
        with self.path.open("rb") as file:
            data = file.read()
            signature = _signature(os.fstat(file.fileno()))
        loaded = load(data)
        if loaded.is_damaged:
            with contextlib.suppress(OSError):
                loaded.fetched = fetch_lost(loaded, self.previous.read_bytes())
        self._lines = {
            name: {doc_id: lines.line(doc_id, row) for doc_id, row in table.items()}
            for name, table in loaded.tables.items()
        }
        self._image = None
        self._highest = {}
        self._keep_damaged = loaded.is_damaged
        self.signature = signature
        return loaded

    def is_changed(self) -> bool:
        """Is the file another than the one held here? Raises OSError when it cannot be found."""
        return _signature(self.path.stat()) != self.signature

    def tables(self) -> tuple[str, ...]:
        """Names of the tables held."""
        return tuple(self._lines)

    def rows(self, name: str) -> dict[int, bytes]:
        """The rows of a table as bytes; empty for one that is not there."""
        return {
            doc_id: text[text.index(b":") + 1 :]
            for doc_id, text in self._lines.get(name, {}).items()
        }

    def next_id(self, name: str) -> int:
        """A document id higher than all of the table."""
        if name not in self._highest:
            self._highest[name] = max(self._lines.get(name, {}), default=0)
        return self._highest[name] + 1

    def commit(
        self,
        touched: Touched,
        *,
        arranged: Mapping[str, Iterable[int]] | None = None,
        dropped: Iterable[str] = (),
    ) -> None:
        """Put rows in (bytes: sealed already), take out those that are None, write the file once.

        New rows come last; `arranged` gives the whole order of a table instead. `dropped` tables
        go. Raises OSError; then everything is as before, in memory and on disk.
        """
        tables = dict(self._lines)
        appended: dict[str, dict[int, bytes]] = {}
        for name, changed in touched.items():
            held = tables.setdefault(name, {})
            new = {doc_id: _line(doc_id, row) for doc_id, row in changed.items() if row is not None}
            if held and len(new) == len(changed) and not held.keys() & new.keys():
                appended[name] = new
            else:
                kept = {
                    doc_id: new.get(doc_id, each)
                    for doc_id, each in held.items()
                    if doc_id in new or doc_id not in changed
                }
                tables[name] = kept | new
        for name, order in (arranged or {}).items():
            table = tables[name] | appended.pop(name, {})
            tables[name] = {doc_id: table[doc_id] for doc_id in order}
        for name in dropped:
            tables.pop(name, None)
        image, self._image = self._image_of(tables, appended), None
        self._replace(image)
        self._image = image
        for name, new in appended.items():
            tables[name].update(new)
            if name in self._highest:
                self._highest[name] = max(self._highest[name], *new)
        self._highest = {name: self._highest[name] for name in appended if name in self._highest}
        self._lines = tables

    def _image_of(
        self, tables: dict[str, dict[int, bytes]], appended: dict[str, dict[int, bytes]]
    ) -> FileImage:
        """The bytes of these tables; those of the last save are used again where they can be."""
        image = self._image
        if image is None or tables.keys() != self._lines.keys():
            image = FileImage(tables)
        else:
            for name, table in tables.items():
                if table is not self._lines[name]:
                    image.replace(name, table.values())
        for name, new in appended.items():
            image.append(name, new.values())
        return image

    def _replace(self, image: FileImage) -> None:
        if self._keep_damaged:
            keep_copy(self.path)
        content = cast("bytes", image.content)  # a copy would cost as much as the rest
        for pause in (*_PAUSES, None) if _IS_WINDOWS else (None,):
            try:
                write_atomically(self.path, content, keep_previous=self.previous)
                break
            except PermissionError:
                if pause is None:
                    raise
                time.sleep(pause)
            except OSError:
                # The last step, making the rename itself durable, failed (some network drives
                # cannot): the file is replaced, and saving once more would double the step.
                if not self._holds(content):
                    raise
                break
        self._keep_damaged = False
        self.signature = _signature(self.path.stat())

    def _holds(self, content: bytes) -> bool:
        try:
            return self.path.read_bytes() == content
        except OSError:
            return False


def keep_copy(path: Path) -> Path:
    """Keep a damaged file as `<name>.damaged-<n>` beside itself. Raises OSError."""
    number = 1
    while (copy := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    try:
        os.link(path, copy)
    except FileNotFoundError:  # gone meanwhile: nothing to keep
        return copy
    except OSError:  # a file system without hard links
        shutil.copy2(path, copy)
    return copy


def _line(doc_id: int, row: bytes | Mapping[str, Any]) -> bytes:
    return lines.line(doc_id, row if isinstance(row, bytes) else rows.seal(row))


def _signature(status: os.stat_result) -> Signature:
    return status.st_ino, status.st_mtime_ns, status.st_size


def _document(raw: bytes) -> dict[str, Any]:
    """A row for the Table API: its own dict, without the crc."""
    row: dict[str, Any] = msgspec.json.decode(raw)
    row.pop("crc", None)
    return row
