"""What is said while a document takes longer than a moment."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from command_line import CommandLine

from facilitator.cli import progress
from facilitator.formats import FORMATS


@pytest.fixture
def held(cli: CommandLine) -> CommandLine:
    cli.plan()
    cli.record("# Berichte", "! Wir machen weiter")
    return cli


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = FORMATS["md"]

    def write(job):
        time.sleep(0.2)
        return usual.write(job)

    monkeypatch.setitem(FORMATS, "md", replace(usual, write=write))
    monkeypatch.setattr(progress, "MOMENT", 0.02)


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("command", ["minutes", "export"])
def test_what_takes_long_is_said_on_stderr(held: CommandLine, command: str) -> None:
    done = held(command, "last")
    assert done.exit_code == 0, done.stderr
    assert "Being written: Markdown" in done.stderr
    assert "Being written" not in done.stdout


def test_what_is_quick_is_not_talked_about(
    held: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "MOMENT", 30)
    done = held("minutes", "last")
    assert "Being written" not in done.stderr
