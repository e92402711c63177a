"""`facilitator import`: a meeting goes out as JSON and comes in elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import CommandLine


@pytest.fixture
def held(cli: CommandLine, tmp_path: Path) -> Path:
    """A closed meeting, as JSON."""
    cli.plan("1. Treffen")
    cli.record("! Wir machen weiter", "m: Flyer >Haddad <31.12.", "i: geheim")
    assert cli("close", "last").exit_code == 0
    path = tmp_path / "treffen.json"
    assert cli("minutes", "last", "--format", "json", "-o", path).exit_code == 0
    return path


def test_out_and_in_again(cli: CommandLine, held: Path, tmp_path: Path) -> None:
    there = tmp_path / "elsewhere"
    done = cli("--workspace", there, "import", held)
    assert done.exit_code == 0, done.stderr
    assert done.stdout == "netzwerk/2026-10-14-1-treffen\n"
    assert "Imported: 1. Treffen, series Netzwerk." in done.stderr
    again = cli("--workspace", there, "minutes", "last", "--format", "json")
    assert again.stdout_bytes == held.read_bytes()
    markdown = cli("--workspace", there, "minutes", "last").stdout
    assert markdown == cli("minutes", "last").stdout
    assert "B-2026-001" in markdown
    checked = cli("--workspace", there, "check")
    assert checked.exit_code == 0, checked.stdout
    twice = cli("--workspace", there, "import", held)
    assert twice.exit_code == 0
    assert "is here already" in twice.stderr
    assert len(json.loads(cli("--workspace", there, "list", "--format", "json").stdout)) == 1


def test_open_actions_go_on_there(cli: CommandLine, held: Path, tmp_path: Path) -> None:
    there = tmp_path / "elsewhere"
    cli("--workspace", there, "import", held)
    listed = json.loads(cli("--workspace", there, "actions", "--format", "json").stdout)
    assert [(action["number"], action["summary"]) for action in listed] == [("M-2026-001", "Flyer")]


def test_into_another_series(cli: CommandLine, held: Path, tmp_path: Path) -> None:
    done = cli("--workspace", tmp_path / "there", "import", held, "--series", "Rat der Stadt")
    assert done.stdout == "rat-der-stadt/2026-10-14-1-treffen\n"


def test_its_own_file(cli: CommandLine, held: Path, tmp_path: Path) -> None:
    file = cli.root / "netzwerk" / "2026-10-14-1-treffen.json"
    done = cli("--workspace", tmp_path / "there", "import", file)
    assert done.exit_code == 0, done.stderr
    again = cli("--workspace", tmp_path / "there", "minutes", "last", "--format", "json")
    assert again.stdout_bytes == held.read_bytes()


def test_another_file(cli: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "etwas.json"
    path.write_text('{"a": 1}')
    done = cli("import", path)
    assert done.exit_code == 4
    assert "is no meeting of facilitator. It is of another program." in done.stderr
    assert "Nothing was imported" in done.stderr
    assert cli("import", tmp_path / "missing.json").exit_code == 3


def test_german(cli: CommandLine, held: Path, tmp_path: Path) -> None:
    there = tmp_path / "elsewhere"
    done = cli("--lang", "de", "--workspace", there, "import", held)
    assert "Importiert: 1. Treffen, Gremium Netzwerk." in done.stderr
    again = cli("--lang", "de", "--workspace", there, "import", held)
    assert "ist schon hier" in again.stderr


@pytest.mark.parametrize("option", ["--public", "--closed"])
def test_json_leaves_nothing_out(cli: CommandLine, held: Path, option: str) -> None:
    done = cli("minutes", "last", "--format", "json", option)
    assert done.exit_code == 2
    assert "always holds everything" in done.stderr
    assert "oparl" in done.stderr
    assert done.stdout == ""


def test_what_was_sent_elsewhere_is_no_damage(
    cli: CommandLine, held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("export", "last", "--sent", "--until", "2026-11-03").exit_code == 0
    cli("minutes", "last", "--format", "json", "-o", held)
    [sent] = (cli.root / "netzwerk" / "minutes").iterdir()
    there = tmp_path / "elsewhere"
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "another-laptop"))
    cli("--workspace", there, "import", held)
    checked = cli("--workspace", there, "check")
    assert checked.exit_code == 0, checked.stdout
    assert "on another laptop and is not here" in checked.stdout
    folder = there / "netzwerk" / "minutes"
    again = cli("--workspace", there, "minutes", "last", "--version", "1", "-o", f"{folder}/")
    assert again.exit_code == 0, again.stderr
    assert (folder / sent.name).read_bytes() == sent.read_bytes()
    assert "another laptop" not in cli("--workspace", there, "check").stdout
    (folder / sent.name).write_bytes(b"x")
    assert cli("--workspace", there, "check").exit_code == 6


def test_two_laptops_that_sent_a_version_each(
    cli: CommandLine, held: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, back = tmp_path / "elsewhere", tmp_path / "back.json"
    cli("--workspace", there, "import", held)
    assert cli("export", "last", "--sent").exit_code == 0
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "another-laptop"))
    sent = cli("--workspace", there, "export", "last", "--sent", "--until", "2026-11-03")
    assert sent.exit_code == 0, sent.stderr
    cli("--workspace", there, "minutes", "last", "--format", "json", "-o", back)
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    assert cli("import", back).exit_code == 0
    checked = cli("check")
    assert checked.exit_code == 0, checked.stdout
    assert "Two laptops made a version 1 each" in checked.stdout
