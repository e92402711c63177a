"""The time line: everything that happened, in its order. Choosing a line shows what going back to
it would take back, before anything is done; Enter asks once, the second Enter does it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from facilitator.folding import fold
from facilitator.live import LiveMeeting
from facilitator.meeting.course import CourseStep, steps_behind
from facilitator.saying import ntr, tr
from facilitator.told import told
from screens.meeting_room import MeetingRoom
from screens.room import bindings_of
from screens.widgets.bar import BarView, CaptureBar, LineOwner
from screens.widgets.columns import cut, spread
from screens.widgets.entry_rows import wrapped
from screens.widgets.footer import KeyFooter
from screens.widgets.live_head import WIDE
from screens.widgets.long_list import LongList
from screens.widgets.status import StatusLine

_MOVES = {"up": -1, "down": 1, "home": -(10**9), "end": 10**9}


class TimelineScreen(LineOwner, MeetingRoom[None]):
    ROOM = "timeline"
    CSS_PATH = "timeline.tcss"
    BINDINGS = bindings_of(ROOM)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self._steps: tuple[CourseStep, ...] = ()
        self._rows: list[int] = []
        """Places in `_steps` of what the search leaves."""
        self._words: dict[str, str] = {}
        """What a step did, by its id: told when it comes into sight."""
        self._ever = live.meeting
        self._chosen = ""
        """Id of the chosen step; empty: the newest."""
        self._asked = ""
        """The step for which a first Enter asked."""
        self._is_searching = False
        self._filter = ""

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with Horizontal(id="middle"):
            yield LongList(self._line, id="course")
            yield Static(id="behind", markup=False)
        yield StatusLine()
        with Vertical(id="bottom"):
            yield Static(id="mode", markup=False)
            yield CaptureBar(id="line")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(CaptureBar).display = False
        self.query_one(LongList).focus()
        self._read_course()

    # -- what happened --------------------------------------------------------------------

    def redraw(self) -> None:
        if self.can_draw:
            self._read_course()
        super().redraw()

    def _read_course(self) -> None:
        steps = self.live.course()
        if steps != self._steps:
            self._steps = steps
            self._ever = self.live.everything()
            self._words.clear()
            self._asked = ""
        self._choose_rows()

    def _choose_rows(self) -> None:
        wanted = fold(self._filter)
        self._rows = [
            at
            for at, step in enumerate(self._steps)
            if not wanted or wanted in fold(self._told(step))
        ]
        ids = [self._steps[at].id for at in self._rows]
        place = ids.index(self._chosen) if self._chosen in ids else len(ids) - 1
        self.query_one(LongList).show(len(ids), place)

    def _told(self, step: CourseStep) -> str:
        if step.id not in self._words:
            words = told(step.changes, self._ever)
            self._words[step.id] = words or tr("something of a newer program")
        return self._words[step.id]

    def _step(self) -> CourseStep | None:
        """The chosen one."""
        place = self.query_one(LongList).place
        return self._steps[self._rows[place]] if place < len(self._rows) else None

    def _behind(self) -> tuple[CourseStep, ...]:
        step = self._step()
        return steps_behind(self._steps, step.id) if step else ()

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str:
        steps = ntr("{n} step", "{n} steps", len(self._steps))
        back = sum(step.is_taken_back for step in self._steps)
        left = f"{tr('TIME LINE')} · {self.live.meeting.title} · {steps}"
        if back:
            left += " · " + tr("{n} taken back", n=back)
        return left

    def draw(self) -> None:
        self.query_one("#behind", Static).update(self._behind_content())
        mode = tr("LIST: letters are commands")
        if self._filter and not self._is_searching:
            found = ntr("{n} found", "{n} found", len(self._rows))
            mode = tr("“{text}”: {found} · Esc shows all", text=self._filter, found=found)
        self.query_one("#mode", Static).update(Content(mode))
        self.query_one("#mode").display = not self._is_searching
        line = self.query_one(CaptureBar)
        line.display = self._is_searching
        line.show(BarView(tr("Find"), hint=ntr("{n} found", "{n} found", len(self._rows))))

    def _when(self, step: CourseStep) -> str:
        days = {self._steps[0].at.at.date(), self._steps[-1].at.at.date()}
        at = step.at.at
        return f"{at:%H:%M}" if len(days) == 1 else f"{at:%d.%m. %H:%M}"

    def _line(self, place: int, width: int) -> Content:
        step = self._steps[self._rows[place]]
        mark = tr("taken back") if step.is_taken_back else tr("stays") if step.is_fixed else ""
        sign = "–" if step.is_taken_back else " "
        lead = f" {self._when(step)} {sign} "
        text = lead + spread(self._told(step), mark, max(8, width - 1 - len(lead)))
        return Content.styled(text, "$foreground 60%" if step.is_taken_back else "")

    def _behind_content(self) -> Content:
        """What going back to the chosen line takes back, the newest first."""
        panel = self.query_one("#behind", Static)
        width = max(20, panel.content_size.width or self.size.width - 2)
        room = panel.content_size.height or 6
        step = self._step()
        if step is None:
            return Content(cut(tr("Nothing fits."), width))
        if step.is_taken_back:
            lines = [tr("This was taken back. Enter brings it back."), self._told(step)]
            return Content("\n".join(cut(line, width) for line in lines))
        behind = self._behind()
        if not behind:
            told = tr("Nothing happened behind this that could be taken back.")
            return Content("\n".join(wrapped(told, width)))
        head = ntr(
            "Back to here takes back {n} step:", "Back to here takes back {n} steps:", len(behind)
        )
        lines = [f"{self._when(each)} – {self._told(each)}" for each in behind]
        if len(lines) > room - 1:
            more = tr("… and {n} more", n=len(lines) - room + 2)
            lines = [*lines[: room - 2], more]
        first = Content.styled(cut(head, width), "bold")
        return Content("\n").join([first, *(Content(cut(line, width)) for line in lines)])

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self._is_searching:
            return (("↵", tr("keep")), ("↑↓", tr("choose")), ("Esc", tr("all of it")))
        if self._asked:
            return (("↵", tr("really")), ("Esc", tr("not")))
        step = self._step()
        doing: list[tuple[str, str]] = []
        if step is not None and step.is_taken_back:
            doing = [("↵", tr("bring back"))]
        elif self._behind():
            doing = [("↵", tr("back to here"))]
        return (
            *doing,
            ("↑↓", tr("choose")),
            ("/", tr("find")),
            "undo",
            "redo",
            ("Esc", tr("meeting")),
        )

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (
            ("↑ ↓", tr("Choose a point; what going back to it takes back stands beside it")),
            ("↵", tr("Go back to the point (asks first); a step taken back: bring it back")),
            ("^Y", tr("Brings back all that went in one go, until something new is recorded")),
        )

    # -- keys -----------------------------------------------------------------------------

    def line_is_open(self) -> bool:
        return self._is_searching

    async def on_key(self, event: Key) -> None:
        if not self._is_searching and self._key(event.key):
            event.stop()
            event.prevent_default()
            return
        await super().on_key(event)

    def _key(self, key: str) -> bool:
        if key in _MOVES or key in ("pageup", "pagedown"):
            self._move(key)
        elif key == "enter":
            self._enter()
        elif key == "escape":
            self._escape()
        else:
            return False
        return True

    def _move(self, key: str) -> None:
        course = self.query_one(LongList)
        page = max(1, course.page - 1)
        course.step({"pageup": -page, "pagedown": page}.get(key) or _MOVES[key])
        self._was_chosen()

    def on_long_list_chosen(self) -> None:
        self._was_chosen()

    def _was_chosen(self) -> None:
        step = self._step()
        newest = bool(self._rows) and self.query_one(LongList).place == len(self._rows) - 1
        self._chosen = "" if step is None or newest else step.id
        if self._asked:
            self._asked = ""
            self.say("")
        self.draw()
        self.refresh_footer()

    def _enter(self) -> None:
        """The first asks in place, the second does it."""
        step = self._step()
        behind = self._behind()
        if step is None or (not step.is_taken_back and not behind):
            return
        if self._asked != step.id:
            self._asked = step.id
            if step.is_taken_back:
                self.say(tr("Bring this step back? Enter once more · Esc not"))
            else:
                self.say(
                    ntr(
                        "Take back {n} step? Enter once more · Esc not",
                        "Take back {n} steps? Enter once more · Esc not",
                        len(behind),
                    )
                )
            self.refresh_footer()
            return
        self._asked = ""
        self._chosen = step.id
        if step.is_taken_back:
            if self.attempt(lambda: self.live.bring_back(step.id)):
                self.say(tr("✓ back again: {what}", what=self._told(step)), undo=True)
        elif self.attempt(lambda: self.live.take_back(tuple(each.id for each in behind))):
            self.say(
                ntr(
                    "✓ {n} step taken back · Ctrl+Y brings it back",
                    "✓ {n} steps taken back · Ctrl+Y brings all of them back",
                    len(behind),
                )
            )

    def _escape(self) -> None:
        if self._asked:
            self._asked = ""
            self.say("")
            self.refresh_footer()
        elif self._filter:
            self._search_for("")
        else:
            self.dismiss()

    # -- finding --------------------------------------------------------------------------

    def action_find(self) -> None:
        self._is_searching = True
        self.query_one(CaptureBar).put(self._filter)
        self.redraw()
        self.query_one(CaptureBar).focus_line()

    def line_changed(self) -> None:
        if self._is_searching and self.can_draw:
            self._search_for(self.query_one(CaptureBar).text.strip())

    def line_key(self, key: str) -> bool:
        if key in ("up", "down", "pageup", "pagedown"):
            self._move(key)
        elif key in ("enter", "escape"):
            self._is_searching = False
            self._search_for(self._filter if key == "enter" else "")
            self.query_one(LongList).focus()
        else:
            return False
        return True

    def line_pasted(self, text: str) -> None:
        self.query_one(CaptureBar).insert(" ".join(text.split()))

    def _search_for(self, text: str) -> None:
        if text != self._filter:
            self._filter = text
        self.redraw()
