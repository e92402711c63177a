"""What of a meeting everybody may know."""

from __future__ import annotations

from typing import TypeVar

from facilitator.meeting.actions import current
from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Entry,
    Group,
    Meeting,
    Owner,
    OwnerKind,
    Person,
    Statement,
)
from facilitator.minutes.document.functions import NO_WORDS, Functions

E_ = TypeVar("E_", bound=Entry)


class Public:
    """Asked for each part before it is written. In doubt it says no."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self.items: tuple[AgendaItem, ...] = tuple(
            item for item in meeting.agenda_items if item.is_business and is_public(meeting, item)
        )
        """Without breaks and spare time."""
        self._shown = frozenset(i.id for i in meeting.agenda_items if is_public(meeting, i)) | {""}
        self._hidden = closed = frozenset(self._closed())
        self._entries = tuple(
            entry
            for entry in meeting.entries
            if entry.visibility == "minutes" and not self._goes_back_to(closed, entry)
        )
        self.statements: tuple[Statement, ...] = tuple(
            said for said in meeting.statements if said.item in self._shown
        )
        """What was said of action items where everybody could hear it."""
        self.people: tuple[Person, ...] = tuple(p for p in meeting.people if p.consent)
        self._names = {person.id: person.name for person in self.people}
        self._groups = {g.id: g for g in meeting.groups if g.founded_under in self._shown}
        self._functions = Functions(meeting, NO_WORDS)
        self._organizations = {o.id: o.name for o in meeting.organizations}

    def entries(self, kind: type[E_], item: str | None) -> tuple[E_, ...]:
        """Those of an item; None: those of no item, or of a break."""
        own = {each.id for each in self.items}
        return tuple(
            entry
            for entry in self._entries
            if isinstance(entry, kind)
            and (entry.item == item if item is not None else entry.item not in own)
        )

    def group(self, group_id: str) -> Group | None:
        """Not one that was founded where the public was not."""
        return self._groups.get(group_id)

    def field(self, field_id: str) -> str:
        """The name of a field of action; empty for one that first came up behind closed doors."""
        field = self._meeting.field(field_id)
        return field.name.strip() if field and field.named_under not in self._hidden else ""

    def owner(self, owner: Owner) -> str:
        """Who does it, as far as it may be said: groups and organisations by name, people only
        who consented, of others their organisation; a name that only was typed may be anybody's.
        Empty: nothing may be said."""
        match owner.kind:
            case "group":
                group = self.group(owner.id)
                return group.name.strip() if group is not None else ""
            case "organization":
                return self._organizations.get(owner.id, "").strip()
            case "person":
                person = self._meeting.person(owner.id)
                if person is None:
                    return ""
                name = self._names.get(person.id, "")
                return (name or self._organizations.get(person.organization, "")).strip()
        return ""

    def addressee(self, text: str) -> str:
        """To whom a decision is addressed; not where that is a person of this meeting."""
        said = self._functions.addressee(text)
        return text if said == text else ""

    def owner_ids(self, kind: OwnerKind) -> set[str]:
        """Ids of the groups or organisations that public action items name as owners."""
        return {
            owner.id
            for entry in self._entries
            if isinstance(entry, ActionItem)
            for owner in current(entry, self.statements).owners
            if owner.kind == kind
        }

    def _closed(self) -> set[str]:
        """Ids of all that was not for everybody: items, also those that are gone, and whatever
        hangs under them."""
        meeting = self._meeting
        closed = {item.id for item in meeting.agenda_items} - self._shown | set(meeting.closed_gone)
        for entry in meeting.entries:
            if entry.is_from_closed_item or entry.item not in self._shown:
                closed.add(entry.id)
        for asked in meeting.rounds:
            if asked.item not in self._shown:
                closed.update((asked.id, *(answer.id for answer in asked.answers)))
        closed.update(board.id for board in meeting.boards if board.item not in self._shown)
        closed.update(group.id for group in meeting.card_groups if group.board in closed)
        closed.update(card.id for card in meeting.contributions if card.board in closed)
        return closed

    def _goes_back_to(self, closed: frozenset[str], entry: Entry) -> bool:
        """Whether it, or what it came from, is one of these."""
        seen: set[str] = set()
        above: Entry | None = entry
        while above is not None and above.id not in seen:
            if above.id in closed or above.link in closed:
                return True
            seen.add(above.id)
            above = self._meeting.entry(above.link) if above.link else None
        return False
