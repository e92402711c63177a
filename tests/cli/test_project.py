"""`facilitator project`: its language and colours, and where it cannot run. What it shows is tried
in a real terminal."""

from __future__ import annotations

import pytest
from command_line import CommandLine

from facilitator.cli import screen
from facilitator.i18n import current_language
from facilitator.settings import Settings, save_settings
from screens.projector import ProjectorApp
from screens.themes import THEMES


def test_without_a_terminal_it_says_so_and_writes_nothing(cli: CommandLine) -> None:
    cli.plan()
    before = sorted(cli.root.rglob("*"))
    done = cli("project", "last")
    assert done.exit_code == 2
    assert "The screen needs a terminal" in done.stderr
    assert sorted(cli.root.rglob("*")) == before


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Language and colours of each projector that would have opened."""
    found: list[tuple[str, str]] = []
    monkeypatch.setattr(screen, "require_terminal", lambda: None)
    monkeypatch.setattr(
        ProjectorApp, "run", lambda app: found.append((current_language(), app.theme))
    )
    return found


def test_the_language_is_the_one_asked_for_else_chosen_before_else_that_of_the_series(
    cli: CommandLine, opened: list[tuple[str, str]]
) -> None:
    cli.plan("2. Treffen", "Netzwerk", "--lang", "de")
    assert cli("project", "last").exit_code == 0
    assert cli("project", "last", "--lang", "en").exit_code == 0
    assert cli("--lang", "en", "project", "last").exit_code == 0
    save_settings(Settings(language="en", theme="contrast"))
    assert cli("project", "last").exit_code == 0
    assert cli("project", "last", "--theme", "light").exit_code == 0
    languages = [language for language, _ in opened]
    assert languages[0] == "de"
    colours = [theme for _, theme in opened]
    assert colours == [THEMES[name].name for name in ("dark", "dark", "dark", "contrast", "light")]


def test_a_meeting_that_is_not_there(cli: CommandLine, opened: list[tuple[str, str]]) -> None:
    cli.plan()
    done = cli("project", "nowhere")
    assert done.exit_code == 3
    assert "No meeting is called 'nowhere'" in done.stderr
    assert not opened
