"""Another document of the same meeting in the preview."""

from __future__ import annotations

from screens.desk.line import DeskLine


class KindActs(DeskLine):
    def leave_extra(self) -> bool:
        """Escape: back from another document to the minutes. False: it is the minutes."""
        return False
