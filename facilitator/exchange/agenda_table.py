"""Rows of agendas copied from tables: '4<tab>Input<tab>20<tab>Schäfer'."""

from __future__ import annotations

from typing import Literal

from facilitator.exchange.agenda_markers import is_marker
from facilitator.exchange.agenda_people import belongs_to_title
from facilitator.exchange.agenda_remarks import Remarks, public_mark, read_remark
from facilitator.exchange.agenda_times import minutes_in, slot_in
from facilitator.folding import fold, words

CellKind = Literal["marker", "title", "minutes", "time", "presenter", "remark", "public"]

_HEADERS: dict[CellKind, str] = {
    "marker": "TOP Nr Nummer Pos # No Punkt lfd",
    "title": "Thema Themen Titel Inhalt Tagesordnungspunkt Gegenstand Topic Title Item Betreff"
    " Programmpunkt Was",
    "minutes": "Minuten Min Dauer Zeitbedarf Duration Minutes Länge",
    "time": "Zeit Uhrzeit Beginn Start Time Wann",
    "presenter": "Wer Referent Referentin Bericht Berichterstattung Verantwortlich Presenter"
    " Speaker Person Vortragende Zuständig Who Lead",
    "remark": "Ziel Art Methode Bemerkung Bemerkungen Unterlagen Goal Notes",
    "public": "Öffentlichkeit Status",
}
_KINDS = {fold(word): kind for kind, some in _HEADERS.items() for word in some.split()}


def header_kinds(cells: tuple[str, ...]) -> tuple[CellKind | None, ...] | None:
    """What the columns hold, if this row is a header ('TOP', 'Thema', 'Zeit', 'Wer')."""
    kinds = tuple(_kind_of(cell) for cell in cells)
    filled = [kind for kind, cell in zip(kinds, cells, strict=True) if cell]
    if len(filled) < 2 or None in filled or not {"title", "marker"} & set(filled):
        return None
    return kinds


def _kind_of(cell: str) -> CellKind | None:
    said = [_KINDS.get(word) for word in words(cell)] or [_KINDS.get(cell)]
    return said[0] if len(said) <= 3 else None


def read_cells(
    cells: tuple[str, ...], kinds: tuple[CellKind | None, ...] | None
) -> tuple[str, Remarks]:
    """The row as a line of text (marker and title) and what its other cells say."""
    remarks, marker, title, more = Remarks(), "", "", list[str]()
    for index, cell in enumerate(cells):
        if not cell:
            continue
        kind = kinds[index] if kinds is not None and index < len(kinds) else None
        bare_minutes = minutes_in(f"{cell} min") if cell.isdigit() else None
        slot = slot_in(cell)
        if minutes_in(cell) is not None:
            remarks.take(Remarks(minutes=minutes_in(cell)))
        elif bare_minutes and (kind in {"minutes", "time"} or (title and kind != "marker")):
            remarks.take(Remarks(minutes=bare_minutes))
        elif slot is not None and (slot.is_certain or kind == "time"):
            remarks.take(Remarks(slot=slot))
        elif public_mark(cell) is not None:
            remarks.take(Remarks(public=public_mark(cell)))
        elif not marker and not title and is_marker(cell):
            marker = {"o": "•"}.get(cell, f"{cell}." if cell.isdigit() else cell)
        elif kind == "presenter":
            remarks.take(Remarks(presenter=cell))
        elif not title:
            title = cell
        else:
            more.append(cell)
    for cell in more:
        found, rest = read_remark(cell)
        if rest and (remarks.presenter or found.presenter or belongs_to_title(rest)):
            title = f"{title} ({rest})"
        elif rest:
            found.presenter = rest
        remarks.take(found)
    return f"{marker} {title}".strip(), remarks
