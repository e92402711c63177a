"""The workspace: make and find series and meetings, open one, see what is open across them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import cast

import msgspec
from msgspec import UNSET

from facilitator.clock import Clock
from facilitator.errors import FacilitatorError, NotFound, UsageProblem
from facilitator.i18n import tr
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.approving import Awaiting, awaiting_approval
from facilitator.meeting.fold import MeetingFold
from facilitator.meeting.model import Meeting, MeetingKind, Series, TabledAction, Value
from facilitator.meeting.series import SeriesFold
from facilitator.meeting.share_of_series import share_of
from facilitator.meeting.tables import meeting_from_tables
from facilitator.planning.next_meeting import brought_along
from facilitator.register.open_actions import RegisteredAction, registered_actions
from facilitator.store.change_file import ChangeFile
from facilitator.store.change_reader import ChangeReader
from facilitator.store.clock import ChangeClock
from facilitator.store.workspace_folder import WorkspaceFolder
from facilitator.watched import WatchedMeeting


class MeetingSummary(Value, frozen=True, kw_only=True):
    """A meeting as a list shows it. `meeting` comes from the folded tables (entries in the order
    they were made); None with a `problem` when the file cannot be read."""

    reference: str
    meeting: Meeting | None
    problem: str = ""


class SeriesSummary(Value, frozen=True, kw_only=True):
    """A series with its meetings, the newest first, and its action items."""

    slug: str
    series: Series
    meetings: tuple[MeetingSummary, ...]
    actions: tuple[RegisteredAction, ...]
    problem: str = ""

    def readable(self) -> tuple[tuple[str, Meeting], ...]:
        """References and meetings, without those that cannot be read."""
        return tuple((m.reference, m.meeting) for m in self.meetings if m.meeting is not None)

    def open_actions(self) -> tuple[RegisteredAction, ...]:
        return tuple(action for action in self.actions if action.is_open)


class Workspace:
    """All series and meetings under one folder. Made if it is not there; raises FacilitatorError
    when it cannot be (a file stands in the way, no permission)."""

    def __init__(self, root: Path, *, clock: Clock, device: str = "0000") -> None:
        self.folder = WorkspaceFolder(root)
        self._clock = clock
        self._device = device

    @property
    def root(self) -> Path:
        return self.folder.root

    @property
    def clock(self) -> Clock:
        return self._clock

    def today(self) -> date:
        return self._clock.now().at.date()

    # -- looking --------------------------------------------------------------------------

    def series(self) -> tuple[SeriesSummary, ...]:
        """All series, by name. An unreadable file is listed with its problem, never hidden."""
        found = [self.summary(slug) for slug in self.folder.series_slugs()]
        return tuple(sorted(found, key=lambda summary: summary.series.name.casefold()))

    def summary(self, slug: str) -> SeriesSummary:
        """One series with its meetings and action items."""
        problem = ""
        try:
            series = self._series_file(slug).value
        except FacilitatorError as error:
            series, problem = Series(name=slug), str(error)
        meetings = [self._meeting_summary(slug, path) for path in self.folder.meeting_paths(slug)]
        meetings.sort(key=_newest_first)
        readable = [(m.reference, m.meeting) for m in meetings if m.meeting is not None]
        return SeriesSummary(
            slug=slug,
            series=series,
            meetings=tuple(meetings),
            actions=registered_actions(slug, series, readable),
            problem=problem,
        )

    def find(self, name: str) -> str:
        """The reference of the meeting called `name`: 'series/date-slug', a part of it that fits
        only one, or 'last': the latest started, else the latest planned. Raises NotFound and
        names what would fit."""
        references = [
            f"{slug}/{path.stem}"
            for slug in self.folder.series_slugs()
            for path in self.folder.meeting_paths(slug)
        ]
        if not references:
            raise NotFound(
                tr(
                    "There is no meeting in {folder} yet. Nothing was changed. "
                    "Make one with 'facilitator new'.",
                    folder=self.root,
                )
            )
        if name == "last":
            return self._last(references)
        wanted = name.removesuffix(".json").strip().casefold()
        exact = [reference for reference in references if reference.casefold() == wanted]
        fitting = exact or [reference for reference in references if wanted in reference.casefold()]
        if wanted and len(fitting) == 1:
            return fitting[0]
        if wanted and fitting:
            raise NotFound(
                tr(
                    "'{name}' fits {count} meetings: {names}. Nothing was changed. "
                    "Give more of the name.",
                    name=name,
                    count=len(fitting),
                    names=_some(fitting),
                )
            )
        raise NotFound(
            tr(
                "No meeting is called '{name}'. Nothing was changed. There are: {names}.",
                name=name,
                names=_some(references),
            )
        )

    def path(self, reference: str) -> Path:
        """The file of a meeting."""
        slug, _, stem = reference.partition("/")
        return self.folder.meeting_path(slug, stem)

    def minutes_folder(self, reference: str) -> Path:
        """Where the minutes of a meeting's series are kept; made when it is first written to."""
        return self.folder.minutes_folder(reference.partition("/")[0])

    # -- making ---------------------------------------------------------------------------

    def found_series(self, name: str, *, language: str, kind: MeetingKind = "network") -> str:
        """Make a series; returns its folder name. A series of that name is not made twice."""
        if not name.strip():
            raise UsageProblem(tr("A series needs a name. Nothing was made."))
        if (slug := self.series_called(name)) is not None:
            return slug
        slug = self.folder.new_series(name)
        founded = c.SeriesFounded(name=name.strip(), language=language, kind=kind)
        ChangeFile.create(self.folder.series_path(slug), SeriesFold, self.new_ids(), (founded,))
        return slug

    def series_called(self, name: str) -> str | None:
        """The folder name of the series with this name (or folder name), or None."""
        wanted = name.strip().casefold()
        for slug in self.folder.series_slugs():
            if slug == wanted:
                return slug
            try:
                if self._series_file(slug).value.name.casefold() == wanted:
                    return slug
            except FacilitatorError:
                continue
        return None

    def plan_meeting(
        self,
        slug: str,
        title: str,
        *,
        kind: MeetingKind | None = None,
        day: date | None = None,
        start: str = "",
        end: str = "",
        hard_end: str = "",
        place: str = "",
        language: str | None = None,
    ) -> str:
        """Plan a meeting of a series; returns its reference. Members, groups and fields of the
        series come along, and the legal number of members of the last meeting."""
        if not title.strip():
            raise UsageProblem(tr("A meeting needs a title. Nothing was made."))
        series = self._series_file(slug).value
        earlier = [m.meeting for m in self.summary(slug).meetings if m.meeting is not None]
        path = self.folder.new_meeting_path(slug, day or self.today(), title)
        planned = c.MeetingPlanned(
            title=title.strip(),
            kind=kind or series.kind,
            series=series.id,
            series_name=series.name,
            language=language or series.language,
            day=day,
            start=start,
            end=end,
            hard_end=hard_end,
            place=place,
            ordinal=len(earlier) + 1,
            legal_number=next((m.legal_number for m in earlier if m.legal_number), None),
        )
        file = ChangeFile.create(path, MeetingFold, self.new_ids(), (planned,))
        if changes := brought_along(series):
            file.record(changes)
        return f"{slug}/{path.stem}"

    def make_meeting(
        self, slug: str, day: date | None, title: str, changes: tuple[c.Change, ...]
    ) -> str:
        """A new meeting whose first step these changes are, whole or not at all; its reference."""
        if not title.strip():
            raise UsageProblem(tr("A meeting needs a title. Nothing was made."))
        path = self.folder.new_meeting_path(slug, day or self.today(), title)
        ChangeFile.create(path, MeetingFold, self.new_ids(), changes)
        return f"{slug}/{path.stem}"

    # -- opening --------------------------------------------------------------------------

    def open(self, reference: str) -> LiveMeeting:
        """Open a meeting for writing. Raises FacilitatorError if its file cannot be read."""
        file = ChangeFile.open(self.path(reference), MeetingFold, self.new_ids())
        slug = reference.partition("/")[0]
        live = LiveMeeting(
            file,
            reference=reference,
            clock=self._clock,
            device=self._device,
            desk=_Desk(self, slug, reference),
        )
        live.take_in_approvals()
        return live

    def watch(self, reference: str) -> WatchedMeeting:
        """A meeting that another program writes, to be looked at again and again. Raises
        FacilitatorError if its file cannot be read now."""
        reader = ChangeReader(self.path(reference), MeetingFold)
        reader.look()
        return WatchedMeeting(reader, reference=reference, clock=self._clock)

    def record_in_series(self, slug: str, *changes: c.Change) -> None:
        """Record a step in a series' file: what happens between meetings."""
        file = self._series_file(slug)
        fold = cast("SeriesFold", file.fold)
        file.record(tuple(fold.with_saw(change) for change in changes))

    def series_in(self, slug: str) -> Series:
        """The series in this folder, without its meetings."""
        return self._series_file(slug).value

    def kind_after(self, slug: str, meeting: Meeting) -> MeetingKind:
        """The kind of the meeting after this one: the same, unless the series was given another
        one since this was planned."""
        fold = cast("SeriesFold", self._series_file(slug).fold)
        dead = fold.history.dead_steps()
        is_later = any(
            isinstance(each.change, c.SeriesAmended)
            and each.change.kind is not UNSET
            and each.step not in dead
            and each.id > meeting.id
            for each in fold.history
        )
        return fold.value().kind if is_later else meeting.kind

    def undo_in_series(self, slug: str, *, redo: bool = False) -> bool:
        """Take back (or bring back) the latest step of this laptop in a series' file."""
        file = self._series_file(slug)
        history = cast("SeriesFold", file.fold).history
        if redo:
            step = history.step_to_restore(self._device)
        else:
            step = history.step_to_take_back(self._device)
        if step is not None:
            file.record((c.Restored(steps=(step,)) if redo else c.TakenBack(steps=(step,)),))
        return step is not None

    # -- inside ---------------------------------------------------------------------------

    def new_ids(self) -> ChangeClock:
        """Every opening of a file has a writer of its own."""
        return ChangeClock(self._device, self._clock.now)

    def _series_file(self, slug: str) -> ChangeFile[Series]:
        return ChangeFile.open(self.folder.series_path(slug), SeriesFold, self.new_ids())

    def _meeting_summary(self, slug: str, path: Path) -> MeetingSummary:
        reference = f"{slug}/{path.stem}"
        try:
            meeting = meeting_from_tables(self.folder.head(path))
        except (FacilitatorError, msgspec.ValidationError, ValueError) as error:
            return MeetingSummary(reference=reference, meeting=None, problem=str(error))
        return MeetingSummary(reference=reference, meeting=meeting)

    def _last(self, references: Iterable[str]) -> str:
        found = []
        for reference in references:
            meeting = self._meeting_summary(
                reference.partition("/")[0], self.path(reference)
            ).meeting
            if meeting is not None:
                started = meeting.started_at.at.timestamp() if meeting.started_at else 0.0
                found.append((started, meeting.day or date.min, reference))
        if not found:
            raise NotFound(tr("No meeting in {folder} can be read.", folder=self.root))
        return max(found)[2]


