"""Meeting = fold(changes). Total: junk references never raise. Deterministic in any order of
arrival. Containers are mutated inside and frozen at the edge; undo folds again without dead steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar, cast

import msgspec
from msgspec import UNSET

from facilitator.meeting import changes as c
from facilitator.meeting.ending import MeetingEnd
from facilitator.meeting.folded_agenda import FoldedAgenda
from facilitator.meeting.folded_cards import FoldedCards
from facilitator.meeting.folded_entries import FoldedEntries, field_of_entry
from facilitator.meeting.folded_life import FoldedLife
from facilitator.meeting.folded_people import FoldedPeople
from facilitator.meeting.folded_speaking import FoldedSpeaking
from facilitator.meeting.history import History
from facilitator.meeting.model import (
    FieldOfAction,
    Group,
    Instant,
    Meeting,
    Organization,
    QuorumStatement,
    Statement,
    TabledAction,
)
from facilitator.meeting.tables import ENTRY_TABLES, Tables, meeting_tables
from facilitator.meeting.things import Thing, amended_fields, amended_thing, frozen_things

V = TypeVar("V")
Happen = Callable[[c.Stamped, Any], object]


class Fold(Generic[V]):
    """What the folds of a meeting and of a series share: history, dead steps, `saw`."""

    def __init__(self, changes: Iterable[c.Stamped] = ()) -> None:
        self.history = History(changes)
        self._refold()

    def apply(self, stamped: c.Stamped) -> None:
        """Take in one more change. Cheap when it is the newest; else everything is folded again."""
        if self.history.knows(stamped.id):
            return
        if self.history.add(stamped):
            self._see(stamped)
        else:
            self._refold()

    def value(self) -> V:
        raise NotImplementedError

    def tables(self) -> Tables:
        raise NotImplementedError

    def with_saw(self, change: c.Change) -> c.Change:
        """An amend with the changes whose values it replaces, as this fold now shows them."""
        if not isinstance(change, c.Amendment) or change.saw:
            return change
        thing = self._amendable(change)
        if thing is None:
            return change
        fields = [field_of_entry(name) for name in amended_fields(change)]
        saw = {head for field in fields for head in thing.heads_of(field)}
        return cast("c.Change", msgspec.structs.replace(change, saw=tuple(sorted(saw))))

    # -- for the folds --------------------------------------------------------------------

    def _start(self) -> dict[type[c.Happening], Happen]:
        """Empty the state; returns what each kind of change does to it."""
        raise NotImplementedError

    def _amendable(self, change: c.Amendment) -> Thing[Any] | None:
        """The thing an amend speaks of, or None: junk."""
        raise NotImplementedError

    def _see_dead(self, stamped: c.Stamped) -> None:
        """A change of a dead step: only what others saw of it matters."""
        if isinstance(stamped.change, c.Amendment):
            self._saw[stamped.id] = stamped.change.saw

    def _refold(self) -> None:
        self._saw: dict[str, tuple[str, ...]] = {}
        self._unread = 0
        self._happen = self._start()
        self._value: V | None = None
        dead = self.history.dead_steps()
        for stamped in self.history:
            if stamped.step in dead:
                self._see_dead(stamped)
            else:
                self._see(stamped)

    def _see(self, stamped: c.Stamped) -> None:
        change = stamped.change
        self._value = None
        if change is None:
            self._unread += 1
        elif isinstance(change, c.Amendment):
            self._amend(stamped, change)
        elif (happen := self._happen.get(type(change))) is not None:
            happen(stamped, change)

    def _amend(self, stamped: c.Stamped, change: c.Amendment) -> None:
        self._saw[stamped.id] = change.saw
        thing = self._amendable(change)
        if thing is None:
            return
        seen = self._ancestors(change.saw)
        for field, value in amended_fields(change).items():
            thing.amend(stamped.id, field_of_entry(field), value, seen)

    def _ancestors(self, saw: tuple[str, ...]) -> set[str]:
        found: set[str] = set()
        waiting = list(saw)
        while waiting:
            change_id = waiting.pop()
            if change_id not in found:
                found.add(change_id)
                waiting.extend(self._saw.get(change_id, ()))
        return found


class MeetingFold(Fold[Meeting]):
    """The fold of one meeting's changes. `value()` is the frozen meeting as of now."""

    def _start(self) -> dict[type[c.Happening], Happen]:
        self._tables: Tables | None = None
        self._meeting: Thing[Meeting] = Thing("", "", {})
        self._agenda = agenda = FoldedAgenda()
        self._people = people = FoldedPeople()
        self._entries = entries = FoldedEntries()
        self._speaking = speaking = FoldedSpeaking()
        self._cards = cards = FoldedCards()
        self._quorum: list[QuorumStatement] = []
        self._tabled: dict[str, TabledAction] = {}
        self._statements: dict[str, Thing[Statement]] = {}
        self._left_open: set[str] = set()
        self._life = life = FoldedLife()
        self._end = MeetingEnd()
        recorded = self._entry_recorded
        return {
            c.MeetingPlanned: self._planned,
            c.MeetingStarted: lambda stamped, _: self._run(stamped.at),
            c.MeetingClosed: self._closed,
            c.MeetingReopened: self._reopened,
            c.GapLeftOpen: self._gap_left_open,
            c.AgendaItemAdded: agenda.item_added,
            c.AgendaItemMoved: agenda.item_moved,
            c.AgendaItemRemoved: self._left_by(agenda.item_removed),
            c.ItemStarted: self._item_started,
            c.ItemEnded: self._left_by(agenda.item_ended),
            c.ItemSkipped: self._left_by(agenda.item_skipped),
            c.ItemDeferred: self._left_by(agenda.item_deferred),
            c.ItemReopened: agenda.item_reopened,
            c.OrganizationAdded: people.organization_added,
            c.PersonAdded: people.person_added,
            c.PersonRemoved: people.person_removed,
            c.GroupAdded: people.group_added,
            c.FieldAdded: lambda stamped, change: people.field_added(
                stamped, change, agenda.running
            ),
            c.AttendanceRecorded: people.attended,
            c.PersonLeft: people.left,
            c.GuestsCounted: people.guests_counted,
            c.OfficerNamed: people.officer_named,
            c.NoteRecorded: recorded,
            c.DecisionRecorded: recorded,
            c.ActionItemRecorded: recorded,
            c.QuestionRecorded: recorded,
            c.TopicParked: recorded,
            c.EntryConverted: entries.converted,
            c.EntryMoved: entries.moved,
            c.NoteSplit: entries.split,
            c.EntryRemoved: entries.removed,
            c.VisibilitySet: entries.visibility_set,
            c.NumbersGiven: entries.numbers_given,
            c.ActionItemsTabled: self._tabled_once,
            c.ActionItemReviewed: self._reviewed,
            c.MinutesExported: life.exported,
            c.MinutesSent: life.sent,
            c.SendingWithdrawn: life.sending_withdrawn,
            c.ObjectionRaised: life.objected,
            c.ObjectionSettled: life.settled,
            c.MinutesApproved: self._approved,
            c.ApprovalWithdrawn: self._approval_withdrawn,
            c.MinutesReopened: self._minutes_reopened,
            c.NextMeetingPlanned: life.next_planned,
            c.BiasDeclared: agenda.bias_declared,
            c.BiasEnded: agenda.bias_ended,
            c.BiasDenied: agenda.bias_denied,
            c.StaysCorrected: people.stays_corrected,
            c.QuorumStated: self._quorum_stated,
            c.OpinionTaken: entries.opinion_taken,
            c.SpeakerAdded: speaking.added,
            c.SpeakerMoved: speaking.moved,
            c.SpeakerRemoved: speaking.removed,
            c.SpeakerCalled: speaking.called,
            c.SpeakerEnded: speaking.ended,
            c.RoundOpened: speaking.round_opened,
            c.RoundAnswered: speaking.answered,
            c.RoundClosed: speaking.round_closed,
            c.BoardOpened: cards.board_opened,
            c.BoardRemoved: cards.board_removed,
            c.CardWritten: cards.written,
            c.CardMoved: cards.moved,
            c.CardRemoved: cards.removed,
            c.CardGroupAdded: cards.group_added,
            c.CardGroupRemoved: cards.group_removed,
        }

    def _see_dead(self, stamped: c.Stamped) -> None:
        super()._see_dead(stamped)
        self._entries.dead(stamped.change)
        self._cards.dead(stamped.change)

    def _amendable(self, change: c.Amendment) -> Thing[Any] | None:
        thing_id = amended_thing(change)
        match change:
            case c.MeetingAmended():
                return self._meeting
            case c.AgendaItemAmended():
                return self._agenda.items.get(thing_id)
            case c.PersonAmended():
                return self._people.people.get(thing_id)
            case c.GroupAmended():
                return self._people.groups.get(thing_id)
            case c.FieldAmended():
                return self._people.fields.get(thing_id)
            case c.ReviewAmended():
                return self._statements.get(thing_id)
            case c.RoundAmended():
                return self._speaking.rounds.get(thing_id)
            case c.BoardAmended():
                return self._cards.boards.get(thing_id)
            case c.CardAmended():
                return self._cards.cards.get(thing_id)
            case c.CardGroupAmended():
                return self._cards.groups.get(thing_id)
            case c.SeriesAmended():
                return None
            case _:
                return self._entries.entries.get(thing_id)

    # -- what happens to the meeting itself -------------------------------------------------

    def _planned(self, stamped: c.Stamped, change: c.MeetingPlanned) -> None:
        if not self._meeting.id:  # a second plan in one file is junk
            values = {name: getattr(change, name) for name in change.__struct_fields__}
            self._meeting = Thing(stamped.id, stamped.id, self._meeting.values | values)

    def _run(self, at: Instant) -> None:
        if self._started_at is None:
            self._meeting.put("started_at", at)
            self._agenda.begin()
        if self._meeting.values.get("state", "planned") == "planned":
            self._meeting.put("state", "running")
            self._people.is_running = True

    @property
    def _started_at(self) -> Instant | None:
        return cast("Instant | None", self._meeting.values.get("started_at"))

    def _closed(self, stamped: c.Stamped, change: c.MeetingClosed) -> None:
        latest = self._agenda.latest or self._started_at
        self._end.closed(latest, stamped.at, is_running=bool(self._agenda.running))
        at = self._end.at(self._told_end)
        self._agenda.end_running(at)
        self._speaking.end_speaking(at)
        self._people.is_running = False
        self._meeting.put("state", "closed")
        self._meeting.put("closed_at", at)

    @property
    def _told_end(self) -> str:
        return str(self._meeting.values.get("ended") or "")

    def _end_amended(self, stamped: c.Stamped) -> None:
        """Of a closed meeting somebody says when it was over."""
        before = cast("Instant | None", self._meeting.values.get("closed_at"))
        if before is not None:
            self._end.told(stamped.at)
            at = self._end.at(self._told_end)
            self._agenda.move_end(before, at)
            self._meeting.put("closed_at", at)

    def _reopened(self, stamped: c.Stamped, change: c.MeetingReopened) -> None:
        self._meeting.put("state", "running" if self._started_at else "planned")
        self._meeting.put("closed_at", None)
        self._people.is_running = self._started_at is not None
        self._life.reopened(stamped.at, change.reason, only_minutes=False)

    def _approved(self, stamped: c.Stamped, change: c.MinutesApproved) -> None:
        is_over = self._meeting.values.get("state") in ("closed", "approved")
        self._life.approved(stamped, change, is_void=not is_over)
        self._put_approved()

    def _approval_withdrawn(self, stamped: c.Stamped, change: c.ApprovalWithdrawn) -> None:
        self._life.approval_withdrawn(stamped, change)
        self._put_approved()

    def _minutes_reopened(self, stamped: c.Stamped, change: c.MinutesReopened) -> None:
        self._life.reopened(stamped.at, change.reason, only_minutes=True)
        self._put_approved()

    def _put_approved(self) -> None:
        if self._meeting.values.get("state") in ("closed", "approved"):
            self._meeting.put("state", "approved" if self._life.is_approved else "closed")

    def _gap_left_open(self, stamped: c.Stamped, change: c.GapLeftOpen) -> None:
        if change.entry:
            self._entries.gap_left_open(change.entry, change.gap)
        else:
            self._left_open.add(change.gap)

    def _item_started(self, stamped: c.Stamped, change: c.ItemStarted) -> None:
        """An item that starts opens the meeting with it; nobody has the floor any more."""
        if self._agenda.item_started(stamped, change):
            self._speaking.end_speaking(stamped.at)
            self._run(stamped.at)

    def _left_by(self, happen: Happen) -> Happen:
        """Where the clock of the running item stops, nobody has the floor any more."""

        def left(stamped: c.Stamped, change: Any) -> None:
            before = self._agenda.running
            happen(stamped, change)
            if self._agenda.running != before or isinstance(change, c.ItemEnded):
                self._speaking.end_speaking(stamped.at)

        return left

    def _entry_recorded(self, stamped: c.Stamped, change: c.EntryRecorded) -> None:
        self._entries.recorded(stamped, change, before_start=self._started_at is None)

    def _tabled_once(self, stamped: c.Stamped, change: c.ActionItemsTabled) -> None:
        for action in change.action_items:
            self._tabled.setdefault(action.id, action)

    def _reviewed(self, stamped: c.Stamped, change: c.ActionItemReviewed) -> None:
        self._statements[stamped.id] = statement_thing(stamped, change)

    def _quorum_stated(self, stamped: c.Stamped, change: c.QuorumStated) -> None:
        self._quorum.append(
            QuorumStatement(
                id=stamped.id,
                at=stamped.at,
                present=change.present,
                required=change.required,
                legal_number=change.legal_number,
                item=change.item,
            )
        )

    def _amend(self, stamped: c.Stamped, change: c.Amendment) -> None:
        if isinstance(change, c.DecisionAmended):
            before = self._entries.text_of(change.decision)
            super()._amend(stamped, change)
            self._entries.reworded(stamped, change, before)
        else:
            super()._amend(stamped, change)
            if isinstance(change, c.ActionItemAmended):
                self._entries.reagreed(change)
            elif isinstance(change, c.MeetingAmended) and change.ended is not UNSET:
                self._end_amended(stamped)

    # -- freezing -------------------------------------------------------------------------

    def _see(self, stamped: c.Stamped) -> None:
        value, tables = self._value, self._tables
        self._tables = None
        super()._see(stamped)
        if (
            value is not None
            and not value.withdrawn
            and isinstance(stamped.change, c.EntryRecorded)
        ):
            self._carry_on(value, tables, stamped.id)

    def _carry_on(self, value: Meeting, tables: Tables | None, entry_id: str) -> None:
        """A line was recorded, which is what happens most: what was frozen stays, and the entry
        comes last. To walk through all the rest, cold in memory after each save, would cost as
        much as the save."""
        entry = self._entries.freeze_one(entry_id)
        self._value = msgspec.structs.replace(value, entries=(*value.entries, entry))
        if tables is not None:
            name = ENTRY_TABLES[entry.kind]
            self._tables = tables | {name: tables[name] | {entry.id: entry}}

    def value(self) -> Meeting:
        """The meeting as of now; the same value as long as nothing happens."""
        if self._value is None:
            self._value = self._freeze()
        return self._value

    def tables(self) -> Tables:
        """The tables of the meeting as of now. Not to be changed: what nothing happened to is
        the same object as before."""
        if self._tables is None:
            self._tables = self._make_tables()
        return self._tables

    def _make_tables(self) -> Tables:
        people = self._people
        made_by = {
            thing.id: thing.made_by
            for things in (
                self._agenda.items,
                people.people,
                people.organizations,
                people.groups,
                people.fields,
                self._statements,
            )
            for thing in cast("dict[str, Thing[Any]]", things).values()
        }
        return meeting_tables(self.value(), made_by)

    def _freeze(self) -> Meeting:
        own = {name: value for name, value in self._meeting.values.items() if name != "saw"}
        items = self._agenda.freeze()
        shown, closed = frozenset(item.id for item in items), self._agenda.closed_gone()
        entries = self._entries.freeze(own.get("kind"), shown, frozenset(closed))
        people = self._people
        return Meeting(
            id=self._meeting.id,
            **cast("dict[str, Any]", own),
            agenda_items=items,
            taken_off=self._agenda.freeze_taken_off(),
            closed_gone=closed,
            people=people.freeze_people(),
            organizations=frozen_things(people.organizations, Organization),
            groups=frozen_things(people.groups, Group),
            fields=frozen_things(people.fields, FieldOfAction),
            attendance=people.freeze_attendance(self._started_at),
            unnamed_guests=people.freeze_guests(),
            officers=people.freeze_officers(),
            quorum_statements=tuple(self._quorum),
            speakers=self._speaking.freeze_speakers(),
            rounds=self._speaking.freeze_rounds(),
            boards=self._cards.freeze_boards(),
            card_groups=self._cards.freeze_groups(),
            contributions=self._cards.freeze_cards(),
            entries=entries,
            tabled_actions=tuple(self._tabled.values()),
            statements=frozen_things(self._statements, Statement),
            left_open=frozenset(self._left_open),
            **self._life.frozen(),
            withdrawn=self._entries.withdrawn(entries),
            unread=self._unread,
        )


def statement_thing(stamped: c.Stamped, change: c.ActionItemReviewed) -> Thing[Statement]:
    """A review as a thing; what was not spoken of is None."""
    values: dict[str, object] = {
        name: None if (value := getattr(change, name)) is UNSET else value
        for name in change.__struct_fields__
    }
    return Thing(stamped.id, stamped.id, values | {"at": stamped.at})


def fold(changes: Iterable[c.Stamped]) -> Meeting:
    """The meeting these changes make, in whatever order they come."""
    return MeetingFold(changes).value()
