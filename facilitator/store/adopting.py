"""Rows of changes that were made elsewhere, on their way into a file of this workspace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from facilitator.errors import BadFile
from facilitator.i18n import tr
from facilitator.meeting.changes import Stamped
from facilitator.store import rows


def understood(raw_rows: Iterable[bytes]) -> dict[bytes, Stamped]:
    """The changes of these rows in the order of their ids, by the bytes of the rows in our form.
    A row that stands there twice counts once. Unknown kinds of changes are kept as they are.

    Raises BadFile for a row that is no change or whose checksum does not hold, and for two rows
    that say different things under one id.
    """
    found: dict[str, tuple[bytes, Stamped]] = {}
    for n, foreign in enumerate(raw_rows, 1):
        raw = in_our_form(foreign)
        row = rows.read(raw) if raw is not None else None
        each = rows.decode(row) if row is not None else None
        if raw is None or each is None:
            raise BadFile(
                tr(
                    "Change {n} of the file is damaged, or was altered outside of facilitator."
                    " Nothing was imported. Export the meeting once more where it comes from.",
                    n=n,
                )
            )
        same = found.setdefault(each.id, (raw, each))
        if same[0] != raw:
            raise _says_otherwise()
    return dict(found[change_id] for change_id in sorted(found))


def unknown_here(
    offered: Mapping[bytes, Stamped], known: Mapping[bytes, Stamped]
) -> dict[bytes, Stamped]:
    """Those that are not known yet. Raises BadFile where one of them says something else than the
    known one of the same id: changes never change."""
    here = {each.id: raw for raw, each in known.items()}
    new: dict[bytes, Stamped] = {}
    for raw, each in offered.items():
        if each.id not in here:
            new[raw] = each
        elif raw != here[each.id] and _said(raw) != _said(here[each.id]):
            raise _says_otherwise()
    return new


def in_our_form(raw: bytes) -> bytes | None:
    """The row as this program writes it; None where its checksum is missing or wrong, whatever
    spaces and escapes another program put there."""
    if not rows.is_sealed(raw):
        return None
    row = rows.read(raw)
    return rows.seal(row) if row is not None else None


def resealed(raw: bytes) -> bytes:
    """A row to be given away. One that somebody altered by hand, which the file keeps as it is
    now, gets the checksum of what it says now."""
    row = rows.read(raw)
    return raw if row is None or rows.is_sealed(raw) else rows.seal(row)


def _said(raw: bytes) -> bytes:
    row = rows.read(raw)
    return rows.canonical(row) if row is not None else raw


def _says_otherwise() -> BadFile:
    return BadFile(
        tr(
            "The file tells one and the same change in another way than it is known here, or in"
            " two ways, so it was altered. Nothing was imported. Compare the two meetings, and"
            " import the right one into an empty workspace."
        )
    )
