"""The least a program can do to keep bytes for good."""

from __future__ import annotations

import os
from pathlib import Path


def bare_write(path: Path, content: bytes) -> None:
    """Temporary file, write, fsync, replace, fsync of the folder: the least that is durable."""
    temporary = path.with_name(f"{path.name}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
