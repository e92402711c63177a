"""Exports one meeting: what it says now and said before, and its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import msgspec

from facilitator.errors import UsageProblem
from facilitator.exporting.exported_meeting import ExportedMeeting
from facilitator.exporting.group import Group
from facilitator.exporting.naming import suffix
from facilitator.exporting.values import Asked, Edition, ExportResult, Written
from facilitator.exporting.wording import wording
from facilitator.formats import Job, NothingToWrite, Rendered, written
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.minutes_life import (
    Family,
    MinutesLife,
    family_of,
    minutes_life,
    sendings_of,
    sent_before,
)
from facilitator.meeting.model import Export, Meeting, Sending, SentFile
from facilitator.minutes.content import content_of
from facilitator.minutes.document import Status
from facilitator.minutes.wanted import DocumentKind, Wanted
from facilitator.moments import Moment
from facilitator.store.lock import SaveLock

_PATIENCE = 60.0
"""Seconds to wait for another program that exports: a PDF with a template of its own takes some."""


class Exporter:
    """Exports one meeting into the folder of its series. `templates`: the folder of the workspace,
    `zone`: of its clock times; `invited`: the meeting with what it will find on the table, for
    documents made before it (`invited.as_invited`)."""

    def __init__(
        self,
        live: ExportedMeeting,
        folder: Path,
        *,
        templates: Path | None = None,
        zone: str = "Europe/Berlin",
        oparl_base: str = "",
        invited: Callable[[DocumentKind], Meeting] | None = None,
    ) -> None:
        self._live = live
        self._folder = folder
        self._templates = templates
        self._zone = zone
        self._oparl_base = oparl_base
        self._invited = invited or (lambda _: live.meeting)
        self._contents: dict[tuple[str, Family], str] = {}
        self._brought: dict[DocumentKind, Meeting] | None = None

    # -- what they say ------------------------------------------------------------------------

    def content(self, family: Family = "minutes") -> str:
        meeting = self.on_the_table("agenda") if family == "agenda" else self._live.meeting
        return content_of(meeting, family)

    def content_before(self, change_id: str, family: Family = "minutes") -> str:
        """What they said when this was recorded, as this program would say it."""
        key = change_id, family
        if key not in self._contents:
            self._contents[key] = content_of(self._live.moment(change_id).meeting, family)
        return self._contents[key]

    def is_said_by(self, export: Export, content: str) -> bool:
        """Whether an export says this. What an earlier program recorded is reckoned anew."""
        if export.content == content:
            return True
        if export.kind == "agenda" and export.content:
            return False  # what was open in the series then, nobody knows any more
        return self.content_before(export.id, family_of(export.kind, export.format)) == content

    def sent_differs(self, content: str) -> bool:
        """Whether the minutes were sent and this is something else."""
        sendings = sendings_of(self._live.meeting)
        if not sendings or sendings[-1].content == content:
            return False
        return self.content_before(sendings[-1].id) != content

    def life(self) -> MinutesLife:
        """How the minutes stand, judged by what they say now."""
        content = self.content()
        sendings = sendings_of(self._live.meeting)
        if sendings and not self.sent_differs(content):
            content = sendings[-1].content
        return minutes_life(self._live.meeting, content)

    def edition(self, family: Family = "minutes") -> Edition:
        """The last version if its content, state and words are those of now; else what the next
        one would be today, without its reason."""
        group = Group(self, family, ())
        current = group.current()
        return current if current and group.is_worded(current, Asked()) else group.next()

    # -- writing ------------------------------------------------------------------------------

    def export(
        self,
        asked: Iterable[Asked] = (Asked(),),
        *,
        reason: str = "",
        status: Status | None = None,
        objections_until: date | None = None,
    ) -> ExportResult:
        """Write what is asked for into the workspace and record it. A file that was changed by
        hand, or is not ours, stays as it is: the next free version is taken. Two programs at once
        wait for each other, so that a number means one thing. Raises ReasonNeeded, NotSaved, or
        what the formats raise."""
        with self._alone():
            return self._export(asked, reason, status, objections_until)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other program exports in this series, and knowing what others recorded."""
        with SaveLock(self._folder.parent / "export", patience=_PATIENCE).held():
            self._live.refresh()
            self._brought = {}
            try:
                yield
            finally:
                self._brought = None

    def on_the_table(self, kind: DocumentKind) -> Meeting:
        """The meeting as documents of this kind have it: with what the series brings along. Looked
        up once in an export, for every format."""
        if self._brought is None:
            return self._invited(kind)
        if kind not in self._brought:
            self._brought[kind] = self._invited(kind)
        return self._brought[kind]

    def _export(
        self,
        asked: Iterable[Asked],
        reason: str,
        status: Status | None,
        objections_until: date | None,
    ) -> ExportResult:
        asked = tuple(dict.fromkeys(asked))
        if status == "sent":
            self._refuse_what_is_no_minutes(asked)
        groups: dict[Family, list[Asked]] = {}
        for each in asked:
            groups.setdefault(family_of(each.wanted.kind, each.format), []).append(each)
        remarks: list[str] = []
        files: list[Written] = []
        edited = reworded = False
        changes: list[c.MinutesExported] = []
        for family, wished in groups.items():
            found = Group(self, family, wished).written(
                reason, status=status, objections_until=objections_until
            )
            files += found.files
            changes += found.changes
            remarks += found.remarks
            edited = edited or found.was_edited
            reworded = reworded or found.is_reworded
        if not files:
            raise NothingToWrite(remarks[0] if remarks else tr("Nothing was asked for."))
        self._live.record(*changes)
        version = next((f.version for f in files if _is_of_minutes(f)), files[0].version)
        return ExportResult(
            version=version,
            files=tuple(files),
            is_new=bool(changes),
            message=_message(
                files, version, is_new=bool(changes), was_edited=edited, is_reworded=reworded
            ),
            remarks=tuple(dict.fromkeys(remarks)),
        )

    def send(
        self,
        asked: Iterable[Asked] = (Asked(),),
        *,
        to: Sequence[str] = (),
        objections_until: date | None = None,
        reason: str = "",
    ) -> ExportResult:
        """Write the version that is sent, with the day until which objections are taken, and
        record that it was. From now on its files are kept as they are."""
        with self._alone():
            content, seen = self.content(), self._live.moment().seen
            before = self.sent_as_it_is_now(content)
            result = self._export(asked, reason, "sent", objections_until)
            self._live.record(
                c.MinutesSent(
                    version=result.version,
                    to=tuple(to),
                    objections_until=objections_until,
                    files=tuple(
                        SentFile(
                            file=f"{file.path.parent.name}/{file.path.name}", digest=file.digest
                        )
                        for file in result.files
                    ),
                    content=content,
                    seen=seen,
                )
            )
        remark = _sent_again(before, result, reason) if before else ""
        if remark:
            return msgspec.structs.replace(result, remarks=(*result.remarks, remark))
        return result

    def sent_as_it_is_now(self, content: str) -> Sending | None:
        """The last sending of the minutes, if they still say what was sent then."""
        sendings = sendings_of(self._live.meeting)
        return sendings[-1] if sendings and not self.sent_differs(content) else None

    def _refuse_what_is_no_minutes(self, asked: Sequence[Asked]) -> None:
        """Else the first minutes would have to say why they differ from their own invitation."""
        if self._live.meeting.state == "planned":
            raise UsageProblem(
                tr(
                    "The meeting has not begun, so that there are no minutes to be sent. Nothing "
                    "was written. Export what goes out before it; its version is kept anyhow."
                )
            )
        families = {family_of(each.wanted.kind, each.format) for each in asked}
        if families == {"agenda"}:
            raise UsageProblem(
                tr(
                    "An invitation is no minutes, so it is not recorded as sent. Nothing was "
                    "written. Export it; its version is kept anyhow."
                )
            )
        if families and families <= {"agenda", "data"}:
            raise UsageProblem(
                tr(
                    "JSON is no minutes that could be sent: it holds internal notes too. Nothing "
                    "was written. Choose another format beside it, or export it."
                )
            )

    # -- for the groups -----------------------------------------------------------------------

    @property
    def live(self) -> ExportedMeeting:
        return self._live

    def render(
        self, asked: Asked, edition: Edition, moment: Moment | None = None
    ) -> tuple[Rendered, ...]:
        """The files of a document as this edition has them. Raises NothingToWrite."""
        return written(asked.format, self.job(asked.wanted, edition, moment))

    def job(self, wanted: Wanted, edition: Edition, moment: Moment | None = None) -> Job:
        """What a format needs for a document of this edition."""
        then = moment or self._live.moment()
        return Job(
            meeting=then.meeting if moment else self.on_the_table(wanted.kind),
            wanted=wanted,
            issued=edition.issued,
            version=edition.version,
            status=edition.status,
            reason=edition.reason,
            before=sent_before(then.meeting, edition.version),
            objections_until=edition.objections_until,
            templates=self._templates,
            reference=self._live.reference,
            rows=then.rows,
            series_rows=self._live.series_rows(),
            modified=then.modified,
            changed=then.changed,
            time_zone=self._zone,
            oparl_base=self._oparl_base,
        )

    def wording(self, asked: Asked) -> str:
        """The mark of the words and templates it would be written with now."""
        language = asked.wanted.language or self._live.meeting.language
        return wording(asked.format, language, self._templates)

    def path(self, asked: Asked, version: int, ending: str) -> Path:
        stem = self._live.reference.rpartition("/")[2]
        beside = suffix(asked.wanted, self._live.meeting.language)
        return self._folder / f"{stem}{beside}-v{version}{ending}"

    def path_of(self, export: Export) -> Path:
        return self._folder / Path(export.file).name


