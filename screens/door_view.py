"""What the door shows: who matches with their states, who came last, how many are here. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from facilitator.capture.door_line import DoorLine
from facilitator.i18n import ntr, tr
from facilitator.meeting.arrivals import (
    Arrival,
    OrganizationAtDoor,
    latest_arrivals,
    surname_first,
)
from facilitator.meeting.features import uses
from facilitator.meeting.model import Instant, Meeting
from facilitator.meeting.quorum import quorum_at
from facilitator.quorum_words import quorum_words
from screens.door_states import state_words, step_word, steps_for, steps_for_all
from screens.widgets.columns import cut, padded
from screens.widgets.row_list import Row

NEW = "new"
"""Row that makes a new person."""
ALL = "all:"
"""Beginning of a row of all of an organisation."""
_LEAD = 3


def counts(meeting: Meeting, now: Instant, width: int) -> str:
    """'31 von 74 da   4 entschuldigt   1 neu', and the quorum where the body has one."""
    states = meeting.attendance
    here = sum(state.is_here for state in states)
    parts = [tr("{here} of {all} here", here=here, all=len(states))]
    if online := sum(state.is_here and state.remote for state in states):
        parts.append(tr("{n} online", n=online))
    for status, words in (
        ("excused", tr("{n} excused")), ("represented", tr("{n} represented")),
    ):  # fmt: skip
        if number := sum(state.status == status for state in states):
            parts.append(words.format(n=number))
    if new := sum(person.is_new for person in meeting.people):
        parts.append(tr("{n} new", n=new))
    if guests := sum(each.number for each in meeting.unnamed_guests):
        parts.append(ntr("{n} unnamed guest", "{n} unnamed guests", guests))
    left = "   ".join(parts)
    if not uses(meeting, "quorum"):
        return left
    quorum = quorum_at(meeting, now)
    if not quorum.legal_number:
        return left
    right = quorum_words(quorum)
    gap = width - cell_len(left) - cell_len(right)
    return f"{left}{' ' * gap}{right}" if gap > 2 else f"{right} · {left}"


def steps_line(words: Sequence[str], chosen: int, width: int) -> str:
    """'‹da› online vertreten entschuldigt': all that fits, the chosen one always."""
    marked = [f"‹{word}›" if at == chosen else word for at, word in enumerate(words)]
    first = 0
    while first < chosen and cell_len(_shown(marked, first, chosen + 1)) > width:
        first += 1
    last = len(marked)
    while last > chosen + 1 and cell_len(_shown(marked, first, last)) > width:
        last -= 1
    return cut(_shown(marked, first, last), width)


def _shown(marked: Sequence[str], first: int, last: int) -> str:
    before, after = "… " if first else "", " …" if last < len(marked) else ""
    return before + " ".join(marked[first:last]) + after


def match_rows(
    meeting: Meeting, matches: Sequence[Arrival], chosen: str, step: int, width: int
) -> list[Row]:
    """Who matches; the chosen one with all states there are for them."""
    longest = max((cell_len(surname_first(a.person.name)) for a in matches), default=0)
    return [
        _row(
            arrival.person.id,
            (surname_first(arrival.person.name), arrival.organization),
            tuple(step_word(s, arrival) for s in steps_for(arrival, meeting))
            if arrival.person.id == chosen
            else (),
            step,
            state_words(arrival),
            arrival.person.id == chosen,
            width,
            longest,
        )
        for arrival in matches
    ]


def more_rows(number: int) -> list[Row]:
    """How many match whom there is no room for."""
    if number <= 0:
        return []
    told = ntr("… and {n} more: another letter, or Name, Organisation",
               "… and {n} more: another letter, or Name, Organisation", number)  # fmt: skip
    return [Row("", Content(f"   {told}"))]


def all_rows(found: Sequence[OrganizationAtDoor], chosen: str, step: int, width: int) -> list[Row]:
    """Organisations all of whom may come at once, with how many that are."""
    rows = []
    for each in found:
        number = len(each.expected)
        told = tr("{n} expected", n=number) if number else tr("nobody expected")
        if each.here:
            told = f"{told} · " + tr("{n} here", n=each.here)
        row_id = f"{ALL}{each.organization.id}"
        name = tr("all of {name}", name=each.organization.name)
        words = tuple(step_word(s) for s in steps_for_all()) if number else ()
        rows.append(_row(row_id, (name, told), words, step, "", row_id == chosen, width))
    return rows or [Row("", Content("   " + tr("No organisation begins like that.")))]


def _row(
    row_id: str,
    names: tuple[str, str],
    words: tuple[str, ...],
    step: int,
    state: str,
    is_chosen: bool,
    width: int,
    longest: int = 0,
) -> Row:
    """`longest`: cells that the longest first column of the list would like."""
    room = max(20, width - _LEAD - 1)
    first, second = (19, 18) if room < 84 else (min(34, room // 4), min(34, room // 4))
    if room < 84:
        first = min(26, max(first, longest))
        second = 37 - first
    if room < 66:
        first, second = room * 4 // 10, 0
    left = padded(names[0], first)
    if second:
        left += " " + padded(names[1], second)
    space = max(0, room - cell_len(left) - 1)
    right = cut(state, space)
    if is_chosen and words:
        right = steps_line(words, step % len(words), space)
    return Row(row_id, Content(f" {'▸' if is_chosen else ' '} {left} {right}"))


def new_row(line: DoorLine, is_chosen: bool, width: int) -> Row:
    """The row that makes a new person of what is typed."""
    lead = f" {'▸' if is_chosen else ' '} "
    who = f"{line.name} · {line.organization}" if line.organization else line.name
    if not is_chosen:
        told = tr("new: {who} – choose this row to add", who=who)
    elif line.organization:
        told = tr("new: {who} – Enter adds and is here", who=who)
    else:
        told = tr("new: {who} – Enter adds; behind a comma the organisation", who=who)
    return Row(NEW, Content(lead + cut(told, max(10, width - _LEAD - 1))))


def stand_in_rows(typed: str, matches: Sequence[Arrival], chosen: str, width: int) -> list[Row]:
    """Who may stand in: the name as typed first, then listed people it may mean."""
    rows = [Row(NEW, Content(f" {'▸' if chosen in ('', NEW) else ' '} {cut(typed, width - 4)}"))]
    for arrival in matches:
        is_chosen = arrival.person.id == chosen
        names = (surname_first(arrival.person.name), arrival.organization)
        rows.append(_row(arrival.person.id, names, (), 0, state_words(arrival), is_chosen, width))
    return rows


def latest_rows(meeting: Meeting, most: int, order: Sequence[str], width: int) -> list[Row]:
    """Who came or went last, under a heading; none: nothing."""
    latest = latest_arrivals(meeting, most, order=order)
    if not latest:
        return []
    rows = [Row("", Content(" " + tr("latest")))]
    for time, arrival in latest:
        gone = not arrival.attendance.is_here
        told = tr("gone") if gone else ", ".join(_traits(arrival))
        room = max(20, width - 12)
        text = padded(surname_first(arrival.person.name), min(26, room // 3))
        text += " " + padded(arrival.organization, min(28, room // 3)) + " " + told
        rows.append(Row(arrival.person.id, Content(f"   {time}  {text}")))
    return rows


def _traits(arrival: Arrival) -> list[str]:
    person = arrival.person
    found = [tr("online")] if arrival.attendance.remote else []
    if person.is_new:
        found.append(tr("new"))
    if person.guest:
        found.append(tr("guest"))
    elif not person.voting_right:
        found.append(tr("advisory"))
    return found
