"""A paper as PDF, set by typst: A4, PDF/A-2b and PDF/UA-1, the same bytes on every machine.

Only the fonts that typst brings are used, and those a town lays into `templates/minutes/fonts/` of
its workspace, never those of the machine: another would set another document. A character that
none of them has would break PDF/A (ISO 19005-2, 6.2.11.8): it is printed as its number, and a note
at the end says so.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from facilitator.minutes.paper.model import Paper
from facilitator.minutes.pdf.data import data
from facilitator.minutes.pdf.setting import MissingSigns, pdf_of, template

ROUNDS = 4
"""So often may the typesetter find further characters without a sign."""


def pdf(paper: Paper, *, issued: date | None = None, templates: Path | None = None) -> bytes:
    """See `written`."""
    return written(paper, issued=issued, templates=templates)[0]


def written(
    paper: Paper, *, issued: date | None = None, templates: Path | None = None
) -> tuple[bytes, frozenset[str]]:
    """The file, and the characters that stand in it as their numbers. `issued`: the date in its
    properties. `templates`: the folder of the workspace; its `templates/minutes/minutes.typ` wins
    over the built-in one. Raises BadTemplate, naming file and line, when that fails."""
    chosen = template(templates)
    missing: frozenset[str] = frozenset()
    for _ in range(ROUNDS):
        try:
            return pdf_of(chosen, data(paper, issued, missing, templates)), missing
        except MissingSigns as found:
            missing |= found.signs
    values = data(paper, issued, missing, templates)
    beyond_latin = {char for char in json.dumps(values, ensure_ascii=False) if ord(char) > 0x17F}
    missing |= beyond_latin
    return pdf_of(chosen, data(paper, issued, missing, templates)), missing
