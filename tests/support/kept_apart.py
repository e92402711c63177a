"""Random meetings with public and non-public items, in which every text is told from every other,
and what of them nobody outside may read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import msgspec
from hypothesis import strategies as st
from written import START, Written

from facilitator.meeting import changes as c
from facilitator.meeting.model import (
    Ballot,
    Dots,
    Dotted,
    Due,
    FistToFive,
    Instant,
    Meeting,
    NextMeeting,
    Owner,
    TabledAction,
    Vote,
)

Step = tuple[int, int, int, int]
VISIBILITIES = ("minutes", "minutes", "record", "internal")

STEPS = st.lists(
    st.tuples(st.integers(0, 23), *(st.integers(0, 7) for _ in range(3))), min_size=4, max_size=45
)


class _Making:
    """Each text is a word of its own: 'q12q'."""

    def __init__(self) -> None:
        self.written = Written(now=START)
        self.words = 0
        self.people: list[str] = []
        self.items: list[str] = []
        self.entries: list[str] = []
        self.boards: list[str] = []
        self.cards: list[str] = []
        self.groups: list[str] = []
        self.tabled: list[str] = []

    def word(self) -> str:
        self.words += 1
        return f"q{self.words}q"

    def one(self, change: c.Change) -> str:
        self.written.wait(1)
        return self.written.record(change)[0].id

    def of(self, known: list[str], place: int) -> str:
        return known[place % len(known)] if known else ""

    def owners(self, a: int, b: int) -> tuple[Owner, ...]:
        person = self.of(self.people, a)
        group = self.of(self.groups, b)
        meeting = self.written.meeting
        found = [Owner(name=self.word())] if b % 3 == 0 else []
        if known := meeting.person(person):
            found.append(Owner(name=known.name, kind="person", id=person))
        if of := meeting.group(group):
            found.append(Owner(name=of.name, kind="group", id=group))
        return tuple(found)

    def dated(self) -> Due:
        return Due(text=self.word(), last=date(2026, 12, 1))


def played(steps: Iterable[Step], kind: str = "body") -> Meeting:
    m = _Making()
    m.one(c.MeetingPlanned(title="Sitzung", kind=kind, series_name="Ausschuss",  # type: ignore[arg-type]
                           day=date(2026, 10, 14), start="16:00"))  # fmt: skip
    home = m.one(c.OrganizationAdded(name="Verein"))
    for at in range(4):
        role = "" if at % 2 else "Referat"
        m.people.append(m.one(c.PersonAdded(name=f"{m.word()} {m.word()}", role=role,
                                            organization=home if at else "")))  # fmt: skip
    table = tuple(
        TabledAction(id=f"t{at}", number=f"M{at}", summary=m.word(), public=at != 1,
                     owners=(Owner(name=m.word()),), group=m.word())
        for at in range(3)
    )  # fmt: skip
    m.tabled = [action.id for action in table]
    m.one(c.ActionItemsTabled(action_items=table))
    for at in range(3):
        m.items.append(m.one(c.AgendaItemAdded(title=m.word(), public=at != 1, planned_minutes=5)))
    for step in steps:
        _ACTS[step[0]](m, *step[1:])
    m.one(c.MeetingAmended(next_meeting=NextMeeting(text="2027", day=date(2027, 1, 5))))
    m.one(c.MeetingClosed())
    return m.written.meeting


def _adds_item(m: _Making, a: int, b: int, d: int) -> None:
    parent = m.of(m.items, b) if a % 2 else ""
    m.items.append(
        m.one(c.AgendaItemAdded(title=m.word(), short_title=m.word(), parent=parent,
                                public=d % 3 > 0, presenter=m.word(), paper=m.word(),
                                planned_minutes=d, purpose="break" if d == 7 else ""))
    )  # fmt: skip


def _entry(make: Callable[..., c.Change]) -> Callable[[_Making, int, int, int], None]:
    def act(m: _Making, a: int, b: int, d: int) -> None:
        link = m.of([*m.entries, *m.cards], d) if d % 2 else ""
        change = make(m, a, b, item=m.of([*m.items, ""], a), visibility=VISIBILITIES[b % 4],
                      link=link, line=m.word())  # fmt: skip
        m.entries.append(m.one(change))

    return act


def _votes(m: _Making, a: int, b: int, d: int) -> None:
    decisions = m.written.meeting.decisions
    if not decisions:
        return
    decision = decisions[a % len(decisions)]
    person = m.written.meeting.person(m.of(m.people, b))
    names = (person.name.split()[-1] if person else "", m.word())
    vote = Vote(ballots=tuple(Ballot(name=name, choice="yes") for name in names),
                dissent=(m.word(),), method=m.word())  # fmt: skip
    m.one(c.DecisionAmended(decision=decision.id, vote=vote))
    opinion = FistToFive(at=Instant(START), counts=(1, 0, 0, 0, 0, 1), concerns=(m.word(),))
    m.one(c.OpinionTaken(decision=decision.id, opinion=opinion))
    dots = Dots(at=Instant(START), options=(Dotted(text=m.word(), dots=d),), each=2)
    m.one(c.OpinionTaken(decision=decision.id, opinion=dots))


def _round(m: _Making, a: int, b: int, _: int) -> None:
    item = m.of([*m.items, ""], a)
    person = m.of(m.people, b)
    asked = m.one(c.RoundOpened(prompt=m.word(), item=item, over="people", subjects=(person,)))
    m.one(c.RoundAnswered(round=asked, subject=person, speaker=m.word(), text=m.word()))


def _cards(m: _Making, a: int, b: int, d: int) -> None:
    board = m.one(c.BoardOpened(prompt=m.word(), item=m.of([*m.items, ""], a)))
    m.boards.append(board)
    group = m.one(c.CardGroupAdded(board=board, name=m.word()))
    m.cards += [m.one(c.CardWritten(board=board, text=m.word(), card_group=group)),
                m.one(c.CardWritten(board=m.of(m.boards, b), text=m.word()))]  # fmt: skip
    if d == 0:
        m.one(c.BoardRemoved(board=board))


def _founds(m: _Making, a: int, b: int, d: int) -> None:
    decisions = m.written.meeting.decisions
    by = decisions[b % len(decisions)].id if decisions else ""
    m.groups.append(
        m.one(c.GroupAdded(name=m.word(), founded_under=m.of(m.items, a), founded_by=by,
                           members=(m.of(m.people, d),)))
    )  # fmt: skip


def _renames(m: _Making, a: int, _: int, __: int) -> None:
    decisions = m.written.meeting.decisions
    if decisions:
        by = decisions[a % len(decisions)].id
        m.one(c.MeetingAmended(renamed_to=m.word(), renamed_by=by))


def _reviews(m: _Making, a: int, b: int, d: int) -> None:
    m.one(c.ActionItemReviewed(action_item=m.of(m.tabled, a), item=m.of(m.items, b),
                               comment=m.word(), due=m.dated(), owners=m.owners(a, d)))  # fmt: skip


def _speaks(m: _Making, a: int, b: int, _: int) -> None:
    speaker = m.one(c.SpeakerAdded(name=m.word(), item=m.of(m.items, a), person=m.of(m.people, b)))
    m.one(c.SpeakerCalled(speaker=speaker))


_ACTS: tuple[Callable[[_Making, int, int, int], Any], ...] = (
    _adds_item,
    _adds_item,
    _entry(lambda m, a, b, **more: c.NoteRecorded(text=m.word(), said_by=m.word(), **more)),
    _entry(lambda m, a, b, **more: c.DecisionRecorded(
        wording=m.word(), addressee=m.word(), **more)),
    _entry(
        lambda m, a, b, **more: c.ActionItemRecorded(
            summary=m.word(), owners=m.owners(a, b), due=m.dated(), is_milestone=b % 2 == 0, **more
        )
    ),
    _entry(
        lambda m, a, b, **more: c.QuestionRecorded(text=m.word(), owners=m.owners(b, a), **more)
    ),
    _entry(lambda m, a, b, **more: c.TopicParked(text=m.word(), **more)),
    lambda m, a, b, d: m.one(c.AgendaItemRemoved(item=m.of(m.items, a))),
    lambda m, a, b, d: m.one(c.AgendaItemMoved(item=m.of(m.items, a), parent=m.of(m.items, b))),
    lambda m, a, b, d: m.one(c.AgendaItemAmended(item=m.of(m.items, a), public=b % 2 == 0)),
    lambda m, a, b, d: m.one(c.AgendaItemAmended(item=m.of(m.items, a), result=m.word())),
    lambda m, a, b, d: m.one(c.EntryMoved(entry=m.of(m.entries, a), item=m.of(m.items, b))),
    lambda m, a, b, d: m.one(c.ItemStarted(item=m.of(m.items, a))),
    lambda m, a, b, d: m.one(c.ItemDeferred(item=m.of(m.items, a), to="parking_lot")),
    _votes,
    _round,
    _cards,
    _founds,
    _renames,
    _reviews,
    _speaks,
    lambda m, a, b, d: m.one(c.BiasDeclared(item=m.of(m.items, a), name=m.word())),
    lambda m, a, b, d: m.one(
        c.OfficerNamed(role="chair", name=m.word(), person=m.of([*m.people, ""], b))
    ),
    lambda m, a, b, d: m.one(
        c.AttendanceRecorded(
            person=m.of(m.people, a), status=("present", "represented", "excused")[b % 3],
            represented_by=m.word(),
        )
    ),
)  # fmt: skip


def words_in(value: object) -> set[str]:
    """All the told-apart words anywhere in a value."""
    return set(re.findall(r"q\d+q", msgspec.json.encode(value).decode()))


def unspeakable(meeting: Meeting) -> set[str]:
    """Internal words and those for the record only: no document has them."""
    hidden: set[str] = set()
    for entry in meeting.entries:
        if entry.visibility != "minutes":
            hidden |= words_in(entry.text) | words_in(entry.line)
    return hidden


def secret(meeting: Meeting) -> set[str]:
    """What the public may not read: unspeakable words, names of people, and everything of items
    that are not public, or were not when they went."""
    items = {item.id: item for item in meeting.agenda_items}

    def is_closed(item: str) -> bool:
        if item in meeting.closed_gone:
            return True
        while item in items:
            if not items[item].public:
                return True
            item = items[item].parent
        return False

    hidden = unspeakable(meeting)
    for item in meeting.agenda_items:
        if is_closed(item.id):
            hidden |= words_in(item)
        hidden |= words_in([bias.name for bias in item.bias])
    for gone in meeting.taken_off:
        hidden |= set() if gone.public else words_in(gone.title)
    for entry in meeting.entries:
        if is_closed(entry.item) or entry.is_from_closed_item:
            hidden |= words_in(entry)
    public_boards = {board.id for board in meeting.boards if not is_closed(board.item)}
    boards = {board.id for board in meeting.boards}
    for each in (*meeting.boards, *meeting.rounds, *meeting.speakers, *meeting.statements):
        hidden |= words_in(each) if is_closed(each.item) else set()
    for hung in (*meeting.contributions, *meeting.card_groups):
        if hung.board in boards - public_boards:
            hidden |= words_in(hung)
    for action in meeting.tabled_actions:
        hidden |= set() if action.public else words_in(action)
    decision = meeting.entry(meeting.renamed_by)
    if decision and (is_closed(decision.item) or decision.is_from_closed_item):
        hidden |= words_in(meeting.renamed_to)
    for person in meeting.people:
        hidden |= words_in(person.name)
    hidden |= words_in([attendance.represented_by for attendance in meeting.attendance])
    hidden |= words_in([officer.name for officer in meeting.officers])
    hidden |= words_in([speaker.name for speaker in meeting.speakers])
    for note in meeting.notes:
        hidden |= words_in(note.said_by)
    for asked in meeting.rounds:
        hidden |= words_in([answer.speaker for answer in asked.answers])
    for decided in meeting.decisions:
        if decided.vote:
            hidden |= words_in([decided.vote.ballots, decided.vote.dissent])
    for group in meeting.groups:  # owners in closed items may be groups everybody knows
        if is_closed(group.founded_under):
            hidden |= words_in(group.name)
        else:
            hidden -= words_in(group.name)
    return hidden
