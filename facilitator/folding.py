"""Text as it is compared, and text as it may be shown.

`fold` serves names, search and recognised words alike, so that what is found in one place is
found in all: case, accents, ß/ss and the two writings of umlauts make no difference.
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters with a stroke and joined letters, which Unicode does not take apart."""

_UMLAUT_IN_TWO_LETTERS = re.compile(r"(?<![aeq])([aou])e")
"""`ae`, `oe`, `ue` as in 'Mueller', but not 'Bauer', 'neue', 'Quelle'."""

_INVISIBLE = {*"\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"}
"""Soft hyphen, zero-width signs and direction marks: of no weight when texts are compared."""

_BETWEEN_WORDS = re.compile(r"[\s\-‐-―.,;:/|()\[\]{}<>\"'`´ʼ‘-‟«»‹›]+")


def fold(text: str) -> str:
    """The text as it is compared: case and accents off, ß=ss, ä=ae=a, ö=oe=o, ü=ue=u.

    Folding twice changes nothing. Blanks and punctuation stay.
    """
    folded = text.lower() if text.isascii() else _without_accents(text)
    while True:
        shorter = _UMLAUT_IN_TWO_LETTERS.sub(r"\1", folded)
        if shorter == folded:
            return folded
        folded = shorter


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    bare = "".join(
        letter
        for letter in letters
        if unicodedata.category(letter) != "Mn" and letter not in _INVISIBLE
    )
    return unicodedata.normalize("NFC", bare.translate(_PLAIN_LETTERS))


def words(text: str) -> tuple[str, ...]:
    """The folded words: split at blanks, hyphens, apostrophes, dots and other punctuation between
    words. Signs within words ('Bürger*innen', 'C++', '#1') stay."""
    return tuple(word for word in _BETWEEN_WORDS.split(fold(text)) if word)


def _visible_signs() -> dict[int, str]:
    signs = {code: chr(0x2400 + code) for code in range(0x20)}  # ␛ and its sisters
    signs[0x7F] = "␡"
    unwanted = (
        *range(0x80, 0xA0),  # C1
        0x061C,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),  # bidirectional embeddings and overrides
        *range(0x2066, 0x2070),  # isolates and deprecated formats
        *range(0xD800, 0xE000),  # halves of surrogate pairs: no output can write them
        0xFFF9,
        0xFFFA,
        0xFFFB,
    )
    signs.update(dict.fromkeys(unwanted, "�"))
    signs.update(dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " "))
    return signs


_VISIBLE_SIGNS = _visible_signs()
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def lines(text: str) -> list[str]:
    """The lines of a text, whatever ends them (Unicode, 5.8); at least one."""
    return _BREAKS.split(text)


def display(text: str) -> str:
    """The text safe for one line of a terminal, in NFC: breaks and tabs as blanks, every other
    control or direction character as a visible sign. Ordinary characters all stay."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.translate(_VISIBLE_SIGNS))
