"""Minutes as DOCX: real styles, what was captured to the letter, the same bytes, a town's own
document as the template."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx_reader import lines, opened, rows, tables, texts, xml
from hostile import HOSTILE, hostile
from hypothesis import HealthCheck, example, given, settings
from papers import paper, plain

from facilitator.errors import BadTemplate
from facilitator.minutes.docx.empty import empty_document
from facilitator.minutes.docx.tables import fitted, shared
from facilitator.minutes.docx.writing import docx
from facilitator.minutes.escaping import normalised, readable
from facilitator.minutes.paper.model import Column, Heading, Part, Table

# -- what stands in it ------------------------------------------------------------------------


def test_paragraphs_have_real_styles() -> None:
    found = lines(docx(paper("Text")))
    assert found[0] == ("Minutes Stamp", "Entwurf")
    assert found[1] == ("Title", "Ergebnisprotokoll: 2. Netzwerktreffen")
    assert ("Heading 1", "TOP 8: Berichte\t18:40–19:04\u00a0Uhr") in found
    assert ("Heading 2", "TOP 8.2: Text\t18:40–18:55\u00a0Uhr") in found
    assert ("List Bullet", "TOP 8: Berichte der Arbeitsgruppen") in found
    assert ("List Bullet 2", "TOP 8.2: Text") in found
    assert ("Minutes Resolution Title", "Beschluss B-2026-008 (an: den Rat)") in found
    assert ("Minutes Resolution Wording", "Text") in found
    assert ("Minutes Label", "Maßnahmen") in found
    assert ("Minutes Remark", "Keine Wortmeldungen.") in found


def test_tables_say_the_same_and_are_drawn_with_care() -> None:
    content = docx(paper("Text"))
    facts, attendance, _, actions, signatures = tables(content)
    assert facts[1] == ["Datum", "Mittwoch, 14.10.2026"]
    assert attendance == [["Organisation", "Anwesend"], ["Text", "4"], ["Summe", "62"]]
    assert actions[2] == ["M-2026-036", "Text", "Text", "offen"]
    assert signatures[1] == ["Leitung\nPetra Weiß (Stadt)", "", "Protokoll"]
    table = opened(content).tables[1]
    assert table.style.name == "Minutes Table"
    assert table.style.element.find(f".//{qn('w:tblBorders')}/{qn('w:insideH')}") is not None
    first, *others = table.rows
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    widths = [column.width for column in table.columns]
    assert widths[0] == pytest.approx(4 * widths[1], rel=0.01)
    assert sum(widths) == pytest.approx(Cm(16.5), rel=0.001)
    assert table.rows[1].cells[1].paragraphs[0].style.name == "Minutes Number"
    assert 'w:tblDescription w:val="Anwesende je Organisation"' in xml(content)
    assert opened(content).tables[0].style.name == "Minutes Facts Table"


def test_no_column_is_narrower_than_a_word_of_its_title() -> None:
    columns = (Column(title="Nr.", share=2), Column(title="TOP"), Column(title="Was", share=30),
               Column(title="Handlungsfeld"))  # fmt: skip
    widths = fitted(Table(columns=columns, rows=()), 9355)
    assert sum(widths) == 9355
    assert widths[1] >= 560
    assert widths[3] >= 1600
    assert widths[2] > 5000
    assert fitted(
        Table(columns=tuple(Column(title="x" * 99) for _ in range(9)), rows=()), 9355
    ) == (shared([1] * 9, 9355))


def test_the_page_is_german() -> None:
    section = opened(docx(paper())).sections[0]
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)
    assert section.orientation == WD_ORIENT.PORTRAIT
    margins = section.left_margin.cm, section.right_margin.cm, section.top_margin.cm
    assert margins == pytest.approx((2.5, 2, 2.5), abs=0.01)


def test_head_and_foot_count_the_pages() -> None:
    content = docx(paper())
    section = opened(content).sections[0]
    assert section.header.paragraphs[0].text == (
        "Netzwerk Integration · 2. Netzwerktreffen · 14.10.2026"
    )
    assert section.first_page_header.paragraphs[0].text == ""
    for foot in (section.footer, section.first_page_footer):
        (line,) = foot.paragraphs
        assert line.text.startswith("Fassung 2 (Entwurf)\tSeite ")
        assert line.runs[0].bold  # a draft is seen to be one
        fields = [each.get(qn("w:instr")) for each in line._p.iter(qn("w:fldSimple"))]
        assert fields == [" PAGE ", " NUMPAGES "]
    sent = msgspec.structs.replace(paper(), status="sent", running_foot="Fassung 2")
    assert "Entwurf" not in [text for _, text in lines(docx(sent))]
    assert not opened(docx(sent)).sections[0].footer.paragraphs[0].runs[0].bold


@pytest.mark.parametrize(("language", "code"), [("de", "de-DE"), ("en", "en-GB")])
def test_the_language_is_set(language: str, code: str) -> None:
    content = docx(msgspec.structs.replace(paper(), language=language))
    document = opened(content)
    said = [each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))]
    assert said
    assert set(said) == {code}
    in_runs = [each.get(qn("w:val")) for each in document.element.iter(qn("w:lang"))]
    assert len(in_runs) > 30
    assert set(in_runs) == {code}
    assert document.core_properties.language == code


def test_the_file_describes_itself() -> None:
    dated = msgspec.structs.replace(
        paper(), front=msgspec.structs.replace(paper().front, issued="2026-10-15")
    )
    about = opened(docx(dated)).core_properties
    assert about.title == "Ergebnisprotokoll: 2. Netzwerktreffen"
    assert (about.author, about.last_modified_by) == ("Uwe Krause", "Uwe Krause")
    assert about.subject == "2. Netzwerktreffen am 14.10.2026"
    moments = {about.created.replace(tzinfo=None), about.modified.replace(tzinfo=None)}
    assert moments == {datetime(2026, 10, 15)}


def test_a_decision_stays_together_and_headings_with_what_follows() -> None:
    document = opened(docx(paper("Text")))
    styles = {style.name: style for style in document.styles}
    for name in ("Title", "Heading 1", "Heading 2", "Minutes Label", "Minutes Resolution Title",
                 "Minutes Resolution Wording"):  # fmt: skip
        assert styles[name].paragraph_format.keep_with_next, name
    for name in ("Minutes Resolution", "Minutes Resolution Title"):
        assert styles[name].element.find(f".//{qn('w:pBdr')}/{qn('w:left')}") is not None
    (vote,) = [p for p in document.paragraphs if p.text.startswith("Abstimmung")]
    assert vote.paragraph_format.keep_with_next  # its table of names comes behind it


def test_an_annex_begins_a_page_whatever_it_begins_with() -> None:
    annex = Part(name="annexes", starts_page=True, blocks=(
        Table(columns=paper().parts[1].blocks[2].columns, rows=()),))  # fmt: skip
    for one in (paper(), msgspec.structs.replace(paper(), parts=(*paper().parts[:3], annex))):
        breaks = [p for p in opened(docx(one)).paragraphs if p.paragraph_format.page_break_before]
        assert len(breaks) == 1


def test_headings_reach_six_levels() -> None:
    part = Part(name="sections", blocks=tuple(
        Heading(level=level, runs=plain(f"Ebene {level}")) for level in range(1, 8)
    ))  # fmt: skip
    found = lines(docx(msgspec.structs.replace(paper(), parts=(part,))))[2:]
    assert [style for style, _ in found] == [f"Heading {n}" for n in (1, 1, 2, 3, 4, 5, 5)]


# -- a user's text is data --------------------------------------------------------------------


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile)
@example(HOSTILE[3])
@example("\ud800\x00\ufffe")
@example("a\r\nb\rc\u2028d\te ")
def test_what_is_read_back_is_what_was_captured(text: str) -> None:
    content = docx(paper(text))
    expected = readable(text)
    found = lines(content)
    assert ("Minutes Resolution Wording", expected) in found or not expected
    assert ("List Bullet 2", f"TOP 8.2: {expected}") in found
    assert ("Normal", f"Ergebnis: {expected}") in found
    facts, attendance, votes, actions, _ = tables(content)
    assert facts[2] == ["Ort", expected]
    assert attendance[1] == [expected, "4"]
    assert votes[1] == [expected, "Ja"]
    assert actions[2] == ["M-2026-036", expected, expected, "offen"]
    assert normalised(text) in "\n".join(texts(content))
    body = xml(content)
    assert "w:hyperlink" not in body
    assert "w:fldSimple" not in body
    assert "w:instrText" not in body
    assert {element.tag for element in opened(content).element.iter()} <= KNOWN_ELEMENTS


KNOWN_ELEMENTS = {e.tag for e in opened(docx(paper("eins\nzwei\tdrei"))).element.iter()}
"""None other arises from a text."""


@pytest.mark.parametrize("text", HOSTILE)
def test_titles_and_properties_bear_any_text(text: str) -> None:
    front = msgspec.structs.replace(paper().front, series=text, title=text)
    content = docx(msgspec.structs.replace(
        paper(text), title=text, front=front, author=text, subject=text, name=text,
        running_head=text, running_foot=text, page_words=text,
    ))  # fmt: skip
    document = opened(content)
    if readable(text):
        assert document.paragraphs[1].text == readable(text)
    assert document.core_properties.title == normalised(text).replace("\n", " ")[:255]


# -- the same bytes ---------------------------------------------------------------------------


def test_the_same_paper_gives_the_same_bytes_anywhere() -> None:
    program = (
        "import sys; from papers import paper; from facilitator.minutes.docx.writing import docx; "
        "sys.stdout.buffer.write(docx(paper()))"
    )
    made = docx(paper())
    root = Path(__file__).parents[2]
    for zone, seed in (("Asia/Tokyo", "1"), ("America/New_York", "2")):
        other = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True,
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C",
                              "PYTHONPATH": f"{root}{os.pathsep}{root / 'tests' / 'support'}"},
        )  # fmt: skip
        assert other.stdout == made
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"
    assert "rsid" not in xml(made)


# -- a town's own -----------------------------------------------------------------------------


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "templates" / "minutes" / "de").mkdir(parents=True)
    return tmp_path


def keep(workspace: Path, document: Any, name: str = "minutes.docx") -> Path:
    path = workspace / "templates" / "minutes" / name
    document.save(str(path))
    return path


def letter() -> Any:
    """A town's document as a German Word writes it: other ids for the same styles."""
    document = Document()
    document.styles["Normal"].font.name = "Georgia"
    heading = document.styles["Heading 1"]
    heading.font.size = Pt(20)
    heading.element.set(qn("w:styleId"), "berschrift1")
    section = document.sections[0]
    section.left_margin, section.right_margin = Cm(3), Cm(3)
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = "STADT MUSTERSTADT"
    section.footer.paragraphs[0].text = "Rathausplatz 1"
    document.add_paragraph("Der Bürgermeister")
    return document


