"""What a parser reads back is what was captured, wherever a user's text is put."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from facilitator.minutes.escaping import escaped, in_lines, in_table, normalised, yaml_text

READERS = {
    "gfm": MarkdownIt("gfm-like"),
    "gfm, loose": MarkdownIt("gfm-like", {"breaks": True}).enable(["table", "strikethrough"]),
    "commonmark": MarkdownIt("commonmark"),
    "commonmark with tables": MarkdownIt("commonmark").enable("table"),
}
WITH_TABLES = [name for name in READERS if name != "commonmark"]

HOSTILE = [
    "| a | b |\n|---|---|\n| c | d |",
    "a | b\n- | -",
    "a|b\n:-",
    "a\n:--",
    "# Überschrift #",
    "Titel\n===",
    "Titel\n---",
    "***",
    "- [ ] Haken",
    "- - -",
    "+ kurze Wege",
    "+2,5 °C",
    "-jährige",
    "> 50 TEUR",
    "< 3 %",
    "1. Eröffnung",
    "15) Punkt",
    "1986. Ein großes Jahr",
    "24.11. Treffen",
    "Bürger*innen und *Kolleg*innen*",
    "snake_case_name __init__",
    "`Code` ``mehr`",
    "```\nZaun\n```",
    "~~~\nZaun",
    "~~weg~~ ~weg~",
    "<script>alert(1)</script>",
    "<!-- weg -->",
    "<br>",
    "<https://stadt.de>",
    "https://stadt.de/a%20b?x=1&y=2#z",
    "http://xn--mller-kva.de/%C3%BC",
    "www.stadt.de und stadt.de und Müller.de",
    "//stadt.de/%41",
    "//localhost/%41 http://localhost/%41",
    "ftp://stadt.de/%41",
    "mailto:a%41@stadt.de info@stadt.de",
    "[Text](http://x.y) ![Bild](z.png) [^1]: [x]: /url",
    "&amp; &#35; &nbsp; A & B, Müller&Co;",
    "C:\\Daten\\",
    "Ende mit \\",
    "\\|",
    "\\\\|",
    "a\n\n\nb",
    "a\n    eingerückt\n\tTab\n \nEnde",
    "zwei  \nBlanks  am Ende",
    "doppelte  Blanks",
    "ge\u00adschützt\u00a0und 👩‍👩‍👧 \u202eRTL\u202c עברית",
    "a\u00a0\n\u00a0b",
    "a\x00b\x1b[31mc\x7f\x85d\u2028e\ufefff\ud800",
    "{{ 7*7 }} {% raw %} {# c #}",
    "$x$ und 5 $",
    "Ergebnis: ^hoch^ ==markiert==",
    "@haddad, #12, :smile:",
    "---\ntitle: x\n---",
]

SIGNS = "ab1. \n\t|\\-+*_#>=:`~<&;/[](){}!@$\"'%^§\u00a0\u00adä.,)\u2028\u200b\u3000👍"
PIECES = "http www :// stadt.de --- === &amp; xn-- <b> --> |-| de com mailto:".split()
ALPHABET = st.sampled_from([*SIGNS, *PIECES, "- ", "1. ", "\r\n", "| - |"])
TEXTS = st.lists(ALPHABET, max_size=25).map("".join) | st.text(max_size=40)


def inline_tokens(markdown: str, reader: str):
    return [token for token in READERS[reader].parse(markdown) if token.type == "inline"]


def read(token) -> str:
    """The text of a paragraph, heading or cell; fails on anything but text."""
    found = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            found.append("\n")
        else:
            assert child.type == "text", child
            found.append(child.content)
    return "".join(found)


def read_back(markdown: str, reader: str, block: str) -> str:
    tokens = READERS[reader].parse(markdown)
    assert [t.type for t in tokens if t.level == 0 and t.nesting == 1] == [block]
    (inline,) = [t for t in tokens if t.type == "inline"]
    return read(inline)


def same(text: str, markdown: str, reader: str, block: str) -> None:
    wanted = normalised(text)
    if wanted:
        assert read_back(markdown, reader, block) == wanted


def each_hostile(function):
    """Every text above as an example; no deadline, since other tests keep the machine busy."""
    for text in HOSTILE:
        function = example(text=text)(function)
    return settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])(function)


@pytest.mark.parametrize("reader", READERS)
@each_hostile
@given(text=TEXTS)
def test_paragraph(reader, text):
    same(text, in_lines(text), reader, "paragraph_open")
    same(text, escaped(text), reader, "paragraph_open")


@pytest.mark.parametrize("reader", READERS)
@each_hostile
@given(text=TEXTS)
def test_list_item(reader, text):
    same(text, f"- {in_lines(text, '  ')}", reader, "bullet_list_open")
    same(text, f"- {in_lines(text)}", reader, "bullet_list_open")
    same(text, f"- {escaped(text)}", reader, "bullet_list_open")


@pytest.mark.parametrize("reader", READERS)
@each_hostile
@given(text=TEXTS)
def test_quote(reader, text):
    same(text, f"> {in_lines(text, '> ')}", reader, "blockquote_open")
    same(text, f"> {escaped(text)}", reader, "blockquote_open")


@pytest.mark.parametrize("reader", READERS)
@each_hostile
@given(text=TEXTS)
def test_heading(reader, text):
    same(text, f"## {escaped(text)}", reader, "heading_open")


@pytest.mark.parametrize("reader", WITH_TABLES)
@pytest.mark.parametrize("write", [in_table, escaped])
@each_hostile
@given(text=TEXTS)
def test_table_cell(reader, write, text):
    markdown = f"| A | B | C |\n| --- | --- | --- |\n| x | {write(text)} | {write(text)} |\n"
    cells = [read(token) for token in inline_tokens(markdown, reader)]
    assert cells == ["A", "B", "C", "x", normalised(text), normalised(text)]


@pytest.mark.parametrize("reader", READERS)
@each_hostile
@given(text=TEXTS)
def test_in_the_middle_of_a_line(reader, text):
    markdown = f"Vor {escaped(text)} nach"
    assert read_back(markdown, reader, "paragraph_open") == f"Vor {normalised(text)} nach"


@each_hostile
@given(text=TEXTS)
def test_yaml(text):
    line = f"title: {yaml_text(text)}"
    assert "\n" not in line
    assert yaml.safe_load(line) == {"title": re.sub("[\ud800-\udfff]", "\ufffd", text)}


@pytest.mark.parametrize(
    "text",
    [
        "M-2026-035: -jährige, +2,5 °C, § 34, B 27 (IHK) – 50 % & mehr; z.B. 24.11.2026 14:30?!",
        "„Wohnungsführerschein“ für Mieter/innen, 3.000 €",
    ],
)
def test_ordinary_prose_stays_as_it_is(text):
    assert escaped(text) == in_table(text) == in_lines(text) == text


def test_a_wording_with_stars_is_readable():
    assert escaped("Bürger*innen") == r"Bürger\*innen"
