"""One HTML file: what was captured comes back, and nothing but text comes from a user."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hostile import HOSTILE, hostile
from html_reader import said, shape, texts, tree
from hypothesis import example, given, settings
from papers import paper

from facilitator.errors import BadTemplate
from facilitator.minutes.html import html

HARMLESS = shape(html(paper()))


def with_examples(test):
    for text in HOSTILE:
        test = example(text)(test)
    return test


@settings(deadline=None, max_examples=60)
@given(hostile)
@with_examples
def test_what_was_captured_comes_back_and_makes_no_element(text):
    made = html(paper(text))
    made.encode("utf-8")
    assert texts(made) == said(paper(text))
    assert shape(made) == HARMLESS


@settings(deadline=None, max_examples=30)
@given(hostile)
@with_examples
def test_head_and_foot_of_the_page_stay_strings_of_css(text):
    import msgspec

    made = html(
        msgspec.structs.replace(
            paper(), running_head=text, running_foot=text, page_words=text, title=text,
            author=text, subject=text,
        )
    )  # fmt: skip
    style = tree(made).find("head/style")
    assert style is not None
    assert style.text is not None
    rule = style.text.split(":root")[0]
    bare = re.sub(r'"(?:[^"\\\n]|\\[0-9a-f]+ )*"', "", rule)
    assert re.fullmatch(r"[@a-z:{};\s-]*(counter\(pages?\)[@a-z:{};\s-]*)*", bare.split("/*")[0])
    root = tree(made)
    assert [each.tag for each in root.find("head")] == [
        "meta", "meta", "meta", "meta", "title", *["meta"] * (2 if text else 0), "style",
    ]  # fmt: skip


def test_it_needs_nothing_from_outside_and_runs_nothing():
    made = html(paper())
    assert not re.search(r"<(script|link|img|iframe|object|base|form)", made)
    assert not re.search(r"https?:|url\(|@import|\son\w+=|href|src=", made)


def test_it_says_its_language_and_fits_a_phone():
    root = tree(html(paper()))
    assert root.get("lang") == "de"
    names = {meta.get("name"): meta.get("content") for meta in root.iter("meta")}
    assert names["viewport"] == "width=device-width, initial-scale=1"
    assert names["color-scheme"] == "light dark"
    assert names["author"] == "Uwe Krause"
    title = root.find("head/title")
    assert title is not None
    assert title.text == "Ergebnisprotokoll: 2. Netzwerktreffen"


def test_tables_name_their_columns_and_rows():
    root = tree(html(paper()))
    actions = next(
        table for table in root.iter("table")
        if table.findtext("caption") == "Maßnahmen: Nummer, was, wer, bis wann"
    )  # fmt: skip
    columns = [th.text for th in actions.findall("thead/tr/th[@scope='col']")]
    assert columns == ["Nr.", "Was", "Wer", "Bis wann"]
    rows = [th.text for th in actions.findall("tbody/tr/th[@scope='row']")]
    assert rows == ["M-2026-035", "M-2026-036"]
    titles = [cell.get("data-title") for cell in actions.findall("tbody/tr[1]/*")]
    assert titles == columns


def test_bullets_lie_within_each_other():
    root = tree(html(paper()))
    inner = root.find(".//ul/li/ul/li")
    assert inner is not None
    assert (inner.text or "").startswith("TOP 8.2: ")


def test_page_numbers_are_counted_by_the_browser():
    made = html(paper())
    assert '@bottom-right { content: "Seite " counter(page) " von " counter(pages); }' in made
    assert '@bottom-left { content: "Fassung 2 \\28 Entwurf\\29 "; }' in made


def test_a_town_s_style_sheet_wins_and_cannot_leave_its_element(tmp_path: Path):
    own = tmp_path / "templates" / "minutes" / "minutes.css"
    own.parent.mkdir(parents=True)
    own.write_text(
        "h1 { color: #063; }\n/* </style><script>alert(1)</script> */ a::after{content:'</STYLE'}",
        encoding="utf-8",
    )
    made = html(paper(), tmp_path)
    assert "h1 { color: #063; }" in made
    assert "--accent" not in made
    assert shape(made) == HARMLESS


def test_a_town_s_style_sheet_may_be_a_few_lines(tmp_path: Path):
    own = tmp_path / "templates" / "minutes" / "minutes.css"
    own.parent.mkdir(parents=True)
    own.write_text('@import "shipped/minutes.css";\n:root { --accent: #063; }', encoding="utf-8")
    style = tree(html(paper(), tmp_path)).findtext("head/style") or ""
    assert "@import" not in style
    assert ".resolution {" in style
    assert style.rstrip().endswith(":root { --accent: #063; }")


def test_a_style_sheet_that_cannot_be_read_is_named(tmp_path: Path):
    own = tmp_path / "templates" / "minutes" / "minutes.css"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"h1 { color: \xff\xfe }")
    with pytest.raises(BadTemplate, match=re.escape(str(own))):
        html(paper(), tmp_path)


def test_it_is_the_same_each_time():
    assert html(paper()) == html(paper())


def test_another_machine_s_locale_changes_nothing(tmp_path: Path):
    root = Path(__file__).parents[2]
    script = (
        "import sys; from papers import paper; from facilitator.minutes.html import html; "
        "sys.stdout.buffer.write(html(paper('ÄÖ ı İ')).encode())"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests" / "support")]),
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "Pacific/Auckland",
        "PYTHONHASHSEED": "7",
        "HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, check=True
    )
    assert done.stdout.decode() == html(paper("ÄÖ ı İ"))
