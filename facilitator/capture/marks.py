"""What a line is: the signs and words at its start. One table for reading, help and README.

Single letters count in lower case only ('B: ' is prose); words in either case, but a capitalised
'Maßnahme: …', 'Ergebnis: …' or 'Termin: …', as real minutes have them, must also say who, when or
which. German and English always both.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from facilitator.folding import fold
from facilitator.meeting.model import EntryKind

MarkKind = Literal[
    "note",
    "internal",
    "decision",
    "action_item",
    "milestone",
    "question",
    "parked_topic",
    "card",
    "result",
    "next_meeting",
    "arrival",
    "goto",
    "bullet",
    "arrow",
    "command",
    "amend",
]


class Mark(Struct, frozen=True, kw_only=True):
    """One row of the table. `signs` are printed as they are typed; `words` stand before a colon
    (or a blank, where they end in one). `key`: the F-key that does the same. `text`: an English
    key of the catalogue."""

    kind: MarkKind
    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    key: str = ""
    text: str = ""
    example: str = ""


MARKS: tuple[Mark, ...] = (
    Mark(
        kind="note",
        words=("n",),
        key="f6",
        text="A note; so is every line that says nothing else",
        example="n: Die AG hat 14 Mitglieder",
    ),
    Mark(
        kind="bullet",
        signs=("- ", "* ", "• "),
        text="A note to the letter; an action item if it carries >who or <when",
        example="- Befragung der Betriebe >Brandt <Ende Mai",
    ),
    Mark(
        kind="arrow",
        signs=("-> ", "→ "),
        text="The same; also with (who, when) at the end",
        example="-> Fachtag planen (Haddad, Nowak, bis März)",
    ),
    Mark(
        kind="decision",
        signs=("!",),
        words=("b", "d", "beschluss", "beschluß", "decision"),
        key="f2",
        text="A decision; no number until the meeting is closed",
        example="! Die AG wird erweitert",
    ),
    Mark(
        kind="action_item",
        words=("m", "a", "maßnahme", "massnahme", "todo", "todo ", "action", "action item"),
        key="f3",
        text="An action item",
        example="m: Konzept vorlegen >Nowak bis Ende März",
    ),
    Mark(
        kind="milestone",
        words=("ms", "meilenstein", "milestone"),
        text="A milestone: an action item; “in May 2018” alone says until when",
        example="ms: Erster Entwurf im Mai 2018 >Nowak",
    ),
    Mark(
        kind="question",
        signs=("?",),
        words=("f", "q", "frage", "question"),
        key="f4",
        text="An open question",
        example="? Wer trägt die Kosten",
    ),
    Mark(
        kind="parked_topic",
        words=("s",),
        key="f5",
        text="A topic for the parking lot",
        example="s: Dolmetscherpool",
    ),
    Mark(
        kind="card",
        words=("k", "karte", "card"),
        text="A card for the board of this item, or the last board",
        example="k: Kautionen zu hoch",
    ),
    Mark(
        kind="internal",
        words=("i",),
        key="f6",
        text="An internal note: never on the wall, never in the minutes",
        example="i: Landrätin muss 17:40 weg",
    ),
    Mark(
        kind="result",
        signs=("= ",),
        words=("ergebnis", "result"),
        text="The result of the running item; first letters are enough",
        example="= zur K",
    ),
    Mark(
        kind="next_meeting",
        words=("termin", "next"),
        text="The next meeting, or the rule for it",
        example="termin: 21.04.2027 16:30, Kreishaus",
    ),
    Mark(
        kind="arrival",
        signs=("+",),
        key="f8",
        text="Somebody arrives (no blank behind the sign); unknown people are new",
        example="+Weiß, VHS",
    ),
    Mark(
        kind="goto",
        signs=("# ",),
        key="f7",
        text="Go to an agenda item; an unknown one is made by a second Enter",
        example="# 8.4",
    ),
    Mark(
        kind="amend",
        text="Amend an entry by its tag and nothing but who, when, state or vote (B2 14 1 2)",
        example="M7 >Haddad bis März",
    ),
    Mark(
        kind="command",
        signs=("/",),
        text="A command; /8.4 and text writes to that item without touching the clock",
        example="/8.4 Flyer drucken",
    ),
)


def kind_marks() -> tuple[Mark, ...]:
    """The table, for help and README."""
    return MARKS


class Marked(Struct, frozen=True, kw_only=True):
    """The mark of a line and where the rest begins. `is_loud`: a capitalised word, which real
    minutes also have as prose."""

    kind: MarkKind
    body: int
    is_loud: bool = False


ENTRY_OF: dict[MarkKind, EntryKind] = {
    "note": "note",
    "internal": "note",
    "decision": "decision",
    "action_item": "action_item",
    "milestone": "action_item",
    "question": "question",
    "parked_topic": "parked_topic",
}
"""Marks that make entries."""

_WORDS: dict[str, MarkKind] = {
    fold(word): mark.kind for mark in MARKS for word in mark.words if len(word) > 1
}
_LETTERS: dict[str, MarkKind] = {
    word: mark.kind for mark in MARKS for word in mark.words if len(word) == 1
}
_LETTER = re.compile(r"([a-z]):(?:\s+|(?=[^\W\d_a-z]|[>\"„(]))(?=\S)")
_WORD = re.compile(r"([^\W\d_]+(?: item)?):\s*(?=\S)", re.IGNORECASE)
_TODO = re.compile(r"todo\s+(?=[^\W_])")
_BULLET = re.compile(r"(?:(->|→)|[-*•])\s+(?=\S)")
_SIGN = re.compile(r"([!?])\s*(?=[^\W_]|[\"„“»(§])")
_BULLET_SIGNS: dict[bool, MarkKind] = {True: "arrow", False: "bullet"}
_SIGNS: dict[str, MarkKind] = {"!": "decision", "?": "question"}


def find_mark(text: str) -> Marked | None:
    """The mark at the start of a line that makes an entry, a result or the next meeting. None:
    the line says nothing of the kind. A mark with nothing behind it is text."""
    if sign := _SIGN.match(text):
        return Marked(kind=_SIGNS[sign.group(1)], body=sign.end())
    if letter := _LETTER.match(text):
        kind = _LETTERS.get(letter.group(1))
        return Marked(kind=kind, body=letter.end()) if kind else None
    if todo := _TODO.match(text):
        return Marked(kind="action_item", body=todo.end())
    if (word := _WORD.match(text)) and (kind := _WORDS.get(fold(word.group(1)))):
        if text[word.end() - 1] == ":" and text[word.end()].islower():
            return None  # 'Frage:n'
        return Marked(kind=kind, body=word.end(), is_loud=text[0].isupper())
    if bullet := _BULLET.match(text):
        return Marked(kind=_BULLET_SIGNS[bullet.group(1) is not None], body=bullet.end())
    return None


def is_internal(text: str) -> bool:
    """Whether the line says that it is for nobody but those who lead the meeting."""
    mark = find_mark(text.strip())
    return mark is not None and mark.kind == "internal"


def is_bullet(text: str) -> bool:
    return _BULLET.match(text) is not None


def without_bullet(text: str) -> str:
    """The line without '- ', '* ', '• ', '-> '."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text
