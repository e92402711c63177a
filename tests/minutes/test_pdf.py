"""PDF set by typst: standards, the same bytes, and no text of a user's that means anything."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hostile import HOSTILE, hostile
from hypothesis import example, given, settings
from papers import paper, plain
from pdf_reader import marks, pages, structure, text_of

from facilitator.errors import BadTemplate, FacilitatorError
from facilitator.minutes.document.model import ActionRow
from facilitator.minutes.paper.model import (
    Bullet,
    Bullets,
    Column,
    Heading,
    Paper,
    Part,
    Run,
    Table,
    TableRow,
)
from facilitator.minutes.paper.tables import action_table, earlier_table
from facilitator.minutes.paper.words import words_of
from facilitator.minutes.pdf import pdf, written
from facilitator.minutes.pdf.data import data
from facilitator.minutes.pdf.fitting import fitting
from facilitator.minutes.pdf.setting import template

DAY = date(2026, 10, 14)
ROOT = Path(__file__).parents[2]


def own(workspace: Path, text: str) -> Path:
    file = workspace / "templates" / "minutes" / "minutes.typ"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_it_is_to_be_kept_and_to_be_read_to_people():
    made = pdf(paper(), issued=DAY)
    assert marks(made) == {
        "pdfaid:part": "2",
        "pdfaid:conformance": "B",
        "pdfuaid:part": "1",
        "xmp:CreateDate": "2026-10-14T00:00:00Z",
        "dc:language": "de-DE",
        "dc:title": "Ergebnisprotokoll: 2. Netzwerktreffen",
    }
    assert pages(made) == 3
    names = structure(made)
    assert names.count("Table") == 3
    assert names.count("TH") == 2 + 2 + 4
    assert {"H1", "H2", "L", "LI", "BlockQuote"} <= set(names)


def test_without_a_day_of_issue_it_has_that_of_the_meeting():
    front = msgspec.structs.replace(paper().front, date="2026-10-14")
    held = msgspec.structs.replace(paper(), front=front)
    assert marks(pdf(held))["xmp:CreateDate"] == "2026-10-14T00:00:00Z"
    assert marks(pdf(paper()))["xmp:CreateDate"] == "1970-01-01T00:00:00Z"


@settings(deadline=None, max_examples=40)
@given(hostile)
def test_no_text_breaks_it_or_means_anything(text):
    made = pdf(paper(text), issued=DAY)
    assert marks(made)["pdfaid:conformance"] == "B"
    assert structure(made).count("Table") == 3


for _text in HOSTILE:
    test_no_text_breaks_it_or_means_anything = example(_text)(
        test_no_text_breaks_it_or_means_anything
    )


@settings(deadline=None, max_examples=20)
@given(hostile)
def test_no_text_in_head_foot_or_title_breaks_it(text):
    changed = msgspec.structs.replace(
        paper(), title=text, running_head=text, running_foot=text, page_words=text, author=text,
        subject=text, name=text,
    )  # fmt: skip
    assert pages(pdf(changed, issued=DAY)) >= 3


def test_levels_of_headings_have_no_gap():
    blocks = (
        Heading(level=4, runs=plain("Zuerst ganz unten")),
        Heading(level=2, runs=plain(" \u200b")),
        Heading(level=2, runs=plain("A")),
        Heading(level=6, runs=plain("B")),
    )
    changed = msgspec.structs.replace(paper(), parts=(Part(name="sections", blocks=blocks),))
    assert [name for name in structure(pdf(changed)) if re.fullmatch(r"H\d", name)] == [
        "H1", "H1", "H2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "missing", "shown"),
    [
        ("Li 李明 kommt", "李明", "Li [U+674E U+660E] kommt"),
        ("gut 👩\u200d👧 ✔", "👩👧", "gut [U+1F469 U+200D U+1F467] ✔"),
        ("\u202eabc\u202c", "", "abc"),
        ("eins\r\nzwei", "", "eins\nzwei"),
        ("שלום", "", "\u2068שלום\u2069"),
        (
            "a.b@stadt-leverkusen.example-nord.de",
            "",
            "a.\u200bb@\u200bstadt-\u200bleverkusen.\u200bexample-\u200bnord.\u200bde",
        ),
        ("Rindfleischetikettierungsüberwachung", "", "Rindfleischetikettierungsüberwachung"),
        ("x" * 50, "", "\u200b".join(["xxxx"] * 12 + ["xx"])),
    ],
)
def test_texts_are_made_fit_for_fonts_and_columns(text, missing, shown):
    assert fitting(frozenset(missing))(text) == shown


def test_characters_without_a_sign_stand_as_numbers_and_a_note_says_so(tmp_path: Path):
    own(
        tmp_path,
        """\
