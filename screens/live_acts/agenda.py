"""The agenda while the meeting runs: the next item, any other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.i18n import tr
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import is_public, next_item
from facilitator.meeting.model import Instant
from screens.live_room import LiveRoom
from screens.widgets.status import StatusLine

if TYPE_CHECKING:
    from screens.agenda_list.view import AgendaChoice

AGAIN = 1.0
"""A second F9 within so many seconds is ignored, and said to be."""


class AgendaActs(LiveRoom):
    """The next item, and the list of all of them."""

    _last_next: Instant | None = None

    def action_next(self) -> None:
        now = self.live.now()
        if self._last_next is not None and self._last_next.seconds_until(now) < AGAIN:
            self.query_one(StatusLine).mention(
                tr("F9 twice within a second counts once. Press it again if you meant it.")
            )
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
                self.facilitator.go_closing(self.live, self.bar.text)
        if done:
            self._last_next = now
            self.typing.new_item()
            self.choose("")
            self.redraw()

    def action_agenda(self) -> None:
        self.facilitator.go_agenda(
            self.live, self.item, self._agenda_left, room_sees_it=self.wall_is_on
        )

    def _agenda_left(self, choice: AgendaChoice | None) -> None:
        if choice is None:
            return
        if choice.verb == "too_early":
            self.call_next(self.run_action, "start_too_early")
        elif choice.verb == "write":
            self.line.target = "" if choice.item == self.running_item_id() else choice.item
        else:
            self.typing.new_item()
            self.choose("")
        self.redraw()

    def action_public_item(self) -> None:
        """The item that is written to is not public from now on, or is public again."""
        meeting = self.live.meeting
        item = meeting.item(self.item)
        if item is None:
            self.say_problem(tr("No item is running that could be closed to the public."))
        elif item.public and not is_public(meeting, item):
            self.say_problem(tr("It belongs to an item that is not public."))
        else:
            self.record(c.AgendaItemAmended(item=item.id, public=not item.public))
