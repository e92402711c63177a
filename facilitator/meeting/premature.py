"""An item that was started too early: F9 alone is taken back, whatever was typed since, and the
clock of the item before goes on as if it had never stopped. What was typed since stays where it is
until somebody moves it."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting, Value


class PrematureStart(Value, frozen=True, kw_only=True):
    """`step`: the one to take back. `item`: what it started, empty if it only ended one. `entries`:
    ids of what was typed there since."""

    step: str
    item: str
    entries: tuple[str, ...]

    def moves(self, meeting: Meeting) -> tuple[c.Change, ...]:
        """The step that moves them to the item that runs (again), or to before the start."""
        running = meeting.running_item
        to = running.id if running else ""
        return tuple(
            c.EntryMoved(entry=entry.id, item=to)
            for entry in meeting.entries
            if entry.id in self.entries and entry.item != to
        )


def premature_start(history: Iterable[c.Stamped], meeting: Meeting) -> PrematureStart | None:
    """The latest step that started (or ended) an item. `history`: the changes that still count, in
    their order; `meeting`: what they make. None: nothing was started yet."""
    latest: c.Stamped | None = None
    for stamped in history:
        if isinstance(stamped.change, c.ItemStarted | c.ItemEnded):
            latest = stamped
    if latest is None:
        return None
    item = latest.change.item if isinstance(latest.change, c.ItemStarted) else ""
    typed = tuple(e.id for e in meeting.entries if e.item == item and e.id > latest.id)
    return PrematureStart(step=latest.step, item=item, entries=typed)
