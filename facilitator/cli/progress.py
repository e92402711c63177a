"""Saying what is at work when it takes longer than a moment; nothing when it does not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from facilitator.cli.output import narrate

MOMENT = 0.7
"""Seconds after which a person begins to wonder."""


@contextmanager
def said_if_slow(text: str) -> Iterator[None]:
    """While the block runs longer than a moment, its `text` stands on stderr."""
    timer = threading.Timer(MOMENT, narrate, (text,))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
