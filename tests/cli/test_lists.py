"""`facilitator list` and `facilitator actions`: what programs and people read."""

from __future__ import annotations

import csv
import io
import json

import pytest
from command_line import CommandLine
from markdown_it import MarkdownIt

NASTY = "=HYPERLINK('x') | *fett* `c` <b> [l](u) \x1b[31m"


@pytest.fixture
def filled(cli: CommandLine) -> CommandLine:
    """Two series; today is 14 October 2026."""
    cli.plan("1. Treffen", "Netzwerk")
    cli.record(
        "# Berichte",
        "m: Flyer in fünf Sprachen >Yıldız <12.10.2026",
        "m: Fachtag planen >Haddad,Nowak <Ende März",
        "m: Patenschaften bewerben",
        "i: nicht weitersagen",
        "! Wir machen weiter",
        meeting="netzwerk",
    )
    cli.plan("5. Sitzung", "Lenkungsgruppe", "--kind", "body")
    cli.record("m: Zeitplan vorlegen >Özlem Weiß <01.10.2026", meeting="lenkung")
    return cli


def _summaries(cli: CommandLine, *args: str) -> list[str]:
    done = cli("actions", "--format", "json", *args)
    assert done.exit_code == 0, done.stderr
    return [action["summary"] for action in json.loads(done.stdout)]


def test_json_of_an_action_has_the_agreed_keys(filled: CommandLine) -> None:
    done = filled("actions", "--format", "json", "--series", "Netzwerk")
    first = json.loads(done.stdout)[0]
    assert list(first) == [
        "id", "tag", "number", "summary", "owners", "due", "status", "field", "item", "meeting",
        "series",
    ]  # fmt: skip
    assert first["tag"] == "M1"
    assert first["number"] is None, "no number before the close"
    assert first["owners"] == ["Yıldız"]
    assert first["due"] == {"text": "12.10.2026", "edtf": "2026-10-12", "last": "2026-10-12"}
    assert first["status"] == "needs-action"
    assert first["item"] == "1"
    assert first["meeting"] == "netzwerk/2026-10-14-1-treffen"
    assert first["series"] == "Netzwerk"
    filled("close", "netzwerk")
    again = json.loads(filled("actions", "--format", "json", "--series", "netzwerk").stdout)
    assert again[0]["number"] == "M-2026-001"
    assert again[2]["due"] is None


def test_overdue_comes_first_and_filters_narrow(filled: CommandLine) -> None:
    everything = ["Zeitplan vorlegen", "Flyer in fünf Sprachen", "Fachtag planen"]
    assert _summaries(filled)[:3] == everything
    assert _summaries(filled, "--overdue") == everything[:2]
    assert _summaries(filled, "--owner", "nowak") == ["Fachtag planen"]
    assert _summaries(filled, "--owner", "oezlem weiss") == ["Zeitplan vorlegen"]
    assert _summaries(filled, "--owner", "yildiz", "--series", "netz") == ["Flyer in fünf Sprachen"]
    assert _summaries(filled, "--owner", "niemand") == []


def test_an_unknown_series_is_said_with_those_there_are(filled: CommandLine) -> None:
    done = filled("actions", "--series", "Beirat")
    assert done.exit_code == 3
    assert "Lenkungsgruppe, Netzwerk" in done.stderr


def test_a_table_without_a_terminal_has_tabs_and_is_never_cut(filled: CommandLine) -> None:
    done = filled("actions")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert {len(row) for row in rows} == {8}
    assert rows[0][:4] == ["Number", "What", "Responsible", "Until when"]
    assert rows[1][1:6] == [
        "Zeitplan vorlegen", "Özlem Weiß", "01.10.2026", "2026-10-01", "overdue for 13 days",
    ]  # fmt: skip
    assert "4 action items, 2 overdue" in done.stderr


