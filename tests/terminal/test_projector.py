"""The projector as a real second process beside the live screen, each in a terminal of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from stage import Stage, build_stage, play
from terminal import Terminal

from facilitator.wall import WallFile, WallState

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

SOON = 60.0
"""Seconds a busy machine may take for what takes half a second on an idle one; the benchmark
measures it."""
NOW = {"FACILITATOR_NOW": "2026-10-14T18:33"}


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    made = build_stage(tmp_path / "workspace")
    play(made)
    return made


@pytest.fixture
def projector(stage: Stage, tmp_path: Path) -> Iterator[Terminal]:
    with Terminal("--lang", "de", "project", "last", home=tmp_path, env=NOW) as terminal:
        terminal.wait_for("Was wir vereinbart haben")
        yield terminal


def live(home: Path) -> Terminal:
    return Terminal("--lang", "de", "open", "last", home=home, env=NOW)


def test_it_follows_the_live_screen_in_another_process(
    stage: Stage, projector: Terminal, tmp_path: Path
) -> None:
    before = projector.text
    for told in ("Stärkere Präsenz auf Jobmessen", "beschlossen", "wer?", "18:33"):
        assert told in before
    for hidden in ("Sprecherrolle", "fehlt", "Wer trägt", "Caritas"):
        assert hidden not in before
    with live(tmp_path) as screen:
        screen.wait_for("Jobmessen")
        screen.type("i: Landrätin muss weg").press("enter")
        screen.wait_for("intern")
        screen.type("m: Ehrenamt ausbauen >Nowak bis Ende März").press("enter")
        projector.wait_for("Ehrenamt ausbauen", SOON)
        assert "Landrätin" not in projector.text

        screen.type("/wand maßnahmen").press("enter")
        projector.wait_for("Stimmt das so?", SOON)
        screen.type("/wand verlesen").press("enter")
        projector.wait_for("wird verlesen", SOON)
        assert "BESCHLUSS" in projector.text
        screen.type("/wand folgen").press("enter")
        projector.wait_for("Was wir vereinbart haben", SOON)

        screen.press("f9")
        projector.wait_for("danach", SOON)
        assert "Beratung" in projector.text
        screen.type("/pause 10").press("enter")
        projector.wait_for("weiter um", SOON)

        screen.press("ctrl+q")
        screen.wait_for("Beenden, während die Sitzung läuft?")
        screen.press("enter")
        screen.wait_for_end()
    projector.read(0.5)
    assert "weiter um" in projector.text
    projector.type("q")
    assert projector.wait_for_end() == 0


def test_it_goes_on_when_the_live_screen_is_killed_and_starts_again(
    stage: Stage, projector: Terminal, tmp_path: Path
) -> None:
    with live(tmp_path) as screen:
        screen.wait_for("Jobmessen")
        screen.type("! Der Fachtag findet statt.").press("enter")
        projector.wait_for("Der Fachtag findet statt.", SOON)
        screen.type("/wand leer").press("enter")
        projector.wait_until_gone("Der Fachtag", SOON)
        screen.kill()
    projector.read(0.5)
    assert projector.process.isalive()
    with live(tmp_path) as screen:
        screen.wait_for("Fachtag findet statt")
        screen.wait_for("/wand folgen")
        screen.type("/wand folgen").press("enter")
        projector.wait_for("Der Fachtag findet statt.", SOON)
        screen.type("m: Räume suchen >Brandt").press("enter")
        projector.wait_for("Räume suchen", SOON)


def test_it_survives_a_file_that_is_moved_and_comes_back(stage: Stage, projector: Terminal) -> None:
    path = stage.workspace.path(stage.live.reference)
    aside = path.with_name("moved by a sync program.json")
    path.rename(aside)
    projector.wait_for("gerade nicht lesbar", SOON)
    assert "Jobmessen" in projector.text
    aside.rename(path)
    projector.wait_until_gone("gerade nicht lesbar", SOON)
    assert "Jobmessen" in projector.text


def test_its_own_keys_sizes_and_what_was_asked_before_it_started(
    stage: Stage, tmp_path: Path
) -> None:
    WallFile(tmp_path / "state", tmp_path / "workspace", stage.live.reference).write(
        WallState(view="agenda")
    )
    with Terminal(
        "project", "last", "--theme", "light", home=tmp_path, env=NOW, rows=60, cols=200
    ) as terminal:
        terminal.wait_for("Tagesordnung")  # the language of the series: nobody chose one
        terminal.wait_for("Schrift größer stellen: Strg und +")
        terminal.resize(16, 60)
        terminal.wait_until_gone("Schrift größer")
        assert "Tagesordnung" in terminal.text
        terminal.press("right")
        terminal.wait_until_gone("Tagesordnung")
        terminal.press("0")
        terminal.wait_for("Tagesordnung")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
