"""The command line in this process, with everything of its own under the test's folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import CommandLine

from facilitator.cli import progress
from facilitator.i18n import current_language, use_language
from facilitator.minutes.pdf import setting


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CommandLine]:
    monkeypatch.setenv("FACILITATOR_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("FACILITATOR_NOW", "2026-10-14T16:00+02:00")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(progress, "MOMENT", 60)  # a busy machine makes nothing slow that is not
    monkeypatch.setattr(setting, "SECONDS", 300)
    before = current_language()
    yield CommandLine(tmp_path / "workspace")
    use_language(before)
