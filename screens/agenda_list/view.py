"""The picture of the agenda list: rows, the chosen item in full, the line that is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from facilitator.capture import Chip
from facilitator.errors import FacilitatorError
from facilitator.folding import words
from facilitator.i18n import current_language, ntr, tr
from facilitator.live import LiveMeeting
from facilitator.meeting.agenda import is_heading, is_public
from facilitator.meeting.agenda_places import with_all_below
from facilitator.meeting.meeting_time import meeting_time
from facilitator.meeting.model import AgendaItem
from facilitator.meeting.timebox import planned_total
from screens.agenda_list.fields import FIELD, Field, fields_for, result_meant
from screens.agenda_list.new_items import Place, place_words, places_at, read_new
from screens.agenda_list.rows import agenda_rows, detail, for_the_room
from screens.commands import BY_ID, shown
from screens.meeting_room import MeetingRoom
from screens.preparing.agenda import end_words, remark_words
from screens.preparing.part import chip
from screens.widgets.bar import BarView, CaptureBar
from screens.widgets.columns import cut
from screens.widgets.footer import KeyFooter
from screens.widgets.part_list import PartList
from screens.widgets.status import StatusLine
from screens.widgets.time_words import end_words as running_end_words


@dataclass(frozen=True)
class AgendaChoice:
    """How the list was left. 'go': this item runs now; 'write': entries go to it, the clock stays
    where it is; 'too_early': the start that came too early is taken back."""

    verb: Literal["go", "write", "too_early"]
    item: str = ""


@dataclass(frozen=True)
class OpenLine:
    """The line that is open, about an item (empty: none there is yet). `what`: a field of it,
    something new at `place`, or the words that narrow the list."""

    what: Literal["field", "new", "find"]
    item: str = ""
    field: str = ""
    place: Place = "behind"


class AgendaView(MeetingRoom[AgendaChoice | None]):
    ROOM = "agenda"
    CSS_PATH = "agenda.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]

    def __init__(self, live: LiveMeeting, item: str = "", *, room_sees_it: bool = False) -> None:
        super().__init__(live)
        self.bar = CaptureBar(id="line")
        self.room_sees_it = room_sees_it
        """The wall is on this screen: nothing is said of items that are not public."""
        self.open_line: OpenLine | None = None
        self.filter = ""
        self._start = item

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="facts", markup=False)
        yield PartList(id="rows")
        yield Static(id="detail", markup=False)
        yield StatusLine()
        with Vertical(id="bottom"):
            yield Static(id="mode", markup=False)
            yield self.bar
        yield KeyFooter()

    def on_mount(self) -> None:
        self.bar.display = False
        self.rows.focus()
        self.call_after_refresh(self._choose_first)

    def _choose_first(self) -> None:
        self.redraw()
        running = self.live.meeting.running_item
        self.rows.choose(self._start or (running.id if running else ""))

    # -- what stands where ----------------------------------------------------------------

    @property
    def rows(self) -> PartList:
        return self.query_one("#rows", PartList)

    @property
    def chosen_item(self) -> AgendaItem | None:
        return self.live.meeting.item(self.rows.chosen)

    def shown_items(self) -> tuple[AgendaItem, ...]:
        """All of them, or those that the words typed behind '/' fit, with what they belong to."""
        items = self.live.meeting.agenda_items
        wanted = words(self.filter)
        if not wanted:
            return items
        fitting = {item.id for item in items if _fits(item, wanted)}
        return tuple(item for item in items if fitting & with_all_below(self.live.meeting, item.id))

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> str | Content:
        return tr("{title} · AGENDA", title=self.live.meeting.title)

    def draw(self) -> None:
        width = self.size.width
        self.query_one("#facts", Static).update(Content(f" {cut(self._facts(), width - 2)}"))
        items, now = self.shown_items(), self.live.now()
        meeting = for_the_room(self.live.meeting) if self.room_sees_it else self.live.meeting
        self.rows.show(agenda_rows(meeting, items, now, max(20, width - 1)))
        self.query_one("#mode", Static).update(Content(self._mode()))
        self._draw_detail()

    def _draw_detail(self) -> None:
        item = self.chosen_item
        said: list[str] = []
        if item is not None and (not self.room_sees_it or is_public(self.live.meeting, item)):
            said = detail(self.live.meeting, item)
        self.query_one("#detail", Static).update(Content("\n".join(said)))

    def _facts(self) -> str:
        meeting = self.live.meeting
        business = [i for i in meeting.agenda_items if i.is_business and not is_heading(meeting, i)]
        parts = [ntr("{n} agenda item", "{n} agenda items", len(business))]
        if done := sum(item.state == "done" for item in business):
            parts.append(ntr("{n} dealt with", "{n} dealt with", done))
        if total := planned_total(meeting):
            parts.append(tr("{n} min", n=total))
        time = meeting_time(meeting, self.live.now())
        running = running_end_words(time) if meeting.state == "running" and time.end else ""
        parts += [running] if running else end_words(meeting)
        if self.filter:
            parts.append(tr("only: {words}", words=self.filter))
        return " · ".join(parts)

    def _mode(self) -> str:
        if self.rows.is_moving:
            return tr("MOVING: ↑↓ place   ←→ in and out   ↵ here it stays")
        return " · ".join((tr("LIST: letters are commands"), tr("? shows all of them")))

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        if self.open_line is not None:
            return self._line_keys(self.open_line)
        if self.rows.is_moving:
            return (("↑↓", tr("move")), ("←→", tr("in, out")), ("↵", tr("leave it here")), "undo")
        item = self.chosen_item
        if item is None:
            return ("new", "undo", ("Esc", tr("back")))
        go: tuple[str | tuple[str, str], ...] = (
            ("↵", tr("back to it") if item.state == "running" else tr("go to")),
        )
        later = "reopen" if item.state in ("done", "skipped", "deferred") else "skip"
        remove = (BY_ID["remove"].shown_key(current_language(), self.ROOM), tr("remove"))
        return (
            *go, "write_here", "new", "rename_item", ("0-9", tr("min")), later, "defer", remove,
            "public_item", "move", "presenter", "fixed_start", "item_result", "new_break",
            "protect", "undo", ("Esc", tr("back")),
        )  # fmt: skip

    def own_keys(self) -> Iterable[tuple[str, str]]:
        language = current_language()
        return (
            ("↵", tr("Go to the item: its clock runs")),
            ("0-9", tr("The minutes planned for it")),
            ("^↑ ^↓", tr("Move it up or down, with all that is under it")),
            ("← →", tr("Out, or in under the item above it")),
            (shown("delete", language), tr("Remove it; asks first when something was said there")),
            ("Tab", tr("In the open line: the next field, or another place for a new item")),
        )

    def _line_keys(self, line: OpenLine) -> tuple[tuple[str, str], ...]:
        tab = {"field": tr("next field"), "new": tr("other place"), "find": ""}[line.what]
        if line.what == "new" and len(places_at(self.live.meeting.item(line.item))) < 2:
            tab = ""
        enter = tr("show these") if line.what == "find" else tr("save")
        return (("↵", enter), *((("Tab", tab),) if tab else ()), ("Esc", tr("leave it")))

    def on_row_list_chosen(self) -> None:
        self._draw_detail()
        self.refresh_footer()

    # -- the line -------------------------------------------------------------------------

    def show_bar(self) -> None:
        """What was understood so far, around the line."""
        line = self.open_line
        if line is None:
            return
        item = self.live.meeting.item(line.item)
        right = f"{item.number} {cut(item.title, 30)}".strip() if item is not None else ""
        chips: tuple[Chip, ...] = ()
        match line.what:
            case "find":
                view = BarView(tr("FIND"), hint=tr("words or the number of an item"))
            case "new":
                chips = new_chips(self.bar.text)
                place = place_words(line.place, item) if item is not None else ""
                hint = tr("theme (NAME, 20 min) · 16:40 theme · Break 15 · several can be pasted")
                view = BarView(
                    tr("NEW AGENDA ITEM"), right=place, chips=chips, hint="" if chips else hint
                )
            case "field":
                field = FIELD[line.field]
                if item is not None:
                    chips = self._field_chips(field, item)
                hint = "" if chips else field.hint()
                view = BarView(field.title(), right=right, chips=chips, hint=hint)
        self.bar.show(view)
        self.refresh_footer()

    def _field_chips(self, field: Field, item: AgendaItem) -> tuple[Chip, ...]:
        """A result is shown as it will be written; minutes and times only when not understood."""
        typed = self.bar.text.strip()
        if field.name == "result" and typed:
            return (chip(cut(result_meant(typed, item, self.live.meeting), 60)),)
        if field.name in ("planned_minutes", "fixed_start") and typed:
            try:
                field.read(typed)
            except FacilitatorError as problem:
                return (chip(str(problem), taken=False),)
        return ()

    def next_field(self, line: OpenLine, by: int) -> str:
        item = self.live.meeting.item(line.item)
        if item is None:
            return line.field
        names = [field.name for field in fields_for(self.live.meeting, item)]
        place = names.index(line.field) if line.field in names else 0
        return names[(place + by) % len(names)]


def new_chips(text: str) -> tuple[Chip, ...]:
    """What a line for something new is understood as."""
    try:
        first = read_new(text)[0]
    except FacilitatorError:
        return ()
    found = [chip(cut(first.title, 40))]
    if first.presenter:
        found.append(chip(tr("report by {name}", name=first.presenter)))
    if first.planned_minutes:
        found.append(chip(tr("{n} min", n=first.planned_minutes)))
    return (*found, *(chip(word) for word in remark_words(first)))


def _fits(item: AgendaItem, wanted: tuple[str, ...]) -> bool:
    own = (*words(item.title), *words(item.short_title), *words(item.presenter), *words(item.paper))
    number = ".".join(wanted)
    return item.number == number or all(any(w.startswith(part) for w in own) for part in wanted)
