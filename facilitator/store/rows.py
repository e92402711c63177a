"""One change as one TinyDB document: flat, with a crc over its canonical JSON.

A row is bytes here: a JSON object with sorted keys and no spaces, in UTF-8, whose last field is
`"crc"`: eight hex digits of the CRC-32 of the row without that field. msgspec writes no line break
inside a row (control characters are escaped), so that one row is one line.

Row of a change: `id`, `step`, `at` (ISO with offset), `up`, `opening` (see `Instant`), `type` and
the fields of the change; its own field `id` is called `new_id`. A row once written is never encoded
again from Structs: the fields of a newer program would vanish.
"""

from __future__ import annotations

import contextlib
import re
import zlib
from collections.abc import Mapping
from typing import Any, get_args

import msgspec
from msgspec import Struct

from facilitator.meeting.changes import Change, Stamped
from facilitator.meeting.model import Instant
from facilitator.store.clock import CHANGE_ID

Row = dict[str, Any]

UNREADABLE = (msgspec.MsgspecError, UnicodeError, RecursionError)
"""What decoding of foreign bytes can raise."""

CRC_START = b',"crc":"'
CRC_LENGTH = 18
"""Of `,"crc":"01234567"}`, which ends every row of more than nothing."""

_ENCODER = msgspec.json.Encoder(order="sorted")
_ROW_DECODER = msgspec.json.Decoder(dict[str, Any])
_SURROGATE = re.compile("[\ud800-\udfff]")


def seal(row: Mapping[str, Any] | Struct) -> bytes:
    """The bytes of a row, with the crc; one that is there already is replaced. Halves of
    surrogate pairs, which no UTF-8 can hold, become U+FFFD."""
    return sealed(canonical(row))


def canonical(row: Mapping[str, Any] | Struct) -> bytes:
    """The row without its crc, as the crc sees it."""
    if isinstance(row, Mapping) and "crc" in row:
        row = {name: value for name, value in row.items() if name != "crc"}
    try:
        return _ENCODER.encode(row)
    except UnicodeEncodeError:
        return _ENCODER.encode(whole_text(msgspec.to_builtins(row)))


def sealed(body: bytes) -> bytes:
    """A canonical row with its crc put in."""
    joint = b'"crc":"' if body == b"{}" else CRC_START
    return b'%b%b%08x"}' % (body[:-1], joint, zlib.crc32(body))


def is_sealed(raw: bytes) -> bool:
    """Is the crc there and right? Spaces and order of keys may differ from ours."""
    if raw[-CRC_LENGTH:-10] == CRC_START and raw[-2:] == b'"}':
        crc = zlib.crc32(b"}", zlib.crc32(raw[:-CRC_LENGTH]))
        if raw[-10:-2] == b"%08x" % crc:
            return True
    row = read(raw)
    return row is not None and row.get("crc") == f"{zlib.crc32(canonical(row)):08x}"


def read(raw: bytes) -> Row | None:
    """The row as a dict (crc included), or None when it is no JSON object."""
    try:
        return _ROW_DECODER.decode(raw)
    except UNREADABLE:
        return None


def whole_text(value: Any) -> Any:
    """The same JSON value with halves of surrogate pairs replaced by U+FFFD."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {whole_text(name): whole_text(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [whole_text(each) for each in value]
    return value


# -- changes ----------------------------------------------------------------------------------


def encode(stamped: Stamped) -> bytes:
    """The row of a new change. A change that was read and not understood has no new row
    (AssertionError): its bytes are kept."""
    assert stamped.change is not None, "the row of an unread change is kept as it was read"
    row: Row = msgspec.to_builtins(stamped.change)
    if "id" in row:
        row["new_id"] = row.pop("id")
    row["id"] = stamped.id
    row["step"] = stamped.step
    row["at"] = stamped.at.at
    if stamped.at.up is not None:
        row["up"] = stamped.at.up
    if stamped.at.opening:
        row["opening"] = stamped.at.opening
    return seal(row)


def decode(row: Row) -> Stamped | None:
    """The change of a row. `change` is None when its type is unknown or a field makes no sense
    to this program; None instead of the whole when it is no row of a change at all. Fields this
    program does not know are passed over (the row keeps them)."""
    if not looks_like_change(row):
        return None
    try:
        instant = msgspec.convert(
            {name: row[name] for name in ("at", "up", "opening") if name in row}, Instant
        )
    except msgspec.ValidationError:
        return None
    if instant.at.tzinfo is None:
        return None
    fields = {name: value for name, value in row.items() if name not in _OF_EVERY_ROW}
    if "new_id" in fields:
        fields["id"] = fields.pop("new_id")
    change: Change | None = None
    if kind := _KINDS.get(row["type"]):
        with contextlib.suppress(msgspec.ValidationError, RecursionError):
            change = msgspec.convert(fields, kind)
    return Stamped(id=row["id"], step=row["step"], at=instant, change=change)


_OF_EVERY_ROW = frozenset({"id", "step", "at", "up", "opening", "crc"})
_KINDS: dict[str, type[Change]] = {kind.__name__: kind for kind in get_args(Change)}


def looks_like_change(row: Row) -> bool:
    """Has it what every change has: id, step, time and type?"""
    return (
        isinstance(row.get("id"), str)
        and CHANGE_ID.match(row["id"]) is not None
        and isinstance(row.get("step"), str)
        and isinstance(row.get("at"), str)
        and isinstance(row.get("type"), str)
    )


def without_half_characters(change: Change) -> Change:
    """The change as it can be written: see `seal`. The same object when nothing is wrong."""
    try:
        _ENCODER.encode(change)
    except UnicodeEncodeError:
        return msgspec.convert(whole_text(msgspec.to_builtins(change)), type(change))
    return change
