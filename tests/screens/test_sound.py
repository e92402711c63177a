"""The bell when time is over: off until asked for, once for each item."""

from __future__ import annotations

from pathlib import Path

import pytest
from stage import Stage, build_stage, shown

from facilitator.i18n import use_language
from facilitator.settings import load_settings


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setenv("FACILITATOR_STATE", str(tmp_path / "state"))
    use_language("de")
    return build_stage(tmp_path / "workspace")


async def test_it_rings_once_when_an_item_is_over_and_only_when_asked_for(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.start(0)
    rung: list[int] = []
    async with shown(stage) as seen:
        monkeypatch.setattr(seen.app, "bell", lambda: rung.append(1))
        seen.screen._ring()
        stage.clock.advance(10 * 60)
        seen.screen._ring()
        assert rung == [], "off by default"
        await seen.say("/ton")
        assert "Es klingelt" in seen.words()
        assert load_settings().sound, "remembered"
        stage.start(2)
        seen.screen._ring()
        stage.clock.advance(20 * 60)
        seen.screen._ring()
        seen.screen._ring()
        assert rung == [1]
        await seen.say("/sound")
        assert not load_settings().sound
