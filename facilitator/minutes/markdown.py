"""Documents as Markdown: the paper written by a template, the same bytes every time."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from facilitator.meeting.minutes_life import latest_version
from facilitator.meeting.model import Meeting
from facilitator.minutes.document import Status, asked_for
from facilitator.minutes.paper import Paper, paper
from facilitator.minutes.paper.asked import function_words, words_for
from facilitator.minutes.wanted import RESULTS, Wanted

TEMPLATE = "minutes.md.j2"


def markdown(
    meeting: Meeting,
    wanted: Wanted = RESULTS,
    *,
    issued: date | None = None,
    version: int | None = None,
    status: Status | None = None,
    reason: str = "",
    before: int = 0,
    objections_until: date | None = None,
    front_matter: bool = True,
    templates: Path | None = None,
) -> str:
    """A document of a meeting; see `paper`. `version` None: the one last exported, or 1.
    `templates`: the folder of the workspace; a template of the user's under its
    `templates/minutes/<language>/` wins. Raises BadFile, naming file and line, when that fails."""
    laid_out = paper(
        meeting,
        wanted,
        issued=issued,
        version=version or latest_version(meeting) or 1,
        status=status,
        reason=reason,
        before=before,
        objections_until=objections_until,
        templates=templates,
    )
    return written(
        laid_out,
        meeting,
        wanted,
        issued=issued,
        front_matter=front_matter,
        templates=templates,
    )


def written(
    laid_out: Paper,
    meeting: Meeting,
    wanted: Wanted = RESULTS,
    *,
    issued: date | None = None,
    front_matter: bool = True,
    templates: Path | None = None,
) -> str:
    """A paper as Markdown. A template of the user's also gets the values of the document,
    those of its scope and no others, to lay them out itself."""
    from facilitator.minutes.templates import own_template, rendered  # Jinja2 takes time to load

    language = laid_out.language
    values: dict[str, Any] = {"paper": laid_out, "front_matter": front_matter}
    is_own = bool(own_template(TEMPLATE, language, templates))
    if is_own:
        names = function_words(words_for(meeting, wanted, templates))
        values["minutes"] = asked_for(
            meeting,
            wanted,
            names,
            issued=issued,
            version=laid_out.version,
            status=laid_out.status,
        )
    text = rendered(TEMPLATE, language, values, templates)
    return _tidy(_without_blanks_at_ends(text) if is_own else text)


def _without_blanks_at_ends(text: str) -> str:
    """Of lines. Those of a user's text are references, and what we write ourselves has none."""
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)


def _tidy(text: str) -> str:
    """At most one empty line, one line break at the end. A user's empty lines are references."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip("\n") + "\n"
