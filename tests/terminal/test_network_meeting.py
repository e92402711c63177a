"""The network meeting of seventy in a real terminal against the program as it is started, shorter
than through the screens: plan, run, close, minutes, and what is open at the next meeting."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import Terminal, environment, program
from wartburgkreis import AGENDA, PEOPLE_CSV

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

REFERENCE = "netzwerk-integration/2026-10-14-2-netzwerktreffen"


def call(home: Path, *args: str, **env: str) -> str:
    """Run a command to its end; its standard output."""
    done = subprocess.run(
        [*program(), *args],
        env=environment(home, **env),
        cwd=home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_from_the_invitation_to_the_next_meeting(tmp_path: Path) -> None:
    agenda = tmp_path / "einladung.txt"
    agenda.write_text(AGENDA, encoding="utf-8")
    made = call(
        tmp_path, "--lang", "de", "new", "2. Netzwerktreffen", "--series", "Netzwerk Integration",
        "--kind", "network", "--date", "2026-10-14", "--start", "16:30", "--place", "Kreishaus",
        "--agenda", str(agenda), "--people", str(PEOPLE_CSV),
    )  # fmt: skip
    assert made.strip() == REFERENCE

    run_the_meeting(tmp_path)

    (minutes,) = (tmp_path / "workspace" / "netzwerk-integration" / "minutes").glob("*.md")
    text = minutes.read_text(encoding="utf-8")
    for fact in (
        "Stärkere Präsenz auf Jobmessen", "Herbst 2027 (30.11.2027)", "Dr. Zoé Bauer",
        "> Die AG Arbeit wird erweitert.", "zur Kenntnis genommen", "21.04.2027",
    ):  # fmt: skip
        assert fact in text
    assert "muss 17:40 weg" not in text
    assert text == call(tmp_path, "minutes", REFERENCE)

    actions = json.loads(
        call(tmp_path, "actions", "--open", "--overdue", "--format", "json",
             FACILITATOR_NOW="2027-12-02T09:00")
    )  # fmt: skip
    assert [(a["number"], a["summary"]) for a in actions] == [
        ("M-2026-001", "Stärkere Präsenz auf Jobmessen")
    ]
    call(tmp_path, "check")
    review_at_the_next_meeting(tmp_path)


def run_the_meeting(home: Path) -> None:
    with Terminal(
        "--lang", "de", "open", "last", home=home, env={"FACILITATOR_NOW": "2026-10-14T16:28"}
    ) as terminal:
        terminal.wait_for("2. Netzwerktreffen")
        terminal.press("f8")
        terminal.wait_for("EINLASS")
        terminal.type("zoé bau").press("enter")
        terminal.wait_for("Zoé Bauer ist da")
        terminal.press("escape")
        terminal.wait_until_gone("EINLASS")
        terminal.wait_for("F9")
        terminal.press("f9")
        terminal.wait_for("1 Eröffnung")
        for line, shown in (
            ("Das Institut eröffnet.", "Das Institut eröffnet."),
            ("i: Der Landrat muss 17:40 weg", "intern"),
            ("= zur K", "zur Kenntnis"),
            ("# 8.2", "8.2 AG Arbeit"),
            ("m: Stärkere Präsenz auf Jobmessen >Zoé Bauer <Herbst 2027", "30.11.2027"),
            ("!Die AG Arbeit wird erweitert.", "B1"),
            ("termin: 21.04.2027 16:30", "21.04.2027"),
        ):
            terminal.type(line).press("enter")
            terminal.wait_for(shown)
        terminal.type("/schluss").press("enter")
        terminal.wait_for("VOR DEM SCHLIESSEN")
        terminal.read(1.2)  # an F9 that comes at once is taken for a slip
        terminal.press("f9")
        terminal.wait_for("PROTOKOLL")
        terminal.wait_for("fehlt 1")
        terminal.press("enter")
        terminal.wait_for("Zeile schließen")
        terminal.type("Jana Weiß").press("enter")
        terminal.wait_for("✓ Protokoll")
        terminal.wait_for("LISTE")
        terminal.press("tab")
        terminal.type("/")
        terminal.wait_for("IM DOKUMENT SUCHEN")
        terminal.type("Jobmessen").press("enter")
        terminal.wait_for("▌")
        terminal.press("escape")
        terminal.wait_for("VORSCHAU")
        terminal.type("a")
        terminal.wait_for("Als Dateien ausgeben")
        terminal.press("enter")
        terminal.wait_for("Geschrieben")
        terminal.press("escape")
        terminal.wait_until_gone("Geschrieben")
        terminal.wait_for("Entwurf v1")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0


def review_at_the_next_meeting(home: Path) -> None:
    call(home, "--lang", "de", "new", "3. Treffen", "--series", "Netzwerk Integration",
         "--date", "2027-12-02")  # fmt: skip
    with Terminal(
        "--lang", "de", "open", "3-treffen", home=home, env={"FACILITATOR_NOW": "2027-12-02T16:30"}
    ) as terminal:
        terminal.wait_for("3. Treffen")
        terminal.press("ctrl+o")
        terminal.wait_for("ÜBERFÄLLIG")
        assert "2 Tage" in terminal.text
        terminal.type("e")
        terminal.wait_for("erledigt")
        terminal.press("escape")
        terminal.wait_until_gone("ÜBERFÄLLIG")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
