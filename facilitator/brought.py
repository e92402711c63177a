"""A meeting on its way into a workspace: read from our own JSON or from its file in another one,
and judged. Whatever the bytes are, nothing but BadFile and NotFound is raised."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from facilitator.errors import BadFile, FacilitatorError
from facilitator.exchange.json_carried import kind_of, read_carried, what_else
from facilitator.exchange.json_form import digest_of
from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.model import Meeting
from facilitator.meeting.series import SeriesFold
from facilitator.meeting.share_of_series import share_of
from facilitator.store.adopting import in_our_form, understood
from facilitator.store.check import SERIES_FILE
from facilitator.store.failures import not_read
from facilitator.store.folded import newer_schema
from facilitator.store.lines import CHANGES, META
from facilitator.store.recovery import load

MOST_BYTES = 100_000_000
"""Fifty times the JSON of a meeting with 100 people and 300 entries."""


class Brought(Struct, frozen=True, kw_only=True):
    """A meeting on its way. Rows in our form, in the order of their ids."""

    meeting: Meeting
    rows: tuple[bytes, ...]
    series_rows: tuple[bytes, ...]
    series_id: str
    """Empty: nothing of its series came along."""
    file: str


def read_brought(path: Path) -> Brought:
    """The meeting in this file. Raises NotFound, or BadFile with what is wrong and what to do."""
    data = _bytes_of(path)
    kind = kind_of(data)
    if kind == "unknown":
        raise BadFile(
            tr(
                "{path} is no meeting of facilitator. {why} Nothing was imported. Name a JSON that"
                " 'facilitator minutes --format json' wrote, or a meeting's file in a workspace.",
                path=path,
                why=what_else(data),
            )
        )
    try:
        return _carried(data) if kind == "carried" else _meeting_file(path, data)
    except BadFile as error:
        raise BadFile(f"{path}: {error}") from None


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise not_read(error, path) from error
    except ValueError as error:  # a name with a zero byte
        raise BadFile(
            tr("{path} is no name of a file. Nothing was imported.", path=path)
        ) from error
    if len(data) > MOST_BYTES:
        raise BadFile(tr("{path} is too large for a meeting. Nothing was imported.", path=path))
    return data


def _carried(data: bytes) -> Brought:
    carried = read_carried(data)
    rows, series_rows = (
        [in_our_form(raw) or raw for raw in raw_rows]
        for raw_rows in (carried.rows, carried.series_rows)
    )
    brought = _brought(rows, series_rows, carried.file)
    if digest_of(rows, series_rows) != carried.digest:
        raise BadFile(
            tr(
                "Something in it was altered or is missing: what happened does not fit the"
                " checksum of the whole. Nothing was imported. Export the meeting once more."
            )
        )
    return brought


def _meeting_file(path: Path, data: bytes) -> Brought:
    if path.name == SERIES_FILE:
        raise BadFile(
            tr(
                "This is the file of a series. Nothing was imported. Import its meetings; they"
                " bring along what they need of it."
            )
        )
    rows = _rows_of(data)
    meeting = _meeting(rows)
    series_rows: list[bytes] = []
    with suppress(FacilitatorError):  # the meeting is enough for itself
        series_rows = _rows_of(_bytes_of(path.with_name(SERIES_FILE)))
    history = understood(series_rows)
    share = share_of(meeting, history.values())
    return _brought(rows, [raw for raw, each in history.items() if each.id in share], path.stem)


def _rows_of(data: bytes) -> list[bytes]:
    """The changes of a file of a workspace. Raises BadFile unless all of it is there."""
    loaded = load(data)
    if newer_schema(loaded.tables.get(META, {})):
        raise BadFile(
            tr(
                "The file was written by a newer version of facilitator. Nothing was imported."
                " Update facilitator, then import it again."
            )
        )
    if loaded.form == "broken" or loaded.lost:
        raise BadFile(
            tr(
                "The file is damaged. Nothing was imported. Open it in its own workspace, where it"
                " is mended as far as it goes, or take a copy of it from a backup."
            )
        )
    return list(loaded.tables.get(CHANGES, {}).values())


def _brought(rows: Iterable[bytes], series_rows: Iterable[bytes], file: str) -> Brought:
    history, of_series = understood(rows), understood(series_rows)
    series = SeriesFold(of_series.values()).value()
    if of_series and not series.id:
        raise BadFile(
            tr(
                "What it says of its series has no beginning. Nothing was imported. Export the"
                " meeting once more."
            )
        )
    return Brought(
        meeting=_meeting(history),
        rows=tuple(history),
        series_rows=tuple(of_series),
        series_id=series.id,
        file=file,
    )


def _meeting(rows: Iterable[bytes]) -> Meeting:
    """The meeting these rows make. Raises BadFile unless they begin with its plan."""
    history = list(understood(rows).values())
    if not history or not isinstance(history[0].change, c.MeetingPlanned):
        raise BadFile(
            tr(
                "There is no meeting in it: what happened does not begin with one that was"
                " planned. Nothing was imported."
            )
        )
    return MeetingFold(history).value()
