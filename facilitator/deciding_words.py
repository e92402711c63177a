"""How a vote and an opinion are said: in the words of councils, 'einstimmig bei 4 Enthaltungen'.

One place for screen and minutes; `language` is that of whoever reads. User text comes out as it
was typed.
"""

from __future__ import annotations

from facilitator.i18n import Words, words
from facilitator.meeting import consensing, fist_to_five
from facilitator.meeting.majority import is_rejected, majority, outcome
from facilitator.meeting.model import (
    Consensing,
    Dots,
    FistToFive,
    MajorityRule,
    Opinion,
    Thumbs,
    Vote,
)


def vote_words(vote: Vote, language: str) -> str:
    """What the vote says, or how it was taken where nothing was counted; empty if neither is
    known."""
    w = words(language)
    abstained = abstentions(vote.abstain, language) if vote.abstain else ""
    match outcome(vote):
        case "unanimous":
            said = w.tr("unanimous")
            return w.tr("{said} with {votes}", said=said, votes=abstained) if abstained else said
        case "majority":
            return _by_majority(vote, w, abstained)
        case "tie":
            return w.tr("rejected on a tie")
        case "rejected":
            in_favour = w.ntr("{n} in favour", "{n} in favour", vote.yes or 0)
            said = w.tr("rejected by a majority with {votes}", votes=in_favour)
            return w.tr("{said} and {more}", said=said, more=abstained) if abstained else said
        case "rejected_unanimously":
            said = w.tr("unanimously rejected")
            return w.tr("{said} with {votes}", said=said, votes=abstained) if abstained else said
        case "not_enough":
            reached = majority(vote)
            assert reached is not None
            return w.tr(
                "rejected with {yes} of {needed} votes needed",
                yes=reached.yes,
                needed=reached.needed,
            )
    if vote.method == "majority" and (vote.no or vote.abstain):
        return _by_majority(vote, w, abstained)
    said = method_words(vote.method, language)
    against = w.ntr("{n} against", "{n} against", vote.no) if vote.no and vote.yes is None else ""
    if said and against:  # 'angenommen bei 3 Gegenstimmen'
        said = w.tr("{said} with {votes}", said=said, votes=against)
        return w.tr("{said} and {more}", said=said, more=abstained) if abstained else said
    return w.tr("{said} with {votes}", said=said, votes=abstained) if said and abstained else said


def in_short(vote: Vote | None, language: str) -> str:
    """What became of it where there is little room: 'einstimmig', 'angenommen 6:1', 'abgelehnt
    2:5'; a method without numbers by its name. Empty: nothing was voted."""
    if vote is None:
        return ""
    w = words(language)
    if is_rejected(vote):
        if outcome(vote):
            return w.tr("rejected {yes}:{no}", yes=vote.yes, no=vote.no)
        return method_words(vote.method, language)
    match outcome(vote):
        case "unanimous":
            return w.tr("unanimous")
        case "majority":
            return w.tr("carried {yes}:{no}", yes=vote.yes, no=vote.no)
    return method_words(vote.method, language) or vote_numbers(vote, language)


def _by_majority(vote: Vote, w: Words, abstained: str) -> str:
    against = w.ntr("{n} against", "{n} against", vote.no or 0)
    if not vote.no and abstained:
        return w.tr("carried by a majority with {votes}", votes=abstained)
    said = w.tr("carried by a majority with {votes}", votes=against)
    return w.tr("{said} and {more}", said=said, more=abstained) if abstained else said


def abstentions(number: int, language: str) -> str:
    return words(language).ntr("{n} abstention", "{n} abstentions", number)


def vote_numbers(vote: Vote, language: str) -> str:
    """'58 Ja, 0 Nein, 4 Enthaltungen, 1 ungültig'; what was not counted is left out. Empty where
    the words say all that was counted: 'einstimmig bei 4 Enthaltungen'."""
    if vote.yes is None and vote_words(vote, language):
        return ""
    w = words(language)
    parts = []
    if vote.yes is not None:
        parts.append(w.tr("{n} yes", n=vote.yes))
    if vote.no is not None:
        parts.append(w.tr("{n} no", n=vote.no))
    if vote.abstain is not None:
        parts.append(abstentions(vote.abstain, language))
    if vote.invalid:
        parts.append(w.tr("{n} invalid", n=vote.invalid))
    return ", ".join(parts)


