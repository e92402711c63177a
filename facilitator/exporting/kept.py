"""The versions of the minutes as they are kept: what can be read, compared, and what is gone."""

from __future__ import annotations

from datetime import date

import msgspec

from facilitator.exporting.disk import digest_on_disk
from facilitator.exporting.exporter import Exporter
from facilitator.exporting.values import wanted_of
from facilitator.meeting.minutes_life import exports_of, sendings_of
from facilitator.meeting.model import Export, Value
from facilitator.store.rows import decode


class KeptVersion(Value, frozen=True, kw_only=True):
    """`export`: the first of its files whose document this program knows, else the first. `gone`
    and `altered`: formats whose files are not there, or not as they were written. `sent`: the day
    it was sent last."""

    number: int
    export: Export
    sent: date | None = None
    gone: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()

    @property
    def is_of_newer(self) -> bool:
        """Only a newer program knows what documents these are."""
        return wanted_of(self.export) is None


def kept_versions(exporter: Exporter) -> tuple[KeptVersion, ...]:
    """The newest first. Looks at every file of theirs."""
    meeting = exporter.live.meeting
    files: dict[int, list[Export]] = {}
    for export in exports_of(meeting):
        files.setdefault(export.version, []).append(export)
    sent = {each.version: each.at.at.date() for each in sendings_of(meeting)}
    return tuple(
        _kept(exporter, rows, sent.get(number)) for number, rows in sorted(files.items())[::-1]
    )


def _kept(exporter: Exporter, rows: list[Export], sent: date | None) -> KeptVersion:
    found = [(row.format, row.digest, digest_on_disk(exporter.path_of(row))) for row in rows]
    return KeptVersion(
        number=rows[0].version,
        export=next((row for row in rows if wanted_of(row) is not None), rows[0]),
        sent=sent,
        gone=tuple(dict.fromkeys(code for code, _, there in found if there is None)),
        altered=tuple(
            dict.fromkeys(code for code, kept, there in found if there not in (None, kept))
        ),
    )


def not_understood(exporter: Exporter) -> int:
    """How many changes of the meeting only a newer program understands: what they changed is in no
    comparison."""
    read = (decode(msgspec.json.decode(row)) for row in exporter.live.moment().rows)
    return sum(each is not None and each.change is None for each in read)
