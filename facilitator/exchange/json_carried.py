"""A meeting carried in our own JSON, read back: only its rows; what they say is the store's to
judge. Whatever the bytes are, nothing but BadFile is raised."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct

from facilitator.errors import BadFile
from facilitator.exchange.json_form import FORM, Header
from facilitator.i18n import tr

Kind = Literal["carried", "file", "unknown"]
_NO_JSON = (msgspec.MsgspecError, UnicodeError, RecursionError)
_BOM = b"\xef\xbb\xbf"


class Carried(Struct, frozen=True, kw_only=True):
    """`rows`, `series_rows`: as they stand there, unread. `file`: what the meeting's file was
    called, unchecked. `digest`: that of the rows in our form."""

    rows: tuple[bytes, ...]
    series_rows: tuple[bytes, ...]
    file: str
    digest: str


class _Document(Struct):
    facilitator: Header
    changes: list[msgspec.Raw]
    series_changes: list[msgspec.Raw] = []


def kind_of(data: bytes) -> Kind:
    """Is it our JSON, a meeting's file of a workspace, or neither? Files may be damaged."""
    keys = _keys(data)
    if keys is None:
        looks_like_file = data.lstrip(_BOM + b" \r\n\t").startswith((b'{"changes":{', b'{"meta":{'))
        return "file" if looks_like_file else "unknown"
    if "facilitator" in keys:
        return "carried"
    if keys.get("changes", b"").startswith(b"{"):
        return "file"
    return "unknown"


def read_carried(data: bytes) -> Carried:
    """The rows of our own JSON. Raises BadFile for one of a newer program, and where something is
    not as it must be."""
    try:
        form = msgspec.json.decode(_plain(data), type=_OnlyForm).facilitator.form
    except _NO_JSON:
        form = 0
    if form > FORM:
        raise BadFile(
            tr(
                "The file was written by a newer version of facilitator. Nothing was imported."
                " Update facilitator, then import it again."
            )
        )
    try:
        found = msgspec.json.decode(_plain(data), type=_Document)
    except _NO_JSON:
        raise BadFile(
            tr(
                "The file is from facilitator, but what has to be in it is missing or damaged."
                " Nothing was imported. Export the meeting once more."
            )
        ) from None
    return Carried(
        rows=tuple(map(bytes, found.changes)),
        series_rows=tuple(map(bytes, found.series_changes)),
        file=found.facilitator.file,
        digest=found.facilitator.digest,
    )


def what_else(data: bytes) -> str:
    """Why a file of neither kind cannot be imported, as a sentence."""
    keys = _keys(data)
    if keys is None:
        return tr("It is no JSON, or it breaks off in the middle.")
    if b"//schema.oparl.org/" in keys.get("type", b""):
        return tr("It is OParl, which does not hold all that a meeting is.")
    if keys.get("meetings", b"").startswith(b"[") and "agenda_items" in keys:
        return tr("It holds only the tables of a meeting, not what happened in it.")
    return tr("It is of another program.")


class _Form(Struct):
    form: int


class _OnlyForm(Struct):
    facilitator: _Form


def _keys(data: bytes) -> dict[str, bytes] | None:
    """The keys of the outermost object with the bytes behind them; None if it is no JSON; none
    for JSON that is no object."""
    try:
        found = msgspec.json.decode(_plain(data), type=dict[str, msgspec.Raw] | list[msgspec.Raw])
    except _NO_JSON:
        return None
    return {key: bytes(raw) for key, raw in found.items()} if isinstance(found, dict) else {}


def _plain(data: bytes) -> bytes:
    return data.removeprefix(_BOM)
