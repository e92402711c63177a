"""`facilitator new`: a meeting planned in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import CommandLine

AGENDA = "1. Eröffnung (5 Min)\n2. Berichte\n2.1 AG Sprache (Kern, 15 Min)\n3. Ausblick (10 Min)\n"
PEOPLE = "Name;Vorname;Organisation\nKern;Birgit;VHS\nHaddad;Samira;IHK\n"


def _meeting(cli: CommandLine, name: str = "last") -> dict[str, list[dict[str, object]]]:
    shown = cli("minutes", name, "--format", "json")
    assert shown.exit_code == 0, shown.stderr
    tables: dict[str, list[dict[str, object]]] = json.loads(shown.stdout)
    return tables


def test_its_name_is_printed_and_the_series_made(cli: CommandLine) -> None:
    done = cli("new", "2. Treffen", "--series", "Netzwerk Süd", "--date", "2026-10-14")
    assert done.exit_code == 0
    assert done.stdout == "netzwerk-sued/2026-10-14-2-treffen\n"
    assert "Planned: 2. Treffen" in done.stderr
    assert (cli.root / "netzwerk-sued" / "2026-10-14-2-treffen.json").is_file()


def test_agenda_and_people_come_from_files(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="cp1252")
    cli.plan(
        "2. Treffen", "Netzwerk", "--start", "9.30", "--place", "Kreishaus",
        "--agenda", tmp_path / "agenda.txt", "--people", tmp_path / "people.csv",
    )  # fmt: skip
    tables = _meeting(cli)
    assert [(i["number"], i["title"], i["planned_minutes"]) for i in tables["agenda_items"]] == [
        ("1", "Eröffnung", 5),
        ("2", "Berichte", None),
        ("2.1", "AG Sprache", 15),
        ("3", "Ausblick", 10),
    ]
    assert {p["name"] for p in tables["people"]} == {"Birgit Kern", "Samira Haddad"}
    assert tables["meetings"][0]["start"] == "09:30"
    assert tables["meetings"][0]["place"] == "Kreishaus"


def test_end_and_hard_end_and_an_agenda_with_a_fixed_start(
    cli: CommandLine, tmp_path: Path
) -> None:
    agenda = "1. Eröffnung (5 Min)\nPause 15\n16:40 Grußwort Landrätin\n"
    (tmp_path / "agenda.txt").write_text(agenda, encoding="utf-8")
    cli.plan(
        "2. Treffen", "Netzwerk", "--start", "16:00", "--end", "19:30", "--hard-end", "20.00",
        "--agenda", tmp_path / "agenda.txt",
    )  # fmt: skip
    tables = _meeting(cli)
    assert (tables["meetings"][0]["end"], tables["meetings"][0]["hard_end"]) == ("19:30", "20:00")
    rows = [(i["number"], i["purpose"], i["fixed_start"]) for i in tables["agenda_items"]]
    assert rows == [("1", "", ""), ("", "break", ""), ("2", "", "16:40")]
    done = cli("new", "3. Treffen", "--series", "Netzwerk", "--hard-end", "25:00")
    assert done.exit_code == 2
    assert "25:00" in done.stderr


def test_what_is_open_comes_to_the_next_agenda(cli: CommandLine) -> None:
    cli.plan("1. Treffen", "Beirat", "--kind", "body")
    cli.record("m: Flyer >Haddad")
    cli("close", "last")
    cli("new", "2. Treffen", "--series", "Beirat", "--date", "2026-11-14")
    items = _meeting(cli, "2-treffen")["agenda_items"]
    assert {item["purpose"] for item in items} == {"approval", "open_actions"}


@pytest.mark.parametrize(
    ("args", "code", "complaint"),
    [
        (("--date", "2026-02-31"), 2, "There is no 2026-02-31 in the calendar"),
        (("--date", "soon"), 2, "'soon' is no date"),
        (("--start", "25:00"), 2, "'25:00' is no time of day"),
        (("--kind", "party"), 2, "'party' is not one of"),
        (("--agenda", "missing.txt"), 4, "missing.txt cannot be read: it is not there"),
        (("--agenda", "."), 4, "it is a folder"),
        (("--people", "missing.csv"), 4, "missing.csv cannot be read"),
    ],
)
def test_bad_values_are_said_and_nothing_is_made(
    cli: CommandLine, args: tuple[str, ...], code: int, complaint: str
) -> None:
    done = cli("new", "2. Treffen", "--series", "Netzwerk", *args)
    assert done.exit_code == code
    assert complaint in done.stderr
    assert done.stdout == ""
    assert not list(cli.root.glob("*/*.json"))


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 50, b"PK\x03\x04rest"])
@pytest.mark.parametrize("option", ["--agenda", "--people"])
def test_files_that_are_no_lists_are_said(
    cli: CommandLine, tmp_path: Path, option: str, content: bytes
) -> None:
    (tmp_path / "list").write_bytes(content)
    done = cli("new", "2. Treffen", "--series", "Netzwerk", option, tmp_path / "list")
    assert done.exit_code == 4
    assert "list" in done.stderr
    assert not list(cli.root.glob("*/*.json"))


@pytest.mark.parametrize("title", ["", "   "])
def test_a_meeting_needs_a_title(cli: CommandLine, title: str) -> None:
    done = cli("new", title, "--series", "Netzwerk")
    assert done.exit_code == 2
    assert "needs a title" in done.stderr


def test_names_that_files_cannot_have_are_made_fit(cli: CommandLine) -> None:
    done = cli("new", "../../etc/passwd", "--series", "../x", "--date", "2026-10-14")
    assert done.exit_code == 0, done.stderr
    (made,) = cli.root.glob("*/2026*.json")
    assert made.is_relative_to(cli.root)
    assert not list(cli.root.parent.glob("*.json"))
