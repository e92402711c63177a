"""The wall: what the room may see, on this screen and on the projector."""

from __future__ import annotations

from textual.content import Content

from facilitator.i18n import current_language, tr
from facilitator.meeting import changes as c
from facilitator.wall import View
from screens.commands import BY_ID
from screens.live_room import LiveRoom
from screens.wall import subject_of
from screens.widgets.live_head import Line

WORDS: dict[View, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "follow": (("folgen", "auto"), ("follow", "auto")),
    "item": (("top", "punkt"), ("item",)),
    "agreed": (("vereinbart", "beschlüsse", "beschluesse"), ("agreed", "decisions")),
    "read_back": (("verlesen", "beschluss"), ("readback", "decision")),
    "read_back_actions": (("maßnahmen", "massnahmen"), ("actions",)),
    "vote": (("abstimmung", "ergebnis"), ("vote", "result")),
    "cards": (("karten",), ("cards",)),
    "dots": (("punkte",), ("dots",)),
    "speakers": (("redeliste",), ("speakers",)),
    "round": (("runde",), ("round",)),
    "break": (("pause",), ("break",)),
    "closing": (("schluss", "ende"), ("closing", "end")),
    "agenda": (("tagesordnung",), ("agenda",)),
    "blank": (("leer", "schwarz"), ("blank", "black")),
}
"""What follows `/wand` and `/wall`, German and English; both are heard in either language."""

PASSING: frozenset[View] = frozenset(
    {"item", "read_back", "read_back_actions", "vote", "cards", "dots", "speakers", "round",
     "break"}
)  # fmt: skip
"""Views of one item: when another one starts, the wall follows again."""


def view_called(word: str) -> View | None:
    """The view of this name, or the only one that begins so."""
    wanted = word.strip().casefold()
    names = {view: {*german, *english} for view, (german, english) in WORDS.items()}
    for view, own in names.items():
        if wanted in own:
            return view
    fitting = [v for v, own in names.items() if wanted and any(n.startswith(wanted) for n in own)]
    return fitting[0] if len(fitting) == 1 else None


def word_of(view: View) -> str:
    """Its name in the language of the screen."""
    return WORDS[view][0 if current_language() == "de" else 1][0]


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

    def command_wall(self, argument: str) -> bool:
        """'/wand' turns the wall of this screen on and off; '/wand karten' chooses the view here
        and on the projector."""
        if not argument.strip():
            self.action_wall()
            return True
        view = view_called(argument)
        if view is None:
            known = ", ".join(map(word_of, WORDS))
            told = tr("The wall has no view '{name}'. It has: {views}.", name=argument, views=known)
            self.say_problem(told)
            return False
        if view == "follow":
            self.follow_on_wall()
            self.say(tr("The wall follows the meeting."))
            return True
        if subject_of(self.live.meeting, view) is None:
            self.say_problem(tr("There is nothing to show for '{view}'.", view=word_of(view)))
            return False
        self.show_on_wall(view)
        back = f"{BY_ID['wall'].word(current_language())} {word_of('follow')}"
        self.say(tr("The wall shows: {view} · {back} ends it", view=word_of(view), back=back))
        return True

    def record(self, *changes: c.Change, said: str = "", remark: str = "") -> bool:
        """As before; when another item starts, the wall leaves what belonged to the last one."""
        before = self.running_item_id()
        done = super().record(*changes, said=said, remark=remark)
        asked = self.facilitator.wall_asked(self.live).view
        if done and asked in PASSING and self.running_item_id() != before:
            self.follow_on_wall()
        return done
