"""A group founded under an agenda item, as a row of the live screen, and as the line that says anew
who belongs to it."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.i18n import tr
from facilitator.meeting.model import Group, Meeting
from screens.widgets.entry_rows import NARROW, RIGHT_MARGIN, TEXT_AT, Piece, Row, wrapped


def founded_rows(group: Group, meeting: Meeting, width: int) -> tuple[Row, ...]:
    """Its name, then who belongs to it and who speaks for it."""
    is_narrow = width < NARROW
    lead = "G " if is_narrow else f"{'':8}{'G':<3} ".ljust(TEXT_AT)
    indent = " " * len(lead)
    space = max(8, width - len(lead) - (1 if is_narrow else RIGHT_MARGIN))
    members = _names(group.members, meeting) or tr("no members yet")
    told = tr("founded: {names}", names=members)
    if speakers := _names(group.speakers, meeting):
        told += " · " + tr("speaks: {names}", names=speakers)
    return (
        *(Row(indent if at else lead, (Piece(line, "text"),))
          for at, line in enumerate(wrapped(group.name, space))),
        *(Row(indent, (Piece(line, "detail"),)) for line in wrapped(told, space)[:3]),
    )  # fmt: skip


def members_line(group: Group, meeting: Meeting) -> str:
    """'Steuerungsgruppe: Kern, Nowak (Sprecher*in Nowak)', to be mended and sent again."""
    line = f"{group.name}: {_names(group.members, meeting)}"
    if speakers := _names(group.speakers, meeting):
        line += " " + tr("(speaker {names})", names=speakers)
    return line


def _names(people: Iterable[str], meeting: Meeting) -> str:
    return ", ".join(person.name for p in people if (person := meeting.person(p)) is not None)
