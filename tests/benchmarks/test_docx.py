"""From a big meeting (300 entries, 100 people) to DOCX, beside writing the same bytes and beside
pandoc on the same Markdown."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from bare_write import bare_write
from big_meeting import big_meeting
from ratios import Ratio, compare

from facilitator.formats import Job, written

PANDOC = shutil.which("pandoc")

Hold = Callable[[Callable[[int], Ratio], float, int], None]


@pytest.fixture(scope="module")
def job(disk: Path) -> Job:
    _, live = big_meeting(disk / "big")
    return Job(meeting=live.meeting, issued=date(2026, 10, 15))


def content(code: str, job: Job) -> bytes:
    (file,) = written(code, job)
    return file.content


def test_docx_against_writing_the_same_bytes(job: Job, disk: Path, hold: Hold) -> None:
    made = content("docx", job)

    def measure(rounds: int) -> Ratio:
        return compare(
            f"Meeting to docx ({len(made) // 1000} kB), against a bare atomic write",
            lambda: content("docx", job),
            lambda: bare_write(disk / "bare.bin", made),
            rounds=rounds,
        )

    hold(measure, 100, 9)


if PANDOC:

    def test_docx_against_pandoc_on_the_same_markdown(job: Job, disk: Path, hold: Hold) -> None:
        source = disk / "minutes.md"
        source.write_bytes(content("md", job))
        command = [PANDOC, "-f", "gfm", "-t", "docx", str(source), "-o", str(disk / "pandoc.docx")]

        def measure(rounds: int) -> Ratio:
            return compare(
                "Meeting to docx, against pandoc on its Markdown",
                lambda: content("docx", job),
                lambda: subprocess.run(command, check=True, capture_output=True),
                rounds=rounds,
            )

        hold(measure, 1, 5)
