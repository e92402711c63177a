"""How the files of versions are called."""

from __future__ import annotations

from facilitator.minutes.wanted import Wanted

_NAMES = {
    "de": {
        "decisions": "beschlussprotokoll",
        "course": "verlaufsprotokoll",
        "decision_list": "beschlussliste",
        "action_list": "massnahmenliste",
        "attendance_list": "anwesenheitsliste",
        "extract": "auszug",
        "agenda": "einladung",
        "with_names": "mit-namen",
        "public": "oeffentlich",
        "closed": "nichtoeffentlich",
    },
}
"""Kinds and scopes as parts of names of files; in English the code itself."""


def suffix(wanted: Wanted, language: str) -> str:
    """What tells the files of different documents apart: '-beschlussliste-oeffentlich'; empty for
    the minutes themselves."""
    spoken = wanted.language or language
    names = _NAMES.get(spoken, {})
    parts: list[str] = [wanted.kind] if wanted.kind != "results" else []
    parts += [wanted.scope] if wanted.scope != "all" else []
    parts += ["with_names"] if wanted.with_names else []
    named = [names.get(part, part.replace("_", "-")) for part in parts]
    named += ["".join(sign if sign.isalnum() else "-" for sign in item) for item in wanted.items]
    if wanted.language and wanted.language != language:
        named.append(wanted.language)
    return "".join(f"-{part}" for part in named)
