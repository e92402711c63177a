"""Export from the desk: asked in a dialog, written beside the screen, then where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from msgspec.structs import replace
from textual import work

from facilitator.errors import BadFile, FacilitatorError
from facilitator.exporting import (
    Asked,
    ExportedMeeting,
    Exporter,
    ExportResult,
    ReasonNeeded,
    exporter_for,
)
from facilitator.formats import FORMATS
from facilitator.i18n import tr
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.minutes_life import family_of, sendings_of
from facilitator.meeting.model import Instant, Meeting, TabledAction
from facilitator.minutes.document.public_names import warning_of_names
from facilitator.moments import Moment
from screens.desk.export_dialog import ExportDialog, ExportWish
from screens.desk.exported import ExportedDialog
from screens.desk.life import LifeActs

R = TypeVar("R")


@dataclass(frozen=True)
class Sent:
    """That the version is sent now: to whom, and until when objections are taken."""

    to: tuple[str, ...] = ()
    objections_until: date | None = None


@dataclass(frozen=True)
class Outcome:
    """`broken`: formats that could not be written because of a file of the workspace."""

    paths: tuple[Path, ...]
    lines: tuple[str, ...]
    problems: tuple[str, ...]
    broken: tuple[str, ...]


class Here(Protocol):
    """Does something on the screen's own thread and waits for it."""

    def __call__(self, what: Callable[[], R], /) -> R: ...


class Standing(ExportedMeeting):
    """The meeting as it stood when the work began; what is recorded goes back to the screen."""

    def __init__(self, live: LiveMeeting, here: Here) -> None:
        self._live = live
        self._here = here
        self._moment = live.moment()
        self._series_rows = live.series_rows()

    @property
    def reference(self) -> str:
        return self._live.reference

    @property
    def meeting(self) -> Meeting:
        """With the versions recorded since, so that several formats share one."""
        now = self._live.meeting
        return replace(self._moment.meeting, exports=now.exports, sendings=now.sendings)

    def now(self) -> Instant:
        return self._live.now()

    def refresh(self) -> bool:
        """What another program recorded counts from now on; what is typed here meanwhile does
        not."""
        is_changed = self._here(self._live.refresh)
        if is_changed:
            self._moment = self._here(self._live.moment)
        return is_changed

    def series_rows(self) -> tuple[bytes, ...]:
        return self._series_rows

    def open_actions(self) -> tuple[TabledAction, ...]:
        return self._here(self._live.open_actions)

    def before_start(self) -> Meeting:
        return self._here(self._live.before_start)

    def moment(self, before: str = "") -> Moment:
        return self._here(lambda: self._live.moment(before)) if before else self._moment

    def record(self, *changes: c.Change) -> object:
        return self._here(lambda: self._live.record(*changes))


