"""The meetings of the golden files, laid out in both languages."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import cockpit
import pytest
from msgspec.structs import replace

from facilitator.meeting.model import Meeting
from facilitator.minutes.paper import Paper, paper

ISSUED = date(2026, 10, 15)
_BUILT = Path(__file__).parents[1] / "minutes" / "conftest.py"


def _built(name: str) -> Meeting:
    """A meeting of the fixtures of tests/minutes."""
    spec = importlib.util.spec_from_file_location("built_meetings", _BUILT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = getattr(module, name)
    meeting = getattr(made, "__wrapped__", None) or made._get_wrapped_function()
    result: Meeting = meeting()
    return result


def golden(name: str, language: str) -> Meeting:
    if name in ("committee", "workshop"):
        return getattr(cockpit, name)(language)
    return replace(_built(name), language=language)


@pytest.fixture(
    scope="session",
    params=[
        (name, language)
        for name in ("network", "body", "committee", "workshop")
        for language in ("de", "en")
    ],
    ids="-".join,
)
def golden_paper(request: pytest.FixtureRequest) -> Paper:
    return paper(golden(*request.param), issued=ISSUED)
