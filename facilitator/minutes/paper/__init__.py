"""From the values of a document to its blocks and words: one layout for every format."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator.meeting.model import Meeting
from facilitator.minutes.document.model import Status
from facilitator.minutes.paper.issue import Issue
from facilitator.minutes.paper.kinds import LAYOUTS
from facilitator.minutes.paper.model import Paper
from facilitator.minutes.paper.results import laid_out
from facilitator.minutes.wanted import RESULTS, Wanted

__all__ = ["Issue", "Paper", "laid_out", "paper"]


def paper(
    meeting: Meeting,
    wanted: Wanted = RESULTS,
    *,
    issued: date | None = None,
    version: int = 1,
    status: Status | None = None,
    reason: str = "",
    before: int = 0,
    objections_until: date | None = None,
    templates: Path | None = None,
) -> Paper:
    """A document of a meeting, laid out. `templates`: the folder of the workspace, whose
    `templates/minutes/<language>/words.toml` may say some words otherwise; for the rest see
    `Issue`. The same arguments always give the same paper. Raises BadFile if those words cannot
    be used, UsageProblem if there is no such agenda item (an extract)."""
    issue = Issue(
        version=version,
        issued=issued,
        status=status,
        reason=reason,
        before=before,
        objections_until=objections_until,
        approval=meeting.approval,
    )
    return LAYOUTS[wanted.kind](meeting, wanted, issue, templates)
