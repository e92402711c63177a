"""A line below a list that takes no focus: letters are text, up and down choose a row, Enter, Tab
and Escape are the room's."""

from __future__ import annotations

from typing import TypeVar

from screens.meeting_room import MeetingRoom
from screens.widgets.bar import CaptureBar, LineOwner
from screens.widgets.row_list import RowList

T = TypeVar("T")


class ListLineRoom(LineOwner, MeetingRoom[T]):
    """Base of the closing round and of reading action items back."""

    def enter(self) -> None:
        """Enter, also on the empty line."""

    def complete(self) -> bool:
        """Tab: put the first fitting name in; False when the line ends with a whole one."""
        return False

    def escape(self) -> None:
        """Escape."""

    def line_key(self, key: str) -> bool:
        rows = self.query_one(RowList)
        match key:
            case "enter":
                self.enter()
            case "tab":
                self.complete()
            case "up":
                rows.choose_previous()
            case "down":
                rows.choose_next()
            case "escape":
                self.escape()
            case "ctrl+z":
                self.action_undo()
            case "ctrl+y":
                self.action_redo()
            case _:
                return False
        return True

    def line_pasted(self, text: str) -> None:
        self.query_one(CaptureBar).insert(" ".join(text.split()))
