"""Texts made fit for the fonts and columns of a PDF. What is changed cannot be seen, but for the
characters no font has a sign for: they stand as their numbers, '[U+6C49]'."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from facilitator.minutes.escaping import readable

LONG_WORD = 24
"""Characters from which a word may not fit in a column and is broken at a sign such as '@'."""
ENDLESS_WORD = 44
"""Letters from which it is no word ('Rindfleischetikettierungsüberwachung' has 36) and is broken
anywhere."""
BREAK = "\u200b"
"""Where the template lets a word be broken."""

_DIRECTIONS = dict.fromkeys(
    (0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Controls of writing direction, which can make a text look like another (CVE-2021-42574)."""
_JOINERS = "\u200d\ufe0e\ufe0f"
_WORD = re.compile(rf"\S{{{LONG_WORD},}}")
_ENDLESS = re.compile(rf"[^\W_]{{{ENDLESS_WORD},}}|\S{{200,}}")
_SIGN = re.compile(r"(?<=[@./_\\?&=:;,+#-])(?=\w)")
_MARKS = r"\u0300-\u036f\u200d\ufe00-\ufe0f"
_PIECE = re.compile(rf"(?:[^{_MARKS}][{_MARKS}]*){{1,4}}|.", re.DOTALL)
"""Four characters with the marks that stand on them."""


def fitting(missing: frozenset[str]) -> Callable[[str], str]:
    """The change that makes a text fit. `missing`: characters without a sign in the fonts."""
    signs = re.escape("".join(sorted(missing)))
    # what joins or varies a sign without one goes with it
    without = re.compile(f"[{signs}][{_JOINERS}{signs}]*") if signs else None

    def fit(text: str) -> str:
        result = readable(text)
        if not result.isascii():
            result = result.translate(_DIRECTIONS)
            if without:
                result = without.sub(_numbers, result)
        if len(result) >= LONG_WORD:
            result = _WORD.sub(_breakable, result)
        return _isolated(result)

    return fit


def _numbers(found: re.Match[str]) -> str:
    return f"[{' '.join(f'U+{ord(char):04X}' for char in found[0])}]"


def _breakable(found: re.Match[str]) -> str:
    word = found[0]
    if _ENDLESS.search(word):
        return BREAK.join(_PIECE.findall(word))
    return _SIGN.sub(BREAK, word)


def _isolated(text: str) -> str:
    """Lines with a stretch from right to left as an isolation of their own (UAX 9), so that they
    turn nothing else around."""
    if text.isascii() or not any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return text
    return "\n".join(f"\u2068{line}\u2069" if line else line for line in text.split("\n"))
