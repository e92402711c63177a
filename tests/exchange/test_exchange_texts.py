"""Every text of this room is in both catalogues, with the same places for values."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from facilitator.exchange import (
    agenda_text,
    csv_table,
    decoding,
    people_columns,
    people_csv,
    people_lines,
    people_list,
    people_records,
)
from facilitator.files import shipped

MODULES = (
    agenda_text,
    csv_table,
    decoding,
    people_columns,
    people_csv,
    people_lines,
    people_list,
    people_records,
)


def texts() -> set[str]:
    found: set[str] = set()
    for module in MODULES:
        for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
                assert isinstance(node.args[0], ast.Constant)
                found.add(node.args[0].value)
    return found


def catalogue(language: str) -> dict[str, str]:
    content = shipped("locales", language, "exchange.po").read_text("utf-8")
    return dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', content, re.MULTILINE))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["de", "en"])
def test_catalogue_is_complete(language: str) -> None:
    known = catalogue(language)
    assert texts() <= set(known)
    assert all(places(text) == places(key) for key, text in known.items())
    assert language == "de" or all(text == key for key, text in known.items())
