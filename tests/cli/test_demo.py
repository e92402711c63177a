"""`facilitator demo`: an invented district, whatever day it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import CommandLine
from effort import processor_seconds


@pytest.mark.parametrize(
    ("language", "network"), [("de", "Netzwerk Integration"), ("en", "Integration network")]
)
def test_what_it_shows(cli: CommandLine, language: str, network: str) -> None:
    done = cli("demo", "--no-screen", "--lang", language, "--workspace", cli.root)
    assert done.exit_code == 0, done.stderr
    assert done.stdout == f"{cli.root}\n"
    assert cli("check").exit_code == 0
    actions = json.loads(cli("actions", "--open", "--format", "json").stdout)
    assert len(actions) == 31
    assert len([a for a in actions if a["series"] == network]) == 14
    assert len(json.loads(cli("actions", "--overdue", "--format", "json").stdout)) == 7
    meetings = json.loads(cli("list", "--format", "json").stdout)
    of_network = [m for m in meetings if m["series"] == network]
    assert [m["state"] for m in of_network] == ["planned", "closed"]
    assert of_network[0]["date"] == "2026-10-14", "today"
    tables = json.loads(cli("minutes", of_network[0]["meeting"], "--format", "json").stdout)
    assert len(tables["people"]) == 74
    numbers = [item["number"] for item in tables["agenda_items"]]
    assert numbers[-7:] == ["8", "8.1", "8.2", "8.3", "8.4", "8.5", "9"]
    assert not tables["meetings"][0]["officers"], "nobody takes the minutes yet: a hint to see"
    assert tables["meetings"][0]["hard_end"] == "20:00"
    assert [i["fixed_start"] for i in tables["agenda_items"] if i["fixed_start"]] == ["16:40"]
    assert [i["number"] for i in tables["agenda_items"] if i["purpose"] == "break"] == [""]


@pytest.mark.parametrize(
    ("language", "body", "workshop", "facts"),
    [
        (
            "de", "5-sitzung", "1-workshop",
            ("beschlussfähig (7 von 8 ", "Verlesen und bestätigt um 15:09", "**Runde: ",
             "66 von 66 Punkten", "- **Sprache im Alltag**: 28 Punkte (M-2026-001)",
             "| 2 | Was soll das Konzept leisten? | 30 | 33 |", "**Pause:** 10:06–10:22"),
        ),
        (
            "en", "5th-session", "1st-workshop",
            ("7 of 8", "15:09", "**Round: ", "66 of 66 dots",
             "- **Everyday language**: 28 dots (M-2026-001)",
             "| 2 | What should the concept achieve? | 30 | 33 |", "**Break:** 10:06–10:22"),
        ),
    ],
)  # fmt: skip
def test_what_was_done_in_the_rooms_is_in_its_minutes(
    cli: CommandLine, language: str, body: str, workshop: str, facts: tuple[str, ...]
) -> None:
    assert cli("demo", "--no-screen", "--lang", language, "--workspace", cli.root).exit_code == 0
    text = "".join(cli("minutes", name).stdout for name in (body, workshop))
    assert [fact for fact in facts if fact not in text] == []


@pytest.mark.parametrize(
    "now",
    [
        "2027-01-01T00:01",
        "2028-02-29T23:50",
        "2026-12-31T12:00",
        "2027-03-28T02:30",
        "2026-10-25T02:30",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_any_day_will_do(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, now: str, language: str
) -> None:
    monkeypatch.setenv("FACILITATOR_NOW", now)
    done = cli("demo", "--no-screen", "--lang", language, "--workspace", cli.root)
    assert done.exit_code == 0, done.stderr
    assert len(json.loads(cli("actions", "--open", "--format", "json").stdout)) == 31
    assert len(json.loads(cli("actions", "--overdue", "--format", "json").stdout)) == 7


def test_it_is_there_at_once(cli: CommandLine) -> None:
    made = []
    took = processor_seconds(
        lambda: made.append(cli("demo", "--no-screen", "--workspace", cli.root)), times=1
    )
    assert made[0].exit_code == 0, made[0].stderr
    assert took < 10  # 1 s on a laptop


def test_it_never_mixes_with_real_meetings(cli: CommandLine) -> None:
    reference = cli.plan()
    before = (cli.root / f"{reference}.json").read_bytes()
    done = cli("demo", "--no-screen", "--workspace", cli.root)
    assert done.exit_code == 2
    assert "is not empty" in done.stderr
    assert (cli.root / f"{reference}.json").read_bytes() == before
    assert len(list(cli.root.glob("*/2026*.json"))) == 1


def test_without_a_workspace_it_goes_into_a_temporary_folder(cli: CommandLine) -> None:
    done = cli("demo", "--no-screen")
    folder = Path(done.stdout.strip())
    assert folder.is_dir()
    assert folder != cli.root
    assert not cli.root.exists()
