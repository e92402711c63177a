"""docs/formats.md and its German sister say what the table of formats says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cockpit import committee

from facilitator.exchange.distribution import MOST_IN_SIGHT
from facilitator.exchange.lists_csv import csv_lists
from facilitator.formats import FORMATS
from facilitator.minutes.wanted import DOCUMENT_KINDS, Wanted
from facilitator.settings import Settings

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {name: (DOCS / name).read_text("utf-8") for name in ("formats.md", "FORMATE.md")}
ALL = {"formats.md": "all", "FORMATE.md": "alle"}


def rows(page: str) -> dict[str, list[str]]:
    return {
        cells[0].strip("` "): cells
        for line in PAGES[page].splitlines()
        if line.startswith("| `")
        for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
    }


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("code", list(FORMATS))
def test_every_format_stands_in_the_table(code: str, page: str) -> None:
    form = FORMATS[code]
    _, _, needs, kinds = rows(page)[code]
    assert (f"facilitator[{form.extra}]" in needs) == bool(form.extra)
    if form.kinds != DOCUMENT_KINDS:
        listed = re.findall(r"[a-z-]+", re.sub(r"\(.*?\)", "", kinds))
        assert sorted(listed) == sorted(kind.replace("_", "-") for kind in form.kinds)
    else:
        assert kinds == ALL[page]


def test_names_and_numbers_are_those_of_the_program() -> None:
    english, german = PAGES["formats.md"], PAGES["FORMATE.md"]
    for language in ("de", "en"):
        for ending, _ in csv_lists(committee(language), Wanted()):
            assert f"`{ending}`" in english
            assert f"`{ending}`" in german
    assert f"up to {MOST_IN_SIGHT} addresses" in english
    assert f"bis zu {MOST_IN_SIGHT} Adressen" in german
    assert f"The zone is\n  {Settings().time_zone};" in english
    assert f"Die Zone ist {Settings().time_zone};" in german


def test_both_have_the_same_parts() -> None:
    parts = [
        [line.count("#") for line in page.splitlines() if line.startswith("#")]
        for page in PAGES.values()
    ]
    assert parts[0] == parts[1]