class ExportActs(LifeActs):
    _is_exporting = False

    def action_export(self) -> None:
        if self._is_exporting:
            self.say(tr("The export before is still being written."))
            return
        if self.line_is_open():
            return
        item = self.item_of_chosen()
        if self.attempt(self.live.refresh) is None:
            return
        content = self.attempt(self.exporter.content)
        if content is None:
            return
        sendings = sendings_of(self.live.meeting)
        dialog = ExportDialog(
            self.live.meeting,
            ExportWish(self.facilitator.settings.formats, self.wanted),
            items=self.wanted.items or ((item.number,) if item and item.number else ()),
            needs_reason=self._needs_reason(content),
            sent=sendings[-1].version if sendings else 0,
        )
        self.app.push_screen(dialog, self._wished)

    def _needs_reason(self, content: str) -> bool:
        """What is written next says something else than what was sent and last written."""
        if not self.exporter.sent_differs(content):
            return False
        exports = [e for e in self.live.meeting.exports if family_of(e.kind, e.format) == "minutes"]
        return not (exports and self.exporter.is_said_by(exports[-1], content))

    def _wished(self, wish: ExportWish | None) -> None:
        if wish is not None:
            self.facilitator.remember(formats=wish.formats)
            self.export(wish)

    def export(self, wish: ExportWish, *, sent: Sent | None = None, plain: bool = False) -> None:
        """`plain`: with the built-in templates. The screen stays usable meanwhile."""
        self._is_exporting = True
        standing = Standing(self.live, self._on_screen)
        exporter = exporter_for(self.facilitator.workspace, standing, is_built_in=plain)
        self.say(tr("Being written …"))
        self._work(exporter, wish, sent)

    def _on_screen(self, what: Callable[[], R]) -> R:
        return self.app.call_from_thread(what)

    @work(thread=True, exclusive=True, exit_on_error=False, group="export")
    def _work(self, exporter: Exporter, wish: ExportWish, sent: Sent | None) -> None:
        paths: list[Path] = []
        lines: list[str] = []
        problems: list[str] = []
        broken: list[str] = []
        count = len(wish.formats)
        for at, code in enumerate(wish.formats, 1):
            name = FORMATS[code].name()
            progress = tr("Being written: {format} ({n} of {all}) …", format=name, n=at, all=count)
            self._on_screen(partial(self.say, progress))
            is_last = at == count
            try:
                result = self._one(exporter, code, wish, sent, is_last=is_last)
            except BadFile as error:
                problems.append(str(error))
                broken.append(code)
            except ReasonNeeded as error:
                problems.append(str(error))
                break
            except FacilitatorError as error:
                problems.append(str(error))
            except Exception as error:  # noqa: BLE001 - a library failed; the meeting goes on
                problems.append(
                    tr("{format} could not be written: {reason}. The meeting is safe.",
                       format=name, reason=str(error) or type(error).__name__)
                )  # fmt: skip
            else:
                paths += [file.path for file in result.files]
                lines += [result.message, *result.remarks]
        if paths and (wish.wanted.scope == "public" or "oparl" in wish.formats):
            printed = exporter.on_the_table(wish.wanted.kind)
            is_for_oparl = wish.wanted.scope != "public"
            lines += filter(None, (warning_of_names([printed], is_for_oparl=is_for_oparl),))
        outcome = Outcome(tuple(paths), tuple(lines), tuple(problems), tuple(broken))
        self._on_screen(lambda: self._exported(outcome, wish, sent))

    def _one(
        self,
        exporter: Exporter,
        code: str,
        wish: ExportWish,
        sent: Sent | None,
        *,
        is_last: bool,
    ) -> ExportResult:
        asked = (Asked(format=code, wanted=wish.wanted),)
        if sent is None:
            return exporter.export(asked, reason=wish.reason)
        if is_last:
            every = tuple(Asked(format=each, wanted=wish.wanted) for each in wish.formats)
            return exporter.send(
                every, to=sent.to, objections_until=sent.objections_until, reason=wish.reason
            )
        return exporter.export(
            asked, reason=wish.reason, status="sent", objections_until=sent.objections_until
        )

    def _exported(self, outcome: Outcome, wish: ExportWish, sent: Sent | None) -> None:
        self._is_exporting = False
        if not self.is_attached:
            return
        for problem in outcome.problems:
            self.say_problem(problem)
        if outcome.paths and not outcome.problems:
            self.say(f"✓ {outcome.lines[0]}")
        if self.app.screen is not self or self.line_is_open():
            return  # somebody works on: the line above says it

        def answered(answer: str | None) -> None:
            if answer == "plain":
                again = ExportWish(outcome.broken, wish.wanted, wish.reason)
                self.export(again, sent=sent, plain=True)
            elif answer == "folder":
                self._open_folder(outcome.paths[0].parent)

        self.app.push_screen(
            ExportedDialog(
                outcome.paths, outcome.lines, outcome.problems, can_be_plain=bool(outcome.broken)
            ),
            answered,
        )

    def _open_folder(self, folder: Path) -> None:
        from screens.opening import open_folder

        if open_folder(folder):
            self.say(tr("The folder is being opened: {folder}", folder=folder))
        else:
            self.app.copy_to_clipboard(str(folder))
            self.say(tr("No desktop here to open it; copied: {folder}", folder=folder))
