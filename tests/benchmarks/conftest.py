"""What the benchmarks share: how many rounds, a real disk, and one printed line a ratio.

CI measures the short form. `make bench` sets FACILITATOR_BENCH_ROUNDS to a multiple of it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ratios import Ratio

Hold = Callable[[Callable[[int], Ratio], float, int], None]


@pytest.fixture(scope="module")
def disk() -> Iterator[Path]:
    """A folder on a disk: /tmp may be memory, where an fsync costs nothing and every program looks
    slow beside it; /var/tmp outlives a restart. FACILITATOR_BENCH_FOLDER names another."""
    beside = os.environ.get("FACILITATOR_BENCH_FOLDER") or "/var/tmp"
    folder = Path(
        tempfile.mkdtemp(prefix="facilitator-", dir=beside if Path(beside).is_dir() else None)
    )
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def hold(capsys: pytest.CaptureFixture[str]) -> Hold:
    """`hold(measure, bound, rounds)`: measure in so many rounds, print the line, assert the bound.
    One that is not met is measured once more, three times as long: a bound is broken only when
    both say so."""
    times = int(os.environ.get("FACILITATOR_BENCH_ROUNDS", "1"))

    def held(measure: Callable[[int], Ratio], bound: float, rounds: int) -> None:
        ratio = measure(rounds * times)
        _say(capsys, ratio, bound)
        if ratio.value > bound:
            ratio = measure(3 * rounds * times)
            _say(capsys, ratio, bound)
        assert ratio.value <= bound, f"{ratio}; promised: at most {bound}"

    return held


def _say(capsys: pytest.CaptureFixture[str], ratio: Ratio, bound: float) -> None:
    with capsys.disabled():
        print(f"\n{ratio}; promised: at most {bound}", end="", flush=True)  # noqa: T201
