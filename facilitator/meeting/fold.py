"""Meeting = fold(changes). Total: junk references never raise. Deterministic in any order of
arrival. Containers are mutated inside and frozen at the edge; undo folds again without dead steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar, cast

import msgspec
from msgspec import UNSET

from facilitator.meeting import changes as c
from facilitator.meeting.agenda import AgendaTree
from facilitator.meeting.history import History
from facilitator.meeting.model import (
    ENTRY_TYPES,
    AgendaItem,
    Attendance,
    AttendanceStatus,
    Entry,
    EntryKind,
    Export,
    FieldOfAction,
    Group,
    Instant,
    Interval,
    ItemState,
    Meeting,
    Officer,
    Organization,
    Person,
    Statement,
    Stay,
    TabledAction,
    UnnamedGuests,
)
from facilitator.meeting.tables import Tables, meeting_tables
from facilitator.meeting.things import Thing, amended_fields, amended_thing

V = TypeVar("V")

TAG_LETTERS: dict[EntryKind, str] = {
    "decision": "B",
    "action_item": "M",
    "question": "?",
    "parked_topic": "S",
}
"""The same in both languages; notes have no number."""

_TEXT_FIELDS = frozenset({"text", "wording", "summary"})
_RECORDED_KINDS: dict[type[c.EntryRecorded], EntryKind] = {
    c.NoteRecorded: "note",
    c.DecisionRecorded: "decision",
    c.ActionItemRecorded: "action_item",
    c.QuestionRecorded: "question",
    c.TopicParked: "parked_topic",
}


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
        saw = {head for field in amended_fields(change) for head in thing.heads_of(_field(field))}
        return cast("c.Change", msgspec.structs.replace(change, saw=tuple(sorted(saw))))

    def _refold(self) -> None:
        self._start()
        self._saw: dict[str, tuple[str, ...]] = {}
        dead = self.history.dead_steps()
        for stamped in self.history:
            if stamped.step in dead:
                self._see_dead(stamped)
            else:
                self._see(stamped)

    def _see(self, stamped: c.Stamped) -> None:
        change = stamped.change
        self._value: V | None = None
        if change is None:
            self._unread += 1
        elif isinstance(change, c.Amendment):
            self._amend(stamped, change)
        else:
            self._happen(stamped, change)

    def _see_dead(self, stamped: c.Stamped) -> None:
        if isinstance(stamped.change, c.Amendment):
            self._saw[stamped.id] = stamped.change.saw

    def _amend(self, stamped: c.Stamped, change: c.Amendment) -> None:
        self._saw[stamped.id] = change.saw
        thing = self._amendable(change)
        if thing is None:
            return
        seen = self._ancestors(change.saw)
        for field, value in amended_fields(change).items():
            thing.amend(stamped.id, _field(field), value, seen)

    def _ancestors(self, saw: tuple[str, ...]) -> set[str]:
        found: set[str] = set()
        waiting = list(saw)
        while waiting:
            change_id = waiting.pop()
            if change_id not in found:
                found.add(change_id)
                waiting.extend(self._saw.get(change_id, ()))
        return found

    def _start(self) -> None:
        self._unread = 0
        self._value = None

    def _happen(self, stamped: c.Stamped, change: c.Happening) -> None:
        raise NotImplementedError

    def _amendable(self, change: c.Amendment) -> Thing[Any] | None:
        raise NotImplementedError


def _field(name: str) -> str:
    """Wording and summary are the text of an entry, whatever its kind becomes."""
    return "text" if name in _TEXT_FIELDS else name


class MeetingFold(Fold[Meeting]):
    """The fold of one meeting's changes. `value()` is the frozen meeting as of now."""

    def _start(self) -> None:
        super()._start()
        self._meeting: Thing[Meeting] = Thing("", "", {})
        self._tree = AgendaTree()
        self._items: dict[str, Thing[AgendaItem]] = {}
        self._running = ""
        self._people: dict[str, Thing[Person]] = {}
        self._organizations: dict[str, Thing[Organization]] = {}
        self._groups: dict[str, Thing[Group]] = {}
        self._fields: dict[str, Thing[FieldOfAction]] = {}
        self._attendance: dict[str, Attendance] = {}
        self._guests: dict[str, UnnamedGuests] = {}
        self._officers: dict[str, Officer] = {}
        self._entries: dict[str, Thing[Entry]] = {}
        self._order: list[str] = []
        self._entry_tags: dict[str, dict[EntryKind, str]] = {}
        self._tags: Counter[EntryKind] = Counter()
        self._numbers: dict[tuple[str, EntryKind], str] = {}
        self._all_numbers: list[str] = []
        self._tabled: tuple[TabledAction, ...] = ()
        self._statements: dict[str, Thing[Statement]] = {}
        self._left_open: set[str] = set()
        self._exports: dict[str, Export] = {}
        self._frozen_context: tuple[object, ...] = ()

    # -- dispatch -------------------------------------------------------------------------

    def _happen(self, stamped: c.Stamped, change: c.Happening) -> None:
        if isinstance(change, c.EntryRecorded):
            self._entry_recorded(stamped, change)
            return
        happen = _HAPPENINGS.get(type(change))
        if happen is not None:
            happen(self, stamped, change)

    def _see_dead(self, stamped: c.Stamped) -> None:
        """Tags people have heard are not given to something else: dead entries keep theirs."""
        super()._see_dead(stamped)
        change = stamped.change
        if isinstance(change, c.EntryRecorded):
            self._tags[_RECORDED_KINDS[type(change)]] += 1
        elif isinstance(change, c.EntryConverted):
            self._tags[change.to] += 1

    def _amendable(self, change: c.Amendment) -> Thing[Any] | None:
        thing_id = amended_thing(change)
        match change:
            case c.MeetingAmended():
                return self._meeting
            case c.AgendaItemAmended():
                return self._items.get(thing_id)
            case c.PersonAmended():
                return self._people.get(thing_id)
            case c.GroupAmended():
                return self._groups.get(thing_id)
            case c.FieldAmended():
                return self._fields.get(thing_id)
            case c.ReviewAmended():
                return self._statements.get(thing_id)
            case _:
                return self._entries.get(thing_id)

    # -- the meeting ----------------------------------------------------------------------

    def _planned(self, stamped: c.Stamped, change: c.MeetingPlanned) -> None:
        if self._meeting.id:
            return  # a second plan in one file is junk
        values = {name: getattr(change, name) for name in change.__struct_fields__}
        self._meeting = Thing(stamped.id, stamped.id, self._meeting.values | values)

    def _started(self, stamped: c.Stamped, change: c.MeetingStarted) -> None:
        self._run(stamped.at)

    def _run(self, at: Instant) -> None:
        if self._meeting.values.get("started_at") is None:
            self._meeting.put("started_at", at)
        if self._meeting.values.get("state", "planned") == "planned":
            self._meeting.put("state", "running")

    def _closed(self, stamped: c.Stamped, change: c.MeetingClosed) -> None:
        self._end_running(stamped.at)
        self._meeting.put("state", "closed")
        self._meeting.put("closed_at", stamped.at)

    def _reopened(self, stamped: c.Stamped, change: c.MeetingReopened) -> None:
        started = self._meeting.values.get("started_at") is not None
        self._meeting.put("state", "running" if started else "planned")
        self._meeting.put("closed_at", None)

    def _officer(self, stamped: c.Stamped, change: c.OfficerNamed) -> None:
        if change.name:
            self._officers[change.role] = Officer(
                role=change.role, name=change.name, person=change.person
            )
        else:
            self._officers.pop(change.role, None)

    def _gap_left_open(self, stamped: c.Stamped, change: c.GapLeftOpen) -> None:
        if not change.entry:
            self._left_open.add(change.gap)
        elif (thing := self._entries.get(change.entry)) is not None:
            old = cast("frozenset[str]", thing.values.get("left_open", frozenset()))
            thing.put("left_open", old | {change.gap})

    # -- agenda ---------------------------------------------------------------------------

    def _item_added(self, stamped: c.Stamped, change: c.AgendaItemAdded) -> None:
        item = change.id or stamped.id
        if item in self._items:
            return
        self._tree.add(item, change.parent, change.after)
        beside = ("id", "parent", "after")
        values = {n: getattr(change, n) for n in change.__struct_fields__ if n not in beside}
        self._items[item] = Thing(item, stamped.id, values)

    def _item_moved(self, stamped: c.Stamped, change: c.AgendaItemMoved) -> None:
        self._tree.move(change.item, change.parent, change.after)

    def _item_removed(self, stamped: c.Stamped, change: c.AgendaItemRemoved) -> None:
        self._tree.remove(change.item)
        if change.item == self._running:
            self._end_running(stamped.at)

    def _item_started(self, stamped: c.Stamped, change: c.ItemStarted) -> None:
        thing = self._items.get(change.item)
        if thing is None or change.item == self._running:
            return
        self._end_running(stamped.at)
        self._run(stamped.at)
        intervals = cast("tuple[Interval, ...]", thing.values.get("intervals", ()))
        thing.put("intervals", (*intervals, Interval(start=stamped.at)))
        thing.put("state", "running")
        self._running = change.item

    def _item_ended(self, stamped: c.Stamped, change: c.ItemEnded) -> None:
        if change.item == self._running:
            self._end_running(stamped.at)
        else:
            self._set_item_state(change.item, "done")

    def _end_running(self, at: Instant) -> None:
        thing = self._items.get(self._running)
        self._running = ""
        if thing is None:
            return
        intervals = cast("tuple[Interval, ...]", thing.values.get("intervals", ()))
        if intervals and intervals[-1].end is None:
            ended = Interval(start=intervals[-1].start, end=at)
            thing.put("intervals", (*intervals[:-1], ended))
        thing.put("state", "done")

    def _item_skipped(self, stamped: c.Stamped, change: c.ItemSkipped) -> None:
        self._leave_item(stamped, change.item, "skipped")

    def _item_deferred(self, stamped: c.Stamped, change: c.ItemDeferred) -> None:
        self._leave_item(stamped, change.item, "deferred")

    def _item_reopened(self, stamped: c.Stamped, change: c.ItemReopened) -> None:
        if change.item != self._running:
            self._set_item_state(change.item, "open")

    def _leave_item(self, stamped: c.Stamped, item: str, state: ItemState) -> None:
        if item == self._running:
            self._end_running(stamped.at)
        self._set_item_state(item, state)

    def _set_item_state(self, item: str, state: ItemState) -> None:
        if (thing := self._items.get(item)) is not None:
            thing.put("state", state)

    # -- people ---------------------------------------------------------------------------

    def _organization_added(self, stamped: c.Stamped, change: c.OrganizationAdded) -> None:
        add_thing(self._organizations, stamped, change)

    def _person_added(self, stamped: c.Stamped, change: c.PersonAdded) -> None:
        person = add_thing(self._people, stamped, change)
        self._people[person].put("removed", False)
        self._attendance.setdefault(person, Attendance(person=person))

    def _person_removed(self, stamped: c.Stamped, change: c.PersonRemoved) -> None:
        if (thing := self._people.get(change.person)) is not None:
            thing.put("removed", True)

    def _group_added(self, stamped: c.Stamped, change: c.GroupAdded) -> None:
        add_thing(self._groups, stamped, change)

    def _field_added(self, stamped: c.Stamped, change: c.FieldAdded) -> None:
        add_thing(self._fields, stamped, change)

    def _attended(self, stamped: c.Stamped, change: c.AttendanceRecorded) -> None:
        old = self._attendance.get(change.person)
        if old is None:
            return
        self._attendance[change.person] = Attendance(
            person=old.person,
            status=change.status,
            remote=change.remote,
            represented_by=change.represented_by,
            stays=_stays(old, change.status, change.time, _hhmm(stamped.at)),
        )

    def _left(self, stamped: c.Stamped, change: c.PersonLeft) -> None:
        old = self._attendance.get(change.person)
        if old is None or not old.is_here:
            return
        last = Stay(arrived=old.stays[-1].arrived, left=change.time or _hhmm(stamped.at))
        stays = (*old.stays[:-1], last)
        self._attendance[change.person] = msgspec.structs.replace(old, stays=stays)

    def _guests_counted(self, stamped: c.Stamped, change: c.GuestsCounted) -> None:
        self._guests[stamped.id] = UnnamedGuests(number=max(0, change.number), text=change.text)

    # -- entries --------------------------------------------------------------------------

    def _entry_recorded(self, stamped: c.Stamped, change: c.EntryRecorded) -> None:
        kind = _RECORDED_KINDS[type(change)]
        values: dict[str, object] = {
            _field(name): getattr(change, name) for name in change.__struct_fields__
        }
        values |= {
            "kind": kind,
            "at": stamped.at,
            "before_start": self._meeting.values.get("started_at") is None,
        }
        self._entries[stamped.id] = Thing(stamped.id, stamped.id, values)
        self._order.append(stamped.id)
        self._give_tag(stamped.id, kind)

    def _give_tag(self, entry: str, kind: EntryKind) -> None:
        tags = self._entry_tags.setdefault(entry, {})
        if kind not in tags:
            self._tags[kind] += 1
            tags[kind] = f"{TAG_LETTERS.get(kind, '·')}{self._tags[kind]}"

    def _entry_converted(self, stamped: c.Stamped, change: c.EntryConverted) -> None:
        thing = self._entries.get(change.entry)
        if thing is None:
            return
        thing.put("kind", change.to)
        for field in ("text", "owners", "due", "field", "visibility"):
            if (value := getattr(change, field)) is not UNSET:
                thing.put(field, value)
        self._give_tag(change.entry, change.to)

    def _entry_moved(self, stamped: c.Stamped, change: c.EntryMoved) -> None:
        thing = self._entries.get(change.entry)
        if thing is None or change.after == change.entry:
            return
        thing.put("item", change.item)
        thing.put("before_start", False)
        self._order.remove(change.entry)
        self._order.insert(self._place(change), change.entry)

    def _place(self, change: c.EntryMoved) -> int:
        if change.after == "first":
            return 0
        if change.after in self._order:
            return self._order.index(change.after) + 1
        later = (at for at, entry in enumerate(self._order) if entry > change.entry)
        return next(later, len(self._order))

    def _entry_removed(self, stamped: c.Stamped, change: c.EntryRemoved) -> None:
        if (thing := self._entries.get(change.entry)) is not None:
            thing.put("removed", True)

    def _visibility_set(self, stamped: c.Stamped, change: c.VisibilitySet) -> None:
        if (thing := self._entries.get(change.entry)) is not None:
            thing.put("visibility", change.visibility)

    # -- action items of earlier meetings, numbers, exports -----------------------------------

    def _tabled_once(self, stamped: c.Stamped, change: c.ActionItemsTabled) -> None:
        known = {action.id for action in self._tabled}
        self._tabled += tuple(a for a in change.action_items if a.id not in known)

    def _reviewed(self, stamped: c.Stamped, change: c.ActionItemReviewed) -> None:
        self._statements[stamped.id] = statement_thing(stamped, change)

    def _numbers_given(self, stamped: c.Stamped, change: c.NumbersGiven) -> None:
        for entry, number in change.numbers:
            self._all_numbers.append(number)
            if (thing := self._entries.get(entry)) is not None:
                kind = cast("EntryKind", thing.values["kind"])
                self._numbers[entry, kind] = number
                thing.frozen = None

    def _exported(self, stamped: c.Stamped, change: c.MinutesExported) -> None:
        self._exports[stamped.id] = Export(
            version=change.version,
            file=change.file,
            digest=change.digest,
            issued=change.issued,
            format=change.format,
        )

    # -- freezing -------------------------------------------------------------------------

    def value(self) -> Meeting:
        """The meeting as of now; the same value as long as nothing happens."""
        if self._value is None:
            self._value = self._freeze()
        return self._value

    def tables(self) -> Tables:
        made_by = {
            thing.id: thing.made_by
            for things in (self._items, self._people, self._organizations, self._groups,
                           self._fields, self._entries, self._statements)
            for thing in cast("dict[str, Thing[Any]]", things).values()
        }  # fmt: skip
        return meeting_tables(self.value(), made_by)

    def _freeze(self) -> Meeting:
        kind = self._meeting.values.get("kind", "workshop")
        rows = self._tree.walk()
        shown_items = {item for item, *_ in rows}
        context = (kind, frozenset(shown_items))
        if context != self._frozen_context:  # what entries inherit has changed
            self._frozen_context = context
            for thing in self._entries.values():
                thing.frozen = None
        entries = tuple(
            self._freeze_entry(self._entries[e], shown_items)
            for e in self._order
            if not self._entries[e].values.get("removed")
        )
        shown_numbers = {entry.number for entry in entries}
        people = {i: t for i, t in self._people.items() if not t.values.get("removed")}
        meeting_values = {k: v for k, v in self._meeting.values.items() if k != "saw"}
        return Meeting(
            id=self._meeting.id,
            **cast("dict[str, Any]", meeting_values),
            agenda_items=tuple(self._freeze_item(row) for row in rows),
            people=frozen_things(people, Person, ("removed",)),
            organizations=frozen_things(self._organizations, Organization),
            groups=frozen_things(self._groups, Group),
            fields=frozen_things(self._fields, FieldOfAction),
            attendance=tuple(
                self._freeze_attendance(a) for p, a in self._attendance.items() if p in people
            ),
            unnamed_guests=tuple(self._guests.values()),
            officers=tuple(self._officers.values()),
            entries=entries,
            tabled_actions=self._tabled,
            statements=frozen_things(self._statements, Statement),
            left_open=frozenset(self._left_open),
            exports=tuple(self._exports.values()),
            withdrawn=tuple(n for n in self._all_numbers if n not in shown_numbers),
            unread=self._unread,
        )

    def _freeze_item(self, row: tuple[str, str, str, int]) -> AgendaItem:
        item, number, parent, depth = row
        thing = self._items[item]
        old = thing.frozen
        if old is None or (old.number, old.parent, old.depth) != (number, parent, depth):
            thing.frozen = AgendaItem(
                id=item,
                number=number,
                parent=parent,
                depth=depth,
                **cast("dict[str, Any]", thing.values),
            )
        return cast("AgendaItem", thing.frozen)

    def _freeze_entry(self, thing: Thing[Entry], shown_items: set[str]) -> Entry:
        if thing.frozen is not None:
            return thing.frozen
        values = dict(thing.values)
        kind = cast("EntryKind", values["kind"])
        form = ENTRY_TYPES[kind]
        visibility = values["visibility"] or self._default_visibility(kind)
        tag = self._entry_tags[thing.id][kind]
        if kind == "note":
            tag = "i" if visibility == "internal" else "·"
        values |= {
            "visibility": visibility,
            "tag": tag,
            "number": self._numbers.get((thing.id, kind), ""),
            "item": values["item"] if values["item"] in shown_items else "",
            "conflicts": tuple((field, _as_text(value)) for field, value in thing.conflicts()),
        }
        known = {n: values[n] for n in form.__struct_fields__ if n in values}
        thing.frozen = form(id=thing.id, **cast("dict[str, Any]", known))
        return thing.frozen

    def _default_visibility(self, kind: EntryKind) -> str:
        """In steering groups and bodies notes go into the minutes only if marked."""
        if kind == "note" and self._meeting.values.get("kind") == "body":
            return "record"
        return "minutes"

    def _freeze_attendance(self, attendance: Attendance) -> Attendance:
        """Who came before the start was there 'from the start'."""
        started = cast("Instant | None", self._meeting.values.get("started_at"))
        if started is None or not attendance.stays:
            return attendance
        start = _hhmm(started)
        stays = tuple(
            Stay(arrived=None, left=s.left) if s.arrived is not None and s.arrived <= start else s
            for s in attendance.stays
        )
        return msgspec.structs.replace(attendance, stays=stays)


