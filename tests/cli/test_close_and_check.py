"""`facilitator close` and `facilitator check`."""

from __future__ import annotations

import pytest
from command_line import CommandLine

from facilitator.clock import SystemClock
from facilitator.workspace import Workspace


def test_close_ends_the_meeting_and_prints_the_numbers(cli: CommandLine) -> None:
    cli.plan()
    cli.record("# Eins", "! Erstens", "m: Zweitens", "Drittens")
    done = cli("close", "last")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[1:] == [
        "B-2026-001\tB1\tErstens",
        "M-2026-001\tM1\tZweitens",
    ]
    assert "Closed: 2. Treffen. 2 entries have a number." in done.stderr
    assert "closed" in cli("list").stdout
    assert cli("close", "last").stdout == done.stdout, "numbers never change"


def test_a_meeting_that_has_not_begun_cannot_be_closed(cli: CommandLine) -> None:
    cli.plan()
    done = cli("close", "last")
    assert done.exit_code == 2
    assert "has not begun" in done.stderr
    assert "planned" in cli("list").stdout


def test_numbers_go_on_in_the_next_meeting(cli: CommandLine) -> None:
    for title in ("1. Treffen", "2. Treffen"):
        reference = cli.plan(title)
        cli.record(f"m: aus dem {title}", meeting=reference)
        assert cli("close", reference).exit_code == 0
    assert "M-2026-002\tM1\taus dem 2. Treffen" in cli("close", "2-treffen").stdout


def test_two_meetings_closed_at_once_share_no_number(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in ("1. Treffen", "2. Treffen"):
        cli.record(f"m: aus dem {title}", meeting=cli.plan(title))
    stale = Workspace(cli.root, clock=SystemClock()).series_in("netzwerk")
    assert "M-2026-001" in cli("close", "1-treffen").stdout
    monkeypatch.setattr("facilitator.workspace._Desk.series", lambda _: stale)
    assert "M-2026-002" in cli("close", "2-treffen").stdout


def test_without_its_series_a_meeting_stays_open(cli: CommandLine) -> None:
    cli.plan()
    cli.record("! Erstens")
    path = cli.root / "netzwerk" / "series.json"
    path.rename(path.with_suffix(".away"))
    done = cli("close", "last")
    assert done.exit_code == 3
    assert "Nothing was changed" in done.stderr
    assert cli.record("! Zweitens").exit_code == 0
    path.with_suffix(".away").rename(path)
    assert "B-2026-002" in cli("close", "last").stdout


def test_whole_files_are_said_to_be_whole(cli: CommandLine) -> None:
    cli.plan()
    cli.record("Eins")
    done = cli("check")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "2 files were looked at. Every one is whole." in done.stderr
    assert cli("check", "last").exit_code == 0


def test_a_changed_letter_is_found(cli: CommandLine) -> None:
    reference = cli.plan()
    cli.record("Die AG hat 14 Mitglieder")
    path = cli.root / f"{reference}.json"
    path.write_bytes(path.read_bytes().replace(b"14 Mitglieder", b"15 Mitglieder", 1))
    before = path.read_bytes()
    done = cli("check")
    assert done.exit_code == 6
    assert f"{reference}.json\terror\t" in done.stdout
    assert "Damaged file" in done.stderr
    assert path.read_bytes() == before, "check changes nothing"


def test_an_empty_file_is_found(cli: CommandLine) -> None:
    reference = cli.plan()
    (cli.root / f"{reference}.json").write_bytes(b"")
    done = cli("check")
    assert done.exit_code == 6
    assert "Traceback" not in done.stderr
