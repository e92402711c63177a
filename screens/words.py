"""Words for values of the domain, in the language of the screen."""

from __future__ import annotations

from facilitator.i18n import tr
from facilitator.meeting.model import AttendanceStatus, MeetingKind, Role


def kind_words(kind: MeetingKind) -> str:
    return {
        "workshop": tr("Workshop"),
        "network": tr("Network meeting"),
        "group": tr("Working group"),
        "body": tr("Body, steering group"),
        "conference": tr("Conference"),
    }[kind]


def kind_options() -> list[tuple[str, str]]:
    """Value and word of each kind of meeting, for a choice."""
    kinds: tuple[MeetingKind, ...] = ("workshop", "network", "group", "body", "conference")
    return [(kind, kind_words(kind)) for kind in kinds]


def role_words(role: Role) -> str:
    return {
        "chair": tr("Chair"),
        "moderator": tr("Moderator"),
        "minute_taker": tr("Minute taker"),
    }[role]


def status_words(status: AttendanceStatus) -> str:
    return {
        "expected": tr("expected"),
        "present": tr("present"),
        "represented": tr("represented"),
        "excused": tr("excused"),
    }[status]
