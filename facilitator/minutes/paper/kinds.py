"""Which function lays out which kind of document. A new kind is one more row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from facilitator.meeting.model import Meeting
from facilitator.minutes.paper.attendance_list import attendance_list
from facilitator.minutes.paper.course import course
from facilitator.minutes.paper.decisions_only import decisions_only
from facilitator.minutes.paper.extract import extract
from facilitator.minutes.paper.invitation import invitation
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.lists import action_list, decision_list
from facilitator.minutes.paper.model import Paper
from facilitator.minutes.paper.results import results
from facilitator.minutes.wanted import DocumentKind, Wanted

Layout: TypeAlias = Callable[[Meeting, Wanted, Issue, Path | None], Paper]
"""Of a meeting, what is wanted, which issue, and the folder of the workspace."""

LAYOUTS: dict[DocumentKind, Layout] = {
    "results": results,
    "decisions": decisions_only,
    "course": course,
    "decision_list": decision_list,
    "action_list": action_list,
    "attendance_list": attendance_list,
    "extract": extract,
    "agenda": invitation,
}
