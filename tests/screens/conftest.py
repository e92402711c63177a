"""Screens are tried in a workspace of their own, with a state folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from stage import Stage, build_stage

from facilitator.i18n import use_language


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A planned meeting with four people here and an agenda of six items; screens in English."""
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("en")
    yield build_stage(tmp_path / "workspace")
    use_language("en")
