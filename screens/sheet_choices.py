"""What the decision sheet asks, and its fields that are chosen: kind, majority, the weight of
another wording. Pure: the screen shows and records."""

from __future__ import annotations

import msgspec

from facilitator.capture import Context
from facilitator.deciding_words import opinion_words, vote_numbers, vote_words
from facilitator.i18n import current_language, tr
from facilitator.meeting import changes as c
from facilitator.meeting.features import uses
from facilitator.meeting.majority import RULES, is_voted, majority, votes_cast
from facilitator.meeting.model import (
    ActionItem,
    Decision,
    DecisionKind,
    MajorityRule,
    Meeting,
    Vote,
    Weight,
)
from facilitator.meeting.quorum import legal_for_majority
from screens.sheet_lines import action_in

KINDS: tuple[DecisionKind, ...] = ("decision", "recommendation", "order", "acknowledgement")


def fields_of(decision: Decision, meeting: Meeting) -> tuple[str, ...]:
    """What this kind of meeting asks of this decision, in the order of the sheet."""
    wanted = ["wording", "kind", "addressee", "read_back", "vote"]
    if decision.decision_kind == "acknowledgement" and not is_voted(decision.vote):
        wanted.remove("vote")
    elif uses(meeting, "majority"):
        wanted.append("majority")
    if uses(meeting, "bias") and meeting.item(decision.item) is not None:
        wanted.append("bias")
    has_dissent = decision.vote is not None and bool(decision.vote.dissent)
    if "vote" in wanted and (uses(meeting, "votes") or has_dissent):
        wanted.append("dissent")
    asks = any(uses(meeting, feature) for feature in ("fist", "consensing", "dots"))
    if asks or decision.opinions:
        wanted.append("mood")
    return (*wanted, "action")


def actions_from(decision: Decision, meeting: Meeting) -> tuple[ActionItem, ...]:
    """The action items that came of it."""
    return tuple(action for action in meeting.action_items if action.link == decision.id)


# -- fields with a choice -----------------------------------------------------------------------


def kind_chosen(decision: Decision, kind: DecisionKind, context: Context) -> tuple[c.Change, ...]:
    """Another kind. An order makes its action item in the same step, linked, with who and until
    when read from the wording; whom it is for carries it out where the wording names nobody."""
    if kind == decision.decision_kind:
        return ()
    change = c.DecisionAmended(decision=decision.id, decision_kind=kind)
    if kind != "order" or actions_from(decision, context.meeting):
        return (change,)
    return change, order_action(decision, context)


def order_action(decision: Decision, context: Context) -> c.ActionItemRecorded:
    context = msgspec.structs.replace(context, item=decision.item, sticky="action_item", chosen="")
    made = action_in(f"m: {decision.text}", context)
    if made is None:
        made = c.ActionItemRecorded(item=decision.item, summary=decision.text)
    if not made.owners and decision.addressee:
        named = action_in(f"m: x >{decision.addressee}", context)
        made = msgspec.structs.replace(made, owners=named.owners if named else ())
    return msgspec.structs.replace(made, link=decision.id, line="")


def rule_chosen(decision: Decision, rule: MajorityRule, context: Context) -> tuple[c.Change, ...]:
    """Another majority for the vote that was taken or will be."""
    old = decision.vote or Vote()
    if rule == old.rule:
        return ()
    vote = msgspec.structs.replace(
        old,
        rule=rule,
        legal_number=old.legal_number or legal_for_majority(context.meeting),
    )
    return (c.DecisionAmended(decision=decision.id, vote=vote),)


def rule_of(decision: Decision) -> MajorityRule:
    return decision.vote.rule if decision.vote else RULES[0]


def majority_shown(decision: Decision, rule: MajorityRule, meeting: Meeting) -> str:
    """'30 von 58 nötig → angenommen' for a rule, or which number is not known; empty before the
    vote."""
    if rule in ("absolute_legal", "two_thirds_legal") and not _legal(decision, meeting):
        return tr("how many members there are is not known")
    if decision.vote is None or votes_cast(decision.vote) is None:
        return ""
    if rule == "absolute_present" and decision.vote.entitled is None:
        return tr("how many were present and entitled is not known")
    vote = msgspec.structs.replace(decision.vote, rule=rule, legal_number=_legal(decision, meeting))
    found = majority(vote)
    if found is None:
        return ""
    result = tr("carried") if found.is_carried else tr("rejected")
    return tr(
        "{yes} of {base}, {needed} needed → {result}",
        yes=found.yes, base=found.base, needed=found.needed, result=result,
    )  # fmt: skip


def _legal(decision: Decision, meeting: Meeting) -> int | None:
    return (decision.vote and decision.vote.legal_number) or legal_for_majority(meeting)


# -- another wording ----------------------------------------------------------------------------


def withdraws(decision: Decision) -> tuple[str, ...]:
    """What a change of substance would take back, in words; nothing: nobody need be asked."""
    gone = []
    if decision.read_back_at is not None:
        gone.append(tr("read back {time}", time=f"{decision.read_back_at.at:%H:%M}"))
    if decision.vote is not None and is_voted(decision.vote):
        said = vote_words(decision.vote, current_language()) or vote_numbers(
            decision.vote, current_language()
        )
        gone.append(tr("vote: {vote}", vote=said))
    if decision.opinions:
        gone.append(opinion_words(decision.opinions[-1], current_language()))
    return tuple(gone)


def reworded(decision: Decision, text: str, weight: Weight) -> tuple[c.Change, ...]:
    """The new wording; nothing where it is empty or the same."""
    if not text.strip() or text.strip() == decision.text:
        return ()
    return (c.DecisionAmended(decision=decision.id, wording=text.strip(), weight=weight),)
