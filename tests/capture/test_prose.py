"""Prose as people type it stays prose: a line is a note unless it says otherwise."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.capture import Reading
from facilitator.meeting import changes as c

HERE = Path(__file__).parent
COMMANDS = frozenset({"pause", "wand", "wall", "verlesen", "hilfe", "help"})
"""What the screen's table might hold; '/tmp' is not in it."""


def _lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n")[1:] if line.strip()]


PROSE = [*_lines("prose-de.txt"), *_lines("prose-en.txt")]


def test_the_corpora_are_large() -> None:
    assert len(_lines("prose-de.txt")) >= 300
    assert len(_lines("prose-en.txt")) >= 80


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_a_note_to_the_letter(line: str, reads: Callable[..., Reading]) -> None:
    reading = reads(line, commands=COMMANDS)
    assert reading.kind == "note", reading
    (change,) = reading.changes
    assert isinstance(change, c.NoteRecorded)
    assert change.line == line
    assert change.visibility is None
    said = f"{_typed_name(line)}: " if change.said_by else ""
    assert said + change.text == unicodedata.normalize("NFC", line.strip())


@pytest.mark.parametrize("line", PROSE)
def test_with_a_sticky_kind_nothing_is_lost(line: str, reads: Callable[..., Reading]) -> None:
    """With sticky action items, measures pour in as plain text."""
    reading = reads(line, commands=COMMANDS, sticky="action_item")
    assert reading.changes
    for change in reading.changes:
        assert isinstance(change, c.EntryRecorded)
        assert change.line == line


def _typed_name(line: str) -> str:
    return line.partition(":")[0]
