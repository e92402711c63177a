"""How much work something is for the processor. The clock on the wall says how busy the machine was
with other things; this one counts only what this process did itself."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time


def processor_seconds(action: Callable[[], object], times: int = 3) -> float:
    """Seconds of the processor; the least of so many `times`, for the first one may have to load,
    compile or collect something."""
    return min(_once(action) for _ in range(times))


def _once(action: Callable[[], object]) -> float:
    begun = process_time()
    action()
    return process_time() - begun
