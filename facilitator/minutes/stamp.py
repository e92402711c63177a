"""What stands across a document that is not final, in formats that have pages or a screen."""

from __future__ import annotations

from pathlib import Path

from facilitator.minutes.paper.model import Paper
from facilitator.minutes.paper.words import words_of


def stamp(paper: Paper, templates: Path | None = None) -> str:
    """'Entwurf' for minutes that nobody was sent yet, else empty; what goes out before the
    meeting is none."""
    if paper.status != "draft" or not paper.running_foot:
        return ""
    word = words_of(paper.language, templates)("status.draft")
    return word[:1].upper() + word[1:]
