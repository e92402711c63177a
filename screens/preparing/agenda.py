"""The agenda while it is prepared: lines typed or pasted, order, nesting, minutes and the end."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
from textual.content import Content

from facilitator.capture import Chip
from facilitator.errors import UsageProblem
from facilitator.exchange.agenda_text import AgendaLine, read_agenda, write_agenda
from facilitator.i18n import ntr, tr
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import is_heading
from facilitator.meeting.model import AgendaItem, Meeting
from facilitator.meeting.timebox import planned_end, planned_total
from facilitator.planning import agenda_changes, items_of, lines_of
from screens.preparing.part import OpenLine, Part, Removal, chip
from screens.widgets.columns import cut, padded
from screens.widgets.row_list import Row


class AgendaPart(Part):
    id = "agenda"

    def title(self, meeting: Meeting) -> str:
        top = [item for item in meeting.agenda_items if not item.parent]
        parts = [tr("AGENDA"), ntr("{n} agenda item", "{n} agenda items", len(top))]
        if total := planned_total(meeting):
            parts.append(tr("{n} min", n=total))
        return " · ".join([*parts, *end_words(meeting)])

    def rows(self, meeting: Meeting, chosen: str, width: int) -> list[Row]:
        rows = [
            Row(item.id, _row(meeting, item, item.id == chosen, width))
            for item in meeting.agenda_items
        ]
        return rows or [Row("", Content("   " + tr("Nothing yet: “n” writes or pastes it.")))]

    # -- the line ---------------------------------------------------------------------------

    def new_line(self, meeting: Meeting, chosen: str) -> OpenLine | None:
        item = meeting.item(chosen)
        if item is not None and item is meeting.agenda_items[-1]:
            item = None
        return OpenLine(
            title=tr("NEW AGENDA ITEM"),
            hint=tr("Input: theme (NAME, 20 min) · several lines can be pasted · Tab: templates"),
            after=item.id if item else "",
            place=tr("behind {number}", number=item.number) if item else "",
        )

    def line_for(self, meeting: Meeting, row: str) -> OpenLine | None:
        item = meeting.item(row)
        if item is None:
            return None
        (line,) = lines_of((item,))
        text = write_agenda((msgspec.structs.replace(line, depth=0),)).strip()
        return OpenLine(
            title=tr("AGENDA ITEM {number}", number=item.number),
            row=row,
            text=text.removeprefix("1. "),
            hint=tr("title (NAME, 20 min)"),
        )

    def chips(self, meeting: Meeting, line: OpenLine, text: str) -> tuple[Chip, ...]:
        lines = _typed_lines(line, text)
        if not lines:
            return ()
        first = lines[0]
        found = [chip(cut(first.title, 40))]
        if first.presenter:
            found.append(chip(tr("report by {name}", name=first.presenter)))
        if first.planned_minutes:
            found.append(chip(tr("{n} min", n=first.planned_minutes)))
        if not first.public:
            found.append(chip(tr("not public")))
        return tuple(found)

    def read(self, meeting: Meeting, line: OpenLine, text: str) -> tuple[c.Change, ...]:
        lines = _typed_lines(line, text)
        if not lines:
            raise UsageProblem(tr("An agenda item needs a title. The line stays."))
        item = meeting.item(line.row)
        if item is None:
            return agenda_changes(lines, meeting, after=line.after)
        first, wanted = lines[0], {}
        for field in ("title", "planned_minutes", "presenter", "public"):
            if getattr(first, field) != getattr(item, field):
                wanted[field] = getattr(first, field)
        return (c.AgendaItemAmended(item=item.id, **wanted),) if wanted else ()

    # -- place ------------------------------------------------------------------------------

    def step(self, meeting: Meeting, row: str, by: int) -> tuple[c.Change, ...]:
        """Right: under the item above it; left: out, behind its parent."""
        item = meeting.item(row)
        if item is None:
            return ()
        if by > 0:
            above = _siblings(meeting, item)[: _place(meeting, item)]
            return (c.AgendaItemMoved(item=row, parent=above[-1].id),) if above else ()
        parent = meeting.item(item.parent)
        if parent is None:
            return ()
        return (c.AgendaItemMoved(item=row, parent=parent.parent, after=parent.id),)

    def move(self, meeting: Meeting, row: str, by: int) -> tuple[c.Change, ...]:
        """One place up or down among its siblings, with all that is under it."""
        item = meeting.item(row)
        if item is None:
            return ()
        siblings, place = _siblings(meeting, item), _place(meeting, item)
        if not 0 <= place + by < len(siblings):
            return ()
        before = place + by if by > 0 else place - 2
        after = siblings[before].id if before >= 0 else "first"
        return (c.AgendaItemMoved(item=row, parent=item.parent, after=after),)

    def removal(self, meeting: Meeting, row: str) -> Removal | None:
        item = meeting.item(row)
        if item is None:
            return None
        below = _below(meeting, row)
        entries = sum(entry.item in below for entry in meeting.entries)
        question = ""
        if entries:
            question = ntr(
                "{title} has {n} entry. Remove it from the agenda? The entry stays, without item.",
                "{title} has {n} entries. Remove it from the agenda? They stay, without item.",
                entries,
                title=f"{item.number} {cut(item.title, 40)}",
            )
        return Removal((c.AgendaItemRemoved(item=row),), question)


def written_behind(meeting: Meeting, after: str) -> str:
    """The id of the item that was put behind the item `after`; without one the last item."""
    item = meeting.item(after)
    if item is None:
        return meeting.agenda_items[-1].id if meeting.agenda_items else ""
    siblings = _siblings(meeting, item)
    place = _place(meeting, item) + 1
    return siblings[place].id if place < len(siblings) else after


def end_words(meeting: Meeting) -> list[str]:
    """'Ende 19:30', and how much too long the plan is against the end that was set."""
    dated = meeting
    if meeting.day is None:
        dated = msgspec.structs.replace(meeting, day=date(2000, 1, 1))
    planned = planned_end(msgspec.structs.replace(dated, end=""))
    wanted = planned_end(dated)
    if planned is None or wanted is None or not (planned_total(meeting) or meeting.end):
        return []
    words = [tr("end {time}", time=f"{wanted:%H:%M}")]
    if (late := late_minutes(planned, wanted)) > 0 and meeting.end:
        words.append(tr("! {n} min too long", n=late))
    return words


def late_minutes(planned: datetime, wanted: datetime) -> int:
    return (planned - wanted) // timedelta(minutes=1)


def look(lines: tuple[AgendaLine, ...], meeting: Meeting) -> tuple[str, list[tuple[str, str]]]:
    """What pasted lines would be: one sentence, and the items as they would stand."""
    items = items_of(lines)
    minutes = planned_total(Meeting(agenda_items=items))
    parts = [ntr("{n} line", "{n} lines", len(lines)), tr("{n} min", n=minutes)]
    both = msgspec.structs.replace(meeting, agenda_items=(*meeting.agenda_items, *items))
    shown = [
        (
            f"{'   ' * item.depth}{item.number} {item.title}",
            "  ".join(
                filter(
                    None,
                    (
                        cut(item.presenter, 24),
                        tr("{n} min", n=item.planned_minutes) if item.planned_minutes else "",
                    ),
                )
            ),
        )
        for item in items
    ]
    return " · ".join([*parts, *end_words(both)]), shown


def _typed_lines(line: OpenLine, text: str) -> tuple[AgendaLine, ...]:
    """A mended title keeps a number it begins with: '2. Quartal'."""
    return read_agenda(f"1. {text}" if line.row and text.strip() else text)


def _row(meeting: Meeting, item: AgendaItem, is_chosen: bool, width: int) -> Content:
    lead = f" {'▸' if is_chosen else ' '} {'  ' * min(item.depth, 4)}"
    lead += f"{item.number:<{2 if not item.depth else 4}} "
    minutes = tr("{n} min", n=item.planned_minutes) if item.planned_minutes else ""
    tail = padded(minutes, 8, right=True)
    presenter_width = 18 if width >= 56 else 12
    if width >= 44 and item.presenter:  # else the title has the room
        tail = f" {padded(item.presenter, presenter_width)}{tail}"
    title = item.title if item.public else tr("{title} (not public)", title=item.title)
    room = max(4, width - len(lead) - len(tail) - 1)
    style = "bold" if is_heading(meeting, item) else ""
    return Content.assemble(lead, (padded(title, room), style), tail)


def _siblings(meeting: Meeting, item: AgendaItem) -> list[AgendaItem]:
    return [other for other in meeting.agenda_items if other.parent == item.parent]


def _place(meeting: Meeting, item: AgendaItem) -> int:
    return [other.id for other in _siblings(meeting, item)].index(item.id)


def _below(meeting: Meeting, row: str) -> set[str]:
    found = {row}
    for item in meeting.agenda_items:
        if item.parent in found:
            found.add(item.id)
    return found
