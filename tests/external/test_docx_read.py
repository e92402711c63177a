"""What LibreOffice makes of the DOCX: pages on which every fact is found. Needs
libreoffice-writer-nogui and poppler-utils."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import msgspec
import papers
import pytest
from docx import Document
from golden_meetings import GOLDEN, ISSUED, golden
from html_reader import said

from facilitator.minutes.docx.empty import empty_document
from facilitator.minutes.docx.writing import docx
from facilitator.minutes.paper import Paper, paper
from facilitator.minutes.paper.model import Column, Part, Resolution, Table, TableRow


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of its own, so that an office that runs already is left alone."""
    return tmp_path_factory.mktemp("office")


def pages(content: bytes, folder: Path, office: Path) -> list[str]:
    """The text of each page of the PDF that LibreOffice makes of it."""
    (folder / "minutes.docx").write_bytes(content)
    _run("soffice", f"-env:UserInstallation={office.as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", folder, folder / "minutes.docx")  # fmt: skip
    text = _run("pdftotext", "-layout", folder / "minutes.pdf", "-")
    return text.rstrip("\f\n").split("\f")


def in_order(folder: Path) -> str:
    """Cell by cell, without what the end of a line adds or takes."""
    return _bare(_run("pdftotext", "-raw", folder / "minutes.pdf", "-"))


def _bare(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\u2010-]", "", text)


def _summaries(paper: Paper) -> set[str]:
    """Of tables: they are for those who have them read to them."""
    outer = [block for part in paper.parts for block in part.blocks]
    inner = [each for block in outer if isinstance(block, Resolution) for each in block.blocks]
    return {block.summary for block in [*outer, *inner] if isinstance(block, Table)}


@pytest.mark.parametrize("which", GOLDEN, ids="-".join)
def test_every_fact_is_found(tmp_path: Path, office: Path, which: tuple[str, str]) -> None:
    laid_out = paper(golden(*which), issued=ISSUED)
    found = pages(docx(laid_out), tmp_path, office)
    text = in_order(tmp_path)
    summaries = _summaries(laid_out)
    facts = [fact for fact in said(laid_out) if fact.strip() and fact not in summaries]
    assert len(facts) > 40
    assert [fact for fact in facts if _bare(fact) not in text] == []
    words = {"de": "Seite {} von {}", "en": "Page {} of {}"}[laid_out.language]
    for number, page in enumerate(found, start=1):
        assert words.format(number, len(found)) in page
        assert laid_out.running_foot in page
        assert (laid_out.running_head in page) == (number > 1)


def test_titles_of_columns_stand_on_every_page_and_rows_stay_whole(
    tmp_path: Path, office: Path
) -> None:
    rows = tuple(
        TableRow(
            cells=(papers.plain(f"M-{n:03}"), papers.plain(f"Anfang{n:03}\nMitte\nEnde{n:03}"))
        )
        for n in range(80)
    )
    columns = (Column(title="Nummer"), Column(title="Wortlaut", share=3))
    part = Part(name="tail", blocks=(Table(columns=columns, rows=rows),))
    found = pages(docx(msgspec.structs.replace(papers.paper(), parts=(part,))), tmp_path, office)
    assert len(found) > 3
    for page in found:
        assert page.count("Wortlaut") == 1
        assert re.findall(r"Anfang(\d+)", page) == re.findall(r"Ende(\d+)", page)


def test_a_decision_is_not_torn_apart(tmp_path: Path, office: Path) -> None:
    (decision,) = (block for block in papers.paper().part("sections")
                   if isinstance(block, Resolution))  # fmt: skip
    many = tuple(
        msgspec.structs.replace(decision, title=papers.plain(f"Beschluss{n:02}"), blocks=(
            *decision.blocks[:1], papers.Paragraph(runs=papers.plain(f"Schluss{n:02}"))))
        for n in range(40)
    )  # fmt: skip
    part = Part(name="sections", blocks=many)
    found = pages(docx(msgspec.structs.replace(papers.paper(), parts=(part,))), tmp_path, office)
    assert len(found) > 2
    for page in found:
        assert re.findall(r"Beschluss(\d+)", page) == re.findall(r"Schluss(\d+)", page)


def test_an_annex_begins_a_page(tmp_path: Path, office: Path) -> None:
    found = pages(docx(papers.paper()), tmp_path, office)
    head, annex, *_ = [line.strip() for line in found[-1].splitlines() if line.strip()]
    assert head.startswith("Netzwerk Integration")
    assert annex == "Anlage 1: Zeitübersicht"


def test_a_letterhead_is_printed_around_the_minutes(tmp_path: Path, office: Path) -> None:
    own = tmp_path / "templates" / "minutes" / "minutes.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(empty_document("de"))
    document = Document(str(own))
    document.sections[0].header.paragraphs[0].text = "STADT MUSTERSTADT"
    document.paragraphs[0].insert_paragraph_before("Amt 50, Zimmer 12")
    document.save(str(own))
    found = pages(docx(papers.paper(), tmp_path), tmp_path, office)
    assert found[0].index("Amt 50, Zimmer 12") < found[0].index("Ergebnisprotokoll")
    assert "STADT MUSTERSTADT" in found[1]
    assert "{{" not in "".join(found)
