"""The minutes desk: what is missing beside the minutes as they will read; mend, export."""

from __future__ import annotations

from collections.abc import Iterable

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static
from textual.widgets._markdown import MarkdownHeader

from facilitator.capture import Context
from facilitator.exporting import exporter_for
from facilitator.i18n import current_language, ntr, tr
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.model import Meeting
from facilitator.minutes.gaps import Gap, gaps
from facilitator.minutes.markdown import markdown
from screens.meeting_room import MeetingRoom
from screens.mending import LEAVE_OPEN, Mended, chips_of, completed, leave_open, mend
from screens.room import bindings_of
from screens.widgets.bar import BarView, CaptureBar, LineOwner
from screens.widgets.columns import cut, padded
from screens.widgets.footer import KeyFooter
from screens.widgets.gap_words import gap_id, gap_question, gap_subject
from screens.widgets.row_list import Row, RowList
from screens.widgets.status import StatusLine


class MinutesScreen(LineOwner, MeetingRoom[None]):
    ROOM = "minutes"
    CSS_PATH = "minutes.tcss"
    BINDINGS = bindings_of(ROOM)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self._open = False

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="counts", markup=False)
        with Horizontal(id="desk"):
            with Vertical(id="left"):
                yield RowList(id="gaps")
                yield Static(id="version", markup=False)
            with VerticalScroll(id="preview"):
                yield Markdown(id="paper", open_links=False)
        yield StatusLine()
        yield Static(id="mode", markup=False)
        yield CaptureBar()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(CaptureBar).display = False
        self.query_one(RowList).focus()

    def line_is_open(self) -> bool:
        return self._open

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str:
        return tr("MINUTES · {title}", title=self.live.meeting.title)

    def head_right(self) -> str:
        return f"{_state(self.live.meeting)} · {self.live.now().at:%H:%M}"

    def draw(self) -> None:
        self.query_one("#counts", Static).update(Content(f" {self._counts()}"))
        self.query_one("#mode", Static).update(Content(tr("LIST: letters are commands")))
        self.query_one(RowList).show(self._rows())
        self.query_one("#version", Static).update(Content(self._version(self.live.meeting)))
        self._show_bar()
        self._draw_paper()

    def _gaps(self) -> tuple[Gap, ...]:
        return gaps(self.live.meeting, self.live.now())

    def _counts(self) -> str:
        ranks = [gap.rank for gap in self._gaps()]
        return tr(
            "missing {missing} · to decide {decide} · hints {hints}",
            missing=ranks.count("missing"),
            decide=ranks.count("to_decide"),
            hints=ranks.count("hint"),
        )

    def _rows(self) -> list[Row]:
        width = max(20, self.query_one("#left").size.width - 2)
        is_wide = self.has_class("-wide")
        headings = {
            "missing": tr("STILL MISSING"),
            "to_decide": tr("TO DECIDE"),
            "hint": tr("HINTS"),
        }
        rows: list[Row] = []
        rank = ""
        for gap in self._gaps():
            if is_wide and gap.rank != rank:
                if rank:
                    rows.append(Row("", Content(" ")))
                rows.append(Row("", Content(f" {headings[gap.rank]}")))
            rank = gap.rank
            rows.append(Row(gap_id(gap), _gap_line(gap, width)))
        return rows or [Row("", Content("   " + tr("Nothing is missing.")))]

    def _version(self, meeting: Meeting) -> str:
        internal = sum(e.visibility == "internal" for e in meeting.entries)
        record = sum(e.visibility == "record" for e in meeting.entries)
        lines = []
        if internal or record:
            lines.append(" " + tr("NOT IN THE MINUTES"))
        if internal:
            lines.append("   " + ntr("{n} internal entry", "{n} internal entries", internal))
        if record:
            text = ntr("{n} entry for the record only", "{n} entries for the record only", record)
            lines.append("   " + text)
        lines.append(" " + tr("VERSION"))
        if meeting.exports:
            last = meeting.exports[-1]
            lines.append("   " + tr("v{n}, {file}", n=last.version, file=last.file))
        else:
            lines.append("   " + tr("not exported yet"))
        return "\n".join(lines)

    @work(exclusive=True, exit_on_error=False)
    async def _draw_paper(self) -> None:
        """Anew only when the text differs; where one reads stays."""
        text = self.attempt(self._minutes_text)
        if text is None:
            return
        paper = self.query_one("#paper", Markdown)
        if text != getattr(self, "_paper_text", None):
            self._paper_text = text
            place = self.query_one("#preview").scroll_y
            await paper.update(text)
            self.query_one("#preview").scroll_to(y=place, animate=False)
        self._show_place()

    def _minutes_text(self) -> str:
        """The minutes as they would be exported now, without the front matter."""
        return markdown(
            self.live.meeting,
            issued=self.live.now().at.date(),
            front_matter=False,
            templates=self.facilitator.workspace.root,
        )

    def _show_place(self) -> None:
        """Scroll the paper to the item the chosen gap is about."""
        gap = self._chosen()
        item = self.live.meeting.item(gap.item) if gap else None
        if item is None:
            return
        for header in self.query(MarkdownHeader):
            source = (header.source or "").replace(chr(92), "")
            if f" {item.number}:" in source:
                self.query_one("#preview").scroll_to_widget(header, top=True, animate=False)
                return

    def _chosen(self) -> Gap | None:
        chosen = self.query_one(RowList).chosen
        return next((gap for gap in self._gaps() if gap_id(gap) == chosen), None)

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (("Tab", tr("To the preview, which scrolls, and back")),)

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self._open:
            return (("↵", tr("save, next")), ("Tab", tr("take")), ("Esc", tr("close the line")))
        mending = [("↵", tr("mend")), ("-", tr("stays open"))] if self._chosen() else []
        dropping = ["drop"] if (gap := self._chosen()) and gap.entry else []
        return (*mending, "export", ("Tab", tr("preview")), *dropping, "open_actions", "undo",
                ("Esc", tr("back")))  # fmt: skip

    # -- the list -------------------------------------------------------------------------

    def on_row_list_chosen(self) -> None:
        self._show_bar()
        self.refresh_footer()
        self._show_place()

    def on_option_list_option_selected(self) -> None:
        self.action_open()

    async def key_escape(self) -> None:
        self.action_back()

    def key_minus(self) -> None:
        self.action_leave_open()

    def key_tab(self) -> None:
        if self._open:
            return
        preview = self.query_one("#preview")
        if self.focused is preview:
            self.remove_class("reading")
            self.query_one(RowList).focus()
        else:
            self.add_class("reading")
            preview.focus()

    # -- the open line --------------------------------------------------------------------

    def action_open(self) -> None:
        if self._chosen() is None:
            return
        self._open = True
        bar = self.query_one(CaptureBar)
        bar.put("")
        bar.display = True
        self.query_one("#mode").display = False
        bar.focus_line()
        self._show_bar()
        self.refresh_footer()

    def action_owner(self) -> None:
        self.action_open()

    def action_due(self) -> None:
        self.action_open()

    def _close_line(self) -> None:
        self._open = False
        bar = self.query_one(CaptureBar)
        bar.put("")
        bar.display = False
        self.query_one("#mode").display = True
        self.query_one(RowList).focus()
        self.refresh_footer()

    def _show_bar(self) -> None:
        gap = self._chosen()
        if not self._open or gap is None:
            return
        mended, bar = self._mended(gap), self.query_one(CaptureBar)
        kind = f"{gap.label or gap_subject(gap)} · {gap_question(gap)}"
        self.query_one(CaptureBar).show(
            BarView(
                kind=kind,
                note=tr("Enter saves and goes to the next"),
                chips=chips_of(mended, bar.text),
                hint=mended.problem or tr("“-” stays open, printed so"),
            )
        )

    def _mended(self, gap: Gap) -> Mended:
        context = Context(
            meeting=self.live.meeting,
            today=self.live.today,
            now=self.live.now(),
            language="de" if current_language() == "de" else "en",
        )
        return mend(gap, self.query_one(CaptureBar).text, context)

    def line_changed(self) -> None:
        self._show_bar()

    def line_key(self, key: str) -> bool:
        if not self._open:
            return False
        match key:
            case "enter":
                self._enter()
            case "tab":
                self._complete()
            case "up":
                self.query_one(RowList).choose_previous()
            case "down":
                self.query_one(RowList).choose_next()
            case "escape":
                self._close_line()
            case "ctrl+z":
                self.action_undo()
            case _:
                return False
        return True

    def line_pasted(self, text: str) -> None:
        self.query_one(CaptureBar).insert(" ".join(text.split()))

    def _enter(self) -> None:
        gap, bar = self._chosen(), self.query_one(CaptureBar)
        if gap is None or not bar.text.strip():
            self._close_line()
            return
        if self._complete():
            return
        mended = self._mended(gap)
        if mended.problem:
            self.say_problem(mended.problem)
        elif self._record(gap, mended.changes, stays=bar.text.strip() in LEAVE_OPEN):
            bar.put("")
            if self._chosen() is None:
                self._close_line()

    def _complete(self) -> bool:
        gap, bar = self._chosen(), self.query_one(CaptureBar)
        if gap is None or bar.text.strip() in ("", *LEAVE_OPEN):
            return False
        mended = self._mended(gap)
        line = completed(mended.before, bar.text, mended.completion)
        if line is not None:
            bar.put(line)
        return line is not None

    # -- commands -------------------------------------------------------------------------

    def action_leave_open(self) -> None:
        gap = self._chosen()
        if gap is not None and not self._open:
            self._record(gap, leave_open(gap), stays=True)

    def action_drop(self) -> None:
        """Not in the minutes: for the record only. Undo, or F6 in the live screen, brings it
        back."""
        gap = self._chosen()
        if gap is None or not gap.entry:
            return
        change = c.VisibilitySet(entry=gap.entry, visibility="record")
        self.record(change, said=tr("✓ {what} is not in the minutes", what=gap.label))

    def _record(self, gap: Gap, changes: tuple[c.Change, ...], *, stays: bool) -> bool:
        what = f"{gap.label} {cut(gap_subject(gap), 40)}".strip()
        said = tr("✓ {what} stays open", what=what) if stays else tr("✓ {what}", what=what)
        return self.record(*changes, said=said)

    def action_export(self) -> None:
        """Write the Markdown beside the meeting; a new version only when something differs."""

        def write() -> str:
            result = exporter_for(self.facilitator.workspace, self.live).export()
            return result.message

        if (said := self.attempt(write)) is not None:
            self.say(f"✓ {said}")

    def action_open_actions(self) -> None:
        self.facilitator.go_review(self.live)

    def action_back(self) -> None:
        if self._open:
            self._close_line()
        elif self.has_class("reading"):
            self.key_tab()
        else:
            self.dismiss()


def _gap_line(gap: Gap, width: int) -> Content:
    question = cut(gap_question(gap), max(8, width // 3))
    space = width - 8 - len(question)
    style = "$warning" if gap.rank == "missing" else ""
    subject = padded(gap_subject(gap), max(4, space))
    return Content.assemble(f" {padded(gap.label, 4)} {subject} ", Content.styled(question, style))


def _state(meeting: Meeting) -> str:
    version = meeting.exports[-1].version if meeting.exports else 0
    if meeting.state == "running":
        return tr("running")
    if meeting.state == "approved":
        return tr("approved")
    return tr("draft v{n}", n=version) if version else tr("draft")
