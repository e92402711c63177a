"""`facilitator minutes`: the document on stdout or in a file."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from cockpit import committee as committee_
from cockpit import workshop as workshop_
from command_line import CommandLine

from facilitator.exchange.json_form import meeting_json
from facilitator.meeting.tables import MEETING_TABLES


@pytest.fixture
def held(cli: CommandLine) -> CommandLine:
    cli("new", "1. Treffen", "--series", "Netzwerk", "--date", "2026-10-14", "--lang", "de")
    cli.record("# Berichte", "m: Flyer | fünf Sprachen >Yıldız", "! Wir machen weiter", "i: geheim")
    cli("close", "last")
    return cli


def test_it_prints_markdown_in_the_language_of_the_series(held: CommandLine) -> None:
    done = held("--lang", "en", "minutes", "last")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("---\n")
    assert "Wir machen weiter" in done.stdout
    assert "B-2026-001" in done.stdout
    assert "Protokoll" in done.stdout
    assert "geheim" not in done.stdout


def test_behind_the_command_the_language_is_that_of_the_document(held: CommandLine) -> None:
    done = held("minutes", "last", "--lang", "en")
    assert "## Next meeting" in done.stdout
    assert "Wir machen weiter" in done.stdout


def test_the_same_bytes_every_time_and_in_a_file(held: CommandLine, tmp_path: Path) -> None:
    printed = held("minutes", "last").stdout_bytes
    assert held("minutes", "last", "-o", "-").stdout_bytes == printed
    done = held("minutes", "last", "-o", tmp_path / "minutes.md")
    assert done.stdout == ""
    assert "Written" in done.stderr
    assert (tmp_path / "minutes.md").read_bytes() == printed
    held("minutes", "last", "-o", tmp_path / "minutes.md")
    assert not (tmp_path / "minutes.md.bak").exists()


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.docx", b"PK"), ("a.PDF", b"%PDF"), ("a.html", b"<!DOCTYPE"), ("a.txt", b"---\n")],
)
def test_the_file_holds_what_its_name_says(
    held: CommandLine, tmp_path: Path, name: str, begins: bytes
) -> None:
    assert held("minutes", "last", "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_bytes()[:9].upper().startswith(begins.upper())


def test_a_format_that_was_named_counts_more_than_the_name(
    held: CommandLine, tmp_path: Path
) -> None:
    held("minutes", "last", "--format", "json", "-o", tmp_path / "a.md")
    assert json.loads((tmp_path / "a.md").read_bytes())
    held("minutes", "last", "-o", tmp_path / "a.oparl.json")
    assert b"oparl" in (tmp_path / "a.oparl.json").read_bytes()


def test_what_stood_there_is_kept(held: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "minutes.md").write_text("von Hand", encoding="utf-8")
    done = held("minutes", "last", "-o", tmp_path / "minutes.md")
    assert done.exit_code == 0
    assert "minutes.md.bak" in done.stderr
    assert (tmp_path / "minutes.md.bak").read_text(encoding="utf-8") == "von Hand"
    assert "Wir machen weiter" in (tmp_path / "minutes.md").read_text(encoding="utf-8")


def test_an_earlier_copy_is_kept_too(held: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    for text in ("von Hand", "noch einmal von Hand"):
        path.write_text(text, encoding="utf-8")
        done = held("minutes", "last", "-o", path)
    assert "minutes.md.bak2" in done.stderr
    assert (tmp_path / "minutes.md.bak").read_text(encoding="utf-8") == "von Hand"
    assert (tmp_path / "minutes.md.bak2").read_text(encoding="utf-8") == "noch einmal von Hand"


def test_nothing_is_replaced_where_no_copy_can_be_kept(
    held: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "minutes.md"
    path.write_text("von Hand", encoding="utf-8")
    monkeypatch.setattr("shutil.copyfileobj", full)
    done = held("minutes", "last", "-o", path)
    assert done.exit_code == 5
    assert path.read_text(encoding="utf-8") == "von Hand"
    assert [each.name for each in tmp_path.iterdir() if ".bak" in each.name] == []


def test_json_holds_the_tables_under_their_names(held: CommandLine) -> None:
    done = held("minutes", "last", "--format", "json")
    tables = json.loads(done.stdout)
    assert tuple(tables) == ("facilitator", "series_changes", "changes", *MEETING_TABLES)
    assert tables["meetings"][0]["title"] == "1. Treffen"
    assert [row["text"] for row in tables["decisions"]] == ["Wir machen weiter"]
    assert [row["text"] for row in tables["notes"]] == ["geheim"], "our own form keeps all"
    assert done.stdout_bytes == held("minutes", "last", "--format", "json").stdout_bytes
    assert "fünf Sprachen".encode() in done.stdout_bytes


def test_json_has_what_the_live_cockpit_records() -> None:
    committee, workshop = (json.loads(meeting_json(make())) for make in (committee_, workshop_))
    own = committee["meetings"][0]
    assert [q["present"] for q in own["quorum_statements"]] == [5, 3]
    assert own["taken_off"] == [{"number": "4", "title": "Seniorenplan", "public": True}]
    assert [o["name"] for o in own["officers"] if o["role"] == "chair"] == [
        "Petra Weiß", "Tomasz Nowak", "Petra Weiß",
    ]  # fmt: skip
    items = {row["title"]: row for row in committee["agenda_items"]}
    assert items["Pause"]["purpose"] == "break"
    assert items["Dringlich: Heizung in der Unterkunft"]["is_added_live"]
    assert items["Vergabe der Sprachkurse"]["paper"] == "2026/0123"
    votes = [row["vote"] for row in committee["decisions"]]
    assert votes[4]["dissent"] == ["Albers", "Nowak"]
    assert len(workshop["rounds"][0]["answers"]) == 3
    assert [row["prompt"] for row in workshop["boards"]][1] == "Leer geblieben"
    assert [row["name"] for row in workshop["card_groups"]] == ["Bezahlbar", "Zugang"]
    assert {row["tag"]: row["dots"] for row in workshop["contributions"]}["K8"] == 31
    opinions = [o["form"] for row in workshop["decisions"] for o in row["opinions"]]
    assert opinions == ["thumbs", "fist_to_five", "fist_to_five", "consensing", "dots"]
    assert [row["name"] for row in workshop["groups"] if row["founded_under"]] == [
        "Lenkungsgruppe Konzept", "Redaktion",
    ]  # fmt: skip
    assert [row["is_milestone"] for row in workshop["action_items"]].count(True) == 3


def test_json_escapes_what_steers_terminals(cli: CommandLine) -> None:
    cli.plan()
    cli.record("gefährlich \x1b[31m \x9b31m \u202e um")
    text = cli("minutes", "last", "--format", "json").stdout
    assert not {"\x1b", "\x9b", "\u202e"} & set(text)
    assert "\u202e" in json.loads(text)["notes"][0]["text"]


def test_a_place_where_nothing_can_be_written(held: CommandLine, tmp_path: Path) -> None:
    done = held("minutes", "last", "-o", tmp_path / "missing" / "minutes.md")
    assert done.exit_code == 5
    assert "there is no folder" in done.stderr
    assert "The meeting is safe" in done.stderr


def test_several_formats_go_into_a_folder(held: CommandLine, tmp_path: Path) -> None:
    done = held("minutes", "last", "--format", "md,json", "-o", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"2026-10-14-1-treffen.md", "2026-10-14-1-treffen.json"}


def test_several_files_make_no_folder_called_like_a_file(held: CommandLine, tmp_path: Path) -> None:
    for format_, name in (("md,html", "minutes.md"), ("csv", "list.csv")):
        done = held("minutes", "last", "--format", format_, "-o", tmp_path / name)
        assert done.exit_code == 2
        assert "there is more than one to write" in done.stderr
    assert list(tmp_path.glob("*.md")) == list(tmp_path.glob("*.csv")) == []


def test_colleagues_can_read_what_was_written_for_them(held: CommandLine, tmp_path: Path) -> None:
    """On a shared drive; but our own JSON holds internal notes."""
    mask = os.umask(0o022)
    try:
        held("minutes", "last", "--format", "md,json", "-o", tmp_path / "out")
        kept = tmp_path / "kept.md"
        kept.touch(0o640)
        held("minutes", "last", "-o", kept)
    finally:
        os.umask(mask)
    modes = {path.suffix: path.stat().st_mode & 0o777 for path in (tmp_path / "out").iterdir()}
    assert modes == {".md": 0o644, ".json": 0o600}
    assert kept.stat().st_mode & 0o777 == 0o640


def test_a_pipe_by_its_name(held: CommandLine) -> None:
    reading, writing = os.pipe()
    done = held("minutes", "last", "-o", f"/dev/fd/{writing}")
    os.close(writing)
    try:
        assert b"# Ergebnisprotokoll: 1. Treffen" in os.read(reading, 65536), done.stderr
    finally:
        os.close(reading)


def test_several_formats_cannot_be_printed(held: CommandLine) -> None:
    done = held("minutes", "last", "--format", "md", "--format", "json")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Name a folder with -o" in done.stderr


def test_an_unknown_format_names_those_there_are(held: CommandLine) -> None:
    done = held("minutes", "last", "--format", "odt")
    assert done.exit_code == 2
    assert "there is no format 'odt'" in done.stderr
    assert "md, " in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="devices of a POSIX system")
def test_a_device_stays_a_device(held: CommandLine, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to("/dev/null")
    assert held("minutes", "last", "-o", link).exit_code == 0
    assert link.is_symlink()
    assert Path("/dev/null").is_char_device()


def test_links_that_lead_in_a_ring_are_no_place(held: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "b.md")
    (tmp_path / "b.md").symlink_to(tmp_path / "a.md")
    done = held("minutes", "last", "-o", tmp_path / "a.md")
    assert done.exit_code == 5
    assert "could not be written" in done.stderr
    assert "Name another place with -o." in done.stderr


def test_a_meeting_without_anything_has_minutes_too(cli: CommandLine) -> None:
    cli.plan()
    done = cli("minutes", "last")
    assert done.exit_code == 0, done.stderr
    assert "Treffen" in done.stdout


@pytest.mark.parametrize(("name", "format_"), [
    ("de/minutes.md.j2", "md"), ("de/words.toml", "md"), ("minutes.docx", "docx"),
    ("minutes.css", "html"),
])  # fmt: skip
def test_a_broken_template_is_named_and_the_built_in_one_offered(
    held: CommandLine, tmp_path: Path, name: str, format_: str
) -> None:
    broken = held.root / "templates" / "minutes" / name
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"eins\n{{ \xff")
    output = tmp_path / "out" / f"minutes.{format_}"
    output.parent.mkdir()
    done = held("minutes", "last", "--format", format_, "-o", output)
    assert done.exit_code == 4
    assert str(broken) in done.stderr
    assert "--built-in" in done.stderr
    assert not output.exists()
    done = held("minutes", "last", "--format", format_, "-o", output, "--built-in")
    assert done.exit_code == 0, done.stderr
    assert output.stat().st_size > 1000


@pytest.mark.parametrize("named", ["", ",", " , "])
def test_no_format_at_all_is_a_mistake_of_the_call(cli: CommandLine, named: str) -> None:
    cli.plan()
    done = cli("minutes", "last", "--format", named)
    assert done.exit_code == 2
    assert "no format is named" in done.stderr


def test_a_path_that_ends_as_a_folder_is_one(held: CommandLine, tmp_path: Path) -> None:
    done = held("minutes", "last", "-o", f"{tmp_path / 'new'}/")
    assert done.exit_code == 0, done.stderr
    assert [path.suffix for path in (tmp_path / "new").iterdir()] == [".md"]
