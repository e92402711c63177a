"""Minutes as Markdown: the document laid out by a template, the same bytes every time."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from facilitator.meeting.model import Meeting
from facilitator.minutes.document import MinutesDocument, Status, document

TEMPLATE = "minutes.md.j2"


def markdown(
    meeting: Meeting,
    *,
    issued: date | None = None,
    version: int | None = None,
    status: Status | None = None,
    front_matter: bool = True,
    templates: Path | None = None,
    language: str | None = None,
) -> str:
    """The minutes of a meeting, in its language unless another is given. `version` None: the one
    last exported, or 1. `templates`: the folder of the workspace; a template of the user's under
    its `templates/minutes/<language>/` wins. Raises BadFile, naming file and line, when that
    fails."""
    number = version or last_version(meeting) or 1
    minutes = document(
        meeting, language=language or None, issued=issued, version=number, status=status
    )
    return laid_out(minutes, front_matter=front_matter, templates=templates)


def laid_out(
    minutes: MinutesDocument, *, front_matter: bool = True, templates: Path | None = None
) -> str:
    from facilitator.minutes.templates import rendered  # Jinja2 takes its time to load

    values = {"minutes": minutes, "front_matter": front_matter}
    return _tidy(rendered(TEMPLATE, minutes.language, values, templates))


def last_version(meeting: Meeting) -> int:
    """The highest version exported as Markdown so far, or 0."""
    return max((e.version for e in meeting.exports if e.format == "md"), default=0)


def _tidy(text: str) -> str:
    """No blanks at the end of a line, at most one empty line, one line break at the end. A user's
    text holds neither: its blanks at line ends and its empty lines are references."""
    lines = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"
