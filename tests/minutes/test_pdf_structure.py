"""What PDF/A-2b and PDF/UA-1 ask of a file, read with a program that is not the typesetter."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from golden_meetings import GOLDEN, ISSUED, papers_of
from pypdf import PdfReader

from facilitator.minutes.paper import Paper
from facilitator.minutes.paper.model import Table
from facilitator.minutes.pdf import pdf

ELEMENTS = {"de": "de-DE", "en": "en-GB"}


def results(name: str, language: str) -> tuple[Paper, PdfReader]:
    _, paper = next(iter(papers_of(name, language)))
    return paper, PdfReader(BytesIO(pdf(paper, issued=ISSUED)), strict=True)


def elements(node: Any) -> list[Any]:
    """All structure elements below a node, in the order they are read to people."""
    kids = node.get("/K", [])
    found: list[Any] = []
    for kid in kids if isinstance(kids, list) else [kids]:
        each = kid.get_object()
        if isinstance(each, dict) and "/S" in each:
            found += [each, *elements(each)]
    return found


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_it_says_what_it_is(name: str, language: str) -> None:
    paper, reader = results(name, language)
    root = reader.root_object
    assert not reader.is_encrypted
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == ELEMENTS[language]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert reader.metadata is not None
    assert reader.metadata.title == paper.title
    (intent,) = root["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    assert "/DestOutputProfile" in intent.get_object()
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    for page in reader.pages:
        assert page["/Tabs"] == "/S" or "/Annots" not in page


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_all_fonts_are_in_it_and_can_be_read_back(name: str, language: str) -> None:
    _, reader = results(name, language)
    fonts = [
        font.get_object()
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()  # type: ignore[union-attr]
    ]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        (below,) = font["/DescendantFonts"]
        described = below.get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(described)


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_it_can_be_read_to_people(name: str, language: str) -> None:
    """Tables have their titles as such, headings come without a gap, pictures say what they are."""
    paper, reader = results(name, language)
    found = elements(reader.root_object["/StructTreeRoot"])
    kinds = [each["/S"] for each in found]
    tables = [table for part in paper.parts for table in part.blocks if isinstance(table, Table)]
    assert kinds.count("/Table") >= len(tables) > 0
    for table in (each for each in found if each["/S"] == "/Table"):
        below = elements(table)
        titles = [each for each in below if each["/S"] == "/TH"]
        assert titles
        assert below[0]["/S"] == "/THead"
        for title in titles:
            attributes = title["/A"].get_object()
            listed = attributes if isinstance(attributes, list) else [attributes]
            assert "/Column" in [each.get_object().get("/Scope") for each in listed]
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for figure in (each for each in found if each["/S"] in ("/Figure", "/Formula")):
        assert figure.get("/Alt")
