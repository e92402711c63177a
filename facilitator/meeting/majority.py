"""Which majority a vote needs, whether it was reached, and what to call the outcome.

Whoever abstains and ballot papers that say nothing have not been cast (§ 50 (5) GO NRW); a tie
rejects (§ 50 (1) GO NRW). Absolute and qualified majorities count against those present and
entitled, or against the legal number of members (gesetzliche Mitgliederzahl), as in § 7 (3) and
§ 66 (1) GO NRW; most other municipal codes and Robert's Rules read the same.
"""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from facilitator.meeting.model import MajorityRule, Value, Vote

RULES: tuple[MajorityRule, ...] = get_args(MajorityRule)
Outcome = Literal[
    "", "unanimous", "majority", "tie", "rejected", "rejected_unanimously", "not_enough"
]
"""'not_enough': more yes than no, but fewer than the rule asks for."""

REJECTED = frozenset({"rejected", "rejected unanimously"})


class Majority(Value, frozen=True, kw_only=True):
    """`yes` of `base` voted for it, `needed` would have been enough. `base`: those who cast a
    vote, those present and entitled, or the legal number, as the rule has it."""

    rule: MajorityRule
    yes: int
    needed: int
    base: int

    @property
    def is_carried(self) -> bool:
        return self.yes >= self.needed


def votes_needed(
    rule: MajorityRule, *, cast: int, entitled: int | None = None, legal: int | None = None
) -> int | None:
    """How many must say yes. `cast`: yes and no together. None: the number the rule counts
    against is not known. Never less than one."""
    base = base_of(rule, cast=cast, entitled=entitled, legal=legal)
    if base is None:
        return None
    if rule in ("two_thirds", "two_thirds_legal"):
        return max(1, -(-2 * base // 3))
    return base // 2 + 1


def base_of(
    rule: MajorityRule, *, cast: int, entitled: int | None, legal: int | None
) -> int | None:
    """What the rule counts against."""
    match rule:
        case "absolute_present":
            return entitled
        case "absolute_legal" | "two_thirds_legal":
            return legal
    return cast


def majority(vote: Vote) -> Majority | None:
    """Of a counted vote; None where yes and no were not both counted, or the number that the
    rule counts against is not known."""
    if vote.yes is None or vote.no is None:
        return None
    cast = vote.yes + vote.no
    entitled, legal = vote.entitled, vote.legal_number
    needed = votes_needed(vote.rule, cast=cast, entitled=entitled, legal=legal)
    base = base_of(vote.rule, cast=cast, entitled=entitled, legal=legal)
    if needed is None or base is None:
        return None
    return Majority(rule=vote.rule, yes=vote.yes, needed=needed, base=base)


def outcome(vote: Vote | None) -> Outcome:
    """Empty unless both yes and no were counted and somebody voted. Where all abstain it is a tie
    of none to none: nothing was carried. A rule whose number is not known is taken as the simple
    one."""
    if vote is None or vote.yes is None or vote.no is None or not votes_cast(vote):
        return ""
    if vote.yes == vote.no:
        return "tie"
    if vote.yes == 0:
        return "rejected_unanimously"
    if vote.yes < vote.no:
        return "rejected"
    reached = majority(vote)
    if reached is not None and not reached.is_carried:
        return "not_enough"
    return "unanimous" if vote.no == 0 else "majority"


def is_rejected(vote: Vote | None) -> bool:
    """Counted so, or said so without numbers."""
    if vote is None:
        return False
    found = outcome(vote)
    if not found:
        return vote.method in REJECTED
    return found in ("tie", "rejected", "rejected_unanimously", "not_enough")


def is_voted(vote: Vote | None) -> bool:
    """There are numbers, or a method that needs none ('consensus')."""
    if vote is None:
        return False
    is_counted = (vote.yes, vote.no, vote.abstain) != (None, None, None)
    return is_counted or bool(vote.method.strip())


def votes_cast(vote: Vote | None) -> int | None:
    """Everybody who took part: yes, no, abstentions and invalid ones together. None where not
    all was counted ('by a majority with 2 against')."""
    if vote is None or vote.yes is None or vote.no is None:
        return None
    return vote.yes + vote.no + (vote.abstain or 0) + vote.invalid


def counted(vote: Vote) -> Vote:
    """A vote by name with the counts that follow from its ballots."""
    if not vote.ballots:
        return vote
    choices = [ballot.choice for ballot in vote.ballots]
    return msgspec.structs.replace(
        vote,
        yes=choices.count("yes"),
        no=choices.count("no"),
        abstain=choices.count("abstain"),
    )
