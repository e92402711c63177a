"""What the system said when writing or reading failed, as a sentence for people."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from facilitator.errors import BadFile, FacilitatorError, NotFound, NotSaved
from facilitator.i18n import tr

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ESTALE})


def not_saved(error: OSError, path: Path) -> NotSaved:
    """Why `path` could not be written. The caller has kept in memory what was to be saved."""
    file, folder = path.name, path.parent
    if error.errno in _FULL:
        text = tr(
            "Not saved: there is no room left on the disk for {file}. Nothing is lost, the input is"
            " still in memory and the file is as it was. Make room on the disk, then save again.",
            file=file,
        )
    elif error.errno in _GONE:
        text = tr(
            "Not saved: the folder {folder} is gone (moved, renamed, or its drive was taken out)."
            " Nothing is lost, the input is still in memory. Bring the folder back, then save"
            " again.",
            folder=folder,
        )
    elif os.name == "nt" and isinstance(error, PermissionError):
        text = tr(
            "Not saved: another program holds {file} (a backup, a virus scanner, an editor)."
            " Nothing is lost, the input is still in memory and the file is as it was. Close that"
            " program, then save again.",
            file=file,
        )
    elif error.errno in _FORBIDDEN:
        text = tr(
            "Not saved: {folder} may not be written to (no permission, or the drive is read-only)."
            " Nothing is lost, the input is still in memory and the file is as it was. Allow"
            " writing, then save again.",
            folder=folder,
        )
    else:
        text = tr(
            "Not saved: the system refused to write {file} ({reason}). Nothing is lost, the input"
            " is still in memory and the file is as it was. Check the drive, then save again.",
            file=file,
            reason=error.strerror or str(error),
        )
    return NotSaved(text)


def not_read(error: OSError, path: Path) -> FacilitatorError:
    """Why `path` could not be read: NotFound or BadFile."""
    if error.errno in _GONE:
        return NotFound(
            tr(
                "There is no file {path}. Nothing was changed. Look whether it was moved or"
                " renamed.",
                path=path,
            )
        )
    if isinstance(error, IsADirectoryError):
        return BadFile(
            tr(
                "{path} is a folder, not a file. Nothing was changed. Give the name of a file in"
                " it.",
                path=path,
            )
        )
    return BadFile(
        tr(
            "{path} cannot be read ({reason}). Nothing was changed. Allow reading, or check the"
            " drive.",
            path=path,
            reason=error.strerror or str(error),
        )
    )
