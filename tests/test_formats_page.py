"""docs/formats.md says what the table of formats says."""

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

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "formats.md").read_text("utf-8")
ROWS = {
    cells[0].strip("` "): cells
    for line in PAGE.splitlines()
    if line.startswith("| `")
    for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
}


@pytest.mark.parametrize("code", list(FORMATS))
def test_every_format_stands_in_the_table(code: str) -> None:
    form = FORMATS[code]
    _, _, needs, kinds = ROWS[code]
    assert (f"facilitator[{form.extra}]" in needs) == bool(form.extra)
    if form.kinds != DOCUMENT_KINDS:
        listed = re.findall(r"[a-z-]+", re.sub(r"\(.*?\)", "", kinds))
        assert sorted(listed) == sorted(kind.replace("_", "-") for kind in form.kinds)
    else:
        assert kinds == "all"


def test_names_and_numbers_are_those_of_the_program() -> None:
    for language in ("de", "en"):
        for ending, _ in csv_lists(committee(language), Wanted()):
            assert f"`{ending}`" in PAGE
    assert f"up to {MOST_IN_SIGHT} addresses" in PAGE
    assert f"The zone is\n  {Settings().time_zone};" in PAGE
