"""From a big meeting (300 entries, 100 people) to HTML and PDF, beside writing the same bytes and
beside what other programs take for the same document."""

from __future__ import annotations

import itertools
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from bare_write import bare_write
from big_meeting import big_meeting
from msgspec.structs import replace
from ratios import Ratio, compare

from facilitator.formats import Job, written
from facilitator.minutes.paper import paper
from facilitator.minutes.pdf.data import data
from facilitator.minutes.pdf.setting import pdf_of, template

ISSUED = date(2026, 10, 15)
PANDOC = shutil.which("pandoc")

Hold = Callable[[Callable[[int], Ratio], float, int], None]


@pytest.fixture(scope="module")
def job(disk: Path) -> Job:
    _, live = big_meeting(disk / "big")
    return Job(meeting=live.meeting, issued=ISSUED)


def content(code: str, job: Job) -> bytes:
    (file,) = written(code, job)
    return file.content


def another(job: Job, number: int) -> Job:
    """The same meeting with other words everywhere: typst remembers what it has set before."""
    meeting = replace(
        job.meeting,
        entries=tuple(
            replace(entry, text=f"{entry.text} {number}") for entry in job.meeting.entries
        ),
        people=tuple(
            replace(person, name=f"{person.name} {number}") for person in job.meeting.people
        ),
    )
    return replace(job, meeting=meeting)


@pytest.mark.parametrize(("code", "bound"), [("html", 25), ("pdf", 400)])
def test_against_writing_the_same_bytes(
    code: str, bound: float, job: Job, disk: Path, hold: Hold
) -> None:
    made = content(code, job)
    jobs = (another(job, number) for number in itertools.count())

    def measure(rounds: int) -> Ratio:
        now = [job]

        def before() -> None:
            now[0] = next(jobs)

        return compare(
            f"Meeting to {code} ({len(made) // 1000} kB), against a bare atomic write",
            lambda: content(code, now[0]),
            lambda: bare_write(disk / "bare.bin", made),
            rounds=rounds,
            before=before,
        )

    hold(measure, bound, 9)


def test_pdf_against_typst_alone(job: Job, hold: Hold) -> None:
    jobs = (another(job, number) for number in itertools.count(1000))

    def measure(rounds: int) -> Ratio:
        now, laid_out = [job], [{}]

        def before() -> None:
            now[0] = next(jobs)
            other = paper(next(jobs).meeting, issued=ISSUED)
            laid_out[0] = data(other, ISSUED, frozenset(), None)

        return compare(
            "Meeting to pdf, against typst alone on the same data",
            lambda: content("pdf", now[0]),
            lambda: pdf_of(template(None), laid_out[0]),
            rounds=rounds,
            before=before,
        )

    hold(measure, 1.3, 9)


if PANDOC:

    def test_html_against_pandoc_on_the_same_markdown(job: Job, disk: Path, hold: Hold) -> None:
        source = disk / "minutes.md"
        source.write_bytes(content("md", job))
        command = [PANDOC, "-f", "gfm", "-t", "html", "-s", str(source), "-o"]
        command.append(str(disk / "pandoc.html"))

        def measure(rounds: int) -> Ratio:
            return compare(
                "Meeting to html, against pandoc on its Markdown",
                lambda: content("html", job),
                lambda: subprocess.run(command, check=True, capture_output=True),
                rounds=rounds,
            )

        hold(measure, 1, 5)
