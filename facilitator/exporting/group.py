"""Documents that count their versions together, in one export."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.errors import UsageProblem
from facilitator.exporting.disk import digest_of, digest_on_disk, write
from facilitator.exporting.values import (
    Asked,
    Edition,
    ReasonNeeded,
    Written,
    edition_of,
)
from facilitator.exporting.wording import NOTHING_OWN, SET_BY_TEMPLATES, is_other
from facilitator.formats import NothingToWrite, Rendered
from facilitator.meeting import changes as c
from facilitator.meeting.minutes_life import Family, exports_of, sendings_of
from facilitator.meeting.model import Export, Value
from facilitator.minutes.document import Status

if TYPE_CHECKING:
    from facilitator.exporting.exporter import Exporter


class Found(Value, frozen=True, kw_only=True):
    files: tuple[Written, ...]
    changes: tuple[c.MinutesExported, ...]
    remarks: tuple[str, ...] = ()
    was_edited: bool = False
    is_reworded: bool = False


class _Planned(Value, frozen=True, kw_only=True):
    """`content` None: it is there already."""

    file: Written
    content: bytes | None


class Group:
    """Documents that count their versions together, in one export."""

    def __init__(self, exporter: Exporter, family: Family, asked: Sequence[Asked]) -> None:
        self._exporter = exporter
        self._asked = asked
        self._meeting = exporter.live.meeting
        self._content = exporter.content(family)
        self._rows = exports_of(self._meeting, family)
        self._family = family
        self._latest = max((row.version for row in self._rows), default=0)
        self._seen = exporter.live.moment().seen
        self._remarks: list[str] = []
        self._is_reworded = False

    def current(
        self, status: Status | None = None, objections_until: date | None = None
    ) -> Edition | None:
        """The last version, if it says what is to be said now, in the state that is asked for
        (None: that of the meeting)."""
        last = next((row for row in reversed(self._rows) if row.version == self._latest), None)
        if last is None:
            return None
        if status is None:
            fits = (last.status == "approved") == (self._status_now() == "approved")
        else:
            fits = (last.status, last.objections_until) == (status, objections_until)
        return edition_of(last) if fits and self._exporter.is_said_by(last, self._content) else None

    def next(self, like: Edition | None = None, version: int = 0) -> Edition:
        """A new version of today; the rest as in `like`, else that of a plain export."""
        return Edition(
            version=version or self._latest + 1,
            issued=self._exporter.live.now().at.date(),
            status=(like.status if like else None) or self._status_now(),
            objections_until=like.objections_until if like else None,
            reason=like.reason if like else "",
        )

    def written(
        self, reason: str, *, status: Status | None, objections_until: date | None
    ) -> Found:
        """Raises ReasonNeeded, NotSaved, or what the formats raise."""
        if status == "sent" and self._status_now() == "approved":
            status = "approved"  # a copy that is sent says so
        edition = self.current(status, objections_until)
        was_edited = edition is not None
        if edition is not None:
            planned = self._again(edition, is_sent=self._was_sent(edition.version))
            if planned is not None:
                return self._write(planned, edition, was_edited=False)
        elif self._must_say_why() and not reason.strip():
            raise ReasonNeeded(sendings_of(self._meeting)[-1].version)
        like = edition or Edition(
            version=0,
            issued=self._exporter.live.now().at.date(),
            status=status,
            objections_until=objections_until,
            reason=" ".join(reason.split()) if self._is_late() else "",
        )
        for version in count(self._latest + 1):
            edition = self.next(like, version)
            planned = self._anew(edition)
            if planned is not None:
                was_edited = was_edited or version > self._latest + 1
                return self._write(planned, edition, was_edited=was_edited)
        raise AssertionError("numbers do not end")

    def is_worded(self, edition: Edition, asked: Asked) -> bool:
        """Whether a document would have the words of this version's files, as far as these are
        known. An earlier program did not keep them."""
        now, spoken = self._exporter.wording(asked), self._meeting.language
        language = asked.wanted.language or spoken
        return not any(
            is_other(row.wording, now, is_same_format=row.format == asked.format)
            for row in self._rows
            if row.version == edition.version and (row.language or spoken) == language
        )

    def _is_late(self) -> bool:
        """Something was sent already: then a reason has its place."""
        return self._family == "minutes" and bool(sendings_of(self._meeting))

    def _must_say_why(self) -> bool:
        return self._family == "minutes" and self._exporter.sent_differs(self._content)

    def _status_now(self) -> Status:
        return "approved" if self._meeting.state == "approved" else "draft"

    def _was_sent(self, version: int) -> bool:
        return self._family == "minutes" and any(
            sending.version == version for sending in sendings_of(self._meeting)
        )

    def _again(self, edition: Edition, *, is_sent: bool) -> list[_Planned] | None:
        """The files of a version there is already; None: some of them cannot be what they were,
        so that a new version is needed."""
        rows = {Path(row.file).name: row for row in self._rows if row.version == edition.version}
        planned: list[_Planned] = []
        for asked, file in self._rendered(edition):
            path = self._exporter.path(asked, edition.version, file.ending)
            row = rows.get(path.name)
            content, digest = file.content, digest_of(file.content)
            found = digest_on_disk(path)
            if row is None and not self.is_worded(edition, asked):
                self._is_reworded = True
                return None
            if row is not None and row.digest != digest:
                if found == row.digest and is_sent:
                    digest = row.digest  # what was sent is that version, whatever changed since
                else:
                    then = self._as_it_was(asked, edition, row, file.ending)
                    if then is not None and digest_of(then) == row.digest:
                        content, digest = then, row.digest
                    elif found == row.digest and then == content and self._is_set_as(row, asked):
                        digest = row.digest  # only the program sets it otherwise by now
                    else:
                        return None
            if found not in (None, digest):
                return None
            done = _file(path, asked, edition, digest, is_new=row is None)
            planned.append(_Planned(file=done, content=content if found is None else None))
        return planned

    def _as_it_was(self, asked: Asked, edition: Edition, row: Export, ending: str) -> bytes | None:
        """The bytes of a file made of the meeting as it then was; None: there is none."""
        moment = self._exporter.live.moment(row.id)
        try:
            files = self._exporter.render(asked, edition, moment)
        except UsageProblem:
            return None
        return next((file.content for file in files if file.ending == ending), None)

    def _is_set_as(self, row: Export, asked: Asked) -> bool:
        """Whether neither words nor templates nor settings can be why a file would now be another.
        Of a file without a mark only where the workspace has nothing of its own."""
        now = self._exporter.wording(asked)
        return asked.format in SET_BY_TEMPLATES and now == (row.wording or NOTHING_OWN)

    def _anew(self, edition: Edition) -> list[_Planned] | None:
        """The files of a new version; None: one of its names is taken by something else."""
        planned: list[_Planned] = []
        for asked, file in self._rendered(edition):
            path = self._exporter.path(asked, edition.version, file.ending)
            digest = digest_of(file.content)
            found = digest_on_disk(path)
            if found not in (None, digest):
                return None
            done = _file(path, asked, edition, digest)
            planned.append(_Planned(file=done, content=file.content if found is None else None))
        return planned

    def _rendered(self, edition: Edition) -> list[tuple[Asked, Rendered]]:
        self._remarks = []
        found: list[tuple[Asked, Rendered]] = []
        for asked in self._asked:
            try:
                files = self._exporter.render(asked, edition)
            except NothingToWrite as error:
                self._remarks.append(str(error))
                continue
            found += [(asked, file) for file in files]
            self._remarks += [remark for file in files for remark in file.remarks]
        return found

    def _write(self, planned: Sequence[_Planned], edition: Edition, *, was_edited: bool) -> Found:
        for each in planned:
            if each.content is not None:
                write(each.file.path, each.content)
        return Found(
            files=tuple(each.file for each in planned),
            changes=tuple(
                c.MinutesExported(
                    version=edition.version,
                    file=f"{each.file.path.parent.name}/{each.file.path.name}",
                    digest=each.file.digest,
                    issued=edition.issued,
                    format=each.file.format,
                    kind=each.file.wanted.kind,
                    scope=each.file.wanted.scope,
                    items=each.file.wanted.items,
                    with_names=each.file.wanted.with_names,
                    language=each.file.wanted.language,
                    content=self._content,
                    status=edition.status or "",
                    objections_until=edition.objections_until,
                    reason=edition.reason,
                    seen=self._seen,
                    wording=self._exporter.wording(
                        Asked(format=each.file.format, wanted=each.file.wanted)
                    ),
                )
                for each in planned
                if each.file.is_new
            ),
            remarks=tuple(self._remarks),
            was_edited=was_edited,
            is_reworded=self._is_reworded,
        )


def _file(
    path: Path, asked: Asked, edition: Edition, digest: str, *, is_new: bool = True
) -> Written:
    return Written(
        path=path,
        version=edition.version,
        digest=digest,
        format=asked.format,
        wanted=asked.wanted,
        is_new=is_new,
    )
