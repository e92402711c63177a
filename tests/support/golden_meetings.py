"""The meetings of the golden files, in both languages."""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import cockpit
from msgspec.structs import replace

from facilitator.errors import UsageProblem
from facilitator.meeting.model import Meeting
from facilitator.minutes.paper import Paper, paper
from facilitator.minutes.wanted import DOCUMENT_KINDS, Scope, Wanted

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


def papers_of(name: str, language: str) -> Iterator[tuple[str, Paper]]:
    """Every document of a meeting, with what it is called; of the extracts that of item 1."""
    meeting = golden(name, language)
    for kind in DOCUMENT_KINDS:
        for scope in get_args(Scope):
            items = ("1",) if kind == "extract" else ()
            wanted = Wanted(kind=kind, scope=scope, items=items)
            with contextlib.suppress(UsageProblem):  # there may be no such item in a scope
                yield f"{kind}-{scope}", paper(meeting, wanted, issued=ISSUED)


def _built(name: str) -> Meeting:
    """That of a fixture of tests/minutes."""
    spec = importlib.util.spec_from_file_location("built_meetings", _BUILT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    meeting: Meeting = getattr(module, name).__wrapped__()
    return meeting
