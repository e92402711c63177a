"""How much longer one thing takes than another, in the same run and on the same machine.

Never a time in seconds: the ratio is the median of many rounds, in each of which both things are
done one directly after the other, in changing order, so that what else the machine does meanwhile
falls on both. Where both only compute, the time of the processor is taken: the clock on the wall
runs on while another program has it.
"""

from __future__ import annotations

import statistics
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import perf_counter
from typing import TypeAlias

Stopwatch: TypeAlias = Callable[[], float]


@dataclass(frozen=True)
class Ratio:
    """The measured thing against its reference: median of the ratios of all rounds, the middle
    half of them, and the medians in milliseconds, which say what kind of machine it was."""

    name: str
    value: float
    low: float
    high: float
    rounds: int
    measured_ms: float
    reference_ms: float

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.value:.2f} (middle half {self.low:.2f} to {self.high:.2f}, "
            f"{self.rounds} rounds; {self.measured_ms:.1f} ms against {self.reference_ms:.1f} ms)"
        )


def ratio_of(name: str, times: list[tuple[float, float]]) -> Ratio:
    """The ratio of these rounds: seconds of the measured thing, seconds of its reference."""
    low, value, high = statistics.quantiles((ours / other for ours, other in times), n=4)
    return Ratio(
        name=name,
        value=value,
        low=low,
        high=high,
        rounds=len(times),
        measured_ms=1000 * statistics.median(ours for ours, _ in times),
        reference_ms=1000 * statistics.median(other for _, other in times),
    )


def seconds(action: Callable[[], object], clock: Stopwatch = perf_counter) -> float:
    started = clock()
    action()
    return clock() - started


def compare(
    name: str,
    measured: Callable[[], object],
    reference: Callable[[], object],
    *,
    rounds: int,
    before: Callable[[], object] = lambda: None,
    clock: Stopwatch = perf_counter,
) -> Ratio:
    """Do both `rounds` times in changing order; `before` runs in front of each pair, untimed. One
    pair in front of all warms up and does not count. `clock`: `time.process_time` for what waits
    for nobody, neither for a disk nor for another process."""
    times = []
    for number in range(rounds + 1):
        before()
        if number % 2:
            ours = seconds(measured, clock)
            other = seconds(reference, clock)
        else:
            other = seconds(reference, clock)
            ours = seconds(measured, clock)
        times.append((ours, other))
    return ratio_of(name, times[1:])


async def compare_timed(
    name: str,
    measured: Callable[[], Awaitable[float]],
    reference: Callable[[], Awaitable[float]],
    *,
    rounds: int,
) -> Ratio:
    """The same for things that take their own time and return it in seconds."""
    times = []
    for number in range(rounds + 1):
        if number % 2:
            ours = await measured()
            other = await reference()
        else:
            other = await reference()
            ours = await measured()
        times.append((ours, other))
    return ratio_of(name, times[1:])
