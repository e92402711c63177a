"""Making series and meetings from what a dialog returned."""

from __future__ import annotations

from facilitator.exchange.agenda_text import AgendaLine, read_agenda, templates
from facilitator.live import LiveMeeting
from facilitator.meeting.changes import AgendaItemAdded, MeetingAmended, SeriesAmended
from facilitator.meeting.model import Meeting
from facilitator.planning import agenda_changes, deferred_items, next_agenda, standing_items
from facilitator.workspace import SeriesSummary, Workspace
from screens.dialogs.new_meeting import NewMeeting
from screens.dialogs.new_series import NewSeries
from screens.dialogs.series_kind import SeriesKind


def make_series(workspace: Workspace, wanted: NewSeries) -> str:
    """The folder name of the series. Raises FacilitatorError."""
    return workspace.found_series(wanted.name, language=wanted.language, kind=wanted.kind)


def change_kind(workspace: Workspace, series: SeriesSummary, wanted: SeriesKind) -> bool:
    """The series first; then its planned meetings, if they are to follow. Raises FacilitatorError
    where one of them cannot be written: the rest is done, and doing it again does what is left."""
    if wanted.kind != series.series.kind:
        workspace.record_in_series(series.slug, SeriesAmended(kind=wanted.kind))
    for each in series.meetings if wanted.with_planned else ():
        if each.meeting is not None and each.meeting.state == "planned":
            live = workspace.open(each.reference)
            if live.meeting.state == "planned" and live.meeting.kind != wanted.kind:
                live.record(MeetingAmended(kind=wanted.kind))
    return True


def make_meeting(workspace: Workspace, wanted: NewMeeting) -> str:
    """Plan the meeting with its agenda; returns its reference. Raises FacilitatorError."""
    reference = workspace.plan_meeting(
        wanted.series,
        wanted.title,
        kind=wanted.kind,
        day=wanted.day,
        start=wanted.start,
        place=wanted.place,
    )
    live = workspace.open(reference)
    lines = _lines(workspace, wanted, live.meeting.language, reference)
    live.record(*agenda_changes(lines, live.meeting, standing=standing_of(workspace, live)))
    return reference


def standing_of(workspace: Workspace, live: LiveMeeting) -> tuple[AgendaItemAdded, ...]:
    """What the program puts on the agenda of this meeting itself."""
    meeting = live.meeting
    slug = live.reference.partition("/")[0]
    earlier = workspace.summary(slug).meetings
    own = standing_items(
        meeting.kind,
        has_open_actions=bool(live.open_actions()),
        has_earlier_meeting=any(
            other.meeting is not None and other.meeting.state in ("closed", "approved")
            for other in earlier
            if other.reference != live.reference
        ),
        language=meeting.language,
    )
    return (*own, *deferred_items(last_with_agenda(workspace, slug, live.reference)))


def template_lines(template: str, language: str) -> tuple[AgendaLine, ...]:
    """The lines of a shipped template, in the language of the minutes."""
    found = [each for each in templates(language) if each.id == template]
    return read_agenda(found[0].text) if found else ()


def last_with_agenda(workspace: Workspace, slug: str, but: str = "") -> Meeting | None:
    """The newest meeting of a series that has an agenda, except the meeting `but`."""
    for summary in workspace.summary(slug).meetings:
        if summary.reference != but and summary.meeting and summary.meeting.agenda_items:
            return summary.meeting
    return None


def _lines(
    workspace: Workspace, wanted: NewMeeting, language: str, reference: str
) -> tuple[AgendaLine, ...]:
    if wanted.agenda == "last":
        last = last_with_agenda(workspace, wanted.series, reference)
        return next_agenda(last) if last is not None else ()
    return template_lines(wanted.agenda, language) if wanted.agenda else ()
