"""A file that somebody brings along for the program to use: a template, a letterhead, words."""

from __future__ import annotations

import errno
from pathlib import Path

from facilitator.i18n import tr

LARGEST = 50_000_000
"""Bytes; a letterhead with pictures is far below."""


def is_there(path: Path) -> bool:
    """Also a link that leads nowhere: whoever made it means it to be used, and is told."""
    return path.exists() or path.is_symlink()


def read_own(path: Path) -> bytes:
    """The file, whole. Raises OSError also for what would never end: a pipe, a device, a file
    larger than anything of this kind."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.EINVAL, tr("it is no file"))
    if path.stat().st_size > LARGEST:
        raise OSError(errno.EFBIG, tr("it is larger than {n} MB", n=LARGEST // 1_000_000))
    return path.read_bytes()
