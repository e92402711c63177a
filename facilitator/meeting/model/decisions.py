"""Votes and other ways of a room to decide."""

from __future__ import annotations

from typing import Literal, TypeAlias

from facilitator.meeting.model.base import Instant, Value

DecisionKind = Literal["decision", "recommendation", "order", "acknowledgement"]
MajorityRule = Literal[
    "simple", "absolute_present", "absolute_legal", "two_thirds", "two_thirds_legal"
]
"""Of yes against no; more than half of those present and entitled; of the legal number; two thirds
of yes and no; two thirds of the legal number."""
Choice = Literal["yes", "no", "abstain"]
Weight = Literal["editorial", "substance"]
"""How much a change of wording changes: of substance withdraws read-back, vote and opinions."""


class Ballot(Value, frozen=True, kw_only=True):
    """How one person voted in a vote by name. `person` is an id or empty."""

    name: str
    choice: Choice
    person: str = ""


class Vote(Value, frozen=True, kw_only=True):
    """`method`: 'show of hands', 'consensus', ... as a word of the minutes, or empty."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    method: str = ""
    rule: MajorityRule = "simple"
    is_secret: bool = False
    invalid: int = 0
    """Ballot papers that say nothing; they count as not cast."""
    ballots: tuple[Ballot, ...] = ()
    """Of a vote by name; the counts follow from them."""
    entitled: int | None = None
    """Present and entitled when it was taken, without those biased; None: not recorded."""
    legal_number: int | None = None
    """Of members, as far as the rule needs it."""
    dissent: tuple[str, ...] = ()
    """Names that asked for their dissent to be recorded."""


class Wording(Value, frozen=True, kw_only=True):
    """An earlier wording of a decision, until when it stood and what replaced it."""

    text: str
    until: Instant
    weight: Weight = "editorial"


class Thumbs(Value, frozen=True, kw_only=True, tag_field="form", tag="thumbs"):
    """Thumbs up, sideways, down: a picture of the mood, no vote."""

    at: Instant
    up: int
    sideways: int
    down: int


class FistToFive(Value, frozen=True, kw_only=True, tag_field="form", tag="fist_to_five"):
    """How many showed 0 (a fist), 1, ... 5 fingers. Anyone under three is asked; `concerns` is
    what they said. Repeated ones stand in the order in which they were taken."""

    at: Instant
    counts: tuple[int, int, int, int, int, int]
    concerns: tuple[str, ...] = ()


class Dotted(Value, frozen=True, kw_only=True):
    """An option with its dots. `card`: id of the card it stands for, or empty."""

    text: str
    dots: int
    card: str = ""


class Dots(Value, frozen=True, kw_only=True, tag_field="form", tag="dots"):
    """`each`: dots per person; `voters`: how many people had dots, None: not counted."""

    at: Instant
    options: tuple[Dotted, ...]
    each: int
    voters: int | None = None


class Resisted(Value, frozen=True, kw_only=True):
    """An option of a systemic consensing: resistance 0 (none) to 10 (unbearable), for each person
    (`by_person`) or only as a sum. `is_passive`: the passive solution, everything stays."""

    text: str
    total: int
    by_person: tuple[int, ...] = ()
    is_passive: bool = False


class Consensing(Value, frozen=True, kw_only=True, tag_field="form", tag="consensing"):
    """Systemic consensing (Visotschnig, Schrotta): the option with the lowest resistance wins."""

    at: Instant
    options: tuple[Resisted, ...]
    voters: int


Opinion: TypeAlias = Thumbs | FistToFive | Dots | Consensing
"""What a room was asked without ballots, kept with the decision it is about."""