def statement_thing(stamped: c.Stamped, change: c.ActionItemReviewed) -> Thing[Statement]:
    values: dict[str, object] = {
        name: None if (value := getattr(change, name)) is UNSET else value
        for name in change.__struct_fields__
    }
    return Thing(stamped.id, stamped.id, values | {"at": stamped.at})


def add_thing(things: dict[str, Any], stamped: c.Stamped, change: Any) -> str:
    """Make a thing from an 'added' change; one that is known already keeps its values."""
    thing_id: str = change.id or stamped.id
    if thing_id not in things:
        values = {n: getattr(change, n) for n in change.__struct_fields__ if n != "id"}
        things[thing_id] = Thing(thing_id, stamped.id, values)
    return thing_id


def frozen_things(
    things: dict[str, Any], form: Callable[..., V], beside: tuple[str, ...] = ()
) -> tuple[V, ...]:
    for thing in things.values():
        if thing.frozen is None:
            values = {n: v for n, v in thing.values.items() if n not in beside}
            thing.frozen = form(id=thing.id, **values)
    return tuple(thing.frozen for thing in things.values())


def _stays(old: Attendance, status: AttendanceStatus, time: str, now: str) -> tuple[Stay, ...]:
    if status != "present":
        return old.stays[:-1] if old.is_here else old.stays
    if old.is_here:
        return (*old.stays[:-1], Stay(arrived=time)) if time else old.stays
    return (*old.stays, Stay(arrived=time or now))


