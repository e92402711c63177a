"""CSV for spreadsheets: what comes out is what went in, and nothing computes."""

from __future__ import annotations

import csv
import io
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.exchange.csv_form import Cell, csv_bytes, is_formula
from facilitator.folding import display


def read(content: bytes, language: str = "de") -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(
        csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "de" else ",")
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", b'\xef\xbb\xbfNr.;Wei\xc3\x9f\r\n24.11.2026;5\r\n"a;b";"c ""d"""\r\n'),
        ("en", b'\xef\xbb\xbfNr.,Wei\xc3\x9f\r\n2026-11-24,5\r\na;b,"c ""d"""\r\n'),
    ],
)
def test_bytes_are_those_of_the_spreadsheet_of_the_language(language: str, expected: bytes) -> None:
    rows: list[list[Cell]] = [[date(2026, 11, 24), 5], ["a;b", 'c "d"']]
    assert csv_bytes(["Nr.", "Weiß"], rows, language=language) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1", "+49 30", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\x00=1", "\x1b=1", "  =1", "\xa0=1",
        "\u200b=1", "\ufeff=1", "\u2003\u2066=1", "＝1", "＋1", "－1", "＠1", "﹣1", "−1", "\n=1",
        '=HYPERLINK("http://x.example";"hier")', "=cmd|' /C calc'!A0",
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_compute_is_text(typed: str) -> None:
    assert is_formula(typed)
    cell = read(csv_bytes(["x"], [[typed]], language="de"))[1][0]
    assert cell.startswith("'")
    assert cell.endswith(typed.strip()[-1])


@pytest.mark.parametrize("typed", ["Weiß", "1=1", "a-b", "– später", "„=“", "", "'=1", "5", "…"])
def test_what_is_no_formula_stays_as_it_was_typed(typed: str) -> None:
    assert read(csv_bytes(["x", "y"], [[typed, "z"]], language="de"))[1] == [typed, "z"]


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    assert csv_bytes(["n", "m"], [[-5, None]], language="en").endswith(b"\r\n-5,\r\n")


def test_lines_of_a_wording_stay_lines() -> None:
    typed = "Der Rat möge\r\nbeschließen:\x0b=1\u2028Ende"
    assert read(csv_bytes(["x"], [[typed]], language="de"))[1] == [
        "Der Rat möge\nbeschließen:\n=1\nEnde"
    ]


TEXT = st.text(st.characters(codec=None), max_size=60)


@given(st.lists(st.lists(TEXT, min_size=3, max_size=3), max_size=4), st.sampled_from(["de", "en"]))
@example([['"', ';"', ',\r\n"']], "de")
@example([["\ud800", "a\x00b", "\u202e=1"]], "en")
def test_any_text_comes_back_readable_and_harmless(rows: list[list[str]], language: str) -> None:
    content = csv_bytes(["a", "b", "c"], rows, language=language)
    assert content == csv_bytes(["a", "b", "c"], rows, language=language)
    found = read(content, language)
    assert len(found) == len(rows) + 1
    for typed, cells in zip(rows, found[1:], strict=True):
        assert len(cells) == 3
        for given_, cell in zip(typed, cells, strict=True):
            assert not is_formula(cell)
            assert not [s for s in cell if unicodedata.category(s) == "Cc" and s != "\n"]
            said = " ".join(display(given_).split())
            assert " ".join(cell.removeprefix("'").split()) == said.removeprefix("'")
