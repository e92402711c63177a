"""Ids of changes: a hybrid logical clock. An id is identity and order at once.

'0193b2c4d5e6-00a-7f3e91bc': milliseconds since 1970 (12 hex), counter (3), writer (8: four of the
device, four new at every opening of a file). Order of strings is order of time; `id[-8:-4]` is the
device.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path

from facilitator.meeting.model import Instant

CHANGE_ID = re.compile(r"[0-9a-f]{12}-[0-9a-f]{3}-[0-9a-f]{8}\Z")

_LAST_COUNT = 0xFFF
_FAR_FUTURE = 0xF00000000000
"""Nobody's clock says the year 10000; such an id must not push ours to the end of the format."""

_openings_used: set[str] = set()
"""Writers of this process: two files opened in one millisecond must not share one."""


class ChangeClock:
    """Makes the ids of one writer: ever rising, also when the wall clock jumps back, and above
    every id it has `seen`. `device`: four hex digits. `now`: the wall clock."""

    def __init__(self, device: str, now: Callable[[], Instant]) -> None:
        self.device = device
        self.now = now
        self.writer = device + _new_opening(device)
        self._last = (0, 0)

    def next_id(self) -> str:
        """A new id, higher than all before."""
        milliseconds = int(self.now().at.timestamp() * 1000)
        last, count = self._last
        if milliseconds > last:
            self._last = (milliseconds, 0)
        elif count < _LAST_COUNT:
            self._last = (last, count + 1)
        else:
            self._last = (last + 1, 0)
        return f"{self._last[0]:012x}-{self._last[1]:03x}-{self.writer}"

    def seen(self, change_id: str) -> None:
        """Move forward to an id made elsewhere; what is no id is ignored."""
        if CHANGE_ID.match(change_id):
            found = (int(change_id[:12], 16), int(change_id[13:16], 16))
            if self._last < found < (_FAR_FUTURE, 0):
                self._last = found


def _new_opening(device: str) -> str:
    for _ in range(1000):
        opening = secrets.token_hex(2)
        if device + opening not in _openings_used:
            break
    _openings_used.add(device + opening)
    return opening


def device_id(folder: Path) -> str:
    """The four hex digits of this laptop, kept in `folder` (made if missing), chosen once.

    Two programs started together agree on one. Where nothing can be kept the id lasts for this
    run only: saving works, but undo does not reach behind the start of the program.
    """
    path = folder / "device"
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for _ in range(10):
        with contextlib.suppress(OSError):
            found = path.read_bytes().strip()
            if re.fullmatch(rb"[0-9a-f]{4}", found):
                return found.decode()
            path.unlink()  # somebody's rubbish
        _offer(path, secrets.token_hex(2))
    return secrets.token_hex(2)


def _offer(path: Path, device: str) -> None:
    """Put the id there whole, unless another program was faster."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with contextlib.suppress(OSError):
        temporary.touch(mode=0o600)
        temporary.write_text(device + "\n", "ascii")
        try:
            os.link(temporary, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without hard links
            if not path.exists():
                temporary.replace(path)
    with contextlib.suppress(OSError):
        temporary.unlink()
