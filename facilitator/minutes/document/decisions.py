"""Votes and opinions as rows."""

from __future__ import annotations

from facilitator.deciding_words import how_taken, vote_numbers, vote_words
from facilitator.meeting import consensing, fist_to_five
from facilitator.meeting.majority import counted, is_voted, majority, outcome
from facilitator.meeting.model import Consensing, Decision, Dots, FistToFive, Thumbs, Vote
from facilitator.minutes.document.model import (
    BallotRow,
    ConsensingRow,
    DotsRow,
    FistRow,
    OpinionRow,
    OptionRow,
    ResistedRow,
    ThumbsRow,
    VoteRow,
)
from facilitator.minutes.printed import Printed, clock


def vote_row(vote: Vote | None, printed: Printed) -> VoteRow | None:
    """None: nobody voted."""
    if vote is None or not is_voted(counted(vote)):
        return None
    vote = counted(vote)
    reached = majority(vote) if vote.rule != "simple" and outcome(vote) else None
    language = printed.language
    return VoteRow(
        words=vote_words(vote, language),
        numbers=vote_numbers(vote, language),
        how=how_taken(vote, language),
        outcome=outcome(vote),
        yes=vote.yes,
        no=vote.no,
        abstain=vote.abstain,
        invalid=vote.invalid,
        method=vote.method.strip(),
        rule=vote.rule,
        needed=reached.needed if reached else None,
        base=reached.base if reached else None,
        is_secret=vote.is_secret,
        ballots=tuple(BallotRow(name=b.name, choice=b.choice) for b in vote.ballots),
        dissent=tuple(name.strip() for name in vote.dissent if name.strip()),
    )


def opinion_rows(decision: Decision, printed: Printed) -> tuple[OpinionRow, ...]:
    """In the order in which they were taken."""
    several = len(fist_to_five.runs(decision.opinions)) > 1
    turn = 0
    rows: list[OpinionRow] = []
    for opinion in decision.opinions:
        time = printed.time(clock(opinion.at))
        match opinion:
            case Thumbs():
                rows.append(ThumbsRow(time=time, up=opinion.up, sideways=opinion.sideways,
                                      down=opinion.down))  # fmt: skip
            case FistToFive():
                turn += 1
                rows.append(_fist(opinion, time, turn if several else 0))
            case Dots():
                rows.append(_dots(opinion, time))
            case Consensing():
                rows.append(_consensing(opinion, time))
    return tuple(rows)


def _fist(asked: FistToFive, time: str, turn: int) -> FistRow:
    concerns = tuple(concern.strip() for concern in asked.concerns if concern.strip())
    return FistRow(
        time=time,
        turn=turn,
        counts=asked.counts,
        below=fist_to_five.asked(asked),
        concerns=concerns,
    )


def _dots(asked: Dots, time: str) -> DotsRow:
    ordered = sorted(asked.options, key=lambda option: -option.dots)
    return DotsRow(
        time=time,
        options=tuple(OptionRow(text=option.text, dots=option.dots) for option in ordered),
        each=asked.each,
        voters=asked.voters,
        given=sum(option.dots for option in asked.options),
        possible=asked.each * asked.voters if asked.voters is not None else None,
    )


def _consensing(asked: Consensing, time: str) -> ConsensingRow:
    lowest = consensing.winners(asked)
    rows = []
    for option in consensing.ranked(asked):
        accepted = consensing.acceptance(option, asked.voters)
        rows.append(
            ResistedRow(
                text=option.text,
                total=option.total,
                acceptance=None if accepted is None else int(accepted + 0.5),
                is_passive=option.is_passive,
                is_lowest=option in lowest,
            )
        )
    return ConsensingRow(
        time=time,
        voters=asked.voters,
        options=tuple(rows),
        lowest=tuple(option.text for option in lowest),
    )
