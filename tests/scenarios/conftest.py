"""Scenarios are played in German, in a workspace and a state folder of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.i18n import use_language


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the workspace."""
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return tmp_path / "Sitzungen"