@pytest.mark.parametrize(("language", "delimiter"), [("de", ";"), ("en", ",")])
def test_csv_is_for_the_spreadsheet_of_the_language(
    filled: CommandLine, language: str, delimiter: str
) -> None:
    filled.record(f"m: {NASTY}", "m: @SUM(A1)", "m: -2+3", meeting="netzwerk")
    done = filled("actions", "--format", "csv", "--lang", language)
    assert done.stdout_bytes.startswith(b"\xef\xbb\xbf")
    text = done.stdout_bytes.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    assert {len(row) for row in rows} == {8}
    for row in rows[1:]:
        assert not [cell for cell in row if cell[:1] in "=+-@\t\r" and cell]
    assert "\x1b" not in text


def test_markdown_gives_back_the_signs_that_were_typed(filled: CommandLine) -> None:
    filled.record(f"m: {NASTY}", meeting="netzwerk")
    done = filled("actions", "--format", "md", "--series", "Netzwerk")
    tokens = MarkdownIt("commonmark").enable("table").parse(done.stdout)
    cells = [
        "".join(child.content for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]
    assert NASTY.replace("\x1b", "␛") in cells
    assert not [t for token in tokens for t in token.children or () if t.type != "text"]


def test_an_address_in_markdown_becomes_no_link(filled: CommandLine) -> None:
    """GFM makes links of bare addresses."""
    filled.record("m: siehe www.stadt.de und https://stadt.de", meeting="netzwerk")
    done = filled("actions", "--format", "md", "--series", "Netzwerk")
    assert "siehe www" in done.stdout
    assert not [sign for sign in ("www.", "://") if sign in done.stdout]


def test_list_in_json(filled: CommandLine) -> None:
    rows = json.loads(filled("list", "--format", "json").stdout)
    assert [row["meeting"] for row in rows] == [
        "lenkungsgruppe/2026-10-14-5-sitzung",
        "netzwerk/2026-10-14-1-treffen",
    ]
    assert rows[0] == {
        "meeting": "lenkungsgruppe/2026-10-14-5-sitzung",
        "series": "Lenkungsgruppe",
        "title": "5. Sitzung",
        "kind": "body",
        "date": "2026-10-14",
        "start": None,
        "state": "running",
        "readable": True,
    }


def test_list_in_german(filled: CommandLine) -> None:
    done = filled("list", "--lang", "de")
    assert done.stdout.splitlines()[0] == "Sitzung\tGremium\tTitel\tTag\tBeginn\tStand"
    assert done.stdout.splitlines()[1].endswith("\tläuft")


def test_an_empty_workspace_says_what_to_do(cli: CommandLine) -> None:
    done = cli("list")
    assert done.exit_code == 0
    assert "facilitator new" in done.stderr
    assert json.loads(cli("list", "--format", "json").stdout) == []
    assert json.loads(cli("actions", "--format", "json").stdout) == []


def test_an_unreadable_meeting_is_listed_and_said(filled: CommandLine) -> None:
    for file in (filled.root / "netzwerk").glob("*2026-10-14-1-treffen.json*"):
        file.write_bytes(b"not json")  # the previous version too, from which it could be read
    done = filled("list", "--format", "json")
    assert done.exit_code == 0
    assert [row["readable"] for row in json.loads(done.stdout)] == [True, False]
    assert "2026-10-14-1-treffen" in done.stderr
    assert "Traceback" not in done.stderr


# -- on a terminal ---------------------------------------------------------------------------


@pytest.mark.parametrize("width", ["20", "80", "200"])
def test_a_table_fits_the_terminal(
    filled: CommandLine, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    from rich.cells import cell_len

    monkeypatch.setattr("facilitator.cli.output.is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", width)
    filled.record("m: [/x] [red]Budget :smile: prüfen", meeting="netzwerk")
    for command in ("list", "actions"):
        done = filled(command)
        assert done.exit_code == 0, done.stderr
        assert max(map(cell_len, done.stdout.splitlines())) <= int(width)
    if width == "200":
        assert "[/x] [red]Budget :smile: prüfen" in done.stdout