def test_its_styles_and_letterhead_stay_and_its_text_goes(workspace: Path) -> None:
    keep(workspace, letter())
    content = docx(paper("Text"), workspace)
    document = opened(content)
    assert document.sections[0].header.paragraphs[0].text == "STADT MUSTERSTADT"
    assert document.sections[0].footer.paragraphs[0].text == "Rathausplatz 1"
    assert "Der Bürgermeister" not in texts(content)
    assert document.styles["Normal"].font.name == "Georgia"
    (heading,) = [p for p in document.paragraphs if p.text == "Anwesenheit"]
    assert heading._p.pPr.pStyle.val == "berschrift1"
    assert heading.style.font.size == Pt(20)
    assert sum(c.width for c in document.tables[1].columns) == pytest.approx(Cm(15), rel=0.001)
    assert docx(paper("Text"), workspace) == content


def test_the_time_beside_a_heading_reaches_the_edge_of_the_town_s_page(workspace: Path) -> None:
    """Whatever its style says of tabs and indents, and in which of its sections the text stands."""
    document = letter()
    heading = document.styles["Heading 1"].paragraph_format
    heading.right_indent = Cm(2)
    heading.tab_stops.add_tab_stop(Cm(8))
    document.add_paragraph("{{protokoll}}")
    wide = document.add_section()
    wide.left_margin, wide.right_margin = Cm(1), Cm(1)
    keep(workspace, document)
    content = docx(paper("Text"), workspace)
    (found,) = [p for p in opened(content).paragraphs if p.text.startswith("TOP 8: Berichte\t")]
    assert found.text.endswith("\t18:40–19:04\u00a0Uhr"), "the line may not break before 'Uhr'"
    stops = [(tab.val.name, tab.pos) for tab in found._p.pPr.tabs]
    assert stops == [
        ("CLEAR", pytest.approx(Cm(8), abs=700)),
        ("RIGHT", pytest.approx(Cm(15), abs=700)),
    ]
    assert found.paragraph_format.right_indent == 0


