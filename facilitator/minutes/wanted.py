"""Which document of a meeting is asked for."""

from __future__ import annotations

from typing import Literal, get_args

from facilitator.meeting.model import Value

DocumentKind = Literal[
    "results",
    "decisions",
    "course",
    "decision_list",
    "action_list",
    "attendance_list",
    "extract",
    "agenda",
]
"""Ergebnisprotokoll, Beschlussprotokoll, Verlaufsprotokoll, list of decisions, list of action
items, attendance list, extract of agenda items, agenda (the invitation) before the meeting."""
DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)

Scope = Literal["all", "public", "closed"]
"""Everything, as the body itself gets it; what anybody may read (non-public items left out,
functions instead of names); the non-public items alone, as a document of their own."""


class Wanted(Value, frozen=True, kw_only=True):
    """`items`: numbers of agenda items, for an extract. `language`: of the document; empty: that of
    the meeting."""

    kind: DocumentKind = "results"
    scope: Scope = "all"
    items: tuple[str, ...] = ()
    language: str = ""


RESULTS = Wanted()