#import "shipped/minutes.typ": minutes, paper
#let ort = paper.parts.at(0).blocks.at(0).rows.at(2).runs.at(0).text
#if paper.missing_note != "" { panic(paper.missing_note + " " + ort) }
#minutes(paper)
""",
    )
    with pytest.raises(
        BadTemplate,
        match=r"die in den Schriften .* fehlen.*\[U\+674E U\+660E\]",
    ):
        pdf(paper("李明"), templates=tmp_path)
    assert pages(pdf(paper("Müller"), templates=tmp_path)) == 3


def test_a_font_of_the_town_s_has_the_sign(tmp_path: Path):
    """One with a single sign; the rest stays in the fonts of the program."""
    fonts = tmp_path / "templates" / "minutes" / "fonts" / "chinese"
    fonts.mkdir(parents=True)
    content, missing = written(paper("Zeichen 汉"), issued=DAY, templates=tmp_path)
    assert missing == {"汉"}
    assert "[U+6C49]" in text_of(content)
    shutil.copy(Path(__file__).with_name("one-sign.ttf"), fonts)
    content, missing = written(paper("Zeichen 汉"), issued=DAY, templates=tmp_path)
    assert missing == frozenset()
    assert "Zeichen 汉" in text_of(content)
    assert "U+6C49" not in text_of(content)
    assert b"OneSign-Regular" in content
    assert marks(content)["pdfaid:part"] == "2"
    content, missing = written(paper("汉 und 語"), issued=DAY, templates=tmp_path)
    assert missing == {"語"}
    assert "汉 und [U+8A9E]" in text_of(content)


def test_the_same_job_gives_the_same_bytes_on_any_machine(tmp_path: Path):
    script = (
        "import sys; from datetime import date; from papers import paper; "
        "from facilitator.minutes.pdf import pdf; "
        "sys.stdout.buffer.write(pdf(paper(), issued=date(2026, 10, 14)))"
    )
    made = pdf(paper(), issued=DAY)
    for language, zone, seed in (("C", "Pacific/Auckland", "1"), ("de_DE.UTF-8", "UTC", "2")):
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")]),
            "LC_ALL": language,
            "TZ": zone,
            "PYTHONHASHSEED": seed,
            "HOME": str(tmp_path),
        }
        again = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, check=True
        )
        assert again.stdout == made


def test_a_town_s_template_may_be_a_few_lines(tmp_path: Path):
    file = own(
        tmp_path,
        """\
#import "shipped/minutes.typ": minutes, paper
#minutes(paper, accent: rgb("#006633"), above: image("wappen.svg", width: 2cm, alt: "Wappen"))
""",
    )
    (file.parent / "wappen.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
    )
    made = pdf(paper(), issued=DAY, templates=tmp_path)
    assert template(tmp_path).is_own
    assert marks(made)["pdfuaid:part"] == "1"
    assert "Figure" in structure(made)


def test_a_town_s_template_may_bring_packages(tmp_path: Path):
    file = own(
        tmp_path,
        """\
#import "@local/haus:1.0.0": farbe
#import "shipped/minutes.typ": minutes, paper
#minutes(paper, accent: farbe)
""",
    )
    package = file.parent / "packages" / "local" / "haus" / "1.0.0"
    package.mkdir(parents=True)
    (package / "typst.toml").write_text(
        '[package]\nname = "haus"\nversion = "1.0.0"\nentrypoint = "lib.typ"\n'
    )
    (package / "lib.typ").write_text('#let farbe = rgb("#006633")')
    assert pages(pdf(paper(), issued=DAY, templates=tmp_path)) == 3


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Hallo\n\n#nirgends()\n", 3, "unknown variable: nirgends"),
        ('#read("/etc/passwd")', 1, "file not found"),
        ('#read("../../series.json")', 1, "would escape"),
        ('#import "@preview/cetz:0.3.4": canvas', 1, "failed to download package"),
        ('#set document(title: "x")\n#import "shipped/minutes.typ": runs\n\n#runs(1)', 4, "loop"),
        ("#let f(x) = f(x + 1)\n#f(1)", 1, "maximum function call depth exceeded"),
    ],
)
def test_an_error_in_a_town_s_template_names_file_and_line(tmp_path: Path, text, line, what):
    file = own(tmp_path, text)
    with pytest.raises(BadTemplate) as told:
        pdf(paper(), issued=DAY, templates=tmp_path)
    assert f"{file}, line {line}, cannot be used: " in str(told.value)
    assert what in str(told.value)
    assert "use the built-in template" in str(told.value)


def test_a_template_reaches_no_network(tmp_path: Path, monkeypatch):
    """Whatever proxy the machine has: nobody is asked for a package."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, address)
            monkeypatch.setenv(name.upper(), address)
        own(tmp_path, '#import "@preview/cetz:0.3.4": canvas')
        with pytest.raises(BadTemplate, match="failed to download package"):
            pdf(paper(), issued=DAY, templates=tmp_path)
        proxy.setblocking(False)
        with pytest.raises(BlockingIOError):
            proxy.accept()


