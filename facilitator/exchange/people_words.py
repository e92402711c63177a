"""What people write into the cells of a list: coming or not, by video, yes or no."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from facilitator.folding import words

ExpectedStatus = Literal["expected", "excused", "represented"]


def _folded(some: str) -> frozenset[str]:
    return frozenset(word for part in some.split() for word in words(part) or (part,))


_YES = _folded("ja j x xx ok yes y true wahr 1 mit vorhanden ✓ ✔ ☑ ☒ + v stimmberechtigt")
_NO = _folded("nein n no false falsch 0 ohne kein keine keiner nicht none beratend ☐ ✗ ✘ - –")
_COMING = _folded(
    "ja j x ok yes y true wahr 1 ✓ ✔ ☑ + zugesagt zusage kommt teil nimmt dabei anwesend angemeldet"
    " eingeladen offen unsicher unklar vorbehalt vielleicht ausstehend bestätigt präsenz vor"
    " accepted attending attends coming confirmed tentative maybe invited pending present expected"
    " erwartet teilnahme teilnehmend sicher later spätere komme"
)
_AWAY = _folded(
    "abgesagt absage entschuldigt entsch verhindert abwesend krank erkrankt urlaub nein n false"
    " falsch 0 abgemeldet fehlt declined declines excused regrets apologies absent no ✗ ✘ cannot"
)
_REPRESENTED = re.compile(
    r"(?i)\b(?:l[äa](?:ss|ß)t\s+sich\s+)?(?:wird\s+)?"
    r"(?:vertr(?:eten|etung|eter(?:in)?|itt|\.)?|i\.\s?v\.|represented|represents|substitute|deputy)"
    r"(?:\s+(?:lassen|wird|ist))?\s*(?:durch|von|by|is)?\s*[:=]?\s*"
)
_REMOTE = _folded(
    "online remote digital video videokonferenz zoom teams webex virtuell hybrid zugeschaltet"
)
_GUEST = _folded("gast gäste guest guests")
_NEGATION = _folded("nicht kein keine not")


class Reply(Struct, frozen=True, kw_only=True):
    """What the cell of a status column says. `is_understood` false: nothing known in it."""

    status: ExpectedStatus = "expected"
    represented_by: str = ""
    remote: bool = False
    guest: bool = False
    is_understood: bool = True


def read_reply(cell: str) -> Reply:
    """'zugesagt', 'entschuldigt (krank)', 'vertreten durch Tom Berg', 'ja, online', ... Reasons
    for an absence are not kept."""
    said = set(words(cell))
    signs = set(cell.split())
    if not said and not signs & (_COMING | _AWAY | {"?"}) and cell.strip("-–—. "):
        return Reply(is_understood=False)
    remote, guest = bool(said & _REMOTE), bool(said & _GUEST)
    if (deputy := _REPRESENTED.search(cell)) is not None:
        name = cell[deputy.end() :].strip(" ()[].,;:–-")
        if not any(map(str.isalpha, name)):
            name = ""
        return Reply(status="represented", represented_by=name, remote=remote, guest=guest)
    heard = said | signs
    is_coming, is_away = bool(heard & _COMING), bool(heard & _AWAY)
    if heard & _NEGATION and is_coming:
        is_away = True
    if is_away:
        return Reply(status="excused", guest=guest)
    known = is_coming or remote or guest or not cell.strip("-–—. ?")
    return Reply(remote=remote, guest=guest, is_understood=known)


def is_yes(cell: str) -> bool | None:
    """True for 'ja', 'x', 1, ...; False for 'nein', '-', 0, ...; None if it says neither."""
    said = set(words(cell)) | set(cell.lower().split())
    if said & _NO:
        return False
    return True if said & _YES else None


def is_remote(cell: str) -> bool:
    """A mark in a column headed 'online', or the word itself in one headed 'Teilnahmeart'."""
    return bool(is_yes(cell)) or (is_yes(cell) is None and bool(set(words(cell)) & _REMOTE))


def is_guest(cell: str) -> bool:
    return bool(is_yes(cell)) or (is_yes(cell) is None and bool(set(words(cell)) & _GUEST))


_DEPUTY = re.compile(
    r"(?i)^(?:wird\s+)?(?:vertreten\b|vertretung\s*(?:durch|:)|represented\b|i\.\s?v\.|vertr\.)"
)
_REPLY_WORDS = (_COMING | _AWAY | _REMOTE | _GUEST | _NEGATION) - _folded("j n v vor teil 0 1 x")


def is_reply(text: str) -> bool:
    """Nothing but words that answer an invitation: 'entschuldigt', 'nimmt online teil'."""
    said = words(text)
    if _DEPUTY.match(text):
        return True
    return any(word in _REPLY_WORDS for word in said) and all(
        word in _REPLY_WORDS or word in {"vor", "teil", "ort", "hat", "ist", "leider", "wegen"}
        for word in said
    )
