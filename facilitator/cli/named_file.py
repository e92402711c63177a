"""Files that a person named on the command line: whole or not at all, nothing lost that stood
there."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from facilitator.errors import NotSaved
from facilitator.i18n import tr


def make_folder(folder: Path) -> None:
    """Make the folder unless it is there. Raises NotSaved with what to do."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _not_written(folder, getattr(error, "strerror", None) or str(error)) from error


def write(path: Path, content: bytes, *, is_private: bool = False) -> Path | None:
    """Write a file the person named, whole or not at all. What stood there and says something
    else stays beside it; returns where. Others may read it as any new file, unless it is private,
    or as the file that stood there. Raises NotSaved with what to do."""
    from facilitator.files import PRIVATE, write_atomically

    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)  # a device or a pipe is no file to be replaced
            return None
        path = path.resolve()  # a link stays a link
        differs = path.is_file() and path.read_bytes() != content
        kept = _kept(path) if differs else None
        write_atomically(path, content, mode=PRIVATE if is_private else _mode(path))
    except FileNotFoundError:
        reason = tr("there is no folder {folder}", folder=path.parent)
    except IsADirectoryError:
        reason = tr("it is a folder")
    except (OSError, ValueError, RuntimeError) as error:  # a ring of links, before Python 3.13
        reason = getattr(error, "strerror", None) or str(error)
    else:
        return kept
    raise _not_written(path, reason)


def _mode(path: Path) -> int:
    if path.is_file():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _not_written(path: Path, reason: str) -> NotSaved:
    return NotSaved(
        tr(
            "{path} could not be written: {reason}. The meeting is safe in the workspace. "
            "Name another place with -o.",
            path=path,
            reason=reason,
        )
    )


def _kept(path: Path) -> Path:
    """Keep a copy of this file under the next free name beside it: an earlier copy may hold what
    somebody wrote by hand, so it stays too."""
    import shutil
    from itertools import count

    for number in count(1):
        copy = path.with_name(f"{path.name}.bak" if number == 1 else f"{path.name}.bak{number}")
        with contextlib.suppress(FileExistsError):
            with path.open("rb") as old, copy.open("xb") as new:
                try:
                    shutil.copyfileobj(old, new)
                    shutil.copystat(path, copy)
                except OSError:
                    copy.unlink()
                    raise
            return copy
    raise AssertionError
