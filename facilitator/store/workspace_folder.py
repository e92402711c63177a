"""The layout of a workspace: a folder a series, `series.json` and one file a meeting in it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

from facilitator.errors import BadFile, NotFound, NotSaved, UsageProblem
from facilitator.i18n import tr
from facilitator.store import rows
from facilitator.store.lines import CHANGES
from facilitator.store.storage import LineStorage

SERIES_FILE = "series.json"
MOST_OF_A_SLUG = 60
_MEETING_FILE = re.compile(r"\d{4}-\d{2}-\d{2}-[^.].*\.json\Z")
_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"}
)
_RESERVED = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))}


def slug(text: str) -> str:
    """A name for files that stays readable ('Änderung' -> 'aenderung') and is safe everywhere:
    lower case ASCII, at most 60 characters, never empty, no name Windows keeps for itself."""
    spelled = unicodedata.normalize("NFC", text).casefold().translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MOST_OF_A_SLUG].strip("-")
    if not short:
        short = "x"
    return f"{short}-" if short in _RESERVED else short


class WorkspaceFolder:
    """Finds and names files; reads nothing but what a list needs, writes nothing but folders.
    Raises UsageProblem when `root` is a file, NotSaved when it cannot be made."""

    def __init__(self, root: Path) -> None:
        self.root = root
        if root.exists() and not root.is_dir():
            raise UsageProblem(
                tr(
                    "{path} is a file, not a folder; a workspace is a folder. Nothing was changed."
                    " Name another one with --workspace.",
                    path=root,
                )
            )
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
            next(root.iterdir(), None)
        except OSError as error:
            raise NotSaved(
                tr(
                    "The workspace {path} cannot be used ({reason}). Nothing was changed."
                    " Allow access to it, or name another one with --workspace.",
                    path=root,
                    reason=error.strerror or error,
                )
            ) from error

    def series_slugs(self) -> list[str]:
        """The folders that hold a series or meetings, by name."""
        return sorted(
            each.name
            for each in self.root.iterdir()
            if each.is_dir()
            and not each.name.startswith(".")
            and ((each / SERIES_FILE).exists() or any(map(_is_meeting, each.glob("*.json"))))
        )

    def series_path(self, series: str) -> Path:
        return self._inside(series) / SERIES_FILE

    def meeting_paths(self, series: str) -> list[Path]:
        return sorted(each for each in self._inside(series).glob("*.json") if _is_meeting(each))

    def meeting_path(self, series: str, stem: str) -> Path:
        """The file of a meeting. Raises NotFound for a name that points elsewhere."""
        path = self._inside(series) / f"{stem}.json"
        if path.parent != self._inside(series) or not _is_meeting(path):
            raise NotFound(tr("'{name}' is no meeting. Nothing was changed.", name=stem))
        return path

    def minutes_folder(self, series: str) -> Path:
        """Where the minutes of a series are kept; made here."""
        folder = self._inside(series) / "minutes"
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise NotSaved(
                tr(
                    "The folder {path} cannot be made ({reason}). Nothing was written.",
                    path=folder,
                    reason=error.strerror or error,
                )
            ) from error
        return folder

    def new_series(self, name: str) -> str:
        """Make a folder for a series; its name."""
        wanted = slug(name)
        for count in range(1, 1000):
            found = wanted if count == 1 else f"{wanted}-{count}"
            try:
                (self.root / found).mkdir(mode=0o700)
            except FileExistsError:
                continue
            except OSError as error:
                raise NotSaved(
                    tr(
                        "The series cannot be made in {path} ({reason}). Nothing was changed.",
                        path=self.root,
                        reason=error.strerror or error,
                    )
                ) from error
            return found
        raise UsageProblem(tr("There are too many series called '{name}'.", name=name))

    def new_meeting_path(self, series: str, day: date, title: str) -> Path:
        """A path for a new meeting that no file has yet."""
        wanted = f"{day:%Y-%m-%d}-{slug(title)}"
        folder = self._inside(series)
        for count in range(1, 1000):
            path = folder / f"{wanted if count == 1 else f'{wanted}-{count}'}.json"
            if not path.exists():
                return path
        raise UsageProblem(tr("There are too many meetings called '{name}'.", name=title))

    def head(self, path: Path) -> dict[str, dict[str, Any]]:
        """The folded tables of a meeting as they stand in its file, without its changes. Raises
        BadFile when it cannot be read."""
        try:
            loaded = LineStorage(path).load()
        except OSError as error:
            raise BadFile(
                tr("{path} cannot be read ({reason}).", path=path, reason=error.strerror or error)
            ) from error
        found: dict[str, dict[str, Any]] = {}
        for name, table in loaded.tables.items():
            if name != CHANGES:
                read = {str(doc_id): rows.read(raw) for doc_id, raw in table.items()}
                found[name] = {doc_id: row for doc_id, row in read.items() if row is not None}
        if "meetings" not in found:
            raise BadFile(
                tr("{path} is no meeting of facilitator. It was left as it is.", path=path)
            )
        return found

    def _inside(self, series: str) -> Path:
        if not series or "/" in series or "\\" in series or series.startswith("."):
            raise NotFound(tr("'{name}' is no series. Nothing was changed.", name=series))
        return self.root / series


def _is_meeting(path: Path) -> bool:
    return _MEETING_FILE.match(path.name) is not None
