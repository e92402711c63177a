"""Which document of a meeting is asked for."""

from __future__ import annotations

from typing import Literal, get_args

from facilitator.meeting.model import Meeting, Value

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
SCOPES: tuple[Scope, ...] = get_args(Scope)


def kinds_for(meeting: Meeting) -> tuple[DocumentKind, ...]:
    """The documents that make sense now, the most wanted first: before the meeting the invitation
    and the list to sign, afterwards all others; a time line only if something ran."""
    if meeting.state == "planned":
        return ("agenda", "attendance_list")
    kinds: tuple[DocumentKind, ...] = (
        "results", "decisions", "course", "decision_list", "action_list", "attendance_list",
        "extract", "agenda",
    )  # fmt: skip
    has_run = any(item.intervals for item in meeting.agenda_items)
    has_items = any(item.number for item in meeting.agenda_items)
    return tuple(
        kind for kind in kinds if (kind != "course" or has_run) and (kind != "extract" or has_items)
    )


_LISTS: frozenset[DocumentKind] = frozenset({"decision_list", "action_list", "attendance_list"})


def has_issue(meeting: Meeting, kind: DocumentKind) -> bool:
    """Whether it matters which version it is, and whether a draft: not of what goes out before the
    meeting, the invitation and the lists of a planned one."""
    return kind != "agenda" and not (meeting.state == "planned" and kind in _LISTS)


class Wanted(Value, frozen=True, kw_only=True):
    """`items`: numbers of agenda items, for an extract. `language`: of the document; empty: that of
    the meeting. `with_names`: the time line says who spoke; else only for whom."""

    kind: DocumentKind = "results"
    scope: Scope = "all"
    items: tuple[str, ...] = ()
    with_names: bool = False
    language: str = ""


RESULTS = Wanted()
