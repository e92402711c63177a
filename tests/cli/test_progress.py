"""What is said while a document takes longer than a moment."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

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
def slow(held: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, narrate, was_said = FORMATS["md"], progress.narrate, Event()

    def write(job):
        assert was_said.wait(60), "nothing is said"
        return usual.write(job)

    def said(text: str) -> None:
        narrate(text)
        was_said.set()

    monkeypatch.setitem(FORMATS, "md", replace(usual, write=write))
    monkeypatch.setattr(progress, "narrate", said)
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
    monkeypatch.setattr(progress, "MOMENT", 60)
    done = held("minutes", "last")
    assert "Being written" not in done.stderr
