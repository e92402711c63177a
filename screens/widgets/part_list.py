"""The rows of one part of a screen with several lists."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from screens.widgets.row_list import RowList


class PartList(RowList):
    """While `is_moving`, up and down move the chosen row instead of the choice."""

    is_moving = False

    @dataclass
    class Move(Message):
        """Move the chosen row by so many places."""

        by: int

    def action_cursor_up(self) -> None:
        if self.is_moving:
            self.post_message(self.Move(-1))
        else:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        if self.is_moving:
            self.post_message(self.Move(1))
        else:
            super().action_cursor_down()
