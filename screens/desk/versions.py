"""Earlier versions of the minutes: read in the preview, compared with what they say now."""

from __future__ import annotations

from facilitator.exporting.earlier import compared
from facilitator.exporting.values import edition_of, wanted_of
from facilitator.i18n import tr
from facilitator.invited import as_invited
from facilitator.life_words import day_words
from facilitator.meeting.minutes_life import exports_of, sendings_of, sent_before
from facilitator.meeting.model import Export, Meeting
from facilitator.minutes.paper import Paper
from facilitator.minutes.paper import paper as paper_of
from screens.desk.comparing import ComparedDialog
from screens.desk.life import LifeActs
from screens.desk.subject import NOTHING, Subject
from screens.dialogs.choose import ChooseDialog


class VersionActs(LifeActs):
    """`_earlier`: the version of before that stands in the preview, to be read only."""

    _earlier: Export | None = None

    def subject(self) -> Subject:
        """An earlier version is read only."""
        return NOTHING if self._earlier is not None and self.is_reading else super().subject()

    def state_words(self) -> str:
        if self._earlier is not None:
            return tr("version {n}, as it was", n=self._earlier.version)
        return super().state_words()

    def action_versions(self) -> None:
        """Read an earlier version in the preview."""
        if self.line_is_open():
            return
        newest: dict[int, Export] = {}
        for each in exports_of(self.live.meeting):
            newest.setdefault(each.version, each)
        if not newest:
            self.say(tr("Nothing was exported yet: there is no earlier version."))
            return
        sent = {sending.version: sending for sending in sendings_of(self.live.meeting)}
        options = []
        for version, export in sorted(newest.items(), reverse=True):
            told = tr("version {n}, {day}", n=version, day=day_words(export.issued))
            if version in sent:
                told += " · " + tr("sent {day}", day=day_words(sent[version].at.at.date()))
            if export.reason:
                told += f" · {export.reason}"
            options.append((str(version), told))

        def answered(choice: str | None) -> None:
            if choice is not None and (export := newest.get(int(choice))) is not None:
                self._show_earlier(export)

        self.app.push_screen(ChooseDialog(tr("Versions"), options), answered)

    def _show_earlier(self, export: Export) -> None:
        if wanted_of(export) is None:
            self.say_problem(tr("That version is a document of a newer program."))
            return
        self._earlier = export
        self._papers = None
        self.redraw()
        self.say(tr("Version {n} as it was; Esc leads back to now", n=export.version))

    def make_paper(self, meeting: Meeting) -> Paper:
        export = self._earlier
        wanted = wanted_of(export) if export is not None else None
        if export is None or wanted is None:
            return self._paper_of_now()
        edition = edition_of(export)
        return paper_of(
            self.live.moment(export.id).meeting,
            wanted,
            issued=edition.issued,
            version=edition.version,
            status=edition.status,
            reason=edition.reason,
            before=sent_before(self.live.meeting, edition.version),
            objections_until=edition.objections_until,
            templates=self.facilitator.workspace.root,
        )

    def _paper_of_now(self) -> Paper:
        """As it would be written: another version once it differs from what was sent and from what
        was written since, which then stands here with its reason."""
        life = self.life()
        written = exports_of(self.live.meeting)
        is_written = life.state == "changed" and not life.needs_reason and bool(written)
        is_as_sent = life.state == "sent" and life.sending is not None
        version = life.version + 1 if life.needs_reason else max(1, life.version)
        return paper_of(
            as_invited(self.facilitator.workspace, self.live, self.wanted.kind),
            self.wanted,
            issued=self.live.now().at.date(),
            version=version,
            status="sent" if is_as_sent else None,
            reason=written[-1].reason if is_written else "",
            objections_until=life.objections_until if is_as_sent else None,
            templates=self.facilitator.workspace.root,
        )

    # -- compared with now ------------------------------------------------------------------

    def action_compare(self) -> None:
        """What changed since the version in the preview, else since the last that was sent, else
        since the last that was written."""
        if self.line_is_open():
            return
        sendings = self.live.meeting.sendings
        versions = [each.version for each in exports_of(self.live.meeting)]
        if not versions:
            self.say(tr("Nothing was exported yet: there is no earlier version."))
            return
        version = max(versions)
        if self._earlier is not None:
            version = self._earlier.version
        elif sendings:
            version = sendings[-1].version
        found = self.attempt(lambda: compared(self.exporter, version))
        if found is not None:
            self.app.push_screen(ComparedDialog(version, [each.words() for each in found]))

    def leave_extra(self) -> bool:
        """Escape: back from an earlier version."""
        if self._earlier is None:
            return super().leave_extra()
        self._earlier = None
        self._papers = None
        self.redraw()
        self.say("")
        return True
