"""What can be read of a PDF: its plain objects, and its text."""

from __future__ import annotations

import re
from io import BytesIO

from pypdf import PdfReader


def pages(pdf: bytes) -> int:
    found = re.search(rb"/Type/Pages/Count (\d+)", pdf)
    assert found is not None
    return int(found[1])


def marks(pdf: bytes) -> dict[str, str]:
    """What it says of itself in XMP: the standards it claims, title, language, dates."""
    names = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "xmp:CreateDate", "dc:language",
             "dc:title")  # fmt: skip
    packet = pdf.decode("utf-8", "replace")
    found = {name: re.search(rf"<{name}>(?:<[^>]+>)*([^<]*)", packet) for name in names}
    return {name: match[1] for name, match in found.items() if match}


def structure(pdf: bytes) -> list[str]:
    """The types of its structure elements, in the order they stand in the file."""
    return [name.decode() for name in re.findall(rb"/Type/StructElem/S/(\w+)", pdf)]


def text_of(pdf: bytes) -> str:
    """Of all pages, lines as they stand, each run of blanks as one."""
    found = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return re.sub(r"[ \u00a0]+", " ", found)
