"""Questions that the room answers on cards."""

from __future__ import annotations

from facilitator.capture.cards import board_called
from facilitator.meeting.cards import boards_of
from facilitator.meeting.model import Meeting
from facilitator.saying import tr
from facilitator.told_cards import board_words
from screens.live_acts.speaking import SpeakingActs

NEW = "new"


class CardActs(SpeakingActs):
    """Opening a board of cards, and going back to one."""

    def action_cards(self) -> None:
        self.command_cards("")

    def command_cards(self, argument: str) -> bool:
        """`/karten FRAGE` opens a board, `/karten 3 FRAGE` one for item 3. Without a question:
        the board of this item; if it has none, a list with the others and a new one."""
        meeting = self.live.meeting
        if not argument and meeting.boards and not boards_of(meeting, self.item):
            self._choose_board()
            return True
        return self._open_board(argument)

    def open_chosen(self) -> bool:
        """Enter on the row of a board goes into it; False: the chosen row is none."""
        if self.live.meeting.board(self.chosen) is None:
            return super().open_chosen()
        self._go_cards(self.chosen)
        return True

    def remove_chosen(self) -> bool:
        """A board with cards is not lost by one key."""
        if self.live.meeting.board(self.chosen) is None:
            return super().remove_chosen()
        self.say_problem(tr("A board is taken down in its room: Enter, then /takedown."))
        return True

    def _open_board(self, argument: str) -> bool:
        called = board_called(argument, self.typing.context())
        if called.problem:
            self.say_problem(called.problem)
            return False
        if called.changes and not self.record(*called.changes):
            return False
        self._go_cards(called.board or self.live.meeting.boards[-1].id)
        return True

    def _choose_board(self) -> None:
        from screens.dialogs.choose import ChooseDialog

        item = self.live.meeting.item(self.item)
        title = item.short_title or item.title if item else tr("no item")
        choices = ((NEW, tr("New board: {title}", title=title)), *board_choices(self.live.meeting))
        self.app.push_screen(ChooseDialog(tr("Boards"), choices), self._board_chosen)

    def _board_chosen(self, board: str | None) -> None:
        if board == NEW:
            self._open_board("")
        elif board:
            self._go_cards(board)

    def _go_cards(self, board: str) -> None:
        def tell(_: object) -> None:
            if told := board_words(self.live.meeting, board):
                self.say(told)

        self.facilitator.go_cards(self.live, board, self.keep_aside, tell)


def board_choices(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """All boards with their item and the number of their cards, the newest first."""
    return tuple((b.id, board_words(meeting, b.id)) for b in reversed(meeting.boards))
