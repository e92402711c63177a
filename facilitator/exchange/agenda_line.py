"""One line of an agenda, as read from or written to text."""

from __future__ import annotations

from msgspec import Struct

from facilitator.folding import fold, words
from facilitator.meeting.model import Purpose

DEEPEST = 2

_PURPOSES: tuple[tuple[str, Purpose], ...] = (
    ("Stand der offenen Maßnahmen", "open_actions"),
    ("Review of open action", "open_actions"),  # 'items' may follow, or an s
    ("Genehmigung des Protokolls", "approval"),
    ("Approval of the minutes", "approval"),
)


_BREAKS = frozenset(
    fold(word)
    for word in (
        "Pause Kaffeepause Mittagspause Teepause Frühstückspause Imbisspause Bewegungspause"
        " Verpflegungspause Umbaupause Kurzpause Break Lunchbreak"
    ).split()
)
_BREAK_PHRASES = frozenset(
    fold(text)
    for text in (
        "Kaffee und Kuchen", "Mittagessen", "Mittagsimbiss", "Coffee break", "Lunch", "Lunch break",
        "Tea break", "Short break", "Kurze Pause", "Große Pause", "Kleine Pause",
        "Gemeinsames Mittagessen", "Comfort break", "Coffee",
    )
)  # fmt: skip
_BEHIND_A_BREAK = frozenset("mit und im in am an bis zum zur with and in at for until".split())
_BUFFERS = frozenset(
    fold(text)
    for text in (
        "Puffer", "Pufferzeit", "Zeitpuffer", "Zeitreserve", "Buffer", "Buffer time", "Spare time",
    )
)  # fmt: skip


class AgendaLine(Struct, frozen=True, kw_only=True):
    """`depth` 0 to 2 says the nesting; the number follows from it. `presenter` as written."""

    title: str
    depth: int = 0
    planned_minutes: int | None = None
    presenter: str = ""
    public: bool = True
    start: str = ""
    """"HH:MM" as the text said it, or empty."""
    fixed_start: str = ""
    """The same where it does not follow from the minutes of what comes before: somebody comes
    for it then."""
    short_title: str = ""
    paper: str = ""
    """'Vorlage 2026/0123', 'Drucksache 17/42'; a bare number where only that was given."""
    is_protected: bool = False
    purpose: Purpose = ""


def purpose_of(title: str) -> Purpose:
    """Items the program fills itself, breaks and spare time, known by their usual titles."""
    said = fold(title)
    for text, purpose in _PURPOSES:
        if said.startswith(fold(text)):
            return purpose
    spoken = words(title)
    if said in _BUFFERS:
        return "buffer"
    if said in _BREAK_PHRASES or (
        spoken[:1] and spoken[0] in _BREAKS and (len(spoken) < 2 or spoken[1] in _BEHIND_A_BREAK)
    ):
        return "break"
    return ""