def test_a_letterhead_of_the_first_page_alone_stays_in_the_copy_we_hand_out(
    workspace: Path,
) -> None:
    document = opened(empty_document("de"))
    section = document.sections[0]
    assert section.different_first_page_header_footer
    section.first_page_header.paragraphs[0].text = "STADT MUSTERSTADT"
    section.first_page_footer.paragraphs[0].text = "Rathausplatz 1"
    keep(workspace, document)
    section = opened(docx(paper("Text"), workspace)).sections[0]
    assert section.first_page_header.paragraphs[0].text == "STADT MUSTERSTADT"
    assert section.first_page_footer.paragraphs[0].text == "Rathausplatz 1"
    assert "Netzwerktreffen" in section.header.paragraphs[0].text
    assert section.footer.paragraphs[0].text.startswith("Fassung")


def test_at_a_marker_what_stands_around_it_stays(workspace: Path) -> None:
    document = letter()
    marker = document.add_paragraph("{{pro")
    marker.add_run("tokoll}}")
    document.add_paragraph("Mit freundlichen Grüßen")
    keep(workspace, document)
    found = texts(docx(paper("Text"), workspace))
    assert found[:3] == ["Der Bürgermeister", "Entwurf", "Ergebnisprotokoll: 2. Netzwerktreffen"]
    assert found[-1] == "Mit freundlichen Grüßen"
    assert not [text for text in found if "{{" in text]


