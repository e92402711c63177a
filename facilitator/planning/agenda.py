"""Lines of an agenda become changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.folding import words
from facilitator.meeting import changes as c
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.model import AgendaItem, FieldOfAction, Group, Instant, Meeting, Purpose

if TYPE_CHECKING:
    from facilitator.exchange.agenda_text import AgendaLine

STANDING: tuple[Purpose, ...] = ("open_actions", "approval")
"""Items the program fills itself; each is there once."""


def agenda_changes(
    lines: Iterable[AgendaLine],
    meeting: Meeting | None = None,
    *,
    after: str = "",
    standing: Sequence[c.AgendaItemAdded] = (),
    at: int = 0,
) -> tuple[c.Change, ...]:
    """The changes that put these lines on the agenda of `meeting` (None: an empty one).

    They come last, or behind the item `after` as its siblings. `standing` items go behind the
    first of the lines. An item the program fills is never there twice: a line for one that stands
    already only brings its minutes and presenter, and an agenda of nothing but such items takes
    the first line in front of them."""
    return _AgendaSteps(meeting or Meeting(), after, at).taken(tuple(lines), tuple(standing))


class _AgendaSteps:
    """One run over the lines. `_parents`: the reference of the last item of each depth."""

    def __init__(self, meeting: Meeting, after: str, at: int) -> None:
        self._meeting = meeting
        self._at = at
        self._changes: list[c.Change] = []
        items = meeting.agenda_items
        self._standing = {item.purpose: item for item in items if item.purpose in STANDING}
        self._in_front = not after and bool(items) and all(i.purpose in STANDING for i in items)
        anchor = meeting.item(after) if after else None
        self._base = anchor.parent if anchor else ""
        self._after = anchor.id if anchor else ""
        self._parents: list[str] = []
        self._last_standing = items[-1].id if self._in_front else ""

    def taken(
        self, lines: tuple[AgendaLine, ...], standing: tuple[c.AgendaItemAdded, ...]
    ) -> tuple[c.Change, ...]:
        here = {words(item.title) for item in self._meeting.agenda_items}
        missing = [
            item
            for item in standing
            if (item.purpose not in self._standing)
            and (item.purpose in STANDING or words(item.title) not in here)
        ]
        missing = [item for item in missing if not any(_is_same(line, item) for line in lines)]
        shallowest = min((line.depth for line in lines), default=0)
        for place, line in enumerate(lines):
            depth = min(line.depth - shallowest, len(self._parents))
            if depth == 0 and place:
                missing = self._stand(missing)
            self._take(line, depth)
        self._stand(missing)
        return tuple(self._changes)

    def _stand(self, missing: list[c.AgendaItemAdded]) -> list[c.AgendaItemAdded]:
        """Put the standing items here; none are left then."""
        if self._in_front:
            self._in_front, self._after = False, self._last_standing
        for item in missing:
            self._add(item, 0)
        return []

    def _take(self, line: AgendaLine, depth: int) -> None:
        stands = self._standing.get(line.purpose) if line.purpose in STANDING else None
        if stands is not None:
            self._mend(stands, line)
            self._parents[depth:] = [stands.id]
            return
        self._add(
            c.AgendaItemAdded(
                title=line.title,
                planned_minutes=line.planned_minutes,
                presenter=line.presenter,
                public=line.public,
                group=_named_in(line.title, self._meeting.groups),
                field=_named_in(line.title, self._meeting.fields),
                purpose=line.purpose,
                fixed_start=line.fixed_start,
                short_title=line.short_title,
                paper=line.paper,
                is_protected=line.is_protected,
            ),
            depth,
        )

    def _add(self, item: c.AgendaItemAdded, depth: int) -> None:
        reference = f"^{self._at + len(self._changes)}"
        parent = self._parents[depth - 1] if depth else self._base
        after = ""
        if depth == 0:
            after = "first" if self._in_front and not self._parents else self._after
            self._after = reference if after else ""
        self._changes.append(replace(item, parent=parent, after=after))
        self._parents[depth:] = [reference]

    def _mend(self, item: AgendaItem, line: AgendaLine) -> None:
        minutes, presenter = line.planned_minutes, line.presenter
        if minutes is not None and minutes != item.planned_minutes:
            self._changes.append(c.AgendaItemAmended(item=item.id, planned_minutes=minutes))
        if presenter and presenter != item.presenter:
            self._changes.append(c.AgendaItemAmended(item=item.id, presenter=presenter))


def _is_same(line: AgendaLine, item: c.AgendaItemAdded) -> bool:
    """Whether a line is the item the program would add: by its purpose, else by its title."""
    if item.purpose in STANDING:
        return line.purpose == item.purpose
    return words(line.title) == words(item.title)


def _named_in(title: str, things: Iterable[Group] | Iterable[FieldOfAction]) -> str:
    """The id of the one group or field of action whose name stands in the title, or empty."""
    spoken = words(title)
    found = [thing.id for thing in things if _stands_in(words(thing.name), spoken)]
    return found[0] if len(found) == 1 else ""


def _stands_in(name: tuple[str, ...], spoken: tuple[str, ...]) -> bool:
    length = len(name)
    return bool(name) and any(
        spoken[start : start + length] == name for start in range(len(spoken) - length + 1)
    )


def lines_of(items: Iterable[AgendaItem]) -> tuple[AgendaLine, ...]:
    """An agenda as lines again: to be taken over by another meeting, or mended as text."""
    from facilitator.exchange.agenda_text import AgendaLine

    return tuple(
        AgendaLine(
            title=item.title,
            depth=item.depth,
            planned_minutes=item.planned_minutes,
            presenter=item.presenter,
            public=item.public,
            purpose=item.purpose,
            start=item.fixed_start,
            fixed_start=item.fixed_start,
            short_title=item.short_title,
            paper=item.paper,
            is_protected=item.is_protected,
        )
        for item in items
    )


def items_of(lines: Iterable[AgendaLine]) -> tuple[AgendaItem, ...]:
    """The items these lines would be, numbered, for a look before they are taken."""
    fold = MeetingFold()
    at = Instant(at=datetime(2000, 1, 1, tzinfo=UTC))
    ids = iter(range(1_000_000))
    for each in c.stamped(agenda_changes(lines), lambda: f"{next(ids):06}-00000000", at):
        fold.apply(each)
    return fold.value().agenda_items
