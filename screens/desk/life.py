"""How far the minutes are: draft, sent, objected to, approved, reopened; earlier versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from facilitator.errors import UsageProblem
from facilitator.exporting import Exporter, exporter_for
from facilitator.exporting.earlier import compared
from facilitator.exporting.values import edition_of, wanted_of
from facilitator.i18n import ntr, tr
from facilitator.invited import as_invited
from facilitator.life_words import approved_words, day_words, life_words, outcome_word
from facilitator.meeting import changes as c
from facilitator.meeting.minutes_life import (
    MinutesLife,
    exports_of,
    minutes_life,
    sendings_of,
    sent_before,
)
from facilitator.meeting.model import Export, Meeting, Objection, ObjectionOutcome
from facilitator.minutes.paper import Paper
from facilitator.minutes.paper import paper as paper_of
from screens.desk.asks import Ask
from screens.desk.comparing import ComparedDialog
from screens.desk.export import ExportActs, Sent
from screens.desk.export_dialog import ExportWish
from screens.desk.subject import NOTHING, Subject
from screens.dialogs.choose import ChooseDialog
from screens.dialogs.form import Field, FormDialog
from screens.mending import Mended
from screens.typed_values import read_day
from screens.widgets.columns import cut

DAYS_FOR_OBJECTIONS = 14
"""Proposed between sending and the last day for objections."""
OUTCOMES: tuple[ObjectionOutcome, ...] = ("accepted", "rejected", "noted", "withdrawn")


@dataclass(frozen=True)
class SendWish:
    to: tuple[str, ...]
    objections_until: date | None
    reason: str


class SendDialog(FormDialog[SendWish]):
    """That the minutes are sent now: to whom, and until when objections are taken."""

    def __init__(self, today: date, *, to: str, needs_reason: bool) -> None:
        super().__init__()
        self._today = today
        self._to = to
        self._needs_reason = needs_reason

    def title_text(self) -> str:
        return tr("THE MINUTES ARE SENT")

    def keys_text(self) -> str:
        return tr("↵ sent: kept as they are   Tab next field   Esc leave")

    def fields(self) -> Iterable[Field]:
        until = self._today + timedelta(days=DAYS_FOR_OBJECTIONS)
        yield Field(
            "until", tr("Objections by"), f"{until:%d.%m.%Y}", hint=tr("last day; empty: none")
        )
        yield Field("to", tr("To"), self._to, hint=tr("addresses, or: list of members"))
        if self._needs_reason:
            yield Field("reason", tr("Reason"), hint=tr("why there is a new version"))

    def answer(self) -> SendWish:
        reason = self.value("reason") if self._needs_reason else ""
        if self._needs_reason and not reason:
            raise UsageProblem(tr("The reason is missing: one line is enough."))
        to = tuple(part.strip() for part in self.value("to").split(",") if part.strip())
        return SendWish(to, read_day(self.value("until"), self._today), reason)


class ObjectionDialog(FormDialog[tuple[str, str]]):
    """Returns who objects and to what."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place

    def title_text(self) -> str:
        return tr("OBJECTION TO {place}", place=self._place) if self._place else tr("OBJECTION")

    def keys_text(self) -> str:
        return tr("↵ keep it   Tab next field   Esc leave")

    def fields(self) -> Iterable[Field]:
        yield Field("by", tr("From whom"))
        yield Field("text", tr("What"))

    def answer(self) -> tuple[str, str]:
        by, text = self.value("by"), self.value("text")
        if not by or not text:
            raise UsageProblem(tr("Who objects, and to what?"))
        return by, text


class SettleDialog(FormDialog[tuple[ObjectionOutcome, str]]):
    """What becomes of an objection, and in which words."""

    def __init__(self, objection: Objection) -> None:
        super().__init__()
        self._objection = objection

    def title_text(self) -> str:
        return f"{self._objection.by}: {cut(self._objection.text, 40)}"

    def keys_text(self) -> str:
        return tr("↵ keep it   ←→ choose   Tab next field   Esc leave")

    def fields(self) -> Iterable[Field]:
        options = [(each, outcome_word(each)) for each in OUTCOMES]
        yield Field("outcome", tr("Becomes"), "accepted", options=options)
        yield Field("text", tr("In words"))

    def answer(self) -> tuple[ObjectionOutcome, str]:
        return cast("ObjectionOutcome", self.value("outcome")), self.value("text")


