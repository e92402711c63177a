"""What other programs read out of the PDF: every fact, all fonts embedded. Needs poppler-utils."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import papers
import pytest
from golden_meetings import GOLDEN, ISSUED, papers_of
from html_reader import said

from facilitator.minutes.paper import Paper
from facilitator.minutes.paper.model import Resolution, Table
from facilitator.minutes.pdf import pdf
from facilitator.minutes.stamp import stamp


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


def _written(folder: Path, paper: Paper) -> Path:
    file = folder / "minutes.pdf"
    file.write_bytes(pdf(paper, issued=ISSUED))
    return file


def _bare(text: str) -> str:
    """Without what a line break in the PDF adds or takes: blanks and hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]", "", text)


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_every_fact_is_found_and_all_fonts_are_embedded(
    tmp_path: Path, name: str, language: str
) -> None:
    count = 0
    for called, paper in papers_of(name, language):
        file = _written(tmp_path, paper)
        read = _run("pdftotext", "-raw", file, "-")
        text, in_one_go = _bare(read), _without_edges(read, paper)
        hidden = _summaries(paper)
        facts = [fact for fact in said(paper) if fact.strip() and fact not in hidden]
        found = [fact for fact in facts if _bare(fact) in text or _bare(fact) in in_one_go]
        assert found == facts, called
        count += len(facts)
        _fonts_are_embedded(file)
    assert count > 40


def _without_edges(read: str, paper: Paper) -> str:
    """The text of all pages behind each other, without what stands above and below each."""
    above, below = _bare(paper.running_head), _bare(paper.running_foot)
    mark = _bare(stamp(paper))
    edge = re.escape(f"{below}{_bare(paper.page_words)}")
    for sign in ("page", "pages"):
        edge = edge.replace(rf"\{{{sign}\}}", r"\d+")
    pages = [re.sub(edge, "", _bare(page)) for page in read.split("\f")]
    return "".join(page.removeprefix(above).removeprefix(mark) for page in pages)


def _summaries(paper: Paper) -> set[str]:
    """Of tables: they are for those who have HTML read to them."""
    outer = [block for part in paper.parts for block in part.blocks]
    inner = [each for block in outer if isinstance(block, Resolution) for each in block.blocks]
    return {block.summary for block in [*outer, *inner] if isinstance(block, Table)}


def _fonts_are_embedded(file: Path) -> None:
    rows = _run("pdffonts", file).splitlines()[2:]
    assert rows
    for row in rows:
        embedded, subset, unicode = row.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), row


def test_signs_of_typst_and_other_scripts_are_read_back(tmp_path: Path):
    text = r'#set $x^2$ *a* _b_ `c` <d> @e // f \ = g ["h"] Привет Ελληνικά „Größe“ → ½ Łódź'
    read = _bare(_run("pdftotext", "-raw", _written(tmp_path, papers.paper(text)), "-"))
    assert read.count(_bare(text)) >= 8


def test_a_web_address_is_read_back_whole(tmp_path: Path):
    text = "https://www.stadt-leverkusen.de/rathaus/integration/index.php?id=4711"
    read = _run("pdftotext", "-raw", _written(tmp_path, papers.paper(text)), "-")
    assert "\u200b" not in read
    assert read.count(text) >= 3


def test_characters_without_a_sign_are_read_as_numbers(tmp_path: Path):
    read = _run("pdftotext", "-raw", _written(tmp_path, papers.paper("Herr 李 spricht")), "-")
    assert "Herr [U+674E] spricht" in read
