"""The wall: what the room may see, on this screen and on the projector."""

from __future__ import annotations

from textual.content import Content

from facilitator.i18n import current_language
from facilitator.meeting import changes as c
from facilitator.saying import tr
from facilitator.wall import View
from screens.commands import BY_ID
from screens.live_room import LiveRoom
from screens.wall import subject_of
from screens.wall.keys import VIEW_WORDS, view_called, view_name
from screens.widgets.live_head import Line

PASSING: frozenset[View] = frozenset(
    {"item", "read_back", "read_back_actions", "vote", "cards", "dots", "speakers", "round",
     "break"}
)  # fmt: skip
"""Views of one item: when another one starts, the wall follows again."""


class WallActs(LiveRoom):
    """Wall on and off, and which view stands on it."""

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

    def on_wall_view_resized(self) -> None:
        self.tick()

    def command_wall(self, argument: str) -> bool:
        """'/wand' turns the wall of this screen on and off; '/wand karten' chooses the view here
        and on the projector."""
        if not argument.strip():
            self.action_wall()
            return True
        view = view_called(argument)
        if view is None:
            known = ", ".join(map(view_name, VIEW_WORDS))
            told = tr("The wall has no view '{name}'. It has: {views}.", name=argument, views=known)
            self.say_problem(told)
            return False
        if view == "follow":
            self.follow_on_wall()
            self.say(tr("The wall follows the meeting."))
            return True
        if subject_of(self.live.meeting, view) is None:
            self.say_problem(tr("There is nothing to show for '{view}'.", view=view_name(view)))
            return False
        self.show_on_wall(view)
        self._say_what_it_shows()
        return True

    def _say_what_it_shows(self) -> None:
        view = self.facilitator.wall_asked(self.live).view
        back = f"{BY_ID['wall'].word(current_language())} {view_name('follow')}"
        self.say(tr("The wall shows: {view} · {back} ends it", view=view_name(view), back=back))

    def on_mount(self) -> None:
        """A run of the program before this one may have left a view on the wall."""
        if self.facilitator.wall_asked(self.live).view != "follow":
            self._say_what_it_shows()

    def record(self, *changes: c.Change, said: str = "", remark: str = "") -> bool:
        """As before; when another item starts, the wall leaves what belonged to the last one."""
        before = self.running_item_id()
        done = super().record(*changes, said=said, remark=remark)
        asked = self.facilitator.wall_asked(self.live).view
        if done and asked in PASSING and self.running_item_id() != before:
            self.follow_on_wall()
        return done
