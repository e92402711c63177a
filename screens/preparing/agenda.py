"""The agenda while it is prepared: lines typed or pasted, order, nesting, minutes and the end."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
from rich.cells import cell_len
from textual.content import Content

from facilitator.as_listed import presenter_of
from facilitator.capture import Chip
from facilitator.errors import UsageProblem
from facilitator.exchange.agenda_text import AgendaLine, read_agenda, write_agenda
from facilitator.i18n import ntr, tr
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import is_heading, is_public
from facilitator.meeting.agenda_places import entries_below, moved_by, nested, siblings, unnested
from facilitator.meeting.model import AgendaItem, Meeting
from facilitator.meeting.timebox import planned_end, planned_total
from facilitator.planning import agenda_changes, items_of, lines_of
from screens.preparing.part import OpenLine, Part, Removal, chip
from screens.widgets.columns import cut, padded
from screens.widgets.row_list import Row

_MENDED = (
    "title", "planned_minutes", "presenter", "public", "fixed_start", "short_title", "paper",
    "is_protected",
)  # fmt: skip
_TIME_OFF = ("break", "buffer")


class AgendaPart(Part):
    id = "agenda"

    def title(self, meeting: Meeting) -> str:
        top = [item for item in meeting.agenda_items if not item.parent and item.is_business]
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
            hint=tr(
                "theme (NAME, 20 min) · 16:40 theme · Break 15 · Tab: templates, or paste several"
            ),
            after=item.id if item else "",
            place=tr("behind {number}", number=item.number or item.title) if item else "",
        )

    def line_for(self, meeting: Meeting, row: str) -> OpenLine | None:
        item = meeting.item(row)
        if item is None:
            return None
        (line,) = lines_of((item,))
        text = write_agenda((msgspec.structs.replace(line, depth=0),)).strip()
        return OpenLine(
            title=tr("AGENDA ITEM {number}", number=item.number).strip(),
            row=row,
            text=text.removeprefix("1. "),
            hint=tr("title (NAME, 20 min, fixed 16:40, short: Title, protected, not public)"),
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
        found += [chip(word) for word in remark_words(first)]
        return tuple(found)

    def read(self, meeting: Meeting, line: OpenLine, text: str) -> tuple[c.Change, ...]:
        lines = _typed_lines(line, text)
        if not lines:
            raise UsageProblem(tr("An agenda item needs a title. The line stays."))
        item = meeting.item(line.row)
        if item is None:
            return agenda_changes(lines, meeting, after=line.after)
        first, wanted = lines[0], {}
        for field in _MENDED:
            if getattr(first, field) != getattr(item, field):
                wanted[field] = getattr(first, field)
        if item.purpose in _TIME_OFF or first.purpose in _TIME_OFF:
            wanted |= {"purpose": first.purpose} if first.purpose != item.purpose else {}
        return (c.AgendaItemAmended(item=item.id, **wanted),) if wanted else ()

    # -- place ------------------------------------------------------------------------------

    def step(self, meeting: Meeting, row: str, by: int) -> tuple[c.Change, ...]:
        """Right: under the item above it; left: out, behind its parent."""
        item = meeting.item(row)
        if item is None:
            return ()
        return nested(meeting, item) if by > 0 else unnested(meeting, item)

    def move(self, meeting: Meeting, row: str, by: int) -> tuple[c.Change, ...]:
        """One place up or down among its siblings, with all that is under it."""
        item = meeting.item(row)
        return moved_by(meeting, item, by) if item is not None else ()

    def removal(self, meeting: Meeting, row: str) -> Removal | None:
        item = meeting.item(row)
        if item is None:
            return None
        entries = len(entries_below(meeting, row))
        question = ""
        if entries:
            question = ntr(
                "{title} has {n} entry. Remove it from the agenda? The entry stays, without item.",
                "{title} has {n} entries. Remove it from the agenda? They stay, without item.",
                entries,
                title=f"{item.number} {cut(item.title, 40)}".strip(),
            )
        return Removal((c.AgendaItemRemoved(item=row),), question)


def remark_words(line: AgendaLine) -> list[str]:
    """What else was understood of a line, one chip each."""
    words = []
    if line.purpose in _TIME_OFF:
        words.append(tr("Break") if line.purpose == "break" else tr("Buffer"))
    if line.fixed_start:
        words.append(tr("begins at {time}", time=line.fixed_start))
    if line.short_title:
        words.append(tr("short: {title}", title=cut(line.short_title, 24)))
    if line.paper:
        words.append(cut(line.paper, 28))
    if line.is_protected:
        words.append(tr("protected"))
    if not line.public:
        words.append(tr("not public"))
    return words


def written_behind(meeting: Meeting, after: str) -> str:
    """The id of the item that was put behind the item `after`; without one the last item."""
    item = meeting.item(after)
    if item is None:
        return meeting.agenda_items[-1].id if meeting.agenda_items else ""
    row = [other.id for other in siblings(meeting, item)]
    place = row.index(item.id) + 1
    return row[place] if place < len(row) else after


def end_words(meeting: Meeting) -> list[str]:
    """'Ende 19:30', and how much too long the plan is against the end that was set."""
    dated = meeting
    if meeting.day is None:
        dated = msgspec.structs.replace(meeting, day=date(2000, 1, 1))
    planned = planned_end(msgspec.structs.replace(dated, end=""))
    wanted = planned_end(dated)
    if wanted is None or not (planned_total(meeting) or meeting.end):
        return []
    words = [tr("end {time}", time=f"{wanted:%H:%M}")]
    if planned is None:
        return words
    if (late := late_minutes(planned, wanted)) > 0 and meeting.end:
        words.append(tr("! {n} min too long", n=late))
    hard_end = planned_end(msgspec.structs.replace(dated, end=meeting.hard_end))
    if meeting.hard_end and hard_end and (late := late_minutes(planned, hard_end)) > 0:
        words.append(tr("! {n} min past the hard end", n=late))
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
                        cut(presenter_of(both, item), 24),
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
        tail = f" {padded(presenter_of(meeting, item), presenter_width)}{tail}"
    room = max(4, width - len(lead) - len(tail) - 1)
    title = _titled(meeting, item, item.title)
    if (over := cell_len(title) - room) > 0:  # the title is cut, never what stands behind it
        title = _titled(meeting, item, cut(item.title, max(8, cell_len(item.title) - over)))
    style = "bold" if is_heading(meeting, item) else "$text-muted" if not item.is_business else ""
    return Content.assemble(lead, (padded(title, room), style), tail)


def _titled(meeting: Meeting, item: AgendaItem, title: str) -> str:
    """The title and what is to be known of the item besides."""
    if item.fixed_start:
        title = tr("{title} · fixed {time}", title=title, time=item.fixed_start)
    if item.is_protected:
        title = f"{title} · {tr('protected')}"
    return title if is_public(meeting, item) else tr("{title} (not public)", title=title)
