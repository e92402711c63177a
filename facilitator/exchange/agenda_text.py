"""Agendas as people write them in invitations -> lines of an agenda, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from facilitator.exchange.agenda_extras import paper_in, written_short_title
from facilitator.exchange.agenda_line import DEEPEST, AgendaLine, purpose_of
from facilitator.exchange.agenda_lines import SourceLine, source_lines
from facilitator.exchange.agenda_markers import Marker, MarkerReader, is_marker
from facilitator.exchange.agenda_nesting import Nesting
from facilitator.exchange.agenda_people import reporter
from facilitator.exchange.agenda_remarks import Remarks, read_remark, take_remarks
from facilitator.exchange.agenda_table import CellKind, header_kinds, read_cells
from facilitator.exchange.agenda_templates import AgendaTemplate, templates
from facilitator.exchange.agenda_times import (
    DURATION,
    LONGEST,
    SPAN,
    minutes_between,
    minutes_of,
    slot_in,
    slot_of,
    unexplained,
)
from facilitator.folding import fold
from facilitator.i18n import tr

__all__ = ["AgendaLine", "AgendaTemplate", "read_agenda", "templates", "write_agenda"]

_LEADING_MINUTES = re.compile(rf"{DURATION}\s*[:–—-]?\s+(?=\S)", re.IGNORECASE)
_DOTTED_NUMBER = re.compile(r"^\(?\d{1,2}\.\d{1,2}(?!\d)")
_OWN_LINE_REPORT = re.compile(
    r"(?i)^(?:be\s*:|berichterstatt|referent|vortragende|presenter|speaker|report by|presented by)"
)
_ENDS = frozenset(
    fold(text)
    for text in (
        "Ende", "Schluss", "Ende der Sitzung", "Ende der Veranstaltung", "Sitzungsende", "End",
        "Voraussichtliches Ende", "Ende des Treffens", "End of the meeting", "Close",
        "Ende (voraussichtlich)", "voraussichtlich Ende",
    )
)  # fmt: skip
_END_AT = re.compile(
    r"(?P<word>[^\d:]{3,40}?):?\s+(?P<time>(?:(?:ca\.|gegen|um|at)\s*)*\d.{0,20})$"
)
_LENGTHS = frozenset({"dauer", "zeit", "zeitbedarf", "duration", "time", "length"})
_BREAK_WITH_MINUTES = re.compile(r"(?P<title>\D+?)\s+(?P<minutes>\d{1,3})")
_ABBREVIATION = re.compile(r"(?:\.\w+|\b\w{1,4})\.$")


class _Read(Struct, kw_only=True):
    """A line on its way."""

    title: str
    depth: int
    remarks: Remarks
    is_end: bool = False


def read_agenda(text: str) -> tuple[AgendaLine, ...]:
    """The lines of a pasted agenda. Numbers and bullets give the nesting and leave the title;
    minutes also follow from spans and from the next line's time. Never raises."""
    read: list[_Read] = []
    numbers, nesting = MarkerReader(), Nesting()
    kinds: tuple[CellKind | None, ...] | None = None
    is_public = True
    for line in source_lines(text):
        if line.public is not None:
            is_public = line.public
            continue
        if len(line.cells) > 1 and (found := header_kinds(line.cells)) is not None:
            kinds = found
            continue
        title, marker, remarks = _read_line(line, numbers, kinds)
        if marker.style == "plain" and read and _belongs_to(read[-1], title, remarks):
            continue
        if not title:
            continue
        if remarks.public is None:
            remarks.public = marker.public if marker.public is not None else is_public
        is_end = remarks.slot is not None and not remarks.minutes and fold(title) in _ENDS
        depth = 0 if is_end else nesting.depth_of(line.indent, marker)
        read.append(_Read(title=title, depth=depth, remarks=remarks, is_end=is_end))
    _close_parts(read)
    return _with_fixed_starts(
        [_agenda_line(line, read[n + 1 :]) for n, line in enumerate(read) if not line.is_end]
    )


def write_agenda(lines: Iterable[AgendaLine]) -> str:
    """The lines as text that `read_agenda` reads back: '8.1 AG Sprache (Öztürk, 15 Min)'. The
    numbers count; breaks outside of items have none where they are understood without."""
    written: list[str] = []
    path: list[int] = []
    every = tuple(lines)
    for place, line in enumerate(every):
        depth = min(line.depth, len(path), DEEPEST)
        inner = _written_remarks(line)
        text = line.title + (f" ({inner})" if inner else "")
        has_below = place + 1 < len(every) and every[place + 1].depth > 0
        is_off = depth == 0 and _is_time_off(line.purpose) and not has_below
        if is_off and _is_plainly_read(text, line):
            written.append(text)
            path = path[:1]
            continue
        path = [*path[:depth], path[depth] + 1 if depth < len(path) else 1]
        number = ".".join(map(str, path)) + ("." if depth == 0 else "")
        written.append(f"{number} {text}")
    return "".join(f"{line}\n" for line in written)


