"""The values of capture: what a line is read in (`Context`) and what it was understood as
(`Reading`). All frozen; texts in them are ready to be shown, in the language of the screen."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from facilitator.meeting.changes import Change
from facilitator.meeting.model import EntryKind, Instant, Meeting, OwnerKind, Visibility

Language = Literal["de", "en"]
LineKind = Literal[
    "note",
    "decision",
    "action_item",
    "question",
    "parked_topic",
    "card",
    "result",
    "arrival",
    "departure",
    "goto",
    "amend",
    "command",
    "next_meeting",
]
"""What a line wants to be. The first five are the kinds of entries."""
ChipKind = Literal[
    "owner", "due", "field", "kind", "item", "person", "amend", "said_by", "result", "hint", "vote"
]
ChipState = Literal["taken", "offered", "inherited"]


class Context(Struct, frozen=True, kw_only=True):
    """Everything a line is read in besides itself."""

    meeting: Meeting
    today: date
    """The meeting's day: 'today' of due phrases."""
    language: Language = "de"
    """Of the screen; both languages are understood whatever it is."""
    item: str = ""
    """Id of the agenda item the line is written to; empty before the start."""
    sticky: EntryKind | None = None
    """The kind that stays, or the kind an F-key gave this line. A mark in the line wins."""
    taken: frozenset[str] = frozenset()
    """Keys of offered chips that were taken with Tab."""
    refused: frozenset[str] = frozenset()
    """Keys of taken chips that were given back: their words stay in the text."""
    literal: bool = False
    """Take the line to the letter: a note, or the sticky kind; no mark, no token."""
    picks: tuple[tuple[str, str], ...] = ()
    """Names chosen from a list: pairs of the words in the line and the id chosen for them."""
    now_hhmm: str = ""
    """The time of arrivals and departures that say none."""
    cursor: int | None = None
    """Where the cursor stands in the line; None: at its end."""
    now: Instant | None = None
    """The moment of what is only asked in the room (thumbs, hands, resistance); None: such lines
    are text."""
    chosen: str = ""
    """Id of the entry chosen on the screen, or empty: a vote that is typed is offered to it."""
    commands: frozenset[str] | None = None
    """The words that follow `/`, if known: then any other '/word' is a note. None: every word of
    that shape is a command, to be looked up by the caller."""


class Chip(Struct, frozen=True, kw_only=True):
    """One thing understood while typing, shown under the line: `●` taken, `○ …?` offered (Tab
    puts `key` into `Context.taken`), `·` inherited from the agenda item."""

    key: str
    """'owner:haddad', 'due', 'field', ...: stable while the rest of the line is typed."""
    kind: ChipKind
    state: ChipState
    label: str
    """The value as shown: 'Marta Nowak (Caritas)', 'Ende März (Mi 31.03.2027)'."""
    note: str = ""
    """'new?', 'which one?', 'or Fri 20.03.2026': in the language of the screen, may be empty."""


class Candidate(Struct, frozen=True, kw_only=True):
    """One name offered for what is half typed."""

    id: str
    kind: OwnerKind | Literal["field", "item", "result"]
    name: str
    detail: str = ""
    """Organisation of a person, 'Group', ...: tells namesakes apart."""
    present: bool = False
    insert: str = ""
    """What replaces the fragment in the line."""


class Completion(Struct, frozen=True, kw_only=True):
    """A name (or the words of a result) being typed at the cursor: `line[start:end]` is the
    fragment. Enter or Tab replaces it by `insert` of the chosen candidate and adds
    `(insert, id)` to `Context.picks`; it does not send the line."""

    fragment: str
    start: int
    end: int
    kind: Literal["owner", "person", "field", "result", "item"]
    candidates: tuple[Candidate, ...]


class CommandCall(Struct, frozen=True, kw_only=True):
    """'/pause 15': `word` without the stroke in lower case, `argument` as typed. A word that the
    table of commands does not have: read the line again with `literal=True`, it is a note."""

    word: str
    argument: str = ""


class GotoItem(Struct, frozen=True, kw_only=True):
    """The agenda item a line goes to. One that does not exist yet has no `item`: its `title` is
    made by a second Enter."""

    item: str = ""
    title: str = ""
    number: str = ""
    exists: bool = True


class Reading(Struct, frozen=True, kw_only=True):
    """What a line was understood as. `changes` is what Enter records as one step; empty if there
    is nothing to record (an empty line, a command, a name that nobody has). Where a line cannot
    be what its mark says, `changes` holds a note to the letter and `problem` says why."""

    kind: LineKind = "note"
    changes: tuple[Change, ...] = ()
    chips: tuple[Chip, ...] = ()
    text: str = ""
    """The entry's text: the line without its mark and without what became a value."""
    visibility: Visibility | None = None
    """'internal' as soon as the line begins with `i:`; the bar then shows nothing else."""
    completion: Completion | None = None
    command: CommandCall | None = None
    goto: GotoItem | None = None
    problem: str = ""
    """What is wrong, for people, in the language of the screen; empty: nothing."""
    needs_second_enter: bool = False
    """Something new would be made on little evidence: the first Enter only asks."""


class PasteReading(Struct, frozen=True, kw_only=True):
    """Several pasted lines, looked at before anything is recorded. `bullets` of the `lines` begin
    with a bullet or a number; lines that go on below a bullet belong to it."""

    lines: int
    bullets: int
    first: str
    """The first line, for the question."""
    notes: tuple[Change, ...]
    """A note each."""
    action_items: tuple[Change, ...]
    """An action item for each bullet (for each line if there are none); other lines are notes."""
    one_note: tuple[Change, ...]
    """All of it as one long note."""
    cards: tuple[Change, ...] = ()
    """A card for each line, on the board in use or on a new one."""
    are_cards: bool = False
    """Every line is marked as a card."""
