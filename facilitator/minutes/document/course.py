"""Verlaufsprotokoll: what happened when, as far as it is for the minutes.

An item that was interrupted has several stretches, as it ran. What was captured stands in its item
in the order of the minutes, with the time at which it was written down; what was added at the desk
has none. Who came, went or took over stands where the meeting was at that time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Decision,
    Entry,
    Instant,
    Meeting,
    Note,
    ParkedTopic,
    Question,
    Value,
)
from facilitator.meeting.presence import evening_minute
from facilitator.minutes.document.functions import Functions
from facilitator.minutes.document.head import end_held, quorum_row
from facilitator.minutes.document.items import for_minutes, sections
from facilitator.minutes.document.model import Section
from facilitator.minutes.document.model.course import Course, Event, EventRow, Happening, Stretch
from facilitator.minutes.document.room import board_rows, round_row
from facilitator.minutes.document.rows import Rows
from facilitator.minutes.printed import Printed, clock


class _Placed(Value, frozen=True, kw_only=True):
    """Something at a minute of the evening; None: nobody knows when. `item`: empty where it
    belongs to none."""

    at: float | None
    row: EventRow
    item: str = ""
    keeps_order: bool = False
    """It stands behind the entries before it, whenever it was written down."""


class _Run(Value, frozen=True, kw_only=True):
    item: str
    start: float
    end: float
    first: str
    last: str


def course(meeting: Meeting, rows: Rows, printed: Printed, functions: Functions | None) -> Course:
    """`functions`: what contributors are called; None: by their names."""
    runs = _runs(meeting)
    parts = {s.id: s for s in sections(meeting, rows, printed) if s.id}
    events: dict[int, list[_Placed]] = {place: [] for place in range(len(runs))}
    loose: dict[str, list[_Placed]] = {}
    for each in _happened(meeting, rows, printed, functions):
        place = _place(each, runs)
        if place is not None:
            events[place].append(each)
        elif each.item in parts:
            loose.setdefault(each.item, []).append(each)
    found: list[Stretch] = []
    for place, run in enumerate(runs):
        section = parts.get(run.item)
        if section is None:
            section = _of_break(meeting, run, events[place])
        if section is None:
            continue
        others = [other.item for other in runs[:place]]
        found.append(
            Stretch(
                section=section,
                time=printed.span(run.first, run.last),
                is_continued=run.item in others,
                is_last=run.item not in [other.item for other in runs[place + 1 :]],
                events=_events(events[place], run, printed),
            )
        )
    never_ran = [s for s in parts.values() if s.id not in {run.item for run in runs}]
    for section in never_ran:
        stretch = Stretch(section=section, events=_events(loose.get(section.id, []), None, printed))
        if stretch.events or not is_heading_only(meeting, section):
            found.insert(_behind(meeting, section, found), stretch)
    outside = [
        Stretch(section=section, events=_events(_of_none(meeting, section.kind, rows, functions,
                                                         is_public=section.is_public),
                                                None, printed))
        for section in sections(meeting, rows, printed)
        if not section.id
    ]  # fmt: skip
    before = [each for each in outside if each.section.kind == "before_start"]
    behind = [each for each in outside if each.section.kind != "before_start"]
    ordered = [*before, *found, *behind]
    return Course(
        opened=printed.time(clock(meeting.started_at)),
        closed=printed.time(end_held(meeting)),
        stretches=(
            *(each for each in ordered if each.section.is_public),
            *(each for each in ordered if not each.section.is_public),
        ),
    )


def is_heading_only(meeting: Meeting, section: Section) -> bool:
    """It has sub-items, and nothing was said of it as such."""
    has_more = section.remark or section.result or section.reviewed or section.founded
    return not has_more and any(item.parent == section.id for item in meeting.agenda_items)


def _behind(meeting: Meeting, section: Section, found: list[Stretch]) -> int:
    """The place of an item that never ran: behind the last stretch of the nearest item above it."""
    order = {item.id: place for place, item in enumerate(meeting.agenda_items)}
    above = {
        place: order[each.section.id]
        for place, each in enumerate(found)
        if order.get(each.section.id, len(order)) < order[section.id]
    }
    nearest = max(above.values(), default=None)
    return max((place + 1 for place, at in above.items() if at == nearest), default=0)


def _of_break(meeting: Meeting, run: _Run, placed: list[_Placed]) -> Section | None:
    """A break in which nothing was captured stands in the course all the same."""
    item = meeting.item(run.item)
    if item is None or not (item.is_break or placed):
        return None
    return Section(
        kind="break",
        id=item.id,
        title=item.title,
        level=2,
        is_public=is_public(meeting, item),
    )


def _runs(meeting: Meeting) -> list[_Run]:
    """Stretches in their order; one item that goes on at once has one."""
    intervals = sorted(
        ((item, interval) for item in meeting.agenda_items for interval in item.intervals),
        key=lambda pair: pair[1].start.at,
    )
    found: list[_Run] = []
    for item, interval in intervals:
        if item.purpose == "buffer":
            continue
        start = _minute(meeting, interval.start)
        end = _minute(meeting, interval.end) if interval.end else float("inf")
        last = clock(interval.end)
        if found and found[-1].item == item.id and start - found[-1].end < 1:
            found[-1] = replace(found[-1], end=end, last=last)
        else:
            found.append(
                _Run(item=item.id, start=start, end=end, first=clock(interval.start), last=last)
            )
    return found


def _minute(meeting: Meeting, moment: Instant) -> float:
    return evening_minute(meeting, clock(moment)) + moment.at.second / 60


def _place(each: _Placed, runs: list[_Run]) -> int | None:
    """The stretch it belongs into: of its item if it has one, else whatever ran."""
    own = [at for at, run in enumerate(runs) if each.item in ("", run.item)]
    if not own:
        return None
    if each.at is None:
        return own[-1] if each.item else None
    begun = [at for at in own if runs[at].start <= each.at]
    inside = [at for at in begun if each.at < runs[at].end]
    return inside[-1] if inside else begun[-1] if begun else own[0]


def _events(placed: list[_Placed], run: _Run | None, printed: Printed) -> tuple[Event, ...]:
    """In the order of time; entries keep their own order whatever it says."""
    keyed: list[tuple[float, int, _Placed]] = []
    latest = float("-inf")
    for order, each in enumerate(placed):
        key = latest if each.at is None else each.at
        if each.keeps_order:
            key = latest = max(latest, key)
        keyed.append((key, order, each))
    return tuple(
        Event(time=_time(each, run, printed), row=each.row)
        for _, _, each in sorted(keyed, key=lambda one: one[:2])
    )


def _time(each: _Placed, run: _Run | None, printed: Printed) -> str:
    if each.at is None or run is None or not int(run.start) <= each.at <= run.end + 1:
        return ""
    minute = int(each.at) % (24 * 60)
    return printed.time(f"{minute // 60:02}:{minute % 60:02}")


def _happened(
    meeting: Meeting, rows: Rows, printed: Printed, functions: Functions | None
) -> Iterator[_Placed]:
    """Everything with an item or a time, entries of an item in their order."""
    for item in meeting.agenda_items:
        yield from _biased(meeting, item)
    for stated in meeting.quorum_statements:
        quorum = quorum_row(meeting, stated, printed)
        yield _Placed(at=_minute(meeting, stated.at), row=quorum, item=stated.item)
    for entry in for_minutes(meeting.entries):
        if entry.item:
            said = _entry_row(entry, rows, functions)
            yield _Placed(at=_when(meeting, entry.at), row=said, item=entry.item,
                          keeps_order=True)  # fmt: skip
    for asked in meeting.rounds:
        if asked.item:
            heard = round_row(meeting, asked, rows)
            yield _Placed(at=_when(meeting, asked.at), row=heard, item=asked.item)
    for board in meeting.boards:
        for cards in board_rows(meeting, [board], rows):
            if board.item:
                yield _Placed(at=_when(meeting, board.at), row=cards, item=board.item)
    yield from _spoke(meeting, functions)
    yield from _took_over(meeting)
    for attendance in meeting.attendance:
        yield from _moved(meeting, attendance)


def _of_none(
    meeting: Meeting, kind: str, rows: Rows, functions: Functions | None, *, is_public: bool
) -> list[_Placed]:
    known = {item.id for item in meeting.agenda_items}
    return [
        _Placed(at=None, row=_entry_row(entry, rows, functions))
        for entry in for_minutes(meeting.entries)
        if entry.item not in known
        and entry.is_from_closed_item != is_public
        and (not is_public or entry.before_start == (kind == "before_start"))
    ]


def _entry_row(entry: Entry, rows: Rows, functions: Functions | None) -> EventRow:
    match entry:
        case Decision():
            return rows.decision(entry)
        case ActionItem():
            return rows.action(entry)
        case Question():
            return rows.question(entry)
        case ParkedTopic():
            return rows.parked(entry)
    said_by = entry.said_by.strip() if isinstance(entry, Note) and functions is None else ""
    return Happening(kind="note", text=entry.text, said_by=said_by, id=entry.id)


def _when(meeting: Meeting, moment: Instant) -> float | None:
    """None for what was written down when the meeting did not run."""
    begun, over = meeting.started_at, meeting.closed_at
    if begun is None or moment.at < begun.at or (over is not None and moment.at > over.at):
        return None
    if over is None and _is_another_day(begun.at, moment.at):
        return None
    return _minute(meeting, moment)


def _is_another_day(begun: datetime, moment: datetime) -> bool:
    return (moment - begun).total_seconds() > 18 * 3600


def _biased(meeting: Meeting, item: AgendaItem) -> Iterator[_Placed]:
    for bias in item.bias:
        person = meeting.person(bias.person)
        name = person.name if person else bias.name
        row = Happening(kind="biased", text=name, id=bias.person)
        yield _Placed(at=_minute(meeting, bias.at), row=row, item=item.id)
        ends = [clock(interval.end) for interval in item.intervals]
        if bias.returned_at and clock(bias.returned_at) not in ends:
            row = Happening(kind="returned", text=name, id=bias.person)
            yield _Placed(at=_minute(meeting, bias.returned_at), row=row, item=item.id)


def _spoke(meeting: Meeting, functions: Functions | None) -> Iterator[_Placed]:
    for speaker in meeting.speakers:
        if speaker.began is None:
            continue
        name = functions.somebody(speaker.name, speaker.person) if functions else speaker.name
        row = Happening(kind="speaker", text=name, id=speaker.id)
        item = speaker.item if meeting.item(speaker.item) else ""
        yield _Placed(at=_minute(meeting, speaker.began), row=row, item=item)


def _took_over(meeting: Meeting) -> Iterator[_Placed]:
    """Changes of the offices; who held one from the start stands in the head."""
    for officer in meeting.officers:
        if _when_taken(meeting, officer.since) and officer.since and officer.name.strip():
            row = Happening(kind=officer.role, text=officer.name, id=officer.person)
            yield _Placed(at=_minute(meeting, officer.since), row=row)


def _when_taken(meeting: Meeting, since: Instant | None) -> bool:
    begun = meeting.started_at
    return since is not None and begun is not None and since.at > begun.at


def _moved(meeting: Meeting, attendance: Attendance) -> Iterator[_Placed]:
    """Came after the start, went before the end."""
    person = meeting.person(attendance.person)
    begun = clock(meeting.started_at)
    if person is None or attendance.status != "present" or not begun:
        return
    start = evening_minute(meeting, begun)
    end = evening_minute(meeting, clock(meeting.closed_at)) if meeting.closed_at else None
    for stay in attendance.stays:
        came = evening_minute(meeting, stay.arrived) if stay.arrived else None
        went = evening_minute(meeting, stay.left) if stay.left else None
        if came is not None and came > start and (end is None or came <= end):
            yield _Placed(at=came, row=Happening(kind="came", text=person.name, id=person.id))
        if went is not None and went > start and (end is None or went < end):
            row = Happening(kind="went", text=person.name, id=person.id)
            yield _Placed(at=went + 0.99, row=row)
