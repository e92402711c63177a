"""The picture of the library: what it reads, draws and says, and what is chosen in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.capture.due import show_day
from facilitator.errors import FacilitatorError
from facilitator.i18n import current_language, tr
from facilitator.workspace import MeetingSummary, SeriesSummary
from screens.commands import BY_ID, Command
from screens.library_facts import in_order, next_up
from screens.room import Room
from screens.widgets.bar import CaptureBar
from screens.widgets.columns import cut, spread
from screens.widgets.footer import KeyFooter
from screens.widgets.library_panels import counts_of, next_lines, open_line, panel
from screens.widgets.library_rows import (
    NEW_SERIES,
    USUAL_STATE,
    library_rows,
    meeting_id,
    slug_of,
    states_width,
)
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine

WIDE = 110
LEFT = 52
"""Cells of the list on a wide screen, where no state needs more."""


class LibraryView(Room[None]):
    """Reads the workspace beside the screen; the commands are `LibraryScreen`'s."""

    ROOM = "library"
    CSS_PATH = "library.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]

    def __init__(self) -> None:
        super().__init__()
        self._summaries: tuple[SeriesSummary, ...] = ()
        self._is_read = False
        self._left = LEFT
        self._folded: set[str] = set()
        self._whole: set[str] = set()
        self._wanted = ""
        self._is_searching = False
        self._choose_when_read = ""
        self._shown_minute = ""

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="next", markup=False)
        with Horizontal(id="middle"):
            with Vertical(id="left"):
                yield Static(id="left-title", markup=False)
                yield Static(id="welcome", markup=False)
                yield RowList(id="rows")
            yield Static(id="panel", markup=False)
        yield Static(id="open", markup=False)
        yield StatusLine()
        with Vertical(id="bottom"):
            yield Static(id="mode", markup=False)
            yield CaptureBar(id="line")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(CaptureBar).display = False
        self.query_one(RowList).focus()
        self.set_interval(1.0, self._tick)

    def on_screen_resume(self) -> None:
        """Shown (again): what was written meanwhile is read, the chosen row stays."""
        self.read_again()

    # -- reading --------------------------------------------------------------------------

    def read_again(self, choose: str = "") -> None:
        """Read the workspace beside the screen; the old rows stay until it is done."""
        self._choose_when_read = choose or self._choose_when_read
        self._read()

    @work(thread=True, exclusive=True, group="reading", exit_on_error=False)
    def _read(self) -> None:
        try:
            found = self.facilitator.workspace.series()
        except FacilitatorError as error:
            self.app.call_from_thread(self.say_problem, str(error), lasting=True)
            return
        self.app.call_from_thread(self._was_read, found)

    def _was_read(self, summaries: tuple[SeriesSummary, ...]) -> None:
        self._summaries = in_order(summaries, self.facilitator.now().at.date())
        first = not self._is_read
        self._is_read = True
        self.redraw()
        if self._choose_when_read:
            self.query_one(RowList).choose(self._choose_when_read)
            self._choose_when_read = ""
        elif first:
            self._choose_first()

    def _choose_first(self) -> None:
        """The next meeting is the likeliest wish."""
        if found := next_up(self._summaries, self.facilitator.now().at.date()):
            self.query_one(RowList).choose(meeting_id(found[1].reference))

    # -- drawing --------------------------------------------------------------------------

    def redraw(self) -> None:
        if not self.is_mounted:
            return
        now = self.facilitator.now().at
        width, rows = self.size.width, self.query_one(RowList)
        is_empty = self._is_read and not self._summaries
        self.set_class(is_empty, "empty")
        self._tick(force=True)
        self.query_one("#left-title", Static).update(Content(f" {tr('SERIES')}"))
        self.query_one("#welcome", Static).update(Content(_welcome()))
        needed = states_width(self._summaries, self._folded, self._whole, self._wanted)
        self._left = LEFT + max(0, needed - USUAL_STATE)
        left = self.query_one("#left")
        if is_wide := width >= WIDE and not is_empty:
            left.styles.width = self._left
        else:
            left.styles.clear_rule("width")
        list_width = self._left if is_wide else width
        if self._is_read:
            rows.show(
                library_rows(
                    self._summaries,
                    chosen=rows.chosen,
                    folded=self._folded,
                    whole=self._whole,
                    wanted=self._wanted,
                    today=now.date(),
                    width=list_width - 2,
                )
            )
        counts = counts_of(self._summaries, now.date())
        self.query_one("#open", Static).update(open_line(counts, now.date(), width))
        words = tr("LIST: letters are commands")
        if self._wanted:
            words = tr("Only what contains “{text}” · Esc shows all", text=self._wanted)
        self.query_one("#mode", Static).update(Content(cut(words, max(1, width - 2))))
        self.refresh_footer()

    def _tick(self, force: bool = False) -> None:
        """Clock and distances change by the minute."""
        now = self.facilitator.now().at
        if not force and f"{now:%H:%M}" == self._shown_minute:
            return
        self._shown_minute = f"{now:%H:%M}"
        width = self.size.width
        self.query_one("#head", Static).update(Content(self._head(width)))
        if self._is_read:
            self.query_one("#next", Static).update(next_lines(self._summaries, now, width))
            room = self.query_one("#panel", Static).size
            drawn = panel(
                self._summaries, now, width - self._left - 1, max(room.height, self.size.height - 4)
            )
            self.query_one("#panel", Static).update(drawn)

    def _head(self, width: int) -> str:
        now = self.facilitator.now().at
        right = f"{show_day(now.date(), current_language())}   {now:%H:%M}"
        if width >= WIDE:
            where = tr("Workspace {folder}", folder=_short(str(self.facilitator.workspace.root)))
            right = f"{cut(where, 50)}      {right}"
        return f" {spread('facilitator', right, max(1, width - 2))} "

    def words_changed(self) -> None:
        self.redraw()

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw)

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self._is_searching:
            return (("↵", tr("to the list")), ("Tab", tr("to the list")), ("Esc", tr("all again")))
        if not self._is_read:
            return ("quit",)
        chosen = self.query_one(RowList).chosen
        if chosen == NEW_SERIES:
            first: tuple[tuple[str, str], ...] = (("↵", tr("new series")),)
        elif chosen.startswith("meeting:"):
            first = (("↵", tr("Open")),)
        elif chosen.startswith("more:"):
            first = (("↵", tr("show them")),)
        else:
            series, _ = self._chosen()
            is_folded = series is not None and series.slug in self._folded
            first = (("↵", tr("unfold") if is_folded else tr("fold")),)
        offered: list[str | tuple[str, str]] = [*first]
        if chosen != NEW_SERIES:
            offered.append((self._key("new"), tr("new meeting")))
        if self._summaries:
            offered.append((self._key("open_actions"), tr("open actions")))
            if self._minutes_reference():
                offered += ["minutes", "export"] if self.size.width >= WIDE else ["minutes"]
            offered.append(("/", tr("find")))
        if self.size.width >= WIDE or not self._summaries:
            offered.append("palette")
        return (*offered, "quit")

    @staticmethod
    def _key(command: str) -> str:
        return BY_ID[command].shown_key(current_language(), "library")

    # -- saying ---------------------------------------------------------------------------

    def say(self, text: str, *, undo: bool = False) -> None:
        super().say(text, undo=undo)
        self.query_one(StatusLine).set_class(bool(text), "said")

    def say_problem(self, text: str, *, lasting: bool = False) -> None:
        super().say_problem(text, lasting=lasting)
        self.query_one(StatusLine).set_class(bool(text), "said")

    def on_row_list_chosen(self) -> None:
        self.redraw()
        problem = self._problem_of_chosen()
        status = self.query_one(StatusLine)
        if problem:
            self.say_problem(problem)
        elif not status.is_lasting:
            self.say("")

    def _problem_of_chosen(self) -> str:
        series, summary = self._chosen()
        if summary is not None:
            return summary.problem
        return series.problem if series is not None else ""

    # -- choosing -------------------------------------------------------------------------

    def _chosen(self) -> tuple[SeriesSummary | None, MeetingSummary | None]:
        """Series and meeting of the chosen row; on a series there is no meeting."""
        row = self.query_one(RowList).chosen
        slug = slug_of(row)
        series = next((s for s in self._summaries if s.slug == slug), None)
        if series is None or not row.startswith("meeting:"):
            return series, None
        reference = row.removeprefix("meeting:")
        return series, next((m for m in series.meetings if m.reference == reference), None)

    def _minutes_reference(self) -> str:
        """The meeting whose minutes are meant: the chosen one, else the newest of the series."""
        series, summary = self._chosen()
        if summary is not None:
            return summary.reference if _has_minutes(summary) else ""
        found = [m for m in series.meetings if _has_minutes(m)] if series else []
        return found[0].reference if found else ""

    def _is_planned(self) -> bool:
        """A meeting is chosen that has no minutes yet: their keys then say so."""
        summary = self._chosen()[1]
        return summary is not None and summary.meeting is not None and not _has_minutes(summary)

    def line_is_open(self) -> bool:
        return self._is_searching

    def offers(self, command: Command) -> bool:
        if command.id in ("minutes", "export"):
            return bool(self._minutes_reference()) or self._is_planned()
        return command.id not in ("undo", "redo", "remove") and super().offers(command)


def _has_minutes(summary: MeetingSummary) -> bool:
    return summary.meeting is not None and summary.meeting.state != "planned"


def _short(folder: str) -> str:
    """The folder with the home folder as '~'."""
    home = str(Path.home())
    return "~" + folder.removeprefix(home) if folder.startswith(home) else folder


def _welcome() -> str:
    return "\n".join(
        (
            tr("Welcome. There is no meeting here yet."),
            "",
            tr("A series is a group that meets again and again: a steering group, a network."),
            tr("Enter makes the first one; then “n” plans its first meeting."),
            "",
            tr("'facilitator demo' in the terminal shows an example with everything in it."),
        )
    )