class _Desk:
    """What a live meeting sees of its series."""

    def __init__(self, workspace: Workspace, slug: str, reference: str) -> None:
        self._workspace = workspace
        self._slug = slug
        self._reference = reference

    def series(self) -> Series:
        return self._workspace._series_file(self._slug).value

    def record_from(self, decide: Callable[[Series], tuple[c.Change, ...]]) -> None:
        self._workspace._series_file(self._slug).record_from(decide)

    def rows_for(self, meeting: Meeting) -> tuple[bytes, ...]:
        """What of the series belongs to the meeting, as rows, in the order of their ids."""
        file = self._workspace._series_file(self._slug)
        share = share_of(meeting, file.history)
        return tuple(
            row for row, each in zip(file.rows(), file.history, strict=True) if each.id in share
        )

    def awaiting_approval(self) -> tuple[Awaiting, ...]:
        """Closed meetings before this one whose minutes are not approved, the latest first."""
        return awaiting_approval(self._workspace.summary(self._slug).readable(), self._reference)

    def pass_on(self, minutes_of: str) -> None:
        """Opening it takes in what the series knows."""
        for reference, meeting in self._workspace.summary(self._slug).readable():
            if meeting.id == minutes_of:
                self._workspace.open(reference)

    def open_actions(self) -> tuple[TabledAction, ...]:
        """Open ones of earlier meetings of the series, with the day their due now means."""
        return tuple(
            _with_day(registered)
            for registered in self._workspace.summary(self._slug).open_actions()
            if registered.meeting != self._reference
        )


def _with_day(registered: RegisteredAction) -> TabledAction:
    """A tabled action item keeps the day that 'the next meeting' meant when it was tabled."""
    action = registered.action
    if action.due is None or not action.due.next_meeting:
        return action
    due = msgspec.structs.replace(action.due, last=registered.last)
    return msgspec.structs.replace(action, due=due)


def _newest_first(summary: MeetingSummary) -> tuple[int, str]:
    day = summary.meeting.day if summary.meeting else None
    return (-(day or date.max).toordinal(), summary.reference)


def _some(names: Sequence[str], most: int = 6) -> str:
    shown = ", ".join(names[:most])
    return f"{shown}, …" if len(names) > most else shown