def _sent_again(before: Sending, result: ExportResult, reason: str) -> str:
    """What has to be known of minutes that are sent although nothing in them changed; empty where
    a version only goes to more people."""
    minutes = [file for file in result.files if _is_of_minutes(file)]
    if not minutes:
        return ""
    day, reason = f"{before.at.at:%Y-%m-%d}", " ".join(reason.split())
    if result.version == before.version:
        return reason and tr(
            "Nothing differs from version {n}, which was sent on {day}. It was recorded as sent "
            "once more; the reason “{reason}” is printed nowhere.",
            n=before.version,
            day=day,
            reason=reason,
        )
    return tr(
        "The minutes do not differ from version {before}, which was sent on {day}: version {n} "
        "reports the same.",
        before=before.version,
        day=day,
        n=result.version,
    )


def _is_of_minutes(file: Written) -> bool:
    return family_of(file.wanted.kind, file.format) == "minutes"


def _message(
    files: Sequence[Written], version: int, *, is_new: bool, was_edited: bool, is_reworded: bool
) -> str:
    paths = ", ".join(dict.fromkeys([str(files[0].path), *(f.path.name for f in files[1:])]))
    if not is_new:
        return tr("Nothing has changed since version {n}: {path}", n=version, path=paths)
    if is_reworded:
        return tr(
            "Version {n} written, because words or templates of the workspace were changed after "
            "the one before it; that stays as it is: {path}",
            n=version,
            path=paths,
        )
    if was_edited:
        return tr(
            "Version {n} written, because a file or the layout before it was changed; that stays "
            "as it is: {path}",
            n=version,
            path=paths,
        )
    return tr("Version {n} written: {path}", n=version, path=paths)
