"""What the documents of the big meeting cost: beside the bare writing of the same bytes, and beside
the template engine alone."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import markdown_times
import pytest
from bare_write import bare_write
from big_meeting import ENTRIES, PEOPLE, big_meeting
from ratios import Ratio, compare, ratio_of
from terminal import PROGRAM

from facilitator.files import write_atomically
from facilitator.meeting.model import Meeting
from facilitator.minutes.markdown import markdown

ISSUED = date(2026, 10, 15)
TIMES = 10
"""So often in each round: once takes but a few milliseconds, and the first one after another
program had the processor pays for what that took out of the caches."""

Hold = Callable[[Callable[[int], Ratio], float, int], None]


@pytest.fixture(scope="module")
def meeting(disk: Path) -> Iterator[Meeting]:
    made = big_meeting(disk / "minutes")[1].meeting
    assert (len(made.entries), len(made.people)) == (ENTRIES, PEOPLE)
    gc.collect()
    gc.freeze()  # what the test runner itself holds is not looked through again and again
    yield made
    gc.unfreeze()


def test_markdown_against_writing_the_same_bytes(disk: Path, meeting: Meeting, hold: Hold) -> None:
    """From the meeting to the file, against a bare atomic write."""
    target, bare = disk / "minutes.md", disk / "bare.md"
    content = markdown(meeting, issued=ISSUED).encode()

    def measure(rounds: int) -> Ratio:
        return compare(
            "Markdown to a file, against a bare atomic write of the same bytes",
            lambda: write_atomically(target, markdown(meeting, issued=ISSUED).encode()),
            lambda: bare_write(bare, content),
            rounds=rounds,
        )

    hold(measure, 10, 60)
    assert target.read_bytes() == content


def test_markdown_against_the_template_engine_alone(hold: Hold) -> None:
    """From the meeting to the text, every text escaped for Markdown, against plain Jinja2 that
    gets the values of the document ready made."""
    script = Path(markdown_times.__file__)
    template = Path(__file__).with_name("minutes.md.j2")
    paths = os.pathsep.join((str(PROGRAM), str(script.parent)))

    def measure(rounds: int) -> Ratio:
        done = subprocess.run(
            [sys.executable, str(script), str(template), str(rounds), str(TIMES)],
            env=os.environ | {"PYTHONPATH": paths}, check=True, stdout=subprocess.PIPE,
        )  # fmt: skip
        times = [(ours, other) for ours, other in json.loads(done.stdout)]
        return ratio_of("Markdown, against Jinja2 alone on the same data", times)

    hold(measure, 2, 40)
