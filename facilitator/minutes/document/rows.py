"""Entries as rows: numbers, owners, dues and votes as they are printed."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.deciding_words import opinion_words
from facilitator.meeting.actions import current, owner_names, present
from facilitator.meeting.agenda import is_public
from facilitator.meeting.majority import is_rejected
from facilitator.meeting.model import (
    ActionItem,
    ActionStatus,
    Decision,
    Due,
    Entry,
    Meeting,
    Note,
    ParkedTopic,
    Question,
    Statement,
    TabledAction,
)
from facilitator.minutes.document.decisions import opinion_rows, vote_row
from facilitator.minutes.document.model import (
    ActionRow,
    DecisionRow,
    MilestoneRow,
    NoteRow,
    ParkedRow,
    QuestionRow,
)
from facilitator.minutes.printed import Printed, clock


class Rows:
    """Makes rows of the entries of one meeting."""

    def __init__(self, meeting: Meeting, printed: Printed) -> None:
        self._meeting = meeting
        self._printed = printed
        self._items = {item.id: item for item in meeting.agenda_items}
        self._next = meeting.next_meeting.day if meeting.next_meeting else None
        self._public = {item.id: is_public(meeting, item) for item in meeting.agenda_items}
        self._decisions: dict[str, DecisionRow] = {}
        self._actions: dict[str, ActionRow] = {}
        self._spoken_of = {statement.action_item for statement in meeting.statements}
        self._came_of: dict[str, list[str]] = {}
        for entry in meeting.entries:
            is_numbered = not isinstance(entry, Note)
            if entry.link and is_numbered and entry.visibility == "minutes":
                self._came_of.setdefault(entry.link, []).append(self.number(entry))

    def number(self, entry: Entry) -> str:
        """The series' own number, given at the close, else the tag."""
        return entry.number or entry.tag

    def follow_ups(self, source: str) -> tuple[str, ...]:
        """Numbers of the printed entries that came from an entry, a card or an answer."""
        return tuple(self._came_of.get(source, ()))

    def is_public(self, entry: Entry) -> bool:
        """What belongs to no item is, unless that item is gone and was not."""
        is_public_item = self._public.get(entry.item)
        return not entry.is_from_closed_item if is_public_item is None else is_public_item

    def note(self, entry: Note) -> NoteRow:
        return NoteRow(text=entry.text, id=entry.id)

    def decision(self, entry: Decision) -> DecisionRow:
        """Made once: it stands under its item and in the list of all."""
        row = self._decisions.get(entry.id)
        if row is None:
            row = self._decisions[entry.id] = self._decision(entry)
        return row

    def _decision(self, entry: Decision) -> DecisionRow:
        return DecisionRow(
            id=entry.id,
            number=self.number(entry),
            kind=entry.decision_kind,
            is_rejected=is_rejected(entry.vote),
            addressee=entry.addressee,
            wording=entry.text,
            vote=vote_row(entry.vote, self._printed),
            read_back=self._printed.time(clock(entry.read_back_at)),
            item=self._item(entry),
            opinions=opinion_rows(entry, self._printed),
            opinion_words=opinion_words(entry.opinions[-1], self._printed.language)
            if entry.opinions
            else "",
            follow_ups=self.follow_ups(entry.id),
            is_public=self.is_public(entry),
        )

    def read_back(self, actions: list[ActionItem]) -> str:
        """When the last of these was read back and confirmed; empty unless all were."""
        moments = [action.read_back_at for action in actions if action.read_back_at is not None]
        if not moments or len(moments) < len(actions):
            return ""
        return self._printed.time(clock(max(moments, key=lambda moment: moment.at)))

    def action(self, entry: ActionItem) -> ActionRow:
        """As it stood after what was said of it in this meeting; made once, as a decision."""
        row = self._actions.get(entry.id)
        if row is None:
            row = self._actions[entry.id] = self._action(entry)
        return row

    def _action(self, entry: ActionItem) -> ActionRow:
        now = self._now(entry)
        field = self._meeting.field(entry.field)
        return ActionRow(
            id=entry.id,
            number=self.number(entry),
            summary=entry.text,
            who=owner_names(now.owners),
            due=self._printed.due(now.due, self._next),
            status=now.status,
            item=self._item(entry),
            field=field.name if field else "",
            comment=now.reason if now.status == "cancelled" else "",
        )

    def _now(self, entry: ActionItem) -> ActionItem:
        is_spoken_of = entry.id in self._spoken_of
        return current(entry, self._meeting.statements) if is_spoken_of else entry

    def milestone(self, entry: ActionItem) -> MilestoneRow:
        now = self._now(entry)
        who = owner_names(now.owners)
        found = self._milestone(entry.id, self.number(entry), entry.text, who, now.due, now.status)
        return found if self.is_public(entry) else replace(found, is_public=False)

    def earlier_milestone(self, action: TabledAction) -> MilestoneRow:
        now = present(action, self._meeting.statements)
        who = owner_names(now.owners)
        found = self._milestone(action.id, action.number, action.summary, who, now.due, now.status)
        return found if action.public else replace(found, is_public=False)

    def _milestone(
        self,
        identity: str,
        number: str,
        summary: str,
        who: str,
        due: Due | None,
        status: ActionStatus,
    ) -> MilestoneRow:
        return MilestoneRow(
            id=identity,
            number=number,
            summary=summary,
            who=who,
            due=due.text if due else "",
            day=self._printed.day(due.last_day(self._next)) if due else "",
            status=status,
        )

    def earlier(self, action: TabledAction, statements: tuple[Statement, ...]) -> ActionRow:
        """As it stood after these statements, with what they said."""
        now = present(action, statements)
        said = sorted((s for s in statements if s.action_item == action.id), key=lambda s: s.id)
        remarks = [text for s in said for text in (s.comment, s.reason) if text]
        return ActionRow(
            id=action.id,
            number=action.number,
            summary=action.summary,
            who=owner_names(now.owners),
            due=self._printed.due(now.due, self._next),
            status=now.status,
            field=action.field,
            group=action.group,
            comment="; ".join(dict.fromkeys(remarks)),
            is_public=action.public,
        )

    def question(self, entry: Question) -> QuestionRow:
        return QuestionRow(
            id=entry.id,
            number=self.number(entry),
            text=entry.text,
            who=owner_names(entry.owners),
            due=self._printed.due(entry.due, self._next),
            answer=entry.answer,
            item=self._item(entry),
            is_public=self.is_public(entry),
        )

    def parked(self, entry: ParkedTopic) -> ParkedRow:
        return ParkedRow(
            id=entry.id,
            number=self.number(entry),
            text=entry.text,
            outcome=entry.outcome,
            item=self._item(entry),
            is_public=self.is_public(entry),
        )

    def _item(self, entry: Entry) -> str:
        item = self._items.get(entry.item)
        return item.number if item else ""
