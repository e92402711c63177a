"""The time of the meeting: breaks, sharing out what is left, an item that was started too early."""

from __future__ import annotations

from facilitator.capture.pausing import read_break
from facilitator.i18n import words
from facilitator.meeting import changes as c
from facilitator.meeting.breaks import break_begins, running_break
from facilitator.meeting.premature import PrematureStart
from facilitator.saying import ntr, tr
from facilitator.told import told
from screens.live_room import LiveRoom


class TimeActs(LiveRoom):
    """Breaks and re-planning. `_left_over`: what was typed since an F9 that was taken back, offered
    to be moved to the item that runs again."""

    _left_over: PrematureStart | None = None
    _left_for: str = ""

    # -- breaks ---------------------------------------------------------------------------

    def action_pause(self) -> None:
        self.command_pause("")

    def command_pause(self, argument: str) -> bool:
        meeting, now = self.live.meeting, self.live.now()
        asked = read_break(argument, f"{now.at:%H:%M}")
        running = running_break(meeting, now)
        if meeting.state != "running":
            self.say_problem(tr("A break needs a meeting that runs. F9 starts it."))
        elif asked is None:
            self.say_problem(
                tr("'{said}' is no break: 15, 15 min, until 18:05, or nothing.", said=argument)
            )
        elif running is not None and not argument.strip():
            self.say_problem(
                tr("This is a break already; F9 ends it, '/break 10' gives it ten minutes more.")
            )
        else:
            title = words(meeting.language).tr("Break")
            changes = break_begins(meeting, now, title, asked.minutes, asked.until)
            if not self.record(*changes):
                return False
            if running is None:
                self.typing.new_item()
            self.redraw()
            return True
        return False

    # -- re-planning ----------------------------------------------------------------------

    def action_replan(self) -> None:
        self.facilitator.go_replan(self.live, self._replanned)

    def _replanned(self, step: tuple[c.Stamped, ...] | None) -> None:
        if step:
            self.say_saved(told(step, self.live.meeting))

    # -- an item started too early --------------------------------------------------------

    def action_start_too_early(self) -> None:
        taken = self.attempt(self.live.take_back_start)
        if taken is None:
            self.say_problem(tr("No item was started yet."))
            return
        self._offer_to_move(taken)
        running = self.live.meeting.running_item
        title = f"{running.number} {running.short_title or running.title}" if running else ""
        self.say(
            tr("{item} runs on as if it had never stopped.", item=title.strip())
            if running
            else tr("Taken back: nothing runs now.")
        )
        self.redraw()

    def action_undo(self) -> None:
        """After a start was taken back, what was typed there since may be moved."""
        premature, steps = self.live.premature_start(), self.live.undoable()
        super().action_undo()
        if premature is None or not steps or steps[0].step != premature.step:
            return
        if self.live.premature_start() != premature:
            self._offer_to_move(premature)
            self.redraw()

    def _offer_to_move(self, premature: PrematureStart) -> None:
        self._left_for = self.running_item_id()
        self._left_over = premature if premature.moves(self.live.meeting) else None
        self.typing.new_item()

    def offer_words(self) -> str:
        left = self._left_over
        if left is None or self._left_for != self.running_item_id():
            return ""
        count = len(left.moves(self.live.meeting))
        if not count:
            return ""
        item = self.live.meeting.running_item
        to = (item.number or item.title) if item else tr("before the start")
        return ntr(
            "Tab brings {n} entry since F9 to {item}   Esc leaves it",
            "Tab brings {n} entries since F9 to {item}   Esc leaves them",
            count,
            item=to,
        )

    def take_offers_of_chosen(self) -> None:
        left = self._left_over
        if self.chosen or left is None or not self.offer_words():
            super().take_offers_of_chosen()
        elif self.record(*left.moves(self.live.meeting)):
            self._left_over = None
            self.redraw()

    def refuse_offer(self) -> bool:
        if not self.offer_words():
            return False
        self._left_over = None
        self.redraw()
        return True
