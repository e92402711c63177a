"""The folders and files of a workspace, and a quick look into a meeting's file for lists.

<series>/series.json
<series>/<date>-<title>.json
<series>/minutes/
"""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import msgspec

from facilitator.errors import BadFile, NotFound, NotSaved, UsageProblem
from facilitator.i18n import tr
from facilitator.meeting.fold import MeetingFold
from facilitator.store import rows
from facilitator.store.change_file import ChangeFile
from facilitator.store.check import SERIES_FILE
from facilitator.store.clock import ChangeClock
from facilitator.store.failures import not_read, not_saved
from facilitator.store.folded import FOLD
from facilitator.store.lines import CHANGES, META
from facilitator.store.slugs import slug

RawTables = dict[str, dict[str, dict[str, Any]]]

_SPLIT = msgspec.json.Decoder(dict[str, msgspec.Raw])


class WorkspaceFolder:
    """The folder all series are in; made, for its owner alone, if it is not there. Raises
    UsageProblem when a file stands in its place, NotSaved when it cannot be made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            raise UsageProblem(
                tr(
                    "{path} is a file, or lies in one; meetings need a folder. Nothing was"
                    " changed. Give another folder.",
                    path=root,
                )
            ) from None
        except OSError as error:
            raise NotSaved(
                tr(
                    "The folder {path} cannot be made ({reason}). Nothing was changed. Give a"
                    " folder you may write to.",
                    path=root,
                    reason=error.strerror or str(error),
                )
            ) from error

    # -- what is there ------------------------------------------------------------------------

    def series_slugs(self) -> tuple[str, ...]:
        """Folders that hold a series' file or a meeting's, by name."""
        return tuple(
            each.name
            for each in self._listed(self.root)
            if each.is_dir() and any(path.suffix == ".json" for path in self._listed(each))
        )

    def meeting_paths(self, series: str) -> tuple[Path, ...]:
        """The meetings' files of a series, by day; empty for a folder that is not there."""
        folder = self._folder(series)
        if not folder.is_dir():
            return ()
        return tuple(
            path
            for path in self._listed(folder)
            if path.suffix == ".json" and path.name != SERIES_FILE and path.is_file()
        )

    def series_path(self, series: str) -> Path:
        return self._folder(series) / SERIES_FILE

    def meeting_path(self, series: str, stem: str) -> Path:
        """The file of a meeting, there or not. Raises NotFound for what is no plain name."""
        return self._folder(series) / f"{_plain(stem)}.json"

    def minutes_folder(self, series: str) -> Path:
        """Where its minutes are put; not made here."""
        return self._folder(series) / "minutes"

    # -- new ones -----------------------------------------------------------------------------

    def new_series(self, name: str) -> str:
        """Make the folder of a new series and give its name. Raises NotSaved."""
        wanted = slug(name)
        for number in count(1):
            found = wanted if number == 1 else f"{wanted}-{number}"
            try:
                (self.root / found).mkdir(mode=0o700)
            except FileExistsError:
                continue
            except OSError as error:
                raise not_saved(error, self.root / found) from error
            return found
        raise AssertionError("numbers do not end")

    def new_meeting_path(self, series: str, day: date, title: str) -> Path:
        """A name for a new meeting that no file has; nothing is made yet."""
        stem = f"{day.isoformat()}-{slug(title)}"
        for number in count(1):
            path = self.meeting_path(series, stem if number == 1 else f"{stem}-{number}")
            if not path.exists():
                return path
        raise AssertionError("numbers do not end")

    # -- a quick look -------------------------------------------------------------------------

    def head(self, path: Path) -> RawTables:
        """The folded tables of a meeting as they stand in its file: table -> document id -> row.

        No change is folded, unless a row's crc is wrong or the tables are of another version of
        the program. Raises NotFound or BadFile.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise not_read(error, path) from error
        found = _quick_look(data)
        return found if found is not None else _folded_anew(path)

    # -- inside -------------------------------------------------------------------------------

    def _folder(self, series: str) -> Path:
        return self.root / _plain(series)

    def _listed(self, folder: Path) -> list[Path]:
        """What is in a folder, by name, without hidden files."""
        try:
            return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        except FileNotFoundError:
            return []
        except OSError as error:
            raise BadFile(
                tr(
                    "The folder {path} cannot be read ({reason}). Nothing was changed. Allow"
                    " reading, or give another folder.",
                    path=folder,
                    reason=error.strerror or str(error),
                )
            ) from error


def _plain(name: str) -> str:
    """A name that leads nowhere else."""
    if name in ("", ".", "..") or any(sign in name for sign in '/\\:\0"'):
        raise NotFound(
            tr(
                "'{name}' is no name of a series or a meeting. Nothing was changed. Look at the"
                " list of meetings.",
                name=name,
            )
        )
    return name


def _quick_look(data: bytes) -> RawTables | None:
    """The tables but the changes; None when they cannot be trusted."""
    found: RawTables = {}
    try:
        for name, table in _SPLIT.decode(data).items():
            if name == CHANGES:
                continue
            found[name] = {}
            for doc_id, raw in _SPLIT.decode(table).items():
                row_bytes = bytes(raw)
                if not rows.is_sealed(row_bytes):
                    return None
                row = msgspec.json.decode(row_bytes)
                del row["crc"]
                found[name][doc_id] = row
    except rows.UNREADABLE:
        return None
    meta = next(iter(found.pop(META, {}).values()), {})
    return found if meta.get("fold") == FOLD else None


def _folded_anew(path: Path) -> RawTables:
    clock = ChangeClock("0000", _no_time)
    fold = ChangeFile.open(path, MeetingFold, clock).fold
    return {
        name: {key: msgspec.to_builtins(value) for key, value in table.items()}
        for name, table in fold.tables().items()
    }


def _no_time() -> Any:
    raise AssertionError("a file that is only looked at needs no clock")
