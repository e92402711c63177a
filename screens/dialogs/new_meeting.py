"""A new meeting: everything has a sensible value already, from the last one of its series."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import cast

from facilitator.capture.due import show_day
from facilitator.errors import FacilitatorError, UsageProblem
from facilitator.exchange.agenda_text import templates
from facilitator.i18n import current_language, ptr, tr
from facilitator.meeting.model import Meeting, MeetingKind, Value
from facilitator.planning import suggested_title
from facilitator.planning.next_day import day_by_rule
from facilitator.planning.next_title import title_after
from facilitator.workspace import SeriesSummary
from screens.dialogs.form import Field, FormDialog
from screens.typed_values import read_clock, read_day
from screens.words import kind_options


class NewMeeting(Value, frozen=True, kw_only=True):
    """`series`: folder name; `agenda`: 'last', the id of a template, or empty."""

    series: str
    title: str
    kind: MeetingKind
    day: date | None
    start: str
    place: str
    agenda: str


class NewMeetingDialog(FormDialog[NewMeeting]):
    """Values that were not touched follow the series when another one is chosen."""

    def __init__(self, series: Sequence[SeriesSummary], *, chosen: str, today: date) -> None:
        super().__init__()
        self._series = {each.slug: each for each in series}
        self._first = chosen
        self._today = today
        self._proposed: dict[str, str] = {}

    def title_text(self) -> str:
        return tr("NEW MEETING")

    def fields(self) -> Iterable[Field]:
        series = self._series[self._first]
        self._proposed = proposed = self._proposals(series)
        names = [(slug, each.series.name) for slug, each in self._series.items()]
        yield Field("title", tr("Title"), proposed["title"])
        yield Field("series", tr("Series"), self._first, options=names)
        yield Field("kind", tr("Kind"), series.series.kind, options=kind_options())
        yield Field(
            "day", ptr("head", "Date"), proposed["day"], hint=tr("14.10.2026, 14.10., next Friday")
        )
        yield Field("start", tr("Start"), proposed["start"], hint="16:30")
        yield Field("place", tr("Place"), proposed["place"])
        yield Field("agenda", ptr("head", "Agenda"), "", options=self._agendas(series))

    def value_changed(self, field: str) -> None:
        if field == "day":
            self._note_day()
        if field != "series":
            return
        series = self._series[self.value("series")]
        fresh = self._proposals(series)
        for name, value in fresh.items():
            if self.value(name) == self._proposed[name].strip():
                self.put(name, value)
        self._proposed = fresh
        kind = self.query_one("#kind")
        kind.offer(kind_options(), series.series.kind)  # type: ignore[attr-defined]
        self.query_one("#agenda").offer(self._agendas(series))  # type: ignore[attr-defined]

    def answer(self) -> NewMeeting:
        if not self.value("title"):
            raise UsageProblem(tr("A meeting needs a title."))
        return NewMeeting(
            series=self.value("series"),
            title=self.value("title"),
            kind=cast("MeetingKind", self.value("kind")),
            day=read_day(self.value("day"), self._today),
            start=read_clock(self.value("start")),
            place=self.value("place"),
            agenda=self.value("agenda"),
        )

    # -- inside ---------------------------------------------------------------------------

    def _note_day(self) -> None:
        """The day as understood, while it is typed; a problem is only said with Enter."""
        try:
            day = read_day(self.value("day"), self._today)
        except FacilitatorError:
            return
        if day is not None:
            self.note(show_day(day, current_language()))

    def _proposals(self, series: SeriesSummary) -> dict[str, str]:
        last = _last(series)
        announced = last.next_meeting if last else None
        day = (
            announced.day if announced and announced.day and announced.day >= self._today else None
        )
        if day is None and last is not None and last.day and announced and not announced.day:
            day = day_by_rule(announced.text, last.day, self._today)
        number = len(series.meetings) + 1
        title = suggested_title(series.series.kind, number, series.series.language)
        if last is not None:
            title = title_after(last, number, day)[0]
        return {
            "title": title,
            "day": show_day(day, "de", weekday=False) if day else "",
            "start": (announced.start if announced else "") or (last.start if last else ""),
            "place": (announced.place if announced else "") or (last.place if last else ""),
        }

    def _agendas(self, series: SeriesSummary) -> list[tuple[str, str]]:
        found = [("", tr("empty, to be written or pasted"))]
        if any(m.meeting and m.meeting.agenda_items for m in series.meetings):
            found.append(("last", tr("as last time")))
        language = series.series.language
        found += [(t.id, tr("template: {name}", name=t.name)) for t in templates(language)]
        return found


def _last(series: SeriesSummary) -> Meeting | None:
    """The newest meeting that has a day."""
    days = [m.meeting for m in series.meetings if m.meeting is not None and m.meeting.day]
    return days[0] if days else None
