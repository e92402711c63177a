"""Markdown of the big meeting, and Jinja2 alone on the same data, in a process of its own: as a
command line has it. What other measurements left behind lies scattered in memory, and that slows
down what makes many values more than what joins texts."""

from __future__ import annotations

import gc
import json
import re
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import process_time

import jinja2
from big_meeting import big_meeting
from ratios import seconds

from facilitator.minutes.document import document
from facilitator.minutes.markdown import markdown

ISSUED = date(2026, 10, 15)


def tidy(text: str) -> str:
    """Without the empty lines that statements of the template leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def measured(template: Path, rounds: int, times: int) -> list[tuple[float, float]]:
    """Seconds of the processor for so many `times` Markdown, and as many of the template alone, in
    changing order. Asserts that both make the same text."""
    with tempfile.TemporaryDirectory() as folder:
        meeting = big_meeting(Path(folder))[1].meeting
    environment = jinja2.Environment(  # neither sandboxed nor strict, and nothing is escaped
        loader=jinja2.FileSystemLoader(template.parent),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    alone = environment.get_template(template.name)
    values = document(meeting, issued=ISSUED)
    wanted = markdown(meeting, issued=ISSUED)
    assert tidy(alone.render(minutes=values)) == wanted
    assert len(wanted) > 40_000
    gc.collect()
    gc.freeze()  # the meeting itself is not looked through again and again

    def ours() -> float:
        return seconds(lambda: [markdown(meeting, issued=ISSUED) for _ in range(times)], clock)

    def other() -> float:
        return seconds(lambda: [alone.render(minutes=values) for _ in range(times)], clock)

    clock, found = process_time, []
    for number in range(rounds + 1):
        if number % 2:
            first = ours()
            found.append((first, other()))
        else:
            second = other()
            found.append((ours(), second))
    return found[1:]


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201
