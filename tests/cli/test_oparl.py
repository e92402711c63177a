"""`facilitator minutes --format oparl`: open data on stdout or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import CommandLine
from oparl_schema import problems

PEOPLE = """\
Name;Organisation;Funktion;Name öffentlich
Jana Berg;Caritas;Leiterin;ja
Tom Olm;Jobcenter;;nein
"""


@pytest.fixture
def held(cli: CommandLine, tmp_path: Path) -> CommandLine:
    """A closed meeting with a public item, one that is not, and two people."""
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE, encoding="utf-8")
    agenda = tmp_path / "agenda.txt"
    agenda.write_text("1. Wohnen\n2. Personal (nichtöffentlich)\n3. Ausblick\n", encoding="utf-8")
    cli.plan("1. Treffen", "Netzwerk", "--people", people, "--agenda", agenda)
    cli.record(
        "# Wohnen", "! Wir machen weiter", "m: Flyer >Jana Berg <31.12.2026", "i: intern",
        "# Personal", "! Kündigung von Frau X",
    )  # fmt: skip
    assert cli("close", "last").exit_code == 0
    return cli


def test_open_data(held: CommandLine) -> None:
    done = held("minutes", "last", "--format", "oparl")
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)
    assert problems(found) == []
    assert [item["name"] for item in found["agendaItem"]] == ["Wohnen", "Ausblick"]
    (decision,) = found["agendaItem"][0]["facilitator:decision"]
    assert (decision["number"], decision["wording"]) == ("B-2026-001", "Wir machen weiter")
    (action,) = found["agendaItem"][0]["facilitator:actionItem"]
    assert action["owner"] == ["Jana Berg"]
    assert [person["name"] for person in found["facilitator:person"]] == ["Jana Berg"]
    for secret in ("Personal", "Kündigung", "intern", "Olm"):
        assert secret not in done.stdout
    assert held("minutes", "last", "--format", "oparl", "--public").stdout == done.stdout


def test_bytes_stay_the_same_when_minutes_were_exported(held: CommandLine, tmp_path: Path) -> None:
    before = held("minutes", "last", "--format", "oparl").stdout_bytes
    held("minutes", "last", "-o", tmp_path / "x.md")
    assert held("minutes", "last", "--format", "oparl").stdout_bytes == before


def test_into_a_folder_with_the_addresses_of_the_town(held: CommandLine, tmp_path: Path) -> None:
    done = held(
        "minutes", "last", "--format", "oparl,json", "--oparl-base", "https://ris.example/oparl",
        "-o", tmp_path / "out",
    )  # fmt: skip
    assert done.exit_code == 0, done.stderr
    written = json.loads((tmp_path / "out" / "2026-10-14-1-treffen.oparl.json").read_bytes())
    assert written["id"].startswith("https://ris.example/oparl/meeting/")
    assert (tmp_path / "out" / "2026-10-14-1-treffen.json").is_file()
    refused = held("minutes", "last", "--format", "oparl", "--oparl-base", "ris.example")
    assert refused.exit_code == 2
    assert "'ris.example' is no address" in refused.stderr


def test_the_invitation(held: CommandLine) -> None:
    done = held("minutes", "last", "--format", "oparl", "--kind", "agenda")
    found = json.loads(done.stdout)
    assert problems(found) == []
    assert found["meetingState"] == "eingeladen"
    assert "Wir machen weiter" not in done.stdout


def test_planned_times_are_in_the_zone_of_the_settings(cli: CommandLine, tmp_path: Path) -> None:
    cli("new", "Treffen", "--series", "Netz", "--date", "2026-07-01", "--start", "16:30")
    state = tmp_path / "state"
    state.mkdir(exist_ok=True)
    (state / "settings.json").write_text('{"time_zone": "Europe/Lisbon"}')
    found = json.loads(cli("minutes", "last", "--format", "oparl").stdout)
    assert found["start"] == "2026-07-01T16:30:00+01:00"
    (state / "settings.json").write_text('{"time_zone": "Mars/Olympus"}')
    done = cli("minutes", "last", "--format", "oparl")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "There is no time zone 'Mars/Olympus'" in done.stderr


def test_the_closed_part_is_refused(held: CommandLine) -> None:
    done = held("minutes", "last", "--format", "oparl", "--closed")
    assert done.exit_code == 2
    assert "never in it" in done.stderr
    assert done.stdout == ""


def test_oparl_is_not_taken_for_a_meeting(held: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "x.oparl.json"
    held("minutes", "last", "--format", "oparl", "-o", path)
    done = held("import", path)
    assert done.exit_code == 4
    assert "It is OParl" in done.stderr


def test_consent_is_kept_for_the_next_meeting(held: CommandLine) -> None:
    held.plan("2. Treffen", "Netzwerk")
    found = json.loads(held("minutes", "2-treffen", "--format", "json").stdout)
    assert {p["name"]: p["consent"] for p in found["people"]} == {
        "Jana Berg": True, "Tom Olm": False,
    }  # fmt: skip


def test_the_warning_of_names_says_oparl_where_only_that_is_public(cli: CommandLine) -> None:
    cli.plan()
    cli.record("# Haushalt", "m: Zahlen >Kurz")
    assert cli("close", "last").exit_code == 0
    for command in ("minutes", "export"):
        call = (command, "last", "--format", "oparl")
        done = cli(*call)
        assert "texts of the OParl file; check them before you publish it: Kurz." in done.stderr
        assert "public version" not in done.stderr
        assert "texts of the public version" in cli(*call, "--public").stderr