def how_taken(vote: Vote, language: str) -> str:
    """'geheim', 'namentlich', 'Handzeichen': empty where nothing was said of it, or where it is
    all that was said (then `vote_words` has it)."""
    w = words(language)
    parts = []
    if vote.is_secret:
        parts.append(w.tr("secret ballot"))
    if vote.ballots:
        parts.append(w.tr("by name"))
    if vote.method and outcome(vote) and vote.method not in _IS_OUTCOME:
        parts.append(method_words(vote.method, language))
    return ", ".join(parts)


_IS_OUTCOME = frozenset({"unanimous", "majority", "rejected", "rejected unanimously"})


def method_words(method: str, language: str) -> str:
    """A method that the program knows, in this language; any other as it was typed."""
    w = words(language)
    match method.strip().lower():
        case "consensus":
            return w.tr("consensus")
        case "no objections":
            return w.tr("no objections")
        case "none against":
            return w.tr("none against")
        case "unanimous":
            return w.tr("unanimous")
        case "majority":
            return w.tr("carried by a majority")
        case "carried":
            return w.tr("carried")
        case "rejected":
            return w.tr("rejected")
        case "rejected unanimously":
            return w.tr("unanimously rejected")
        case "show of hands":
            return w.tr("show of hands")
        case "cards":
            return w.tr("voting cards")
        case "acclamation":
            return w.tr("acclamation")
        case "consent":
            return w.tr("consent")
        case "secret" | "secret ballot":
            return w.tr("secret ballot")
        case "roll call" | "by name":
            return w.tr("by name")
        case "fist to five":
            return w.tr("fist to five")
        case "systemic consensing":
            return w.tr("systemic consensing")
        case "dots":
            return w.tr("dots")
        case "opinion":
            return w.tr("opinion")
    return method.strip()


def rule_words(rule: MajorityRule, language: str) -> str:
    """'einfache', 'absolute der Anwesenden', ...: which majority it needs."""
    w = words(language)
    match rule:
        case "absolute_present":
            return w.tr("absolute, of those present")
        case "absolute_legal":
            return w.tr("absolute, of all members")
        case "two_thirds":
            return w.tr("two thirds of the votes")
        case "two_thirds_legal":
            return w.tr("two thirds of all members")
    return w.tr("simple")


def opinion_words(opinion: Opinion, language: str) -> str:
    """What the room was asked and what came of it, in one line."""
    match opinion:
        case Thumbs():
            return _thumbs(opinion, words(language))
        case FistToFive():
            return _fist(opinion, words(language))
        case Consensing():
            return _consensing(opinion, words(language))
        case Dots():
            return _dots(opinion, words(language))


def _thumbs(asked: Thumbs, w: Words) -> str:
    return w.tr(
        "thumbs: {up} up, {sideways} sideways, {down} down",
        up=asked.up,
        sideways=asked.sideways,
        down=asked.down,
    )


def _fist(asked: FistToFive, w: Words) -> str:
    low, hands = fist_to_five.asked(asked), fist_to_five.voters(asked)
    shown = " ".join(str(count) for count in asked.counts)
    if not hands:
        return w.tr("fist to five: {shown}", shown=shown)
    if not low:
        said = w.tr("fist to five: consent, nobody below 3 ({shown})", shown=shown)
    else:
        said = w.ntr(
            "fist to five: {n} below 3 is asked ({shown})",
            "fist to five: {n} below 3 are asked ({shown})",
            low,
            shown=shown,
        )
    return "; ".join((said, *asked.concerns))


def _consensing(asked: Consensing, w: Words) -> str:
    best = consensing.winners(asked)
    if not best:
        return w.tr("consensing")
    accepted = consensing.acceptance(best[0], asked.voters)
    names = ", ".join(option.text for option in best)
    share = f"{accepted:.0f}" if accepted is not None else "?"
    if len(best) > 1:
        return w.tr("consensing: tie of {options} ({share} % acceptance)", options=names,
                    share=share)  # fmt: skip
    return w.tr("consensing: {option} ({share} % acceptance)", option=names, share=share)


def _dots(asked: Dots, w: Words) -> str:
    most = sorted(asked.options, key=lambda option: -option.dots)
    shown = ", ".join(f"{option.text} {option.dots}" for option in most)
    return w.tr("dots: {shown}", shown=shown)
