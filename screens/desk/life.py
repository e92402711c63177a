"""How far the minutes are: draft, sent, approved; versions."""

from __future__ import annotations

from facilitator.i18n import tr
from screens.desk.line import DeskLine


class LifeActs(DeskLine):
    def state_words(self) -> str:
        meeting = self.live.meeting
        version = max((each.version for each in meeting.exports), default=0)
        if meeting.state == "running":
            return tr("running")
        if meeting.state == "approved":
            return tr("approved")
        return tr("draft v{n}", n=version) if version else tr("draft")

    def version_lines(self) -> tuple[str, ...]:
        exports = self.live.meeting.exports
        if not exports:
            return (tr("not exported yet"),)
        return (tr("v{n}, {file}", n=exports[-1].version, file=exports[-1].file),)
