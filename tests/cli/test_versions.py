"""`facilitator export`, `versions`, `minutes --version/--compare`, and what `check` says of what
was sent."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from command_line import CommandLine
from tinydb import TinyDB

import facilitator
from facilitator.clock import SystemClock
from facilitator.meeting import changes as c
from facilitator.workspace import Workspace


@pytest.fixture
def held(cli: CommandLine) -> CommandLine:
    cli.plan()
    cli.record("# Haushalt", "! Der Fachtag findet statt", "m: Angebot einholen @Brandt")
    assert cli("close", "last").exit_code == 0
    return cli


def change(cli: CommandLine, wording: str) -> None:
    workspace = Workspace(cli.root, clock=SystemClock(), device="aaaa")
    live = workspace.open(workspace.find("last"))
    live.record(c.DecisionAmended(decision=live.meeting.decisions[0].id, wording=wording))


def folder(cli: CommandLine) -> Path:
    return cli.root / "netzwerk" / "minutes"


def test_formats_and_lists_of_one_version(held: CommandLine) -> None:
    done = held("export", "last", "--format", "csv", "--kind", "results", "--kind", "action-list")
    assert done.exit_code == 0, done.stderr
    paths = [Path(line) for line in done.stdout.splitlines()]
    assert all(path.is_file() for path in paths)
    assert {path.parent for path in paths} == {folder(held)}
    assert all("-v1" in path.name for path in paths)
    assert "Version 1 written" in done.stderr
    later = held("export", "last", "--format", "md")
    assert "Version 1 written" in later.stderr, "another format of the same content"
    again = held("export", "last", "--format", "md,csv")
    assert "Nothing has changed since version 1" in again.stderr


def test_after_sending_the_reason_is_asked_for(held: CommandLine) -> None:
    done = held("export", "last", "--sent", "--to", "rat@x.de", "--until", "2026-11-03")
    assert done.exit_code == 0, done.stderr
    assert "Recorded as sent." in done.stderr
    change(held, "Der Fachtag fällt aus")
    refused = held("export", "last")
    assert refused.exit_code == 2
    assert "Version 1 was sent" in refused.stderr
    assert "--reason" in refused.stderr
    assert len(list(folder(held).iterdir())) == 1
    done = held("export", "last", "--reason", "Einwand Haddad")
    assert done.exit_code == 0
    rows = [line.split("\t") for line in held("versions", "last").stdout.splitlines()[1:]]
    assert [(row[0], row[2], row[3], row[4], row[5]) for row in rows] == [
        ("v1", "results", "md", "sent", ""),
        ("v2", "results", "md", "draft", "Einwand Haddad"),
    ]
    assert "changed since v1" in held("versions", "last").stderr
    assert "Einwand Haddad" in held("minutes", "last").stdout


def test_an_earlier_version_is_the_same_bytes_with_or_without_its_file(held: CommandLine) -> None:
    held("export", "last", "--format", "md,html")
    [html, md] = sorted(folder(held).iterdir())
    kept = md.read_bytes(), html.read_bytes()
    change(held, "Anders")
    held("export", "last")
    assert held("minutes", "last", "--version", "1").stdout_bytes == kept[0]
    md.unlink()
    html.write_text("von Hand", encoding="utf-8")
    assert held("minutes", "last", "--version", "1").stdout_bytes == kept[0]
    assert held("minutes", "last", "--version", "1", "--format", "html").stdout_bytes == kept[1]
    assert not md.exists(), "looking writes nothing"
    missing = held("minutes", "last", "--version", "7")
    assert missing.exit_code == 3
    assert "There are: 1, 2." in missing.stderr


def test_an_earlier_version_can_be_had_without_a_broken_template(held: CommandLine) -> None:
    held("export", "last")
    (md,) = folder(held).iterdir()
    kept = md.read_bytes()
    md.unlink()
    broken = held.root / "templates" / "minutes" / "en" / "words.toml"
    broken.parent.mkdir(parents=True)
    broken.write_text("[head", encoding="utf-8")
    refused = held("minutes", "last", "--version", "1")
    assert refused.exit_code == 4
    assert "--built-in" in refused.stderr
    assert held("minutes", "last", "--version", "1", "--built-in").stdout_bytes == kept


def test_comparing_says_what_changed(held: CommandLine) -> None:
    held("export", "last")
    change(held, "Der Fachtag fällt aus")
    held("export", "last")
    line = "B-2026-001: wording: “Der Fachtag findet statt” → “Der Fachtag fällt aus”"
    assert line in held("minutes", "last", "--compare", "1").stdout
    assert held("minutes", "last", "--compare", "1", "--version", "2").stdout == (
        held("minutes", "last", "--compare", "1").stdout
    )
    same = held("minutes", "last", "--compare", "2")
    assert same.stdout == ""
    assert "Nothing differs: the minutes say what version 2 says." in same.stderr


def test_a_comparison_as_markdown_printed_and_into_files(held: CommandLine, tmp_path: Path) -> None:
    held("export", "last")
    change(held, "Der *Fachtag* fällt aus")
    held("export", "last")
    change(held, "Doch nicht")
    said = "item 1, B-2026-001: wording: “Der Fachtag findet statt” → “Der \\*Fachtag\\* fällt aus”"
    printed = held("minutes", "last", "--compare", "1", "--version", "2", "--format", "md")
    assert printed.exit_code == 0, printed.stderr
    lines = printed.stdout.splitlines()
    assert lines[0] == "# Changed from version 1 to version 2"
    assert f"- {said}" in lines
    file = tmp_path / "was.md"
    written = held("minutes", "last", "--compare", "1", "--version", "2", "-o", str(file))
    assert written.stdout == ""
    assert f"Written: {file}" in written.stderr
    assert file.read_text(encoding="utf-8") == printed.stdout
    plain = tmp_path / "was.txt"
    held("minutes", "last", "--compare", "1", "-o", str(plain))
    assert plain.read_text(encoding="utf-8") == held("minutes", "last", "--compare", "1").stdout
    held("minutes", "last", "--compare", "1", "-o", f"{tmp_path / 'alle'}/", "--format", "md")
    [named] = (tmp_path / "alle").iterdir()
    assert named.name.endswith("-changes-v1.md")
    assert named.read_text(encoding="utf-8").startswith("# Changed since version 1\n")


def test_where_nothing_differs_a_file_says_so(held: CommandLine, tmp_path: Path) -> None:
    held("export", "last")
    for name in ("same.md", "same.txt"):
        held("minutes", "last", "--compare", "1", "-o", str(tmp_path / name))
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "Nothing differs: the minutes say what version 1 says." in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--kind", "decisions"), "cannot be combined with --kind."),
        (("--item", "1", "--names", "--built-in"), "with --item, --names, --built-in."),
        (("--format", "pdf"), "not pdf."),
        (("--format", "md,html"), "not html."),
        (("-o", "was.docx"), "not docx."),
    ],
)
def test_what_a_comparison_cannot_be_is_refused(
    held: CommandLine, options: tuple[str, ...], said: str
) -> None:
    held("export", "last")
    refused = held("minutes", "last", "--compare", "1", *options)
    assert refused.exit_code == 2
    assert said in " ".join(refused.stderr.split())
    assert refused.stdout == ""
    assert not Path("was.docx").exists()


def test_files_that_are_gone_or_altered_and_versions_of_a_newer_program_are_said(
    held: CommandLine,
) -> None:
    held("export", "last", "--format", "md,html")
    [html, md] = sorted(folder(held).iterdir())
    md.unlink()
    html.write_text("von Hand", encoding="utf-8")
    workspace = Workspace(held.root, clock=SystemClock(), device="aaaa")
    live = workspace.open(workspace.find("last"))
    old = live.meeting.exports[0]
    live.record(
        c.MinutesExported(version=2, file="minutes/x-v2.holo", digest="0", issued=old.issued,
                          format="holo", kind="hologram")
    )  # fmt: skip
    said = " ".join(held("versions", "last").stderr.split())
    assert "Version 1: its file is gone (md)." in said
    assert "Version 1: its file was altered since it was written (html)." in said
    assert "Version 2 is a document of a newer program" in said


def test_changes_of_a_newer_program_are_not_compared_in_silence(held: CommandLine) -> None:
    held("export", "last")
    workspace = Workspace(held.root, clock=SystemClock(), device="aaaa")
    live = workspace.open(workspace.find("last"))
    known = msgspec.json.decode(live.rows()[-1])
    newer = {"type": "SpeakerCalled", "id": known["id"][:-4] + "ffff", "step": known["step"],
             "at": known["at"]}  # fmt: skip
    with TinyDB(held.root / f"{live.reference}.json") as file:
        file.table("changes").insert(newer)
    said = held("minutes", "last", "--compare", "1", "--format", "md")
    assert "1 change was made by a newer version of facilitator and is not compared" in said.stdout


def test_comparing_public_versions_tells_nothing_of_closed_items(held: CommandLine) -> None:
    workspace = Workspace(held.root, clock=SystemClock(), device="aaaa")
    live = workspace.open(workspace.find("last"))
    (closed,) = live.record(c.AgendaItemAdded(title="Grundstückskauf", public=False))
    held("export", "last")
    change(held, "Der Fachtag fällt aus")
    live.refresh()
    live.record(
        c.DecisionRecorded(wording="Das Haus wird gekauft.", item=closed.id, visibility="minutes")
    )
    public = held("minutes", "last", "--compare", "1", "--public").stdout
    assert "Der Fachtag fällt aus" in public
    assert "Haus" not in public
    of_closed = held("minutes", "last", "--compare", "1", "--closed").stdout
    assert "Das Haus wird gekauft." in of_closed
    assert "Fachtag" not in of_closed


def test_the_same_bytes_on_another_machine(held: CommandLine) -> None:
    held("export", "last", "--format", "md,html")
    before = {path.name: path.read_bytes() for path in folder(held).iterdir()}
    for path in folder(held).iterdir():
        path.unlink()
    environment = os.environ | {
        "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7", "LANG": "C",
        "PYTHONPATH": str(Path(facilitator.__file__).resolve().parent.parent),
    }  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "facilitator.cli", "export", "last", "--format", "html,md"],
        env=environment, check=True, capture_output=True,
    )  # fmt: skip
    assert {path.name: path.read_bytes() for path in folder(held).iterdir()} == before


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_check_proves_that_what_was_sent_is_there(held: CommandLine, harm: str) -> None:
    held("export", "last", "--sent", "--until", "2026-11-03")
    assert held("check").exit_code == 0
    [sent] = folder(held).iterdir()
    if harm == "gone":
        sent.unlink()
    else:
        sent.write_bytes(sent.read_bytes().replace(b"Fachtag", b"Festtag"))
    done = held("check")
    assert done.exit_code == 6
    assert f"minutes/{sent.name}" in done.stdout
    assert ("is missing" if harm == "gone" else "is not what was sent") in done.stdout


def test_to_whom_only_with_sent(held: CommandLine) -> None:
    done = held("export", "last", "--to", "rat@x.de")
    assert done.exit_code == 2
    assert "go with --sent" in done.stderr
    assert not folder(held).exists()


def test_reopening_needs_a_reason_and_is_told(held: CommandLine) -> None:
    assert held("reopen", "last", "--reason", " ").exit_code == 2
    done = held("reopen", "last", "--reason", "Auftrag vergessen")
    assert done.exit_code == 0
    assert "is open again" in done.stderr
    assert "running" in held("list").stdout
    assert held("reopen", "last", "--reason", "noch einmal").exit_code == 2
    held("close", "last")
    workspace = Workspace(held.root, clock=SystemClock(), device="aaaa")
    live = workspace.open(workspace.find("last"))
    assert [each.reason for each in live.meeting.reopenings] == ["Auftrag vergessen"]
    live.record(c.MinutesApproved(id="a"))
    done = held("reopen", "last", "--reason", "Zahlendreher")
    assert "may be changed again" in done.stderr
    assert "closed" in held("list").stdout


def test_an_invitation_is_neither_sent_nor_approved_with_the_minutes(held: CommandLine) -> None:
    held("export", "last", "--sent")
    held("export", "last", "--kind", "agenda")
    rows = [line.split("\t") for line in held("versions", "last").stdout.splitlines()[1:]]
    states = {row[2]: row[4] for row in rows}
    assert states == {"results": "sent", "agenda": "–"}


def test_a_time_line_that_was_sent_makes_no_minutes_sent(held: CommandLine) -> None:
    """They count their versions apart."""
    held("export", "last")
    assert held("export", "last", "--kind", "course", "--sent").exit_code == 0
    [minutes, time_line] = held("versions", "last").stdout.splitlines()[1:]
    assert "results" in minutes
    assert "draft" in minutes
    assert "sent" not in minutes
    assert "course" in time_line


def test_minutes_that_are_sent_again_unchanged_stay_that_version(held: CommandLine) -> None:
    held("export", "last", "--sent", "--to", "a@x.de", "--until", "2026-11-03")
    more = held("export", "last", "--sent", "--to", "b@x.de")
    assert more.exit_code == 0
    assert "Nothing has changed since version 1" in more.stderr
    assert "The last day for objections is still 2026-11-03" in more.stderr
    assert "differ" not in more.stderr, "they go to more people, that is all"
    reasoned = held("export", "last", "--sent", "--reason", "Einwand Haddad")
    assert "Nothing differs from version 1, which was sent on 2026-10-14." in reasoned.stderr
    assert "“Einwand Haddad” is printed nowhere" in reasoned.stderr
    assert len(list(folder(held).iterdir())) == 1
    workspace = Workspace(held.root, clock=SystemClock(), device="aaaa")
    sendings = workspace.open(workspace.find("last")).meeting.sendings
    assert [each.version for each in sendings] == [1, 1, 1]
    later = held("export", "last", "--sent", "--until", "2026-12-01")
    assert "Version 2 written" in later.stderr
    assert "do not differ from version 1, which was sent on 2026-10-14" in later.stderr


def test_a_document_that_was_only_exported_is_not_shown_as_sent(held: CommandLine) -> None:
    held("export", "last", "--sent")
    held("export", "last", "--public")
    rows = [line.split("\t") for line in held("versions", "last").stdout.splitlines()[1:]]
    assert [(row[0], row[2], row[4]) for row in rows] == [
        ("v1", "results", "sent"),
        ("v1", "results public", "draft"),
    ]
