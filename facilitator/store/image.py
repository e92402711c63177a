"""The bytes of a file, kept between saves and changed in place.

Joining half a megabyte anew for each step costs nearly as much as writing it, most of it for fresh
memory. Here a new row moves only what stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facilitator.store import lines

_END = len(b"\n}")


class FileImage:
    """The file of these tables (lines of rows by document id, see `lines.line`)."""

    def __init__(self, tables: Mapping[str, Mapping[int, bytes]]) -> None:
        names = lines.in_order(tables)
        texts = [lines.table_text(name, tables[name].values()) for name in names]
        self._lengths = dict(zip(names, map(len, texts), strict=True))
        self.content = bytearray(lines.file_text(texts))

    def has(self, name: str) -> bool:
        return name in self._lengths

    def append(self, name: str, new: Iterable[bytes]) -> None:
        """Put lines behind those of a table that has rows."""
        added = b"".join(b",\n" + each for each in new)
        end = self._start(name) + self._lengths[name] - _END
        self.content[end:end] = added
        self._lengths[name] += len(added)

    def replace(self, name: str, table: Iterable[bytes]) -> None:
        """Put these lines in the place of a table's."""
        text = lines.table_text(name, table)
        start = self._start(name)
        self.content[start : start + self._lengths[name]] = text
        self._lengths[name] = len(text)

    def _start(self, name: str) -> int:
        start = 1
        for other, length in self._lengths.items():
            if other == name:
                break
            start += length + len(b",\n")
        return start
