"""A program that is told to go on (SIGCONT) when it is over already."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from types import FrameType


def heed_continue_while_running() -> None:
    """Textual takes the terminal again on SIGCONT, for as long as the process lives. Who closes a
    window sends SIGHUP and SIGCONT: the second comes when the app has ended on the first, and was
    a traceback. Call it in an app that runs."""
    number = getattr(signal, "SIGCONT", None)
    goes_on = signal.getsignal(number) if number is not None else None
    if number is None or not callable(goes_on):
        return

    def heed(which: int, frame: FrameType | None) -> None:
        with contextlib.suppress(RuntimeError):
            asyncio.get_running_loop()
            goes_on(which, frame)

    with contextlib.suppress(ValueError):  # not in the main thread
        signal.signal(number, heed)
