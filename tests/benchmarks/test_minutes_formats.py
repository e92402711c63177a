"""What the documents of the big meeting cost: beside the bare writing of the same bytes, and beside
the template engine alone."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import process_time

import jinja2
import pytest
from bare_write import bare_write
from big_meeting import ENTRIES, PEOPLE, big_meeting
from ratios import Ratio, compare

from facilitator.files import write_atomically
from facilitator.meeting.model import Meeting
from facilitator.minutes.document import document
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


@pytest.fixture(scope="module")
def template() -> jinja2.Template:
    """Neither sandboxed nor strict, and nothing is escaped."""
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    environment = jinja2.Environment(
        loader=loader, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    return environment.get_template("minutes.md.j2")


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


def test_markdown_against_the_template_engine_alone(
    meeting: Meeting, template: jinja2.Template, hold: Hold
) -> None:
    """From the meeting to the text, every text escaped for Markdown, against plain Jinja2 that
    gets the values of the document ready made."""
    values = document(meeting, issued=ISSUED)
    wanted = markdown(meeting, issued=ISSUED)
    assert _tidy(template.render(minutes=values)) == wanted
    assert len(wanted) > 40_000

    def measure(rounds: int) -> Ratio:
        return compare(
            "Markdown, against Jinja2 alone on the same data",
            lambda: [markdown(meeting, issued=ISSUED) for _ in range(TIMES)],
            lambda: [template.render(minutes=values) for _ in range(TIMES)],
            rounds=rounds,
            clock=process_time,
        )

    hold(measure, 2, 40)


def _tidy(text: str) -> str:
    """Without the empty lines that statements of the template leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
