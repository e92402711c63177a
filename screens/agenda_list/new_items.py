"""Where new items go: behind the chosen one, under it or in front of it."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from facilitator.errors import UsageProblem
from facilitator.exchange.agenda_text import AgendaLine, read_agenda
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.agenda_places import DEEPEST, siblings
from facilitator.meeting.model import AgendaItem, Meeting
from facilitator.planning import agenda_changes

Place = Literal["behind", "under", "before"]


def places_at(item: AgendaItem | None) -> tuple[Place, ...]:
    """The places one can step through; none on an empty agenda."""
    if item is None:
        return ()
    if not item.is_business or item.depth >= DEEPEST:
        return ("behind", "before")
    return ("behind", "under", "before")


def place_words(place: Place, item: AgendaItem) -> str:
    name = item.number or item.title
    match place:
        case "under":
            return tr("under {number}", number=name)
        case "before":
            return tr("before {number}", number=name)
    return tr("behind {number}", number=name)


def read_new(text: str) -> tuple[AgendaLine, ...]:
    """One typed line, or several pasted ones. Raises UsageProblem when there is no title."""
    lines = read_agenda(text)
    if not lines:
        raise UsageProblem(tr("An agenda item needs a title. The line stays."))
    return lines


def changes_for_new(
    lines: tuple[AgendaLine, ...], meeting: Meeting, item: AgendaItem | None, place: Place
) -> tuple[c.Change, ...]:
    """The changes that put these lines at a place of the agenda."""
    if item is None:
        return agenda_changes(lines, meeting)
    made = agenda_changes(lines, meeting, after=item.id)
    if place == "behind":
        return made
    row = [other.id for other in siblings(meeting, item)]
    before = row.index(item.id)
    first = (row[before - 1] if before else "first") if place == "before" else ""
    parent = item.id if place == "under" else item.parent
    wanted: list[c.Change] = []
    for change in made:
        if isinstance(change, c.AgendaItemAdded) and change.parent == item.parent:
            after = first if change.after == item.id else change.after
            change = replace(change, parent=parent, after=after)
        wanted.append(change)
    return tuple(wanted)
