"""`facilitator minutes --format ics,csv,eml`: what goes to calendars, spreadsheets and mail."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import os
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from command_line import CommandLine
from icalendar import Calendar

import facilitator
from facilitator.formats import FORMATS, written

PEOPLE = (
    "Name;Organisation;Funktion;E-Mail\n"
    '"Weiß, Petra";Stadt;Leiterin;weiss@stadt.example\n'
    "Emre Yıldız;AWO;;yildiz@bücher.example\n"
    "Karl Albers;Caritas;;\n"
)
STEM = "2026-10-14-2-netzwerktreffen"


@pytest.fixture
def held(cli: CommandLine, tmp_path: Path) -> CommandLine:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    done = cli(
        "new", "2. Netzwerktreffen", "--series", "Netzwerk", "--kind", "network",
        "--date", "2026-10-14", "--start", "16:30", "--end", "19:00", "--place", "VHS",
        "--people", tmp_path / "people.csv", "--lang", "de",
    )  # fmt: skip
    assert done.exit_code == 0, done.stderr
    cli.record(
        "# Berichte",
        "m: Flyer in fünf Sprachen >Emre Yıldız <15.3.2027",
        "m: =HYPERLINK(1) >Weiß",
        "! Wir machen weiter",
        "i: geheim",
    )
    cli("close", "last")
    return cli


def _mail(path: Path) -> EmailMessage:
    found = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_all_three_at_once_into_a_folder(held: CommandLine, tmp_path: Path) -> None:
    done = held("minutes", "last", "--format", "ics,csv,eml", "-o", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    assert done.stdout == ""
    names = {f"{STEM}{ending}" for ending in (
        ".ics", ".eml", "-massnahmen.csv", "-beschluesse.csv", "-anwesenheit.csv",
    )}  # fmt: skip
    assert {path.name for path in (tmp_path / "out").iterdir()} == names
    assert done.stderr.count("Written: ") == 5
    assert "1 person has no usable mail address and is not in the mail: Karl Albers" in done.stderr
    rows = list(
        csv.DictReader(
            io.StringIO(
                (tmp_path / "out" / f"{STEM}-massnahmen.csv").read_bytes().decode("utf-8-sig"),
                newline="",
            ),
            delimiter=";",
        )
    )
    assert rows[0]["Letzter Tag"] == "15.03.2027"
    assert rows[1]["Was"] == "'=HYPERLINK(1)"
    read = Calendar.from_ical((tmp_path / "out" / f"{STEM}.ics").read_bytes())
    (event,) = read.walk("VEVENT")
    assert event["SUMMARY"] == "Frist: M-2026-001 Flyer in fünf Sprachen"
    assert len(read.walk("VTODO")) == 2
    message = _mail(tmp_path / "out" / f"{STEM}.eml")
    assert [(each.display_name, each.addr_spec) for each in message["Bcc"].addresses] == [
        ("Petra Weiß", "weiss@stadt.example"),
        ("Emre Yıldız", "yildiz@xn--bcher-kva.example"),
    ]
    document, calendar = message.iter_attachments()
    assert document.get_filename().startswith(f"{STEM}-v1.")
    assert calendar.get_filename() == f"{STEM}-v1.ics"
    assert calendar.get_payload(decode=True) == (tmp_path / "out" / f"{STEM}.ics").read_bytes()
    for path in (tmp_path / "out").iterdir():
        assert b"geheim" not in path.read_bytes()
        if path.suffix != ".eml":
            assert b"@stadt" not in path.read_bytes()


def test_one_list_prints_and_the_language_is_the_documents(held: CommandLine) -> None:
    done = held("minutes", "last", "--format", "csv", "--kind", "action-list", "--lang", "en")
    assert done.exit_code == 0, done.stderr
    assert done.stdout_bytes.startswith(b"\xef\xbb\xbfNo.,What,Who,Until when,Last day,State")
    assert b",15.3.2027,2027-03-15,open," in done.stdout_bytes
    three = held("minutes", "last", "--format", "csv")
    assert three.exit_code == 2
    assert "3 files cannot be printed" in three.stderr
    agenda = held("minutes", "last", "--format", "csv", "--kind", "agenda")
    assert agenda.exit_code == 2
    assert "Nothing was written" in agenda.stderr


def test_the_invitation_before_the_meeting(held: CommandLine) -> None:
    held.plan("3. Treffen", "Netzwerk", "--start", "16:30")
    done = held("minutes", "netzwerk/2026-10-14-3-treffen", "--format", "ics", "--kind", "agenda")
    assert done.exit_code == 0, done.stderr
    (event,) = Calendar.from_ical(done.stdout_bytes).walk("VEVENT")
    assert event["DTSTART"].to_ical() == b"20261014T163000"
    assert event["SUMMARY"] == "Netzwerk: 3. Treffen"


def test_an_amend_raises_the_number_and_keeps_the_name(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.plan()
    cli.record("# Berichte", "m: Flyer >VHS <15.3.2027")

    def look() -> tuple[str, int, str]:
        done = cli("minutes", "last", "--format", "ics", "--kind", "action-list")
        todo = Calendar.from_ical(done.stdout_bytes).walk("VTODO")[0]
        return str(todo["UID"]), int(todo["SEQUENCE"]), todo["DUE"].to_ical().decode()

    name, number, _ = look()
    assert look()[1] == number
    monkeypatch.setenv("FACILITATOR_NOW", "2026-10-14T18:00+02:00")
    cli.record("M1 <30.4.2027")
    again, grown, day = look()
    assert (again, day) == (name, "20270430")
    assert 7200 <= grown - number < 7260, "seconds from birth to the last change"


def test_in_public_neither_names_nor_what_is_closed(held: CommandLine, tmp_path: Path) -> None:
    done = held("minutes", "last", "--format", "ics,csv", "--public", "-o", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    found = b"".join(path.read_bytes() for path in (tmp_path / "out").iterdir())
    found = found.replace(b"\r\n ", b"")
    assert "Flyer in fünf Sprachen".encode() in found
    for name in ("Yıldız", "Weiß", "Albers"):
        assert name.encode() not in found
    assert b"Leiterin" in found


def test_the_mail_of_the_public_version_has_the_public_version(
    held: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *_: None)
    done = held("minutes", "last", "--format", "eml", "--public", "-o", tmp_path / "x.eml")
    assert done.exit_code == 0, done.stderr
    message = _mail(tmp_path / "x.eml")
    assert "(öffentliche Fassung)" in message["Subject"]
    (document,) = message.iter_attachments()
    assert document.get_filename() == f"{STEM}-oeffentlich-v1.html"
    content = document.get_payload(decode=True).decode()
    assert "Flyer in fünf Sprachen" in content
    assert "Leiterin" in content
    assert "Yıldız" not in content
    body = message.get_body(("plain",))
    assert body is not None
    assert "Öffentliche Fassung" in body.get_content()


def test_nothing_for_a_calendar_keeps_nothing_else_back(cli: CommandLine, tmp_path: Path) -> None:
    cli.plan()
    alone = cli("minutes", "last", "--format", "ics")
    assert alone.exit_code == 2
    assert "no day and no action item" in alone.stderr
    both = cli("minutes", "last", "--format", "ics,md", "-o", tmp_path / "out")
    assert both.exit_code == 0
    assert "No calendar was written" in both.stderr
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".md"]


def test_without_the_library_it_says_how_to_get_it(
    held: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *_: None)
    done = held("minutes", "last", "--format", "ics")
    assert done.exit_code == 2
    assert "pip install 'facilitator[ics]'" in done.stderr
    assert done.stdout == ""
    mail = held("minutes", "last", "--format", "eml", "-o", tmp_path / "x.eml")
    assert mail.exit_code == 0, mail.stderr
    (document,) = _mail(tmp_path / "x.eml").iter_attachments()
    assert document.get_filename().startswith(STEM), "the mail goes without the calendar"


def test_an_unknown_time_zone_is_said(held: CommandLine, tmp_path: Path) -> None:
    held.plan("3. Treffen", "Netzwerk", "--start", "16:30")
    (tmp_path / "state" / "settings.json").write_text('{"time_zone": "Mars/Olympus"}')
    done = held("minutes", "netzwerk/2026-10-14-3-treffen", "--format", "ics", "--kind", "agenda")
    assert done.exit_code == 2
    assert "There is no time zone 'Mars/Olympus'" in done.stderr
    (tmp_path / "state" / "settings.json").write_text('{"time_zone": "Europe/Lisbon"}')
    done = held("minutes", "netzwerk/2026-10-14-3-treffen", "--format", "ics", "--kind", "agenda")
    assert b"DTSTART;TZID=Europe/Lisbon:20261014T163000" in done.stdout_bytes


def test_the_same_bytes_twice_and_on_another_machine(held: CommandLine, tmp_path: Path) -> None:
    formats = "ics,csv,eml"
    held("minutes", "last", "--format", formats, "-o", tmp_path / "one")
    held("minutes", "last", "--format", formats, "-o", tmp_path / "two")
    environment = os.environ | {
        "TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "11",
        "PYTHONPATH": str(Path(facilitator.__file__).resolve().parent.parent),
    }  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "facilitator.cli", "minutes", "last", "--format", formats,
         "-o", str(tmp_path / "three")],
        env=environment, check=True, capture_output=True, cwd=tmp_path,
    )  # fmt: skip

    def content(folder: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}

    assert content("one") == content("two") == content("three")


def test_the_kinds_of_the_table_are_those_that_are_written(held: CommandLine) -> None:
    for code in ("ics", "csv"):
        for kind in FORMATS[code].kinds:
            done = held(
                "minutes", "last", "--format", code, "--kind", kind.replace("_", "-"),
                "-o", held.root.parent / f"{code}-{kind}" / "",
            )  # fmt: skip
            assert done.exit_code == 0, (code, kind, done.stderr)
    assert written.__doc__
