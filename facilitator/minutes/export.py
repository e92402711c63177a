"""Minutes as files in the workspace: numbered versions that are never overwritten.

A version keeps its number, its date of issue and its hash in the meeting (`MinutesExported`), so
that it can be had again with the same bytes. Only a difference in content makes a new one.
"""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from facilitator.errors import NotSaved
from facilitator.files import write_atomically
from facilitator.i18n import tr
from facilitator.meeting.changes import MinutesExported
from facilitator.meeting.model import Export, Meeting, Value
from facilitator.minutes.document import Status
from facilitator.minutes.markdown import markdown


class ExportResult(Value, frozen=True, kw_only=True):
    """What an export did. `is_new`: the caller must record `change`; else this version was
    exported before, and its file is there as it was. `message` says it to people."""

    path: Path
    version: int
    digest: str
    issued: date
    is_new: bool
    message: str
    change: MinutesExported


def digest_of(content: bytes) -> str:
    """SHA-256 in hex, as kept in `Export.digest`."""
    return hashlib.sha256(content).hexdigest()


def export(
    meeting: Meeting,
    folder: Path,
    *,
    stem: str,
    today: date,
    status: Status | None = None,
    templates: Path | None = None,
) -> ExportResult:
    """Write `<folder>/<stem>-vN.md` and say what is to be recorded.

    N grows only when the minutes say something else than at the last export. A file that was
    changed by hand, or that is not ours, stays as it is: the next free number is taken.
    `templates` is the folder of the workspace (see `markdown`). Raises NotSaved or BadFile.
    """
    last = _last(meeting)

    def content(version: int, issued: date) -> bytes:
        text = markdown(meeting, issued=issued, version=version, status=status, templates=templates)
        return text.encode("utf-8", errors="replace")

    was_edited = False
    if last is not None:
        same = content(last.version, last.issued)
        if digest_of(same) == last.digest:
            path = folder / Path(last.file).name
            found = _digest_on_disk(path)
            if found in (None, last.digest):
                if found is None:
                    _write(path, same)
                return _again(path, last, was_missing=found is None)
            was_edited = True
    version = last.version + 1 if last else 1
    while True:
        path = folder / f"{stem}-v{version}.md"
        new = content(version, today)
        if _digest_on_disk(path) in (None, digest_of(new)):
            break
        version, was_edited = version + 1, True
    _write(path, new)
    return _first(path, version, digest_of(new), today, was_edited=was_edited)


def _last(meeting: Meeting) -> Export | None:
    exports = [each for each in meeting.exports if each.format == "md"]
    return max(exports, key=lambda each: each.version, default=None)


def _digest_on_disk(path: Path) -> str | None:
    """None: there is no such file. One that cannot be read has no digest of ours."""
    try:
        return digest_of(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError:
        return "" if path.exists() else None


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(path, content)
    except OSError as error:
        raise NotSaved(
            tr(
                "The minutes could not be written to {path}: {reason}. The meeting itself is "
                "safe; try again or choose another place.",
                path=path,
                reason=error.strerror or str(error),
            )
        ) from error


def _again(path: Path, last: Export, *, was_missing: bool) -> ExportResult:
    if was_missing:
        message = tr("Written again, nothing has changed: {path}", path=path)
    else:
        message = tr("Nothing has changed since version {n}: {path}", n=last.version, path=path)
    return ExportResult(
        path=path,
        version=last.version,
        digest=last.digest,
        issued=last.issued,
        is_new=False,
        message=message,
        change=MinutesExported(
            version=last.version, file=last.file, digest=last.digest, issued=last.issued
        ),
    )


def _first(
    path: Path, version: int, digest: str, issued: date, *, was_edited: bool
) -> ExportResult:
    if was_edited:
        message = tr(
            "Version {n} written, because the file before it was changed by hand and stays as it "
            "is: {path}",
            n=version,
            path=path,
        )
    else:
        message = tr("Version {n} written: {path}", n=version, path=path)
    return ExportResult(
        path=path,
        version=version,
        digest=digest,
        issued=issued,
        is_new=True,
        message=message,
        change=MinutesExported(
            version=version, file=f"{path.parent.name}/{path.name}", digest=digest, issued=issued
        ),
    )
