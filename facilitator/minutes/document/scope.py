"""What of a meeting a document may say: the public part, or the non-public part alone.

Both are meetings again, with less in them: what is not there cannot be printed, counted or named
by any layout or format. Numbers of items and entries stay, so they have gaps.

Public: of a non-public item (and of all under it) only its number is left, of the highest one in
each branch; entries, rounds, cards, bias, quorum, reviews, working groups and fields that came up
there are gone, so is who came for nothing else. What is for the record only has no text, what is
internal is gone. People have functions instead of names (see `functions`). Free text that somebody
typed for the minutes stays as it is.

Closed: the other half, with all names; items above a non-public one only where it hangs on them.
"""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.as_listed import as_listed
from facilitator.meeting.agenda import is_public
from facilitator.meeting.model import (
    ActionItem,
    AgendaItem,
    Attendance,
    Decision,
    Entry,
    Instant,
    Meeting,
    NextMeeting,
    Note,
    Officer,
    Owner,
    Person,
    Question,
    Round,
    Statement,
    TabledAction,
    Vote,
)
from facilitator.meeting.presence import present_in
from facilitator.meeting.venue import venue
from facilitator.minutes.document.functions import Functions, FunctionWords
from facilitator.minutes.document.times import last_known
from facilitator.minutes.wanted import Scope


def scoped(meeting: Meeting, scope: Scope, words: FunctionWords) -> Meeting:
    """The part of a meeting a document of this scope may know, names as the list spells them."""
    meeting = as_listed(meeting)
    if scope == "public":
        return public_part(meeting, words)
    return closed_part(meeting) if scope == "closed" else meeting


def public_part(meeting: Meeting, words: FunctionWords) -> Meeting:
    parts = _Parts(meeting)
    functions = Functions(meeting, words)
    open_ = _kept(meeting, parts, is_public=True)
    hidden_groups = {
        group.id: group.name for group in meeting.groups if group.founded_under in parts.closed
    }
    named = _Named(functions, words, hidden_groups)
    return replace(
        open_,
        agenda_items=tuple(
            named.item(item) if item.id not in parts.closed else _withheld(item)
            for item in meeting.agenda_items
            if item.id not in parts.closed or item.id in parts.topmost
        ),
        taken_off=tuple(item for item in meeting.taken_off if item.public),
        closed_gone=(),
        people=tuple(_without_name(person, functions) for person in meeting.people),
        groups=tuple(group for group in meeting.groups if group.id not in hidden_groups),
        fields=tuple(f for f in meeting.fields if f.named_under not in parts.closed),
        attendance=tuple(
            replace(each, represented_by=functions.voter(each.represented_by))
            for each in _who_was_at_the_public_part(meeting, parts)
        ),
        officers=_officers(meeting, functions, parts),
        speakers=tuple(
            replace(s, name=functions.somebody(s.name, s.person)) for s in open_.speakers
        ),
        rounds=tuple(named.round(each) for each in open_.rounds),
        entries=tuple(
            named.entry(entry) for entry in open_.entries if entry.visibility != "internal"
        ),
        tabled_actions=tuple(
            named.tabled(action) for action in meeting.tabled_actions if action.public
        ),
        statements=tuple(named.statement(each) for each in open_.statements),
        sendings=(),
        objections=(),
        planned_next=None,
        quorum_statements=tuple(
            stated for stated in meeting.quorum_statements if stated.item not in parts.closed
        ),
        next_meeting=_without_way_in(meeting.next_meeting),
        withdrawn=(),
    )


def closed_part(meeting: Meeting) -> Meeting:
    parts = _Parts(meeting)
    kept = _kept(meeting, parts, is_public=False)
    reviewed = {statement.action_item for statement in kept.statements}
    return replace(
        kept,
        agenda_items=tuple(
            item if item.id in parts.closed else _only_above(item)
            for item in meeting.agenda_items
            if item.id in parts.closed or item.id in parts.above
        ),
        taken_off=tuple(item for item in meeting.taken_off if not item.public),
        tabled_actions=tuple(
            action
            for action in meeting.tabled_actions
            if not action.public or action.id in reviewed
        ),
        fields=tuple(
            replace(f, named_under=f.named_under if f.named_under in parts.closed else "")
            for f in meeting.fields
        ),
        groups=tuple(
            replace(g, founded_under=g.founded_under if g.founded_under in parts.closed else "")
            for g in meeting.groups
        ),
        withdrawn=(),
    )


