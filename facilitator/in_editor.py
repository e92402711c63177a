"""Texts of a meeting while the editor of the person has them, each in a file of its own in the
state folder. A program that was killed meanwhile, or whose terminal went, finds there what was
saved in the editor, at its next start."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


class InEditor:
    """The texts of one meeting. `put` may raise OSError; nothing else fails."""

    def __init__(self, state: Path, workspace: Path, reference: str) -> None:
        # "surrogateescape": the name of a folder need not be UTF-8
        name = f"{workspace.resolve()}\n{reference}".encode(errors="surrogateescape")
        self._folder = state / "editor" / hashlib.sha256(name).hexdigest()[:16]

    @contextmanager
    def put(self, entry: str, text: str) -> Iterator[Path]:
        """The text of an entry in a file for its owner only. Nobody takes it for left as long as
        this lasts; behind it the file stays until it is forgotten."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=f"{entry}.", suffix=".txt", dir=self._folder)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text + "\n")
        path = Path(name)
        with _held(path):
            yield path

    def forget(self, path: Path) -> None:
        for each in (path, _lock_of(path)):
            with contextlib.suppress(OSError):
                each.unlink()

    def left(self) -> list[tuple[str, Path]]:
        """Files of programs that are gone, with the entry each is the text of; the oldest first."""
        with contextlib.suppress(OSError):
            found = [each for each in self._folder.glob("*.txt") if _is_left(each)]
            found.sort(key=lambda each: each.stat().st_mtime_ns)
            return [(each.name.split(".", 1)[0], each) for each in found]
        return []


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """The lock of the operating system: it ends with the process, however that ends."""
    lock = FileLock(_lock_of(path), timeout=0, mode=0o600)
    with contextlib.suppress(OSError, NotImplementedError, Timeout):  # a drive without locks
        lock.acquire()
    try:
        yield
    finally:
        lock.release(force=True)


def _is_left(path: Path) -> bool:
    try:
        with FileLock(_lock_of(path), timeout=0, mode=0o600):
            return True
    except Timeout:
        return False
    except (OSError, NotImplementedError):
        return True
