"""LiveMeeting: the only way to write a meeting.

Screens and the command line make changes; this records them as one step, durable before it
returns, and tells everyone who listens. Undo and redo of steps, the close with its numbers.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date
from typing import Protocol, cast

from msgspec import UNSET

from facilitator.approved import MinutesAreApproved, refuse_in_approved
from facilitator.clock import Clock
from facilitator.errors import FacilitatorError
from facilitator.meeting import changes as c
from facilitator.meeting.approving import Awaiting, approval_changes, given, missing_approvals
from facilitator.meeting.coming_along import (
    field_added,
    group_added,
    organization_added,
    person_added,
    respelled,
)
from facilitator.meeting.course import CourseStep, course, everything
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.latest import latest_changes
from facilitator.meeting.model import Instant, Meeting, Series, TabledAction
from facilitator.meeting.numbering import numbers_for
from facilitator.meeting.premature import PrematureStart, premature_start
from facilitator.moments import (
    Moment,
    before_start,
    last_change,
    last_of_devices,
    moment_before,
)
from facilitator.store.change_file import ChangeFile

Listener = Callable[[Meeting], None]


class SeriesDesk(Protocol):
    """What a live meeting needs of its series. `workspace` provides it."""

    def series(self) -> Series: ...
    def record_from(self, decide: Callable[[Series], tuple[c.Change, ...]]) -> None: ...
    def open_actions(self) -> tuple[TabledAction, ...]: ...
    def awaiting_approval(self) -> tuple[Awaiting, ...]: ...
    def pass_on(self, minutes_of: str) -> None: ...
    def rows_for(self, meeting: Meeting) -> tuple[bytes, ...]: ...


class LiveMeeting:
    """One meeting, open for writing. `reference` is its name on the command line
    ('netzwerk/2026-10-14-zweites-treffen')."""

    def __init__(
        self,
        file: ChangeFile[Meeting],
        *,
        reference: str,
        clock: Clock,
        device: str,
        desk: SeriesDesk,
    ) -> None:
        self._file = file
        self.reference = reference
        self._clock = clock
        self._device = device
        self._desk = desk
        self._listeners: list[Listener] = []

    @property
    def meeting(self) -> Meeting:
        """The meeting as of the last change."""
        return self._file.value

    @property
    def problems(self) -> tuple[str, ...]:
        """What was found when the file was opened, in sentences (rows salvaged, unknown ones)."""
        return tuple(self._file.problems)

    def rows(self) -> tuple[bytes, ...]:
        """Everything that happened, as rows of the file, in order: for our own JSON."""
        return self._file.rows()

    def series_rows(self) -> tuple[bytes, ...]:
        """What of the series belongs to this meeting, as rows; empty where the series' file
        cannot be read."""
        try:
            return self._desk.rows_for(self.meeting)
        except FacilitatorError:
            return ()

    @property
    def last_change(self) -> Instant | None:
        """When something happened last to the meeting itself; an export of minutes does not
        count, so that exporting again gives the same."""
        return last_change(self._fold.history)

    def moment(self, before: str = "") -> Moment:
        """What a document is made of: now, or as it was before the step of this change."""
        if before:
            return moment_before(self._fold.history, self.rows(), before)
        return Moment(
            meeting=self.meeting,
            rows=self.rows(),
            modified=self.last_change,
            changed=tuple(self.latest_changes().items()),
            seen=last_of_devices(self._fold.history),
        )

    def before_start(self) -> Meeting:
        """As it was when it began; one that has not begun: as it is."""
        return before_start(self._fold.history, self.meeting)

    def now(self) -> Instant:
        return self._clock.now()

    @property
    def today(self) -> date:
        """'Today' of due phrases and of the review: the meeting's day, else the real one."""
        return self.meeting.day or self.now().at.date()

    def open_actions(self) -> tuple[TabledAction, ...]:
        """Action items of earlier meetings on the table: as tabled once the meeting has started,
        looked up until then."""
        return self.meeting.tabled_actions or self._desk.open_actions()

    # -- writing --------------------------------------------------------------------------

    def record(self, *changes: c.Change) -> tuple[c.Stamped, ...]:
        """Record these changes as one step; on disk when this returns. Raises NotSaved and
        changes nothing if it cannot be written, MinutesAreApproved if they may not be changed.
        No changes: nothing happens."""
        if not changes:
            return ()
        _refuse_in_approved(self.meeting, changes)
        changes = (*changes, *self._new_name(changes))
        if self._starts_first_item(changes):
            self._table_open_actions()
        seen = tuple(self._fold.with_saw(change) for change in changes)

        def allowed(meeting: Meeting) -> tuple[c.Change, ...]:
            _refuse_in_approved(meeting, seen)  # another program may have approved them since
            return seen

        try:
            step = self._file.record_from(allowed)
        except MinutesAreApproved:
            self._tell()
            raise
        self._tell_series_of_names(changes)
        self._tell()
        return step

    def refresh(self) -> bool:
        """Take in what another program wrote to the file; True if there was something."""
        changed = self._file.reload_if_changed()
        if changed:
            self._tell()
        return changed

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the meeting after every change; returns how to stop that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    # -- undo -----------------------------------------------------------------------------

    def undoable(self) -> tuple[c.Stamped, ...]:
        """The changes that undo would take back, or an empty tuple."""
        if self.meeting.state == "approved":
            return ()
        step = self._fold.history.step_to_take_back(self._device)
        return self._fold.history.changes_of(step) if step else ()

    def counts(self, step: str) -> bool:
        """Whether this step was not taken back."""
        return step not in self._fold.history.dead_steps()

    def redoable(self) -> tuple[c.Stamped, ...]:
        """The changes that redo would bring back, or an empty tuple."""
        history = self._fold.history
        if self.meeting.state == "approved":
            return ()
        steps = history.steps_to_restore(self._device)
        return tuple(change for step in steps for change in history.changes_of(step))

    def undo(self) -> tuple[c.Stamped, ...]:
        """Take back the latest step of this laptop, also of an earlier run of the program.
        Returns what was taken back; empty if there is nothing."""
        taken = self.undoable()
        if taken:
            self.record(c.TakenBack(steps=(taken[0].step,)))
        return taken

    def redo(self) -> tuple[c.Stamped, ...]:
        """Bring back the step last taken back, or all that were taken back with it in one go,
        unless something new was recorded since."""
        brought = self.redoable()
        if brought:
            self.record(c.Restored(steps=tuple(dict.fromkeys(each.step for each in brought))))
        return brought

    def course(self) -> tuple[CourseStep, ...]:
        """Everything that happened, step by step, also what was taken back."""
        return course(self._fold.history)

    def latest_changes(self) -> dict[str, str]:
        """For each action item and for the meeting, under their ids, the last change of what a
        calendar would show."""
        return latest_changes(self._fold.history)

    def everything(self) -> Meeting:
        """The meeting as if nothing had ever been taken back or removed: for telling its course."""
        return everything(self._fold.history)

    def take_back(self, steps: tuple[str, ...]) -> bool:
        """Take these steps back in one go; redo brings all of them back. False: there are none."""
        return bool(steps) and bool(self.record(c.TakenBack(steps=steps)))

    def bring_back(self, step: str) -> bool:
        """A step taken back counts again, however long ago that was."""
        return bool(self.record(c.Restored(steps=(step,))))

    def premature_start(self) -> PrematureStart | None:
        """The latest step that started an item, with what was typed there since; None before."""
        history = self._fold.history
        dead = history.dead_steps()
        return premature_start((s for s in history if s.step not in dead), self.meeting)

    def take_back_start(self) -> PrematureStart | None:
        """Take back that step alone, whatever was recorded since; returns it. None: nothing was
        started yet."""
        found = self.premature_start()
        if found is not None:
            self.record(c.TakenBack(steps=(found.step,)))
        return found

    # -- the close --------------------------------------------------------------------------

    def close(self) -> tuple[tuple[str, str], ...]:
        """End the running item and the meeting, give the numbers; returns them as pairs of entry
        id and number. The series file learns first, so that a crash between the two never gives
        a number twice: what it holds for these entries is taken again; and it decides while no
        other program can write it, so that two meetings closed at once share none."""
        self._desk.series()  # one that cannot be read is told while nothing is changed yet
        since = self._last_close()
        if self.meeting.state not in ("closed", "approved"):
            self.record(c.MeetingClosed())
        numbers: tuple[tuple[str, str], ...] = ()
        awaiting = self._desk.awaiting_approval() if given(self.meeting) else ()

        def news(series: Series) -> tuple[c.Change, ...]:
            nonlocal numbers
            numbers = numbers_for(self.meeting, series.numbers)
            fresh = tuple(pair for pair in numbers if pair not in series.numbers)
            numbered = c.NumbersGiven(numbers=fresh, meeting=self.meeting.id)
            approvals = approval_changes(self.meeting, series, awaiting, reference=self.reference)
            return (*self._news_for(series, since), *((numbered,) if fresh else ()), *approvals)

        if news(self._desk.series()):
            self._desk.record_from(news)
        if numbers:
            self.record(c.NumbersGiven(numbers=numbers))
        self._pass_on_approvals()
        return numbers

    def _pass_on_approvals(self) -> None:
        """The minutes approved here learn of it. A file that cannot be written now learns when it
        is opened next: the series knows."""
        for minutes_of in dict.fromkeys(
            each.minutes_of
            for each in self._desk.series().approvals
            if each.by_meeting == self.meeting.id
        ):
            with contextlib.suppress(FacilitatorError):
                self._desk.pass_on(minutes_of)

    def _tell_series_of_names(self, changes: tuple[c.Change, ...]) -> None:
        """Names mended after the close, or their mending taken back: the next meeting has them.
        Before it the close tells. A series that cannot be written keeps the old spelling; the
        minutes have the new one."""
        if self.meeting.state not in ("closed", "approved"):
            return
        history = self._fold.history
        steps = [
            step for each in changes if isinstance(each, c.TakenBack | c.Restored)
            for step in each.steps
        ]  # fmt: skip
        told = (*changes, *(s.change for step in steps for s in history.changes_of(step)))
        people = {each.person for each in told if isinstance(each, c.PersonAmended)}
        if not people:
            return

        def names(series: Series) -> tuple[c.Change, ...]:
            return respelled(people, self.meeting, series, history)

        with contextlib.suppress(FacilitatorError):
            if names(self._desk.series()):
                self._desk.record_from(names)

    def take_in_approvals(self) -> None:
        """What the series knows of the approval of these minutes and their own file does not."""
        if self.meeting.state in ("closed", "approved"):
            with contextlib.suppress(FacilitatorError):
                self.record(*missing_approvals(self.meeting, self._desk.series()))

    def _news_for(self, series: Series, since: str) -> tuple[c.Change, ...]:
        """People, organisations, groups and fields the series has not met yet, who belongs to a
        group now, and its new name. Nothing that it knows already: a second close adds nothing."""
        meeting = self.meeting
        members = {person for group in meeting.groups for person in group.members}
        here = {
            kind: {thing.id for thing in getattr(series, kind)}
            for kind in ("organizations", "people", "groups", "fields")
        }
        news: list[c.Change] = [
            organization_added(o)
            for o in meeting.organizations
            if o.id not in here["organizations"]
        ]
        news += [
            person_added(p)
            for p in meeting.people
            if p.id not in here["people"] and (not p.guest or p.id in members)
        ]
        news += [group_added(g) for g in meeting.groups if g.id not in here["groups"]]
        named = {
            stamped.change.person
            for stamped in self._fold.history
            if isinstance(stamped.change, c.PersonAmended) and stamped.id > since
        }
        news += respelled(named, meeting, series, self._fold.history)
        news += self._amended_groups(series)
        news += self._amended_consent(series, since)
        news += [field_added(f) for f in meeting.fields if f.id not in here["fields"]]
        is_new = meeting.renamed_to not in ("", series.name, *series.earlier_names)
        returns = meeting.renamed_to in series.earlier_names and meeting.series_name == series.name
        if is_new or returns:
            news.append(c.SeriesAmended(name=meeting.renamed_to))
        return tuple(news)

    def _amended_groups(self, series: Series) -> list[c.Change]:
        """Groups of the series whose name, members or speakers were changed in this meeting."""
        dead = self._fold.history.dead_steps()
        changed = {
            stamped.change.group
            for stamped in self._fold.history
            if isinstance(stamped.change, c.GroupAmended) and stamped.step not in dead
        }
        known = {group.id: group for group in series.groups}
        found: list[c.Change] = []
        for group in self.meeting.groups:
            old = known.get(group.id)
            if old is None or group.id not in changed:
                continue
            if (old.name, old.members, old.speakers) != (group.name, group.members, group.speakers):
                found.append(
                    c.GroupAmended(
                        group=group.id,
                        name=group.name,
                        members=group.members,
                        speakers=group.speakers,
                    )
                )
        return found

    def _last_close(self) -> str:
        """The change that closed it last, or an empty string."""
        return max((s.id for s in self._fold.history if isinstance(s.change, c.MeetingClosed)),
                   default="")  # fmt: skip

    def _amended_consent(self, series: Series, since: str) -> list[c.Change]:
        """Who was asked in this meeting whether they may be named in open data. A no holds from
        now on; a yes only if it was said since the last close: a later meeting may know better."""
        dead = self._fold.history.dead_steps()
        asked = {
            stamped.change.person: stamped.id
            for stamped in self._fold.history
            if isinstance(stamped.change, c.PersonAmended)
            and stamped.change.consent is not UNSET
            and stamped.step not in dead
        }
        known = {person.id: person.consent for person in series.people}
        return [
            c.PersonAmended(person=person.id, consent=person.consent)
            for person in self.meeting.people
            if person.id in asked
            and known.get(person.id, person.consent) != person.consent
            and (not person.consent or asked[person.id] > since)
        ]

    @property
    def _fold(self) -> MeetingFold:
        return cast("MeetingFold", self._file.fold)

    # -- inside ---------------------------------------------------------------------------

    def _starts_first_item(self, changes: tuple[c.Change, ...]) -> bool:
        return not self.meeting.tabled_actions and any(
            isinstance(change, c.ItemStarted) for change in changes
        )

    def _new_name(self, changes: tuple[c.Change, ...]) -> tuple[c.Change, ...]:
        """A meeting planned before the body was renamed is held under the new name."""
        starts = any(isinstance(change, c.MeetingStarted | c.ItemStarted) for change in changes)
        if not starts or self.meeting.started_at is not None:
            return ()
        try:
            series = self._desk.series()
        except FacilitatorError:
            return ()  # the meeting goes on without its series
        if series.name == self.meeting.series_name or not series.name:
            return ()
        if self.meeting.series_name not in series.earlier_names:
            return ()
        return (c.MeetingAmended(series_name=series.name),)

    def _table_open_actions(self) -> None:
        """Keep what is open on the table, once, so that this file is enough for its minutes."""
        if actions := self._desk.open_actions():
            self._file.record((c.ActionItemsTabled(action_items=actions),))

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self.meeting)


def _refuse_in_approved(meeting: Meeting, changes: tuple[c.Change, ...]) -> None:
    if meeting.state == "approved":
        refuse_in_approved(changes)
