"""The series' own numbers: `B-2026-007`, `M-2026-035`. Given at the close in one batch, in the
order of the agenda, without holes; never given twice, never taken back. The year is that of the
meeting."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting.model import Entry, EntryKind, Meeting

PATTERNS: dict[EntryKind, str] = {"decision": "B-{year}-{n:03}", "action_item": "M-{year}-{n:03}"}


def numbers_for(meeting: Meeting, given: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Pairs of entry id and number for every printed decision and action item that has none yet.
    `given`: all pairs the series knows; an entry found there keeps its number (a crash between
    the two files), and counting goes on behind the highest."""
    pairs = tuple(given)
    numbers = [number for _, number in pairs]
    year = _year(meeting)
    highest = {kind: _highest(kind, year, numbers) for kind in PATTERNS}
    found: list[tuple[str, str]] = []
    for entry in _in_agenda_order(meeting):
        if entry.number or entry.kind not in PATTERNS or entry.visibility != "minutes":
            continue
        prefix = _prefix(entry.kind, year)
        known = [n for owner, n in pairs if owner == entry.id and n.startswith(prefix)]
        if not known:
            highest[entry.kind] += 1
            known = [PATTERNS[entry.kind].format(year=year, n=highest[entry.kind])]
        found.append((entry.id, known[-1]))
    return tuple(found)


def _year(meeting: Meeting) -> int:
    if meeting.day is not None:
        return meeting.day.year
    moment = meeting.started_at or meeting.closed_at
    return moment.at.year if moment else 0


def _in_agenda_order(meeting: Meeting) -> list[Entry]:
    place = {item.id: at for at, item in enumerate(meeting.agenda_items)}
    return sorted(meeting.entries, key=lambda entry: place.get(entry.item, -1))


def _prefix(kind: EntryKind, year: int) -> str:
    return PATTERNS[kind].partition("{n")[0].format(year=year)


def _highest(kind: EntryKind, year: int, numbers: Iterable[str]) -> int:
    prefix = _prefix(kind, year)
    tails = (number.removeprefix(prefix) for number in numbers if number.startswith(prefix))
    return max((int(tail) for tail in tails if tail.isdecimal()), default=0)
