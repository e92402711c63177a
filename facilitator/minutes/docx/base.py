"""The document minutes are written into: the built-in one, or a town's own from its workspace."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from facilitator.errors import BadTemplate
from facilitator.i18n import tr
from facilitator.minutes.docx.styles import source
from facilitator.minutes.docx.xml import NAMESPACES
from facilitator.own_file import read_own

NAME = "minutes.docx"
MARKERS = ("{{protokoll}}", "{{minutes}}")
"""A paragraph with nothing else is where the minutes come; without one they replace the text."""
_LARGEST = 100 << 20
"""Bytes of a document when unpacked."""
_OLE = b"\xd0\xcf\x11\xe0"
"""What an old .doc begins with, and a document with a password."""

_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default
Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default
Extension="xml" ContentType="application/xml"/>{}</Types>"""
_TYPE = (
    '<Override PartName="/word/{}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.{}+xml"/>'
)
_RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"""
_RELATION = (
    '<Relationship Id="rId{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{}" Target="{}"/>'
)
_BODY = (
    f"<w:document {NAMESPACES}><w:body><w:sectPr>"
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1417" w:right="1134" w:bottom="1247" w:left="1417" w:header="680" '
    'w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
)
"""A4; margins of 2.5 cm at the left and the top, 2 cm at the right (DIN 5008)."""


def opened(path: Path | None) -> Any:
    """A python-docx document: the town's, or the built-in one. Raises BadTemplate in words."""
    if path is None:
        return Document(BytesIO(_built_in()))
    try:
        content = read_own(path)
    except OSError as error:
        raise bad_document(path, error.strerror or str(error)) from error
    _examine(path, content)
    try:
        document = Document(BytesIO(content))
        document.styles.element  # noqa: B018 - it is read here
        if document.element.body is None or document.element.body.find(qn("w:sectPr")) is None:
            raise bad_document(path, tr("it has no page"))
    except BadTemplate:
        raise
    except Exception as error:  # python-docx and lxml have a dozen kinds
        raise bad_document(path, tr("it is no whole Word document")) from error
    return document


def _examine(path: Path, content: bytes) -> None:
    if content.startswith(_OLE):
        raise bad_document(
            path, tr("it is an old .doc or has a password; save it as .docx without one")
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            if sum(part.file_size for part in parts) > _LARGEST or len(parts) > 5000:
                raise bad_document(path, tr("it is far too large when unpacked"))
            types = package.read("[Content_Types].xml")
    except BadTemplate:
        raise
    except Exception as error:
        raise bad_document(path, tr("it is no whole Word document")) from error
    if b"macroEnabled" in types or any("vba" in part.filename.casefold() for part in parts):
        raise bad_document(path, tr("it has macros; save it as .docx without them"))
    if b"wordprocessingml.template" in types:
        raise bad_document(path, tr("it is a Word template (.dotx); save it as a document (.docx)"))


def bad_document(path: Path, problem: str) -> BadTemplate:
    """A town's document cannot be used, in words."""
    return BadTemplate(
        tr(
            "The template {file} cannot be used: {problem}. Nothing was written; mend the file, "
            "or use the built-in template.",
            file=path,
            problem=problem,
        )
    )


@cache
def _built_in() -> bytes:
    parts = {"styles": "styles", "numbering": "numbering", "settings": "settings"}
    types = "".join(_TYPE.format(name, kind) for name, kind in parts.items())
    links = "".join(
        _RELATION.format(place, name, f"{name}.xml") for place, name in enumerate(parts, 1)
    )
    files = {
        "[Content_Types].xml": _TYPES.format(_TYPE.format("document", "document.main") + types),
        "_rels/.rels": _RELATIONS.format(
            _RELATION.format(1, "officeDocument", "word/document.xml")
        ),
        "word/document.xml": _BODY,
        "word/_rels/document.xml.rels": _RELATIONS.format(links),
    }
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as package:
        for name, text in files.items():
            package.writestr(name, text)
        for name in parts:
            package.writestr(f"word/{name}.xml", source(f"{name}.xml"))
    return output.getvalue()
