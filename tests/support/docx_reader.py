"""A DOCX file read back by python-docx: what stands in it, in order."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph


def opened(content: bytes) -> Any:
    return Document(BytesIO(content))


def xml(content: bytes, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return package.read(part).decode()


def rows(table: Table) -> list[list[str]]:
    return [["\n".join(p.text for p in cell.paragraphs) for cell in row.cells]
            for row in table.rows]  # fmt: skip


def tables(content: bytes) -> list[list[list[str]]]:
    return [rows(table) for table in opened(content).tables]


def lines(content: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph outside tables, without empty ones."""
    return [(p.style.name, p.text) for p in opened(content).paragraphs if p.text]


def texts(content: bytes) -> list[str]:
    """Every paragraph and every cell in the order of the document."""
    found: list[str] = []
    for piece in opened(content).iter_inner_content():
        if isinstance(piece, Paragraph):
            found += [piece.text] if piece.text else []
        else:
            found += [cell for row in rows(piece) for cell in row]
    return found
