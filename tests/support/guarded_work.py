"""What runs in a process of its own in tests/test_guarded.py: some of it misbehaves."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from facilitator.errors import BadTemplate


def upper(payload: bytes) -> bytes:
    return payload.upper()


def noisy(payload: bytes) -> bytes:
    sys.stdout.write("library says hello\n")
    sys.stdout.flush()
    os.write(1, b"and so does C\n")
    return payload


def forever(_: bytes) -> bytes:
    while True:
        pass


def asleep(_: bytes) -> bytes:
    time.sleep(600)
    return b""


def greedy(_: bytes) -> bytes:
    return b"x" * (8 << 30)


def talkative(payload: bytes) -> bytes:
    return payload * 100


def complaining(payload: bytes) -> bytes:
    raise BadTemplate(f"Zeile 3: {payload.decode()}")


def failing(_: bytes) -> bytes:
    raise ZeroDivisionError("division by nothing")


def dying(_: bytes) -> bytes:
    os.abort()


def writing(payload: bytes) -> bytes:
    Path(payload.decode()).write_bytes(b"here I was")
    return b"written"


def modules(_: bytes) -> bytes:
    return "\n".join(sys.modules).encode()


def reading(_: bytes) -> bytes:
    return sys.stdin.buffer.read()
