"""A file of changes that somebody else writes, read again whenever it changed. Never writes.

Unlike `ChangeFile`, which gives up nothing it recorded, this shows what is on disk: what a restored
backup lacks is gone here too.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from facilitator.errors import BadFile
from facilitator.i18n import tr
from facilitator.meeting.changes import Stamped
from facilitator.store.change_file import Folding
from facilitator.store.failures import not_read
from facilitator.store.reading import read_changes, refuse_what_is_not_ours
from facilitator.store.storage import LineStorage

T = TypeVar("T")


class ChangeReader(Generic[T]):
    """Reads nothing until the first `look`."""

    def __init__(self, path: Path, fold_factory: Callable[[], Folding[T]]) -> None:
        self.path = path
        self._fold_factory = fold_factory
        self._fold = fold_factory()
        self._storage = LineStorage(path)
        self._known: dict[bytes, Stamped] = {}
        self._newest = ""

    @property
    def value(self) -> T:
        """The state as of the last look that could read the file."""
        return self._fold.value()

    def look(self) -> bool:
        """Take in what is new; True when there was something. One stat where there is not.

        Raises FacilitatorError when the file cannot be read now, is another one than ours or only
        half there; then everything stays as it was, and the next look tries again.
        """
        try:
            if not self._storage.is_changed():
                return False
            storage = LineStorage(self.path)
            loaded = storage.load()
        except OSError as error:
            raise not_read(error, self.path) from error
        read = read_changes(loaded, self._known)
        refuse_what_is_not_ours(self.path, loaded, read, is_held=False)
        if loaded.is_damaged and self._known.keys() - read.changes.keys():
            raise BadFile(tr("{path} is only half there at the moment.", path=self.path))
        self._storage = storage
        self._take_over(read.changes)
        return True

    def _take_over(self, found: dict[bytes, Stamped]) -> None:
        """Carry the fold on where the new changes are the latest, else fold again."""
        new = sorted((found[raw] for raw in found.keys() - self._known.keys()), key=_id)
        only_grew = len(found) == len(self._known) + len(new)
        self._known = found
        if not (only_grew and (not new or new[0].id > self._newest)):
            self._fold = self._fold_factory()
            new = sorted(found.values(), key=_id)
        for each in new:
            self._fold.apply(each)
        self._newest = max((each.id for each in found.values()), default="")


def _id(each: Stamped) -> str:
    return each.id
