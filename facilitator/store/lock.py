"""One writer at a time: a lock per save, held for milliseconds, in `.<name>.lock` beside the file.

The lock is the operating system's (flock, msvcrt): it ends with the process that holds it. The file
of the lock stays; removing it would let two programs hold 'the' lock.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from facilitator.errors import NotSaved
from facilitator.i18n import tr
from facilitator.store.failures import not_saved

if sys.platform != "win32":
    import fcntl

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
        at_once: int | None = None
        try:
            if not self._path.parent.is_dir():  # filelock would make the folder again
                raise FileNotFoundError(errno.ENOENT, "folder gone", str(self._path.parent))
            at_once = _taken_at_once(self._lock.lock_file)
            if at_once is None:
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
            if at_once is not None:
                os.close(at_once)
            elif is_held:
                self._lock.release()

    def _held_by_another(self) -> str:
        program = holder(Path(self._lock.lock_file)) or tr("another program")
        return tr(
            "Not saved: {program} is writing to {file} and does not let go. Nothing is lost, the"
            " input is still in memory. Close {program} or wait a moment, then save again.",
            program=program,
            file=self._path.name,
        )


def _taken_at_once(lock_file: str) -> int | None:
    """The handle of the same lock filelock would take, if nobody holds it, which is nearly always
    so; else None. Filelock's own care for threads and forks costs a tenth of a save."""
    if sys.platform == "win32":
        return None
    try:
        handle = os.open(lock_file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(handle).st_nlink:
            return handle
    except OSError:
        pass
    os.close(handle)
    return None


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
