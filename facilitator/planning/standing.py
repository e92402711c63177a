"""What the program proposes itself: items every such meeting has, and the next title."""

from __future__ import annotations

from facilitator.i18n import words
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import Meeting, MeetingKind

REVIEWED_KINDS: frozenset[MeetingKind] = frozenset({"network", "group", "body"})
"""Kinds of meeting whose agenda gets a review of what is still open."""


def standing_items(
    kind: MeetingKind,
    *,
    has_open_actions: bool,
    has_earlier_meeting: bool = False,
    language: str = "de",
) -> tuple[c.AgendaItemAdded, ...]:
    """The items the program puts on the agenda itself, to stand behind the opening: approval of
    the last minutes (a body that met before) and the review of open action items."""
    tr = words(language).tr
    found = []
    if kind == "body" and has_earlier_meeting:
        found.append(c.AgendaItemAdded(title=tr("Approval of the minutes"), purpose="approval"))
    if kind in REVIEWED_KINDS and has_open_actions:
        found.append(c.AgendaItemAdded(title=tr("Review of open actions"), purpose="open_actions"))
    return tuple(found)


def deferred_items(last: Meeting | None) -> tuple[c.AgendaItemAdded, ...]:
    """What the meeting before put off to this one, as it stood there; without its fixed start."""
    if last is None:
        return ()
    return tuple(
        c.AgendaItemAdded(
            title=item.title,
            short_title=item.short_title,
            planned_minutes=item.planned_minutes,
            presenter=item.presenter,
            public=is_public(last, item),
            group=item.group,
            field=item.field,
            paper=item.paper,
        )
        for item in last.agenda_items
        if item.state == "deferred" and item.deferred_to == "next_meeting" and item.is_business
    )


def suggested_title(kind: MeetingKind, ordinal: int, language: str) -> str:
    """'2. Treffen', '6. Sitzung': what the next meeting of a series is called unless told."""
    tr = words(language).tr
    nth = f"{ordinal}." if language == "de" else _english_nth(ordinal)
    names = {
        "workshop": tr("{nth} workshop", nth=nth),
        "network": tr("{nth} meeting", nth=nth),
        "group": tr("{nth} session", nth=nth),
        "body": tr("{nth} session", nth=nth),
        "conference": tr("{nth} conference", nth=nth),
    }
    return names[kind]


def _english_nth(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
