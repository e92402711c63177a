"""A user's text in HTML: characters, and nothing else."""

from __future__ import annotations

import unicodedata
from html import escape

from facilitator.minutes.escaping import readable
from facilitator.minutes.paper.model import Runs

_RIGHT_TO_LEFT = {"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}


def attribute(text: str) -> str:
    """Between double quotes. Line breaks stay."""
    return escape(readable(text))


def plain(text: str) -> str:
    """Where no element may stand, as in the title: line breaks become blanks."""
    return escape(readable(text).replace("\n", " "))


def runs(stretches: Runs) -> str:
    """The inside of a block. A stretch that is written from right to left, or could turn the
    others around, stands in an isolation of its own."""
    return "".join(_run(run.text, run.is_strong) for run in stretches if run.text)


def _run(text: str, is_strong: bool) -> str:
    result = escape(readable(text)).replace("\n", "<br>")
    if _turns(text):
        result = f"<bdi>{result}</bdi>"
    return f"<strong>{result}</strong>" if is_strong else result


def _turns(text: str) -> bool:
    return not text.isascii() and any(
        unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text
    )
