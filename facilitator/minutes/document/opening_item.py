"""Items that open a meeting: nothing is deliberated there, so that no result is wanted."""

from __future__ import annotations

from facilitator.folding import words

_OPENING = frozenset(words("Eröffnung Begrüßung opening welcome greeting greetings"))
_BESIDE = frozenset(
    words(
        "und and & der die das des durch den Sitzung Treffens Anwesenden Teilnehmenden Gäste"
        " Feststellung Beschlussfähigkeit of the by to meeting session guests quorum"
        " Vorsitz Vorsitzende Vorsitzenden Leitung chair"
    )
)


def is_opening(title: str) -> bool:
    """'Eröffnung und Begrüßung', 'Opening and welcome', but not 'Eröffnung der Bibliothek'."""
    said = set(words(title))
    return bool(said & _OPENING) and said <= _OPENING | _BESIDE
