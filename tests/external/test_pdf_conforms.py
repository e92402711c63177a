"""Is the PDF one to be kept (PDF/A-2b) and to be read to people (PDF/UA-1)?

Asked of a checker that has nothing to do with the typesetter: `page-validation`, which judges the
files of the corpus of veraPDF as veraPDF does. Needs that Python package.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import page
import papers
import pytest
from golden_meetings import GOLDEN, ISSUED, papers_of
from hostile import HOSTILE

from facilitator.minutes.pdf import pdf

STANDARDS = (page.ValidationProfile.PDF_A_2B, page.ValidationProfile.PDF_UA_1)


def failures(content: bytes) -> list[str]:
    """What is wrong with it, by the rules of both standards."""
    found = []
    for standard in STANDARDS:
        report = page.validate_pdf_bytes(content, profile=standard)
        assert report.rules.total > 100, "all rules of the standard were asked"
        failed = [f"{each.rule_id}: {each.message}" for each in report.failures]
        assert report.is_compliant == (not failed)
        found += [each for each in failed if not (_LENGTH in each and lengths_are_exact(content))]
    return found


_LENGTH = "STREAM-LENGTH"
"""The rule for the lengths of streams (6.1.7.1). The checker takes a last byte that happens to be a
carriage return for a part of the line end behind the stream, so they are counted here as well."""


def lengths_are_exact(content: bytes) -> bool:
    """Whether behind each stream, as long as it says, there is a line feed and its end."""
    streams = list(re.finditer(rb"/Length (\d+)(?:(?!endobj).)*?\bstream\r?\n", content, re.DOTALL))
    ends = [content[each.end() + int(each[1]) :][:10] for each in streams]
    return len(ends) == content.count(b"\nendstream") and set(ends) == {b"\nendstream"}


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_every_document_conforms(name: str, language: str) -> None:
    for called, paper in papers_of(name, language):
        assert failures(pdf(paper, issued=ISSUED)) == [], called


def test_whatever_is_typed() -> None:
    for text in HOSTILE:
        assert failures(pdf(papers.paper(text), issued=ISSUED)) == [], repr(text)


def test_with_a_font_of_the_town_s(tmp_path: Path) -> None:
    fonts = tmp_path / "templates" / "minutes" / "fonts"
    fonts.mkdir(parents=True)
    font = Path(__file__).parents[1] / "minutes" / "one-sign.ttf"
    (fonts / font.name).write_bytes(font.read_bytes())
    content = pdf(papers.paper("Zeichen 汉"), issued=ISSUED, templates=tmp_path)
    assert failures(content) == []


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (lambda pdf: pdf.replace(b"/Lang", b"/Lxng"), "LANG"),
        (lambda pdf: pdf.replace(b"/MarkInfo", b"/MxrkInfo"), "TAGGED"),
        (lambda pdf: pdf.replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null"), "VIEWER"),
        (lambda pdf: pdf.replace(b"/FontFile", b"/FxntFile"), "FONT"),
        (lambda pdf: pdf.replace(b"<pdfuaid:part>1", b"<pdfuaid:part>7"), "ID"),
    ],
)
def test_the_checker_finds_what_is_wrong(spoil: Callable[[bytes], bytes], rule: str) -> None:
    content = pdf(papers.paper("Text"), issued=ISSUED)
    spoilt = spoil(content)
    assert spoilt != content
    assert [each for each in failures(spoilt) if rule in each]


def test_lengths_are_counted() -> None:
    content = pdf(papers.paper("Text"), issued=ISSUED)
    assert lengths_are_exact(content)
    assert not lengths_are_exact(content.replace(b"\nendstream", b"\n\nendstream", 1))
    assert not lengths_are_exact(content.replace(b"\nendstream", b" endstream", 1))
