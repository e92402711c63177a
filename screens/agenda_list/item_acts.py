"""What becomes of an item on the list: its place, what it is, whether it is dealt with, that it
goes. Entries stay where they were made; an item with entries asks before it goes."""

from __future__ import annotations

from textual import work

from facilitator.i18n import ntr, tr
from facilitator.meeting import changes as c
from facilitator.meeting.agenda import is_public
from facilitator.meeting.agenda_places import (
    entries_below,
    moved_by,
    nested,
    removed_with_entries,
    removed_with_entries_moved,
    unnested,
    with_all_below,
)
from facilitator.meeting.model import AgendaItem
from facilitator.meeting.replanning import put_off
from screens.agenda_list.view import AgendaView
from screens.dialogs.choose import ChooseDialog
from screens.widgets.columns import cut


class ItemActs(AgendaView):
    """Acts on the chosen item, with the list in front: no line is open."""

    # -- place ------------------------------------------------------------------------------

    def action_move(self) -> None:
        self.rows.is_moving = not self.rows.is_moving
        self.redraw()

    def stop_moving(self) -> None:
        if self.rows.is_moving:
            self.rows.is_moving = False
            self.redraw()

    def action_move_by(self, by: int) -> None:
        item = self.chosen_item
        if item is not None and self.open_line is None:
            last = tr("It is the first one there.") if by < 0 else tr("It is the last one there.")
            self._change(moved_by(self.live.meeting, item, by), last)

    def action_nest(self, by: int) -> None:
        item = self.chosen_item
        if item is None or self.open_line is not None:
            return
        if by > 0:
            problem = tr("There is no item above it that it could go under.")
            self._change(nested(self.live.meeting, item), problem)
        else:
            self._change(unnested(self.live.meeting, item), tr("It is not under another item."))

    # -- state ------------------------------------------------------------------------------

    def action_protect(self) -> None:
        if (item := self.chosen_item) is not None:
            self.record(c.AgendaItemAmended(item=item.id, is_protected=not item.is_protected))

    def action_public_item(self) -> None:
        item = self.chosen_item
        if item is None:
            return
        if not is_public(self.live.meeting, item) and item.public:
            self.say_problem(tr("It belongs to an item that is not public."))
            return
        self.record(c.AgendaItemAmended(item=item.id, public=not item.public))

    def action_skip(self) -> None:
        if (item := self.chosen_item) is not None and item.state != "skipped":
            self.record(c.ItemSkipped(item=item.id))

    def action_reopen(self) -> None:
        if (item := self.chosen_item) is not None:
            self.record(c.ItemReopened(item=item.id))

    @work(exit_on_error=True)
    async def action_defer(self) -> None:
        item = self.chosen_item
        if item is None or self.open_line is not None:
            return
        options = (
            ("next_meeting", tr("to the next meeting")),
            ("parking_lot", tr("to the parking lot")),
        )
        title = tr("DEFER {item}", item=_called(item))
        match await self.app.push_screen_wait(ChooseDialog(title, options)):
            case "next_meeting":
                self.record(*put_off(item, is_parked=False))
            case "parking_lot":
                self.record(*put_off(item, is_parked=True))

    # -- removing ---------------------------------------------------------------------------

    @work(exit_on_error=True)
    async def action_remove(self) -> None:
        """Asks first when something was said under it, or when others go with it."""
        item = self.chosen_item
        if item is None or self.open_line is not None:
            return
        entries = len(entries_below(self.live.meeting, item.id))
        below = len(with_all_below(self.live.meeting, item.id)) - 1
        if entries:
            await self._remove_with_entries(item, entries)
        elif below:
            said = ntr("{item} HAS {n} ITEM BELOW", "{item} HAS {n} ITEMS BELOW", below,
                       item=_called(item))  # fmt: skip
            options = (("all", tr("remove all of them")), ("", tr("cancel")))
            if await self.app.push_screen_wait(ChooseDialog(said, options)) == "all":
                self.record(c.AgendaItemRemoved(item=item.id))
        else:
            self.record(c.AgendaItemRemoved(item=item.id))

    async def _remove_with_entries(self, item: AgendaItem, entries: int) -> None:
        said = ntr("{item} HAS {n} ENTRY", "{item} HAS {n} ENTRIES", entries, item=_called(item))
        options = (
            ("move", tr("move what was said to another item")),
            ("leave", tr("leave it without an item")),
            ("take_back", tr("take all of it back")),
            ("", tr("cancel")),
        )
        match await self.app.push_screen_wait(ChooseDialog(said, options)):
            case "move":
                gone = with_all_below(self.live.meeting, item.id)
                others = [i for i in self.live.meeting.agenda_items if i.id not in gone]
                targets = [(i.id, f"{i.number} {i.title}".strip()) for i in others]
                to = await self.app.push_screen_wait(ChooseDialog(tr("MOVE TO"), targets))
                if to:
                    self.record(*removed_with_entries_moved(self.live.meeting, item, to))
            case "leave":
                self.record(c.AgendaItemRemoved(item=item.id))
            case "take_back":
                self.record(*removed_with_entries(self.live.meeting, item))

    # -- inside -----------------------------------------------------------------------------

    def _change(self, changes: tuple[c.Change, ...], problem: str) -> None:
        """Record them, or say why there are none. The chosen item stays chosen where it goes."""
        if not changes:
            self.say_problem(problem)
            return
        self.record(*changes)


def _called(item: AgendaItem) -> str:
    return f"{item.number} {cut(item.short_title or item.title, 30)}".strip()
