"""A meeting from another workspace: from our own JSON, or from its file there.

It keeps its identity: the same meeting is never here twice. What happened elsewhere is added to
what happened here, which the fold allows in any order; nothing is replaced.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from facilitator.brought import Brought, read_brought
from facilitator.errors import BadFile, FacilitatorError, NotFound, UsageProblem
from facilitator.files import sync_folder
from facilitator.i18n import ntr, tr
from facilitator.meeting import changes as c
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.model import Meeting, Value
from facilitator.meeting.series import SeriesFold
from facilitator.store.change_file import ChangeFile
from facilitator.store.check import SERIES_FILE
from facilitator.store.clock import ChangeClock
from facilitator.store.failures import not_saved
from facilitator.store.lock import SaveLock
from facilitator.store.slugs import slug
from facilitator.workspace import Workspace

_BESIDE = ".import-"
"""Folders that begin so are being filled; lists pass over hidden ones."""


class Imported(Value, frozen=True, kw_only=True):
    """`new_changes`: how many were not here yet; `is_new`: nor was the meeting. `remarks`:
    sentences on what to look at. `message` says it to people."""

    reference: str
    new_changes: int
    is_new: bool
    message: str
    remarks: tuple[str, ...] = ()


def import_meeting(workspace: Workspace, path: Path, *, series: str = "") -> Imported:
    """Take the meeting in this file into the workspace, whole or not at all. `series`: into the
    one of this name, made if there is none; else into its own. A meeting that is here already
    stays where it is. Raises BadFile for whatever is no meeting of ours, NotSaved."""
    brought = read_brought(path)
    with SaveLock(workspace.root / "import").held():  # two imports at once make no two meetings
        for leftover in workspace.root.glob(f"{_BESIDE}*"):  # of one that was cut off
            shutil.rmtree(leftover, ignore_errors=True)
        reference = _here_already(workspace, brought.meeting.id)
        if reference is not None:
            return _added(workspace, reference, brought)
        return _made(workspace, brought, series.strip())


def _here_already(workspace: Workspace, meeting_id: str) -> str | None:
    """The reference of this meeting. Raises BadFile where a file that cannot be read may be it."""
    for series in workspace.folder.series_slugs():
        for path in workspace.folder.meeting_paths(series):
            try:
                rows = workspace.folder.head(path).get("meetings", {}).values()
            except FacilitatorError as error:
                if _speaks_of(path, meeting_id):
                    raise BadFile(
                        tr(
                            "The meeting seems to be here already, in a file that cannot be read."
                            " Nothing was imported. {reason}",
                            reason=error,
                        )
                    ) from error
                continue
            if any(row.get("id") == meeting_id for row in rows):
                return f"{series}/{path.stem}"
    return None


def _speaks_of(path: Path, meeting_id: str) -> bool:
    try:
        return meeting_id.encode() in path.read_bytes()
    except OSError:
        return False


def _added(workspace: Workspace, reference: str, brought: Brought) -> Imported:
    """What is not here yet goes to what is; nothing that is here goes."""
    file = ChangeFile.open(workspace.path(reference), MeetingFold, _clock(workspace))
    file.refuse_other_words(brought.rows)  # before the series learns anything
    path = workspace.folder.series_path(reference.partition("/")[0])
    numbers: tuple[tuple[str, str], ...] = ()
    with suppress(NotFound):  # a meeting whose series is gone goes on without it
        own = ChangeFile.open(path, SeriesFold, _clock(workspace))
        if own.value.id == brought.series_id:
            own.adopt(brought.series_rows)
        numbers = own.value.numbers
    count = file.adopt(brought.rows)
    if not count:
        message = tr(
            "{reference} is here already, with everything that is in the file. Nothing was"
            " changed.",
            reference=reference,
        )
    else:
        message = ntr(
            "{reference} is here already. {n} change that was made elsewhere was added to it;"
            " nothing that was here is gone.",
            "{reference} is here already. {n} changes that were made elsewhere were added to it;"
            " nothing that was here is gone.",
            count,
            reference=reference,
        )
    return Imported(
        reference=reference,
        new_changes=count,
        is_new=False,
        message=message,
        remarks=_remarks(file.value, numbers),
    )


def _made(workspace: Workspace, brought: Brought, wanted: str) -> Imported:
    """A meeting that is not here yet. The series learns first, as it does at a close."""
    own = None if wanted else _series_with(workspace, brought.series_id)
    named = wanted or brought.meeting.series_name
    if own is not None:
        path = workspace.folder.series_path(own)
        ChangeFile.open(path, SeriesFold, _clock(workspace)).adopt(brought.series_rows)
        reference = _into(workspace, own, brought)
    elif (found := workspace.series_called(named) if named.strip() else None) is not None:
        _tell_numbers(workspace, found, brought.meeting)
        reference = _into(workspace, found, brought)
    elif wanted or not brought.series_rows:
        reference = _with_series(workspace, brought, _founded(named, brought.meeting))
    else:
        reference = _with_series(workspace, brought)
    series = workspace.series_in(reference.partition("/")[0])
    count = len(brought.rows)
    return Imported(
        reference=reference,
        new_changes=count,
        is_new=True,
        message=tr(
            "Imported: {title}, series {series}.",
            title=brought.meeting.title,
            series=series.name,
        ),
        remarks=_remarks(brought.meeting, series.numbers),
    )


def _series_with(workspace: Workspace, series_id: str) -> str | None:
    """The folder of the series of this identity."""
    for found in workspace.folder.series_slugs():
        try:
            if series_id and workspace.series_in(found).id == series_id:
                return found
        except FacilitatorError:
            continue
    return None


def _founded(name: str, meeting: Meeting) -> tuple[c.Change, ...]:
    """The first step of the series that is made for this meeting."""
    name = name.strip()
    if not name:
        raise UsageProblem(
            tr(
                "The meeting does not say which series it belongs to. Nothing was imported. Name"
                " one with --series."
            )
        )
    numbers = tuple((entry.id, entry.number) for entry in meeting.entries if entry.number)
    founded = c.SeriesFounded(name=name, language=meeting.language, kind=meeting.kind)
    return (founded, *([c.NumbersGiven(numbers=numbers, meeting=meeting.id)] if numbers else []))


def _tell_numbers(workspace: Workspace, series: str, meeting: Meeting) -> None:
    """The series gives none of the meeting's numbers again."""
    known = set(workspace.series_in(series).numbers)
    pairs = tuple((e.id, e.number) for e in meeting.entries if e.number)
    if fresh := tuple(pair for pair in pairs if pair not in known):
        workspace.record_in_series(series, c.NumbersGiven(numbers=fresh, meeting=meeting.id))


