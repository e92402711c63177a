"""What of a meeting everybody may know.

What is public is decided in one place, `minutes.document.part_of`: the part of the meeting that the
public minutes are made of. Here is never more than that, and in two points less, because nobody
reads a file for machines before it goes out: what came of something non-public is left out even
where it stands under a public item, and of people it names only those who consented."""

from __future__ import annotations

from typing import TypeVar

from facilitator.meeting.actions import current
from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Entry,
    Group,
    Meeting,
    NextMeeting,
    Owner,
    OwnerKind,
    Person,
    QuorumStatement,
    Statement,
)
from facilitator.minutes.document import part_of
from facilitator.minutes.document.functions import NO_WORDS, Functions
from facilitator.minutes.document.scope import closed_items
from facilitator.minutes.wanted import Wanted

E_ = TypeVar("E_", bound=Entry)


class Public:
    """Asked for each part before it is written. In doubt it says no."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._part = part = part_of(meeting, Wanted(scope="public"), NO_WORDS)
        self.items: tuple[AgendaItem, ...] = tuple(
            item for item in part.agenda_items if item.is_business and is_public(part, item)
        )
        """Without breaks and spare time."""
        shown = {entry.id for entry in part.entries if entry.visibility == "minutes"}
        closed = _closed(meeting)
        self._entries = tuple(
            entry
            for entry in meeting.entries
            if entry.id in shown and not self._goes_back_to(closed, entry)
        )
        said = {statement.id for statement in part.statements}
        self.statements: tuple[Statement, ...] = tuple(
            statement for statement in meeting.statements if statement.id in said
        )
        """What was said of action items where everybody could hear it."""
        self.attendance: tuple[Attendance, ...] = part.attendance
        """Without whoever came for non-public items only."""
        unseen = {a.person for a in meeting.attendance} - {a.person for a in part.attendance}
        self.people: tuple[Person, ...] = tuple(
            person for person in meeting.people if person.consent and person.id not in unseen
        )
        self.quorum: tuple[QuorumStatement, ...] = part.quorum_statements
        self.next_meeting: NextMeeting | None = part.next_meeting
        self._names = {person.id: person.name for person in self.people}
        self._functions = Functions(meeting, NO_WORDS)
        self._organizations = {o.id: o.name for o in part.organizations}

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
        return self._part.group(group_id)

    def field(self, field_id: str) -> str:
        """The name of a field of action; empty for one that first came up behind closed doors."""
        field = self._part.field(field_id)
        return field.name.strip() if field else ""

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


def _closed(meeting: Meeting) -> frozenset[str]:
    """Ids of the non-public items, also of those that are gone, and of all that hangs on them."""
    rest = part_of(meeting, Wanted(scope="closed"), NO_WORDS)
    return frozenset(
        (
            *closed_items(meeting),
            *meeting.closed_gone,
            *(entry.id for entry in rest.entries),
            *(asked.id for asked in rest.rounds),
            *(answer.id for asked in rest.rounds for answer in asked.answers),
            *(board.id for board in rest.boards),
            *(group.id for group in rest.card_groups),
            *(card.id for card in rest.contributions),
        )
    )
