"""The picture of preparing a meeting: three parts, one of them current. On a narrow screen only
that one is unfolded, on a wide one all stand side by side."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.capture.due import show_day
from facilitator.i18n import current_language, ntr, tr
from facilitator.live import LiveMeeting
from facilitator.meeting.model import Meeting
from screens.commands import BY_ID
from screens.preparing.agenda import AgendaPart
from screens.preparing.head import HeadPart
from screens.preparing.part import OpenLine, Part
from screens.preparing.people import PeoplePart
from screens.room import Room
from screens.widgets.bar import BarView, CaptureBar
from screens.widgets.columns import cut, spread
from screens.widgets.footer import KeyFooter
from screens.widgets.library_panels import readiness
from screens.widgets.part_list import PartList
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine

WIDE = 110


class PrepareView(Room[None]):
    ROOM = "prepare"
    CSS_PATH = "prepare.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__()
        self.live = live
        self.slug = live.reference.partition("/")[0]
        self.agenda = AgendaPart(live.now().at.date())
        self.parts: tuple[Part, ...] = (
            HeadPart(live.now().at.date()),
            self.agenda,
            PeoplePart(live.now().at.date()),
        )
        self.part: Part = self.agenda
        self.line: OpenLine | None = None
        self._open_count: int | None = None
        self._agenda_was_shown = False
        self._stop_listening = live.listen(self._meeting_changed)

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="facts", markup=False)
        with Container(id="parts"):
            with Vertical(id="left"):
                yield from self._compose_part("head")
                yield from self._compose_part("agenda")
            yield from self._compose_part("people")
        yield StatusLine()
        with Vertical(id="bottom"):
            yield Static(id="mode", markup=False)
            yield CaptureBar(id="line")
        yield KeyFooter()

    @staticmethod
    def _compose_part(name: str) -> ComposeResult:
        with Vertical(id=f"part-{name}", classes="part"):
            yield Static(id=f"title-{name}", classes="title", markup=False)
            yield PartList(id=f"rows-{name}")

    def on_mount(self) -> None:
        self.bar.display = False
        self.set_interval(1.0, self._tick)
        for problem in self.live.problems[:1]:
            self.say_problem(problem)
        self.show_part(0)

    def on_unmount(self) -> None:
        self._stop_listening()

    def on_resize(self) -> None:
        self.call_after_refresh(self.redraw)

    def words_changed(self) -> None:
        if self.line is not None:
            self.show_line()
        self.redraw()

    def _meeting_changed(self, meeting: Meeting) -> None:
        self.redraw()

    # -- drawing --------------------------------------------------------------------------

    @property
    def bar(self) -> CaptureBar:
        return self.query_one(CaptureBar)

    @property
    def current_list(self) -> PartList:
        """The rows of the current part."""
        return self.query_one(f"#rows-{self.part.id}", PartList)

    def redraw(self) -> None:
        if not self.is_mounted:
            return
        meeting, is_wide = self.live.meeting, self.size.width >= WIDE
        half = self.size.width // 2
        self._tick()
        self.query_one("#facts", Static).update(self._facts())
        self.query_one("#left").set_class(self.part.id != "people", "current")
        for part in self.parts:
            is_current = part is self.part
            width = half - 1 if is_wide else self.size.width
            frame = self.query_one(f"#part-{part.id}")
            frame.set_class(is_current, "current")
            sign = "▾" if is_current else "▸"
            title = f" {sign} {cut(part.title(meeting), max(4, width - 4))}"
            self.query_one(f"#title-{part.id}", Static).update(Content(title))
            rows = self.query_one(f"#rows-{part.id}", PartList)
            chosen = rows.chosen if is_current else ""
            rows.show(part.rows(meeting, chosen, width - 1))
        self.query_one("#mode", Static).update(Content(self._mode()))
        self.refresh_footer()

    def _tick(self) -> None:
        now, meeting = self.live.now().at, self.live.meeting
        day = show_day(meeting.day, current_language()) if meeting.day else tr("no date yet")
        right = f"{' '.join(filter(None, (day, meeting.start)))}   {now:%H:%M}"
        left = tr("{title} · PREPARE", title=meeting.title)
        text = f" {spread(left, right, max(1, self.size.width - 2))} "
        self.query_one("#head", Static).update(Content(text))

    def _facts(self) -> Content:
        if self._open_count is None:
            self._open_count = len(self.attempt(self.live.open_actions) or ())
        ready = readiness(self.live.meeting)
        count = self._open_count
        said = ntr("{n} action item open", "{n} action items open", count) if count else ""
        gap = self.size.width - ready.cell_length - len(said) - 1
        return Content.assemble(ready, " " * gap, said) if said and gap > 1 else ready

    def _mode(self) -> str:
        if self.current_list.is_moving:
            return tr("MOVING: ↑↓ place   ←→ in and out   ↵ here it stays")
        tests = (BY_ID["key_test"], BY_ID["projector_test"])
        parts = [tr("LIST: letters are commands")]
        for command in tests:
            parts.append(f"{command.letter(current_language())} {tr(command.label)}")
        return " · ".join(parts)

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (
            ("Tab", tr("The next part: head, agenda, people")),
            ("← →", tr("Another value in the head, another status of a person")),
            ("^P", tr("The rest: agenda from a template, reading in a list, chair, moderator, "
                      "minute taker, guest, advisory")),
        )  # fmt: skip

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self.line is not None:
            return self._line_keys(self.line)
        if self.current_list.is_moving:
            return (("↑↓", tr("move")), ("←→", tr("in, out")), ("↵", tr("leave it here")), "undo")
        enter = ("↵", tr("change it"))
        remove = (BY_ID["remove"].shown_key(current_language(), self.ROOM), tr("remove"))
        own: list[str | tuple[str, str]]
        match self.part.id:
            case "agenda":
                own = [enter, "new", "move", remove]
            case "people":
                own = [enter, "new", ("←→", tr("status")), remove]
            case _:
                own = [enter, ("←→", tr("value"))]
        if self.part.id != "head" and not self.current_list.chosen:
            own = ["new"]
        own += [("Tab", tr("part")), ("F9", tr("live"))]
        if self.part.id == "agenda" and self.current_list.chosen:
            own.append(("←→", tr("in, out")))
        return (*own, ("F8", tr("door")), "undo", "palette")

    def _line_keys(self, line: OpenLine) -> tuple[tuple[str, str], ...]:
        """Only what works now: Tab where it has something to offer."""
        text = self.bar.text
        tab: tuple[tuple[str, str], ...] = ()
        if not line.row and not text.strip():
            tab = (("Tab", tr("templates") if self.part.id == "agenda" else tr("CSV file")),)
        elif self.part.complete(self.live.meeting, line, text) is not None:
            tab = (("Tab", tr("complete")),)
        return (("↵", tr("save")), *tab, ("Esc", tr("leave it")))

    # -- parts ----------------------------------------------------------------------------

    def show_part(self, by: int) -> None:
        """The part so many places further is the current one."""
        place = (self.parts.index(self.part) + by) % len(self.parts)
        self.show_part_called(self.parts[place].id)

    def show_part_called(self, name: str) -> None:
        self.part = next(part for part in self.parts if part.id == name)
        self.redraw()
        self.call_after_refresh(self._focus_list)

    def _focus_list(self) -> None:
        if self.line is None:
            self.current_list.focus()
        items = self.live.meeting.agenda_items
        if self.part is self.agenda and items and not self._agenda_was_shown:
            self._agenda_was_shown = True
            self.current_list.choose(items[-1].id)  # what is written next goes behind it
        self.redraw()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.redraw()

    # -- the line -------------------------------------------------------------------------

    def open_line_for(self, row: str) -> None:
        line = self.part.line_for(self.live.meeting, row)
        if line is not None:
            self.open_line(line)

    def open_line(self, line: OpenLine) -> None:
        self.line = line
        self.bar.put(line.text)
        self.bar.forget_typing()
        self.bar.display = True
        self.query_one("#mode", Static).display = False
        self.bar.focus_line()
        self.show_line()

    def close_line(self) -> None:
        self.line = None
        self.bar.put("")
        self.bar.display = False
        self.query_one("#mode", Static).display = True
        self.current_list.focus()
        self.redraw()

    def show_line(self) -> None:
        """What was understood so far, around the line."""
        if self.line is None:
            return
        chips = self.part.chips(self.live.meeting, self.line, self.bar.text)
        hint = "" if chips else self.line.hint
        self.bar.show(BarView(kind=self.line.title, right=self.line.place, chips=chips, hint=hint))
        self.refresh_footer()
