"""One wrong bit in a row, put right by its crc.

CRC-32 is linear: the difference between the crc a row has and the one it should have depends only
on which bits are wrong. For one wrong bit it is found in a walk over the row. That a row changed on
purpose looks like one wrong bit has a chance of 8 x length in 2^32.
"""

from __future__ import annotations

import re
import zlib

from facilitator.store import rows

_POLYNOMIAL = 0xEDB88320
_TEMPLATE = rows.CRC_START + b"00000000" + b'"}'
_HEX = re.compile(rb"[0-9a-f]{8}")


def _table() -> list[int]:
    found = []
    for value in range(256):
        crc = value
        for _ in range(8):
            crc = (crc >> 1) ^ (_POLYNOMIAL if crc & 1 else 0)
        found.append(crc)
    return found


_TABLE = _table()


def put_right(raw: bytes) -> bytes | None:
    """The row (our form, crc last) without its one wrong bit, or None when that is not what is
    wrong with it."""
    if len(raw) <= rows.CRC_LENGTH:
        return None
    body, tail = raw[: -rows.CRC_LENGTH] + b"}", raw[-rows.CRC_LENGTH :]
    right = rows.sealed(body)
    if _wrong_bits(right[-rows.CRC_LENGTH :], tail) == 1:
        return right if rows.read(right) is not None else None
    crc = tail[8:16]
    if tail.replace(crc, b"00000000") != _TEMPLATE or not _HEX.fullmatch(crc):
        return None
    place = _wrong_bit(len(body), zlib.crc32(body) ^ int(crc, 16))
    if place is None or place[0] == len(body) - 1:  # the brace is not of the row as it lies here
        return None
    changed = bytearray(raw)
    changed[place[0]] ^= place[1]
    found = bytes(changed)
    return found if rows.read(found) is not None else None


def _wrong_bits(one: bytes, other: bytes) -> int:
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True))


def _wrong_bit(length: int, difference: int) -> tuple[int, int] | None:
    """Place and mask of the bit that makes this difference in the crc of so many bytes."""
    effects = {_TABLE[1 << bit]: 1 << bit for bit in range(8)}
    crcs = list(effects)
    for place in range(length - 1, -1, -1):
        if difference in crcs:
            return place, list(effects.values())[crcs.index(difference)]
        crcs = [(crc >> 8) ^ _TABLE[crc & 0xFF] for crc in crcs]
    return None
