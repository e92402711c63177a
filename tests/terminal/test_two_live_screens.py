"""Two live screens on one meeting, two processes in two terminals: both write, each shows the
other's entries at once, and what is half typed on either side stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import READY, Running, bar_text


@pytest.fixture
def running(tmp_path: Path) -> Running:
    return Running.begin(tmp_path)


def test_each_shows_what_the_other_wrote_and_keeps_its_half_typed_line(running: Running) -> None:
    with running.terminal() as left, running.terminal() as right:
        right.type("halb getippt")
        right.wait_for("halb getippt")
        left.type("- Befragung der Betriebe >Brandt").press("enter")
        left.wait_for("M1")
        right.wait_for("Befragung der Betriebe")
        right.wait_until(lambda lines: bar_text(lines) == "halb getippt")
        right.press("enter")
        left.wait_for("halb getippt")
    assert running.texts() == ["Befragung der Betriebe", "halb getippt"]


def test_both_write_at_once_and_nothing_is_lost(running: Running) -> None:
    with running.terminal(rows=40) as left, running.terminal(rows=40) as right:
        for number in range(12):
            left.type(f"links {number}").press("enter")
            right.type(f"rechts {number}").press("enter")
        left.wait_for("rechts 11")
        right.wait_for("links 11")
    wanted = {f"{side} {number}" for side in ("links", "rechts") for number in range(12)}
    assert set(running.texts()) == wanted
    assert len(running.texts()) == 24
    assert running.check().returncode == 0


def test_undo_takes_back_what_this_laptop_did_last(running: Running) -> None:
    """Both terminals stand on one laptop: Ctrl+Z means its latest step, wherever it was typed."""
    with running.terminal() as left, running.terminal() as right:
        left.type("von links").press("enter")
        right.wait_for("von links")
        right.type("von rechts").press("enter")
        left.wait_for("von rechts")
        left.press("ctrl+z")
        right.wait_until_gone("· von rechts")
        left.wait_for(READY)
    assert running.texts() == ["von links"]
