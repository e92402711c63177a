"""The desk as a room: the list at the left, the paper at the right, both about the same thing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from textwrap import wrap

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.capture import Context
from facilitator.i18n import current_language, tr
from facilitator.live import LiveMeeting
from facilitator.meeting.model import AgendaItem, Meeting
from facilitator.minutes.gaps import Gap, gaps
from facilitator.minutes.paper import Paper
from facilitator.minutes.paper import paper as paper_of
from facilitator.minutes.wanted import Wanted, kinds_for
from screens.desk.paper_view import PaperView
from screens.desk.rows import OUT, desk_rows
from screens.desk.subject import NOTHING, Subject, subject_of
from screens.meeting_room import MeetingRoom
from screens.widgets.bar import CaptureBar, LineOwner
from screens.widgets.footer import KeyFooter
from screens.widgets.gap_words import gap_id
from screens.widgets.mode_line import ModeLine
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine


class DeskRoom(LineOwner, MeetingRoom[None]):
    """Base of the acts of the desk: what is chosen, and how it is drawn."""

    ROOM = "minutes"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self.home = Wanted(kind=kinds_for(live.meeting)[0])
        """The document of this meeting: its minutes, before it begins the invitation."""
        self.wanted = self.home
        """The document in the preview."""
        self._papers: tuple[Meeting, object, Paper] | None = None
        """The paper made last: of which meeting, and what was asked for."""
        self._known_gaps: tuple[Meeting, date, tuple[Gap, ...]] | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="counts", markup=False)
        with Horizontal(id="desk"):
            with Vertical(id="left"):
                yield RowList(id="gaps")
                yield Static(id="version", markup=False)
            yield PaperView(id="paper")
        yield StatusLine()
        yield ModeLine(id="mode")
        yield CaptureBar()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(CaptureBar).display = False
        self.rows.focus()

    @property
    def rows(self) -> RowList:
        return self.query_one("#gaps", RowList)

    @property
    def view(self) -> PaperView:
        return self.query_one(PaperView)

    @property
    def is_reading(self) -> bool:
        """The keys go to the preview."""
        return self.has_class("reading")

    # -- what is chosen -----------------------------------------------------------------------

    def gaps(self) -> tuple[Gap, ...]:
        meeting = self.live.meeting
        day = self.live.now().at.date()
        known = self._known_gaps
        if known is None or known[0] is not meeting or known[1] != day:
            known = self._known_gaps = (meeting, day, gaps(meeting, self.live.now()))
        return known[2]

    def chosen_gap(self) -> Gap | None:
        """The gap the acts are about; None while one reads, or where an entry is chosen that is
        not in the minutes."""
        if self.is_reading:
            return None
        chosen = self.rows.chosen
        return next((gap for gap in self.gaps() if gap_id(gap) == chosen), None)

    def chosen_about(self) -> str:
        """Id, or name of a fact, of what is chosen; empty: nothing."""
        if self.is_reading:
            return self.view.about
        if (gap := self.chosen_gap()) is not None:
            return gap.entry or gap.item or gap.what
        chosen = self.rows.chosen
        return chosen.removeprefix(OUT) if chosen.startswith(OUT) else ""

    def subject(self) -> Subject:
        about = self.chosen_about()
        return subject_of(self.live.meeting, about) if about else NOTHING

    def item_of_chosen(self) -> AgendaItem | None:
        """The chosen item, or that of the chosen entry."""
        subject = self.subject()
        if subject.entry is not None:
            return self.live.meeting.item(subject.entry.item)
        return subject.item

    def context(self) -> Context:
        return Context(
            meeting=self.live.meeting,
            today=self.live.today,
            now=self.live.now(),
            now_hhmm=f"{self.live.now().at:%H:%M}",
            language="de" if current_language() == "de" else "en",
        )

    # -- drawing ------------------------------------------------------------------------------

    def head_left(self) -> str:
        title = tr("MINUTES · {title}", title=self.live.meeting.title)
        paper = self._papers[2] if self._papers else None
        return f"{title} · {paper.name}" if paper else title

    def head_right(self) -> str:
        return f"{self.state_words()} · {self.live.now().at:%H:%M}"

    def state_words(self) -> str:
        """How far the minutes are."""
        return ""

    def version_lines(self) -> tuple[str, ...]:
        """What stands under VERSION."""
        return ()

    def draw(self) -> None:
        is_wide = self.has_class("-wide")
        width = max(20, self.query_one("#left").size.width - 2)
        self.query_one("#counts", Static).update(Content(self._counts_line()))
        self.rows.show(desk_rows(self.live.meeting, self.gaps(), width, is_wide=is_wide))
        lines = [
            f" {tr('VERSION')}",
            *(f"   {part}" for line in self.version_lines() for part in wrap(line, width - 3)),
        ]
        self.query_one("#version", Static).update(Content("\n".join(lines)))
        self.show_mode()
        self.draw_paper()
        self.show_line()

    def mode_words(self) -> str:
        if self.is_reading:
            return tr("PREVIEW: letters are commands")
        return tr("LIST: letters are commands")

    def show_mode(self) -> None:
        keys = tuple(self.document_commands())
        self.query_one("#mode", ModeLine).show(self.ROOM, self.mode_words(), keys)

    def document_commands(self) -> Iterable[str | tuple[str, str]]:
        """What works on the whole document now, whatever is chosen; the most needed first."""
        return ()

    def show_line(self) -> None:
        """Draw what stands around the open line."""

    def _counts_line(self) -> str:
        """Counts, and beside them what stands under VERSION on a wide screen."""
        line = f" {self._counts()}"
        beside = self.beside_counts(self.size.width - 3 - cell_len(line))
        gap = self.size.width - 1 - cell_len(line) - cell_len(beside)
        return f"{line}{' ' * gap}{beside}" if beside else line

    def beside_counts(self, room: int) -> str:
        """What of `version_lines` is not in the head and fits into so many cells."""
        return ""

    def _counts(self) -> str:
        ranks = [gap.rank for gap in self.gaps()]
        return tr(
            "missing {missing} · to decide {decide} · hints {hints}",
            missing=ranks.count("missing"),
            decide=ranks.count("to_decide"),
            hints=ranks.count("hint"),
        )

    # -- the paper ----------------------------------------------------------------------------

    def draw_paper(self) -> None:
        found = self.attempt(self.paper_now)
        if found is not None:
            self.view.show(found)
            self.show_place()
            self.tick()

    def paper_now(self) -> Paper:
        """The document as it would be exported now. Raises FacilitatorError."""
        meeting = self.live.meeting
        asked = (self.wanted, self.live.now().at.date())
        known = self._papers
        if known is None or known[0] is not meeting or known[1] != asked:
            known = self._papers = (meeting, asked, self.make_paper(meeting))
        return known[2]

    def make_paper(self, meeting: Meeting) -> Paper:
        exports = meeting.exports
        return paper_of(
            meeting,
            self.wanted,
            issued=self.live.now().at.date(),
            version=max((each.version for each in exports), default=0) or 1,
            templates=self.facilitator.workspace.root,
        )

    def show_place(self) -> None:
        """Mark in the paper what is chosen in the list."""
        if self.is_reading:
            return
        about = self.chosen_about()
        entry = self.live.meeting.entry(about)
        self.view.mark(about, entry.item if entry is not None else "")

    def choose_row_of(self, about: str) -> None:
        """Choose the row of the list that is about this, if there is one."""
        for gap in self.gaps():
            if about and about in (gap.entry or gap.item, gap.what):
                self.rows.choose(gap_id(gap))
                return

    def read(self) -> None:
        """The keys go to the preview."""
        self.add_class("reading")
        self.view.focus()
        if not self.view.about:
            self.view.action_step(1)
        self.show_mode()
        self.refresh_footer()

    def leave_reading(self) -> None:
        self.remove_class("reading")
        self.rows.focus()
        self.show_place()
        self.show_mode()
        self.refresh_footer()

    # -- the list and the preview tell each other ---------------------------------------------

    def on_row_list_chosen(self) -> None:
        self.show_line()
        self.refresh_footer()
        self.show_place()

    def on_paper_view_chosen(self, event: PaperView.Chosen) -> None:
        event.stop()
        if not self.is_reading and not self.line_is_open():
            self.read()  # by mouse
        self.choose_row_of(event.about)
        self.refresh_footer()
