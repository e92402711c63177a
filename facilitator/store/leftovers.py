"""What lies beside a file: temporary files of writers that were killed, copies of damaged files.

The former are found by `check` and removed by the next save; the latter are for people.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def leftovers(path: Path) -> list[Path]:
    """The temporary files beside `path`. One may be in use, unless the lock is held."""
    start = f".{path.name}."
    with suppress(OSError):
        return sorted(
            each
            for each in path.parent.iterdir()
            if each.name.startswith(start) and each.suffix == ".tmp"
        )
    return []


def remove_leftovers(path: Path) -> None:
    """Remove them; the lock is held, so nobody is writing one. Failing does no harm."""
    for each in leftovers(path):
        with suppress(OSError):
            each.unlink()


def damaged_copies(path: Path) -> list[Path]:
    """The copies of damaged versions of `path` that were kept."""
    with suppress(OSError):
        return sorted(
            each for each in path.parent.iterdir() if each.name.startswith(f"{path.name}.damaged-")
        )
    return []
