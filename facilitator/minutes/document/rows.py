"""Entries as rows: numbers, owners, dues and votes as they are printed."""

from __future__ import annotations

from facilitator.deciding_words import how_taken, vote_numbers, vote_words
from facilitator.meeting.actions import current, owner_names, present
from facilitator.meeting.model import (
    ActionItem,
    Decision,
    Entry,
    Meeting,
    ParkedTopic,
    Question,
    Statement,
    TabledAction,
    Vote,
)
from facilitator.minutes.document.model import (
    ActionRow,
    DecisionRow,
    ParkedRow,
    QuestionRow,
    VoteRow,
)
from facilitator.minutes.printed import Printed, clock
from facilitator.minutes.votes import is_rejected, is_voted, outcome


class Rows:
    """Makes rows of the entries of one meeting."""

    def __init__(self, meeting: Meeting, printed: Printed) -> None:
        self._meeting = meeting
        self._printed = printed
        self._items = {item.id: item for item in meeting.agenda_items}
        self._next = meeting.next_meeting.day if meeting.next_meeting else None

    def decision(self, entry: Decision) -> DecisionRow:
        read_back = self._printed.time(clock(entry.read_back_at))
        return DecisionRow(
            number=_number(entry),
            kind=entry.decision_kind,
            is_rejected=is_rejected(entry.vote),
            addressee=entry.addressee,
            wording=entry.text,
            vote=_vote(entry.vote, self._printed.language),
            read_back=read_back,
            item=self._item(entry),
        )

    def action(self, entry: ActionItem) -> ActionRow:
        """As it stood after what was said of it in this meeting."""
        now = current(entry, self._meeting.statements)
        field = self._meeting.field(entry.field)
        return ActionRow(
            number=_number(entry),
            summary=entry.text,
            who=owner_names(now.owners),
            due=self._printed.due(now.due, self._next),
            status=now.status,
            item=self._item(entry),
            field=field.name if field else "",
            comment=now.reason if now.status == "cancelled" else "",
        )

    def earlier(self, action: TabledAction, statements: tuple[Statement, ...]) -> ActionRow:
        """As it stood after these statements, with what they said."""
        now = present(action, statements)
        said = sorted((s for s in statements if s.action_item == action.id), key=lambda s: s.id)
        remarks = [text for s in said for text in (s.comment, s.reason) if text]
        return ActionRow(
            number=action.number,
            summary=action.summary,
            who=owner_names(now.owners),
            due=self._printed.due(now.due, self._next),
            status=now.status,
            field=action.field,
            comment="; ".join(dict.fromkeys(remarks)),
        )

    def question(self, entry: Question) -> QuestionRow:
        return QuestionRow(
            number=_number(entry),
            text=entry.text,
            who=owner_names(entry.owners),
            due=self._printed.due(entry.due, self._next),
            answer=entry.answer,
            item=self._item(entry),
        )

    def parked(self, entry: ParkedTopic) -> ParkedRow:
        return ParkedRow(
            number=_number(entry),
            text=entry.text,
            outcome=entry.outcome,
            item=self._item(entry),
        )

    def _item(self, entry: Entry) -> str:
        item = self._items.get(entry.item)
        return item.number if item else ""


def _number(entry: Entry) -> str:
    """The series' own number, given at the close, else the tag."""
    return entry.number or entry.tag


def _vote(vote: Vote | None, language: str) -> VoteRow | None:
    if vote is None or not is_voted(vote):
        return None
    return VoteRow(
        words=vote_words(vote, language),
        numbers=vote_numbers(vote, language),
        how=how_taken(vote, language),
        outcome=outcome(vote),
        yes=vote.yes,
        no=vote.no,
        abstain=vote.abstain,
        method=vote.method.strip(),
    )