@pytest.mark.parametrize("text", ["Protokoll: {{protokoll}}", "{{minutes}} und {{protokoll}}"])
@pytest.mark.parametrize("is_in_table", [False, True])
def test_a_marker_that_would_take_something_with_it_is_refused(
    workspace: Path, text: str, is_in_table: bool
) -> None:
    document = letter()
    if is_in_table:
        document.add_table(1, 1).cell(0, 0).text = "{{ Protokoll }}"
    else:
        document.add_paragraph(text)
    path = keep(workspace, document)
    with pytest.raises(BadTemplate, match="no paragraph of its own") as caught:
        docx(paper(), workspace)
    assert str(path) in str(caught.value)


def test_what_it_lacks_is_added(workspace: Path) -> None:
    bare = Document()
    for style in list(bare.styles.element.findall(qn("w:style"))):
        bare.styles.element.remove(style)
    for relation in [r for r, each in bare.part.rels.items() if "numbering" in each.reltype]:
        del bare.part.rels[relation]
    keep(workspace, bare)
    content = docx(paper("Text"), workspace)
    assert ("List Bullet 2", "TOP 8.2: Text") in lines(content)
    assert "•" in xml(content, "word/numbering.xml")
    assert "PAGE" in xml(content, "word/footer1.xml")
    assert rows(opened(content).tables[1])[0] == ["Organisation", "Anwesend"]


def test_one_of_a_language_goes_before_the_one_for_all(workspace: Path) -> None:
    for name in ("minutes.docx", "de/minutes.docx"):
        document = letter()
        document.sections[0].header.paragraphs[0].text = name
        keep(workspace, document, name)
    german, english = paper(), msgspec.structs.replace(paper(), language="en")
    heads = [opened(docx(each, workspace)).sections[0].header.paragraphs[0].text
             for each in (german, english)]  # fmt: skip
    assert heads == ["de/minutes.docx", "minutes.docx"]


def changed(path: Path, old: bytes, new: bytes) -> None:
    """Put other bytes into the parts of a document."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name).replace(old, new) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no whole Word document"),
        (b"PK\x03\x04 half of it", "no whole Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
    ],
)
def test_a_broken_one_is_named(workspace: Path, content: bytes, problem: str) -> None:
    path = workspace / "templates" / "minutes" / "minutes.docx"
    path.write_bytes(content)
    with pytest.raises(BadTemplate, match=problem) as caught:
        docx(paper(), workspace)
    assert str(path) in str(caught.value)
    assert "Nothing was written" in str(caught.value)
    assert caught.value.can_use_built_in


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (b"document.main+xml", b"document.macroEnabled.main+xml", "macros"),
        (b"wordprocessingml.document.main", b"wordprocessingml.template.main", "dotx"),
        (b"<w:body>", b"<w:body><w:p>", "no whole Word document"),
    ],
)
def test_one_that_is_something_else_is_named(
    workspace: Path, old: bytes, new: bytes, problem: str
) -> None:
    changed(keep(workspace, letter()), old, new)
    with pytest.raises(BadTemplate, match=problem):
        docx(paper(), workspace)


def test_one_that_fills_the_memory_is_not_opened(workspace: Path) -> None:
    path = keep(workspace, letter())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/bomb.bin", b"\0" * (101 << 20))
    with pytest.raises(BadTemplate, match="too large"):
        docx(paper(), workspace)


def test_a_folder_of_that_name_is_no_document(workspace: Path) -> None:
    (workspace / "templates" / "minutes" / "minutes.docx").mkdir()
    with pytest.raises(BadTemplate):
        docx(paper(), workspace)


def test_entities_of_its_xml_are_not_followed(workspace: Path) -> None:
    path = keep(workspace, letter())
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    laughs = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(12)
    )
    secret = f'<!ENTITY s SYSTEM "{Path(__file__).as_uri()}">'
    body = parts["word/document.xml"].decode().replace(
        "Der B\u00fcrgermeister", "{{protokoll}}</w:t></w:r></w:p><w:p><w:r><w:t>&l11; &s;"
    )  # fmt: skip
    head, _, rest = body.partition("?>")
    body = f"{head}?><!DOCTYPE w:document [{laughs}{secret}]>{rest}"
    parts["word/document.xml"] = body.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    try:
        made = docx(paper("Text"), workspace)
    except BadTemplate:
        return
    assert len(made) < 200_000
    assert "entities_of_its_xml" not in xml(made)
