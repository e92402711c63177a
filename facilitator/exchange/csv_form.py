"""Rows -> CSV that a spreadsheet of that language opens by a double click.

UTF-8 with a byte order mark (without it Excel takes the file for Windows-1252), the separator of
the language (`;` where the comma is the decimal sign), CRLF (RFC 4180). Days as the language
writes them: Excel and LibreOffice in German read `24.11.2026` as a day, and so does a person in
the preview of a mail; English has ISO, since `24/11` is another day in another country. Numbers
stay numbers. A line break within a cell stays one.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from facilitator.folding import display, lines

Cell: TypeAlias = str | int | date | None

_FORMULA = frozenset("=+-@\N{MINUS SIGN}")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""
_NOTHING_TO_SEE = ("Z", "C")
"""Unicode categories a spreadsheet may pass over on its way to the formula: blanks of all kinds,
control and format characters."""


def csv_bytes(headings: Sequence[str], rows: Sequence[Sequence[Cell]], *, language: str) -> bytes:
    """A cell that would be a formula gets an apostrophe in front, which is the mark for text in
    spreadsheets and tells a reader what was done."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if language == "de" else ",")
    writer.writerow([_text(heading) for heading in headings])
    writer.writerows([[_cell(cell, language) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig", errors="backslashreplace")


def _cell(cell: Cell, language: str) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}" if language == "de" else cell.isoformat()
    return cell if isinstance(cell, int) else _text(cell)


def _text(cell: str) -> str:
    shown = "\n".join(display(line) for line in lines(cell)).strip()
    return f"'{shown}" if is_formula(cell) or is_formula(shown) else shown


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet might compute it: also behind blanks and invisible characters, and
    with the full-width and small forms of the signs, which some keyboards type."""
    first = next((s for s in cell if unicodedata.category(s)[0] not in _NOTHING_TO_SEE), "")
    return unicodedata.normalize("NFKC", first)[:1] in _FORMULA and first != ""
