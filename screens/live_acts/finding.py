"""Finding an entry of this meeting and going to its place."""

from __future__ import annotations

from facilitator.saying import tr
from screens.live_room import LiveRoom


class FindingActs(LiveRoom):
    """Any entry, whatever item runs. The clock stays where it is."""

    def action_find(self) -> None:
        self.command_find("")

    def command_find(self, argument: str) -> bool:
        from screens.dialogs.find_entry import FindEntry

        self.app.push_screen(FindEntry(self.live.meeting, argument), self._go_to)
        return True

    def _go_to(self, found: str | None) -> None:
        """Show the item of the entry and choose it there; what is typed then goes there too, and
        the frame of the bar says so. Escape leads back."""
        entry = self.live.meeting.entry(found or "")
        if entry is None:
            return
        running = self.running_item_id()
        if not entry.item and running:
            self.say(tr("{tag} stands under no item: {text}", tag=entry.tag, text=entry.text))
            return
        self.line.target = "" if entry.item == running else entry.item
        self.redraw()
        self.choose(entry.id)
