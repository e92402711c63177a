"""The live screen: whatever the room agrees is typed here while people talk. Here are its commands;
what it draws and how it records stands in `live_room`, the keys of the bar in `live_typing`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from facilitator.i18n import tr
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import next_item
from facilitator.meeting.model import Instant
from screens.commands import BY_ID, Command
from screens.live_room import LiveRoom
from screens.room import bindings_of
from screens.widgets.live_head import Line

if TYPE_CHECKING:
    from screens.dialogs.agenda_picker import AgendaChoice

AGAIN = 1.0
"""A second F9 within so many seconds is ignored."""


class LiveScreen(LiveRoom):
    CSS_PATH = "live.tcss"
    BINDINGS = bindings_of(LiveRoom.ROOM)

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self._last_next: Instant | None = None

    # -- leading the meeting --------------------------------------------------------------

    def action_next(self) -> None:
        now = self.live.now()
        if self._last_next is not None and self._last_next.seconds_until(now) < AGAIN:
            return
        meeting = self.live.meeting
        coming = next_item(meeting)
        starting = (c.ItemStarted(item=coming.id),) if coming else ()
        if meeting.state == "planned":
            done = self.record(c.MeetingStarted(), *starting)
        elif coming is not None:
            done = self.record(*starting)
        else:
            running = meeting.running_item
            done = running is None or self.record(c.ItemEnded(item=running.id))
            if done and not self.wall_is_on:  # the room need not see what is missing
                self.facilitator.go_closing(self.live)
        if done:
            self._last_next = now
            self.typing.new_item()
            self.choose("")
            self.redraw()

    def action_agenda(self) -> None:
        from screens.dialogs.agenda_picker import AgendaPicker

        self.app.push_screen(AgendaPicker(self.live.meeting, self.item), self._agenda_chosen)

    def _agenda_chosen(self, choice: AgendaChoice | None) -> None:
        if choice is None:
            return
        if choice.verb == "write":
            self.line.target = "" if choice.item == self.running_item_id() else choice.item
            self.redraw()
        elif self.record(*choice.changes()) and choice.verb == "go":
            self.typing.new_item()
            self.redraw()

    def action_wall(self) -> None:
        self.wall_is_on = not self.wall_is_on
        self.set_class(self.wall_is_on, "-wall")
        self._entries.choose("")
        width = self.size.width
        told_wall = tr("WALL: the room sees everything here · F12 back")
        rule = f"─ {told_wall} " + "─" * max(0, width - len(told_wall) - 3)
        self.query_one("#wall-rule", Line).show(Content(rule[:width]))
        self.draw_bar()
        self.call_after_refresh(self.redraw)

    def action_people(self) -> None:
        self.facilitator.go_door(self.live)

    def action_open_actions(self) -> None:
        self.facilitator.go_review(self.live, item=self.item)

    def action_missing(self) -> None:
        """What is missing, while the meeting goes on; Escape comes back."""
        self.facilitator.go_missing(self.live)

    def action_close_meeting(self) -> None:
        self.facilitator.go_closing(self.live)

    def action_minutes(self) -> None:
        self.facilitator.go_minutes(self.live)

    # -- the rest of the commands ---------------------------------------------------------

    def action_literally(self) -> None:
        self.line.literal = not self.line.literal
        self.draw_bar()

    def action_decision(self) -> None:
        self.typing.line_key("f2")

    def action_action_item(self) -> None:
        self.typing.line_key("f3")

    def action_question(self) -> None:
        self.typing.line_key("f4")

    def action_park(self) -> None:
        self.typing.line_key("f5")

    def action_note(self) -> None:
        self.typing.line_key("f6")

    def action_move(self) -> None:
        """From the palette: the bar asks where to."""
        self.bar.put(tr("/move") + " ")

    def action_remove(self) -> None:
        if entry := self.chosen_entry():
            self.record(c.EntryRemoved(entry=entry.id))

    def action_back(self) -> None:
        self.typing.line_key("escape")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the wall is on, nothing opens that the room must not see."""
        command = BY_ID.get(action)
        if self.wall_is_on and command is not None and "wall" not in command.where:
            return action in ("literally", "move")
        return super().check_action(action, parameters)

    def offers(self, command: Command) -> bool:
        if command.id in ("remove", "move") and self.chosen_entry() is None:
            return False
        if self.wall_is_on and "wall" not in command.where:
            return False
        return "live" in command.where and hasattr(self, f"action_{command.id}")

    def run_command(self, command_id: str) -> None:
        self.call_next(self.run_action, command_id)

    def leave_if_not_running(self) -> None:
        """Escape on the empty line of a meeting that does not run: back to the library."""
        if self.live.meeting.state != "running":
            self.dismiss()

    def action_quit(self) -> None:
        if self.live.meeting.state != "running":
            self.app.exit()
            return
        from screens.dialogs.question import QuestionDialog

        question = QuestionDialog(
            tr("Quit while the meeting runs?"),
            tr("Everything is saved. The meeting and its clock go on; start again to go on here."),
            tr("quit"),
        )
        self.app.push_screen(question, lambda sure: self.app.exit() if sure else None)
