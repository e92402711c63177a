"""Series = fold(changes) of `series.json`: members, groups, fields, numbers given, and what is
said of action items between meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from facilitator.meeting import changes as c
from facilitator.meeting.fold import Fold, add_thing, frozen_things, statement_thing
from facilitator.meeting.model import (
    ActionItem,
    FieldOfAction,
    Group,
    Organization,
    Person,
    Series,
    Statement,
)
from facilitator.meeting.tables import Tables, series_tables
from facilitator.meeting.things import Thing, amended_thing


class SeriesFold(Fold[Series]):
    """The fold of one series' changes. `value()` is the frozen series as of now."""

    def _start(self) -> None:
        super()._start()
        self._series: Thing[Series] = Thing("", "", {})
        self._people: dict[str, Thing[Person]] = {}
        self._organizations: dict[str, Thing[Organization]] = {}
        self._groups: dict[str, Thing[Group]] = {}
        self._fields: dict[str, Thing[FieldOfAction]] = {}
        self._statements: dict[str, Thing[Statement]] = {}
        self._action_items: dict[str, Thing[ActionItem]] = {}
        self._numbers: list[tuple[str, str]] = []

    def _happen(self, stamped: c.Stamped, change: c.Happening) -> None:
        happen = _HAPPENINGS.get(type(change))
        if happen is not None:
            happen(self, stamped, change)

    def _amendable(self, change: c.Amendment) -> Thing[Any] | None:
        thing_id = amended_thing(change)
        match change:
            case c.SeriesAmended():
                return self._series
            case c.PersonAmended():
                return self._people.get(thing_id)
            case c.GroupAmended():
                return self._groups.get(thing_id)
            case c.FieldAmended():
                return self._fields.get(thing_id)
            case c.ReviewAmended():
                return self._statements.get(thing_id)
            case c.ActionItemAmended():
                return self._action_items.get(thing_id)
            case _:
                return None

    def _founded(self, stamped: c.Stamped, change: c.SeriesFounded) -> None:
        if not self._series.id:
            values = {name: getattr(change, name) for name in change.__struct_fields__}
            self._series = Thing(stamped.id, stamped.id, values)

    def _organization_added(self, stamped: c.Stamped, change: c.OrganizationAdded) -> None:
        add_thing(self._organizations, stamped, change)

    def _person_added(self, stamped: c.Stamped, change: c.PersonAdded) -> None:
        self._people[add_thing(self._people, stamped, change)].put("removed", False)

    def _person_removed(self, stamped: c.Stamped, change: c.PersonRemoved) -> None:
        if (thing := self._people.get(change.person)) is not None:
            thing.put("removed", True)

    def _group_added(self, stamped: c.Stamped, change: c.GroupAdded) -> None:
        add_thing(self._groups, stamped, change)

    def _field_added(self, stamped: c.Stamped, change: c.FieldAdded) -> None:
        add_thing(self._fields, stamped, change)

    def _reviewed(self, stamped: c.Stamped, change: c.ActionItemReviewed) -> None:
        self._statements[stamped.id] = statement_thing(stamped, change)

    def _born(self, stamped: c.Stamped, change: c.ActionItemRecorded) -> None:
        item = ActionItem(
            id=stamped.id,
            kind="action_item",
            tag="",
            item="",
            at=stamped.at,
            visibility=change.visibility or "minutes",
            text=change.summary,
            line=change.line,
            owners=change.owners,
            due=change.due,
            field=change.field,
            group=change.group,
        )
        self._keep(stamped.id, item)

    def _adopted(self, stamped: c.Stamped, change: c.ActionItemsAdopted) -> None:
        for item in change.action_items:
            self._keep(stamped.id, item)

    def _keep(self, made_by: str, item: ActionItem) -> None:
        values = {n: getattr(item, n) for n in item.__struct_fields__ if n != "id"}
        self._action_items.setdefault(item.id, Thing(item.id, made_by, values))

    def _numbers_given(self, stamped: c.Stamped, change: c.NumbersGiven) -> None:
        self._numbers.extend(change.numbers)

    def value(self) -> Series:
        """The series as of now; the same value as long as nothing happens."""
        if self._value is None:
            people = {i: t for i, t in self._people.items() if not t.values.get("removed")}
            own = {k: v for k, v in self._series.values.items() if k != "saw"}
            self._value = Series(
                id=self._series.id,
                **cast("dict[str, Any]", own),
                people=frozen_things(people, Person, ("removed",)),
                organizations=frozen_things(self._organizations, Organization),
                groups=frozen_things(self._groups, Group),
                fields=frozen_things(self._fields, FieldOfAction),
                statements=frozen_things(self._statements, Statement),
                action_items=frozen_things(self._action_items, ActionItem),
                numbers=tuple(self._numbers),
                unread=self._unread,
            )
        return self._value

    def tables(self) -> Tables:
        made_by = {
            thing.id: thing.made_by
            for things in (self._people, self._organizations, self._groups, self._fields)
            for thing in cast("dict[str, Thing[Any]]", things).values()
        }
        return series_tables(self.value(), made_by)


_HAPPENINGS: dict[type[c.Happening], Callable[[SeriesFold, c.Stamped, Any], None]] = {
    c.SeriesFounded: SeriesFold._founded,
    c.OrganizationAdded: SeriesFold._organization_added,
    c.PersonAdded: SeriesFold._person_added,
    c.PersonRemoved: SeriesFold._person_removed,
    c.GroupAdded: SeriesFold._group_added,
    c.FieldAdded: SeriesFold._field_added,
    c.ActionItemReviewed: SeriesFold._reviewed,
    c.ActionItemRecorded: SeriesFold._born,
    c.ActionItemsAdopted: SeriesFold._adopted,
    c.NumbersGiven: SeriesFold._numbers_given,
}
