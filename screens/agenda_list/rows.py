"""The agenda as rows: state, number, title, what is special in words, minutes used and planned."""

from __future__ import annotations

from msgspec.structs import replace
from rich.cells import cell_len
from textual.content import Content

from facilitator.as_listed import presenter_of
from facilitator.i18n import ntr, tr
from facilitator.meeting.agenda import is_heading, is_public
from facilitator.meeting.agenda_places import entries_below
from facilitator.meeting.model import AgendaItem, Instant, Meeting
from screens.widgets.agenda_panel import SIGNS
from screens.widgets.columns import cut, padded
from screens.widgets.row_list import Row

_TIME = 8


def agenda_rows(
    meeting: Meeting, shown: tuple[AgendaItem, ...], now: Instant, width: int
) -> list[Row]:
    ids = {item.id for item in shown}
    items = [item for item in meeting.agenda_items if item.id in ids]
    rows = [Row(item.id, _row(meeting, item, now, width)) for item in items]
    if rows:
        return rows
    empty = (
        tr("No item fits; Escape shows all of them.")
        if meeting.agenda_items
        else tr("Nothing yet: “n” writes or pastes it.")
    )
    return [Row("", Content("   " + empty))]


def _row(meeting: Meeting, item: AgendaItem, now: Instant, width: int) -> Content:
    lead = (
        f" {SIGNS[item.state]} {'  ' * min(item.depth, 4)}{item.number:<{4 if item.depth else 2}} "
    )
    said = " · ".join(marks(meeting, item))
    said = cut(said, max(0, min(34, width // 3)))
    tail = (f" {said}" if said else "") + padded(_time(meeting, item, now), _TIME, right=True)
    room = max(4, width - cell_len(lead) - cell_len(tail) - 1)
    style = "bold" if item.state == "running" or is_heading(meeting, item) else ""
    if item.state in ("done", "skipped", "deferred") or not item.is_business:
        style = style or "$foreground 60%"
    return Content.assemble(lead, (padded(item.title, room), style), tail)


def for_the_room(meeting: Meeting) -> Meeting:
    """As the room may see it: of what is not public only that it is there."""
    return replace(
        meeting,
        agenda_items=tuple(
            item
            if is_public(meeting, item)
            else replace(item, title="···", short_title="", result="")
            for item in meeting.agenda_items
        ),
    )


def marks(meeting: Meeting, item: AgendaItem) -> list[str]:
    """In words, the weightiest first: what the room may not hear, what became of it, its times."""
    found = []
    if not is_public(meeting, item):
        found.append(tr("not public"))
    if (state := state_words(item)) and item.state not in ("open", "running", "done"):
        found.append(state)
    if item.purpose == "buffer":
        found.append(tr("buffer"))
    if item.fixed_start:
        found.append(tr("fixed {time}", time=item.fixed_start))
    if item.is_protected:
        found.append(tr("protected"))
    if item.result:
        found.append(f"= {item.result}")
    return found


def state_words(item: AgendaItem) -> str:
    match item.state:
        case "running":
            return tr("running")
        case "interrupted":
            return tr("goes on later")
        case "done":
            return tr("dealt with")
        case "skipped":
            return tr("skipped")
        case "deferred":
            if item.deferred_to == "parking_lot":
                return tr("in the parking lot")
            return tr("deferred")
    return tr("open")


def _time(meeting: Meeting, item: AgendaItem, now: Instant) -> str:
    if is_heading(meeting, item):
        return ""
    planned = "" if item.planned_minutes is None else str(item.planned_minutes)
    if item.intervals:
        used = int(item.used_seconds(now) // 60)
        return f"{used}/{planned}′" if planned else f"{used}′"
    return f"{planned}′" if planned else ""


def detail(meeting: Meeting, item: AgendaItem) -> list[str]:
    """The chosen item in full: title, then all that is known of it."""
    facts = [state_words(item)]
    if not is_public(meeting, item):
        facts.append(tr("not public"))
    if item.presenter:
        facts.append(tr("report by {name}", name=presenter_of(meeting, item)))
    if item.planned_minutes:
        facts.append(tr("{n} min planned", n=item.planned_minutes))
    if item.fixed_start:
        facts.append(tr("begins at {time}", time=item.fixed_start))
    if item.is_protected:
        facts.append(tr("minutes protected"))
    if item.short_title:
        facts.append(tr("short: {title}", title=item.short_title))
    if item.paper:
        facts.append(item.paper)
    if item.result:
        facts.append(f"= {item.result}")
    if count := len(entries_below(meeting, item.id)):
        facts.append(ntr("{n} entry", "{n} entries", count))
    return [f"{item.number} {item.title}".strip(), " · ".join(facts)]
