"""Names of files and folders made of names people give: readable, and safe on every system."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
_MOST_BYTES = 150
"""Room is left for a date, an ending and the name of a temporary file within 255 bytes."""

_SPELLED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "ł": "l"}
)
_RESERVED = {"con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
"""Windows opens a device under these names, whatever ending they have."""


def slug(text: str) -> str:
    """'Änderung der Straße' -> 'aenderung-der-strasse'. Lower case, umlauts spelled out, other
    accents off, letters of other scripts kept; at most 60 characters, never empty."""
    spelled = unicodedata.normalize("NFC", text).lower().translate(_SPELLED)
    plain = "".join(c for c in unicodedata.normalize("NFKD", spelled) if not _is_accent(c))
    words = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", plain).lower()).strip("-")
    found = _shortened(words) or "untitled"
    return f"{found}-1" if found in _RESERVED else found


def _is_accent(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Cs")


def _shortened(words: str) -> str:
    """Cut at the end of a word where that does not cost too much."""
    if len(words) > LONGEST:
        cut = words[:LONGEST]
        whole = cut if words[LONGEST] == "-" else cut.rpartition("-")[0]
        words = whole if len(whole) > LONGEST // 2 else cut
    return words.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-")
