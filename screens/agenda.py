"""F7: the agenda as a list while the meeting runs. Letters are commands until a line is opened.
Entries stay where they were made, whatever becomes of their item; removing one asks first."""

from __future__ import annotations

from textual import on, work
from textual.binding import Binding
from textual.events import Key
from textual.widgets import OptionList

from facilitator.errors import FacilitatorError
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import is_heading, sub_items
from facilitator.meeting.model import AgendaItem
from facilitator.saying import ntr, tr
from screens.agenda_list.fields import FIELD, fields_for
from screens.agenda_list.item_acts import ItemActs
from screens.agenda_list.new_items import changes_for_new, places_at, read_new
from screens.agenda_list.view import AgendaChoice, AgendaView, OpenLine
from screens.commands import Command
from screens.dialogs.look import LookDialog
from screens.preparing import agenda as prepared
from screens.room import bindings_of
from screens.widgets.bar import LineOwner
from screens.widgets.part_list import PartList
from screens.widgets.status import StatusLine

_NEEDS_ITEM = frozenset(
    ("open write_here rename_item short_title item_minutes presenter item_paper fixed_start"
     " item_result protect public_item move skip defer reopen remove").split()
)  # fmt: skip


class AgendaScreen(LineOwner, ItemActs):
    """Its keys and the line that is open; `ItemActs` does what needs no line, `AgendaView` draws.
    Returns what the live screen goes on with, or None: it stays where it was."""

    BINDINGS = [
        *bindings_of(AgendaView.ROOM),
        Binding("ctrl+up,shift+up", "move_by(-1)", show=False),
        Binding("ctrl+down,shift+down", "move_by(1)", show=False),
        Binding("ctrl+left,shift+left", "nest(-1)", show=False),
        Binding("ctrl+right,shift+right", "nest(1)", show=False),
    ]

    # -- keys -----------------------------------------------------------------------------

    def line_is_open(self) -> bool:
        return self.open_line is not None

    def offers(self, command: Command) -> bool:
        item = self.chosen_item
        if command.id in _NEEDS_ITEM and item is None:
            return False
        if item is not None and command.id == "item_paper":
            return any(f.name == "paper" for f in fields_for(self.live.meeting, item))
        if item is not None and command.id == "reopen":
            return item.state in ("done", "skipped", "deferred")
        return super().offers(command)

    async def on_key(self, event: Key) -> None:
        if self.open_line is None and event.key in ("left", "right", "escape", "delete", "f7"):
            event.stop()
            match event.key:
                case "left" | "right":
                    self.action_nest(-1 if event.key == "left" else 1)
                case "delete":
                    self.action_remove()
                case _:
                    self.action_back()
        elif self.open_line is None and event.character and event.character.isdecimal():
            event.stop()
            event.prevent_default()
            self._open_field("planned_minutes", event.character)
        else:
            await super().on_key(event)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.open_line is not None:
            self._send(self.open_line)  # Enter came before the line had the focus
        elif self.rows.is_moving:
            self.stop_moving()
        else:
            self.action_open()

    @on(PartList.Move)
    def _moved(self, event: PartList.Move) -> None:
        event.stop()
        self.action_move_by(event.by)

    def action_back(self) -> None:
        if self.open_line is not None:
            self.close_line()
        elif self.rows.is_moving:
            self.stop_moving()
        elif self.filter:
            self.filter = ""
            self.redraw()
        else:
            self.dismiss(None)

    # -- leaving with an item --------------------------------------------------------------

    def action_open(self) -> None:
        """Go to the item: its clock runs. A heading is never run, its first open item is."""
        item = self.chosen_item
        if item is None:
            return
        item = self._to_run(item)
        if item.state == "running":
            self.dismiss(AgendaChoice("go", item.id))
            return
        started = (c.ItemStarted(item=item.id),)
        begun = (c.MeetingStarted(),) if self.live.meeting.state == "planned" else ()
        if self.record(*begun, *started):
            self.dismiss(AgendaChoice("go", item.id))

    def _to_run(self, item: AgendaItem) -> AgendaItem:
        while is_heading(self.live.meeting, item):
            below = sub_items(self.live.meeting, item.id)
            item = next((sub for sub in below if sub.state == "open"), below[0])
        return item

    def action_write_here(self) -> None:
        if (item := self.chosen_item) is not None:
            self.dismiss(AgendaChoice("write", item.id))

    def action_start_too_early(self) -> None:
        self.dismiss(AgendaChoice("too_early"))

    # -- the open line --------------------------------------------------------------------

    def action_rename_item(self) -> None:
        self._open_field("title")

    def action_short_title(self) -> None:
        self._open_field("short_title")

    def action_item_minutes(self) -> None:
        self._open_field("planned_minutes")

    def action_presenter(self) -> None:
        self._open_field("presenter")

    def action_fixed_start(self) -> None:
        self._open_field("fixed_start")

    def action_item_paper(self) -> None:
        self._open_field("paper")

    def action_item_result(self) -> None:
        self._open_field("result")

    def action_new(self) -> None:
        item = self.chosen_item
        self._open(OpenLine("new", item.id if item is not None else ""), "")

    def action_new_break(self) -> None:
        item = self.chosen_item
        text = tr("Break 15")
        self._open(OpenLine("new", item.id if item is not None else ""), text)

    def action_find(self) -> None:
        self._open(OpenLine("find"), self.filter)

    def _open_field(self, name: str, text: str | None = None) -> None:
        item = self.chosen_item
        if item is None:
            return
        if all(field.name != name for field in fields_for(self.live.meeting, item)):
            self.say_problem(tr("A break has no such thing."))
            return
        value = FIELD[name].value(item) if text is None else text
        self._open(OpenLine("field", item.id, name), value)

    def _open(self, line: OpenLine, text: str) -> None:
        self.stop_moving()
        self.open_line = line
        self.bar.put(text)
        self.bar.forget_typing()
        self.bar.display = True
        self.query_one("#mode").display = False
        self.bar.focus_line()
        self.show_bar()

    def close_line(self) -> None:
        self.open_line = None
        self.bar.put("")
        self.bar.display = False
        self.query_one("#mode").display = True
        self.rows.focus()
        self.redraw()

    def _leave_line(self, line: OpenLine) -> None:
        """What was typed is kept for the live screen; words that only narrow the list are not."""
        kept = self._half_typed(line)
        for status in self.query(StatusLine):
            status.forget_problem()
        self.close_line()
        if kept:
            self.facilitator.keep_line(self.live, kept)
            self.say(tr("The line is put aside; it stands in the live screen in grey."))

    def _half_typed(self, line: OpenLine) -> str:
        item = self.live.meeting.item(line.item)
        value = FIELD[line.field].value(item) if line.what == "field" and item else ""
        is_new = line.what != "find" and self.bar.text != value
        return self.bar.text.strip() if is_new else ""

    def keep_draft(self) -> None:
        if self.open_line is not None and (kept := self._half_typed(self.open_line)):
            self.facilitator.keep_line(self.live, kept)

    def line_changed(self) -> None:
        if self.open_line is not None and self.open_line.what == "find":
            self.filter = self.bar.text.strip()
            self.redraw()
        self.show_bar()

    def line_key(self, key: str) -> bool:
        line = self.open_line
        if line is None:
            return False
        match key:
            case "escape" | "f7":
                self._leave_line(line)
            case "enter":
                self._send(line)
            case "tab" | "shift+tab":
                self._tab(line, 1 if key == "tab" else -1)
            case "up" | "down" if line.what == "find":
                (self.rows.choose_previous if key == "up" else self.rows.choose_next)()
            case "ctrl+z":
                self.action_undo()
            case _:
                return False
        return True

    def line_pasted(self, text: str) -> None:
        line = self.open_line
        if line is not None and line.what == "new":
            self._look_at_paste(line, text)
        else:
            self.bar.replace(self.bar.cursor, self.bar.cursor, " ".join(text.split()))

    def _tab(self, line: OpenLine, by: int) -> None:
        """The next field, once this one is kept; for something new: another place."""
        if line.what == "new":
            places = places_at(self.live.meeting.item(line.item))
            if places:
                place = places[(places.index(line.place) + by) % len(places)]
                self.open_line = OpenLine("new", line.item, place=place)
                self.show_bar()
        elif line.what == "field" and self._keep(line):
            name = self.next_field(line, by)
            item = self.live.meeting.item(line.item)
            if item is not None:
                self._open(OpenLine("field", line.item, name), FIELD[name].value(item))

    def _send(self, line: OpenLine) -> None:
        match line.what:
            case "find":
                self.filter = self.bar.text.strip()
                self.close_line()
            case "field":
                if self._keep(line):
                    self.close_line()
            case "new":
                self._send_new(line)

    def _keep(self, line: OpenLine) -> bool:
        """Record what the line says of its field; False: it is not understood and stays."""
        item = self.live.meeting.item(line.item)
        if item is None:
            self.say_problem(tr("This item is no longer on the agenda."))
            return False
        try:
            changes = FIELD[line.field].changes(item, self.bar.text, self.live.meeting)
        except FacilitatorError as problem:
            self.say_problem(str(problem))
            return False
        return not changes or self.record(*changes)

    def _send_new(self, line: OpenLine) -> None:
        if not self.bar.text.strip():
            self.close_line()
            return
        item = self.live.meeting.item(line.item)
        before = {each.id for each in self.live.meeting.agenda_items}
        try:
            changes = changes_for_new(read_new(self.bar.text), self.live.meeting, item, line.place)
            _check_length(changes)
        except FacilitatorError as problem:
            self.say_problem(str(problem))
            return
        if self.record(*changes):
            self.close_line()
            self._choose_made(before)

    def _choose_made(self, before: set[str]) -> None:
        made = [each.id for each in self.live.meeting.agenda_items if each.id not in before]
        if made:
            self.rows.choose(made[0])

    @work(exit_on_error=True)
    async def _look_at_paste(self, line: OpenLine, text: str) -> None:
        before = {each.id for each in self.live.meeting.agenda_items}
        try:
            lines = read_new(text)
        except FacilitatorError as problem:
            self.say_problem(str(problem))
            return
        summary, shown = prepared.look(lines, self.live.meeting)
        if await self.app.push_screen_wait(LookDialog(tr("AGENDA"), summary, shown)):
            item = self.live.meeting.item(line.item)
            said = ntr("{n} line taken", "{n} lines taken", len(lines))
            if self.record(*changes_for_new(lines, self.live.meeting, item, line.place), said=said):
                self.close_line()
                self._choose_made(before)


def _check_length(changes: tuple[c.Change, ...]) -> None:
    for change in changes:
        if isinstance(change, c.AgendaItemAdded):
            FIELD["title"].read(change.title)
