"""The lines of the decision sheet: how each stands, and what a typed line changes. Pure: the screen
shows and records."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from facilitator.capture import Context, read, read_vote
from facilitator.capture.names import Names
from facilitator.capture.opinions import read_bare
from facilitator.deciding_words import opinion_words, vote_numbers, vote_words
from facilitator.folding import fold
from facilitator.i18n import current_language, tr
from facilitator.meeting import changes as c
from facilitator.meeting.majority import is_voted
from facilitator.meeting.model import (
    AgendaItem,
    Bias,
    Decision,
    Meeting,
    Opinion,
    Vote,
)
from facilitator.meeting.presence import entitled_at
from screens.mending import vote_of

_NOBODY = frozenset(map(fold, ("niemand", "keiner", "nobody", "none", "-", "–")))


@dataclass(frozen=True, slots=True)
class Said:
    """What a line means. `problem`: why it cannot be recorded; with `may_insist` it can be all the
    same, by a second Enter. `shown`: what was understood, in words."""

    changes: tuple[c.Change, ...] = ()
    problem: str = ""
    may_insist: bool = False
    shown: str = ""


# -- as it stands -------------------------------------------------------------------------------


def line_of(field: str, decision: Decision, meeting: Meeting) -> str:
    """What stands in the line of a field: typed again it means the same."""
    match field:
        case "wording":
            return decision.text
        case "addressee":
            return decision.addressee
        case "vote":
            return vote_line(decision.vote)
        case "bias":
            return _bias_line(decision, meeting)
        case "dissent":
            return ", ".join(decision.vote.dissent) if decision.vote else ""
    return ""


def vote_line(vote: Vote | None) -> str:
    """'58 0 4', 'geheim 10 2 1', 'namentlich: Weiß ja, …', 'einstimmig'."""
    if vote is None or not is_voted(vote):
        return ""
    if vote.ballots:
        words = {"yes": tr("yes"), "no": tr("no"), "abstain": tr("abstained")}
        each = ", ".join(f"{ballot.name} {words[ballot.choice]}" for ballot in vote.ballots)
        return f"{tr('by name')}: {each}"
    if vote.yes is not None and vote.no is not None:
        numbers = [vote.yes, vote.no, vote.abstain or 0, *([vote.invalid] if vote.invalid else [])]
        counts = " ".join(str(number) for number in numbers)
        how = vote_words(Vote(method=vote.method), current_language()) if vote.method else ""
        secret = tr("secret ballot") if vote.is_secret else ""
        return " ".join(part for part in (secret, counts, how) if part)
    return vote_words(vote, current_language()) or vote_numbers(vote, current_language())


def _bias_line(decision: Decision, meeting: Meeting) -> str:
    item = meeting.item(decision.item)
    if item is None:
        return ""
    names = ", ".join(dict.fromkeys(bias.name for bias in _in_line(item)))
    return names or (tr("nobody") if item.is_bias_denied else "")


def _in_line(item: AgendaItem) -> list[Bias]:
    """While the item runs those who are out; afterwards, when all are back, those who were."""
    is_on = item.state in ("running", "interrupted")
    return [bias for bias in item.bias if bias.returned_at is None or not is_on]


# -- what is typed ------------------------------------------------------------------------------


def read_field(field: str, typed: str, decision: Decision, context: Context) -> Said:
    """What a line that differs from `line_of` means."""
    text = typed.strip()
    if text == line_of(field, decision, context.meeting).strip():
        return Said()
    match field:
        case "addressee":
            change: c.Change = c.DecisionAmended(decision=decision.id, addressee=text)
            return Said((change,))
        case "vote":
            return _vote(text, decision, context)
        case "bias":
            return _bias(text, decision, context)
        case "dissent":
            return _dissent(text, decision, context)
        case "mood":
            return _mood(text, decision, context)
        case "action":
            return _action(text, decision, context)
    return Said()


def _vote(text: str, decision: Decision, context: Context) -> Said:
    if not text:
        change = c.DecisionAmended(decision=decision.id, vote=None)
        return Said((change,) if decision.vote else (), shown=tr("no vote"))
    mended = vote_of(text, decision, context)
    asked = next((each for each in mended.changes if isinstance(each, c.OpinionTaken)), None)
    if asked is not None:
        return _opinion(asked.opinion, decision)
    chip = next(iter(mended.chips), None)
    if chip is None:
        return Said(problem=mended.problem)
    return Said(mended.changes, problem=chip.note, may_insist=True, shown=chip.label)


def _opinion(opinion: Opinion, decision: Decision) -> Said:
    change = c.OpinionTaken(decision=decision.id, opinion=opinion)
    return Said((change,), shown=opinion_words(opinion, current_language()))


def _mood(text: str, decision: Decision, context: Context) -> Said:
    if not text:
        return Said()
    if (bare := read_bare(text, context)) is not None:
        if bare.opinion is None:
            return Said(problem=bare.problem)
        return _opinion(bare.opinion, decision)
    reading = read_vote(text, context)
    if reading is not None and reading.problem:
        return Said(problem=reading.problem)
    if reading is not None and reading.opinion is not None:
        return _opinion(reading.opinion, decision)
    return Said(problem=tr("Thumbs 20 3 1, fist 0 1 2 4 8 5, resistance: A 12, stays 55 (20)."))


def _names(text: str, context: Context) -> list[tuple[str, str]]:
    """Pairs of name and id of the person, empty where nobody or more than one is called so."""
    known = Names(context)
    pairs = []
    for part in text.replace(";", ",").split(","):
        if not (name := part.strip().lstrip(">@").strip()):
            continue
        found = known.find(name)
        people = [each for each in found[1] if each.kind == "person"] if found else []
        pairs.append((people[0].name, people[0].id) if len(people) == 1 else (name, ""))
    return pairs


def _bias(text: str, decision: Decision, context: Context) -> Said:
    item = context.meeting.item(decision.item)
    if item is None:
        return Said()
    names = [] if fold(text) in _NOBODY else _names(text, context)
    before = dict.fromkeys((bias.name, bias.person) for bias in _in_line(item))
    changes: list[c.Change] = [
        c.BiasEnded(item=item.id, name=name, person=person)
        for name, person in before
        if (name, person) not in names
    ]
    changes += [
        c.BiasDeclared(item=item.id, name=name, person=person)
        for name, person in names
        if (name, person) not in before
    ]
    if text and not names:
        changes.append(c.BiasDenied(item=item.id))
    changes += _vote_without(
        {person for _, person in names} - {person for _, person in before},
        {person for _, person in before} - {person for _, person in names},
        decision,
        context,
    )
    return Said(tuple(changes))


def _vote_without(
    out: set[str], back: set[str], decision: Decision, context: Context
) -> list[c.Change]:
    """Bias told after the vote was taken: as many fewer or more were entitled to it."""
    vote, now = decision.vote, context.now
    if vote is None or vote.entitled is None or now is None:
        return []
    here = entitled_at(context.meeting, now)
    entitled = max(0, vote.entitled - len(out & here) + len(back & here))
    if entitled == vote.entitled:
        return []
    changed = msgspec.structs.replace(vote, entitled=entitled)
    return [c.DecisionAmended(decision=decision.id, vote=changed)]


def _dissent(text: str, decision: Decision, context: Context) -> Said:
    names = () if fold(text) in _NOBODY else tuple(name for name, _ in _names(text, context))
    vote = msgspec.structs.replace(decision.vote or Vote(), dissent=names)
    return Said((c.DecisionAmended(decision=decision.id, vote=vote),))


def _action(text: str, decision: Decision, context: Context) -> Said:
    if not text:
        return Said()
    context = msgspec.structs.replace(context, item=decision.item, sticky="action_item", chosen="")
    made = action_in(text, context)
    if made is None:
        return Said(problem=tr("Nothing in this line can be recorded."))
    return Said((msgspec.structs.replace(made, link=decision.id),))


def action_in(text: str, context: Context) -> c.ActionItemRecorded | None:
    reading = read(text, context)
    found = (made for made in reading.changes if isinstance(made, c.ActionItemRecorded))
    return next(found, None)