def closed_items(meeting: Meeting) -> frozenset[str]:
    """Ids of the non-public items on the agenda and of all below them."""
    return frozenset(item.id for item in meeting.agenda_items if not is_public(meeting, item))


def is_withheld(meeting: Meeting, item: AgendaItem) -> bool:
    """In a public part: only its number is known."""
    return not item.title and not is_public(meeting, item)


class _Parts:
    """Which items are non-public. `closed`: their ids, also of those that are gone; `topmost`:
    those that hang on no other of them; `above`: public ones they hang on."""

    def __init__(self, meeting: Meeting) -> None:
        items = {item.id: item for item in meeting.agenda_items}
        shown = closed_items(meeting)
        self.closed = shown | set(meeting.closed_gone)
        self.topmost = frozenset(
            each for each in shown if items[each].parent not in shown and items[each].is_business
        )
        above: set[str] = set()
        for each in self.topmost:
            parent = items[each].parent
            while parent in items and parent not in above:
                above.add(parent)
                parent = items[parent].parent
        self.above = frozenset(above)
        self._stretches = [
            (interval.start.at, interval.end.at if interval.end else None)
            for each in shown
            for interval in items[each].intervals
        ]

    def ran(self, moment: Instant | None) -> bool:
        """Whether a non-public item ran at that moment."""
        return moment is not None and any(
            start <= moment.at and (end is None or moment.at <= end)
            for start, end in self._stretches
        )

    def has(self, entry: Entry) -> bool:
        return entry.is_from_closed_item or entry.item in self.closed


def _kept(meeting: Meeting, parts: _Parts, *, is_public: bool) -> Meeting:
    """With what hangs on the public items and on none, or on the non-public ones."""

    def is_here(item: str) -> bool:
        return (item in parts.closed) != is_public

    boards = {board.id for board in meeting.boards if is_here(board.item)}
    gone = {board.id for board in meeting.boards} - boards
    return replace(
        meeting,
        entries=tuple(e for e in meeting.entries if parts.has(e) != is_public),
        boards=tuple(board for board in meeting.boards if board.id in boards),
        card_groups=tuple(g for g in meeting.card_groups if g.board in boards),
        contributions=tuple(
            card
            for card in meeting.contributions
            if card.board in boards or (is_public and card.board not in gone)
        ),
        rounds=tuple(each for each in meeting.rounds if is_here(each.item)),
        speakers=tuple(each for each in meeting.speakers if is_here(each.item)),
        statements=tuple(said for said in meeting.statements if is_here(said.item)),
        renamed_to=meeting.renamed_to if _is_renamed(meeting, parts) == is_public else "",
    )


def _is_renamed(meeting: Meeting, parts: _Parts) -> bool:
    """In public; nobody knows of a decision that is no more."""
    decision = meeting.entry(meeting.renamed_by)
    return not meeting.renamed_by if decision is None else not parts.has(decision)


def _withheld(item: AgendaItem) -> AgendaItem:
    """Its place and number."""
    return AgendaItem(
        id=item.id,
        number=item.number,
        title="",
        order=item.order,
        parent=item.parent,
        depth=item.depth,
        public=False,
        state="done",
    )


def _only_above(item: AgendaItem) -> AgendaItem:
    """A public item a non-public one hangs on: what it is called, nothing of what was said."""
    return AgendaItem(
        id=item.id,
        number=item.number,
        title=item.title,
        order=item.order,
        parent=item.parent,
        depth=item.depth,
        purpose=item.purpose,
        state="done",
    )


def _without_name(person: Person, functions: Functions) -> Person:
    return Person(
        id=person.id,
        name=functions.of(person, with_office=False),
        guest=person.guest,
        voting_right=person.voting_right,
    )


def _without_way_in(coming: NextMeeting | None) -> NextMeeting | None:
    """Without the address of a video conference, which lets strangers in."""
    if coming is None:
        return None
    return replace(coming, text=venue(coming.text).words, place=venue(coming.place).words)


