"""The live screen: whatever the room agrees is typed here while people talk. Here are its commands
for the line and for other rooms, those of one concept each in `live_acts`; what it draws and how it
records stands in `live_room`, the keys of the bar in `live_typing`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from facilitator.i18n import current_language
from facilitator.meeting import changes as c
from screens.commands import BY_ID, NEEDS_ENTRY, Command
from screens.live_acts.agenda import AgendaActs
from screens.live_acts.cards import CardActs
from screens.live_acts.deciding import DecidingActs
from screens.live_acts.fields import FieldActs
from screens.live_acts.finding import FindingActs
from screens.live_acts.founding import FoundingActs
from screens.live_acts.history import HistoryActs
from screens.live_acts.people import PeopleActs
from screens.live_acts.rounds import RoundActs
from screens.live_acts.sounding import SoundingActs
from screens.live_acts.time import TimeActs
from screens.live_acts.wall import WallActs
from screens.live_room import LiveRoom
from screens.room import bindings_of


class LiveScreen(
    TimeActs,
    AgendaActs,
    PeopleActs,
    RoundActs,
    DecidingActs,
    CardActs,
    WallActs,
    FoundingActs,
    FieldActs,
    FindingActs,
    SoundingActs,
    HistoryActs,
    LiveRoom,
):
    CSS_PATH = "live.tcss"
    BINDINGS = bindings_of(LiveRoom.ROOM)

    # -- leading the meeting --------------------------------------------------------------

    def action_key_test(self) -> None:
        self.facilitator.go_key_test()

    def action_projector_test(self) -> None:
        self.facilitator.go_projector_test()

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

    def command_move(self, argument: str) -> bool:
        return self.move_chosen(argument)

    def action_remove(self) -> None:
        if entry := self.chosen_entry():
            self.record(c.EntryRemoved(entry=entry.id))

    def action_back(self) -> None:
        self.typing.line_key("escape")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the wall is on, nothing opens that the room must not see."""
        command = BY_ID.get(action)
        if self.wall_is_on and command is not None and "wall" not in command.where:
            return action == "literally"
        return super().check_action(action, parameters)

    def offers(self, command: Command) -> bool:
        if command.id in NEEDS_ENTRY and self.chosen_entry() is None:
            return False
        if self.wall_is_on and "wall" not in command.where:
            return False
        return "live" in command.where and command.is_done_by(self)

    def takes_argument(self, command: Command) -> Callable[[str], bool] | None:
        """What does the command with the words typed behind it: `command_<id>`. It returns False
        when it said why not, and the line stays."""
        takes: Callable[[str], bool] | None = getattr(self, f"command_{command.id}", None)
        return takes

    def starts(self, command: Command) -> Callable[[], object] | None:
        """A command that only takes words from the line: the bar asks for them."""
        if (action := super().starts(command)) is not None:
            return action
        if self.takes_argument(command) is None:
            return None
        return partial(self.begin_command, command)

    def begin_command(self, command: Command) -> None:
        """Its word into the bar, to be completed; what stands there is put aside."""
        if self.bar.text:
            self.typing.put_line_aside()
        self.bar.put(command.word(current_language()) + " ")

    def run_command(self, command_id: str) -> None:
        self.call_next(self.run_action, command_id)

    def leave_if_not_running(self) -> None:
        """Escape on the empty line of a meeting that does not run: back to the library."""
        if self.live.meeting.state != "running":
            self.dismiss()
