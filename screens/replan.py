"""Re-planning: what could be done about the time, before and after side by side. Nothing changes
until Enter; then it is one step, and undo takes all of it back."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from facilitator.i18n import current_language
from facilitator.live import LiveMeeting
from facilitator.meeting import changes as c
from facilitator.meeting.meeting_time import meeting_time
from facilitator.meeting.replanning import Proposal, Replanning
from facilitator.saying import tr
from screens.commands import shown
from screens.meeting_room import MeetingRoom
from screens.replan_view import (
    columns_head,
    ends_words,
    head_words,
    item_rows,
    proposal_rows,
    sentence,
)
from screens.room import bindings_of
from screens.widgets.footer import KeyFooter
from screens.widgets.row_list import RowList
from screens.widgets.status import StatusLine

MOST = 999
"""Minutes that can be typed."""
_BY_ROW = ("apply", "protect")
"""Enter and Space are heard where the row is chosen."""


class ReplanScreen(MeetingRoom[tuple[c.Stamped, ...]]):
    """Two lists: proposals above, the coming items below. Returns the step it recorded; None:
    nothing. `_protected` None: as in the meeting;
    `_minutes`: typed by hand; `_typed`: digits of the number being typed, with its item."""

    ROOM = "replan"
    CSS_PATH = "replan.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]
    BINDINGS = [each for each in bindings_of(ROOM) if getattr(each, "id", "") not in _BY_ROW]

    def __init__(self, live: LiveMeeting) -> None:
        super().__init__(live)
        self._kind = ""
        self._protected: frozenset[str] | None = None
        self._items: dict[str, str] = {}
        self._minutes: dict[str, int] = {}
        self._typed: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="promise", markup=False)
        yield RowList(id="proposals")
        yield Static(id="columns", markup=False)
        yield RowList(id="items")
        yield Static(id="sentence", markup=False)
        yield StatusLine()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.set_focus(self._proposals_list)

    @property
    def _proposals_list(self) -> RowList:
        return self.query_one("#proposals", RowList)

    @property
    def _items_list(self) -> RowList:
        return self.query_one("#items", RowList)

    @property
    def _is_among_items(self) -> bool:
        """Whether the keys are for the list of items."""
        return self.focused is self._items_list

    # -- drawing --------------------------------------------------------------------------

    def head_left(self) -> Content:
        time = meeting_time(self.live.meeting, self.live.now())
        return Content.styled(head_words(time), "bold")

    def head_right(self) -> Content:
        time = meeting_time(self.live.meeting, self.live.now())
        ends = ends_words(time) if self.size.width >= 70 else ""
        return Content(f"{ends}   {self.clock()}" if ends else self.clock())

    def tick(self) -> None:
        """The proposals move with the clock as well."""
        super().tick()
        if self.can_draw and self.size.width:
            self.draw()

    def _plan(self) -> Replanning:
        return Replanning(self.live.meeting, self.live.now(), self._protected)

    def draw(self) -> None:
        plan, meeting, width = self._plan(), self.live.meeting, self.size.width
        proposals = plan.proposals(self._items, self._minutes)
        proposal = self._chosen(proposals)
        several: set[str] = {p.kind for p in proposals if len(plan.choices(p.kind)) > 1}
        inner = max(40, width)
        self.query_one("#promise", Static).update(
            Content(
                " " + tr("Nothing changes before you press Enter, and the wall shows it only then.")
            )
        )
        self._proposals_list.show(
            proposal_rows(proposals, meeting, proposal.kind, several, inner - 1)
        )
        self._proposals_list.choose(proposal.kind)
        self._proposals_list.styles.height = len(proposals)
        self.query_one("#columns", Static).update(columns_head(inner))
        typed = dict([self._typed]) if self._typed and proposal.kind == "own" else {}
        self._items_list.show(item_rows(proposal, meeting, typed, inner - 1))
        time = meeting_time(meeting, self.live.now())
        self.query_one("#sentence", Static).update(Content(f" {sentence(proposal, meeting, time)}"))
        for rows in (self._proposals_list, self._items_list):
            rows.set_class(rows is not self.focused, "quiet")

    def _chosen(self, proposals: tuple[Proposal, ...]) -> Proposal:
        """The one looked at; the first where that is gone."""
        found = next((p for p in proposals if p.kind == self._kind), proposals[0])
        self._kind = found.kind
        return found

    def own_keys(self) -> Iterable[tuple[str, str]]:
        return (
            ("1-9", tr("Choose a proposal; what it would do stands below")),
            ("Tab", tr("To the agenda items, and back")),
            ("0-9  ← →", tr("With the last proposal: the minutes of the chosen item")),
        )

    def footer_commands(self) -> Iterable[str | tuple[str, str]]:
        space = shown("space", current_language())
        if self._is_among_items and self._kind == "own":
            return (
                ("0-9", tr("type minutes")), ("↵", tr("apply")), (space, tr("protect")),
                ("Esc", tr("back")), ("←→", tr("less, more")),
            )  # fmt: skip
        count = self._proposals_list.option_count
        return (
            (f"1-{count}" if count > 1 else "1", tr("proposal")), ("↵", tr("apply")),
            (space, tr("protect")), ("Tab", tr("items")), ("Esc", tr("leave it")), "undo", "redo",
        )  # fmt: skip

    # -- choosing -------------------------------------------------------------------------

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if not self._is_among_items and event.id and event.id != self._kind:
            if self._proposals_list.chosen == event.id:
                self._kind = event.id
                self.redraw()
        elif self._is_among_items:
            self._close_number()

    def on_descendant_focus(self) -> None:
        if self.can_draw and self.size.width:
            self.redraw()

    async def on_key(self, event: Key) -> None:
        if self._own_key(event.key, event.character or ""):
            event.stop()
            event.prevent_default()

    def _own_key(self, key: str, character: str) -> bool:
        in_items = self._is_among_items
        rows = self._items_list if in_items else self._proposals_list
        by_hand = in_items and self._kind == "own"
        if character.isdecimal() and character.isascii():
            if by_hand:
                self._type(character)
            else:
                self._choose_number(int(character))
            return True
        match key:
            case "enter":
                self.action_apply()
            case "up" | "down" | "pageup" | "pagedown" | "home" | "end":
                self._move(rows, key)
            case "space":
                self.action_protect()
            case "tab" | "shift+tab":
                self.set_focus(self._proposals_list if in_items else self._items_list)
            case "left" | "right":
                by = 1 if key == "right" else -1
                if by_hand:
                    self._add(by)
                elif not in_items:
                    self._turn(by)
            case "backspace" | "delete" if by_hand:
                self._rub_out()
            case "escape":
                self.action_back()
            case _:
                return False
        return True

    def _move(self, rows: RowList, key: str) -> None:
        """Moved here and not by the list itself: a digit typed before belongs to the row before."""
        steps = {
            "up": rows.action_cursor_up,
            "down": rows.action_cursor_down,
            "pageup": rows.action_page_up,
            "pagedown": rows.action_page_down,
            "home": rows.action_first,
            "end": rows.action_last,
        }
        steps[key]()
        if rows is self._items_list:
            self._close_number()
        elif rows.chosen != self._kind:
            self._kind = rows.chosen
            self.redraw()

    def _choose_number(self, number: int) -> None:
        proposals = self._plan().proposals(self._items, self._minutes)
        if 0 < number <= len(proposals):
            self._kind = proposals[number - 1].kind
            self._typed = None
            self.set_focus(self._items_list if self._kind == "own" else self._proposals_list)
            self.redraw()

    def _turn(self, by: int) -> None:
        """Another item for a proposal about one."""
        plan = self._plan()
        choices = next(
            (plan.choices(p.kind) for p in plan.proposals(self._items) if p.kind == self._kind), ()
        )
        if not choices:
            return
        about = next((p.item for p in plan.proposals(self._items) if p.kind == self._kind), "")
        place = choices.index(about) if about in choices else 0
        self._items[self._kind] = choices[(place + by) % len(choices)]
        self.redraw()

    # -- minutes by hand ------------------------------------------------------------------

    def _type(self, digit: str) -> None:
        item = self._items_list.chosen
        if not item:
            return
        before = self._typed[1] if self._typed and self._typed[0] == item else ""
        self._take_typed(item, (before + digit).lstrip("0") or "0")

    def _rub_out(self) -> None:
        if self._typed is not None:
            item, digits = self._typed
            self._take_typed(item, digits[:-1])

    def _take_typed(self, item: str, digits: str) -> None:
        if int(digits or 0) > MOST:
            return
        self._typed = (item, digits)
        if digits:
            self._minutes[item] = int(digits)
        else:
            self._minutes.pop(item, None)
        self.redraw()

    def _add(self, by: int) -> None:
        self._typed = None
        own = self._plan().own(self._minutes)
        row = next((r for r in own.rows if r.item == self._items_list.chosen), None)
        if row is not None and row.minutes_after is not None:
            self._minutes[row.item] = min(MOST, max(0, row.minutes_after + by))
            self.redraw()

    def _close_number(self) -> None:
        if self._typed is not None and self._typed[0] != self._items_list.chosen:
            self._typed = None
            self.redraw()

    # -- the commands ---------------------------------------------------------------------

    def action_protect(self) -> None:
        """Protect the chosen item, or no longer; from the proposals into the list of items."""
        if not self._is_among_items:
            self.set_focus(self._items_list)
        item = self.live.meeting.item(self._items_list.chosen)
        if item is None:
            return
        self._protected = self._plan().protected ^ {item.id}
        self.redraw()

    def action_apply(self) -> None:
        proposal = self._chosen(self._plan().proposals(self._items, self._minutes))
        if not proposal.changes:
            self.say(tr("Nothing would change."))
        elif step := self.record_step(*proposal.changes):
            self.dismiss(step)

    def action_back(self) -> None:
        if self._is_among_items:
            self._typed = None
            self.set_focus(self._proposals_list)
        else:
            self.dismiss()

    def _forget(self) -> None:
        """Another plan: what was typed and protected for the old one is gone."""
        self._protected, self._typed = None, None
        self._minutes.clear()

    def action_undo(self) -> None:
        self._forget()
        super().action_undo()
        self.redraw()

    def action_redo(self) -> None:
        self._forget()
        super().action_redo()
        self.redraw()
