"""Objects of OParl that stand in others, and fields of our own. What is empty or not known is left
out, as the standard asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from facilitator.deciding_words import vote_words
from facilitator.exchange.oparl.public import Public
from facilitator.meeting.actions import current
from facilitator.meeting.majority import counted, is_rejected, is_voted, outcome
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Decision,
    Due,
    Meeting,
    ParkedTopic,
    Question,
    Vote,
)

Object = dict[str, Any]

OWN = "facilitator:"
"""Before the name of every field that is not of the standard."""


def filled(**fields: Any) -> Object:
    """Without what is None, empty text or an empty list; False and 0 say something."""
    return {
        name: value
        for name, value in fields.items()
        if value is not None and value not in ("", [], {})
    }


def own(fields: Mapping[str, Any]) -> Object:
    """These fields under names of our own."""
    return {OWN + name: value for name, value in filled(**fields).items()}


def captured(meeting: Meeting, public: Public, item: str | None) -> Object:
    """What was decided, agreed, asked and parked under an item; None: under no item."""
    return own(
        {
            "decision": [
                _decision(each, meeting, public) for each in public.entries(Decision, item)
            ],
            "actionItem": [
                _action(current(each, public.statements), meeting, public)
                for each in public.entries(ActionItem, item)
            ],
            "question": [
                filled(text=each.text, answer=each.answer)
                for each in public.entries(Question, item)
            ],
            "parkedTopic": [
                filled(text=each.text, outcome=each.outcome)
                for each in public.entries(ParkedTopic, item)
            ],
        }
    )


def keywords(public: Public, item: AgendaItem, *, with_actions: bool) -> list[str]:
    """Fields of action: that of the item, then those of its action items."""
    fields = [item.field]
    if with_actions:
        fields += [action.field for action in public.entries(ActionItem, item.id)]
    return list(dict.fromkeys(filter(None, map(public.field, fields))))


def resolutions(public: Public, item: str) -> str:
    """The wording of what was decided, an empty line between two; what was rejected is none."""
    wordings = (
        each.text.strip() for each in public.entries(Decision, item) if not is_rejected(each.vote)
    )
    return "\n\n".join(filter(None, wordings))


def result_of(meeting: Meeting, public: Public, item: str) -> str:
    """What came out of the only decision, in the words of the minutes: 'einstimmig bei 4
    Enthaltungen'; empty where there are more, or nobody voted."""
    decisions = public.entries(Decision, item)
    if len(decisions) != 1 or decisions[0].vote is None:
        return ""
    return vote_words(counted(decisions[0].vote), meeting.language)


def _decision(decision: Decision, meeting: Meeting, public: Public) -> Object:
    return filled(
        number=decision.number or decision.tag,
        kind=decision.decision_kind,
        addressee=public.addressee(decision.addressee),
        wording=decision.text,
        vote=_vote(decision.vote, meeting.language),
    )


def _vote(vote: Vote | None, language: str) -> Object | None:
    """Numbers, never names: neither ballots nor dissent."""
    if vote is None or not is_voted(vote := counted(vote)):
        return None
    return filled(
        yes=vote.yes,
        no=vote.no,
        abstain=vote.abstain,
        invalid=vote.invalid or None,
        method=vote.method,
        secret=vote.is_secret or None,
        outcome=outcome(vote),
        text=vote_words(vote, language),
    )


def _action(action: ActionItem, meeting: Meeting, public: Public) -> Object:
    following = meeting.next_meeting.day if meeting.next_meeting else None
    owners = dict.fromkeys(filter(None, map(public.owner, action.owners)))
    return filled(
        number=action.number or action.tag,
        summary=action.text,
        owner=list(owners),
        due=_due(action.due, following) if action.due else None,
        status=action.status,
        keyword=list(filter(None, [public.field(action.field)])),
    )


def _due(due: Due, following: date | None) -> Object:
    last = due.last_day(following)
    return filled(text=due.text, edtf=due.edtf, last=last.isoformat() if last else None)