def _into(workspace: Workspace, series: str, brought: Brought) -> str:
    day, title = _named(brought, workspace.today())
    path = workspace.folder.new_meeting_path(series, day, title)
    ChangeFile.of_rows(path, MeetingFold, _clock(workspace), brought.rows)
    return f"{series}/{path.stem}"


def _with_series(workspace: Workspace, brought: Brought, founded: tuple[c.Change, ...] = ()) -> str:
    """Series and meeting appear in the same moment: a folder is filled beside and then renamed.
    `founded`: the first step of a new series; empty: the meeting brings its own."""
    root, clock = workspace.root, _clock(workspace)
    try:
        beside = Path(tempfile.mkdtemp(prefix=_BESIDE, dir=root))
    except OSError as error:
        raise not_saved(error, root) from error
    try:
        path = beside / SERIES_FILE
        if founded:
            file = ChangeFile.create(path, SeriesFold, workspace.new_ids(), founded)
        else:
            file = ChangeFile.of_rows(path, SeriesFold, clock, brought.series_rows)
        day, title = _named(brought, workspace.today())
        stem = f"{day.isoformat()}-{slug(title)}"
        ChangeFile.of_rows(beside / f"{stem}.json", MeetingFold, clock, brought.rows)
        found = workspace.folder.new_series(file.value.name)
        (root / found).rmdir()  # the name is ours: nobody else imports or founds in this moment
        beside.rename(root / found)
        sync_folder(root)
    except OSError as error:
        raise not_saved(error, root) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return f"{found}/{stem}"


def _named(brought: Brought, today: date) -> tuple[date, str]:
    """Day and title for the name of the file: as it was called, if that is such a name."""
    called = re.fullmatch(r"(\d{4}-\d\d-\d\d)-(.+)", brought.file, re.DOTALL)
    if called is not None:
        try:
            return date.fromisoformat(called[1]), called[2]
        except ValueError:
            pass
    return brought.meeting.day or today, brought.meeting.title


def _clock(workspace: Workspace) -> ChangeClock:
    """Nothing new is written with it: what is imported has its ids."""
    return ChangeClock("0000", workspace.clock.now)


def _remarks(meeting: Meeting, numbers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    found: list[str] = []
    if meeting.unread:
        found.append(
            ntr(
                "{n} change is of a newer version of facilitator. It is kept and not shown.",
                "{n} changes are of a newer version of facilitator. They are kept and not shown.",
                meeting.unread,
            )
        )
    owners: dict[str, set[str]] = {}
    for entry, number in numbers:
        owners.setdefault(number, set()).add(entry)
    if twice := sorted(number for number, entries in owners.items() if len(entries) > 1):
        found.append(
            tr(
                "Given twice, because two laptops gave numbers of their own: {numbers}. Nothing"
                " was changed; say in the minutes which is meant.",
                numbers=", ".join(twice),
            )
        )
    return tuple(found)
