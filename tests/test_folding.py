"""Folding decides what counts as the same name, display what may reach a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.folding import display, fold, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Öztürk", "ozturk"),
        ("oeztuerk", "ozturk"),
        ("OZTURK", "ozturk"),
        ("O\u0308ztu\u0308rk", "ozturk"),
        ("Weiß", "weiss"),
        ("WEISS", "weiss"),
        ("WEIẞ", "weiss"),
        ("Müller", "muller"),
        ("Mueller", "muller"),
        ("Käthe", "kathe"),
        ("Kaethe", "kathe"),
        ("Bauer", "bauer"),
        ("neue", "neue"),
        ("Quelle", "quelle"),
        ("Treue", "treue"),
        ("Maßnahmen", "massnahmen"),
        ("Yıldız", "yildiz"),
        ("İnci", "inci"),
        ("Łukasz", "lukasz"),
        ("Đorđević", "dordevic"),
        ("Søren", "soren"),
        ("Æsop", "asop"),
        ("François", "francois"),
        ("Šárka Nováková", "sarka novakova"),
        ("Kai\u00adser", "kaiser"),
        ("", ""),
    ],
)
def test_both_writings_fold_alike(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize("typed", ["ozt", "oezt", "Özt", "OEZTUERK", "öztürk"])
def test_any_beginning_finds_the_name(typed: str) -> None:
    assert fold("Öztürk").startswith(fold(typed))


def test_different_names_stay_different() -> None:
    names = ["Bauer", "Baur", "Meier", "Meyer", "Maier", "Schmidt", "Schmitt", "Neue", "Neu"]
    assert len({fold(name) for name in names}) == len(names)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_the_unicode_form_makes_no_difference(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Anna-Lena Groß", ("dr", "anna", "lena", "gross")),
        ("d'Angelo", ("d", "angelo")),
        ("O’Neill", ("o", "neill")),
        ("Müller, Jana (Caritas)", ("muller", "jana", "caritas")),
        ("AG Projekte/Fortbildungen", ("ag", "projekte", "fortbildungen")),
        ("Bürger*innen", ("burger*innen",)),
        ("E-Mail:", ("e", "mail")),
        ("Mitte – Nord", ("mitte", "nord")),
        ("a\u00a0b\tc\nd", ("a", "b", "c", "d")),
        (" - . ", ()),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Budget [/x] {y} 5 €", "Budget [/x] {y} 5 €"),
        ("a\tb\nc\r\u2028d", "a b c  d"),
        ("\x1b[31mrot\x1b[0m", "␛[31mrot␛[0m"),
        ("\x9b31m", "�31m"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("abc\u202ecba", "abc�cba"),
        ("\u2066x\u2069\u200f", "�x��"),
        ("u\u0308ber", "über"),
        ("\ud800", "�"),
        ("👩\u200d🔧 مرحبا", "👩\u200d🔧 مرحبا"),
    ],
)
def test_display(text: str, shown: str) -> None:
    assert display(text) == shown


@given(st.text(st.characters(codec=None)))
def test_what_is_displayed_can_be_written_on_one_line(text: str) -> None:
    shown = display(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"} for letter in shown)
    assert display(shown) == shown


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_display_keeps_ordinary_characters(text: str) -> None:
    assert display(text) == unicodedata.normalize("NFC", text)