def test_a_template_that_never_ends_is_ended(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("facilitator.minutes.pdf.setting.SECONDS", 1)
    own(tmp_path, "#for i in range(1000000) { for j in range(1000000) { let k = i * j } }")
    with pytest.raises(BadTemplate, match="takes longer than 1 seconds"):
        pdf(paper(), issued=DAY, templates=tmp_path)


def test_whatever_typst_refuses_is_said_in_words(monkeypatch):
    monkeypatch.setattr("facilitator.minutes.pdf.setting.STANDARDS", ("a-2b", "a-4"))
    with pytest.raises(FacilitatorError, match=r"cannot be set: .*other formats hold the same"):
        pdf(paper(), issued=DAY)


def test_a_long_word_stays_in_its_column_and_the_paper_finite():
    made = pdf(paper("W" * 10_000), issued=DAY)
    assert 10 < pages(made) < 100


def test_a_list_in_a_list_in_a_list_has_an_end():
    deep = Bullets(items=tuple(Bullet(runs=plain(f"{n}"), depth=n) for n in range(60)))
    changed = msgspec.structs.replace(paper(), parts=(Part(name="sections", blocks=(deep,)),))
    assert structure(pdf(changed)).count("LI") == 60


def test_an_empty_paper_is_a_page():
    empty: Paper = msgspec.structs.replace(paper(), parts=(), title="", name="", page_words="")
    assert pages(pdf(empty)) == 1


def test_a_name_in_a_table_is_not_hyphenated_and_what_is_agreed_has_the_room():
    words = words_of("de")
    names = ("Emre Yıldız", "Sabine Müller-Lüdenscheidt und Petra Weißenburger", "Öztürk, Yıldız")
    what = "Die Verwaltung legt dem Ausschuss die Belegungsplanung der Unterkünfte vor. " * 4
    rows = tuple(
        ActionRow(
            number=f"M-2026-{at:03}",
            summary=what,
            who=who,
            due="bis zur nächsten Sitzung (Mai)",
            status="needs-action",
        )
        for at, who in enumerate(names * 3)
    )
    tables = (
        action_table(rows, words, "Neue Maßnahmen"),
        earlier_table(rows, words, "Frühere Maßnahmen"),
    )
    for made in tables:
        shares = [column.share for column in made.columns]
        assert shares[1] > 2 * max(*shares[2:], shares[0])
        part = Part(name="tail", blocks=(made,))
        held = msgspec.structs.replace(paper(), parts=(part,))
        text = text_of(pdf(held, issued=DAY))
        for name in re.findall(r"\w{4,}", " ".join(names)):
            assert text.count(name) >= 3, f"{name} is broken in {text}"


def test_a_name_too_long_for_its_column_is_hyphenated_and_not_printed_over_the_next():
    def column(row: str) -> list[bool]:
        table = Table(
            columns=(Column(title="Wer"), Column(title="Was", share=4, is_prose=True)),
            rows=(TableRow(cells=((Run(row),), (Run("Wort"),))),),
        )
        part = Part(name="tail", blocks=(table,))
        made = data(msgspec.structs.replace(paper(), parts=(part,)), DAY, frozenset(), None)
        return made["parts"][0]["blocks"][0]["rows"][0]["is_hyphenated"]

    assert column("Emre Yıldız") == [False, True]
    assert column("Donaudampfschifffahrtsverwaltung") == [True, True]
    assert column("Müller-Lüdenscheidt") == [False, True]
