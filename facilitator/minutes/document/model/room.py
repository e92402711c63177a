"""What the room did together: rounds, cards, groups it founded."""

from __future__ import annotations

from typing import Literal

from facilitator.meeting.model import Value


class AnswerRow(Value, frozen=True, kw_only=True):
    """What `who` (a person or a group) said. `speaker`: who spoke for it, or empty. `has_passed`:
    asked, and nothing to say. `follow_ups`: numbers of the entries that came from it."""

    who: str
    id: str = ""
    speaker: str = ""
    text: str = ""
    has_passed: bool = False
    follow_ups: tuple[str, ...] = ()


class RoundRow(Value, frozen=True, kw_only=True):
    prompt: str
    id: str = ""
    over: Literal["groups", "people"]
    answers: tuple[AnswerRow, ...] = ()
    missing: tuple[str, ...] = ()
    """Names of those who were not heard."""


class CardRow(Value, frozen=True, kw_only=True):
    text: str
    id: str = ""
    dots: int | None = None
    follow_ups: tuple[str, ...] = ()


class CardGroupRow(Value, frozen=True, kw_only=True):
    """`dots`: of its cards together, None: not weighed."""

    name: str
    id: str = ""
    cards: tuple[CardRow, ...] = ()
    dots: int | None = None
    follow_ups: tuple[str, ...] = ()


class ColumnRow(Value, frozen=True, kw_only=True):
    """`name` empty: the only column. `loose`: cards of no group."""

    name: str = ""
    groups: tuple[CardGroupRow, ...] = ()
    loose: tuple[CardRow, ...] = ()


class BoardRow(Value, frozen=True, kw_only=True):
    """`given` of `possible` dots (`each` for so many `voters`); None: not weighed or not known."""

    prompt: str
    id: str = ""
    field: str = ""
    columns: tuple[ColumnRow, ...] = ()
    given: int | None = None
    possible: int | None = None
    each: int | None = None
    voters: int | None = None


class FoundedRow(Value, frozen=True, kw_only=True):
    """A working group founded here. `decision`: number of the decision, or empty."""

    name: str
    id: str = ""
    members: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    decision: str = ""
