"""One line of an agenda, as read from or written to text."""

from __future__ import annotations

from msgspec import Struct

from facilitator.folding import fold
from facilitator.meeting.model import Purpose

DEEPEST = 2

_PURPOSES: tuple[tuple[str, Purpose], ...] = (
    ("Stand der offenen Maßnahmen", "open_actions"),
    ("Review of open action", "open_actions"),  # 'items' may follow, or an s
    ("Genehmigung des Protokolls", "approval"),
    ("Approval of the minutes", "approval"),
)


class AgendaLine(Struct, frozen=True, kw_only=True):
    """`depth` 0 to 2 says the nesting; the number follows from it. `presenter` as written,
    `start` "HH:MM" if the text fixed one, else empty."""

    title: str
    depth: int = 0
    planned_minutes: int | None = None
    presenter: str = ""
    public: bool = True
    start: str = ""
    purpose: Purpose = ""


def purpose_of(title: str) -> Purpose:
    """Items the program fills itself, known by their usual titles."""
    said = fold(title)
    return next((purpose for text, purpose in _PURPOSES if said.startswith(fold(text))), "")
