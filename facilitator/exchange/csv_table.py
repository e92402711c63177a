"""Bytes of a CSV file -> rows of clean cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from msgspec import Struct

from facilitator.exchange.decoding import decode
from facilitator.folding import display

Rows = tuple[tuple[str, ...], ...]

DELIMITERS = (";", "\t", ",", "|")
"""In the order of preference when several divide the text equally well."""

_SAMPLE = 60
_MOST_LINES_IN_A_CELL = 20
"""More than that is no cell but a quotation mark that nobody closed."""

_SEP_LINE = re.compile(r"\s*\"?sep=([;,\t|])\"?[;,\t ]*(?:\r?\n|\Z)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


class CsvTable(Struct, frozen=True, kw_only=True):
    """`rows[n]` is row n + 1 as a spreadsheet counts, blank rows included; cells are safe for a
    terminal and hold no breaks. `delimiter` is empty for a list of one column."""

    rows: Rows
    encoding: str
    delimiter: str
    has_open_quote: bool = False
    """A quotation mark was never closed; quotes were then taken as plain signs."""


def read_table(content: bytes) -> CsvTable:
    """Raises BadFile when the content is empty or no text."""
    text, encoding = decode(content)
    return table_of(text, encoding)


def table_of(text: str, encoding: str = "") -> CsvTable:
    """The table in a text, with the delimiter that divides its lines most evenly."""
    said = _SEP_LINE.match(text)
    if said is not None:
        text = text[said.end() :]
    delimiter = said[1] if said is not None else _likeliest_delimiter(text)
    rows = _records(text, delimiter or ";")
    has_open_quote = rows is None
    if rows is None:
        rows = [_split(line, delimiter or ";") for line in re.split(r"\r\n|\r|\n", text)]
    return CsvTable(
        rows=tuple(tuple(map(clean, row)) for row in rows),
        encoding=encoding,
        delimiter=delimiter,
        has_open_quote=has_open_quote,
    )


def clean(cell: str) -> str:
    """A cell on one line, safe for a terminal, without blanks around."""
    if "\ufeff" in cell or "\u200b" in cell:
        cell = cell.replace("\ufeff", "").replace("\u200b", "")
    return _BLANKS.sub(" ", display(cell)).strip()


def _records(text: str, delimiter: str, at_most: int | None = None) -> list[list[str]] | None:
    """None if the quotes make no sense."""
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(cell.count("\n") > _MOST_LINES_IN_A_CELL for cell in record):
                return None
            records.append(record)
            if len(records) == at_most:
                break
    except csv.Error:
        return None
    if at_most is None and text.count('"') % 2 and any("\n" in cell for cell in records[-1]):
        return None
    return records


def _split(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"').replace('""', '"') for cell in line.split(delimiter)]


def _likeliest_delimiter(text: str) -> str:
    """The one that gives most rows the same number of cells; none: an empty string."""
    best, best_score = "", 0.0
    for delimiter in DELIMITERS:
        if delimiter not in text:
            continue
        records = _records(text, delimiter, _SAMPLE)
        if records is None:
            records = [_split(line, delimiter) for line in text.split("\n")[:_SAMPLE]]
        sizes = [len(record) for record in records if any(cell.strip() for cell in record)]
        counted = Counter(size for size in sizes if size > 1)
        if not counted:
            continue
        score = round(max(counted.values()) / len(sizes), 1)
        if score > best_score:
            best, best_score = delimiter, score
    return best
