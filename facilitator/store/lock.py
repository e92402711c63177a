"""One writer at a time: a lock per save, held for milliseconds, in `.<name>.lock` beside the file.

The lock is the operating system's (flock, msvcrt): it ends with the process that holds it. The file
of the lock stays; removing it would let two programs hold 'the' lock.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from facilitator.errors import NotSaved
from facilitator.i18n import tr
from facilitator.store.failures import not_saved

PATIENCE = 5.0
"""Seconds to wait for another program."""

_NO_LOCKS_HERE = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})


class SaveLock:
    """The lock of one file. Not to be entered twice at once by the same object."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self._path = path
        self._lock: BaseFileLock = FileLock(
            path.with_name(f".{path.name}.lock"), timeout=patience, mode=0o600
        )

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it. Raises NotSaved when another program does not let go, or when the folder is
        gone or not to be written to. A drive that knows no locks is written to without."""
        is_held = True
        try:
            if not self._path.parent.is_dir():  # filelock would make the folder again
                raise FileNotFoundError(errno.ENOENT, "folder gone", str(self._path.parent))
            self._lock.acquire(poll_interval=0.005)
        except Timeout:
            raise NotSaved(self._held_by_another()) from None
        except NotImplementedError:
            is_held = False
        except OSError as error:
            if error.errno not in _NO_LOCKS_HERE:
                raise not_saved(error, self._path) from error
            is_held = False
        try:
            yield
        finally:
            if is_held:
                self._lock.release()

    def _held_by_another(self) -> str:
        program = holder(Path(self._lock.lock_file)) or tr("another program")
        return tr(
            "Not saved: {program} is writing to {file} and does not let go. Nothing is lost, the"
            " input is still in memory. Close {program} or wait a moment, then save again.",
            program=program,
            file=self._path.name,
        )


def holder(lock_file: Path) -> str | None:
    """Name and number of the process that holds a lock, where Linux tells."""
    with suppress(OSError, ValueError, IndexError):
        status = lock_file.stat()
        device = f"{os.major(status.st_dev):02x}:{os.minor(status.st_dev):02x}:{status.st_ino}"
        for text in Path("/proc/locks").read_text().splitlines():
            words = text.split()
            if "->" not in words and device in words:
                process = words[4]
                name = Path("/proc", process, "comm").read_text().strip()
                return f"{name} ({process})"
    return None
