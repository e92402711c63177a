"""Decisions, votes, and what a room was asked without ballots."""

from __future__ import annotations

from typing import TypeAlias

from facilitator.meeting.majority import Outcome
from facilitator.meeting.model import Choice, DecisionKind, MajorityRule, Value


class BallotRow(Value, frozen=True, kw_only=True):
    name: str
    choice: Choice


class VoteRow(Value, frozen=True, kw_only=True):
    """`words`: 'einstimmig bei 4 Enthaltungen', or the method where nothing was counted;
    `numbers`: '58 Ja, 0 Nein, 4 Enthaltungen'; `how`: 'geheim', 'Handzeichen'; each may be
    empty. In the language of the minutes; they may hold what a user typed."""

    words: str = ""
    numbers: str = ""
    how: str = ""
    outcome: Outcome = ""
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    invalid: int = 0
    method: str = ""
    rule: MajorityRule = "simple"
    needed: int | None = None
    """So many yes the rule asks for; None: the rule is the simple one, or nobody knows."""
    base: int | None = None
    """Of so many; as `needed`."""
    is_secret: bool = False
    ballots: tuple[BallotRow, ...] = ()
    dissent: tuple[str, ...] = ()
    """Names that asked for their dissent to be recorded."""


class ThumbsRow(Value, frozen=True, kw_only=True, tag="thumbs"):
    time: str
    up: int
    sideways: int
    down: int
    form: str = "thumbs"


class FistRow(Value, frozen=True, kw_only=True, tag="fist_to_five"):
    """`counts`: how many showed 0 (a fist) to 5 fingers. `turn`: which of several in the same
    decision, from 1; 0: the only one. `below`: how many showed less than three."""

    time: str
    turn: int
    counts: tuple[int, ...]
    below: int
    concerns: tuple[str, ...] = ()
    form: str = "fist_to_five"


class OptionRow(Value, frozen=True, kw_only=True):
    text: str
    dots: int


class DotsRow(Value, frozen=True, kw_only=True, tag="dots"):
    """Options by dots, the most first. `given` of `possible` dots; `possible` and `voters` None:
    nobody counted how many people had dots."""

    time: str
    options: tuple[OptionRow, ...]
    each: int
    voters: int | None
    given: int
    possible: int | None
    form: str = "dots"


class ResistedRow(Value, frozen=True, kw_only=True):
    """`acceptance` in per cent; None without voters."""

    text: str
    total: int
    acceptance: int | None
    is_passive: bool
    is_lowest: bool


class ConsensingRow(Value, frozen=True, kw_only=True, tag="consensing"):
    """Options by resistance, the least first; `lowest`: that with the least, or those."""

    time: str
    voters: int
    options: tuple[ResistedRow, ...]
    lowest: tuple[str, ...]
    form: str = "consensing"


OpinionRow: TypeAlias = ThumbsRow | FistRow | DotsRow | ConsensingRow


class DecisionRow(Value, frozen=True, kw_only=True, gc=False):
    number: str
    id: str = ""
    kind: DecisionKind
    is_rejected: bool
    addressee: str
    wording: str
    vote: VoteRow | None
    read_back: str
    """Time of day, or empty."""
    item: str
    """Number of the agenda item, or empty."""
    opinions: tuple[OpinionRow, ...] = ()
    opinion_words: str = ""
    """The last of them in one line, in the language of the minutes."""
    follow_ups: tuple[str, ...] = ()
    """Numbers of the entries that came from it: the action of an order."""
    is_public: bool = True