def _who_was_at_the_public_part(meeting: Meeting, parts: _Parts) -> tuple[Attendance, ...]:
    """Without whoever was there for non-public items only."""
    now = last_known(meeting)
    ran = [item for item in meeting.agenda_items if item.intervals and item.is_business]
    if now is None or not any(item.id in parts.closed for item in ran):
        return meeting.attendance
    there: dict[bool, set[str]] = {True: set(), False: set()}
    for item in ran:
        there[item.id in parts.closed] |= {p.person for p in present_in(meeting, item, now)}
    only_closed = there[True] - there[False]
    return tuple(each for each in meeting.attendance if each.person not in only_closed)


def _officers(meeting: Meeting, functions: Functions, parts: _Parts) -> tuple[Officer, ...]:
    """Roles with the functions of those who held them; a change in a non-public item is none. The
    minute taker who is on no list has no function but that, so the name is empty."""
    found: list[Officer] = []
    people = {person.id: person for person in meeting.people}
    for officer in meeting.officers:
        if parts.ran(officer.since) and parts.ran(officer.until):
            continue
        person = people.get(officer.person)
        found.append(
            Officer(
                role=officer.role,
                name=functions.of(person, with_office=False) if person else "",
                since=None if parts.ran(officer.since) else officer.since,
                until=None if parts.ran(officer.until) else officer.until,
            )
        )
    return tuple(found)


class _Named:
    """Functions put where names stood, in all that is kept."""

    def __init__(
        self, functions: Functions, words: FunctionWords, hidden_groups: dict[str, str]
    ) -> None:
        self._functions = functions
        self._hidden = hidden_groups
        self._group = words.group

    def item(self, item: AgendaItem) -> AgendaItem:
        bias = tuple(replace(b, name=self._functions.voter(b.name, b.person)) for b in item.bias)
        group = "" if item.group in self._hidden else item.group
        return replace(
            item, presenter=self._functions.mixed(item.presenter), bias=bias, group=group
        )

    def entry(self, entry: Entry) -> Entry:
        entry = replace(entry, line="", conflicts=())
        if entry.visibility != "minutes":
            return Note(
                id=entry.id, kind="note", tag="", item=entry.item, at=entry.at,
                visibility=entry.visibility, text="", before_start=entry.before_start,
                is_orphaned=entry.is_orphaned,
            )  # fmt: skip
        if isinstance(entry, Note):
            said_by = self._functions.somebody(entry.said_by)
            return replace(entry, said_by=said_by)
        if isinstance(entry, ActionItem):
            group = "" if entry.group in self._hidden else entry.group
            return replace(entry, owners=self._owners(entry.owners), comments=(), group=group)
        if isinstance(entry, Question):
            return replace(entry, owners=self._owners(entry.owners))
        if isinstance(entry, Decision):
            vote = self._vote(entry.vote) if entry.vote else None
            addressee = self._functions.addressee(entry.addressee)
            return replace(entry, addressee=addressee, vote=vote, earlier_wordings=())
        return entry

    def tabled(self, action: TabledAction) -> TabledAction:
        return replace(action, owners=self._owners(action.owners), wording="", history=())

    def statement(self, said: Statement) -> Statement:
        return replace(said, owners=self._owners(said.owners)) if said.owners else said

    def round(self, asked: Round) -> Round:
        answers = tuple(
            replace(a, speaker=self._functions.somebody(a.speaker, a.person), person="")
            for a in asked.answers
        )
        return replace(asked, answers=answers)

    def _owners(self, owners: tuple[Owner, ...]) -> tuple[Owner, ...]:
        found = []
        for owner in owners:
            is_hidden = owner.id in self._hidden or owner.name in self._hidden.values()
            found.append(
                replace(owner, name=self._group, id="", kind="name")
                if is_hidden
                else self._functions.owner(owner)
            )
        return tuple(found)

    def _vote(self, vote: Vote) -> Vote:
        return replace(
            vote,
            ballots=tuple(
                replace(b, name=self._functions.voter(b.name, b.person), person="")
                for b in vote.ballots
            ),
            dissent=tuple(self._functions.voter(name) for name in vote.dissent),
        )
