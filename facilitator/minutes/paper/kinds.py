"""Which function lays out which kind of document. A new kind is one more row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from facilitator.meeting.model import Meeting
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.model import Paper
from facilitator.minutes.paper.results import results
from facilitator.minutes.wanted import DocumentKind, Scope, Wanted

Layout: TypeAlias = Callable[[Meeting, Wanted, Issue, Path | None], Paper]
"""Of a meeting, what is wanted, which issue, and the folder of the workspace."""

LAYOUTS: dict[DocumentKind, Layout] = {"results": results}

SCOPES: tuple[Scope, ...] = ("all",)
"""Scopes that the layouts know."""
