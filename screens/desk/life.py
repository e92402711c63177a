"""How far the minutes are: draft, sent, changed since, approved; reopened with a reason."""

from __future__ import annotations

from functools import cached_property

from rich.cells import cell_len

from facilitator.exporting import Exporter, exporter_for
from facilitator.i18n import ntr, tr
from facilitator.life_words import approved_words, day_words, life_words
from facilitator.meeting import changes as c
from facilitator.meeting.minutes_life import MinutesLife, exports_of, minutes_life
from screens.desk.asks import Ask
from screens.desk.line import DeskLine
from screens.mending import Mended


class LifeActs(DeskLine):
    _known_life: tuple[object, MinutesLife] | None = None

    # -- what stands in head and list --------------------------------------------------------

    @cached_property
    def exporter(self) -> Exporter:
        """One for the whole stay: it remembers what earlier versions said."""
        return exporter_for(self.facilitator.workspace, self.live)

    def life(self) -> MinutesLife:
        """Reckoned once for each change of the meeting: every second it is asked for."""
        meeting = self.live.meeting
        if self._known_life is None or self._known_life[0] is not meeting:
            found = self.exporter.life() if meeting.sendings else minutes_life(meeting)
            self._known_life = (meeting, found)
        return self._known_life[1]

    def state_words(self) -> str:
        if self.live.meeting.state == "running":
            return tr("running")
        return life_words(self.life(), brief=self.has_class("-narrow"))

    def version_lines(self) -> tuple[str, ...]:
        meeting, life = self.live.meeting, self.life()
        if life.state == "none":
            return (tr("not exported yet"),)
        lines = [life_words(life, brief=True)]
        if life.state == "draft":
            lines[0] += " · " + tr("not sent yet")
        if life.approval is not None:
            lines = [approved_words(life.approval.day, life.approval.how, life.approval.vote)]
        elif life.objections_until is not None:
            lines.append(tr("objections until {day}", day=day_words(life.objections_until)))
        if life.needs_reason:
            lines.append(tr("the next one says why"))
        if life.open_objections:
            count = len(life.open_objections)
            lines.append(ntr("{n} open objection", "{n} open objections", count))
        versions = len({each.version for each in exports_of(meeting)})
        if versions > 1:
            lines.append(ntr("{n} version", "{n} versions", versions))
        return tuple(lines)

    def beside_counts(self, room: int) -> str:
        beside = ""
        is_brief = self.life().approval is not None  # the head says neither day nor vote
        for line in self.version_lines()[0 if is_brief else 1 :]:
            longer = f"{beside} · {line}" if beside else line
            beside = longer if cell_len(longer) <= room else beside
        until = self.life().objections_until
        if beside or until is None or self.life().approval is not None:
            return beside
        brief = tr("until {time}", time=day_words(until))
        return brief if cell_len(brief) <= room else ""

    # -- reopened ----------------------------------------------------------------------------

    def action_reopen_minutes(self) -> None:
        """Approved minutes, or a closed meeting, with a reason."""
        if self.line_is_open():
            return
        state = self.live.meeting.state
        if state not in ("closed", "approved"):
            self.say(tr("The meeting is open."))
            return
        is_approved = state == "approved"

        def read(text: str) -> Mended:
            reason = " ".join(text.split())
            if is_approved:
                return Mended((c.MinutesReopened(reason=reason),))
            return Mended((c.MeetingReopened(reason=reason),))

        self.open_line(
            Ask(
                key="reopen",
                kind=tr("Reopen the approved minutes") if is_approved else tr("Reopen the meeting"),
                read=read,
                right=tr("why?"),
                hint=tr("they need a new approval then")
                if is_approved
                else tr("wording is mended without it"),
            )
        )
