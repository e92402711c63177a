"""Where a review reads and writes: in a meeting, or between meetings in the series."""

from __future__ import annotations

from datetime import date
from typing import Protocol

import msgspec

from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting, Statement, TabledAction
from facilitator.meeting.review import ReviewRow, belongs_to, review_rows
from facilitator.workspace import Workspace


class ReviewSource(Protocol):
    """What the review screen asks; it writes nothing but `ActionItemReviewed`."""

    @property
    def today(self) -> date: ...

    @property
    def names(self) -> Meeting:
        """A meeting value whose people, groups and organisations are offered as owners."""
        ...

    def rows(self) -> tuple[ReviewRow, ...]: ...
    def record(self, *reviews: c.ActionItemReviewed) -> None: ...
    def undo(self) -> bool: ...
    def redo(self) -> bool: ...


class InMeeting:
    """Recorded under an agenda item of a running meeting. `item` with a group or field shows only
    what belongs to it, unless nothing does."""

    def __init__(self, live: LiveMeeting, item: str = "") -> None:
        self._live = live
        self._item = item
        self.only_item = bool(self._belonging())

    @property
    def today(self) -> date:
        return self._live.today

    @property
    def names(self) -> Meeting:
        return self._live.meeting

    def rows(self) -> tuple[ReviewRow, ...]:
        actions = self._belonging() if self.only_item else self._live.open_actions()
        return review_rows(actions, self._live.meeting.statements, self.today)

    def record(self, *reviews: c.ActionItemReviewed) -> None:
        item = self._item
        if not item and (running := self._live.meeting.running_item) is not None:
            item = running.id
        self._live.record(*(msgspec.structs.replace(review, item=item) for review in reviews))

    def undo(self) -> bool:
        return bool(self._live.undo())

    def redo(self) -> bool:
        return bool(self._live.redo())

    def _belonging(self) -> tuple[TabledAction, ...]:
        item = self._live.meeting.item(self._item)
        if item is None:
            return ()
        meeting = self._live.meeting
        return tuple(a for a in self._live.open_actions() if belongs_to(a, item, meeting))


class BetweenMeetings:
    """Recorded in the series; `slug` empty: all series of the workspace."""

    def __init__(self, workspace: Workspace, slug: str = "") -> None:
        self._workspace = workspace
        self._slugs = [slug] if slug else [s.slug for s in workspace.series()]
        self.today = workspace.today()
        self._actions: dict[str, TabledAction] = {}
        self._series_of: dict[str, str] = {}
        self._last: list[str] = []
        people: dict[str, object] = {}
        names = Meeting()
        for each in self._slugs:
            summary = workspace.summary(each)
            for registered in summary.open_actions():
                action = registered.action
                if action.due is not None and action.due.next_meeting:
                    due = msgspec.structs.replace(action.due, last=registered.last)
                    action = msgspec.structs.replace(action, due=due)
                self._actions[action.id] = action
                self._series_of[action.id] = each
            series = summary.series
            names = msgspec.structs.replace(
                names,
                people=names.people + tuple(p for p in series.people if p.id not in people),
                organizations=names.organizations + series.organizations,
                groups=names.groups + series.groups,
            )
            people |= {person.id: person for person in series.people}
        self.names = names
        self._before = {statement.id for statement in self._statements()}

    def rows(self) -> tuple[ReviewRow, ...]:
        new = [s for s in self._statements() if s.id not in self._before]
        return review_rows(self._actions.values(), new, self.today)

    def record(self, *reviews: c.ActionItemReviewed) -> None:
        by_series: dict[str, list[c.ActionItemReviewed]] = {}
        for review in reviews:
            by_series.setdefault(self._series_of[review.action_item], []).append(review)
        for slug, some in by_series.items():
            self._workspace.record_in_series(slug, *some)
            self._last.append(slug)

    def undo(self) -> bool:
        return bool(self._last) and self._workspace.undo_in_series(self._last.pop())

    def redo(self) -> bool:
        for slug in self._slugs:
            if self._workspace.undo_in_series(slug, redo=True):
                self._last.append(slug)
                return True
        return False

    def _statements(self) -> list[Statement]:
        return [s for slug in self._slugs for s in self._workspace.series_in(slug).statements]