def _read_line(
    line: SourceLine, numbers: MarkerReader, kinds: tuple[CellKind | None, ...] | None
) -> tuple[str, Marker, Remarks]:
    text, remarks = line.cells[0], Remarks()
    if len(line.cells) > 1:
        text, remarks = read_cells(line.cells, kinds)
    text = _take_time(text, remarks, numbers)
    marker, text = numbers.read(text)
    text = _take_time(text, remarks, numbers)
    if marker.style in {"plain", "bullet"} and remarks.slot is not None:
        again, text = numbers.read(text)  # '16:30 TOP 1 Begrüßung'
        marker = again if again.style != "plain" else marker
    if marker.style == "plain" and (end := _END_AT.match(text)) is not None:
        slot = slot_in(end["time"])
        if slot is not None and fold(end["word"].strip()) in _ENDS:
            return end["word"].strip(), marker, Remarks(slot=slot)
    title, found = take_remarks(text)
    remarks.take(found)
    plain = _BREAK_WITH_MINUTES.fullmatch(title)
    if plain is not None and remarks.minutes is None and _is_time_off(purpose_of(plain["title"])):
        said = int(plain["minutes"])
        if 0 < said <= LONGEST:  # 'Pause 15'
            title, remarks.minutes = plain["title"], said
    is_only_marker = marker.style == "plain" and is_marker(title)
    return "" if is_only_marker else _tidy(title), marker, remarks


def _take_time(text: str, remarks: Remarks, numbers: MarkerReader) -> str:
    """The text without a time of day or minutes at its beginning."""
    number = _DOTTED_NUMBER.match(text)
    path = tuple(map(int, number[0].strip("(").split("."))) if number else ()
    is_number = bool(path) and numbers.follows(path)
    found = SPAN.match(text)
    slot = None if found is None or remarks.slot is not None else slot_of(found)
    if found is not None and slot is not None and (slot.is_certain or not is_number):
        remarks.slot = slot
        return re.sub(r"^(?:\s*Uhr\b)?[\s:,;|)–—-]*", "", text[found.end() :])
    minutes = _LEADING_MINUTES.match(text)
    if minutes is not None and remarks.minutes is None and not is_number:
        said = minutes_of(minutes)
        if said is not None:
            remarks.minutes = said
            return text[minutes.end() :]
    return text


def _tidy(title: str) -> str:
    title = title.strip(" \t,;:|").strip()
    title = re.sub(r"^[–—-]\s+|\s+[–—-]$", "", title)
    if title.endswith(".") and not title.endswith("..") and not _ABBREVIATION.search(title):
        title = title[:-1].rstrip()
    return title if any(map(str.isalnum, title)) else ""


def _belongs_to(above: _Read, title: str, remarks: Remarks) -> bool:
    """A line of its own that only says who reports on the line above, or how long it takes."""
    is_report = _OWN_LINE_REPORT.match(title) is not None and reporter(title)
    said, rest = read_remark(title)
    if is_report:
        above.remarks.take(Remarks(presenter=reporter(title)))
    elif title and not rest and said.minutes and not said.presenter:
        above.remarks.take(said)
    elif fold(title) in _LENGTHS and remarks.minutes:
        pass
    elif title or remarks == Remarks():
        return False
    above.remarks.take(remarks)
    return True


def _close_parts(read: list[_Read]) -> None:
    """What belongs to a non-public item is not public either."""
    closed_at: int | None = None
    for line in read:
        if closed_at is not None and line.depth > closed_at:
            line.remarks.public = False
        else:
            closed_at = None if line.remarks.public else line.depth


def _agenda_line(line: _Read, below: list[_Read]) -> AgendaLine:
    remarks = line.remarks
    slot, minutes = remarks.slot, remarks.minutes
    if minutes is None and slot is not None:
        minutes = slot.minutes
        after = next((other for other in below if other.depth <= line.depth), None)
        if minutes is None and after is not None and after.remarks.slot is not None:
            minutes = minutes_between(slot.start, after.remarks.slot.start)
    start = slot.start if slot is not None else remarks.fixed_start
    return AgendaLine(
        title=line.title,
        depth=line.depth,
        planned_minutes=minutes,
        presenter=remarks.presenter,
        public=remarks.public is not False,
        start=start,
        fixed_start=remarks.fixed_start,
        short_title=remarks.short_title,
        paper=remarks.paper,
        is_protected=remarks.is_protected,
        purpose=remarks.purpose or purpose_of(line.title),
    )


def _with_fixed_starts(lines: list[AgendaLine]) -> tuple[AgendaLine, ...]:
    """A time that does not follow from what stands before is fixed."""
    said = [(line.depth, line.start, line.planned_minutes) for line in lines]
    return tuple(
        replace(line, fixed_start=line.start) if is_fixed and not line.fixed_start else line
        for line, is_fixed in zip(lines, unexplained(said), strict=True)
    )


def _is_time_off(purpose: str) -> bool:
    return purpose in ("break", "buffer")


def _is_plainly_read(text: str, line: AgendaLine) -> bool:
    read = read_agenda(f"1. X\n{text}")
    return len(read) == 2 and read[1] == replace(line, depth=0)


def _written_remarks(line: AgendaLine) -> str:
    rest = [f"{line.planned_minutes} Min"] if line.planned_minutes else []
    if line.fixed_start:
        rest.append(f"{tr('fixed')} {line.fixed_start}")
    elif line.start:
        rest.append(line.start)
    rest += [written_short_title(tr("short"), line.short_title)] if line.short_title else []
    if line.paper:
        rest.append(
            line.paper if paper_in(line.paper) == line.paper else f"{tr('Paper')}: {line.paper}"
        )
    rest += [tr("protected")] if line.is_protected else []
    rest += [] if line.public else [tr("not public")]
    if line.purpose != purpose_of(line.title) and line.purpose in ("break", "buffer"):
        rest.append(tr("Break") if line.purpose == "break" else tr("Buffer"))
    if not line.presenter:
        return ", ".join(rest)
    plain = ", ".join([line.presenter, *rest])
    is_read_back = read_remark(plain)[0].presenter == line.presenter
    return plain if is_read_back else ", ".join([f"{tr('Report')}: {line.presenter}", *rest])
