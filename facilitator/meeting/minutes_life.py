"""How the minutes of a meeting stand: draft, sent, changed since, approved. Pure, from the facts
of the meeting."""

from __future__ import annotations

from datetime import date
from typing import Literal

from facilitator.meeting.model import Approval, Export, Meeting, Objection, Sending, Value

LifeState = Literal["none", "draft", "sent", "changed", "approved"]
"""'none': no version yet. 'changed': they say something else than what was sent."""
Family = Literal["minutes", "course", "agenda", "data"]
"""Documents that count their versions together: those made of the results; the course; the
invitation; everything as data."""

_FAMILIES: dict[str, Family] = {"course": "course", "agenda": "agenda"}


class MinutesLife(Value, frozen=True, kw_only=True):
    """`version`: the latest, 0 if there is none. `sending`: the latest of those that count."""

    state: LifeState
    version: int = 0
    sending: Sending | None = None
    approval: Approval | None = None
    open_objections: tuple[Objection, ...] = ()
    settled_objections: tuple[Objection, ...] = ()
    needs_reason: bool = False
    """The next version differs from what was sent, so that it has to say why; not once the last
    one written has said so."""

    @property
    def objections_until(self) -> date | None:
        """The last day for objections against what was sent."""
        return self.sending.objections_until if self.sending else None

    def takes_objections(self, today: date) -> bool:
        """Sent, not approved, and the day has not passed (or none was set)."""
        if self.sending is None or self.approval is not None:
            return False
        return self.objections_until is None or today <= self.objections_until


def family_of(kind: str, format: str = "md") -> Family:
    return "data" if format == "json" else _FAMILIES.get(kind, "minutes")


def exports_of(meeting: Meeting, family: Family = "minutes") -> tuple[Export, ...]:
    """The files of one family, in the order in which they were written."""
    return tuple(e for e in meeting.exports if family_of(e.kind, e.format) == family)


def latest_version(meeting: Meeting, family: Family = "minutes") -> int:
    """The highest version so far, or 0."""
    return max((export.version for export in exports_of(meeting, family)), default=0)


def sendings_of(meeting: Meeting, family: Family = "minutes") -> tuple[Sending, ...]:
    """Those with a file of this family: a time line that was sent counts its versions apart."""
    files = {export.file for export in exports_of(meeting, family)}
    return tuple(
        sending
        for sending in meeting.sendings
        if not sending.files or any(each.file in files for each in sending.files)
    )


def sent_before(meeting: Meeting, version: int) -> int:
    """The version of the minutes last sent before this one, or 0."""
    versions = (sending.version for sending in sendings_of(meeting))
    return max((each for each in versions if each < version), default=0)


def minutes_life(meeting: Meeting, content: str = "") -> MinutesLife:
    """`content`: the digest of what the minutes say now, where it is known; without it only a
    later version tells that something changed since they were sent."""
    version = latest_version(meeting)
    sendings = sendings_of(meeting)
    sending = sendings[-1] if sendings else None
    differs = sending is not None and bool(content) and content != sending.content
    state: LifeState = "draft" if version else "none"
    if meeting.approval is not None and meeting.state == "approved":
        state = "approved"
    elif sending is not None:
        is_later = not content and any(
            each.version > sending.version and each.content != sending.content
            for each in exports_of(meeting)
        )
        state = "changed" if differs or is_later else "sent"
    return MinutesLife(
        state=state,
        version=version,
        sending=sending,
        approval=meeting.approval if state == "approved" else None,
        open_objections=tuple(o for o in meeting.objections if o.is_open),
        settled_objections=tuple(o for o in meeting.objections if not o.is_open),
        needs_reason=sending is not None and differs and not _is_written(meeting, sending, content),
    )


def _is_written(meeting: Meeting, sending: Sending, content: str) -> bool:
    """Whether the last version says this already, written after what was sent."""
    exports = exports_of(meeting)
    return (
        bool(exports) and exports[-1].version > sending.version and exports[-1].content == content
    )