class LifeActs(ExportActs):
    """`_earlier`: the version of before that stands in the preview, to be read only."""

    _earlier: Export | None = None
    _known_life: tuple[object, MinutesLife] | None = None
    _judge: Exporter | None = None
    """Kept: it remembers what was said when the minutes were sent."""

    def subject(self) -> Subject:
        """An earlier version is read only."""
        return NOTHING if self._earlier is not None and self.is_reading else super().subject()

    # -- what stands in head and list --------------------------------------------------------

    def life(self) -> MinutesLife:
        meeting = self.live.meeting
        if not meeting.sendings:
            return minutes_life(meeting)
        if self._judge is None or self._judge.live is not self.live:
            self._judge = exporter_for(self.facilitator.workspace, self.live)
        if self._known_life is None or self._known_life[0] is not meeting:
            self._known_life = (meeting, self._judge.life())
        return self._known_life[1]

    def state_words(self) -> str:
        if self._earlier is not None:
            return tr("version {n}, as it was", n=self._earlier.version)
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
            lines.append(tr("changed: the next one says why"))
        if life.open_objections:
            count = len(life.open_objections)
            lines.append(ntr("{n} open objection", "{n} open objections", count))
        versions = len({each.version for each in exports_of(meeting)})
        if versions > 1:
            lines.append(ntr("{n} version", "{n} versions", versions))
        return tuple(lines)

    # -- sent --------------------------------------------------------------------------------

    def action_sent(self) -> None:
        if self.line_is_open():
            return
        exporter = exporter_for(self.facilitator.workspace, self.live)
        if self.attempt(self.live.refresh) is None:
            return
        content = self.attempt(exporter.content)
        if content is None:
            return
        sendings = self.live.meeting.sendings
        dialog = SendDialog(
            self.live.now().at.date(),
            to=", ".join(sendings[-1].to) if sendings else "",
            needs_reason=exporter.sent_differs(content),
        )

        def answered(wish: SendWish | None) -> None:
            if wish is not None:
                self.export(
                    ExportWish(self.facilitator.settings.formats, self.wanted, wish.reason),
                    sent=Sent(to=wish.to, objections_until=wish.objections_until),
                )

        self.app.push_screen(dialog, answered)

    # -- objections --------------------------------------------------------------------------

    def action_objection(self) -> None:
        """A new one about what is chosen, or what becomes of one that is open."""
        if self.line_is_open():
            return
        if not self.live.meeting.sendings:
            self.say(tr("Objections come once the minutes were sent."))
            return
        waiting = self.life().open_objections
        if not waiting:
            self._raise_objection()
            return
        options = [(each.id, f"{each.by}: {each.text}") for each in waiting]
        options.append(("new", tr("another objection")))

        def answered(choice: str | None) -> None:
            found = next((each for each in waiting if each.id == choice), None)
            if found is not None:
                self._settle(found)
            elif choice == "new":
                self._raise_objection()

        self.app.push_screen(ChooseDialog(tr("Objections"), options), answered)

    def _raise_objection(self) -> None:
        subject = self.subject()
        about = subject.entry or subject.item
        place = ""
        if subject.entry is not None:
            place = subject.entry.tag if subject.entry.kind != "note" else tr("Note")
        elif subject.item is not None:
            place = tr("Item {number}", number=subject.item.number)

        def answered(said: tuple[str, str] | None) -> None:
            if said is not None:
                is_late = not self.life().takes_objections(self.live.now().at.date())
                self.record(
                    c.ObjectionRaised(by=said[0], text=said[1], item=about.id if about else "")
                )
                if is_late:
                    self.say(tr("Kept, though the time for objections is over."))

        self.app.push_screen(ObjectionDialog(place), answered)

    def _settle(self, objection: Objection) -> None:
        def answered(said: tuple[ObjectionOutcome, str] | None) -> None:
            if said is not None:
                self.record(
                    c.ObjectionSettled(objection=objection.id, outcome=said[0], text=said[1])
                )

        self.app.push_screen(SettleDialog(objection), answered)

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

    # -- versions ----------------------------------------------------------------------------

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
        self._earlier = export
        self._papers = None
        self.redraw()
        self.say(tr("Version {n} as it was; Esc leads back to now", n=export.version))

    def make_paper(self, meeting: Meeting) -> Paper:
        export = self._earlier
        if export is None:
            return self._paper_of_now()
        edition = edition_of(export)
        return paper_of(
            self.live.moment(export.id).meeting,
            wanted_of(export),
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

    # -- compared with now ----------------------------------------------------------------------

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
        exporter = exporter_for(self.facilitator.workspace, self.live)
        found = self.attempt(lambda: compared(exporter, version))
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
