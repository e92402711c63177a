"""The meetings of the golden files, in both languages."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path

import cockpit
from msgspec.structs import replace

from facilitator.meeting.model import Meeting

ISSUED = date(2026, 10, 15)
GOLDEN = tuple(
    (name, language)
    for name in ("network", "body", "committee", "workshop")
    for language in ("de", "en")
)
_BUILT = Path(__file__).parents[1] / "minutes" / "conftest.py"


def golden(name: str, language: str) -> Meeting:
    if name in ("committee", "workshop"):
        made: Meeting = getattr(cockpit, name)(language)
        return made
    return replace(_built(name), language=language)


def _built(name: str) -> Meeting:
    """That of a fixture of tests/minutes."""
    spec = importlib.util.spec_from_file_location("built_meetings", _BUILT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    meeting: Meeting = getattr(module, name).__wrapped__()
    return meeting
