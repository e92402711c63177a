"""Earlier versions of the minutes: read in the preview, compared with one another and with now."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.exporting.earlier import compared
from facilitator.exporting.kept import KeptVersion, kept_versions, not_understood
from facilitator.exporting.values import edition_of, wanted_of
from facilitator.i18n import tr
from facilitator.invited import as_invited
from facilitator.meeting.minutes_life import exports_of, sendings_of, sent_before
from facilitator.meeting.model import Export, Meeting
from facilitator.minutes.comparing.words import newer_words
from facilitator.minutes.paper import Paper
from facilitator.minutes.paper import paper as paper_of
from screens.desk.comparing import ComparedDialog
from screens.desk.life import LifeActs
from screens.desk.subject import NOTHING, Subject
from screens.desk.versions_dialog import NOW, Compare, Read, VersionsDialog


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
        """Read an earlier version in the preview, or compare any two."""
        if not self.line_is_open():
            self._choose_version()

    def _choose_version(self, marked: tuple[int, ...] = (), chosen: int | None = None) -> None:
        found = self._kept()
        if not found:
            return
        if chosen is None and self._earlier is not None:
            chosen = self._earlier.version
        now = super().state_words()
        dialog = VersionsDialog(found, now, self._usual(), marked=marked, chosen=chosen)

        def answered(choice: Read | Compare | None) -> None:
            if isinstance(choice, Compare):
                self._compare(
                    choice.before,
                    choice.after,
                    then=lambda: self._choose_version(choice.marked, choice.chosen),
                )
            elif choice is not None:
                version = next((each for each in found if each.number == choice.number), None)
                self._show_earlier(version)

        self.app.push_screen(dialog, answered)

    def _kept(self) -> tuple[KeptVersion, ...]:
        """None: that there is nothing yet is said."""
        found = kept_versions(self.exporter)
        if not found:
            self.say(tr("Nothing was exported yet: there is no earlier version."))
        return found

    def _usual(self) -> int:
        """What the minutes are compared with where nobody chose: the version in the preview, else
        the last that was sent, else the last that was written."""
        if self._earlier is not None:
            return self._earlier.version
        sent = sendings_of(self.live.meeting)
        if sent:
            return sent[-1].version
        return max(each.version for each in exports_of(self.live.meeting))

    def _show_earlier(self, version: KeptVersion | None) -> None:
        """None: what the minutes say now."""
        self._earlier = version.export if version is not None else None
        self._papers = None
        self.redraw()
        if version is None:
            self.say("")
            return
        said = tr("Version {n} as it was; Esc leads back to now", n=version.number)
        if version.gone:
            said = tr(
                "Version {n} made anew, for its file is gone ({formats}); Esc leads back to now",
                n=version.number,
                formats=", ".join(version.gone),
            )
        elif version.altered:
            said = tr(
                "Version {n} as it was; its file was altered since ({formats}); Esc leads back",
                n=version.number,
                formats=", ".join(version.altered),
            )
        self.say(said)

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

    # -- compared ---------------------------------------------------------------------------

    def action_compare(self) -> None:
        """What changed since the version in the preview, else since the last that was sent, else
        since the last that was written."""
        if not self.line_is_open() and self._kept():
            self._compare(self._usual(), NOW)

    def _compare(self, before: int, after: int, then: Callable[[], None] | None = None) -> None:
        """`then`: what is shown once the comparison is closed."""
        found = self.attempt(lambda: compared(self.exporter, before, after))
        if found is None:
            return
        remark = newer_words(not_understood(self.exporter))
        lines = [each.words() for each in found]

        def closed(_: None) -> None:
            if then is not None:
                then()

        self.app.push_screen(ComparedDialog(before, after, lines, remark), closed)

    def leave_extra(self) -> bool:
        """Escape: back from an earlier version."""
        if self._earlier is None:
            return super().leave_extra()
        self._earlier = None
        self._papers = None
        self.redraw()
        self.say("")
        return True
