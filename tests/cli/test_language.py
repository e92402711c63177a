"""Help and messages in the language of the call, click's own words included."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import CommandLine

from facilitator.cli.program import COMMANDS

ENGLISH = (
    "Usage:", "Options:", "Commands:", "Show this message", "Default", "required", "[OPTIONS]",
)  # fmt: skip


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_german_help_has_no_english_in_it(cli: CommandLine, command: str) -> None:
    done = cli(*command.split(), "--help", "--lang", "de")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("Aufruf: facilitator")
    assert not [word for word in ENGLISH if word in done.stdout]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_english_help(cli: CommandLine, command: str) -> None:
    done = cli(*command.split(), "-h")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("Usage: facilitator")


def test_the_help_lists_the_exit_codes(cli: CommandLine) -> None:
    shown = " ".join(cli("--help").stdout.split())
    assert "Exit codes: 0 done, 1 something unforeseen, 2 the call makes no sense" in shown
    assert "130 stopped with Ctrl+C" in shown


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (("nwe",), "Nicht verstanden: Den Befehl 'nwe' gibt es nicht."),
        (("list", "--from"), "Die Option '--from' gibt es nicht."),
        (("minutes",), "Es fehlt die Angabe 'SITZUNG'"),
        (("list", "a", "b"), "Angaben zu viel (a b)"),
        (("minutes", "x"), "Nicht gefunden: "),
    ],
)
def test_german_complaints(cli: CommandLine, args: tuple[str, ...], complaint: str) -> None:
    done = cli("--lang", "de", *args)
    assert complaint in done.stderr
    assert "Error" not in done.stderr


@pytest.mark.parametrize("args", [("--lang", "de", "list"), ("list", "--lang=de")])
def test_the_option_may_stand_before_or_behind_the_command(
    cli: CommandLine, args: tuple[str, ...]
) -> None:
    assert cli(*args).stdout.startswith("Sitzung\t")


def test_the_locale_decides_unless_a_language_was_chosen(
    cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert cli("list").stdout.startswith("Sitzung\t")
    (tmp_path / "state").mkdir(exist_ok=True)
    (tmp_path / "state" / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    assert cli("list").stdout.startswith("Meeting\t")
    assert cli("list", "--lang", "de").stdout.startswith("Sitzung\t")


def test_a_new_series_takes_the_language_for_its_minutes(cli: CommandLine) -> None:
    cli("new", "Treffen", "--series", "Netzwerk", "--lang", "de")
    assert '"language": "de"' in cli("minutes", "last", "--format", "json").stdout
    cli("new", "Zweites", "--series", "Netzwerk", "--lang", "en")
    assert '"language": "de"' in cli("minutes", "zweites", "--format", "json").stdout


def test_the_version_is_one_line(cli: CommandLine) -> None:
    done = cli("--version")
    assert done.exit_code == 0
    assert done.stdout.startswith("facilitator ")
    assert done.stdout.count("\n") == 1
