"""Rounds: everybody is asked the same question, one after the other."""

from __future__ import annotations

from facilitator.capture.round_line import open_round
from facilitator.saying import tr
from screens.live_acts.speaking import SpeakingActs
from screens.round_rows import told_missing


class RoundActs(SpeakingActs):
    """Opening a round, and going back to one."""

    def action_open_round(self) -> None:
        self.command_open_round("")

    def command_open_round(self, argument: str) -> bool:
        """`/runde FRAGE` opens one; without a question the last one of this item, or the last of
        all, is there again."""
        if not argument:
            return self._reopen()
        opening = open_round(argument, self.typing.context())
        if not opening.changes:
            self.say_problem(opening.problem)
            return False
        if not self.record(*opening.changes):
            return False
        self._go_round(self.live.meeting.rounds[-1].id)
        return True

    def open_chosen(self) -> bool:
        """Enter on the row of a round goes into it; False: the chosen row is none."""
        if self.live.meeting.round(self.chosen) is None:
            return super().open_chosen()
        self._go_round(self.chosen)
        return True

    def _reopen(self) -> bool:
        rounds = self.live.meeting.rounds
        here = [each for each in rounds if each.item == self.item]
        if not rounds:
            self.say_problem(tr("There is no round yet: the question follows the word."))
            return False
        self._go_round((here or rounds)[-1].id)
        return True

    def _go_round(self, round_id: str) -> None:
        goes_on: list[bool] = []

        def left(_: object) -> None:
            if goes_on:
                self.call_next(self.run_action, "next")
            elif told := told_missing(self.live.meeting, round_id):
                self.say(told)

        self.facilitator.go_round(
            self.live, round_id, self.keep_aside, left, lambda: goes_on.append(True)
        )

    def remove_chosen(self) -> bool:
        """A round that was opened stays; undo takes it back."""
        if self.live.meeting.round(self.chosen) is None:
            return super().remove_chosen()
        self.say_problem(tr("A round stays with its item; Ctrl+Z right after it takes it back."))
        return True
