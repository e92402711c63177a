"""Review of open action items: overdue first, one key each. The same screen inside a meeting,
inside one agenda item, and between meetings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.capture import Chip, Context, read
from facilitator.capture.due import read_due, show_due
from facilitator.i18n import current_language
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.actions import owner_names
from facilitator.meeting.model import ActionStatus, Due, Owner
from facilitator.meeting.review import ReviewRow, open_count
from facilitator.saying import tr
from screens.mending import completed, offered
from screens.review_source import BetweenMeetings, InMeeting, ReviewSource
from screens.room import Room, bindings_of
from screens.widgets.bar import BarView, CaptureBar, LineOwner
from screens.widgets.columns import cut, spread
from screens.widgets.footer import KeyFooter
from screens.widgets.review_rows import detail_text, list_rows
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine

Ask = Literal["due", "owner", "comment", "reason", "find"]


@dataclass(frozen=True)
class OpenLine:
    """The line that is open: what it asks for, and of which action items."""

    ask: Ask
    actions: tuple[str, ...]


class ReviewScreen(LineOwner, Room[None]):
    ROOM = "review"
    CSS_PATH = "review.tcss"
    BINDINGS = bindings_of(ROOM)

    def __init__(self, live: LiveMeeting | None, *, item: str = "", series: str = "") -> None:
        super().__init__()
        self._live = live
        self._item = item
        self._series = series
        self._source: ReviewSource | None = None
        self._open: OpenLine | None = None
        self._marked: set[str] = set()
        self._filter = ""
        self._shows_history = False

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="place", markup=False)
        yield RowList(id="rows")
        yield Static(id="detail", markup=False)
        yield StatusLine()
        with Vertical(id="bottom"):
            yield Static(id="mode", markup=False)
            yield CaptureBar(id="line")
        yield KeyFooter()

    def on_mount(self) -> None:
        if self._live is not None:
            self._source = InMeeting(self._live, self._item)
        else:
            self._source = BetweenMeetings(self.facilitator.workspace, self._series)
        self.query_one(CaptureBar).display = False
        self.query_one(RowList).focus()
        self.call_after_refresh(self.redraw)

    @property
    def source(self) -> ReviewSource:
        assert self._source is not None, "the screen is mounted"
        return self._source

    # -- drawing --------------------------------------------------------------------------

    def redraw(self) -> None:
        rows = self._shown()
        self.query_one("#head", Static).update(self._head(rows))
        self.query_one("#place", Static).update(Content(self._place()))
        self.query_one("#mode", Static).update(Content(tr("LIST: letters are commands")))
        self.query_one(RowList).show(list_rows(rows, self._marked, self.size))
        self._redraw_detail()
        self.refresh_footer()

    def words_changed(self) -> None:
        self.redraw()

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw)

    def _shown(self) -> tuple[ReviewRow, ...]:
        wanted = self._filter.casefold()
        return tuple(
            row
            for row in self.source.rows()
            if wanted
            in f"{row.action.number} {row.action.summary} "
            f"{owner_names(row.action.owners)}".casefold()
        )

    def _head(self, rows: tuple[ReviewRow, ...]) -> Content:
        left = tr("REVIEW · {open} of {all} open", open=open_count(rows), all=len(rows))
        now = self.facilitator.now().at
        right = f"{now:%H:%M}"
        if (
            self._live is not None
            and (item := self._live.meeting.item(self._item_id())) is not None
        ):
            right = tr("item {number} · {time}", number=item.number, time=right)
        return Content(f" {spread(left, right, self.size.width - 2)} ")

    def _place(self) -> str:
        if self._live is None:
            return " " + tr("between meetings: what is said here is kept with the series")
        item = self._live.meeting.item(self._item_id())
        if item is None:
            return " " + tr("recorded in this meeting")
        return " " + cut(
            tr(
                "recorded in the minutes under {number} {title}",
                number=item.number,
                title=item.title,
            ),
            self.size.width - 2,
        )

    def _item_id(self) -> str:
        running = self._live.meeting.running_item if self._live is not None else None
        return self._item or (running.id if running else "")

    def _redraw_detail(self) -> None:
        row = self._chosen_row()
        text = detail_text(row, whole=self._shows_history) if row else ""
        self.query_one("#detail", Static).update(Content(text))

    def own_keys(self) -> Iterable[tuple[str, str]]:
        space = "Space" if current_language() == "en" else "Leer"
        return ((space, tr("Mark several; the next letter is for all of them")),)

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self._open is not None:
            if self._open.ask == "find":
                return (("↵", tr("show these")), ("Esc", tr("leave it")))
            taken = (("Tab", tr("take")),) if self._open.ask == "owner" else ()
            return (("↵", tr("save")), *taken, ("Esc", tr("leave it")))
        if self._chosen_row() is None:
            return (("Esc", tr("back")), "undo", "palette", "quit")
        return (
            "done", "in_progress", "due", "owner", "comment", "drop", "source",
            ("Space" if current_language() == "en" else "Leer", tr("several")),
            ("Esc", tr("back")),
        )  # fmt: skip

    # -- choosing -------------------------------------------------------------------------

    def on_row_list_chosen(self) -> None:
        self._shows_history = False
        self._redraw_detail()

    def _chosen_row(self) -> ReviewRow | None:
        chosen = self.query_one(RowList).chosen
        return next((row for row in self.source.rows() if row.action.id == chosen), None)

    def _acted_on(self) -> tuple[str, ...]:
        """The marked action items, else the chosen one."""
        if self._marked:
            return tuple(row.action.id for row in self._shown() if row.action.id in self._marked)
        row = self._chosen_row()
        return (row.action.id,) if row else ()

    async def key_space(self) -> None:
        if self._open is None and (row := self._chosen_row()) is not None:
            self._marked ^= {row.action.id}
            self.redraw()
            self.query_one(RowList).choose_next()

    def line_is_open(self) -> bool:
        return self._open is not None

    # -- one key each ---------------------------------------------------------------------

    def action_done(self) -> None:
        self._set_status("completed")

    def action_in_progress(self) -> None:
        self._set_status("in-process")

    def action_due(self) -> None:
        self._open_line("due")

    def action_owner(self) -> None:
        self._open_line("owner")

    def action_comment(self) -> None:
        self._open_line("comment")

    def action_open(self) -> None:
        self._open_line("comment")

    def on_option_list_option_selected(self) -> None:
        self.action_open()

    def action_drop(self) -> None:
        self._open_line("reason")

    def action_find(self) -> None:
        self._open_line("find")

    def action_source(self) -> None:
        self._shows_history = not self._shows_history
        self._redraw_detail()

    def action_undo(self) -> None:
        self._step_back(self.source.undo, tr("Taken back."), tr("Nothing to take back."))

    def action_redo(self) -> None:
        self._step_back(self.source.redo, tr("Brought back."), tr("Nothing to bring back."))

    def action_back(self) -> None:
        if self._open is not None:
            self._close_line()
        elif self._filter or self._marked:
            self._filter = ""
            self._marked.clear()
            self.redraw()
        else:
            self.dismiss()

    async def key_escape(self) -> None:
        self.action_back()

    def _step_back(self, step: Callable[[], bool], done: str, nothing: str) -> None:
        found = self.attempt(step)
        if found is not None:
            self.say(done if found else nothing)
            self.redraw()

    def _set_status(self, status: ActionStatus) -> None:
        reviews = [c.ActionItemReviewed(action_item=a, status=status) for a in self._acted_on()]
        words = {"completed": tr("done"), "in-process": tr("in progress")}
        self._record(reviews, words.get(status, ""))

    def _record(self, reviews: list[c.ActionItemReviewed], what: str) -> bool:
        if not reviews:
            return False
        numbers = {row.action.id: row.action.number for row in self.source.rows()}
        chosen_next = self._next_open(reviews[-1].action_item)

        def save() -> bool:
            self.source.record(*reviews)
            return True

        if not self.attempt(save):
            return False
        self._marked.clear()
        names = ", ".join(numbers.get(r.action_item) or "·" for r in reviews[:3])
        self.say(f"✓ {names}: {what}", undo=True)
        self.redraw()
        if chosen_next:
            self.query_one(RowList).choose(chosen_next)
        return True

    def _next_open(self, action: str) -> str:
        """The row behind this one that is not gone through yet, else the first such."""
        waiting = [row.action.id for row in self._shown()]
        opened = {row.action.id for row in self._shown() if row.section != "reviewed"}
        place = waiting.index(action) if action in waiting else -1
        after = [a for a in waiting[place + 1 :] + waiting[:place] if a in opened and a != action]
        return after[0] if after else ""

    # -- the open line --------------------------------------------------------------------

    def _open_line(self, ask: Ask) -> None:
        actions = self._acted_on()
        if not actions and ask != "find":
            return
        self._open = OpenLine(ask, actions)
        bar = self.query_one(CaptureBar)
        bar.put("")
        bar.display = True
        self.query_one("#mode", Static).display = False
        bar.focus_line()
        self._show_bar("")
        self.refresh_footer()

    def _leave_line(self, line: OpenLine) -> None:
        """In a meeting what was typed is kept: it stands in grey in its live screen."""
        kept = self._half_typed(line)
        self._close_line()
        if kept and self._live is not None:
            self.facilitator.keep_line(self._live, kept)
            self.say(tr("The line is put aside; it stands in the live screen in grey."))

    def _half_typed(self, line: OpenLine) -> str:
        return "" if line.ask == "find" else self.query_one(CaptureBar).text.strip()

    def keep_draft(self) -> None:
        if self._open is not None and self._live is not None:
            self.facilitator.keep_line(self._live, self._half_typed(self._open))

    def _close_line(self) -> None:
        self._open = None
        bar = self.query_one(CaptureBar)
        bar.put("")
        bar.display = False
        self.query_one("#mode", Static).display = True
        self.query_one(RowList).focus()
        self.redraw()

    def _show_bar(self, text: str) -> None:
        if self._open is None:
            return
        titles: dict[Ask, str] = {
            "due": tr("NEW DATE"),
            "owner": tr("WHO"),
            "comment": tr("COMMENT"),
            "reason": tr("DROPPED · why?"),
            "find": tr("FIND"),
        }
        numbers = {row.action.id: row.action.number for row in self.source.rows()}
        right = ", ".join(numbers.get(a) or "·" for a in self._open.actions[:3])
        hint = {
            "due": tr("“end of March”, 15.3., “next meeting”"),
            "owner": tr("a name, several with commas"),
        }.get(self._open.ask, "")
        chips = self._reading_chips(text)
        self.query_one(CaptureBar).show(
            BarView(
                kind=titles[self._open.ask], right=right, chips=chips, hint="" if chips else hint
            )
        )

    def _reading_chips(self, text: str) -> tuple[Chip, ...]:
        if self._open is None or not text.strip():
            return ()
        if self._open.ask == "due":
            due = self._due(text)
            if due is None:
                label = tr("not understood as a date yet")
                return (Chip(key="due", kind="hint", state="offered", label=label),)
            shown = show_due(due, current_language())
            return (Chip(key="due", kind="due", state="taken", label=shown),)
        if self._open.ask == "owner":
            reading = read(f"m: x >{text}", self._reading_context())
            is_half = completed("m: x >", text, reading.completion) is not None
            return offered(reading.completion) if is_half else reading.chips
        return ()

    def line_changed(self) -> None:
        if self._open is None:
            return
        text = self.query_one(CaptureBar).text
        if self._open.ask == "find" and text != self._filter:
            self._filter = text
            self.redraw()
        self._show_bar(text)

    def line_key(self, key: str) -> bool:
        if self._open is None:
            return False
        match key:
            case "escape":
                self._leave_line(self._open)
            case "enter":
                self._send_line(self.query_one(CaptureBar).text.strip())
            case "tab":
                self._complete_name()
            case "ctrl+z":
                self.action_undo()
            case _:
                return False
        return True

    def line_pasted(self, text: str) -> None:
        self.query_one(CaptureBar).insert(" ".join(text.split()))

    def _send_line(self, text: str) -> None:
        opened = self._open
        if opened is None:
            return
        if not text or opened.ask == "find":
            self._close_line()
        elif opened.ask == "owner" and self._complete_name():
            return
        elif self._save_line(opened, text):
            self._close_line()

    def _save_line(self, opened: OpenLine, text: str) -> bool:
        reviews: list[c.ActionItemReviewed] = []
        what = cut(text, 40)
        for action in opened.actions:
            if opened.ask == "due":
                due = self._due(text)
                if due is None:
                    self.say_problem(
                        tr("“{text}” is no date I understand. The line stays.", text=text)
                    )
                    return False
                what = show_due(due, current_language())
                reviews.append(c.ActionItemReviewed(action_item=action, due=due))
            elif opened.ask == "owner":
                owners = self._owners(text)
                what = owner_names(owners)
                reviews.append(c.ActionItemReviewed(action_item=action, owners=owners))
            elif opened.ask == "reason":
                reviews.append(
                    c.ActionItemReviewed(action_item=action, status="cancelled", reason=text)
                )
                what = tr("dropped: {why}", why=what)
            else:
                reviews.append(c.ActionItemReviewed(action_item=action, comment=text))
        return self._record(reviews, what)

    def _due(self, text: str) -> Due | None:
        reading = read_due(text.strip().removeprefix("<"), self.source.today, current_language())
        return reading.due if reading else None

    def _owners(self, text: str) -> tuple[Owner, ...]:
        reading = read(f"m: x >{text.removeprefix('>')}", self._reading_context())
        found = [ch for ch in reading.changes if isinstance(ch, c.ActionItemRecorded)]
        known = found[0].owners if found else ()
        if known and (not found or found[0].summary == "x"):
            return known
        return tuple(Owner(name=name.strip()) for name in text.split(",") if name.strip())

    def _complete_name(self) -> bool:
        """Put the first fitting name in; False when the line ends with a whole name."""
        if self._open is None or self._open.ask != "owner":
            return False
        bar = self.query_one(CaptureBar)
        before = "m: x >"
        line = completed(
            before, bar.text, read(before + bar.text, self._reading_context()).completion
        )
        if line is not None:
            bar.put(line)
        return line is not None

    def _reading_context(self) -> Context:
        return Context(
            meeting=self.source.names,
            today=self.source.today,
            language="de" if current_language() == "de" else "en",
        )
