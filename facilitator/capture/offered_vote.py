"""'14 1 2' behind a decision, and 'B2 14 1 2': how the room decided, as an amend of the decision.

Behind a decision it is only offered, for '14 1 2' may be anything; with the tag it is said.
"""

from __future__ import annotations

import re

import msgspec

from facilitator.capture.marks import find_mark
from facilitator.capture.reading import Chip, Context, Reading
from facilitator.capture.recording import Line
from facilitator.capture.votes import VoteReading, read_vote
from facilitator.deciding_words import opinion_words, vote_numbers, vote_words
from facilitator.i18n import words as texts
from facilitator.meeting import changes as c
from facilitator.meeting.entitled import entitled, too_many
from facilitator.meeting.features import uses
from facilitator.meeting.majority import is_voted
from facilitator.meeting.model import Decision, Meeting, Vote
from facilitator.meeting.presence import entitled_at
from facilitator.meeting.quorum import legal_for_majority, quorum_at

VOTE = "vote"
"""Key of the chip."""

_TAG = re.compile(r"([Bb]\d{1,4})(?::\s*|\s+)(?=\S)")
_TIME = re.compile(r"\s*\d{1,2}[:.]\d{2}\s*")


def read_tagged_vote(line: Line, context: Context) -> Reading | None:
    """'B2 einstimmig'. None: no decision bears this tag, or more stands behind it than a vote."""
    tag = _TAG.match(line.text)
    wanted = tag[1].upper() if tag else ""
    decision = next((d for d in context.meeting.decisions if tag and d.tag == wanted), None)
    if tag is None or decision is None:
        return None
    body = line.text[tag.end() :]
    reading = read_vote(body, context)
    if reading is None or reading.problem:
        return None
    return _amend(decision, reading, context)


def offer_vote(reading: Reading, line: Line, context: Context) -> Reading:
    """The reading with a vote offered for the decision it stands behind; with the vote as what is
    recorded, once it was taken."""
    decision = _decision(context)
    if decision is None or reading.kind not in ("note", "decision") or VOTE in context.refused:
        return reading
    if find_mark(line.text) or _TIME.fullmatch(line.text):
        return reading
    found = read_vote(line.text, context)
    if found is None or found.problem:
        return reading
    amend = _amend(decision, found, context)
    if VOTE in context.taken:
        return amend
    offered = tuple(msgspec.structs.replace(chip, state="offered") for chip in amend.chips)
    return msgspec.structs.replace(reading, chips=(*offered, *reading.chips))


def _decision(context: Context) -> Decision | None:
    """The chosen one, or the newest entry if it is one that nobody has voted on."""
    meeting = context.meeting
    if context.chosen:
        chosen = meeting.entry(context.chosen)
        return chosen if isinstance(chosen, Decision) else None
    newest = max(meeting.entries, key=lambda entry: entry.id, default=None)
    if not isinstance(newest, Decision) or is_voted(newest.vote) or newest.item != context.item:
        return None
    return newest


def _amend(decision: Decision, found: VoteReading, context: Context) -> Reading:
    note = ""
    if found.opinion is not None:
        change: c.Change = c.OpinionTaken(decision=decision.id, opinion=found.opinion)
        label = opinion_words(found.opinion, context.language)
    else:
        vote = taken(found.vote or Vote(), decision, context)
        change = c.DecisionAmended(decision=decision.id, vote=vote)
        said = (vote_numbers(vote, context.language), vote_words(vote, context.language))
        label = " → ".join(part for part in dict.fromkeys(said) if part)
        note = doubts(vote, decision, context)
    chip = Chip(key=VOTE, kind="vote", state="taken", label=f"{decision.tag} {label}", note=note)
    return Reading(kind="amend", changes=(change,), chips=(chip,), text=decision.text, problem=note)


def taken(vote: Vote, decision: Decision, context: Context) -> Vote:
    """The vote as it is kept: with the rule and dissent said before, and the numbers the rule
    counts against."""
    old = decision.vote or Vote()
    return msgspec.structs.replace(
        vote,
        rule=old.rule,
        dissent=old.dissent,
        entitled=entitled_now(context.meeting, decision, context),
        legal_number=legal_for_majority(context.meeting),
    )


def entitled_now(meeting: Meeting, decision: Decision, context: Context) -> int | None:
    """Who may vote on it now, or could when it was made, if the meeting is over; None: not
    known."""
    at = context.now if meeting.state == "running" and context.now else decision.at
    return entitled(meeting, decision.item, at)


def doubts(vote: Vote, decision: Decision, context: Context) -> str:
    """Why the vote may not count: more votes than people, somebody who has none, a body without
    its quorum; empty: nothing against it. It is for the chair to judge, so nothing is refused."""
    said = (
        exceeds(vote, context),
        not_entitled(vote, decision, context),
        without_quorum(decision, context),
    )
    return " · ".join(part for part in said if part)


def not_entitled(vote: Vote, decision: Decision, context: Context) -> str:
    """'ohne Stimme in diesem TOP: Amina Haddad': who is named in a vote by name, but is biased, a
    guest, advisory or not there."""
    meeting = context.meeting
    if meeting.state != "running" or context.now is None or vote.entitled is None:
        return ""
    here = entitled_at(meeting, context.now, decision.item)
    names = [b.name for b in vote.ballots if b.person and b.person not in here]
    if not names:
        return ""
    return texts(context.language).tr("without a vote here: {names}", names=", ".join(names))


def without_quorum(decision: Decision, context: Context) -> str:
    """'NICHT beschlussfähig: 8 von 19, nötig 10', or empty: it has one, needs none, nobody keeps
    who is there, or the meeting is over."""
    meeting = context.meeting
    if meeting.state != "running" or context.now is None or not uses(meeting, "quorum"):
        return ""
    if entitled(meeting, "", context.now) is None:
        return ""
    found = quorum_at(meeting, context.now, decision.item)
    if found.is_met:
        return ""
    return texts(context.language).tr(
        "NO quorum: {present} of {legal}, needed {required}",
        present=found.present,
        legal=found.legal_number,
        required=found.required,
    )


def exceeds(vote: Vote, context: Context) -> str:
    """'66 Stimmen, aber nur 62 anwesend und stimmberechtigt', or empty: it fits."""
    many = too_many(vote, vote.entitled)
    if not many or vote.entitled is None:
        return ""
    return texts(context.language).tr(
        "{cast} votes, but only {entitled} present and entitled",
        cast=vote.entitled + many,
        entitled=vote.entitled,
    )
