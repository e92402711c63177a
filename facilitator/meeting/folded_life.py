"""The life of minutes while it is folded."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    Approval,
    Export,
    Instant,
    Objection,
    PlannedNext,
    Reopening,
    Sending,
)


class FoldedLife:
    """Mutable. Unknown sendings, objections and approvals are passed over."""

    def __init__(self) -> None:
        self.exports: list[Export] = []
        self.sendings: dict[str, Sending] = {}
        self.objections: dict[str, Objection] = {}
        self.approvals: dict[str, Approval] = {}
        self.reopenings: list[Reopening] = []
        self.planned_next: PlannedNext | None = None

    def exported(self, stamped: c.Stamped, change: c.MinutesExported) -> None:
        self.exports.append(Export(id=stamped.id, **_said(change)))

    def sent(self, stamped: c.Stamped, change: c.MinutesSent) -> None:
        self.sendings[stamped.id] = Sending(id=stamped.id, at=stamped.at, **_said(change))

    def sending_withdrawn(self, stamped: c.Stamped, change: c.SendingWithdrawn) -> None:
        self.sendings.pop(change.sending, None)

    def objected(self, stamped: c.Stamped, change: c.ObjectionRaised) -> None:
        self.objections[stamped.id] = Objection(id=stamped.id, at=stamped.at, **_values(change))

    def settled(self, stamped: c.Stamped, change: c.ObjectionSettled) -> None:
        if (found := self.objections.get(change.objection)) is not None:
            self.objections[change.objection] = replace(
                found,
                outcome=change.outcome,
                answer=change.text,
                settled_at=stamped.at if change.outcome else None,
            )

    def approved(self, stamped: c.Stamped, change: c.MinutesApproved, *, is_void: bool) -> None:
        """The same approval twice counts once; a newer one takes the place of an older one."""
        approval = Approval(**_values(change) | {"id": change.id or stamped.id})
        if approval.id in self.approvals:
            return
        if not is_void:
            self.void_approvals()
        self.approvals[approval.id] = replace(approval, is_void=is_void)

    def approval_withdrawn(self, stamped: c.Stamped, change: c.ApprovalWithdrawn) -> None:
        if (found := self.approvals.get(change.approval)) is not None:
            self.approvals[change.approval] = replace(found, is_void=True)

    def reopened(self, at: Instant, reason: str, *, only_minutes: bool) -> None:
        self.reopenings.append(Reopening(at=at, reason=reason, only_minutes=only_minutes))
        self.void_approvals()

    def next_planned(self, stamped: c.Stamped, change: c.NextMeetingPlanned) -> None:
        self.planned_next = PlannedNext(**_values(change))

    @property
    def is_approved(self) -> bool:
        return any(not approval.is_void for approval in self.approvals.values())

    def void_approvals(self) -> None:
        self.approvals = {
            name: replace(approval, is_void=True) for name, approval in self.approvals.items()
        }

    def frozen(self) -> dict[str, Any]:
        """The fields of the meeting that are kept here."""
        return {
            "exports": tuple(self.exports),
            "sendings": tuple(self.sendings.values()),
            "objections": tuple(self.objections.values()),
            "approvals": tuple(self.approvals.values()),
            "reopenings": tuple(self.reopenings),
            "planned_next": self.planned_next,
        }


class FoldedApprovals:
    """Approvals in the file of a series: of each meeting the last one counts."""

    def __init__(self) -> None:
        self._approvals: dict[str, Approval] = {}

    def approved(self, stamped: c.Stamped, change: c.MinutesApproved) -> None:
        new = Approval(**_values(change) | {"id": change.id or stamped.id})
        for name, old in self._approvals.items():
            if old.minutes_of == new.minutes_of:
                self._approvals[name] = replace(old, is_void=True)
        self._approvals.setdefault(new.id, new)

    def withdrawn(self, stamped: c.Stamped, change: c.ApprovalWithdrawn) -> None:
        if (found := self._approvals.get(change.approval)) is not None:
            self._approvals[change.approval] = replace(found, is_void=True)

    def freeze(self) -> tuple[Approval, ...]:
        return tuple(self._approvals.values())


def _said(change: c.MinutesExported | c.MinutesSent) -> dict[str, Any]:
    """Without `seen`, which the history alone asks for."""
    return {name: value for name, value in _values(change).items() if name != "seen"}


def _values(change: c.Happening) -> dict[str, Any]:
    return {name: getattr(change, name) for name in change.__struct_fields__}
