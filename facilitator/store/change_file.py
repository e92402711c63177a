"""A file of changes in memory and on disk: a meeting's or a series'.

One step is one write: lock, take in what others wrote, stamp, fold, replace the file. What was
recorded here is never given up: should the file on disk lack it (a restored backup, a sync program
that put an older version there), it is written again with the next step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from facilitator.errors import BadFile, NotSaved, UsageProblem
from facilitator.i18n import tr
from facilitator.meeting.changes import Change, Stamped, stamped
from facilitator.store import rows
from facilitator.store.adopting import resealed, understood, unknown_here
from facilitator.store.clock import ChangeClock
from facilitator.store.failures import not_read, not_saved
from facilitator.store.folded import FoldedTables
from facilitator.store.leftovers import remove_leftovers
from facilitator.store.lines import CHANGES
from facilitator.store.lock import SaveLock
from facilitator.store.reading import read_changes, refuse_what_is_not_ours
from facilitator.store.reports import reading_report
from facilitator.store.storage import LineStorage

T = TypeVar("T")
V_co = TypeVar("V_co", covariant=True)


class Folding(Protocol[V_co]):
    """What the file asks of a fold (see `meeting.fold`)."""

    def apply(self, stamped: Stamped, /) -> None: ...

    def value(self) -> V_co: ...

    def tables(self) -> dict[str, dict[str, Struct]]: ...


class ChangeFile(Generic[T]):
    """Made by `create` or `open`. Not for more than one thread at a time."""

    def __init__(
        self, path: Path, fold_factory: Callable[[], Folding[T]], clock: ChangeClock
    ) -> None:
        self.path = path
        self.problems: list[str] = []
        """What was found wrong with the file, one sentence each; grows while it is open."""
        self._fold_factory = fold_factory
        self._clock = clock
        self._lock = SaveLock(path)
        self._storage = LineStorage(path)
        self._fold = fold_factory()
        self._history: list[Stamped] = []
        self._history_told: tuple[Stamped, ...] | None = ()
        self._known: dict[bytes, Stamped] = {}
        """Every change held here, by the bytes of its row."""
        self._unwritten: list[bytes] = []
        """Rows that were recorded here and that the file on disk lacks."""
        self._folded = FoldedTables()
        self._is_first_save = True

    @classmethod
    def create(
        cls,
        path: Path,
        fold_factory: Callable[[], Folding[T]],
        clock: ChangeClock,
        first: tuple[Change, ...] = (),
    ) -> ChangeFile[T]:
        """Make a new file in a folder that is there, with its first step in the same write.
        Raises UsageProblem when there is a file of that name, NotSaved when writing fails."""
        made = cls(path, fold_factory, clock)
        with made._lock.held():
            made._refuse_to_replace()
            made._record(first)
        return made

    @classmethod
    def of_rows(
        cls,
        path: Path,
        fold_factory: Callable[[], Folding[T]],
        clock: ChangeClock,
        raw_rows: Iterable[bytes],
    ) -> ChangeFile[T]:
        """Make a new file of changes that were made elsewhere, whole or not at all. Raises
        BadFile for rows that are none, else as `create`."""
        made = cls(path, fold_factory, clock)
        with made._lock.held():
            made._refuse_to_replace()
            made._adopt(understood(raw_rows))
        return made

    def _refuse_to_replace(self) -> None:
        if self.path.exists():
            raise UsageProblem(
                tr(
                    "There is a file {path} already. It was not touched. Choose another name.",
                    path=self.path,
                )
            )

    @classmethod
    def open(
        cls, path: Path, fold_factory: Callable[[], Folding[T]], clock: ChangeClock
    ) -> ChangeFile[T]:
        """Read a file; nothing is written. Raises NotFound, or BadFile when nothing in it can be
        understood. What is damaged but could be read stands in `problems`."""
        opened = cls(path, fold_factory, clock)
        opened._reload()
        return opened

    # -- what is in it ------------------------------------------------------------------------

    @property
    def value(self) -> T:
        """The state all changes together make."""
        return self._fold.value()

    @property
    def fold(self) -> Folding[T]:
        """The fold itself: what an amend would replace, which step undo would take back. Another
        object after a step that failed or a reload; ask anew each time, never apply to it."""
        return self._fold

    @property
    def history(self) -> tuple[Stamped, ...]:
        """All changes in the order of their ids, those that cannot be read among them."""
        if self._history_told is None:
            self._history_told = tuple(self._history)
        return self._history_told

    @property
    def unread(self) -> int:
        """How many changes are of a newer program: kept, not understood."""
        return sum(each.change is None for each in self._history)

    def rows(self) -> tuple[bytes, ...]:
        """All changes as rows, in the order of their ids, to be given away."""
        held = {each.id: raw for raw, each in self._known.items()}
        return tuple(resealed(held[each.id]) for each in self._history)

    # -- recording ----------------------------------------------------------------------------

    def record(self, changes: tuple[Change, ...]) -> tuple[Stamped, ...]:
        """Make these changes one step and save it; returns when it is on disk.

        Raises NotSaved; then value, history and file are as before (what others wrote may have
        been taken in) and the same call can be tried again.
        """
        if not changes:
            return ()
        return self.record_from(lambda _: changes)

    def record_from(self, decide: Callable[[T], tuple[Change, ...]]) -> tuple[Stamped, ...]:
        """As `record`, with the changes that `decide` makes of the value while nobody else can
        write: for what must not be decided twice."""
        with self._lock.held():
            self._take_in()
            changes = decide(self.value)
            return self._record(changes) if changes else ()

    def adopt(self, raw_rows: Iterable[bytes]) -> int:
        """Take in changes that were made elsewhere, in one write; those known already are passed
        over. Returns how many were new. Raises BadFile for rows that are none or that say
        something else than the known one of their id; NotSaved as `record`."""
        offered = understood(raw_rows)
        with self._lock.held():
            self._take_in()
            return self._adopt(offered)

    def refuse_other_words(self, raw_rows: Iterable[bytes]) -> None:
        """Raises BadFile where `adopt` would; changes nothing."""
        unknown_here(understood(raw_rows), self._known)

    def reload_if_changed(self) -> bool:
        """Take in what another program wrote; True when there was something. A file that is gone
        or is another one now changes nothing here. Raises BadFile when it may not be read."""
        try:
            if not self._storage.is_changed():
                return False
            self._reload()
        except (OSError, NotSaved):
            return False
        return True

    def _record(self, changes: tuple[Change, ...]) -> tuple[Stamped, ...]:
        """Stamp, fold and write; the lock is held and the file on disk is known."""
        clean = tuple(map(rows.without_half_characters, changes))
        step = stamped(clean, self._clock.next_id, self._clock.now()) if clean else ()
        encoded = [rows.encode(each) for each in step]
        try:
            for each in step:
                self._fold.apply(each)
            self._save(encoded, step)
        except BaseException as error:
            self._refold()
            self._after_failure(error)
            raise
        self._known.update(zip(encoded, step, strict=True))
        self._remember(step)
        return step

    def _adopt(self, offered: dict[bytes, Stamped]) -> int:
        new, before = unknown_here(offered, self._known), self._known
        if not new:
            return 0
        try:
            self._take_over(before | new)
            self._save(list(new), tuple(new.values()))
        except BaseException as error:
            self._take_over(before)
            self._after_failure(error)
            raise
        return len(new)

    def _after_failure(self, error: BaseException) -> None:
        if isinstance(error, OSError):
            raise not_saved(error, self.path) from error
        self._storage.signature = None  # look at the disk again before the next step

    def _save(self, encoded: list[bytes], step: tuple[Stamped, ...]) -> None:
        ids = [self._known[raw].id for raw in self._unwritten] + [each.id for each in step]
        free = self._storage.next_id(CHANGES)
        rising = range(free, free + len(ids))
        if self._is_first_save:
            remove_leftovers(self.path)
        new = dict(zip(rising, [*self._unwritten, *encoded], strict=True))
        plan = self._folded.plan(
            self._fold.tables(), dict(zip(ids, rising, strict=True)), self._storage
        )
        self._storage.commit({CHANGES: new, **plan.touched}, arranged=plan.arranged)
        self._folded.written(plan)
        self._unwritten = []
        self._is_first_save = False

    # -- the file on disk ---------------------------------------------------------------------

    def _take_in(self) -> None:
        """Before a step: is the file my own last write? Else reload."""
        try:
            if self._storage.is_changed():
                self._reload()
        except FileNotFoundError:  # deleted behind our back; the next write makes it again
            self.problems.append(
                tr(
                    "{file} was gone from the disk. Nothing is lost; it is written again.",
                    file=self.path.name,
                )
            )
        except OSError as error:
            raise not_saved(error, self.path) from error
        except BadFile as error:
            raise NotSaved(
                tr("Not saved; the input is still in memory. {reason}", reason=error)
            ) from error

    def _reload(self) -> None:
        storage = LineStorage(self.path)
        try:
            loaded = storage.load()
        except OSError as error:
            raise not_read(error, self.path) from error
        read = read_changes(loaded, self._known)
        refuse_what_is_not_ours(self.path, loaded, read, is_held=bool(self._known))
        found = read.changes
        unwritten = [raw for raw, each in self._known.items() if each.id not in read.documents]
        if found and self._known and len(unwritten) == len(self._known):
            raise NotSaved(
                tr(
                    "Not saved: {path} is another file now than the one that was opened. It was"
                    " not written over; the input is still in memory. Move that file away, then"
                    " save again.",
                    path=self.path,
                )
            )
        self.problems.extend(reading_report(self.path, loaded, read.strange, bool(self._known)))
        known = found | {raw: self._known[raw] for raw in unwritten}
        self._storage = storage
        self._unwritten = unwritten
        self._folded = FoldedTables(read.documents)
        self._is_first_save = True
        self._take_over(known)

    def _take_over(self, known: dict[bytes, Stamped]) -> None:
        """Hold these changes; fold only the new ones when they are the latest."""
        new = sorted((known[raw] for raw in known.keys() - self._known.keys()), key=_id)
        newest = self._history[-1].id if self._history else ""
        is_longer = len(known) == len(self._known) + len(new)
        self._known = known
        for each in new:
            self._clock.seen(each.id)
        if is_longer and (not new or new[0].id > newest):
            for each in new:
                self._fold.apply(each)
            self._remember(new)
        else:
            self._history = []
            self._remember(known.values())
            self._refold()

    def _remember(self, new: Iterable[Stamped]) -> None:
        newest = self._history[-1].id if self._history else ""
        added = sorted(new, key=_id)
        self._history += added
        if added and added[0].id < newest:  # an id from a far future is among the old ones
            self._history.sort(key=_id)
        self._history_told = None

    def _refold(self) -> None:
        self._fold = self._fold_factory()
        for each in self._history:
            self._fold.apply(each)


def _id(each: Stamped) -> str:
    return each.id
