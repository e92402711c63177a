"""Words for what somebody is, typed where a name could stand: 'Vorsitzende', 'stellv. Leitung'."""

from __future__ import annotations

from facilitator.folding import words

_OFFICES = frozenset(
    word
    for typed in (
        "Vorsitz Vorsitzende Vorsitzender Vorsitzenden Stellvertretende Stellvertretender",
        "Stellvertretenden Stellvertretung Stellvertreter Stellvertreterin Leitung Leiterin",
        "Sitzungsleitung Moderation Moderator Moderatorin Protokoll Protokollführung",
        "Protokollführer Protokollführerin Schriftführung Schriftführer Schriftführerin",
        "Geschäftsführung Geschäftsführer Geschäftsführerin Geschäftsstelle Verwaltung",
        "Verwaltungsleitung Amtsleitung Amtsleiter Amtsleiterin Fachbereichsleitung",
        "Projektleitung Projektleiter Projektleiterin Teamleitung Bürgermeister",
        "Bürgermeisterin Oberbürgermeister Oberbürgermeisterin Landrat Landrätin Dezernent",
        "Dezernentin Sprecherin Vorstand Schatzmeister Schatzmeisterin Kassenwart Kassenwartin",
        "Chair Chairman Chairwoman Chairperson Moderator Facilitator Secretary Treasurer Mayor",
        "Deputy Vice Administration Management Board",
    )
    for word in words(typed)
)
"""Without those that are common surnames as well: 'Leiter', 'Sprecher', 'Richter'."""
_BESIDE = frozenset("der die das den dem des the stellv stv 1 2".split())


def is_function(name: str) -> bool:
    """Whether this says what somebody is and names nobody."""
    said = [word for word in words(name) if word not in _BESIDE]
    return bool(said) and all(word in _OFFICES for word in said)
