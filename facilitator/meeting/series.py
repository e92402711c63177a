"""Series = fold(changes) of `series.json`: members, groups, fields, numbers given, and what is
said of action items between meetings."""

from __future__ import annotations

from typing import Any, cast

from facilitator.meeting import changes as c
from facilitator.meeting.fold import Fold, Happen, statement_thing
from facilitator.meeting.folded_life import FoldedApprovals
from facilitator.meeting.folded_people import FoldedPeople
from facilitator.meeting.model import (
    ActionItem,
    FieldOfAction,
    Group,
    Organization,
    Series,
    Statement,
)
from facilitator.meeting.tables import Tables, series_tables
from facilitator.meeting.things import Thing, amended_thing, frozen_things


class SeriesFold(Fold[Series]):
    """The fold of one series' changes. `value()` is the frozen series as of now."""

    def _start(self) -> dict[type[c.Happening], Happen]:
        self._series: Thing[Series] = Thing("", "", {})
        self._people = people = FoldedPeople()
        self._statements: dict[str, Thing[Statement]] = {}
        self._action_items: dict[str, Thing[ActionItem]] = {}
        self._numbers: list[tuple[str, str]] = []
        self._approvals = approvals = FoldedApprovals()
        return {
            c.SeriesFounded: self._founded,
            c.OrganizationAdded: people.organization_added,
            c.PersonAdded: people.person_added,
            c.PersonRemoved: people.person_removed,
            c.GroupAdded: people.group_added,
            c.FieldAdded: people.field_added,
            c.ActionItemReviewed: self._reviewed,
            c.ActionItemRecorded: self._born,
            c.ActionItemsAdopted: self._adopted,
            c.NumbersGiven: self._numbers_given,
            c.MinutesApproved: approvals.approved,
            c.ApprovalWithdrawn: approvals.withdrawn,
        }

    def _amendable(self, change: c.Amendment) -> Thing[Any] | None:
        thing_id = amended_thing(change)
        match change:
            case c.SeriesAmended():
                return self._series
            case c.PersonAmended():
                return self._people.people.get(thing_id)
            case c.GroupAmended():
                return self._people.groups.get(thing_id)
            case c.FieldAmended():
                return self._people.fields.get(thing_id)
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

    def _amend(self, stamped: c.Stamped, change: c.Amendment) -> None:
        """A name that is replaced is kept among the earlier ones."""
        before = self._series.values.get("name", "")
        super()._amend(stamped, change)
        now = self._series.values.get("name", "")
        if isinstance(change, c.SeriesAmended) and before and now != before:
            earlier = cast("tuple[str, ...]", self._series.values.get("earlier_names", ()))
            self._series.put("earlier_names", (*earlier, cast("str", before)))

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
            is_milestone=change.is_milestone,
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
            people = self._people
            own = {name: value for name, value in self._series.values.items() if name != "saw"}
            self._value = Series(
                id=self._series.id,
                **cast("dict[str, Any]", own),
                people=people.freeze_people(),
                organizations=frozen_things(people.organizations, Organization),
                groups=frozen_things(people.groups, Group),
                fields=frozen_things(people.fields, FieldOfAction),
                statements=frozen_things(self._statements, Statement),
                action_items=frozen_things(self._action_items, ActionItem),
                numbers=tuple(self._numbers),
                approvals=self._approvals.freeze(),
                unread=self._unread,
            )
        return self._value

    def tables(self) -> Tables:
        people = self._people
        made_by = {
            thing.id: thing.made_by
            for things in (people.people, people.organizations, people.groups, people.fields)
            for thing in cast("dict[str, Thing[Any]]", things).values()
        }
        return series_tables(self.value(), made_by)
