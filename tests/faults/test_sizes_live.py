"""Windows of every size, and windows that change while someone types: nothing is lost."""

from __future__ import annotations

import itertools
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

from running import Running, bar_text  # noqa: E402
from terminal import Terminal  # noqa: E402

SIZES = {"20x5": (5, 20), "40x10": (10, 40), "80x24": (24, 80), "120x36": (36, 120),
         "200x60": (60, 200)}  # fmt: skip
"""Columns and rows as people say them; rows and columns as systems want them."""


def enter(running: Running, terminal: Terminal, text: str) -> None:
    """Send what stands in the bar and wait until the file has it."""
    terminal.press("enter")
    for _ in range(600):
        if text in running.texts():
            return
        terminal.read(0.1)
    raise AssertionError(f"{text!r} never arrived:\n{terminal.text}")


def leave(running: Running, terminal: Terminal) -> None:
    terminal.send_signal(15)
    assert terminal.wait_for_end() == 0
    assert b"Traceback" not in terminal.output
    assert not running.crashed()
    assert running.check().returncode == 0


@pytest.mark.parametrize("size", SIZES)
def test_a_line_is_typed_and_saved_in_any_window(running: Running, size: str) -> None:
    rows, cols = SIZES[size]
    with running.terminal(rows=rows, cols=cols) as terminal:
        for number in range(3):
            text = f"Satz {number}"
            terminal.type(text)
            terminal.wait_until(lambda lines, text=text: bar_text(lines) == text)
            enter(running, terminal, text)
        long = "Ein langer Satz, der in kein kleines Fenster passt, " * 3 + "aber ganz bleibt."
        terminal.type(long)
        terminal.wait_for("bleibt.")
        enter(running, terminal, long)
        leave(running, terminal)
    assert running.texts() == ["Satz 0", "Satz 1", "Satz 2", long]


def test_a_window_changes_its_size_while_someone_types(running: Running) -> None:
    """Each change of one size into another, in the middle of a word, before and after Enter."""
    said = []
    with running.terminal() as terminal:
        for one, other in itertools.permutations(SIZES, 2):
            text = f"Von {one} nach {other} verändert."
            terminal.resize(*SIZES[one])
            terminal.type(text[:7])
            terminal.resize(*SIZES[other])
            terminal.type(text[7:])
            enter(running, terminal, text)
            said.append(text)
            assert running.texts() == said
        terminal.resize(*SIZES["80x24"])
        terminal.wait_for(said[-1])
        leave(running, terminal)


def test_a_window_that_is_dragged_sends_many_sizes(running: Running) -> None:
    text = "Der Rand des Fensters wird gezogen, und niemand hört auf zu tippen."
    with running.terminal() as terminal:
        for at, letter in enumerate(text):
            terminal.process.setwinsize(5 + at % 40, 20 + 3 * at % 160)
            terminal.type(letter)
            if at % 7 == 0:
                terminal.read(0.03)
        terminal.resize(24, 80)
        terminal.wait_for(text)  # the last sizes may still be painted over each other
        terminal.wait_until(lambda lines: bar_text(lines) == text)
        enter(running, terminal, text)
        leave(running, terminal)
    assert running.texts() == [text]