def _hhmm(at: Instant) -> str:
    return f"{at.at:%H:%M}"


def _as_text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(getattr(each, "name", str(each)) for each in value)
    return "" if value is None else str(getattr(value, "text", value))


_HAPPENINGS: dict[type[c.Happening], Callable[[MeetingFold, c.Stamped, Any], None]] = {
    c.MeetingPlanned: MeetingFold._planned,
    c.MeetingStarted: MeetingFold._started,
    c.MeetingClosed: MeetingFold._closed,
    c.MeetingReopened: MeetingFold._reopened,
    c.OfficerNamed: MeetingFold._officer,
    c.GapLeftOpen: MeetingFold._gap_left_open,
    c.AgendaItemAdded: MeetingFold._item_added,
    c.AgendaItemMoved: MeetingFold._item_moved,
    c.AgendaItemRemoved: MeetingFold._item_removed,
    c.ItemStarted: MeetingFold._item_started,
    c.ItemEnded: MeetingFold._item_ended,
    c.ItemSkipped: MeetingFold._item_skipped,
    c.ItemDeferred: MeetingFold._item_deferred,
    c.ItemReopened: MeetingFold._item_reopened,
    c.OrganizationAdded: MeetingFold._organization_added,
    c.PersonAdded: MeetingFold._person_added,
    c.PersonRemoved: MeetingFold._person_removed,
    c.GroupAdded: MeetingFold._group_added,
    c.FieldAdded: MeetingFold._field_added,
    c.AttendanceRecorded: MeetingFold._attended,
    c.PersonLeft: MeetingFold._left,
    c.GuestsCounted: MeetingFold._guests_counted,
    c.EntryConverted: MeetingFold._entry_converted,
    c.EntryMoved: MeetingFold._entry_moved,
    c.EntryRemoved: MeetingFold._entry_removed,
    c.VisibilitySet: MeetingFold._visibility_set,
    c.ActionItemsTabled: MeetingFold._tabled_once,
    c.ActionItemReviewed: MeetingFold._reviewed,
    c.NumbersGiven: MeetingFold._numbers_given,
    c.MinutesExported: MeetingFold._exported,
}


def fold(changes: Iterable[c.Stamped]) -> Meeting:
    """The meeting these changes make, in whatever order they come."""
    return MeetingFold(changes).value()
