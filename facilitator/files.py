"""Files: written whole or not at all, and the shipped ones found wherever the program lives."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

PRIVATE = 0o600
"""Only the owner may read and write."""


def shipped(*parts: str) -> Path:
    """A file of `data/`: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / "data"
    root = inside if inside.is_dir() else _PACKAGE.parent / "data"
    return root.joinpath(*parts)


def write_atomically(
    path: Path, content: bytes, *, keep_previous: Path | None = None, mode: int = PRIVATE
) -> None:
    """Replace `path` by `content`: temporary file beside it, fsync, rename, fsync of the folder.

    After a power cut there is the old file or the new one, never half of either. With
    `keep_previous` the old file stays under that name (a hard link, no copy). `mode`: who may read
    it; only the owner, unless it is to be given away. Raises OSError and leaves the old file as it
    was.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode != PRIVATE:
            temporary.chmod(mode)
        if keep_previous is not None and path.exists():
            with contextlib.suppress(FileNotFoundError):
                keep_previous.unlink()
            with contextlib.suppress(OSError):  # a file system without hard links
                os.link(path, keep_previous)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable, where the platform can (Windows cannot and need not)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
