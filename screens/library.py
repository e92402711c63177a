"""The library: series and their meetings, what comes next, what is open. A list: letters are
commands until the search line is opened."""

from __future__ import annotations

from textual import work
from textual.events import Key
from textual.widgets import Static

from facilitator.i18n import current_language, tr
from screens.commands import BY_ID
from screens.library_view import LibraryView
from screens.room import bindings_of
from screens.widgets.bar import BarView, CaptureBar, LineOwner
from screens.widgets.library_rows import (
    NEW_SERIES,
    meeting_id,
    series_id,
)
from screens.widgets.row_list import RowList
from screens.words import kind_words

WIDE = 110


class LibraryScreen(LineOwner, LibraryView):
    """Its keys and commands."""

    BINDINGS = bindings_of(LibraryView.ROOM)

    def on_option_list_option_selected(self) -> None:
        self.action_open()

    async def on_key(self, event: Key) -> None:
        if not self._is_searching and event.key in ("left", "right"):
            self._fold(event.key == "left")
            event.stop()
        elif not self._is_searching and event.key == "escape":
            event.stop()
            self.action_back()
        else:
            await super().on_key(event)

    # -- commands -------------------------------------------------------------------------

    def action_open(self) -> None:
        row = self.query_one(RowList).chosen
        series, summary = self._chosen()
        if row == NEW_SERIES:
            self.action_new_series()
        elif summary is not None and summary.meeting is None:
            self.say_problem(summary.problem)
        elif summary is not None:
            self.attempt(lambda: self.facilitator.open_meeting(summary.reference))
        elif row.startswith("more:") and series is not None:
            self._whole.add(series.slug)
            following = [m.reference for m in series.meetings]
            self.redraw()
            self.query_one(RowList).choose(meeting_id(following[-1]) if following else row)
        elif series is not None:
            self._fold(series.slug not in self._folded)

    def _fold(self, away: bool) -> None:
        series, _ = self._chosen()
        if series is None or self._wanted:
            return
        (self._folded.add if away else self._folded.discard)(series.slug)
        self._whole.discard(series.slug)
        if away:
            self.query_one(RowList).choose(series_id(series.slug))
        self.redraw()

    @work(exit_on_error=True)
    async def action_new(self) -> None:
        """A meeting in the chosen series; without any series a series first."""
        series, _ = self._chosen()
        if series is None:
            self.action_new_series()
            return
        from screens.dialogs.new_meeting import NewMeeting, NewMeetingDialog
        from screens.making import make_meeting

        known = tuple(each for each in self._summaries if not each.problem)
        dialog = NewMeetingDialog(known, chosen=series.slug, today=self.facilitator.now().at.date())
        answer: NewMeeting | None = await self.app.push_screen_wait(dialog)
        if answer is not None:
            workspace = self.facilitator.workspace
            reference = self.attempt(lambda: make_meeting(workspace, answer))
            if reference:
                self._choose_when_read = meeting_id(reference)
                self.attempt(lambda: self.facilitator.open_meeting(reference))

    @work(exit_on_error=True)
    async def action_new_series(self) -> None:
        from screens.dialogs.new_series import NewSeries, NewSeriesDialog
        from screens.making import make_series

        dialog = NewSeriesDialog()
        answer: NewSeries | None = await self.app.push_screen_wait(dialog)
        if answer is not None:
            slug = self.attempt(lambda: make_series(self.facilitator.workspace, answer))
            if slug:
                self.say(tr("✓ {name}. “n” plans its first meeting.", name=answer.name))
                self.read_again(choose=series_id(slug))

    @work(exit_on_error=True)
    async def action_series_kind(self) -> None:
        """Another kind of the chosen series; what was held stays as it was."""
        from screens.dialogs.series_kind import SeriesKind, SeriesKindDialog
        from screens.making import change_kind

        series, _ = self._chosen()
        if series is None or series.problem:
            self.say(tr("Choose a series for that."))
            return
        meetings = [each.meeting for each in series.meetings if each.meeting is not None]
        planned = [each.kind for each in meetings if each.state == "planned"]
        dialog = SeriesKindDialog(series.series.kind, len(planned), len(meetings) - len(planned))
        answer: SeriesKind | None = await self.app.push_screen_wait(dialog)
        if answer is None:
            return
        following = planned if answer.with_planned else []
        if {answer.kind} == {series.series.kind, *following}:
            return
        workspace = self.facilitator.workspace
        if self.attempt(lambda: change_kind(workspace, series, answer)):
            kind = kind_words(answer.kind)
            self.say(tr("✓ {name}: {kind} from now on", name=series.series.name, kind=kind))
        self.read_again()

    def action_open_actions(self) -> None:
        series, _ = self._chosen()
        self.facilitator.go_review(None, series=series.slug if series else "")

    def action_minutes(self) -> None:
        if reference := self._minutes_reference():
            workspace = self.facilitator.workspace
            self.attempt(lambda: self.facilitator.go_minutes(workspace.open(reference)))
        else:
            key = BY_ID["minutes"].shown_key(current_language(), "prepare")
            self.say(
                tr("No minutes yet: Enter opens the meeting, “{key}” there shows the invitation.",
                   key=key)
            )  # fmt: skip

    @work(exit_on_error=True)
    async def action_export(self) -> None:
        """To the desk of these minutes, and written there at once."""
        self.action_minutes()
        if self.app.screen is not self:
            self.app.screen.call_after_refresh(self.app.screen.run_action, "export")

    # -- search ---------------------------------------------------------------------------

    def action_find(self) -> None:
        if not self._summaries:
            return
        self._is_searching = True
        bar = self.query_one(CaptureBar)
        bar.put(self._wanted)
        bar.show(BarView(kind=tr("FIND"), hint=tr("a series, a meeting, a place, a date")))
        bar.display = True
        self.query_one("#mode", Static).display = False
        bar.focus_line()
        self.refresh_footer()

    def _close_line(self) -> None:
        self._is_searching = False
        self.query_one(CaptureBar).display = False
        self.query_one("#mode", Static).display = True
        self.query_one(RowList).focus()
        self.redraw()

    def line_changed(self) -> None:
        text = self.query_one(CaptureBar).text.strip()
        if self._is_searching and text != self._wanted:
            self._wanted = text
            self.redraw()

    def line_key(self, key: str) -> bool:
        rows = self.query_one(RowList)
        match key:
            case "enter" | "tab":
                self._close_line()
            case "escape":
                self._wanted = ""
                self._close_line()
            case "up":
                rows.choose_previous()
            case "down":
                rows.choose_next()
            case _:
                return False
        return True

    def line_pasted(self, text: str) -> None:
        self.query_one(CaptureBar).insert(" ".join(text.split()))

    def action_back(self) -> None:
        """The library is the last room: only the search is left behind."""
        if self._wanted:
            self._wanted = ""
            self.redraw()
